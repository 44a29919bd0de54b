"""What the room made of each difference, and how that stands to what the accounts say now."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from reviewtui.analysis.difference import CERTAIN, Difference, Ground
from reviewtui.model.lookups import veiled_discussions
from reviewtui.model.review import DifferenceKind, Discussion, EventId, Review, RoleId, Verdict

Key = tuple[DifferenceKind, tuple[EventId, ...], tuple[RoleId, ...]]
"""What names a difference, whatever its sentence says."""

_TAKEN_UP = frozenset({Verdict.CONFIRMED, Verdict.LEFT_OPEN})


class Standing(StrEnum):
    """How what the room made of a difference stands to what the accounts say now."""

    NOT_DISCUSSED = "not discussed"
    AS_DISCUSSED = "as discussed"
    CHANGED = "changed since"
    """The accounts give another sentence than the one that was discussed."""
    GONE = "no longer there"
    """The accounts don't differ in this way any more."""


class Point(NamedTuple):
    """One way in which the pictures of an event differ, or did, and what the room made of it."""

    event: EventId
    key: Key
    difference: Difference | None
    """What the accounts say; `None`: they don't differ in this way any more."""
    discussion: Discussion | None
    """What the room made of it; `None`: it has not been discussed."""

    @property
    def name(self) -> str:
        """What names it among those of its event, in one word."""
        kind, _, roles = self.key
        return " ".join((kind.value, *roles))

    @property
    def standing(self) -> Standing:
        """How the two stand to each other."""
        if self.discussion is None:
            return Standing.NOT_DISCUSSED
        if self.difference is None:
            return Standing.GONE
        same = self.difference.sentence == self.discussion.sentence
        return Standing.AS_DISCUSSED if same else Standing.CHANGED

    @property
    def sentence(self) -> str:
        """What the accounts say, or if they don't any more what was discussed."""
        return self.difference.sentence if self.difference else self.earlier

    @property
    def earlier(self) -> str:
        """The sentence that was discussed, where the accounts give another now, or none."""
        is_other = self.standing in {Standing.CHANGED, Standing.GONE}
        return self.discussion.sentence if self.discussion and is_other else ""

    @property
    def kind(self) -> DifferenceKind:
        """How the pictures differ."""
        return self.key[0]

    @property
    def certain(self) -> bool:
        """Whether it is a statement; otherwise it is a question."""
        return self.kind in CERTAIN

    @property
    def verdict(self) -> Verdict | None:
        """What the room made of it in a word."""
        return self.discussion.verdict if self.discussion else None

    @property
    def is_private(self) -> bool:
        """Whether it is the facilitator's alone: a question that the room has not taken up."""
        return not self.certain and self.verdict not in _TAKEN_UP

    @property
    def why(self) -> tuple[Ground, ...]:
        """The lines that it rests on."""
        return self.difference.why if self.difference else ()

    @property
    def roles(self) -> tuple[RoleId, ...]:
        """The roles whose pictures it is about."""
        return self.key[2]


def key_of(difference: Difference) -> Key:
    """Return what names a difference."""
    return difference.kind, (difference.event,), difference.roles


class Made(NamedTuple):
    """What the room made of a difference."""

    discussion: Discussion
    is_veiled: bool
    """Whether it may rest on answers that may not be seen now."""


class Discussions:
    """What the room made of the differences of a review, by difference and by event.

    What was about other words than those that the accounts give now, some of which may be veiled again, is as if it had
    not been said. A difference can so be discussed twice: what was made of it last counts.
    """

    def __init__(self, review: Review) -> None:
        self._by_key: dict[Key, list[Made]] = {}
        self._by_event: dict[EventId, tuple[Made, ...]] = {}
        veiled = veiled_discussions(review) if review.discussions else frozenset()
        for one in review.discussions:
            made = Made(one, one.id in veiled)
            self._by_key.setdefault(_key(one), []).append(made)
            for event in one.events:
                self._by_event[event] = (*self._by_event.get(event, ()), made)

    def at(self, event: EventId) -> tuple[Made, ...]:
        """Return what was discussed at an event."""
        return self._by_event.get(event, ())

    def point(self, difference: Difference) -> Point:
        """Return a difference with what the room made of it."""
        key = key_of(difference)
        seen = [
            made.discussion
            for made in self._by_key.get(key, ())
            if not made.is_veiled or made.discussion.sentence == difference.sentence
        ]
        return Point(difference.event, key, difference, seen[-1] if seen else None)

    def points(self, event: EventId, found: Iterable[Difference]) -> tuple[Point, ...]:
        """Return all points of an event: its differences, then what was discussed there and is no longer there.

        Args:
            event: The event.
            found: Its differences.
        """
        there = tuple(self.point(difference) for difference in found)
        shown = {point.discussion.id for point in there if point.discussion}
        gone = (made.discussion for made in self.at(event) if not made.is_veiled and made.discussion.id not in shown)
        return (*there, *(Point(event, _key(one), None, one) for one in gone))


def _key(discussion: Discussion) -> Key:
    return discussion.kind, discussion.events, discussion.roles
