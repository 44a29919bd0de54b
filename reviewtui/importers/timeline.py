"""A text in, a reading out: the steps from lines to rows, the same for Markdown and for plain text."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

import msgspec

from reviewtui.importers.bodies import bodies
from reviewtui.importers.candidates import Candidate, Outline
from reviewtui.importers.choice import Choice, Skip, choose
from reviewtui.importers.date_order import ambiguous_dates, answer, question, settle
from reviewtui.importers.day_marks import DayMark, Strength
from reviewtui.importers.days_of_rows import PlacedDay, place
from reviewtui.importers.document import Asked, Document
from reviewtui.importers.heads import Head, time_first
from reviewtui.importers.inline import InlineReader
from reviewtui.importers.markdown_lines import Kind, Line, scan_lines
from reviewtui.importers.outline import outline_of
from reviewtui.importers.rows import Origin, Placed, rows_of, tell
from reviewtui.importers.zones_of_rows import RowZone, ZoneFinder
from reviewtui.model.moments import Moment, Precision
from reviewtui.model.reading import DateOrder, Doubt, DoubtKind, Reading, SkippedText, SourceZone
from reviewtui.notation.clock import WrittenDate, find_dates
from reviewtui.notation.moment import ReadMoment, read_moment


class Dialect(NamedTuple):
    """What sets one kind of text apart from another."""

    format: str
    indented_code: bool
    """Whether four blanks make a line code."""
    reader: Callable[[Iterable[str]], InlineReader]
    """What makes words of its lines."""


class _Understood(NamedTuple):
    """A document whose rows are known, and not yet their days and zones."""

    outline: Outline
    choice: Choice
    doubts: tuple[Doubt, ...] = ()


class _Timed(NamedTuple):
    """A row whose day and zone are known."""

    row: Candidate
    day: PlacedDay
    zone: RowZone
    read: ReadMoment


_MOST_SKIPPED = 500
# Words that tell a part of the day, and not a time before or after it.
_ELSEWHEN = re.compile(r"before|previous|earlier|after|next|following|\bt ?[+-]?\d|\d{4}", re.IGNORECASE)


def read_timeline(document: Document, asked: Asked, dialect: Dialect) -> Reading:
    """Return the rows of the timelines in a document, and what was skipped and doubtful. Takes any text; never raises.

    Args:
        document: The text.
        asked: What was said beforehand of its zone and dates.
        dialect: What kind of text it is.
    """
    lines = scan_lines(document.lines, indented_code=dialect.indented_code)
    read = dialect.reader(document.lines)
    understood = _understood(document, lines, asked, read)
    timed = _timed(document, understood, asked)
    told = [tell(row, body, read) for row, body in zip(understood.choice.rows, bodies(*understood[:2]), strict=True)]
    worded = [(one, words) for one, words in zip(timed, told, strict=True) if words.title]
    wordless = [one.row for one, words in zip(timed, told, strict=True) if not words.title]
    origin = Origin(dialect.format, _name_of(document, lines, read), document.name)
    rows = rows_of((Placed(lines[one.row.at].number, one.read.moment, words) for one, words in worded), origin)
    return Reading(
        rows=rows,
        skipped=_skipped(document, understood, wordless, any_rows=bool(rows)),
        zones=_zones(document.name, [one for one, _ in worded]),
        doubts=(*understood.doubts, *_doubts(document, lines, [one for one, _ in worded])),
    )


def _understood(document: Document, lines: Sequence[Line], asked: Asked, read: InlineReader) -> _Understood:
    """Return what is a row, with ambiguous dates read in the order that was given, is settled, or is likelier."""
    order = asked.date_order or DateOrder.DAY_FIRST
    understood = _in_order(lines, order, read)
    ambiguous = ambiguous_dates(understood.choice.rows, understood.choice.days)
    if asked.date_order or not ambiguous or not understood.choice.rows:
        return understood
    settled = settle(understood.outline, ambiguous)
    if settled.order is not order:
        understood = _in_order(lines, settled.order, read)
    if settled.is_certain:
        return understood
    first = ambiguous[0]
    asks, takes = question(first), answer(first, settled.order)
    doubt = Doubt(
        source=document.name, line=lines[first.at].number, kind=DoubtKind.DATE_ORDER, question=asks, likelier=takes
    )
    return understood._replace(doubts=(doubt,))


def _in_order(lines: Sequence[Line], order: DateOrder, read: InlineReader) -> _Understood:
    outline = outline_of(lines, order, read)
    return _Understood(outline, choose(outline, order))


def _timed(document: Document, understood: _Understood, asked: Asked) -> list[_Timed]:
    """Return the rows with their moments."""
    rows = understood.choice.rows
    zones = ZoneFinder(understood.outline, rows, asked)

    def instant_on(row: Candidate, day: date) -> datetime | None:
        return _moment(row, day, zones.zone_of(row, day)).moment.start

    days = place(rows, (*_hints(document, understood), *understood.choice.days), instant_on)
    return [_at(row, day, zones) for row, day in zip(rows, days, strict=True)]


def _at(row: Candidate, day: PlacedDay, zones: ZoneFinder) -> _Timed:
    zone = zones.zone_of(row, day.day)
    return _Timed(row, day, zone, _moment(row, day.day, zone))


def _moment(row: Candidate, day: date | None, zone: RowZone) -> ReadMoment:
    """Return the moment of a row on a day and in a zone."""
    if row.head is None or row.head.written is None:
        return ReadMoment(_moment_in_words(row.head, day, zone))
    written = row.head.written._replace(zone=None)
    if written.date:
        written = written._replace(date=WrittenDate(day.day, day.month, day.year) if day else None)
    read = read_moment(written, day, zone.read_as)
    return read._replace(moment=msgspec.structs.replace(read.moment, as_written=row.head.as_written))


def _moment_in_words(head: Head | None, day: date | None, zone: RowZone) -> Moment:
    """Return the moment of a row without a time: its day, unless its words may mean another."""
    words = head.as_written if head else ""
    if day is None or (head and not head.is_clear) or _ELSEWHEN.search(words):
        return Moment(zone=zone.read_as, as_written=words)
    return Moment(day=day, precision=Precision.DAY, zone=zone.read_as, as_written=words)


def _hints(document: Document, understood: _Understood) -> tuple[DayMark, ...]:
    """Return the day that a file's name gives, or the only date in the sentences above the first row."""
    rows, lines = understood.choice.rows, understood.outline.lines
    in_name = [found for found in find_dates(document.name.replace("_", " ")) if found.year]
    above = lines[: min(rows[0].at, 200)] if rows else ()
    in_prose = {found for line in above if line.kind is Kind.TEXT for found in find_dates(line.text) if found.year}
    found = in_name[:1] or (list(in_prose) if len(in_prose) == 1 else [])
    return tuple(DayMark(-1, one._replace(swappable=False), Strength.HINT) for one in found)


