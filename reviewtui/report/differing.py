"""Which differences a report shows, with what the room made of each."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reviewtui.analysis.certain import impact, timing, unaware
from reviewtui.analysis.difference import CERTAIN, Difference, Everywhere, Scene
from reviewtui.analysis.differences import PASSES, discussion_of
from reviewtui.analysis.telling import Telling
from reviewtui.model.review import Discussion, EventId, Review, Verdict

_CERTAIN_PASSES = (unaware, timing, impact)
_CONFIRMED_OR_OPEN = frozenset({Verdict.CONFIRMED, Verdict.LEFT_OPEN})


class Shown(NamedTuple):
    """A difference that a reader may see."""

    difference: Difference
    discussion: Discussion | None
    """What the room made of it, if it has been discussed."""


def shown_differences(review: Review, told: Iterable[Telling]) -> dict[EventId, tuple[Shown, ...]]:
    """Return by event the differences to be shown, certain ones first; an event that has none is missing.

    Certain ones are shown unless the room judged them not to be one. One to ask is private until the room has confirmed
    it or left it open. What another at the same event says already, and nobody spoke of, is not said again.

    Args:
        review: The review.
        told: What was told of its events.
    """
    discussed = {(one.kind, one.events, one.roles) for one in review.discussions}
    found: dict[EventId, tuple[Shown, ...]] = {}
    for difference in _worth_a_look(review, told):
        key = (difference.kind, (difference.event,), difference.roles)
        shown = Shown(difference, discussion_of(review, difference) if key in discussed else None)
        if _may_be_seen(shown):
            found[difference.event] = (*found.get(difference.event, ()), shown)
    return {event: tuple(one for one in there if not _is_said_already(one, there)) for event, there in found.items()}


def _is_said_already(shown: Shown, there: Iterable[Shown]) -> bool:
    """Tell whether another one begins with all that this one says: one of timing does, where a role had no sign."""
    says = shown.difference.sentence.removesuffix(".")
    return shown.discussion is None and any(one.difference.sentence.startswith(f"{says};") for one in there)


def _worth_a_look(review: Review, told: Iterable[Telling]) -> Iterator[Difference]:
    """Yield every difference that could be shown. Those to ask take long to find, and most are private anyway."""
    asked = {event for one in review.discussions if one.kind not in CERTAIN for event in one.events}
    around = Everywhere(review)
    for telling in told:
        for look in PASSES if telling.event.id in asked else _CERTAIN_PASSES:
            yield from look(Scene(telling, around))


def _may_be_seen(shown: Shown) -> bool:
    verdict = shown.discussion.verdict if shown.discussion else None
    if shown.difference.certain:
        return verdict is not Verdict.NOT_A_DIFFERENCE
    return verdict in _CONFIRMED_OR_OPEN
