"""Tables ↔ the text of a review file: pretty JSON, a fragment for each table.

A fragment is a table as it stands in the file, its name included, so that a table that did not change is never written
down again, and all that is kept in memory is about as large as the file.
"""

import codecs
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from reviewtui.errors import UnreadableFile
from reviewtui.store.damage import Unfit, named, trouble_in_table, what_is_wrong

Documents = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""A review as the store knows it: table → record id → record, all in the order in which they are kept."""

DEEPEST = 64
"""How deep a table may be nested, itself included."""

_OPENING, _BETWEEN, _CLOSING = b"{\n", b",\n", b"\n}\n"
# In this text a line break followed by blanks is indentation and nothing else: in strings it is written \n.
_TOO_DEEP = b"\n" + b"  " * (DEEPEST + 2)
_NESTED_TOO_DEEPLY = "it is nested too deeply"


def fragment(name: str, table: Mapping[str, Mapping[str, Any]]) -> bytes:
    """Return the text of a table as it stands in a file.

    Raises:
        Unfit: It is nested too deeply to be read again, or has a text that can't be written as UTF-8.
        TypeError: It holds what JSON has no way to say.
    """
    try:
        text = msgspec.json.format(_ENCODER.encode({name: table}), indent=2)
    except UnicodeEncodeError:
        raise Unfit(f"a text in {named(name)} holds a character that no file can hold") from None
    except RecursionError:
        raise Unfit(_NESTED_TOO_DEEPLY) from None
    if _TOO_DEEP in text:
        raise Unfit(_NESTED_TOO_DEEPLY)
    return text[len(b"{\n") : -len(b"\n}")]


def fragments(documents: Documents) -> dict[str, bytes]:
    """Return the fragment of each table, by its name.

    Raises:
        Unfit: A table can't be written; see `fragment`.
    """
    return {name: fragment(name, table) for name, table in documents.items()}


def table_of(name: str, text: bytes) -> dict[str, dict[str, Any]]:
    """Return the table that a fragment holds."""
    return _TABLE_IN_FRAGMENT.decode(b"{%b}" % text)[name]


def joined(texts: Iterable[bytes]) -> bytes:
    """Return the content of a file that holds these fragments; the same for the same documents."""
    return _OPENING + body + _CLOSING if (body := _BETWEEN.join(texts)) else b"{}\n"


class Parsed(NamedTuple):
    """What a review file holds."""

    documents: Documents
    texts: dict[str, bytes]
    """The fragment of each table, by its name."""
    is_as_written: bool
    """Whether the file is the fragments and nothing else, as this program writes it."""


def parsed(path: Path, data: bytes) -> Parsed:
    """Return what `data` holds, the content of the file at `path`.

    Raises:
        UnreadableFile: It is no tables of records, or says something twice: told in one line, with the place.
    """
    text = data.removeprefix(codecs.BOM_UTF8)
    try:
        found = {name: _table(name, raw) for name, raw in _RAW_TABLES.decode(text).items()}
        again = fragments(found)
        # What comes out just as it went in can't have had a name twice; anything else is looked at more slowly.
        is_as_written = joined(again.values()) == text
        if not is_as_written:
            json.loads(text.decode(), object_pairs_hook=_each_once)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise UnreadableFile(path, f"{what_is_wrong(text, error)}; left as it is") from None
    return Parsed(found, again, is_as_written)


def _table(name: str, raw: msgspec.Raw) -> dict[str, dict[str, Any]]:
    try:
        return _TABLE.decode(raw)
    except msgspec.DecodeError as error:
        raise Unfit(trouble_in_table(name, error)) from None


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    record: dict[str, object] = {}
    for name, value in pairs:
        if name in record:
            raise Unfit(f"{named(name)} stands twice in one place, as after a merge")
        record[name] = value
    return record


def _as_plain(value: object) -> dict[object, object]:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"a {type(value).__name__} can't be written as JSON")


_ENCODER = msgspec.json.Encoder(enc_hook=_as_plain)
_RAW_TABLES = msgspec.json.Decoder(dict[str, msgspec.Raw])
_TABLE = msgspec.json.Decoder(dict[str, dict[str, Any]])
_TABLE_IN_FRAGMENT = msgspec.json.Decoder(dict[str, dict[str, dict[str, Any]]])
