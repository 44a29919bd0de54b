"""Wording hints, against sentences that are labelled by hand."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.analysis.wording import People, Whose, Wording, hints
from reviewtui.data import records
from reviewtui.errors import UnreadableFile

KNOWN = records("wording.toml", "hint", Wording)
PEOPLE = People(frozenset({"bob", "alder", "mira", "stein"}), frozenset({"delivery", "operations", "clinics"}))
LIST = Path(__file__).parents[1] / "data" / "wording.txt"


def sentences() -> list[tuple[str, str]]:
    """Return the labelled sentences, each with its label."""
    lines = [line for line in LIST.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [(line.partition(": ")[0], line.partition(": ")[2]) for line in lines]


def is_hinted(label: str, sentence: str) -> bool:
    """Tell whether a sentence gives a hint; of all but those labelled `hint`, soft ones count."""
    return bool(hints(sentence, KNOWN, PEOPLE, soft=label != "hint"))


def test_recall_and_precision_over_the_labelled_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    labelled = sentences()
    assert len(labelled) >= 200
    wanted = [(label, one) for label, one in labelled if label != "quiet"]
    found = [one for label, one in wanted if is_hinted(label, one)]
    wrong = [one for label, one in labelled if label == "quiet" and is_hinted(label, one)]
    recall, precision = len(found) / len(wanted), len(found) / (len(found) + len(wrong))
    with capsys.disabled():
        print(f"\nwording hints over {len(labelled)} sentences: recall {recall:.3f}, precision {precision:.3f}")
    unseen = [one for _, one in wanted if one not in found]
    assert recall > 0.9, unseen
    assert precision > 0.9, wrong


@pytest.mark.parametrize(
    "published",
    [
        "errantly thinking they were doing so on the secondary",
        "after noticing their mistake",
        "an act of laziness",
        "is the root cause",
    ],
)
def test_words_of_published_reviews_are_hinted_at(published: str) -> None:
    assert hints(published, KNOWN)


def test_a_hint_says_where_it_is_and_what_to_ask() -> None:
    text = "10:42 alert\nWe should\thave looked, obviously."
    (hint,) = hints(text, KNOWN)
    assert (hint.line, text[hint.start : hint.end], hint.phrase) == (2, "should\thave", "should\thave")
    assert hint.ask == "What made what they did sensible at that moment?"
    assert [one.phrase for one in hints(text, KNOWN, soft=True)] == ["should\thave", "obviously"]


def test_names_are_those_of_the_review() -> None:
    assert hints("Bob broke the build", KNOWN, PEOPLE)
    assert not hints("Bob broke the build", KNOWN)
    assert not hints("The build broke, and Bob mended it", KNOWN, PEOPLE)


def test_a_phrase_of_an_organisation_is_hinted_at_as_well(tmp_path: Path) -> None:
    (tmp_path / "wording.toml").write_text(
        '[[hint]]\nseen = ["cowboy deploy"]\nask = "What was the path?"\ngroup = "ours"\n'
    )
    known = records("wording.toml", "hint", Wording, tmp_path)
    assert [hint.ask for hint in hints("a Cowboy deploy", known)] == ["What was the path?"]
    assert known[: len(KNOWN)] == KNOWN


@pytest.mark.parametrize(
    "broken", ["[[hint", "[[hints]]\nseen = []\n", "hint = 1\n", "hint = [1]\n", "\udcff"], ids=range(5)
)
def test_a_broken_list_of_an_organisation_is_one_clear_line(tmp_path: Path, broken: str) -> None:
    (tmp_path / "wording.toml").write_text(broken, errors="surrogateescape")
    with pytest.raises(UnreadableFile, match=r"wording\.toml"):
        records("wording.toml", "hint", Wording, tmp_path)


@given(
    st.text()
    | st.lists(st.sampled_from(["we", "failed to", "“", "”", "`", "\n", "quote:", "was missed", "by", "who"])).map(
        " ".join
    )
)
def test_any_text_can_be_looked_at(text: str) -> None:
    for hint in hints(text, KNOWN, PEOPLE, soft=True):
        assert text[hint.start : hint.end] == hint.phrase
        assert text.count("\n", 0, hint.start) + 1 == hint.line


def test_what_is_asked_instead_gives_no_hint_itself() -> None:
    assert [one.ask for one in KNOWN if hints(one.ask, KNOWN, PEOPLE, soft=one.group != "hindsight")] == []


def test_every_phrase_is_found_however_it_is_written() -> None:
    for one in KNOWN:
        if one.whose is Whose.ANYBODYS:
            for phrase in one.seen:
                shouted = f"It {phrase.upper()}." if not phrase.startswith("'") else f"It{phrase.upper()}."
                assert hints(shouted, KNOWN, soft=True), phrase
                assert hints(shouted.replace("'", "’").replace(" ", "  "), KNOWN, soft=True), phrase
