"""The words of a review that judge somebody or ask for another past, each with its place. Private."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import msgspec

from reviewtui.analysis.findable import Findable, findable
from reviewtui.analysis.wording import Hint
from reviewtui.model.place import Place
from reviewtui.model.review import Review, Stage

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
    if place.stage in {Stage.PEOPLE, Stage.LEARNING}:
        near = msgspec.structs.replace(review, events=(), accounts=(), discussions=())
    elif place.stage in {Stage.TIMELINE, Stage.ACCOUNTS}:
        near = _at_event(review, place)
    else:
        near = review
    return tuple(text for text in texts_of(near) if _is_at(place, text.place))


def _at_event(review: Review, place: Place) -> Review:
    return msgspec.structs.replace(
        review,
        events=tuple(event for event in review.events if event.id == place.event),
        accounts=tuple(account for account in review.accounts if account.event == place.event),
        discussions=(),
    )


def texts_of(review: Review) -> tuple[Findable, ...]:
    """Return all texts of a review but the names of services, roles and people; what is veiled is not there."""
    return tuple(one for one in findable(review) if not (one.place.stage is Stage.PEOPLE and one.place.record))


def _is_at(place: Place, text: Place) -> bool:
    match place.stage:
        case Stage.PEOPLE:
            return text.stage is Stage.PEOPLE
        case Stage.LEARNING:
            return text.stage is Stage.LEARNING and text.record == place.record
        case Stage.ACCOUNTS:
            return text.event == place.event and text.stage in {Stage.TIMELINE, Stage.ACCOUNTS}
        case Stage.REPORT:
            return text.stage is not Stage.ACCOUNTS
        case _:
            return text.stage is place.stage and text.event == place.event


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
