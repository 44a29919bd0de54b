"""Where the pictures differ, with what the room made of it, event by event."""

from typing import NamedTuple

from reviewtui.analysis.difference import Difference
from reviewtui.analysis.discussed import Discussions, Made, Point
from reviewtui.analysis.findings import Findings
from reviewtui.model.review import Event, EventId, Review


class AtEvent(NamedTuple):
    """An event at which pictures differ, or did when it was discussed."""

    event: Event
    points: tuple[Point, ...]


class _Known(NamedTuple):
    """The points of an event, and what they were made from."""

    found: tuple[Difference, ...]
    made: tuple[Made, ...]
    points: tuple[Point, ...]


class Points:
    """The points of a review, each event's found when it is first asked for.

    Args:
        review: The review.
        before: The points of an earlier form of it, which are not asked any more; what still holds is taken over.
    """

    def __init__(self, review: Review, before: "Points | None" = None) -> None:
        self.review = review
        self.findings: Findings = Findings(review, before.findings if before else None)
        self.known: dict[EventId, _Known] = before.known if before else {}
        self._discussions = Discussions(review)

    def at(self, event: EventId) -> tuple[Point, ...]:
        """Return the points of an event: certain ones, those to ask, then what was discussed and is no longer there."""
        found, made = self.findings.at(event), self._discussions.at(event)
        known = self.known.get(event)
        if known is None or known.found is not found or known.made != made:
            known = _Known(found, made, self._discussions.points(event, found))
            self.known[event] = known
        return known.points

    def events(self) -> tuple[Event, ...]:
        """Return the events at which pictures can differ: those that were told or discussed, in order."""
        return tuple(
            event for event in self.review.events if self.findings.is_told(event.id) or self._discussions.at(event.id)
        )

    def is_known_at(self, event: EventId) -> bool:
        """Tell whether it takes no time to say what differs at an event."""
        return self.findings.is_known_at(event)
