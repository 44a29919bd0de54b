"""Finding records in a review by what they name."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from itertools import product
from typing import TypeVar

from reviewtui.model.moments import order
from reviewtui.model.remembering import remembered
from reviewtui.model.review import (
    Account,
    AccountId,
    Action,
    ActionId,
    Attendance,
    DifferenceKind,
    Discussion,
    DiscussionId,
    Duty,
    Event,
    EventId,
    Factor,
    FactorId,
    Insight,
    InsightId,
    Meeting,
    Person,
    PersonId,
    Question,
    QuestionId,
    Review,
    Role,
    RoleId,
    Service,
    ServiceId,
    Veil,
)

Found = TypeVar("Found")


class Phase(StrEnum):
    """Whether the meeting is still to come."""

    BEFORE = "not started"
    UNDER_WAY = "under way"
    HELD = "held"


# From the least to the most there: a role is as present as whoever of its people is most so.
_PRESENCE = (
    Attendance.ABSENT,
    Attendance.INVITED,
    Attendance.IN_WRITING,
    Attendance.LATE,
    Attendance.PRESENT,
)


def _first(records: Iterable[Found], fits: Callable[[Found], bool]) -> Found | None:
    return next((record for record in records if fits(record)), None)


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return events in the order of time; those with equal times as they came."""
    return tuple(sorted(events, key=lambda event: order(event.when)))


def service_of(review: Review, service: ServiceId) -> Service | None:
    """Return the service with this id."""
    return _first(review.services, lambda one: one.id == service)


def role_of(review: Review, role: RoleId | None) -> Role | None:
    """Return the role with this id."""
    return _first(review.roles, lambda one: one.id == role)


def person_of(review: Review, person: PersonId | None) -> Person | None:
    """Return the person with this id."""
    return _first(review.people, lambda one: one.id == person)


def event_of(review: Review, event: EventId | None) -> Event | None:
    """Return the event with this id."""
    return _events_by_id(review.events).get(event) if event is not None else None


@remembered
def _events_by_id(events: tuple[Event, ...]) -> Mapping[EventId, Event]:
    return {event.id: event for event in reversed(events)}


def account_of(review: Review, account: AccountId | None) -> Account | None:
    """Return the account with this id."""
    return _first(review.accounts, lambda one: one.id == account)


def factor_of(review: Review, factor: FactorId | None) -> Factor | None:
    """Return the factor with this id."""
    return _first(review.factors, lambda one: one.id == factor)


def insight_of(review: Review, insight: InsightId | None) -> Insight | None:
    """Return the insight with this id."""
    return _first(review.insights, lambda one: one.id == insight)


def action_of(review: Review, action: ActionId | None) -> Action | None:
    """Return the action with this id."""
    return _first(review.actions, lambda one: one.id == action)


def question_of(review: Review, question: QuestionId | None) -> Question | None:
    """Return the question with this id."""
    return _first(review.questions, lambda one: one.id == question)


def prepared_questions(review: Review) -> tuple[Question, ...]:
    """Return the questions that the facilitator has prepared; they are private."""
    return tuple(question for question in review.questions if question.prepared and not question.parked)


def parked_questions(review: Review) -> tuple[Question, ...]:
    """Return what was set aside because it was off the subject; it is private."""
    return tuple(question for question in review.questions if question.prepared and question.parked)


def discussion_of(review: Review, discussion: DiscussionId | None) -> Discussion | None:
    """Return the discussion with this id."""
    return _first(review.discussions, lambda one: one.id == discussion)


def discussion_about(
    review: Review, kind: DifferenceKind, events: tuple[EventId, ...], roles: tuple[RoleId, ...]
) -> Discussion | None:
    """Return what the room made last of the difference of this kind between these roles at these events."""
    return _first(reversed(review.discussions), lambda one: (one.kind, one.events, one.roles) == (kind, events, roles))


def people_in(review: Review, role: RoleId) -> tuple[Person, ...]:
    """Return the people of a role, in the review's order."""
    return tuple(person for person in review.people if person.role == role)


def facilitators(review: Review) -> tuple[Person, ...]:
    """Return those who facilitate."""
    return tuple(person for person in review.people if person.duty is Duty.FACILITATOR)


def attendance_of(review: Review, role: Role) -> Attendance:
    """Return whether a role is there: what its people are, or if it has none what is said of the role itself."""
    people = people_in(review, role.id)
    if not people:
        return role.attendance
    return max((person.attendance for person in people), key=_PRESENCE.index)


