"""A line of an account that is being written is drawn anew when anything it looks like it does for is another."""

from textual.app import App, ComposeResult

from reviewtui.tui.widgets.account_editor import AccountEditor


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
        yield Narrowing("one two three four five six\nthe line that the cursor is in")


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
