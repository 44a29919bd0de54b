"""Which key moments a role that was in the room has not told: as far as one can see it was not asked."""

from typing import NamedTuple

from reviewtui.analysis.telling import tellings
from reviewtui.model.lookups import attendance_of, is_in_the_room
from reviewtui.model.review import Event, Review, Role


class Untold(NamedTuple):
    """A role, and the key moments of which there is no account of it."""

    role: Role
    events: tuple[Event, ...]
    """Never empty."""


def untold(review: Review) -> tuple[Untold, ...]:
    """Return by role the key moments that it has not told, as far as may be seen; only roles that are in the room."""
    at_key_moments = tuple(telling for telling in tellings(review) if telling.event.key_moment)
    found = tuple(
        Untold(role, tuple(telling.event for telling in at_key_moments if not telling.is_told_by(role.id)))
        for role in review.roles
        if is_in_the_room(attendance_of(review, role))
    )
    return tuple(one for one in found if one.events)
