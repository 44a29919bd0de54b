"""Somebody arrives: who it is."""

from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from reviewtui.analysis.arrivals import Awaited, arrives_as, awaited
from reviewtui.edits.naming import Change
from reviewtui.edits.people import mark_person, mark_role
from reviewtui.model.place import Place
from reviewtui.model.review import Person, PersonId, Review, RoleId
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.desk import Desk
from reviewtui.tui.dialogs.people_forms import person_form
from reviewtui.tui.dialogs.record_form import RecordFormDialog
from reviewtui.tui.present.arrivals import SOMEBODY_ELSE, arrival_rows
from reviewtui.tui.widgets.foot_line import FootLine
from reviewtui.tui.widgets.row_list import RowList


class Arrived(NamedTuple):
    """Who is to be caught up: a person, a role of which nobody is named, or with neither nobody in particular."""

    person: PersonId | None = None
    role: RoleId | None = None


class ArrivalDialog(ModalScreen[Arrived | None]):
    """Those who are not here: one of them is marked, or somebody added; gives who it is, or `None` if it was left.

    Args:
        desk: Where changes are asked for.
        review: The review.
        place: Where one stands: whoever is awaited there is the first choice.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.ARRIVAL)
    where = Where.ARRIVAL

    def __init__(self, desk: Desk, review: Review, place: Place) -> None:
        super().__init__()
        self._desk = desk
        self._review = review
        self._at = place

    def compose(self) -> ComposeResult:
        """Make the list."""
        with Vertical(classes="dialog"):
            yield Static("Who has arrived", classes="dialog-title", markup=False)
            yield RowList(id="awaited")
            yield FootLine(Where.ARRIVAL)

    def on_mount(self) -> None:
        """Stand at whoever one stands at in the stage, or else at the first."""
        self._list.show(lambda width: arrival_rows(self._review, width))
        self._list.stand_at(self._at.record)

    @property
    def _list(self) -> RowList:
        return self.query_one(RowList)

    def action_step(self, by: int) -> None:
        """Move by so many rows."""
        self._list.step(by)

    @on(OptionList.OptionSelected)
    async def action_take(self) -> None:
        """Mark who the cursor is on as here."""
        here = self._list.here
        if here == SOMEBODY_ELSE:
            await self.action_add()
        elif one := next((one for one in awaited(self._review) if one.id == here), None):
            self._desk.ask(_marked(one, self._review))
            self.dismiss(Arrived(one.person.id) if one.person else Arrived(role=RoleId(one.id)))

    async def action_add(self) -> None:
        """Add somebody who is not on the list, of the role that one stands at, and here."""
        person = Person(
            id=PersonId(self._desk.fresh_id()), name="", role=self._at.role, attendance=arrives_as(self._review)
        )
        form = person_form(self._review, person, is_new=True)._replace(title="Somebody who has arrived")
        await self.app.push_screen(
            RecordFormDialog(self._desk, form, f"arrived:{person.id}"), lambda _: self.dismiss(Arrived(person.id))
        )

    def action_catch_up(self) -> None:
        """Show where the review stands, and mark nobody."""
        self.dismiss(Arrived())

    def action_leave(self) -> None:
        """Leave with everybody as they are."""
        self.dismiss(None)


def _marked(one: Awaited, review: Review) -> Change:
    if one.person:
        return mark_person.asked(person=one.person.id, attendance=arrives_as(review))
    return mark_role.asked(role=RoleId(one.id), attendance=arrives_as(review))
