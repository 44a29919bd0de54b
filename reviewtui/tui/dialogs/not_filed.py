"""What was caught and not filed yet: a number says who told it, `enter` of which event it is."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from reviewtui.edits.accounts import drop_caught, file_accounts
from reviewtui.model.lookups import not_filed
from reviewtui.model.review import AccountId, EventId, Review, RoleId
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.desk import Desk
from reviewtui.tui.dialogs.pick_event import PickEventDialog
from reviewtui.tui.present.capture import filing_head, role_numbered, waiting_rows
from reviewtui.tui.widgets.drawn import Drawn
from reviewtui.tui.widgets.foot_line import FootLine
from reviewtui.tui.widgets.row_list import RowList


class NotFiledDialog(ModalScreen[None]):
    """The lines, and the event that they would be filed at; several can be chosen and filed at once.

    Args:
        desk: Where changes are asked for.
        review: The review.
        here: The event at hand.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.NOT_FILED)
    where = Where.NOT_FILED

    def __init__(self, desk: Desk, review: Review, here: EventId | None) -> None:
        super().__init__()
        self._desk = desk
        self._review = review
        self._here = here or next((event.id for event in review.events), None)
        self._chosen: frozenset[str] = frozenset()

    def compose(self) -> ComposeResult:
        """Make the head and the list."""
        with Vertical(classes="dialog"):
            yield Static("Caught, and not filed yet", classes="dialog-title", markup=False)
            yield Drawn(id="filing-head")
            yield RowList()
            yield FootLine(Where.NOT_FILED)

    def on_mount(self) -> None:
        """Draw them."""
        self._draw()

    @property
    def _list(self) -> RowList:
        return self.query_one(RowList)

    def _draw(self) -> None:
        review, here, chosen = self._review, self._here, self._chosen
        self.query_one("#filing-head", Drawn).show(lambda width: filing_head(review, here, width))
        self._list.show(lambda width: waiting_rows(review, chosen, width))

    def action_step(self, by: int) -> None:
        """Move by so many lines."""
        self._list.step(by)

    def action_moment(self, by: int) -> None:
        """File at another event."""
        ids = [event.id for event in self._review.events]
        if self._here in ids:
            self._here = ids[min(max(ids.index(self._here) + by, 0), len(ids) - 1)]
            self._draw()

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Choose the line, or not any more."""
        if here := self._list.here:
            self._chosen ^= {here}
            self._draw()

    def action_choose_all(self) -> None:
        """Choose all lines, or if all are chosen none."""
        every = frozenset(str(one.id) for one in not_filed(self._review))
        self._chosen = frozenset() if self._chosen == every else every
        self._draw()

    def _meant(self) -> tuple[AccountId, ...]:
        """Return the lines that are chosen, or else the one that the cursor is on."""
        here = self._list.here
        meant = self._chosen or frozenset([here] if here else [])
        return tuple(one.id for one in not_filed(self._review) if one.id in meant)

    def action_role(self, number: int) -> None:
        """Say which role told them."""
        if (role := role_numbered(self._review, number)) is not None:
            self._file(None, role)

    def action_file(self) -> None:
        """Say that they are of the event."""
        if self._here is not None:
            self._file(self._here, None)

    async def action_find(self) -> None:
        """Find the event that they are of by its words or its time."""
        if self._review.events and self._meant():
            await self.app.push_screen(PickEventDialog("File it at", self._review, self._here), self._found)

    def _found(self, event: EventId | None) -> None:
        if event is not None:
            self._here = event
            self._file(event, None)

    def _file(self, event: EventId | None, role: RoleId | None) -> None:
        if meant := self._meant():
            self._show(self._desk.ask(file_accounts.asked(accounts=meant, event=event, role=role)))

    def action_remove(self) -> None:
        """Remove them, which can be undone."""
        if meant := self._meant():
            self._show(self._desk.ask(drop_caught.asked(accounts=meant)))

    def _show(self, review: Review) -> None:
        self._review = review
        waiting = frozenset(str(one.id) for one in not_filed(review))
        self._chosen &= waiting
        self._draw()
        if not waiting:
            self.dismiss(None)
            self._desk.say("all that was caught is filed; u takes the last step back")

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)
