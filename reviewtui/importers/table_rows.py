"""The rows of a table as candidates, and the days that it names between them."""

from collections.abc import Sequence
from typing import NamedTuple

from reviewtui.importers.candidates import Candidate, Shape
from reviewtui.importers.day_marks import DayMark, day_line, labelled_day
from reviewtui.importers.markdown_lines import Line
from reviewtui.importers.sections import Purpose, Section
from reviewtui.importers.tables import Cells, Columns, Table, columns_of, head_of, other_cells, read_table
from reviewtui.importers.zone_marks import ZoneMark, zone_in_name
from reviewtui.model.reading import DateOrder


class TableRows(NamedTuple):
    """What stands in a table."""

    candidates: tuple[Candidate, ...] = ()
    days: tuple[DayMark, ...] = ()


def table_rows(lines: Sequence[Line], begin: int, end: int, section: Section, order: DateOrder) -> TableRows:
    """Return what stands in the table from one line to another. Takes any lines; never raises.

    Args:
        lines: The lines of the document.
        begin: The place of its first.
        end: The place of the first line below it.
        section: The section that it stands in.
        order: How `03/04/2026` is read.
    """
    table = read_table(lines, begin, end)
    in_timeline = section.purpose in (Purpose.TIMELINE, Purpose.MILESTONES)
    columns = columns_of(table, order, in_timeline=in_timeline)
    if columns is None or (table.head and labelled_day(begin, lines[begin].text, order)):
        places = (begin, *(row.at for row in table.body))
        marks = (labelled_day(at, lines[at].text, order) for at in places)
        return TableRows(days=tuple(mark for mark in marks if mark))
    days = {row.at: _day_alone(row, order) for row in table.body}
    zone = _zone_of(table, columns, begin)
    return TableRows(
        tuple(
            _candidate(row, table, columns, order)._replace(section=section, zone=zone, group=("table", begin))
            for row in table.body
            if days[row.at] is None and any(cell.strip(" *_|") for cell in row.cells)
        ),
        tuple(day for day in days.values() if day),
    )


def _candidate(row: Cells, table: Table, columns: Columns, order: DateOrder) -> Candidate:
    head = head_of(row, columns, order)
    return Candidate(
        row.at,
        Shape.CELLS,
        head.rest,
        Section(Purpose.OTHER),
        (),
        head,
        other=other_cells(row, table, columns),
        has_day_column=columns.date is not None and columns.time is not None,
    )


def _day_alone(row: Cells, order: DateOrder) -> DayMark | None:
    """Return the day that a row names if it says nothing else, to part the rows above it from those below."""
    said = [cell for cell in row.cells if cell.strip(" *_|")]
    return day_line(row.at, said[0], order) if len(said) == 1 else None


def _zone_of(table: Table, columns: Columns, at: int) -> ZoneMark | None:
    """Return the zone that the name of a column of times gives."""
    places = [place for place in (columns.time, columns.date) if place is not None and place < len(table.head)]
    return next((mark for place in places if (mark := zone_in_name(at, table.head[place]))), None)
