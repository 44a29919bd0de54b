"""Choosing an event by a few words of it, or by its time, with all there are in sight."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static

from reviewtui.analysis.event_index import EventIndex
from reviewtui.analysis.told import marks
from reviewtui.model.review import EventId, Review
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.present.timeline import pick_rows, picked_words
from reviewtui.tui.present.words import said_line
from reviewtui.tui.widgets.foot_line import FootLine
from reviewtui.tui.widgets.line_input import LineInput
from reviewtui.tui.widgets.row_list import RowList


class PickEventDialog(ModalScreen[EventId | None]):
    """A line, and the events that are like what is typed in it; gives one, or `None` if the dialog was left.

    Args:
        question: What is asked.
        review: The review.
        here: The event to begin at.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.PICK)
    where = Where.PICK

    def __init__(self, question: str, review: Review, here: EventId | None) -> None:
        super().__init__()
        self._question = question
        self._review = review
        self._here = here
        self._index = EventIndex(review)
        self._marks = marks(review)
        self._query: str | None = None

    def compose(self) -> ComposeResult:
        """Make the line and the list."""
        with Vertical(classes="dialog", id="pick"):
            yield Static(said_line(self._question), classes="dialog-title", markup=False)
            with Horizontal(id="pick-line"):
                yield Static("› ", classes="prompt", markup=False)
                yield LineInput(placeholder="words of it, or a time: 10:42")
            yield Static(id="pick-count", markup=False)
            yield RowList()
            yield FootLine(Where.PICK)

    def on_mount(self) -> None:
        """Begin in the line, at the event at hand."""
        self.set_focus(self.query_one(LineInput))
        self._look()

    @property
    def _list(self) -> RowList:
        return self.query_one(RowList)

    @on(Input.Changed)
    def _look(self) -> None:
        """Show what is like the line by now; a key that is faster than the field's message asks for it too."""
        query = self.query_one(LineInput).value
        if query == self._query:
            return
        self._query = query
        found = self._index.like(query, self._here)
        self.query_one("#pick-count", Static).update(
            said_line(picked_words(len(found.places), found.fitting, query), "$dim")
        )
        self._list.show(lambda width: pick_rows(self._review, found.places, self._marks, width))
        if found.best is not None:
            self._list.stand_at(self._review.events[found.best].id)

    def action_step(self, by: int) -> None:
        """Move by so many events."""
        self._look()
        self._list.step(by)

    def action_page(self, by: int) -> None:
        """Move by so many pages."""
        self._look()
        self._list.page(by)

    @on(OptionList.OptionSelected)
    def action_take(self) -> None:
        """Give the event that the cursor is on."""
        self._look()
        if (here := self._list.here) is not None:
            self.dismiss(EventId(here))

    def action_leave(self) -> None:
        """Leave without an event."""
        self.dismiss(None)
