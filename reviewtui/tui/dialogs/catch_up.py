"""Where the review stands, in five lines for somebody who has arrived."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from reviewtui.analysis.catching_up import catch_up
from reviewtui.model.place import Place
from reviewtui.model.review import Review
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.present.arrivals import catch_up_page, catch_up_text
from reviewtui.tui.present.words import said_line
from reviewtui.tui.widgets.drawn import Drawn
from reviewtui.tui.widgets.foot_line import FootLine


class CatchUpDialog(ModalScreen[None]):
    """The five lines, to read aloud or to paste: nothing in them is private, and the room's window shows them too.

    Args:
        review: The review.
        place: Where one stands, with the role of whoever has arrived.
        title: Who that is.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.CATCH_UP)
    where = Where.CATCH_UP

    def __init__(self, review: Review, place: Place, title: str) -> None:
        super().__init__()
        self.place = place
        self._title = title
        self._lines = catch_up(review, place.event, place.role)

    def compose(self) -> ComposeResult:
        """Make the page."""
        with Vertical(classes="dialog", id="catch-up"):
            yield Static(said_line(self._title), classes="dialog-title", markup=False)
            with VerticalScroll(can_focus=False):
                yield Drawn(id="lines")
            yield FootLine(Where.CATCH_UP)

    def on_mount(self) -> None:
        """Draw the lines."""
        self.query_one("#lines", Drawn).show(lambda width: catch_up_page(self._lines, width))

    def action_scroll(self, by: int) -> None:
        """Scroll by so many lines."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False, immediate=True)

    def action_copy(self) -> None:
        """Copy the lines to the clipboard."""
        self.app.copy_to_clipboard(catch_up_text(self._lines))
        self.query_one(FootLine).say("the five lines are on the clipboard")

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)