def is_in_the_room(attendance: Attendance) -> bool:
    """Tell whether somebody is there; to come late is to be there."""
    return attendance in {Attendance.PRESENT, Attendance.LATE}


def phase_of(meeting: Meeting) -> Phase:
    """Return whether a meeting is still to come, under way or held."""
    if meeting.started is None:
        return Phase.BEFORE
    return Phase.UNDER_WAY if meeting.ended is None else Phase.HELD


def accounts_at(review: Review, event: EventId, role: RoleId | None = None) -> tuple[Account, ...]:
    """Return the accounts of an event, of one role or of all, in the order in which they were begun."""
    there = _accounts_by_event(review.accounts).get(event, ())
    return there if role is None else tuple(account for account in there if account.role == role)


@remembered
def _accounts_by_event(accounts: tuple[Account, ...]) -> Mapping[EventId | None, tuple[Account, ...]]:
    found: defaultdict[EventId | None, list[Account]] = defaultdict(list)
    for account in accounts:
        found[account.event].append(account)
    return {event: tuple(there) for event, there in found.items()}


def is_veiled(event: Event | None, account: Account) -> bool:
    """Tell whether an account may not be seen yet: a blind answer at an event that was not lifted.

    One that is not filed at an event waits for the event it will be filed at.
    """
    return account.blind and (event is None or event.veil is Veil.ON)


def veil_at(review: Review, event: EventId) -> Veil:
    """Return the veil of an event; off where nothing was written blind of it."""
    found = event_of(review, event)
    is_needed = any(account.blind and is_told(account) for account in accounts_at(review, event))
    return found.veil if found and is_needed else Veil.OFF


def veiled_accounts(review: Review) -> frozenset[AccountId]:
    """Return the accounts that may not be seen yet, filed or not."""
    events = {event.id: event for event in review.events}
    return frozenset(
        account.id
        for account in review.accounts
        if account.blind and is_veiled(events.get(account.event) if account.event else None, account)
    )


def accounts_in_sight(review: Review) -> tuple[Account, ...]:
    """Return the accounts as far as one may know of them: of several veiled ones of a role and an event, the first."""
    veiled = veiled_accounts(review)
    seats = {(one.event, one.role): one.id for one in reversed(review.accounts) if one.id in veiled}
    return tuple(one for one in review.accounts if one.id not in veiled or seats[one.event, one.role] == one.id)


def veiled_discussions(review: Review) -> frozenset[DiscussionId]:
    """Return the discussions whose sentence and note may tell of an account over which a veil was put back.

    So it may be where one of its roles has a veiled account of one of its events.
    """
    veiled = veiled_accounts(review)
    seats = {(account.event, account.role) for account in review.accounts if account.id in veiled}
    return frozenset(one.id for one in review.discussions if not seats.isdisjoint(product(one.events, one.roles)))


def is_told(account: Account) -> bool:
    """Tell whether anything stands in an account."""
    return bool(account.text.strip())


def has_told(review: Review, role: RoleId) -> bool:
    """Tell whether a role has told anything, of whichever event."""
    return role in _roles_that_told(review.accounts)


@remembered
def _roles_that_told(accounts: tuple[Account, ...]) -> frozenset[RoleId]:
    return frozenset(account.role for account in accounts if account.role is not None and is_told(account))


def is_in_writing(account: Account) -> bool:
    """Tell whether an account was written blind, and not told in the room; a prediction is told apart as that."""
    return account.blind and not account.prediction


def is_filed(account: Account) -> bool:
    """Tell whether it is known of which event an account is, and who told it."""
    return account.event is not None and account.role is not None


def not_filed(review: Review) -> tuple[Account, ...]:
    """Return what was caught and not filed yet, in the order in which it was."""
    return _not_filed(review.accounts)


@remembered
def _not_filed(accounts: tuple[Account, ...]) -> tuple[Account, ...]:
    return tuple(account for account in accounts if not is_filed(account))


def key_moments(review: Review) -> tuple[Event, ...]:
    """Return the events that the review is led by, in order."""
    return tuple(event for event in review.events if event.key_moment)


def short_name(role: Role) -> str:
    """Return what one types for a role: its short name, or the first word of its name."""
    return role.short_name or next(iter(role.name.split()), "").casefold()
