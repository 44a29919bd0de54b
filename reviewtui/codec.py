"""A review as plain documents and back, by schema number.

The documents are what is kept in a review's file: a table for each kind of record, in it a document by the id of each
record, and one table more with the review itself. What a later schema changes is upgraded here, one step a number.
"""

from collections.abc import Callable, Collection, Container, Mapping
from typing import Any, NamedTuple, TypeVar

import msgspec

from reviewtui.errors import NewerSchema, UnknownZone, UnreadableFile
from reviewtui.model.lookups import in_order
from reviewtui.model.moments import zone_named
from reviewtui.model.review import (
    Account,
    Action,
    Discussion,
    Event,
    Factor,
    Insight,
    Person,
    Question,
    Record,
    Review,
    Role,
    Service,
)
from reviewtui.plaintext import storable

Document = Mapping[str, Any]
Documents = Mapping[str, Mapping[str, Document]]
"""Documents by id, by table."""

SCHEMA = 1
"""The number of the form in which this version writes reviews."""
REVIEW_TABLE = "review"
TABLES: Mapping[str, type[Record]] = {
    "services": Service,
    "roles": Role,
    "people": Person,
    "events": Event,
    "accounts": Account,
    "discussions": Discussion,
    "factors": Factor,
    "insights": Insight,
    "actions": Action,
    "questions": Question,
}
UPGRADES: dict[int, Callable[[Documents], Documents]] = {}
"""By schema number, what makes documents of that schema ones of the next."""

_LEFT = "left as it is"

Converted = TypeVar("Converted", bound=Record)


def to_documents(review: Review, before: Review | None = None) -> Documents:
    """Return a review as documents: all of its tables, or those that are not the same object as they were `before`.

    The order of the documents is that of the review's records. Text that no file can hold is made storable.
    """
    documents: dict[str, dict[str, Document]] = {
        REVIEW_TABLE: {review.id: {"schema": SCHEMA, **_document(review, without=TABLES)}},
    }
    for table in TABLES:
        if before is None or getattr(review, table) is not getattr(before, table):
            documents[table] = {record.id: _document(record) for record in getattr(review, table)}
    return {table: _writable(records) for table, records in documents.items()}


def _document(record: Any, without: Container[str] = ()) -> Document:
    fields = msgspec.structs.asdict(record)
    kept = {name: value for name, value in fields.items() if name != "id" and name not in without}
    document: Document = msgspec.to_builtins(kept)
    return document


def _writable(records: Mapping[str, Document]) -> Mapping[str, Document]:
    """Return records that can be written as UTF-8: a save must never fail because of what somebody typed."""
    try:
        msgspec.json.encode(records)
    except UnicodeEncodeError:
        return {id_: _storable(document) for id_, document in records.items()}
    return records


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, list):
        return [_storable(one) for one in value]
    if isinstance(value, dict):
        return {name: _storable(one) for name, one in value.items()}
    return value


def schema_of(documents: Documents, origin: object) -> int:
    """Return the schema number of documents.

    Raises:
        UnreadableFile: They are not of one review, or have no number; `origin` is named as where they are from.
    """
    reviews = documents.get(REVIEW_TABLE, {})
    number = next(iter(reviews.values())).get("schema") if len(reviews) == 1 else None
    if not isinstance(number, int) or isinstance(number, bool) or number < 0:
        raise UnreadableFile(origin, f"this is no review; {_LEFT}")
    return number


def from_documents(documents: Documents, origin: object) -> Review:
    """Return the review that documents hold, those of earlier schemas upgraded; see `decoded`."""
    return decoded(documents, origin).review


class Decoded(NamedTuple):
    """A review, and how it was kept."""

    review: Review
    records: Mapping[str, tuple[Any, ...]]
    """Its records in the order in which they were kept, by table."""


Splice = tuple[int, int, Mapping[str, Document]]
"""How many documents of a table stay before those that changed, how many are gone, and what stands in their place."""


def decoded(documents: Documents, origin: object) -> Decoded:
    """Return the review that documents hold, those of earlier schemas upgraded.

    Args:
        documents: All of its tables.
        origin: Where they are from, to be named in errors.

    Raises:
        NewerSchema: They are of a schema later than this version knows.
        UnreadableFile: They are no review; says which table, record and field.
    """
    try:
        return _decoded(_upgraded(documents, origin))
    except (_NoReview, UnknownZone) as error:
        raise UnreadableFile(origin, f"{error}; {_LEFT}") from None


