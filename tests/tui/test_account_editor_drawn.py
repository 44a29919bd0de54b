"""A line of an account that is being written is drawn anew when anything it looks like it does for is another."""

from pathlib import Path

from textual.app import App, ComposeResult

from reviewtui.tui.widgets.account_editor import AccountEditor
from tests.journeys.facilitator import in_the_example
from tests.journeys.seen import Seen


class Narrowing(AccountEditor):
    """An editor whose lines get less room while its own width stays, as beside a scroll bar that is about to come."""

    room = 40

    @property
    def wrap_width(self) -> int:
        """The cells of a line."""
        return self.room


class Alone(App[None]):
    """The editor, and nothing beside it."""

    def compose(self) -> ComposeResult:
        """Make it."""
        yield Narrowing("one two three four five six\nthe line that the cursor is in", lambda: None)


async def test_no_word_is_drawn_at_the_end_of_a_line_and_at_the_beginning_of_the_next() -> None:
    app = Alone()
    async with app.run_test(size=(60, 10)) as pilot:
        await pilot.pause()
        editor = app.query_one(Narrowing)
        editor.move_cursor(editor.document.end)
        assert editor.render_line(0).text.split() == ["one", "two", "three", "four", "five", "six"]
        editor.room = 20
        editor._rewrap_and_refresh_virtual_size()
        assert editor.render_line(0).text.split() == ["one", "two", "three", "four"]
        assert editor.render_line(1).text.split() == ["five", "six"]


async def test_a_mouse_over_a_line_before_it_is_drawn_leaves_nothing_stale(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("3", "N", *"one", "enter", *"two", "enter", *"three", "up", "up", "end")
        seen = Seen(user.app)
        await user.wait_until(lambda: seen.is_up_to_date)
        editor = user.app.screen.query_one(AccountEditor)
        editor.action_delete_right()
        # It asks what stands where the mouse is.
        user.app.screen.get_style_at(editor.region.x, editor.region.y + 1)
        await user.settle()
        await user.wait_until(lambda: seen.is_up_to_date)
        user.sees("onetwo")
        assert not seen.stale


async def test_the_word_for_a_line_makes_room_for_a_scroll_bar(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("3", "N")
        await user.types("impact: they pay\n")
        seen = Seen(user.app)
        for _ in range(20):
            await user.press("enter")
        assert user.app.screen.query_one(AccountEditor).show_vertical_scrollbar
        await user.press(*["up"] * 21, "down")
        await user.wait_until(lambda: seen.is_up_to_date)
        user.sees("impact: they pay")
        assert not seen.stale


async def test_a_line_with_a_tab_is_drawn_once_though_it_takes_several_lines(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("3", "N")
        await user.pastes("first\tsecond third fourth fifth sixth seventh eighth ninth tenth\n")
        assert [user.screen.count(word) for word in ("second", "sixth", "tenth")] == [1, 1, 1]
