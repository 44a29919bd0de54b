"""What can stand in a text that its readers may have no business with."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


class ExposureKind(StrEnum):
    """What is exposed; where several cover each other, the first of them is what it is."""

    SECRET = "secret"  # noqa: S105 - the word
    EMAIL = "e-mail address"
    NETWORK = "network address"
    HOST = "private host"
    PHONE = "phone number"
    NAME = "name"


class Find(NamedTuple):
    """A stretch of a text."""

    kind: ExposureKind
    start: int
    end: int


_RANK = {kind: rank for rank, kind in enumerate(ExposureKind)}


def apart(finds: Iterable[Find]) -> tuple[Find, ...]:
    """Return finds in the order of the text, those that overlap as one that covers them all."""
    kept: list[Find] = []
    for find in sorted(finds, key=lambda one: (one.start, one.end)):
        if kept and find.start < kept[-1].end:
            last = kept[-1]
            kind = min(last.kind, find.kind, key=_RANK.__getitem__)
            kept[-1] = Find(kind, last.start, max(last.end, find.end))
        else:
            kept.append(find)
    return tuple(kept)
