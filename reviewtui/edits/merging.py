"""Several events that are one, and one event that is several. Nothing that was said of them is lost by either."""

from collections.abc import Iterable
from datetime import date

import msgspec

from reviewtui.edits.naming import edit
from reviewtui.edits.records import with_fields, with_record, with_table, without_record
from reviewtui.edits.veil import with_veils_of
from reviewtui.model.lookups import event_of, in_order
from reviewtui.model.moments import UNKNOWN_MOMENT, Moment, Precision, day_of
from reviewtui.model.review import Event, EventId, EventKind, Review
from reviewtui.notation.event import format_event

_PRECISE = (Precision.EXACT, Precision.ABOUT, Precision.DAY, Precision.UNKNOWN)


@edit("merge {others} into {event}")
def merge_events(review: Review, *, event: EventId, others: tuple[EventId, ...]) -> Review:
    """Make one event of several: it has the sources, the evidence and the accounts of all.

    It keeps its title, and its time and kind unless another's say more. Below its detail stand the others: each in a
    line as one types an event, and its detail. Where some of what was written blind may not be seen yet, none of it is.

    Args:
        review: The review.
        event: The event that stays.
        others: The events that become a part of it.
    """
    kept = event_of(review, event)
    parts = tuple(one for one in review.events if one.id in others and one.id != event)
    if kept is None or not parts:
        return review
    gone = frozenset(part.id for part in parts)
    merged = _merged(review, kept, parts)
    events = (merged if one.id == event else one for one in review.events if one.id not in gone)
    return with_veils_of(review, _told_of(with_table(review, "events", in_order(events)), gone, event))


def _merged(review: Review, kept: Event, parts: tuple[Event, ...]) -> Event:
    every = (kept, *parts)
    when = min(every, key=lambda one: _PRECISE.index(one.when.precision)).when if _has_no_clock(kept) else kept.when
    return msgspec.structs.replace(
        kept,
        when=when,
        title=next((one.title for one in every if one.title.strip()), kept.title),
        detail="\n".join(dict.fromkeys(line for line in _details(review, kept, parts, when) if line.strip())),
        kind=next((one.kind for one in every if one.kind is not EventKind.EVENT), kept.kind),
        evidence=tuple(dict.fromkeys(link for one in every for link in one.evidence)),
        sources=tuple(dict.fromkeys(source for one in every for source in one.sources)),
        key_moment=any(one.key_moment for one in every),
        discussed=any(one.discussed for one in every),
    )


def _has_no_clock(event: Event) -> bool:
    return event.when.start is None


def _details(review: Review, kept: Event, parts: Iterable[Event], when: Moment) -> Iterable[str]:
    """Yield what the detail of the one event is: a line too for the one that is kept, if it gets another's time."""
    day = day_of(kept.when, review.zone) or day_of(when, review.zone)
    its_own = _line(review, kept, day)
    yield kept.detail
    if when != kept.when != UNKNOWN_MOMENT:
        yield its_own
    for part in parts:
        if (line := _line(review, part, day)) != its_own:
            yield line
        yield part.detail


def _line(review: Review, event: Event, day: date | None) -> str:
    """Return an event in one line, as one types it; behind it the words for a time that no clock shows."""
    line = format_event(event.when, event.kind, event.title, review.zone, day)
    words = f" (as written: {event.when.as_written})" if _has_no_clock(event) and event.when.as_written else ""
    return " ".join(f"{line}{words}".split("\n"))


def _told_of(review: Review, gone: frozenset[EventId], event: EventId) -> Review:
    """Return a review in which whatever was said of some events is said of another."""

    def instead(events: tuple[EventId, ...]) -> tuple[EventId, ...]:
        return tuple(dict.fromkeys(event if one in gone else one for one in events))

    return msgspec.structs.replace(
        review,
        accounts=tuple(with_fields(one, event=event) if one.event in gone else one for one in review.accounts),
        discussions=tuple(with_fields(one, events=instead(one.events)) for one in review.discussions),
        factors=tuple(with_fields(one, events=instead(one.events)) for one in review.factors),
        insights=tuple(with_fields(one, events=instead(one.events)) for one in review.insights),
        questions=tuple(with_fields(one, event=event) if one.event in gone else one for one in review.questions),
    )


@edit("split {event}")
def split_event(review: Review, *, event: Event, second: Event) -> Review:
    """Make two events of one: `event` takes the place of the one with its id, and `second` stands by its own time.

    What was told stays with the first. A source goes to the second if that has its title. Without a title there is no
    second.

    Args:
        review: The review.
        event: What the first is from now on.
        second: What the second is; one that is there already takes this form.
    """
    if event_of(review, event.id) is None:
        return review
    of_second = tuple(one for one in event.sources if one.title == second.title != event.title)
    is_two = bool(second.title.strip())
    first = with_fields(event, sources=tuple(one for one in event.sources if one not in of_second)) if is_two else event
    events = with_record(without_record(review.events, second.id), first)
    both = (*events, with_fields(second, sources=of_second)) if is_two else events
    return with_table(review, "events", in_order(both))
