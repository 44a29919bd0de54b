"""What is different between two reviews: two saved versions, a version and the present, mine and theirs."""

from collections.abc import Hashable, Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

import msgspec

from reviewtui.model.lookups import in_order, veiled_accounts, veiled_discussions
from reviewtui.model.review import Account, Discussion, Event, EventId, Question, Record, Review

TABLES = (
    "events",
    "accounts",
    "discussions",
    "factors",
    "insights",
    "actions",
    "questions",
    "services",
    "roles",
    "people",
)
"""The kinds of records, in the order in which their changes are told."""

_WHERE_ONE_STANDS = {"stage"}


class What(StrEnum):
    """What happened to a record."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


class RecordChange(NamedTuple):
    """One record that is not the same in both reviews."""

    table: str
    before: Record | None
    after: Record | None
    veiled: bool = False
    """Whether its words may not be seen yet: an account's, or those that the room found for what follows from one."""

    @property
    def what(self) -> What:
        """What happened to it."""
        if self.before is None:
            return What.ADDED
        return What.REMOVED if self.after is None else What.CHANGED

    @property
    def record(self) -> Record:
        """The record as it is after, or if it is not there any more as it was."""
        found = self.before if self.after is None else self.after
        if found is None:
            raise AssertionError("a record that is in neither review has not changed")
        return found

    @property
    def event(self) -> EventId | None:
        """The event that it belongs to."""
        return _event(self.record)


class Changes(NamedTuple):
    """All that is different in the second of two reviews. Where one stands counts for nothing."""

    records: tuple[RecordChange, ...] = ()
    fields: tuple[str, ...] = ()
    """The names of what is different in the review itself."""
    reordered: tuple[str, ...] = ()
    """The kinds of records of which those that stayed stand in another order."""

    @property
    def are_none(self) -> bool:
        """Whether nothing is different."""
        return not (self.records or self.fields or self.reordered)


def changes_between(before: Review, after: Review, present: Review) -> Changes:
    """Return what is different in `after`; of a veiled account no more than that there is one.

    Args:
        before: A review.
        after: Another state of it.
        present: The review as it is now, which decides what may be seen.
    """
    veiled = _veiled(before, after, present)
    records = [change for table in TABLES for change in _in_table(table, before, after, veiled)]
    own = (name for name in Review.__struct_fields__ if name not in TABLES and name not in _WHERE_ONE_STANDS)
    return Changes(
        tuple(records),
        tuple(name for name in own if getattr(before, name) != getattr(after, name)),
        tuple(table for table in TABLES if _is_reordered(getattr(before, table), getattr(after, table))),
    )


def moments_of(changes: Changes, before: Review, after: Review) -> tuple[tuple[Event, tuple[RecordChange, ...]], ...]:
    """Return the events at which something is different, in order, each with what belongs to it."""
    by_event: dict[EventId | None, list[RecordChange]] = {}
    for change in changes.records:
        by_event.setdefault(change.event, []).append(change)
    events = {event.id: event for event in (*before.events, *after.events)}
    return tuple((event, tuple(by_event[event.id])) for event in in_order(events.values()) if event.id in by_event)


def of_the_whole(changes: Changes, before: Review, after: Review) -> tuple[RecordChange, ...]:
    """Return what is different and belongs to no event that there is in either review."""
    known = {event.id for event in (*before.events, *after.events)}
    return tuple(change for change in changes.records if change.event not in known)


def counts(changes: Changes) -> Mapping[tuple[str, What], int]:
    """Return how many records of each kind were added, changed and removed, in the order in which they are told."""
    found: dict[tuple[str, What], int] = {}
    for table in TABLES:
        for what in What:
            if number := sum(change.table == table and change.what is what for change in changes.records):
                found[table, what] = number
    return found


def _in_table(table: str, before: Review, after: Review, veiled: set[str]) -> Iterable[RecordChange]:
    if getattr(before, table) is getattr(after, table):
        return
    old, new = ({_key(record, veiled): record for record in getattr(review, table)} for review in (before, after))
    for key in {**old, **new}:
        was, now = old.get(key), new.get(key)
        is_hidden = _id(now or was) in veiled
        if was != now and not (is_hidden and was and now):
            yield RecordChange(table, was, now, is_hidden)


def _key(record: Record, veiled: set[str]) -> Hashable:
    """Return what tells records apart: several veiled accounts of one role look like one."""
    is_hidden = isinstance(record, Account) and record.id in veiled
    return (record.event, record.role) if isinstance(record, Account) and is_hidden else _id(record)


def _veiled(before: Review, after: Review, present: Review) -> set[str]:
    """Return what may not be seen: as it is now, and for events that there are not now as it was."""
    events = tuple({event.id: event for event in (*before.events, *after.events, *present.events)}.values())
    found: set[str] = set()
    for review in (before, after):
        with_these = msgspec.structs.replace(review, events=events)
        found |= veiled_accounts(with_these) | veiled_discussions(with_these)
    return found


def _is_reordered(before: tuple[Record, ...], after: tuple[Record, ...]) -> bool:
    old, new = ([_id(record) for record in records] for records in (before, after))
    stayed = {*old} & {*new}
    return [id_ for id_ in old if id_ in stayed] != [id_ for id_ in new if id_ in stayed]


def _id(record: Record | None) -> str:
    found: str = record.id  # type: ignore[union-attr]  # every record of a table has one
    return found


def _event(record: Record) -> EventId | None:
    if isinstance(record, Event):
        return record.id
    if isinstance(record, Account | Question):
        return record.event
    if isinstance(record, Discussion):
        return next(iter(record.events), None)
    return None
