"""The veil over what was written blind of an event: it is lifted and put back by hand, and no undo does either."""

from reviewtui.edits.naming import edit
from reviewtui.edits.records import replacing, with_fields, with_table
from reviewtui.model.lookups import accounts_at, event_of, veil_at
from reviewtui.model.review import Event, EventId, Review, Veil


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

    Args:
        here: The review as it is.
        restored: The review as it was.
    """
    veils = {event.id: event.veil for event in here.events}
    events = (_veiled_as(event, veils.get(event.id, event.veil)) for event in restored.events)
    return with_table(restored, "events", events)


def _veiled_as(event: Event, here: Veil) -> Event:
    if here is Veil.LIFTED:
        return with_fields(event, veil=here)
    return with_fields(event, veil=Veil.ON) if event.veil is Veil.LIFTED else event
