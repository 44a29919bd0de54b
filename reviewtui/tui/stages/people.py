"""Who is here: the services, the roles and people that stand for them, and what the gaps cost."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from reviewtui.edits.meeting import end_meeting, start_meeting
from reviewtui.edits.naming import Change
from reviewtui.edits.people import mark_person, mark_role, remove_person, remove_role, remove_service
from reviewtui.model.lookups import Phase, attendance_of, person_of, phase_of, role_of, service_of
from reviewtui.model.place import Place
from reviewtui.model.review import (
    Attendance,
    EventId,
    Person,
    PersonId,
    Review,
    Role,
    RoleId,
    Service,
    ServiceId,
    Stage,
)
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.desk import Desk
from reviewtui.tui.dialogs.about_form import about_form
from reviewtui.tui.dialogs.people_forms import person_form, role_form, service_form
from reviewtui.tui.dialogs.plan_forms import clock_form
from reviewtui.tui.dialogs.record_form import RecordForm, RecordFormDialog
from reviewtui.tui.present.meeting import clock_words
from reviewtui.tui.present.people import gap_lines, people_rows, service_rows
from reviewtui.tui.present.words import stacked
from reviewtui.tui.stages.stage import StageView
from reviewtui.tui.widgets.drawn import Drawn
from reviewtui.tui.widgets.row_list import RowList

_ATTENDANCE = (Attendance.PRESENT, Attendance.LATE, Attendance.IN_WRITING, Attendance.ABSENT, Attendance.INVITED)
_ANY_WIDTH = 80
_NO_SERVICES = "No services yet: s adds one that set the incident off or was involved"
_NO_PEOPLE = "Nobody yet: r adds a role, p a person"


class PeopleStage(StageView):
    """Services on one side, roles and people on the other; the cursor is on one of them."""

    stage = Stage.PEOPLE
    where = Where.PEOPLE
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.PEOPLE)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._review: Review | None = None
        self._side = "people"

    def compose(self) -> ComposeResult:
        """Make the two sides."""
        with Vertical(id="services-side", classes="side"):
            yield RowList(id="services")
            yield Static(_NO_SERVICES, id="no-services", classes="empty", markup=False)
            yield Drawn(id="gaps")
        with Vertical(id="people-side", classes="side"):
            yield RowList(id="people")
            yield Static(_NO_PEOPLE, id="no-people", classes="empty", markup=False)

    def show(self, review: Review, here: EventId | None) -> None:  # noqa: ARG002 - events are of no matter here
        """Draw a review."""
        self._review = review
        self._draw()

    @property
    def place(self) -> Place:
        """The service, the role or the person that one stands at."""
        return Place(self.stage, record=self._rows.here or "")

    def stand_at(self, place: Place) -> None:
        """Go to a service, a role or a person."""
        if self._review and place.record:
            self._stand_at_record(
                "services" if service_of(self._review, ServiceId(place.record)) else "people", place.record
            )

    def on_resize(self, event: events.Resize) -> None:
        """Fit the tables to the width there is."""
        self.set_class(event.size.width >= 100, "-wide")

    def _draw(self) -> None:
        if (review := self._review) is None:
            return
        services, people = self.query_one("#services", RowList), self.query_one("#people", RowList)
        services.show(lambda width: service_rows(review, width))
        people.show(lambda width: people_rows(review, width))
        below = self.query_one("#gaps", Drawn)
        below.show(lambda width: stacked(gap_lines(review, width)))
        below.display = bool(gap_lines(review, _ANY_WIDTH))
        services.display, self.query_one("#no-services").display = bool(review.services), not review.services
        people.display = bool(review.roles or review.people)
        self.query_one("#no-people").display = not people.display
        self._mark_side()

    def _mark_side(self) -> None:
        for side in ("services", "people"):
            self.query_one(f"#{side}", RowList).set_class(side == self._side, "-active")

    # --- moving ------------------------------------------------------------------------------------------------------

    @property
    def _rows(self) -> RowList:
        return self.query_one(f"#{self._side}", RowList)

    @property
    def has_rows(self) -> bool:
        """Whether there is anything on one of the sides."""
        review = self._review
        return review is not None and bool(review.services or review.roles or review.people)

    def action_step(self, by: int) -> None:
        """Move by so many rows."""
        self._rows.step(by)

    def action_side(self) -> None:
        """Go to the other side."""
        self._side = "people" if self._side == "services" else "services"
        self._mark_side()

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self._side = event.option_list.id or self._side
        self._mark_side()

    # --- editing -----------------------------------------------------------------------------------------------------

    async def action_add_service(self) -> None:
        """Open the form of a new service."""
        if self._review:
            service = Service(id=ServiceId(self.desk.fresh_id()), name="")
            await self._open("services", service.id, service_form(self._review, service, is_new=True))

    async def action_add_role(self) -> None:
        """Open the form of a new role."""
        role = Role(id=RoleId(self.desk.fresh_id()), name="")
        await self._open("people", role.id, role_form(role, is_new=True))

    async def action_add_person(self) -> None:
        """Open the form of a new person, of the role that one stands at."""
        if self._review:
            person = Person(id=PersonId(self.desk.fresh_id()), name="", role=self._role_here(self._review))
            await self._open("people", person.id, person_form(self._review, person, is_new=True))

    def _role_here(self, review: Review) -> RoleId | None:
        here = self.query_one("#people", RowList).here
        person = person_of(review, PersonId(here or ""))
        role = role_of(review, person.role if person else RoleId(here or ""))
        return role.id if role else None

    async def action_about(self) -> None:
        """Open the form of the review itself."""
        if self._review:
            await self.app.push_screen(RecordFormDialog(self.desk, about_form(self._review), "about"))

    async def action_meeting(self) -> None:
        """Start the meeting, or end it; where it has been held, open the form of its clock."""
        if (review := self._review) is None:
            return
        match phase_of(review.meeting):
            case Phase.BEFORE:
                self._settle(start_meeting.asked(at=self.desk.now()), "m ends it")
            case Phase.UNDER_WAY:
                self._settle(end_meeting.asked(at=self.desk.now()), "m corrects its clock, or lets it go on")
            case Phase.HELD:
                await self._open_clock(review)

    def _settle(self, change: Change, then: str) -> None:
        before, review = self._review, self.desk.go_at_once(change)
        if review is not before:
            self.desk.say(f"the meeting: {clock_words(review.meeting, review.zone)}; {then}")

    async def _open_clock(self, review: Review) -> None:
        await self.app.push_screen(RecordFormDialog(self.desk, clock_form(review, self.desk.now()), "clock"))

    async def action_edit(self) -> None:
        """Open the form of what one stands at."""
        review, here = self._review, self._rows.here
        if review is None or here is None:
            return
        if service := service_of(review, ServiceId(here)):
            await self._open("services", here, service_form(review, service, is_new=False))
        elif role := role_of(review, RoleId(here)):
            await self._open("people", here, role_form(role, is_new=False))
        elif person := person_of(review, PersonId(here)):
            await self._open("people", here, person_form(review, person, is_new=False))

    async def _open(self, side: str, record: str, form: RecordForm) -> None:
        def stand_there(_: None) -> None:
            self._stand_at_record(side, record)

        await self.app.push_screen(RecordFormDialog(self.desk, form, f"{side}:{record}"), stand_there)

    def _stand_at_record(self, side: str, record: str) -> None:
        self._side = side
        self._rows.stand_at(record)
        self._mark_side()

    def action_attendance(self) -> None:
        """Mark who one stands at as the next of present, late, in writing, absent and invited."""
        review, here = self._review, self.query_one("#people", RowList).here
        if review is None or here is None or self._side != "people":
            return
        if role := role_of(review, RoleId(here)):
            self.desk.ask(mark_role.asked(role=role.id, attendance=_after(attendance_of(review, role))), f"mark:{here}")
        elif person := person_of(review, PersonId(here)):
            self.desk.ask(mark_person.asked(person=person.id, attendance=_after(person.attendance)), f"mark:{here}")

    def action_remove(self) -> None:
        """Remove what one stands at, which can be undone."""
        review, here = self._review, self._rows.here
        if review is None or here is None:
            return
        if service_of(review, ServiceId(here)):
            self.desk.ask(remove_service.asked(service=ServiceId(here)))
        elif role_of(review, RoleId(here)):
            self.desk.ask(remove_role.asked(role=RoleId(here)))
        else:
            self.desk.ask(remove_person.asked(person=PersonId(here)))


def _after(attendance: Attendance) -> Attendance:
    return _ATTENDANCE[(_ATTENDANCE.index(attendance) + 1) % len(_ATTENDANCE)]
