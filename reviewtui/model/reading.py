"""What an importer found in a file, and what was doubtful about it."""

from enum import StrEnum

from reviewtui.model.moments import Moment
from reviewtui.model.review import EventKind, Link, Record, Source


class ZoneOrigin(StrEnum):
    """How it is known in which zone a source tells its times."""

    NAMED = "named"
    """By the source itself."""
    GIVEN = "given"
    """By whoever asked for it to be read."""
    ASSUMED = "assumed"
    """By nobody: it is the review's, or UTC."""


class DateOrder(StrEnum):
    """Which of the numbers in `03/04/2026` is the day."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


class ReadRow(Record, frozen=True, kw_only=True):
    """One thing that a source says happened."""

    when: Moment
    title: str
    detail: str = ""
    kind: EventKind = EventKind.EVENT
    evidence: tuple[Link, ...] = ()
    source: Source
    line: int
    """Its first line or entry, from 1."""
    file: str = ""
    """The name of the file it stands in."""


class SkippedText(Record, frozen=True, kw_only=True):
    """Something that looked as if it might be an event, and was not read as one."""

    source: str
    line: int
    why: str
    text: str = ""


class SourceZone(Record, frozen=True, kw_only=True):
    """The zone that a source's times were read in."""

    source: str
    zone: str
    """As the source has it, which may be an abbreviation such as `CEST`."""
    read_as: str
    """The zone it was taken for: an IANA name, or an offset."""
    origin: ZoneOrigin


class DoubtKind(StrEnum):
    """What an answer to a doubt would be about."""

    ZONE = "zone"
    DATE_ORDER = "date order"
    REMARK = "remark"
    """Something to know, which stops nothing."""


class Doubt(Record, frozen=True, kw_only=True):
    """Something that can't be known from the source, and the likelier reading, which was taken."""

    source: str
    line: int
    kind: DoubtKind
    question: str
    likelier: str


class Reading(Record, frozen=True, kw_only=True):
    """All that was found in one or more files."""

    rows: tuple[ReadRow, ...] = ()
    skipped: tuple[SkippedText, ...] = ()
    zones: tuple[SourceZone, ...] = ()
    doubts: tuple[Doubt, ...] = ()


NOTHING_READ = Reading()


def joined(readings: tuple[Reading, ...]) -> Reading:
    """Return several readings as one, in their order."""
    return Reading(
        rows=tuple(row for reading in readings for row in reading.rows),
        skipped=tuple(text for reading in readings for text in reading.skipped),
        zones=tuple(zone for reading in readings for zone in reading.zones),
        doubts=tuple(doubt for reading in readings for doubt in reading.doubts),
    )


def open_question(reading: Reading) -> str:
    """Return the first question that whoever asked for a reading would have to answer; empty if there is none."""
    open_kinds = {DoubtKind.ZONE, DoubtKind.DATE_ORDER}
    doubt = next((doubt for doubt in reading.doubts if doubt.kind in open_kinds), None)
    return f"{doubt.source}, line {doubt.line}: {doubt.question} Likelier: {doubt.likelier}" if doubt else ""
