"""What is left to do in a review, as the library and the header tell it."""

from typing import NamedTuple

from reviewtui.model.lookups import attendance_of, is_in_the_room, is_told, is_veiled
from reviewtui.model.review import ActionState, Attendance, Review

_OPEN_ACTIONS = frozenset({ActionState.IDEA, ActionState.SOAKING, ActionState.AGREED})


class StillOpen(NamedTuple):
    """How much is left, by what it is."""

    moments: int
    """Key moments that are still to be told."""
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
    """Return how many key moments are still to be told: not discussed, and not told by every role in the room.

    What is veiled has not been told. While nobody is marked as being in the room, all are that were not marked absent.
    """
    attending = {role.id: attendance_of(review, role) for role in review.roles}
    room = [role for role, attendance in attending.items() if is_in_the_room(attendance)]
    room = room or [role for role, attendance in attending.items() if attendance is not Attendance.ABSENT]
    left = {event.id: event for event in review.events if event.key_moment and not event.discussed}
    told = {
        (account.event, account.role)
        for account in review.accounts
        if account.event in left and is_told(account) and not is_veiled(left[account.event], account)
    }
    return sum(any((event, role) not in told for role in room) for event in left)
