"""Who knew what, when: what reached each role of each key moment, over the whole review."""

from collections.abc import Mapping
from typing import NamedTuple

from reviewtui.analysis.signs import Sign, signs
from reviewtui.analysis.telling import counting_roles, telling_from, told_by_event
from reviewtui.analysis.told import Mark, Marks, mark_of, marks
from reviewtui.model.review import AccountId, Event, EventId, Review, RoleId


class Knowing(NamedTuple):
    """What is known of one event by each role."""

    event: Event
    signs: Mapping[RoleId, Sign]
    """The first sign of each role that told of one."""
    marks: Mapping[RoleId, Mark]
    """What there is of each role's account: told, written, not yet."""

    def account_of(self, role: RoleId) -> AccountId | None:
        """Return the account in which a role told of its first sign."""
        return self.signs[role].told.account.id if role in self.signs else None


def knowing(review: Review, here: EventId | None = None) -> tuple[Knowing, ...]:
    """Return who knew of which moment, and since when, in the order of the timeline.

    Args:
        review: The review.
        here: An event that is wanted in any case.

    Returns:
        The key moments, and the event that is wanted; while there is no key moment, all that something was told of.
    """
    told, roles, all_marks = told_by_event(review), counting_roles(review), marks(review)
    any_key = any(event.key_moment for event in review.events)
    wanted = (
        event for event in review.events if event.id == here or (event.key_moment if any_key else event.id in all_marks)
    )
    return tuple(
        _knowing(review, event, signs(telling_from(event, told.get(event.id, ()), roles)), all_marks)
        for event in wanted
    )


def _knowing(review: Review, event: Event, found: tuple[Sign, ...], all_marks: Marks) -> Knowing:
    return Knowing(
        event,
        {sign.role.id: sign for sign in found},
        {role.id: mark_of(all_marks, event.id, role.id) for role in review.roles},
    )
