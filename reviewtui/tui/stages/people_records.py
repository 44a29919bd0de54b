"""What can be done with what one stands at in People: its form, its removal, its move."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from reviewtui.analysis.representation import short_of
from reviewtui.edits.naming import Change
from reviewtui.edits.people import move_person, move_role, move_service, remove_person, remove_role, remove_service
from reviewtui.edits.plan import move_question, remove_question
from reviewtui.model.lookups import Phase, person_of, phase_of, question_of, role_of, service_of
from reviewtui.model.review import (
    Duty,
    Group,
    Person,
    PersonId,
    Question,
    QuestionId,
    Review,
    Role,
    RoleId,
    Service,
    ServiceId,
)
from reviewtui.tui.dialogs.people_forms import person_form, role_form, service_form
from reviewtui.tui.dialogs.plan_forms import clock_form, plan_form, question_form
from reviewtui.tui.dialogs.record_form import RecordForm
from reviewtui.tui.present.plan import AGENDA, CLOCK, INVITATION, NO_QUESTIONS, OPENING
from reviewtui.tui.present.services import FACILITATOR, GAP

SERVICES, PEOPLE, PLAN = "services", "people", "plan"
SIDES = (SERVICES, PEOPLE, PLAN)


class Opened(NamedTuple):
    """A form, and what one stands at when it is closed."""

    form: RecordForm
    side: str = ""
    """Empty: what one stood at before."""
    record: str = ""


class Records:
    """What can be done with a review's records.

    Args:
        review: The review.
        now: The time, in UTC.
        fresh_id: Gives an id for a new record.
    """

    def __init__(self, review: Review, now: datetime, fresh_id: Callable[[], str]) -> None:
        self._review = review
        self._now = now
        self._fresh_id = fresh_id

    # --- new ones ----------------------------------------------------------------------------------------------------

    def new_service(self) -> Opened:
        """Return the form of a new service."""
        service = Service(id=ServiceId(self._fresh_id()), name="")
        return Opened(service_form(self._review, service, is_new=True), SERVICES, service.id)

    def new_role(self, group: Group | None = None) -> Opened:
        """Return the form of a new role; of one for a group, that it is to stand for where nobody does."""
        role = Role(id=RoleId(self._fresh_id()), name="", groups=(group,) if group else ())
        services = short_of(self._review, group) if group else ()
        return Opened(role_form(role, is_new=True, services=services), PEOPLE, role.id)

    def new_person(self, role: RoleId | None, duty: Duty = Duty.PARTICIPANT) -> Opened:
        """Return the form of a new person of a role."""
        person = Person(id=PersonId(self._fresh_id()), name="", role=role, duty=duty)
        return Opened(person_form(self._review, person, is_new=True), PEOPLE, person.id)

    def new_question(self) -> Opened:
        """Return the form of a new prepared question."""
        question = Question(id=QuestionId(self._fresh_id()), text="", prepared=True)
        return Opened(question_form(self._review, question, is_new=True), PLAN, question.id)

    # --- those there are ---------------------------------------------------------------------------------------------

    def form(self, record: str) -> Opened | None:
        """Return the form of what has a row; `None` if it has none."""
        review = self._review
        if service := service_of(review, ServiceId(record)):
            return Opened(service_form(review, service, is_new=False), SERVICES, record)
        if role := role_of(review, RoleId(record)):
            return Opened(role_form(role, is_new=False), PEOPLE, record)
        if person := person_of(review, PersonId(record)):
            return Opened(person_form(review, person, is_new=False), PEOPLE, record)
        if question := question_of(review, QuestionId(record)):
            return Opened(question_form(review, question, is_new=False), PLAN, record)
        return self._of_the_plan(record) or self._of_what_is_missing(record)

    def _of_the_plan(self, record: str) -> Opened | None:
        if record == NO_QUESTIONS:
            return self.new_question()
        if record == CLOCK and phase_of(self._review.meeting) is not Phase.BEFORE:
            return self.clock()
        return self.plan() if record in {CLOCK, AGENDA} else None

    def plan(self) -> Opened:
        """Return the form of the plan."""
        return Opened(plan_form(self._review))

    def clock(self) -> Opened:
        """Return the form of the meeting's clock."""
        return Opened(clock_form(self._review, self._now))

    def _of_what_is_missing(self, record: str) -> Opened | None:
        if record.startswith(GAP):
            return self.new_role(Group(record.removeprefix(GAP)))
        if not record.startswith(FACILITATOR):
            return None
        there = person_of(self._review, PersonId(record.removeprefix(FACILITATOR)))
        return self.form(there.id) if there else self.new_person(None, Duty.FACILITATOR)

    def removal(self, record: str) -> Change | None:
        """Return the change that removes something; `None` if it can't be."""
        if service_of(self._review, ServiceId(record)):
            return remove_service.asked(service=ServiceId(record))
        if role_of(self._review, RoleId(record)):
            return remove_role.asked(role=RoleId(record))
        if person_of(self._review, PersonId(record)):
            return remove_person.asked(person=PersonId(record))
        if question_of(self._review, QuestionId(record)):
            return remove_question.asked(question=QuestionId(record))
        return None

    def move(self, record: str, by: int) -> Change | None:
        """Return the change that moves something up (-1) or down (1) among its like; `None` if it can't be moved."""
        if service_of(self._review, ServiceId(record)):
            return move_service.asked(service=ServiceId(record), by=by)
        if role_of(self._review, RoleId(record)):
            return move_role.asked(role=RoleId(record), by=by)
        if person_of(self._review, PersonId(record)):
            return move_person.asked(person=PersonId(record), by=by)
        if question_of(self._review, QuestionId(record)):
            return move_question.asked(question=QuestionId(record), by=by)
        return None

    def side(self, record: str) -> str:
        """Return the side that a record is on."""
        if service_of(self._review, ServiceId(record)) or record.startswith((GAP, FACILITATOR)):
            return SERVICES
        is_planned = question_of(self._review, QuestionId(record)) or record in {CLOCK, AGENDA, INVITATION, OPENING}
        return PLAN if is_planned else PEOPLE
