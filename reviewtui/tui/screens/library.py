"""The library: every review in the folder, newest first."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static

from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.present.words import said_line
from reviewtui.tui.widgets.drawn import Drawn
from reviewtui.tui.widgets.foot_line import FootLine
from reviewtui.tui.widgets.row_list import RowList, Rows

if TYPE_CHECKING:
    from reviewtui.settings import Preferences

_EMPTY = "No reviews yet: n begins one, d opens a worked example"


class LibraryScreen(Screen[None]):
    """The reviews in a folder.

    Args:
        folder: The folder.
        preferences: What is set for all reviews.
        open_review: Opens a review; the next key that is typed is for that one.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.LIBRARY)
    where = Where.LIBRARY

    def __init__(
        self, folder: Path, preferences: "Preferences", open_review: Callable[[Path], Awaitable[None]]
    ) -> None:
        super().__init__()
        self._folder = folder
        self._preferences = preferences
        self._open_review = open_review

    def compose(self) -> ComposeResult:
        """Make the list."""
        yield Static("reviewtui", id="library-title", markup=False)
        yield Static(said_line(str(self._folder), "$dim"), id="library-folder", markup=False)
        yield Drawn(id="library-head")
        yield RowList(id="reviews")
        yield Static(_EMPTY, classes="empty", markup=False)
        yield FootLine(Where.LIBRARY, has_rows=False)

    def on_mount(self) -> None:
        """Show nothing of the list before it is read."""
        self.query_one(".empty").display = False

    def on_screen_resume(self) -> None:
        """Read the folder anew whenever one comes back to it, and not before there is something to see."""
        self.call_after_refresh(self.read_folder)

    @work(thread=True, exclusive=True, exit_on_error=False, group="library")
    def read_folder(self) -> None:
        """Read the folder, and show what is in it."""
        from reviewtui.errors import UnreadableFile
        from reviewtui.library import entries
        from reviewtui.tui.present.library import library_head, library_row

        try:
            found = entries(self._folder)
        except UnreadableFile as error:
            self.app.call_from_thread(self.query_one(FootLine).say, str(error))
            return

        def rows(width: int) -> Rows:
            return [(str(entry.path), library_row(entry, width)) for entry in found]

        def show() -> None:
            self.query_one("#library-head", Drawn).show(lambda width: library_head(width - 3) if found else Content(""))
            self.query_one(RowList).show(rows)
            self.query_one(RowList).display = bool(found)
            self.query_one(".empty").display = not found
            self.query_one(FootLine).show(Where.LIBRARY, has_rows=bool(found))

        self.app.call_from_thread(show)

    def action_step(self, by: int) -> None:
        """Move by so many reviews."""
        self.query_one(RowList).step(by)

    @on(OptionList.OptionSelected)
    async def action_open(self) -> None:
        """Open the review that the cursor is on."""
        if here := self.query_one(RowList).here:
            await self._open_review(Path(here))

    async def action_new_review(self) -> None:
        """Go to the form of a new review."""
        from reviewtui.settings import zone_of_new_reviews
        from reviewtui.tui.screens.new_review import NewReviewScreen

        zone = zone_of_new_reviews(self._preferences)
        await self.app.push_screen(NewReviewScreen(self._folder, zone, self._open_review))

    async def action_example(self) -> None:
        """Go to the worked examples."""
        from reviewtui.library import worked_examples
        from reviewtui.tui.dialogs.choose_example import ChooseExampleDialog

        await self.app.push_screen(ChooseExampleDialog(worked_examples()), self._open_example)

    async def _open_example(self, name: str | None) -> None:
        """Open a worked example, copied here if it is not yet."""
        from reviewtui.errors import ReviewtuiError
        from reviewtui.library import copy_example

        if name is None:
            return
        try:
            path = copy_example(name, self._folder)
        except ReviewtuiError as error:
            self.query_one(FootLine).say(str(error))
            return
        await self._open_review(path)
