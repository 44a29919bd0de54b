"""Tables: which columns hold the time of a row and what happened, told by their heads or else by what is in them."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reviewtui.importers.heads import Head, time_first, words_first
from reviewtui.importers.markdown_lines import Line, is_delimiter_row
from reviewtui.importers.phrases import is_blank
from reviewtui.model.reading import DateOrder


class Cells(NamedTuple):
    """One row of a table."""

    at: int
    """The place of its line."""
    cells: tuple[str, ...]


class Table(NamedTuple):
    """A table as it is written."""

    head: tuple[str, ...]
    """The names of its columns; empty if it has none."""
    body: tuple[Cells, ...]


class Columns(NamedTuple):
    """What the columns of a timeline are for, by their places."""

    date: int | None
    time: int | None
    end: int | None
    what: int
    zone: int | None = None


_MOST_CELLS = 100
_BAR = re.compile(r"(?<!\\)\|")
_DATE = re.compile(r"\W*(?:date|day|datum|tag|fecha|日期)\W*", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?:time|times|when|timestamp|ts|clock|hour|uhrzeit|zeit|zeitpunkt|date|utc|gmt|hora|tijd)\b|时间|時間|時刻",
    re.IGNORECASE,
)
_NO_TIME = re.compile(r"\b(?:time to|time ?line|down ?time|duration|time spent|due|time ?zone)\b", re.IGNORECASE)
_ZONE = re.compile(r"\W*(?:tz|zone|time ?zone|zeitzone)\W*", re.IGNORECASE)
_NUMBER = re.compile(r"\W*(?:#|no|nr|id)?\W*", re.IGNORECASE)
_LINE_BREAK = re.compile(r"<br[ \t]{0,3}/?>", re.IGNORECASE)
_BEGIN = re.compile(r"\W*(?:start|from|begin|began|started)(?: time| at)?\b", re.IGNORECASE)
_END = re.compile(r"\W*(?:end|to|until|finish|stop|ended)(?: time| at)?\b", re.IGNORECASE)
_WHAT = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"\bwhat\b|\bevents?\b|happened|ereignis|evento|gebeurtenis|事件",
        r"\bdescription\b|\bsummary\b|\bentry\b|\bmilestone\b|\bactivity\b|beschreibung",
        r"\baction\b|\bdetails?\b|\bupdate\b|\bmessage\b|\bnotes?\b|\bcomments?\b|\bobservation\b|\bstep\b",
    )
)
# A table of tasks or of a document's versions also has dates, and tells nothing of the incident.
_NO_TIMELINE = re.compile(
    r"\b(?:due|deadline|assignee|assigned|priority|version|revision|field|value)\b", re.IGNORECASE
)


def read_table(lines: Sequence[Line], begin: int, end: int) -> Table:
    """Return the table that stands in the lines from `begin` to `end`."""
    rows = [Cells(at, _cells(lines[at].text)) for at in range(begin, end) if not is_delimiter_row(lines[at].text)]
    has_head = begin + 1 < end and is_delimiter_row(lines[begin + 1].text)
    if not rows or not (has_head or lines[begin].text.startswith("||")):
        return Table((), tuple(rows))
    head = rows[0].cells
    return Table(head, tuple(row._replace(cells=_no_wider(row.cells, len(head))) for row in rows[1:]))


def columns_of(table: Table, order: DateOrder, *, in_timeline: bool) -> Columns | None:
    """Return what the columns of a table are for, or `None` if it is no timeline.

    Args:
        table: The table.
        order: How `03/04/2026` is read.
        in_timeline: Whether the section that it stands in says that it holds a timeline.
    """
    if not in_timeline and any(_NO_TIMELINE.search(name) for name in table.head):
        return None
    width = max((len(row.cells) for row in table.body), default=0)
    times = [place for place, name in enumerate(table.head) if _TIME.search(name) and not _NO_TIME.search(name)]
    date = next((place for place, name in enumerate(table.head) if _DATE.fullmatch(name)), None)
    time = next((place for place in times if place != date), _named(table, _BEGIN))
    if date is None and time is None:
        time = _column_of_times(table, order, width)
    zone = next((place for place, name in enumerate(table.head) if _ZONE.fullmatch(name)), None)
    used = {date, time, zone, *times}
    what = _what(table, width, used)
    is_found_inside = not times and time not in (None, 0, _named(table, _BEGIN))
    if what is None or (date is None and time is None) or (is_found_inside and (table.head or not in_timeline)):
        return None
    end = _named(table, _END) if _named(table, _BEGIN) == time else None
    return Columns(date, time, end, what, zone)


def head_of(row: Cells, columns: Columns, order: DateOrder) -> Head:
    """Return the time of a row, in whatever words its cells give it, and what happened."""
    begin = _at(row, columns.time)
    clock = f"{begin} - {_at(row, columns.end)}" if begin and _at(row, columns.end) else begin
    cells = (_at(row, columns.date), clock, _at(row, columns.zone))
    written = _LINE_BREAK.sub(" ", " ".join(filter(None, cells)))
    what = _at(row, columns.what)
    head = time_first(written, order, expected=True)
    if head is None:
        return Head(written.strip("*_` "), what, is_clear=not written or words_first(written, alone=True) is not None)
    as_written = written.strip("*_` ") if head.rest.strip() or head.note else head.as_written
    return head._replace(as_written=as_written, rest=what, note="")


def other_cells(row: Cells, table: Table, columns: Columns) -> str:
    """Return what the other columns say, each with its name, one a line."""
    others = [place for place in range(len(row.cells)) if place not in columns]
    others = [place for place in others if not _NUMBER.fullmatch(_name(table, place)) or not row.cells[place].isdigit()]
    named = ((_name(table, place), row.cells[place]) for place in others)
    return "\n".join(f"{name}: {cell}" if name else cell for name, cell in named if not is_blank(cell))


def _cells(text: str) -> tuple[str, ...]:
    inner = text.replace("||", "|") if text.startswith("||") else text
    cells = [cell.strip().replace("\\|", "|") for cell in _BAR.split(inner, _MOST_CELLS)]
    begin = 1 if inner.startswith("|") else 0
    end = len(cells) - 1 if len(cells) > 1 and not cells[-1] else len(cells)
    return tuple(cells[begin:end])


def _no_wider(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    """Return the cells of a row in which a bar is part of the last cell's text, as that text."""
    return (*cells[: width - 1], " | ".join(cells[width - 1 :])) if 0 < width < len(cells) else cells


