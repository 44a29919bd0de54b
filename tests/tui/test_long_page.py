from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from reviewtui.tui.present.long_page import TextLine, in_sight, is_spot, line_at, spot_at, top_for

PAGE = [
    TextLine(Content("A"), begins=True, name="a", leads=True),
    *(TextLine(Content(f"a{number}"), name=f"a{number}") for number in range(5)),
    TextLine(Content("")),
    TextLine(Content("B"), begins=True, name="b", leads=True),
    *(TextLine(Content(f"b{number}"), name=f"b{number}") for number in range(5)),
]
pages = st.lists(st.booleans(), min_size=1).map(lambda begins: [TextLine(Content("x"), each) for each in begins])


def seen(top: int, height: int) -> list[str]:
    return [line.plain for line in in_sight(PAGE, top, height)]


def test_a_page_that_fits_is_shown_whole() -> None:
    assert seen(5, 13) == [line.content.plain for line in PAGE]


def test_where_there_are_more_the_last_line_says_how_many() -> None:
    assert seen(0, 4) == ["A", "a0", "a1", "↓ 10 more lines"]
    assert seen(1, 4) == ["a0", "a1", "a2", "↑ 1   ↓ 9 more lines"]
    assert seen(99, 4) == ["b2", "b3", "b4", "↑ 10"]


def test_no_heading_stands_at_the_foot_without_its_text() -> None:
    assert seen(3, 6) == ["a2", "a3", "a4", "", "", "↑ 3   ↓ 7 more lines"]
    assert seen(3, 7) == ["a2", "a3", "a4", "", "B", "b0", "↑ 3   ↓ 4 more lines"]


def test_the_beginning_stays_as_long_as_what_is_at_hand_is_in_sight() -> None:
    assert top_for(PAGE, ["a2"], 6) == 0
    assert top_for(PAGE, ["b2"], 6) == 7
    assert top_for(PAGE, ["b4"], 4) == 12
    assert top_for(PAGE, ["not there", "b0"], 6) == 7
    assert top_for(PAGE, ["not there", ""], 6) == 0


@given(pages, st.integers(0, 200))
def test_a_line_is_found_again(page: list[TextLine], top: int) -> None:
    top = min(top, len(page) - 1)
    assert is_spot(spot_at(page, top))
    assert line_at(page, spot_at(page, top)) == top


def test_at_another_width_a_section_is_the_same() -> None:
    narrow = [line for line in PAGE for line in (line, TextLine(Content("and on")))]
    tops = [line_at(narrow, spot_at(PAGE, top)) for top in range(len(PAGE))]
    assert tops[7] == narrow.index(PAGE[7])
    assert all(before < after for before, after in pairwise(tops))


@given(pages, st.text() | st.from_regex(r"§\d+\.\d+", fullmatch=True))
def test_any_text_is_a_place_in_it(page: list[TextLine], spot: str) -> None:
    assert 0 <= line_at(page, spot) <= len(page)
