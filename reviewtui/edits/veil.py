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


def with_veils_of(here: Review, restored: Review) -> Review:
    """Return an earlier review with veils as they are by now: what was lifted stays so, and so does a veil put back.

    An answer that stands at another event by now is seen there, or not, as it is here.

    Args:
        here: The review as it is.
        restored: The review as it was.
    """
    veils = {event.id: event.veil for event in here.events}
    seen = _seen_of_blind(here)

    def veil_of(event: Event, of_its_accounts: tuple[bool, ...]) -> Veil:
        if of_its_accounts:
            return Veil.LIFTED if all(of_its_accounts) else Veil.ON
        return _veil_by_now(event.veil, veils.get(event.id, event.veil))

    blind: dict[EventId | None, tuple[bool, ...]] = {}
    for account in restored.accounts:
        if account.id in seen:
            blind[account.event] = (*blind.get(account.event, ()), seen[account.id])
    events = (with_fields(event, veil=veil_of(event, blind.get(event.id, ()))) for event in restored.events)
    return with_table(restored, "events", events)


def _seen_of_blind(review: Review) -> dict[AccountId, bool]:
    """Return for each account that was written blind whether the veil over it is lifted."""
    lifted = {event.id for event in review.events if event.veil is Veil.LIFTED}
    return {account.id: account.event in lifted for account in review.accounts if account.blind}


def _veil_by_now(restored: Veil, here: Veil) -> Veil:
    if here is Veil.LIFTED:
        return here
    return Veil.ON if restored is Veil.LIFTED else restored
