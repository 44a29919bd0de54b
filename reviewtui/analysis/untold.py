"""Which moments a role has not told, as far as one can see: it was not asked, or its answer may not be seen yet."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reviewtui.analysis.told import Mark, mark_of, marks
from reviewtui.model.lookups import attendance_of, is_in_the_room, key_moments
from reviewtui.model.review import Event, Review, Role


class Untold(NamedTuple):
    """A role, and the moments of which nothing is to be seen of it."""

    role: Role
    events: tuple[Event, ...]
    """Never empty."""


def untold(review: Review) -> tuple[Untold, ...]:
    """Return by role the key moments of which there is no account of it at all; only roles that are in the room."""
    there = (role for role in review.roles if is_in_the_room(attendance_of(review, role)))
    return tuple(_marked(review, there, key_moments(review), Mark.NOT_YET))


def under_the_veil(review: Review) -> tuple[Untold, ...]:
    """Return by role the events of which it wrote an answer, and has told nothing that may be seen yet."""
    return tuple(_marked(review, review.roles, review.events, Mark.WRITTEN))


def _marked(review: Review, roles: Iterable[Role], events: Iterable[Event], mark: Mark) -> Iterator[Untold]:
    told = marks(review)
    for role in roles:
        if found := tuple(event for event in events if mark_of(told, event.id, role.id) is mark):
            yield Untold(role, found)
