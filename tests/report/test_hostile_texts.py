import pytest
from hypothesis import given

from reviewtui.model.review import Review
from reviewtui.report import outline, report_text, to_markdown
from tests.report.every_field import FULL, with_addresses, with_texts
from tests.report.parsed import NEVER_FROM_TEXT, lines, lines_of, links, skeleton, spaced, tokens
from tests.report.test_as_markdown import ALL_TEXTS, markdown_texts, seen_texts

PRIVATE = {
    "Discussion.sentence",
    "Notes.text",
    "Release.kind",
    "Release.text",
    "Role.short_name",
    "Settings.agenda",
    "Source.detail",
    "Source.document",
    "Source.format",
    "Source.own_id",
    "Source.title",
}


def filled(text: str) -> Review:
    return with_texts(FULL, lambda _field, _old: text)


ORDINARY = skeleton(report_text(filled("ordinary")))


@pytest.mark.parametrize("text", [text for text in ALL_TEXTS if text.strip()], ids=ascii)
def test_no_text_changes_the_structure(text: str) -> None:
    blocks = outline(filled(text))
    markdown = to_markdown(blocks)
    assert skeleton(markdown) == ORDINARY
    assert lines(markdown) == lines_of(blocks)


@given(seen_texts)
def test_nor_does_any_other(text: str) -> None:
    blocks = outline(filled(text))
    markdown = to_markdown(blocks)
    assert skeleton(markdown) == ORDINARY
    assert lines(markdown) == lines_of(blocks)


@given(markdown_texts)
def test_nothing_is_made_of_text(text: str) -> None:
    markdown = report_text(filled(text))
    assert not NEVER_FROM_TEXT & {token.type for token in tokens(markdown)}
    assert set(links(markdown)) == {"https://desk.example/1", "https://boards.example/1"}


@pytest.mark.parametrize("text", ["ordinary", "# a|b", "<b>&amp;*_", "[x](javascript:alert(1))", "\x1b[2J", "a\nb"])
def test_every_text_is_there_but_the_private_ones(text: str) -> None:
    given_texts: dict[str, list[str]] = {}

    def numbered(field: str, _old: str) -> str:
        given_texts.setdefault(field, []).append(f"{text} №{sum(map(len, given_texts.values())):03}")
        return given_texts[field][-1]

    shown = " ".join(lines(report_text(with_texts(FULL, numbered))))
    hidden = {one for texts in given_texts.values() for one in texts if spaced(one) not in shown}
    private = {one for field in PRIVATE for one in given_texts.get(field, ())}
    prepared = {one for field in ("Question.text", "Question.answer") for one in given_texts[field][-1:]}
    assert hidden == private | prepared


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//x.example", "file:///x", "https://x.example/ (y)", "x\n# y"]
)
def test_only_addresses_of_the_web_are_links(url: str) -> None:
    markdown = report_text(with_addresses(FULL, url))
    assert links(markdown) == []
    assert f"look {url}".split()[-1] in " ".join(lines(markdown))
