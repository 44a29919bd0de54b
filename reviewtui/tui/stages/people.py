"""Who is here and what for: the services, the roles and people that stand for them, what gaps cost, and the plan."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from reviewtui.analysis.operating import offer_of_roles
from reviewtui.analysis.phrases import joined
from reviewtui.edits.meeting import end_meeting, start_meeting
from reviewtui.edits.naming import Change
from reviewtui.edits.people import mark_person, mark_role, take_roles
from reviewtui.model.lookups import Phase, attendance_of, person_of, phase_of, role_of
from reviewtui.model.place import Place
from reviewtui.model.review import Attendance, EventId, PersonId, Review, Role, RoleId, Stage
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.desk import Desk
from reviewtui.tui.dialogs.about_form import about_form
from reviewtui.tui.dialogs.record_form import RecordFormDialog
from reviewtui.tui.messages import RowsChanged
from reviewtui.tui.present.meeting import clock_words
from reviewtui.tui.present.people import nobody_words, people_rows
from reviewtui.tui.present.plan import INVITATION, OPENING, plan_rows
from reviewtui.tui.present.services import OFFER, gap_count, gap_lines, service_rows
from reviewtui.tui.present.words import counted, row, stacked
from reviewtui.tui.stages.people_records import PEOPLE, PLAN, SERVICES, SIDES, Opened, Records
from reviewtui.tui.stages.stage import StageView
from reviewtui.tui.widgets.drawn import Drawn
from reviewtui.tui.widgets.row_list import RowList, Rows
from reviewtui.tui.widgets.side_tabs import SideTabs

_ATTENDANCE = (Attendance.PRESENT, Attendance.LATE, Attendance.IN_WRITING, Attendance.ABSENT, Attendance.INVITED)
_NO_SERVICES = "No services yet: s adds one that set it off or was involved"
_WIDE = 100
_ROWS: tuple[tuple[str, Callable[[Review, int], Rows]], ...] = (
    (SERVICES, service_rows),
    (PEOPLE, people_rows),
    (PLAN, plan_rows),
)


class PeopleStage(StageView):
    """Three sides: services and gaps, roles and people, the plan. The cursor is on one row of one of them."""

    stage = Stage.PEOPLE
    where = Where.PEOPLE
    wide_from = _WIDE
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.PEOPLE)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._review: Review | None = None
        self._side = PEOPLE

    def compose(self) -> ComposeResult:
        """Make the three sides; where there is room for one of them, the tabs say which."""
        yield SideTabs(id="people-tabs")
        with Horizontal():
            with Vertical(id="services-and-plan"):
                with Vertical(id="services-side", classes="side"):
                    yield Static(_NO_SERVICES, id="no-services", classes="empty", markup=False)
                    yield RowList(id=SERVICES)
                with Vertical(id="plan-side", classes="side"):
                    yield RowList(id=PLAN)
            with Vertical(id="people-side", classes="side"):
                yield Static("", id="no-people", classes="empty", markup=False)
                yield RowList(id=PEOPLE)
                yield Drawn(id="gaps")

    def show(self, review: Review, here: EventId | None) -> None:  # noqa: ARG002 - events are of no matter here
        """Draw a review."""
        self._review = review
        self._draw()

    @property
    def place(self) -> Place:
        """What one stands at, on whichever side."""
        return Place(self.stage, record=self._rows.here or "")

    def stand_at(self, place: Place) -> None:
        """Go to a service, a role, a person or a prepared question."""
        if (records := self._records) is not None and place.record:
            self._stand_at_record(records.side(place.record), place.record)

    def _draw(self) -> None:
        if (review := self._review) is None:
            return
        for side, rows in _ROWS:
            self.query_one(f"#{side}", RowList).show(lambda width, rows=rows: rows(review, width))  # type: ignore[misc]  # bound by its default
        missing, nobody = self.query_one("#gaps", Drawn), self.query_one("#no-people", Static)
        missing.show(lambda width: stacked(gap_lines(review, width)))
        missing.set_class(bool(gap_lines(review, _WIDE)), "-missing")
        self.query_one("#no-services").display = not review.services
        nobody.update(words := nobody_words(review))
        nobody.display = bool(words)
        self._mark_side()

    def _mark_side(self) -> None:
        for side in SIDES:
            self.query_one(f"#{side}", RowList).set_class(side == self._side, "-active")
            self.set_class(side == self._side, f"-at-{side}")
        if self._review:
            self.query_one(SideTabs).show(_tabs(self._review), self._side)
        self.post_message(RowsChanged())

    # --- moving ------------------------------------------------------------------------------------------------------

    @property
    def _rows(self) -> RowList:
        return self.query_one(f"#{self._side}", RowList)

    @property
    def has_rows(self) -> bool:
        """Whether there is anything on the side that one is on."""
        return self._rows.here is not None

    @property
    def _records(self) -> Records | None:
        if self._review is None:
            return None
        return Records(self._review, self.desk.now(), self.desk.fresh_id)

    def action_step(self, by: int) -> None:
        """Move by so many rows."""
        self._rows.step(by)

    def action_side(self, by: int) -> None:
        """Go to the next side (1), or the one before (-1)."""
        self._go_to_side(SIDES[(SIDES.index(self._side) + by) % len(SIDES)])

    def _go_to_side(self, side: str) -> None:
        self._side = side
        self._mark_side()

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self._go_to_side(event.option_list.id or self._side)

    @on(SideTabs.Wanted)
    def _side_clicked(self, message: SideTabs.Wanted) -> None:
        self._go_to_side(message.side)

    def _stand_at_record(self, side: str, record: str) -> None:
        self._go_to_side(side)
        self._rows.stand_at(record)

    # --- editing -----------------------------------------------------------------------------------------------------

    async def action_add_service(self) -> None:
        """Open the form of a new service."""
        await self._open(lambda records: records.new_service())

    async def action_add_role(self) -> None:
        """Open the form of a new role."""
        await self._open(lambda records: records.new_role())

    async def action_add_person(self) -> None:
        """Open the form of a new person, of the role that one stands at."""
        await self._open(lambda records: records.new_person(self._role_here()))

    def _role_here(self) -> RoleId | None:
        here = self.query_one(f"#{PEOPLE}", RowList).here
        if self._review is None or here is None:
            return None
        person = person_of(self._review, PersonId(here))
        role = role_of(self._review, person.role if person else RoleId(here))
        return role.id if role else None

    async def action_prepare(self) -> None:
        """Open the form of a new prepared question."""
        await self._open(lambda records: records.new_question())

    async def action_plan(self) -> None:
        """Open the form of the plan."""
        await self._open(lambda records: records.plan())

    async def action_invitation(self) -> None:
        """Show the invitation, to copy or save."""
        from reviewtui.tui.screens.invitation import InvitationScreen

        if self._review is not None:
            await self.app.push_screen(InvitationScreen(self.desk, self._review))

    async def action_opening(self) -> None:
        """Show purpose and ground rules, to read aloud."""
        from reviewtui.tui.screens.opening import OpeningScreen

        await self.app.push_screen(OpeningScreen(self.desk.phrasebook))

    async def action_about(self) -> None:
        """Open the form of the review itself; if it changes who runs what is built, say what that asks for."""
        if (review := self._review) is None:
            return

        def say_what_it_asks_for(_: None) -> None:
            if self._review and self._review.operating_model is not review.operating_model:
                self._say_offer(self._review)

        await self.app.push_screen(RecordFormDialog(self.desk, about_form(review), "about"), say_what_it_asks_for)

    async def action_edit(self) -> None:
        """Open the form of what one stands at; on the roles that are offered, take them."""
        here = self._rows.here
        if here == OFFER:
            self.action_take_roles()
        elif here == INVITATION:
            await self.action_invitation()
        elif here == OPENING:
            await self.action_opening()
        elif here is not None:
            await self._open(lambda records: records.form(here))

    async def _open(self, opened_of: Callable[[Records], Opened | None]) -> None:
        opened = opened_of(self._records) if self._records else None
        if opened is None:
            return

        def stand_there(_: None) -> None:
            if opened.side:
                self._stand_at_record(opened.side, opened.record)

        dialog = RecordFormDialog(self.desk, opened.form, f"{opened.form.title}:{opened.record}")
        await self.app.push_screen(dialog, stand_there)

    def action_attendance(self) -> None:
        """Mark who one stands at as the next of present, late, in writing, absent and invited."""
        review, here = self._review, self._rows.here
        if review is None or here is None:
            return
        if role := role_of(review, RoleId(here)):
            self.desk.ask(mark_role.asked(role=role.id, attendance=_after(attendance_of(review, role))), f"mark:{here}")
        elif person := person_of(review, PersonId(here)):
            self.desk.ask(mark_person.asked(person=person.id, attendance=_after(person.attendance)), f"mark:{here}")

    def action_remove(self) -> None:
        """Remove what one stands at, which can be undone."""
        self._ask(lambda records, here: records.removal(here))

    def action_move(self, by: int) -> None:
        """Move what one stands at up (-1) or down (1) among its like."""
        self._ask(lambda records, here: records.move(here, by))

    def _ask(self, change_of: Callable[[Records, str], Change | None]) -> None:
        records, here = self._records, self._rows.here
        if records is not None and here is not None and (change := change_of(records, here)):
            self.desk.ask(change)

    def action_take_roles(self) -> None:
        """Take the roles that the operating model begins with and that are not there."""
        if self._review is None:
            return
        if (offer := offer_of_roles(self._review)) is None:
            self.desk.say("the roles there are stand for all that the operating model asks for")
            return
        roles = tuple(Role(id=RoleId(self.desk.fresh_id()), **first._asdict()) for first in offer.roles)
        self.desk.ask(take_roles.asked(roles=roles, without=tuple(role.id for role in offer.without)))
        self.desk.say(f"added {joined(role.name for role in roles)}; u takes it back")

    def _say_offer(self, review: Review) -> None:
        if offer := offer_of_roles(review):
            names = joined(role.name for role in offer.roles)
            self.desk.say(f"{review.operating_model.value} begins with {names}: R takes that over")

    # --- the meeting -------------------------------------------------------------------------------------------------

    async def action_meeting(self) -> None:
        """Start the meeting, or end it; where it has been held, open the form of its clock."""
        if self._review is None:
            return
        match phase_of(self._review.meeting):
            case Phase.BEFORE:
                self._settle(start_meeting.asked(at=self.desk.now()), "g reads the ground rules, m ends it")
            case Phase.UNDER_WAY:
                self._settle(end_meeting.asked(at=self.desk.now()), "m corrects its clock, or lets it go on")
            case Phase.HELD:
                await self._open(lambda records: records.clock())

    def _settle(self, change: Change, then: str) -> None:
        before, review = self._review, self.desk.go_at_once(change)
        if review is not before:
            self.desk.say(f"{clock_words(review.meeting, review.zone)}; {then}")


def _after(attendance: Attendance) -> Attendance:
    return _ATTENDANCE[(_ATTENDANCE.index(attendance) + 1) % len(_ATTENDANCE)]


def _tabs(review: Review) -> tuple[tuple[str, Content], ...]:
    """Return the names of the sides; where there are gaps, that of the services says how many."""
    missing = gap_count(review)
    services = row("Services", (f" ○ {counted(missing, 'gap')}", "$key-moment")) if missing else Content("Services")
    return ((SERVICES, services), (PEOPLE, Content("People")), (PLAN, Content("Plan")))
