"""Who has spoken so far: a look that the facilitator alone has."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from reviewtui.analysis.voices import voices
from reviewtui.model.review import Review, RoleId
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.present.voices import spoken_words, voice_rows
from reviewtui.tui.present.words import said_line
from reviewtui.tui.widgets.foot_line import FootLine
from reviewtui.tui.widgets.row_list import RowList

_NOBODY = "No roles yet: 1 goes to the people, where r adds one"


class VoicesDialog(ModalScreen[RoleId | None]):
    """Roles and people over the stage; gives the role that one would hear more of, or `None` if it was left.

    Args:
        review: The review.
        at: The role to begin at.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.VOICES)
    where = Where.VOICES

    def __init__(self, review: Review, at: RoleId | None) -> None:
        super().__init__()
        self._review = review
        self._at = at

    def compose(self) -> ComposeResult:
        """Make the list."""
        with Vertical(classes="dialog"):
            yield Static("Who has spoken so far (private)", classes="dialog-title", markup=False)
            yield Static(id="voices-count", markup=False)
            yield RowList(id="voices")
            yield FootLine(Where.VOICES, has_rows=bool(self._review.roles))

    def on_mount(self) -> None:
        """Draw how much each role and each person has spoken."""
        found = voices(self._review)
        words = spoken_words(found) if self._review.roles else _NOBODY
        self.query_one("#voices-count", Static).update(said_line(words, "$dim"))
        self._list.show(lambda width: voice_rows(self._review, found, width))
        self._list.stand_at(self._at or "")

    @property
    def _list(self) -> RowList:
        return self.query_one(RowList)

    def action_step(self, by: int) -> None:
        """Move by so many roles."""
        self._list.step(by)

    @on(OptionList.OptionSelected)
    def action_hear(self) -> None:
        """Give the role that one stands at."""
        if (here := self._list.here) is not None:
            self.dismiss(RoleId(here))

    def action_leave(self) -> None:
        """Leave, with everything as it is."""
        self.dismiss(None)