def decoded_again(before: Decoded, changes: Mapping[str, Splice], origin: object) -> Decoded:
    """Return a later state of a review; what has not changed in it is the same object.

    Args:
        before: The state before, which was of this version's schema.
        changes: By table, what has changed.
        origin: Where they are from, to be named in errors.

    Raises:
        NewerSchema: As in `decoded`.
        UnreadableFile: It is no review, or of an earlier schema.
    """
    try:
        return _decoded_again(before, changes, origin)
    except (_NoReview, UnknownZone) as error:
        raise UnreadableFile(origin, f"{error}; {_LEFT}") from None


class _NoReview(ValueError):
    """Documents that are no review; says where."""


def _upgraded(documents: Documents, origin: object) -> Documents:
    number = schema_of(documents, origin)
    if number > SCHEMA:
        raise NewerSchema(origin, number, SCHEMA)
    while number < SCHEMA:
        if number not in UPGRADES:
            raise _NoReview(f"format {number} was never written")
        documents = UPGRADES[number](documents)
        number += 1
    return documents


def _decoded(documents: Documents) -> Decoded:
    if unknown := next((table for table in documents if table != REVIEW_TABLE and table not in TABLES), None):
        raise _NoReview(f"there is no table “{unknown}” in a review")
    records = {table: _records(table, documents.get(table, {})) for table in TABLES}
    for zone in {zone for table in TABLES for zone in _zones(records[table])}:
        zone_named(zone)
    return Decoded(_with_tables(_about(documents[REVIEW_TABLE]), records), records)


def _decoded_again(before: Decoded, changes: Mapping[str, Splice], origin: object) -> Decoded:
    about, records = before.review, dict(before.records)
    for table, change in changes.items():
        if table == REVIEW_TABLE:
            *_, documents = change
            if schema_of({REVIEW_TABLE: documents}, origin) != SCHEMA:
                raise _NoReview("it is of another format than before")
            about = _about(documents)
        else:
            records[table] = _spliced(table, records[table], change)
    changed = {table: there for table, there in records.items() if there is not before.records[table]}
    kept = {table: getattr(before.review, table) for table in TABLES if table not in changed}
    return Decoded(msgspec.structs.replace(_with_tables(about, changed), **kept), records)


def _spliced(table: str, records: tuple[Any, ...], change: Splice) -> tuple[Any, ...]:
    at, gone, documents = change
    come = _records(table, documents)
    stay_before, stay_after = records[:at], records[at + gone :]
    ids = {record.id for record in (*stay_before, *stay_after)}
    if twice := next((record.id for record in come if record.id in ids), None):
        raise _NoReview(f"{table}, {twice} stands twice")
    for zone in _zones(come):
        zone_named(zone)
    return (*stay_before, *come, *stay_after)


def _about(documents: Mapping[str, Document]) -> Review:
    """Return a review without its records."""
    ((review_id, about),) = documents.items()
    fields = {name: value for name, value in about.items() if name != "schema" and name not in TABLES}
    review = _record(REVIEW_TABLE, Review, review_id, fields)
    zone_named(review.zone)
    return review


def _with_tables(review: Review, records: Mapping[str, tuple[Any, ...]]) -> Review:
    with_records = msgspec.structs.replace(review, **records)
    if "events" not in records:
        return with_records
    return msgspec.structs.replace(with_records, events=in_order(with_records.events))


def _zones(records: Collection[Any]) -> set[str]:
    """Return the zones that records tell their times in."""
    return {record.when.zone for record in records if isinstance(record, Event)} | {
        record.zone for record in records if isinstance(record, Account)
    }


def _records(table: str, documents: Mapping[str, Document]) -> tuple[Any, ...]:
    kind = TABLES[table]
    return tuple(_record(table, kind, id_, document) for id_, document in documents.items())


def _record(table: str, kind: type[Converted], id_: str, document: Document) -> Converted:
    try:
        return msgspec.convert({**document, "id": id_}, kind)
    except msgspec.ValidationError as error:
        raise _NoReview(f"{table}, {id_}: {error}") from None
