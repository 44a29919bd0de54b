"""Which events are shown while only some are to be looked at. It is a way of looking, and no part of the review."""

from collections.abc import Sequence
from typing import NamedTuple

from reviewtui.analysis.told import Mark, Marks, mark_of
from reviewtui.model.review import Event, EventKind, Review, RoleId


class Filter(NamedTuple):
    """What an event has to be to be shown: all of it."""

    kinds: tuple[EventKind, ...] = ()
    """One of these kinds; none named: any."""
    key_moments: bool = False
    """A key moment."""
    not_discussed: bool = False
    """Not discussed yet."""
    not_told_by: tuple[RoleId, ...] = ()
    """Told by none of these roles; what is veiled has not been told."""


EVERYTHING = Filter()
"""The filter that every event fits."""


def fitting(review: Review, chosen: Filter, all_marks: Marks) -> Sequence[int]:
    """Return the places of the events that fit a filter, in order.

    Args:
        review: The review.
        chosen: The filter.
        all_marks: Who has told what in the review.
    """
    if chosen == EVERYTHING:
        return range(len(review.events))
    return tuple(place for place, event in enumerate(review.events) if _fits(event, chosen, all_marks))


def _fits(event: Event, chosen: Filter, all_marks: Marks) -> bool:
    return (
        (not chosen.kinds or event.kind in chosen.kinds)
        and (event.key_moment or not chosen.key_moments)
        and not (event.discussed and chosen.not_discussed)
        and all(mark_of(all_marks, event.id, role) is not Mark.TOLD for role in chosen.not_told_by)
    )
