"""What stands between a review and its readers: what is to decide, and what the report says openly that it lacks.

To decide is up to the facilitator, and nothing is shared by itself. Known gaps can no longer be closed, or need not be:
the report states them, so that nobody takes a part for the whole.
"""

from typing import NamedTuple

from reviewtui.analysis.item import Item
from reviewtui.analysis.known_gaps import known_gaps
from reviewtui.analysis.to_decide import exposed, insights_for_nobody, parked, quotes, without_owner
from reviewtui.model.review import Review


class Readiness(NamedTuple):
    """How far a review is on its way to its readers."""

    to_decide: tuple[Item, ...]
    known_gaps: tuple[Item, ...]
    decided: tuple[Item, ...]
    """What was to decide and has been, as long as it stands in the review."""

    @property
    def is_ready(self) -> bool:
        """Whether nothing is to decide; known gaps do not count."""
        return not self.to_decide


def readiness(review: Review) -> Readiness:
    """Return what is to decide before a review is shared, what is known to be missing, and what has been decided."""
    looks = (exposed, quotes, without_owner, insights_for_nobody, parked)
    asked = tuple(item for look in looks for item in look(review))
    return Readiness(
        to_decide=tuple(item for item in asked if item.decision is None),
        known_gaps=known_gaps(review),
        decided=tuple(item for item in asked if item.decision is not None),
    )
