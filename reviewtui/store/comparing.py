"""What has changed between two states of a review file, by their texts alone.

A word that was added to a review of ten thousand events changes one record of fifty thousand. Where both texts are as
this program writes them, only what stands between their common beginning and their common end has to be decoded.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import msgspec

from reviewtui.store.damage import Unfit
from reviewtui.store.tables import fragment, table_of

_TABLE = re.compile(rb'\n  "')
_OPENING = re.compile(rb'  ("(?:[^"\\]|\\.)*"): \{')
"""What a table begins with, its name first."""
# A line that begins so begins a record: deeper ones are indented further, and in a string a line break is written \n.
_RECORD = b'\n    "'
_OPENS, _BETWEEN, _CLOSES, _TABLE_CLOSES = b"{\n", b",\n", b"\n}\n", b"\n  }"
_STEP = 1 << 16
"""Bytes that are compared at a time."""


class Splice(NamedTuple):
    """What makes the records of a table those of a later state, in their order."""

    at: int
    """How many records stay before it."""
    gone: int
    """How many of the earlier state are there no more."""
    come: Mapping[str, Mapping[str, Any]]
    """What stands in their place."""


class Changes(NamedTuple):
    """What has changed between two states of a file."""

    texts: Mapping[str, bytes]
    """The text of each table of the later state, by its name."""
    splices: Mapping[str, Splice]
    """By the name of a table that was changed, what has changed in it."""


def changes(before: Mapping[str, bytes], data: bytes) -> Changes | None:
    """Return what has changed since the tables had the texts `before`, which are as this program writes them.

    Args:
        before: The text of each table, by its name.
        data: The content of the file now.

    Returns:
        `None` where that can't be told so, because it has other tables or something else has written it. Whether what
        has come has the name of a record that stays is for whoever puts it there to see.
    """
    try:
        texts = _texts(data)
        if texts.keys() != before.keys():
            return None
        changed = {name: _splice(name, before[name], text) for name, text in texts.items() if text != before[name]}
    except (msgspec.DecodeError, Unfit, ValueError, RecursionError):
        return None
    return Changes(texts, changed)


def _texts(data: bytes) -> dict[str, bytes]:
    if not data.startswith(_OPENS) or not data.endswith(_CLOSES):
        raise Unfit("it is written otherwise")
    begins = [found.start() + 1 for found in _TABLE.finditer(data)]
    ends = [*(begin - len(_BETWEEN) for begin in begins[1:]), len(data) - len(_CLOSES)]
    texts = [data[begin:end] for begin, end in zip(begins, ends, strict=True)]
    found = {msgspec.json.decode(_opening(text)[1], type=str): text for text in texts}
    if len(found) != len(texts) or any(data[end : end + len(_BETWEEN)] != _BETWEEN for end in ends[:-1]):
        raise Unfit("it is written otherwise")
    return found


def _opening(text: bytes) -> re.Match[bytes]:
    if found := _OPENING.match(text):
        return found
    raise Unfit("it is written otherwise")


def _splice(name: str, before: bytes, after: bytes) -> Splice:
    shift = len(after) - len(before)
    most = min(len(before), len(after))
    begins_alike = _alike(before, after, most, slice)
    ends_alike = _alike(before, after, most - begins_alike, _from_the_end)
    begin, end = after.rfind(_RECORD, 0, begins_alike), after.find(_RECORD, len(after) - ends_alike)
    if begin < 0:
        return Splice(0, before.count(_RECORD), _records(name, after))
    last = len(after) - len(_TABLE_CLOSES)
    stop = end if end >= 0 else last
    come = _records(name, _opening(after)[0] + after[begin:stop].removesuffix(b",") + _TABLE_CLOSES)
    return Splice(after.count(_RECORD, 0, begin), before.count(_RECORD, begin, stop - shift), come)


def _records(name: str, text: bytes) -> Mapping[str, Mapping[str, Any]]:
    """Return the records of a table's text.

    Raises:
        Unfit: It is not as this program writes it; so it says nothing twice.
    """
    found = table_of(name, text)
    if fragment(name, found) != text:
        raise Unfit("it is written otherwise")
    return found


def _alike(one: bytes, other: bytes, most: int, part: Callable[[int, int], slice]) -> int:
    """Return how many bytes of two texts are alike, counted from where `part` counts, and at most so many."""
    low = 0
    while low < most and one[part(low, low + _STEP)] == other[part(low, low + _STEP)]:
        low += _STEP
    low, high = min(low, most), min(low + _STEP, most)
    while low < high:
        middle = (low + high + 1) // 2
        if one[part(low, middle)] == other[part(low, middle)]:
            low = middle
        else:
            high = middle - 1
    return low


def _from_the_end(first: int, last: int) -> slice:
    return slice(-last, -first or None)
