"""What is left to do in a review, as the library tells it."""

from typing import NamedTuple

from reviewtui.analysis.telling import Telling, tellings
from reviewtui.model.lookups import attendance_of
from reviewtui.model.review import ActionState, Attendance, Review

_IN_THE_ROOM = frozenset({Attendance.PRESENT, Attendance.LATE})
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
        moments=sum(_is_open(review, telling) for telling in tellings(review) if telling.event.key_moment),
        questions=sum(not question.answer.strip() for question in review.questions),
        actions=sum(action.state in _OPEN_ACTIONS for action in review.actions),
    )


def _is_open(review: Review, telling: Telling) -> bool:
    return any(not one.lines and attendance_of(review, one.role) in _IN_THE_ROOM for one in telling.roles)
