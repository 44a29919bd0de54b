"""Changes to the events of a review. They stay in the order of time; equal times keep the order they were put in."""

import msgspec

from reviewtui.edits.naming import edit
from reviewtui.edits.records import adding, others, replacing, with_fields, with_table, without_record
from reviewtui.model.lookups import event_of, in_order
from reviewtui.model.moments import order
from reviewtui.model.review import Event, EventId, Review


@edit("add {event}")
def add_event(review: Review, *, event: Event) -> Review:
    """Add an event where its time puts it, after those of the same time; one just added takes its new form."""
    added = adding(review, "events", event)
    return with_table(added, "events", in_order(added.events))


@edit("change {event}")
def change_event(review: Review, *, event: Event) -> Review:
    """Put `event` in the place of the one with its id, and where its time puts it."""
    changed = replacing(review, "events", event)
    return with_table(changed, "events", in_order(changed.events))


@edit("remove {event} and what was told of it")
def remove_event(review: Review, *, event: EventId) -> Review:
    """Remove an event with its accounts, and set its sources aside so that reading them again does not bring it back.

    What else names it (factors, insights, questions) no longer does; what the room made of its differences goes too.
    """
    found = event_of(review, event)
    if found is None:
        return review
    return msgspec.structs.replace(
        review,
        events=without_record(review.events, event),
        accounts=tuple(account for account in review.accounts if account.event != event),
        discussions=tuple(discussion for discussion in review.discussions if event not in discussion.events),
        factors=tuple(with_fields(one, events=others(one.events, event)) for one in review.factors),
        insights=tuple(with_fields(one, events=others(one.events, event)) for one in review.insights),
        questions=tuple(with_fields(one, event=None) if one.event == event else one for one in review.questions),
        set_aside=(*review.set_aside, *found.sources),
    )


@edit("mark {event} as a key moment")
def mark_key_moment(review: Review, *, event: EventId) -> Review:
    """Make an event one of those that the review is led by, or if it is one already an ordinary one again."""
    found = event_of(review, event)
    return replacing(review, "events", with_fields(found, key_moment=not found.key_moment)) if found else review


@edit("mark {event} as discussed")
def mark_discussed(review: Review, *, event: EventId, discussed: bool = True) -> Review:
    """Keep whether the room has talked about an event."""
    found = event_of(review, event)
    return replacing(review, "events", with_fields(found, discussed=discussed)) if found else review


@edit("move {event}")
def move_event(review: Review, *, event: EventId, by: int) -> Review:
    """Move an event among those of the same time: by -1 before the one above it, by 1 behind the one below it."""
    places = {one.id: place for place, one in enumerate(review.events)}
    here = places.get(event)
    if here is None or not 0 <= here + by < len(review.events):
        return review
    mine, other = review.events[here], review.events[here + by]
    if order(mine.when) != order(other.when):
        return review
    moved = list(review.events)
    moved[here], moved[here + by] = other, mine
    return with_table(review, "events", moved)
