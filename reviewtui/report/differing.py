"""Which differences a report shows, with what the room made of each."""

from collections.abc import Iterable, Iterator

from reviewtui.analysis.certain import impact, timing, unaware
from reviewtui.analysis.difference import CERTAIN, Difference, Everywhere, Scene
from reviewtui.analysis.differences import PASSES
from reviewtui.analysis.discussed import Discussions, Point
from reviewtui.analysis.telling import Telling
from reviewtui.model.review import DifferenceKind, EventId, Review, Verdict

_CERTAIN_PASSES = (unaware, timing, impact)


def shown_differences(review: Review, told: Iterable[Telling]) -> dict[EventId, tuple[Point, ...]]:
    """Return by event the differences to be shown, certain ones first; an event that has none is missing.

    Certain ones are shown unless the room judged them not to be one. One to ask is private until the room has confirmed
    it or left it open. What another at the same event says already, and nobody spoke of, is not said again.

    Args:
        review: The review.
        told: What was told of its events.
    """
    discussions = Discussions(review)
    found: dict[EventId, tuple[Point, ...]] = {}
    for difference in _worth_a_look(review, told):
        point = discussions.point(difference)
        if not point.is_private and point.verdict is not Verdict.NOT_A_DIFFERENCE:
            found[difference.event] = (*found.get(difference.event, ()), point)
    return {event: tuple(one for one in there if not _is_said_already(one, there)) for event, there in found.items()}


def _is_said_already(shown: Point, there: Iterable[Point]) -> bool:
    """Tell whether another one says all of this one and more: of signs that came, where others had none, it does."""
    is_of_times = shown.kind is DifferenceKind.TIMING and shown.discussion is None
    return is_of_times and any(one.kind is DifferenceKind.UNAWARE for one in there)


def _worth_a_look(review: Review, told: Iterable[Telling]) -> Iterator[Difference]:
    """Yield every difference that could be shown. Those to ask take long to find, and most are private anyway."""
    asked = {event for one in review.discussions if one.kind not in CERTAIN for event in one.events}
    around = Everywhere(review)
    for telling in told:
        for look in PASSES if telling.event.id in asked else _CERTAIN_PASSES:
            yield from look(Scene(telling, around))