def _name_of(document: Document, lines: Sequence[Line], read: InlineReader) -> str:
    """Return a document's own name: its first heading, or its first line if that is no row, or its file's."""
    heading = next((line for line in lines if line.kind is Kind.HEADING), None)
    first = heading or next((line for line in lines if line.kind is not Kind.BLANK), None)
    if first is None or (first is not heading and (first.kind is not Kind.TEXT or _is_row(first))):
        return document.name
    return read(first.text).text[:200] or document.name


def _is_row(line: Line) -> bool:
    head = time_first(line.text, DateOrder.DAY_FIRST)
    return head is not None and head.has_clock


def _skipped(
    document: Document, understood: _Understood, wordless: Sequence[Candidate], *, any_rows: bool
) -> tuple[SkippedText, ...]:
    without_words = (Skip(row.at, "has a time and no words") for row in wordless if row.head and row.head.has_clock)
    skips = sorted((*understood.choice.skipped, *without_words))
    lines = understood.outline.lines
    if len(skips) > _MOST_SKIPPED:
        skips = [*skips[:_MOST_SKIPPED], Skip(skips[_MOST_SKIPPED].at, "and more below, for such reasons")]
    told = tuple(
        SkippedText(source=document.name, line=lines[at].number, why=why, text=lines[at].raw.strip()[:200])
        for at, why in skips
    )
    nothing = SkippedText(source=document.name, line=1, why="no timeline was found in it")
    return told if any_rows else (nothing, *told)


def _zones(name: str, timed: Sequence[_Timed]) -> tuple[SourceZone, ...]:
    """Return the zones that clocks were read in, in the order in which they come."""
    with_clock = [one.zone for one in timed if one.read.moment.start] or [one.zone for one in timed[:1]]
    distinct = dict.fromkeys(zone._replace(question="", likelier="", is_from_rows=False) for zone in with_clock)
    return tuple(
        SourceZone(source=name, zone=zone.letters, read_as=zone.read_as, origin=zone.origin) for zone in distinct
    )


def _doubts(document: Document, lines: Sequence[Line], timed: Sequence[_Timed]) -> tuple[Doubt, ...]:
    """Return what was doubtful in rows, each thing once, at the first row that it is true of."""
    found: dict[str, Doubt] = {}
    for remark in document.remarks:
        found[remark] = _doubt(document.name, 1, DoubtKind.REMARK, remark, "")
    for one in timed:
        line, written = lines[one.row.at].number, one.read.moment.as_written
        if one.zone.question and one.read.moment.start:
            doubt = _doubt(document.name, line, DoubtKind.ZONE, one.zone.question, one.zone.likelier)
            found.setdefault(f"{one.zone.letters} {one.zone.read_as}", doubt)
        if one.day.doubt:
            day = one.day.day.isoformat() if one.day.day else ""
            remark = f"“{written}”: {one.day.remark}"
            found.setdefault(one.day.doubt, _doubt(document.name, line, DoubtKind.REMARK, remark, day))
        if one.zone.is_from_rows and not one.zone.question:
            remark = f"“{written}”: it names no zone; read as {one.zone.letters}, which other rows name"
            found.setdefault("zone of rows", _doubt(document.name, line, DoubtKind.REMARK, remark, one.zone.read_as))
        for problem in one.read.problems:
            found.setdefault(problem, _doubt(document.name, line, DoubtKind.REMARK, problem, ""))
    return tuple(found.values())


def _doubt(name: str, line: int, kind: DoubtKind, asks: str, takes: str) -> Doubt:
    return Doubt(source=name, line=line, kind=kind, question=asks, likelier=takes)
