"""Experiments of a Chaos Day that are still ahead, and whose prediction is not there yet."""

from reviewtui.model.lookups import accounts_at, is_told, veil_at
from reviewtui.model.review import Event, EventKind, Review, ReviewKind, RoleId, Veil


def is_ahead(review: Review, event: Event) -> bool:
    """Tell whether an experiment has not run, as far as one can see: nobody told of it, and no veil was lifted."""
    if review.kind is not ReviewKind.CHAOS_DAY or event.kind is not EventKind.EXPERIMENT or event.discussed:
        return False
    told = (one for one in accounts_at(review, event.id) if is_told(one))
    return veil_at(review, event.id) is not Veil.LIFTED and all(one.prediction for one in told)


def has_foretold(review: Review, event: Event, role: RoleId) -> bool:
    """Tell whether a role has written what it expects."""
    return any(one.prediction and is_told(one) for one in accounts_at(review, event.id, role))
