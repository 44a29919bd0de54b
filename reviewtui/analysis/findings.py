"""The differences of a review event by event, each found when it is first asked for, and not again after an edit."""

from typing import NamedTuple

from reviewtui.analysis.difference import Difference, Everywhere, Scene
from reviewtui.analysis.differences import differences_in
from reviewtui.analysis.naming_lines import Asked
from reviewtui.analysis.telling import Telling, counting_roles, telling_from, told_by_event
from reviewtui.analysis.to_ask import asked_at
from reviewtui.model.review import Account, Event, EventId, Review


class Found(NamedTuple):
    """What was found at an event, and what it rests on there and elsewhere."""

    event: Event
    accounts: tuple[Account, ...]
    asked: frozenset[Asked]
    differences: tuple[Difference, ...]


class Findings:
    """The differences of a review.

    Args:
        review: The review.
        before: The findings of an earlier form of it; what rests on nothing that is another now is taken over.
    """

    def __init__(self, review: Review, before: "Findings | None" = None) -> None:
        self.review = review
        self.around: Everywhere = Everywhere(review, before.around if before else None)
        self._told = told_by_event(review)
        self._roles = counting_roles(review)
        self._events = {event.id: event for event in review.events}
        taken_over = before is not None and _is_on_the_same_ground(before.review, review)
        self.found: dict[EventId, Found] = self._still_so(before) if before and taken_over else {}

    def at(self, event: EventId) -> tuple[Difference, ...]:
        """Return where the pictures of an event differ, certain ones first; none if the review has no such event."""
        if event not in self._events or event not in self._told:
            return ()
        if event not in self.found:
            telling = self.telling(self._events[event])
            found = tuple(differences_in(Scene(telling, self.around)))
            self.found[event] = Found(telling.event, self._told[event], asked_at(telling), found)
        return self.found[event].differences

    def telling(self, event: Event) -> Telling:
        """Return what was told of an event of the review."""
        return telling_from(event, self._told.get(event.id, ()), self._roles)

    def is_told(self, event: EventId) -> bool:
        """Tell whether anything was told of an event."""
        return event in self._told

    def is_known_at(self, event: EventId) -> bool:
        """Tell whether it takes no time to say what differs at an event."""
        return event in self.found or event not in self._told

    def _still_so(self, before: "Findings") -> dict[EventId, Found]:
        anew = self.around.no_longer_known
        return {
            id_: found
            for id_, found in before.found.items()
            if self._events.get(id_) is found.event
            and self._told.get(id_) == found.accounts
            and (not anew or anew.isdisjoint(found.asked))
        }


def _is_on_the_same_ground(before: Review, review: Review) -> bool:
    """Tell whether nothing is another that the differences of every event rest on."""
    return (
        before.roles is review.roles
        and before.people is review.people
        and before.zone == review.zone
        and before.settings.timing_threshold_minutes == review.settings.timing_threshold_minutes
    )
