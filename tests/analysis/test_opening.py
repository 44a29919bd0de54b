"""What is read aloud before the telling begins."""

from pathlib import Path

from reviewtui.analysis.opening import Opening, Spoken, opening_text, with_own
from reviewtui.analysis.wording import Wording, hints
from reviewtui.data import records, whole

OPENING = whole("ground_rules.toml", Opening)[0]


def test_the_programs_own_pass_its_own_hints() -> None:
    assert OPENING.purpose
    assert OPENING.rule
    known = records("wording.toml", "hint", Wording)
    assert hints(opening_text(OPENING), known, soft=True) == ()


def test_what_an_organisation_has_takes_the_place_of_what_is_of_its_kind(tmp_path: Path) -> None:
    (tmp_path / "ground_rules.toml").write_text('[[purpose]]\nsay = "To learn."\n')
    (_, own) = whole("ground_rules.toml", Opening, tmp_path)
    assert with_own(OPENING, own) == Opening((Spoken("To learn."),), OPENING.rule)


def test_as_text_each_rule_is_a_line() -> None:
    text = opening_text(Opening((Spoken("To learn."),), (Spoken("Tell it.\n", "One\nby one."), Spoken("Pass."))))
    assert text == "To learn.\n\n- Tell it. One by one.\n- Pass.\n"
