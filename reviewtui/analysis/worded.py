"""The words of a review that judge somebody or ask for another past, each with its place. Private."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import msgspec

from reviewtui.analysis.findable import Findable, each_findable, findable
from reviewtui.analysis.wording import Hint
from reviewtui.model.lookups import accounts_at, event_of, key_moments
from reviewtui.model.place import Place
from reviewtui.model.review import EventId, Review, Stage

ALL = "*"
"""What stands for every phrase where all hints of a review are dismissed."""

HintsOn = Callable[[str], tuple[Hint, ...]]
"""Gives the hints on a text."""


class Worded(NamedTuple):
    """A phrase in a text of a review, and what to ask or say instead."""

    found: Findable
    """The text it stands in."""
    hint: Hint

    @property
    def is_told(self) -> bool:
        """Whether it is what people said: their words stay, and there is only something to ask next."""
        return self.found.place.stage is Stage.ACCOUNTS


def texts_at(review: Review, place: Place) -> tuple[Findable, ...]:
    """Return the texts that are in sight where one stands; in the report, what the facilitator writes."""
    match place.stage:
        case Stage.TIMELINE:
            return findable(_with(review, (place.event,)), Stage.TIMELINE)
        case Stage.ACCOUNTS:
            return findable(_with(review, (place.event,)), Stage.TIMELINE, Stage.ACCOUNTS)
        case Stage.DIFFERENCES:
            return tuple(one for one in findable(review, Stage.DIFFERENCES) if one.place.event == place.event)
        case Stage.LEARNING:
            return tuple(one for one in findable(review, Stage.LEARNING) if one.place.record == place.record)
        case Stage.REPORT:
            told = findable(_with(review, [one.id for one in key_moments(review)]), Stage.TIMELINE)
            return tuple(_unnamed((*told, *findable(review, Stage.PEOPLE, Stage.DIFFERENCES, Stage.LEARNING))))
        case _:
            return tuple(_unnamed(findable(review, Stage.PEOPLE)))


def _with(review: Review, events: Iterable[EventId | None]) -> Review:
    """Return a review with nothing else of its timeline than some events and what was told of them."""
    there = tuple(event for one in events if (event := event_of(review, one)) is not None)
    told = tuple(account for event in there for account in accounts_at(review, event.id))
    return msgspec.structs.replace(review, events=there, accounts=told)


def texts_of(review: Review) -> Iterator[Findable]:
    """Yield all texts of a review but the names of services, roles and people; what is veiled is not there."""
    return _unnamed(each_findable(review))


def _unnamed(texts: Iterable[Findable]) -> Iterator[Findable]:
    return (one for one in texts if not (one.place.stage is Stage.PEOPLE and one.place.record))


def worded(review: Review, texts: Iterable[Findable], hints_on: HintsOn) -> Iterator[Worded]:
    """Yield the phrases of some texts that were not dismissed, in their order.

    Args:
        review: The review.
        texts: Its texts, or some that are about to be.
        hints_on: Gives the hints on a text.
    """
    dismissed = frozenset(review.settings.hints_dismissed)
    if ALL not in dismissed:
        for text in texts:
            yield from (Worded(text, one) for one in hints_on(text.text) if phrase_of(one) not in dismissed)


def phrase_of(hint: Hint) -> str:
    """Return the phrase of a hint as it is dismissed, however it was written."""
    return " ".join(hint.phrase.casefold().replace("’", "'").split())
