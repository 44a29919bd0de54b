"""Which moments a role has not told, as far as one can see: it was not asked, or its answer may not be seen yet."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from reviewtui.analysis.told import Mark, mark_of, marks
from reviewtui.model.lookups import attendance_of, is_in_the_room, is_told, key_moments, veiled_accounts
from reviewtui.model.review import Event, EventId, Review, Role, RoleId


class Untold(NamedTuple):
    """A role, and the moments of which nothing is to be seen of it."""

    role: Role
    events: tuple[Event, ...]
    """Never empty."""


def untold(review: Review) -> tuple[Untold, ...]:
    """Return by role the key moments of which there is no account of it at all; only roles that are in the room."""
    there = (role for role in review.roles if is_in_the_room(attendance_of(review, role)))
    told = marks(review)
    return tuple(_of_each(there, key_moments(review), lambda event, role: mark_of(told, event, role) is Mark.NOT_YET))


def under_the_veil(review: Review) -> tuple[Untold, ...]:
    """Return by role the events of which it wrote an answer, and has told nothing that may be seen yet."""
    veiled = veiled_accounts(review)
    written = {(one.event, one.role) for one in review.accounts if one.id in veiled and is_told(one)}
    seen = {(one.event, one.role) for one in review.accounts if one.id not in veiled and is_told(one)}
    hidden = written - seen
    return tuple(_of_each(review.roles, review.events, lambda event, role: (event, role) in hidden))


def _of_each(
    roles: Iterable[Role], events: Iterable[Event], holds: Callable[[EventId, RoleId], bool]
) -> Iterator[Untold]:
    for role in roles:
        if found := tuple(event for event in events if holds(event.id, role.id)):
            yield Untold(role, found)
