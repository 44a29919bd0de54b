"""Changing tuples of records so that what stays the same stays the same object."""

from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar

import msgspec

from reviewtui.model.review import Record, Review


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Kept = TypeVar("Kept", bound=_Named)
Changed = TypeVar("Changed", bound=Record)
Id = TypeVar("Id", bound=str)


def with_fields(record: Changed, **fields: Any) -> Changed:
    """Return a record with these fields; the same object if they are what they were."""
    different = {name: value for name, value in fields.items() if getattr(record, name) != value}
    return msgspec.structs.replace(record, **different) if different else record


def with_record(records: tuple[Kept, ...], record: Kept) -> tuple[Kept, ...]:
    """Return records with `record` in place of the one with its id; the same object if there is none or it is equal."""
    if not any(one.id == record.id and one != record for one in records):
        return records
    return tuple(record if one.id == record.id else one for one in records)


def without_record(records: tuple[Kept, ...], id: str) -> tuple[Kept, ...]:  # noqa: A002 - it is the id of DOMAIN's records
    """Return records without the one with this id; the same object if there is none."""
    kept = tuple(one for one in records if one.id != id)
    return kept if len(kept) < len(records) else records


def moved(records: tuple[Kept, ...], id: str, by: int, beside: Callable[[Kept], bool]) -> tuple[Kept, ...]:  # noqa: A002 - it is the id of DOMAIN's records
    """Return records with one in the place of its neighbour, and the neighbour in its place.

    Args:
        records: The records.
        id: The one that is moved.
        by: -1 for its neighbour before it, 1 for the one after it.
        beside: Tells which records can be its neighbours.
    """
    places = [place for place, one in enumerate(records) if one.id == id or beside(one)]
    here = next((at for at, place in enumerate(places) if records[place].id == id), None)
    if here is None or not 0 <= here + by < len(places):
        return records
    mine, other = places[here], places[here + by]
    swapped = {mine: records[other], other: records[mine]}
    return tuple(swapped.get(place, one) for place, one in enumerate(records))


def others(ids: tuple[Id, ...], removed: str) -> tuple[Id, ...]:
    """Return the ids that something names but for one; the same object if it does not name that one."""
    return tuple(one for one in ids if one != removed) if removed in ids else ids


def replacing(review: Review, table: str, record: _Named) -> Review:
    """Return a review in which `record` has taken the place of the one with its id in a table."""
    return with_table(review, table, with_record(getattr(review, table), record))


def adding(review: Review, table: str, record: _Named) -> Review:
    """Return a review with `record` at the end of a table, or in the place of the one with its id."""
    records = getattr(review, table)
    if any(one.id == record.id for one in records):
        return replacing(review, table, record)
    return with_table(review, table, (*records, record))


def with_table(review: Review, table: str, records: Iterable[_Named]) -> Review:
    """Return a review with another tuple for a table; the same object if it is the same tuple."""
    kept = tuple(records)
    if kept == getattr(review, table):
        return review
    return msgspec.structs.replace(review, **{table: kept})
