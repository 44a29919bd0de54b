"""What is left to do in a review, as the library and the header tell it."""

from typing import NamedTuple

from reviewtui.model.lookups import attendance_of, is_in_the_room, is_told, is_veiled
from reviewtui.model.review import ActionState, Review

_OPEN_ACTIONS = frozenset({ActionState.IDEA, ActionState.SOAKING, ActionState.AGREED})


class StillOpen(NamedTuple):
    """How much is left, by what it is."""

    moments: int
    """Key moments that a role in the room has not told."""
    questions: int
    """Questions without an answer."""
    actions: int
    """Actions that are neither done, declined nor under way elsewhere."""


def still_open(review: Review) -> StillOpen:
    """Return how much is left to do in a review."""
    return StillOpen(
        moments=moments_left(review),
        questions=sum(not question.answer.strip() for question in review.questions),
        actions=sum(action.state in _OPEN_ACTIONS for action in review.actions),
    )


def moments_left(review: Review) -> int:
    """Return how many key moments some role in the room has not told; what is veiled has not been told."""
    room = [role.id for role in review.roles if is_in_the_room(attendance_of(review, role))]
    key_moments = {event.id: event for event in review.events if event.key_moment}
    told = {
        (account.event, account.role)
        for account in review.accounts
        if account.event in key_moments and is_told(account) and not is_veiled(key_moments[account.event], account)
    }
    return sum(any((event, role) not in told for role in room) for event in key_moments)
