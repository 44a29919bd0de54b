from reviewtui.tui.commands import COMMANDS, NEEDS_A_ROW, Where
from reviewtui.tui.present.keys import keys_page
from reviewtui.tui.widgets.foot_line import foot


def test_what_does_nothing_without_a_row_is_not_in_the_footer_until_there_is_one() -> None:
    without = foot((Where.TIMELINE,), {}, 120, has_rows=False).plain
    assert "add" in without
    assert "read a file" in without
    assert "edit" not in without
    assert "edit" in foot((Where.TIMELINE,), {}, 120, has_rows=True).plain
    assert {one.id for one in COMMANDS} >= NEEDS_A_ROW


def test_the_keys_of_a_field_come_before_those_of_the_form_around_it() -> None:
    shown = foot((Where.CHOICE, Where.FORM), {}, 80, has_rows=True).plain
    assert shown.index("choose") < shown.index("next") < shown.index("keep")


def test_no_key_touches_what_it_does_and_what_wraps_hangs_below_it() -> None:
    for where in Where:
        lines = keys_page(where, {"report.export": "ctrl+x,ctrl+e,ctrl+w,ctrl+v"}, 40).plain.split("\n")
        assert all(len(line) <= 40 or " " not in line for line in lines)
    page = keys_page(Where.TIMELINE, {}, 40).plain
    assert "shift+↑ K  " in page
