import pytest

from reviewtui.analysis.certain import through_phrase
from reviewtui.analysis.phrases import quoted


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("the nightly job", "“the nightly job”"),
        ('"I had no idea"', "“I had no idea”"),
        ("“no such patient”, quite sure of itself", "““no such patient”, quite sure of itself”"),
        ("“down” to one, “all well” to another", "““down” to one, “all well” to another”"),
        ("over\n two  lines", "“over two lines”"),
        ('"', '“"”'),
        ("", "“”"),
    ],
)  # fmt: skip
def test_marks_around_all_of_it_are_not_doubled_and_others_are_left(said: str, written: str) -> None:
    assert quoted(said) == written


@pytest.mark.parametrize(
    ("through", "end"),
    [
        ("pager", " by pager"),
        ("at the till", " at the till"),
        ("across the desk", " across the desk"),
        ("with the oven's bell", " with the oven's bell"),
        ("told by support", " (told by support)"),
        ("Viktor walked over with a printout", " (Viktor walked over with a printout)"),
        ("", ""),
    ],
)
def test_what_a_sign_came_through_ends_a_sentence(through: str, end: str) -> None:
    assert through_phrase(through) == end
