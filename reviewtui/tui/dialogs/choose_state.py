"""Something else has changed the review on disk: which state to go on with."""

from enum import StrEnum
from functools import cache, partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reviewtui.model.review import Review
from reviewtui.session import Outside
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.present.versions import comparison, when_words
from reviewtui.tui.present.words import said, said_line
from reviewtui.tui.widgets.drawn import Drawn
from reviewtui.tui.widgets.foot_line import FootLine

_OFFER = "m keeps what is here, t takes what is on disk. Both stay among the saved versions."


class State(StrEnum):
    """The states that there are to choose from."""

    MINE = "mine"
    THEIRS = "theirs"


class ChooseStateDialog(ModalScreen[State | None]):
    """What is different on disk; gives the state to go on with, or `None` if that is left for later.

    Args:
        review: The review as it is here.
        outside: What something else has written.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.OUTSIDE)
    where = Where.OUTSIDE

    def __init__(self, review: Review, outside: Outside) -> None:
        super().__init__()
        self._review = review
        self._outside = outside

    def compose(self) -> ComposeResult:
        """Make what there is to know, and what taking theirs would change."""
        at = when_words(self._outside.at, self._review.zone)
        with Vertical(classes="dialog"):
            title = f"Something else has changed this review on disk, {at}"
            yield Static(said_line(title), classes="dialog-title", markup=False)
            yield Static(said(self._text()), classes="dialog-text", markup=False)
            with VerticalScroll(can_focus=False):
                yield Drawn(id="outside-changes")
            yield FootLine(Where.OUTSIDE)

    def _text(self) -> str:
        if self._outside.review is None:
            return f"What it wrote can't be opened: {self._outside.trouble}. It is kept, and m keeps what is here."
        return f"{_OFFER}\nTaking what is on disk would change:"

    def on_mount(self) -> None:
        """Show what taking theirs would change."""
        theirs = self._outside.review
        draw = partial(comparison, self._review, theirs) if theirs else lambda _: Content("")
        self.query_one(Drawn).show(cache(draw))

    def action_scroll(self, by: int) -> None:
        """Scroll by so many lines."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False, immediate=True)

    def action_keep_mine(self) -> None:
        """Go on with what is here."""
        self.dismiss(State.MINE)

    def action_take_theirs(self) -> None:
        """Go on with what is on disk."""
        if self._outside.review is None:
            self.query_one(FootLine).say("what is on disk can't be opened")
        else:
            self.dismiss(State.THEIRS)

    def action_leave(self) -> None:
        """Leave it for later."""
        self.dismiss(None)
