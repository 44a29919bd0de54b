"""Where the roles' pictures of each event differ.

Differences are of two kinds: certain ones are statements, those to ask are questions. Nothing here turns the second
into the first. In every sentence the signal is the subject, and what people said stands in quotation marks.
"""

from collections.abc import Callable, Iterator

from reviewtui.analysis.certain import impact, timing, unaware
from reviewtui.analysis.difference import Difference, Everywhere, Scene
from reviewtui.analysis.discussed import Discussions
from reviewtui.analysis.telling import telling_of, tellings
from reviewtui.analysis.to_ask import belief, expectation, known_to_one, silent
from reviewtui.model.lookups import veiled_discussions
from reviewtui.model.review import Discussion, DiscussionId, EventId, Review

PASSES: tuple[Callable[[Scene], Iterator[Difference]], ...] = (
    unaware,
    timing,
    impact,
    belief,
    expectation,
    known_to_one,
    silent,
)
"""What looks for differences at an event, certain ones first."""


def differences(review: Review) -> tuple[Difference, ...]:
    """Return where the pictures differ, event by event in the order of the timeline, certain ones first."""
    around = Everywhere(review)
    return tuple(found for telling in tellings(review) for found in differences_in(Scene(telling, around)))


def differences_at(review: Review, event: EventId, around: Everywhere | None = None) -> tuple[Difference, ...]:
    """Return where the pictures of one event differ, certain ones first; none if the review has no such event.

    Args:
        review: The review.
        event: The event.
        around: What was found of the same review as a whole before, so that it need not be found again.
    """
    telling = telling_of(review, event)
    return tuple(differences_in(Scene(telling, around or Everywhere(review)))) if telling else ()


def discussion_of(review: Review, difference: Difference) -> Discussion | None:
    """Return what the room made of a difference, if it has been discussed.

    One that was about other words, some of which may be veiled again, has not been.
    """
    return Discussions(review).point(difference).discussion


def unseen_discussions(review: Review) -> frozenset[DiscussionId]:
    """Return the discussions of which nothing may be shown: of veiled words, unless others say the same."""
    return frozenset(
        one.id
        for one in review.discussions
        if one.id in veiled_discussions(review)
        and not any(
            discussion_of(review, found) is one for event in one.events for found in differences_at(review, event)
        )
    )


def differences_in(scene: Scene) -> Iterator[Difference]:
    """Yield where the pictures differ of what was told of an event, certain ones first."""
    if not scene.telling.tellers:
        return
    for look in PASSES:
        yield from look(scene)
