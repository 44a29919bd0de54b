"""Finding an event among many by a few words of it, or by its time."""

from bisect import bisect_left
from datetime import date, datetime, timedelta
from functools import cache
from heapq import nsmallest
from typing import NamedTuple

from reviewtui.analysis.folding import folded
from reviewtui.model.moments import day_of
from reviewtui.model.review import Event, EventId, EventKind, Review
from reviewtui.notation.capture import instants_meant
from reviewtui.notation.clock import scan_time
from reviewtui.notation.moment import clock_text

MOST = 200
"""How many events are given at most; nobody reads more, and another word narrows them."""
_NEAR = 75
"""The likeness, of 100, from which a word counts as one that was misspelt."""
_SHORTEST = 4
"""Letters of the shortest word that is looked for in other spellings."""
_FAR = timedelta.max


class Picks(NamedTuple):
    """The events that fit, by their places in the review."""

    places: tuple[int, ...] = ()
    """In the order of the review."""
    best: int | None = None
    """The one that fits best."""
    fitting: int = 0
    """How many there are, with those that are not given."""


class EventIndex:
    """The events of a review made ready to be picked from, once for as long as they stay the same.

    Args:
        review: The review.
    """

    def __init__(self, review: Review) -> None:
        self._review = review
        spoken = cache(_spoken_day)
        self._heads = tuple(_head(review, event, spoken(day_of(event.when, review.zone))) for event in review.events)
        self._details = tuple(f" {' '.join(folded(event.detail).split())}" for event in review.events)
        self._timed = [event.when.start for event in review.events if event.when.start is not None]

    def like(self, query: str, here: EventId | None) -> Picks:
        """Return the events that are like `query`: a time, words in any order, or both. Takes any text; never raises.

        A time narrows nothing: the event nearest to it fits best. Of those that fit as well as each other the one
        nearest to where one is does.

        Args:
            query: What was typed.
            here: The event that one is at.
        """
        written = scan_time(query)
        is_time = written is not None and written.start is not None
        meant = sorted(instants_meant(self._review, written, self._timed)) if written and is_time else []
        words = tuple(folded(query[written.length :] if written and is_time else query).split())
        place = next((number for number, event in enumerate(self._review.events) if event.id == here), 0)
        fits = self._fits(words)
        ranked = [
            ((fit, _distance(self._review.events[number], meant), abs(number - place)), number)
            for number, fit in fits.items()
        ]
        best = nsmallest(MOST, ranked)
        return Picks(tuple(sorted(number for _, number in best)), best[0][1] if best else None, len(ranked))

    def _fits(self, words: tuple[str, ...]) -> dict[int, int]:
        """Return how well events have some words in them, by their places; if none has them, those that are like it."""
        found = ((place, self._fit(place, words)) for place in range(len(self._heads)))
        fits = {place: fit for place, fit in found if fit is not None}
        alike = (place for place, head in enumerate(self._heads) if all(_is_like(word, head) for word in words))
        return fits or dict.fromkeys(alike, 0)

    def _fit(self, place: int, words: tuple[str, ...]) -> int | None:
        """Return how well an event has some words in it; `None` if it has not."""
        head, detail = self._heads[place], self._details[place]
        if f" {' '.join(words)}" in head:
            return 0
        if all(f" {word}" in head for word in words):
            return 1
        if all(word in head for word in words):
            return 2
        return 3 if all(word in head or f" {word}" in detail for word in words) else None


def _is_like(word: str, text: str) -> bool:
    from rapidfuzz.fuzz import partial_ratio

    is_long = len(word) >= _SHORTEST and word.isalpha()
    return word in text or (is_long and partial_ratio(word, text, score_cutoff=_NEAR) > 0)


def _head(review: Review, event: Event, day: str) -> str:
    kind = "" if event.kind is EventKind.EVENT else event.kind.value
    return f" {clock_text(event.when, review.zone)} {kind} {' '.join(folded(event.title).split())} {day}"


def _spoken_day(day: date | None) -> str:
    return f"{day:%A} {day.day} {day:%B} {day.isoformat()}".lower() if day else ""


def _distance(event: Event, meant: list[datetime]) -> timedelta:
    """Return how far an event is from the nearest of some instants; the farthest there is if it has no time."""
    if not meant:
        return timedelta()
    if event.when.start is None:
        return _FAR
    place = bisect_left(meant, event.when.start)
    return min(abs(event.when.start - instant) for instant in meant[max(place - 1, 0) : place + 1])
