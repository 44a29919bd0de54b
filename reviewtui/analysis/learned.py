"""What a review comes to, in the groups in which it is looked at."""

from collections.abc import Iterable
from typing import NamedTuple

from reviewtui.model.review import (
    Action,
    ActionState,
    Event,
    Factor,
    FactorKind,
    Insight,
    Lens,
    Question,
    Review,
)
from reviewtui.notation.learned import Kind

Learned = Factor | Insight | Action | Question

_STATES = (
    ActionState.AGREED,
    ActionState.UNDER_WAY_ELSEWHERE,
    ActionState.DONE,
    ActionState.SOAKING,
    ActionState.IDEA,
    ActionState.DECLINED,
)
OPEN = "open"
ANSWERED = "answered"
PREPARED = "prepared"
PARKED = "parked"


class Together(NamedTuple):
    """Records that are looked at together."""

    name: str
    """What they have in common: a kind of factor, a lens, a state."""
    records: tuple[Learned, ...]


def records(review: Review, kind: Kind) -> tuple[Learned, ...]:
    """Return all records of a kind, in the review's order."""
    if kind is Kind.FACTOR:
        return review.factors
    if kind is Kind.INSIGHT:
        return review.insights
    return review.actions if kind is Kind.ACTION else review.questions


def together(review: Review, kind: Kind) -> tuple[Together, ...]:
    """Return the records of a kind as they are looked at: what belongs together in one group, in the review's order."""
    names: Iterable[str] = {
        Kind.FACTOR: FactorKind,
        Kind.INSIGHT: Lens,
        Kind.ACTION: _STATES,
        Kind.QUESTION: (OPEN, ANSWERED, PARKED, PREPARED),
    }[kind]
    everything = records(review, kind)
    found = (Together(name, tuple(one for one in everything if group_of(one) == name)) for name in names)
    return tuple(one for one in found if one.records)


def group_of(record: Learned) -> str:
    """Return what a record has in common with those that it is looked at with."""
    match record:
        case Factor():
            return record.kind
        case Insight():
            return record.lens
        case Action():
            return record.state
        case Question():
            own = PARKED if record.parked else PREPARED
            return own if record.prepared else ANSWERED if record.answer.strip() else OPEN


def is_private(record: Learned) -> bool:
    """Tell whether a record is the facilitator's own."""
    return group_of(record) in {PREPARED, PARKED}


def kind_of(record: Learned) -> Kind:
    """Return which of the four kinds a record is."""
    match record:
        case Factor():
            return Kind.FACTOR
        case Insight():
            return Kind.INSIGHT
        case Action():
            return Kind.ACTION
        case Question():
            return Kind.QUESTION


def learned_of(review: Review, record: str) -> Learned | None:
    """Return the factor, insight, action or question with this id."""
    return next((one for kind in Kind for one in records(review, kind) if one.id == record), None)


def neighbour(review: Review, record: Learned, by: int) -> Learned | None:
    """Return the record so many places further in the same group; `None` past its ends."""
    group = next(one.records for one in together(review, kind_of(record)) if one.name == group_of(record))
    place = group.index(record) + by
    return group[place] if 0 <= place < len(group) else None


def events_of(review: Review, record: Learned) -> tuple[Event, ...]:
    """Return the events that a record is about, in the order of time; those of an action are its insights'."""
    match record:
        case Question():
            named = {record.event}
        case Action():
            named = {event for one in review.insights if one.id in record.insights for event in one.events}
        case _:
            named = set(record.events)
    return tuple(event for event in review.events if event.id in named)
