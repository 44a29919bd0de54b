"""Taking what an importer found into a review: once, however often it is read."""

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from reviewtui.edits.naming import edit
from reviewtui.edits.records import with_fields
from reviewtui.model.lookups import in_order
from reviewtui.model.reading import ReadRow
from reviewtui.model.review import Event, EventId, Review, Source

_Key = tuple[str, str, str]


class Fate(StrEnum):
    """What reading a row would do to a review."""

    NEW = "new"
    CHANGED = "changed"
    """Its source has it already, with another text."""
    SAME = "same"
    SET_ASIDE = "set aside"
    """It was removed from the review, and stays out unless it is chosen."""


def _key(source: Source) -> _Key:
    return (source.format, source.document, source.own_id)


def _events_by_source(review: Review) -> dict[_Key, Event]:
    return {_key(source): event for event in review.events for source in event.sources}


def fates(review: Review, rows: Iterable[ReadRow]) -> tuple[Fate, ...]:
    """Return for each row what reading it would do."""
    known = {_key(source): source for event in review.events for source in event.sources}
    aside = {_key(source) for source in review.set_aside}

    def fate(row: ReadRow) -> Fate:
        there = known.get(_key(row.source))
        if there is not None:
            return Fate.SAME if there == row.source else Fate.CHANGED
        return Fate.SET_ASIDE if _key(row.source) in aside else Fate.NEW

    return tuple(fate(row) for row in rows)


@edit("read {rows}")
def take_rows(review: Review, *, rows: tuple[ReadRow, ...], ids: tuple[EventId, ...]) -> Review:
    """Take rows into the timeline.

    A row that the review does not have becomes an event. One that it has with another text changes the event where
    nobody has changed it since; what a facilitator wrote stays. One that it has as it is does nothing.

    Args:
        review: The review.
        rows: The rows that were chosen, also from among those set aside.
        ids: An id for each row.
    """
    events = {event.id: event for event in review.events}
    by_source = _events_by_source(review)
    for row, new_id in zip(rows, ids, strict=True):
        known = by_source.get(_key(row.source))
        event = _changed(events[known.id], row) if known else _event(row, new_id)
        events[event.id] = event
        by_source[_key(row.source)] = event
    chosen = {_key(row.source) for row in rows}
    return with_fields(
        review,
        events=in_order(events.values()),
        set_aside=tuple(source for source in review.set_aside if _key(source) not in chosen),
    )


@edit("read {rows}")
def take_new_rows(review: Review, *, rows: tuple[ReadRow, ...], ids: tuple[EventId, ...]) -> Review:
    """Take the rows that are new or changed; what was removed before stays out. See `take_rows`."""
    wanted = {Fate.NEW, Fate.CHANGED}
    chosen = [(row, id_) for row, id_, fate in zip(rows, ids, fates(review, rows), strict=True) if fate in wanted]
    return take_rows(review, rows=tuple(row for row, _ in chosen), ids=tuple(id_ for _, id_ in chosen))


def _event(row: ReadRow, new_id: EventId) -> Event:
    return Event(
        id=new_id,
        when=row.when,
        title=row.title,
        detail=row.detail,
        kind=row.kind,
        evidence=row.evidence,
        sources=(row.source,),
    )


def _changed(event: Event, row: ReadRow) -> Event:
    before = next(source for source in event.sources if _key(source) == _key(row.source))
    if before == row.source:
        return event
    return msgspec.structs.replace(
        event,
        title=row.title if event.title == before.title else event.title,
        detail=row.detail if event.detail == before.detail else event.detail,
        sources=tuple(row.source if source == before else source for source in event.sources),
    )
