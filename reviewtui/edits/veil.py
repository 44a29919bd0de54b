"""The veil over what was written blind of an event: it is lifted and put back by hand, and no undo does either."""

from reviewtui.edits.naming import edit
from reviewtui.edits.records import replacing, with_fields, with_table
from reviewtui.model.lookups import accounts_at, event_of, veil_at
from reviewtui.model.review import AccountId, Event, EventId, Review, Veil


@edit("lift the veil of {event}")
def lift_veil(review: Review, *, event: EventId) -> Review:
    """Have what was written blind of an event seen; where nothing is veiled nothing happens."""
    return _with_veil(review, event, Veil.LIFTED) if veil_at(review, event) is Veil.ON else review


@edit("put the veil of {event} back")
def put_back_veil(review: Review, *, event: EventId) -> Review:
    """Have what was written blind of an event not seen any more; where nothing was nothing happens."""
    return _with_veil(review, event, Veil.ON) if veil_at(review, event) is Veil.LIFTED else review


def with_fitting_veil(review: Review, event: EventId) -> Review:
    """Return a review with the veil on an event to which a blind answer has come, or off one that has none any more."""
    is_blind = any(account.blind for account in accounts_at(review, event))
    return _with_veil(review, event, Veil.ON if is_blind else Veil.OFF)


def _with_veil(review: Review, event: EventId, veil: Veil) -> Review:
    found = event_of(review, event)
    return replacing(review, "events", with_fields(found, veil=veil)) if found else review


def with_veils_of(here: Review, other: Review) -> Review:
    """Return another state of a review, with as much seen of what was written blind as here.

    Before an undo what was lifted stays so, and so does a veil put back; an answer that stands at another event is
    seen there, or not, as it is here, and one that is not here at all as it is there. Where some answers of an event
    may be seen and others not, none may.

    Args:
        here: The review as it is.
        other: The review as it was, or as it is to be.
    """
    veils = {event.id: event.veil for event in here.events}
    seen = _seen_of_blind(here)
    blind: dict[EventId | None, list[AccountId]] = {}
    for account in other.accounts:
        if account.blind:
            blind.setdefault(account.event, []).append(account.id)

    def veil_of(event: Event) -> Veil:
        if event.id not in blind:
            return _veil_by_now(event.veil, veils.get(event.id, event.veil))
        is_lifted = event.veil is Veil.LIFTED
        return Veil.LIFTED if all(seen.get(account, is_lifted) for account in blind[event.id]) else Veil.ON

    return with_table(other, "events", (with_fields(event, veil=veil_of(event)) for event in other.events))


def _seen_of_blind(review: Review) -> dict[AccountId, bool]:
    """Return for each account that was written blind whether the veil over it is lifted."""
    lifted = {event.id for event in review.events if event.veil is Veil.LIFTED}
    return {account.id: account.event in lifted for account in review.accounts if account.blind}


def _veil_by_now(restored: Veil, here: Veil) -> Veil:
    if here is Veil.LIFTED:
        return here
    return Veil.ON if restored is Veil.LIFTED else restored