def _name(table: Table, place: int) -> str:
    return table.head[place] if place < len(table.head) else ""


def _named(table: Table, words: re.Pattern[str]) -> int | None:
    return next((place for place, name in enumerate(table.head) if words.match(name)), None)


def _column_of_times(table: Table, order: DateOrder, width: int) -> int | None:
    """Return the first column in which most of what is written begins with a time."""
    for place in range(min(width, 4)):
        written = [row.cells[place] for row in table.body[:50] if place < len(row.cells) and row.cells[place]]
        times = sum(1 for cell in written if _is_time(cell, order))
        if written and times * 2 > len(written):
            return place
    return None


def _is_time(cell: str, order: DateOrder) -> bool:
    head = time_first(cell, order)
    return head is not None and len(head.rest) < 20 and (head.has_clock or head.is_clear)


def _what(table: Table, width: int, used: Iterable[int | None]) -> int | None:
    taken = set(used)
    for words in _WHAT:
        for place, name in enumerate(table.head):
            if place not in taken and words.search(name):
                return place
    free = [place for place in range(width) if place not in taken]
    return max(free, key=lambda place: (_letters(table, place), -place), default=None)


def _letters(table: Table, place: int) -> int:
    return sum(len(row.cells[place]) for row in table.body[:50] if place < len(row.cells))


def _at(row: Cells, place: int | None) -> str:
    return row.cells[place] if place is not None and place < len(row.cells) else ""
