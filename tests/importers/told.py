"""Readings as text, so that a test says what it expects as a person would."""

from datetime import datetime
from textwrap import dedent

from reviewtui.importers.registry import read_text
from reviewtui.model.moments import Moment, Precision
from reviewtui.model.reading import DateOrder, DoubtKind, Reading, ReadRow


def read(
    text: str,
    *,
    zone: str | None = None,
    assumed_zone: str = "UTC",
    date_order: DateOrder | None = None,
    name: str = "pasted text",
) -> Reading:
    """What is read from an indented block."""
    return read_text(dedent(text), name=name, zone=zone, assumed_zone=assumed_zone, date_order=date_order)


def row(one: ReadRow) -> str:
    """A row with its time in UTC: `2026-03-04 10:42 title`; `?` where nothing is known of it."""
    return f"{moment(one.when)} {one.title}"


def moment(when: Moment) -> str:
    """A moment in UTC."""
    if when.start is None:
        return when.day.isoformat() if when.day else "?"
    about = "~" if when.precision is Precision.ABOUT else ""
    return f"{when.start:%Y-%m-%d} {about}{when.start:%H:%M}{_until(when.end)}"


def _until(end: datetime | None) -> str:
    return f"-{end:%H:%M}" if end else ""


def rows(text: str, *, zone: str | None = None, assumed_zone: str = "UTC") -> list[str]:
    """The rows that are read from an indented block."""
    return [row(one) for one in read(text, zone=zone, assumed_zone=assumed_zone).rows]


def questions(reading: Reading, kind: DoubtKind) -> list[str]:
    """What is asked about one kind of thing, each with the reading that was taken."""
    return [f"{doubt.line}: {doubt.question} → {doubt.likelier}" for doubt in reading.doubts if doubt.kind is kind]


def remarks(reading: Reading) -> list[str]:
    """What is to be known, with its line."""
    return [f"{doubt.line}: {doubt.question}" for doubt in reading.doubts if doubt.kind is DoubtKind.REMARK]


def skips(reading: Reading) -> list[str]:
    """What was not read, with its line."""
    return [f"{skipped.line}: {skipped.why}" for skipped in reading.skipped]
