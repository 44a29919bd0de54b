"""How much each role, and each person as far as it is known, has spoken so far. Private, and no judgement of anyone.

Written answers are not speech: whoever has only written has not been heard in the room yet.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from reviewtui.model.lookups import event_of, is_told, key_moments, people_in
from reviewtui.model.review import Account, Event, EventId, Person, Review, Role, RoleId, Via

_SPOKEN = frozenset({Via.ROOM, Via.TRANSCRIPT})


class Voice(NamedTuple):
    """How much a role or a person has spoken."""

    role: Role
    person: Person | None
    """`None`: the role as a whole."""
    spoken: int
    """Of how many of the discussed events."""
    last_event: Event | None
    """The event it spoke of last."""
    last: datetime | None
    """When it began to, in UTC."""


class Voices(NamedTuple):
    """Who has spoken of how many of the events that were discussed."""

    discussed: int
    """The events that were marked as discussed, and those of which anybody has spoken."""
    voices: tuple[Voice, ...]
    """Each role in the review's order, behind it its people."""


def is_spoken(account: Account) -> bool:
    """Tell whether an account was said aloud, of an event, by a role."""
    return bool(account.via in _SPOKEN and not account.blind and account.event and account.role and is_told(account))


def voices(review: Review) -> Voices:
    """Return how much each role and each person has spoken."""
    spoken = spoken_accounts(review)
    told: defaultdict[str, list[Account]] = defaultdict(list)
    for account in spoken:
        for teller in {account.role, account.person} - {None}:
            told[str(teller)].append(account)
    rows = tuple(
        _voice(review, role, person, told.get(person.id if person else role.id, ()))
        for role in review.roles
        for person in (None, *people_in(review, role.id))
    )
    return Voices(len(_discussed(review, spoken)), rows)


def spoken_accounts(review: Review) -> tuple[Account, ...]:
    """Return what was said aloud of an event that is there."""
    there = {event.id for event in review.events}
    return tuple(account for account in review.accounts if account.event in there and is_spoken(account))


def not_spoken_of(review: Review, role: RoleId) -> tuple[Event, ...]:
    """Return the key moments that a role has not spoken of, in the order of time."""
    spoken = {account.event for account in spoken_accounts(review) if account.role == role}
    return tuple(event for event in key_moments(review) if event.id not in spoken)


def _discussed(review: Review, spoken: Iterable[Account]) -> set[EventId]:
    marked = {event.id for event in review.events if event.discussed}
    return marked | {account.event for account in spoken if account.event}


def _voice(review: Review, role: Role, person: Person | None, told: Iterable[Account]) -> Voice:
    in_time = sorted(told, key=lambda account: account.recorded_at)
    last = in_time[-1] if in_time else None
    events = {account.event for account in told}
    return Voice(
        role, person, len(events), event_of(review, last.event) if last else None, last.recorded_at if last else None
    )
