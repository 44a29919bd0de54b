"""What a document consists of, as far as a timeline goes: what may be a row, and what says a day or a zone.

Nothing is decided here. A heading, a list item, a line that begins with a time and a row of a table are *candidates*;
which of them tell what happened is chosen in `choice`, when all of them are known.
"""

import re
from collections.abc import Sequence

from reviewtui.importers.candidates import Candidate, Outline, Shape, Unread
from reviewtui.importers.day_marks import DayMark, Strength, dates_anywhere, day_line, labelled_day
from reviewtui.importers.heads import Head, time_first, time_last, words_first
from reviewtui.importers.inline import InlineReader
from reviewtui.importers.lists import OpenLists
from reviewtui.importers.markdown_lines import Kind, Line
from reviewtui.importers.sections import Purpose, Section, names_section, purpose_of
from reviewtui.importers.table_rows import table_rows
from reviewtui.importers.zone_marks import ZoneMark, zone_in_name, zone_line
from reviewtui.model.reading import DateOrder

_BOLD = re.compile(r"(\*\*|__)(?P<name>[^*_].{0,78}?)\1:?")
_PSEUDO_LEVEL = 7
_HOLDS_ROWS = (Purpose.TIMELINE, Purpose.MILESTONES)
_TIME_LABEL = re.compile(r"[*_]{0,3}(?:time|when|date and time|at)[*_]{0,3}[ \t]?:[*_]{0,3}[ \t]*", re.IGNORECASE)
_LONGEST_TITLE_ABOVE = 120
_FAR_BELOW = 60
_PROSE = (Kind.TEXT, Kind.ITEM, Kind.TABLE)
_WRAPPED = re.compile(
    r"(?:\b(?:at|around|by|from|until|till|since|to|and|between|before|after|about|of|on|or)|,|\()$", re.IGNORECASE
)


def outline_of(lines: Sequence[Line], order: DateOrder, read: InlineReader) -> Outline:
    """Return what stands in a document that a timeline can be made of. Takes any lines; never raises.

    Args:
        lines: Its lines.
        order: How `03/04/2026` is read.
        read: What makes words of its Markdown.
    """
    walk = _Walk(tuple(lines), order, read)
    for at, line in enumerate(lines):
        walk.visit(at, line)
    return walk.outline()


class _Walk:
    """A walk over the lines, and where in the document it stands."""

    def __init__(self, lines: tuple[Line, ...], order: DateOrder, read: InlineReader) -> None:
        self.lines = lines
        self.order = order
        self.read = read
        self.stack: list[Section] = [Section(Purpose.OTHER)]
        self.sections: list[Section] = [self.stack[0]]
        self.lists = OpenLists()
        self.taken = 0
        """Where the lines begin that were not looked at yet, if some were together with one above."""
        self.block_told = False
        ranked_one = (time_first(line.text, order) for line in lines if line.kind is Kind.HEADING and line.level == 1)
        self.rank_one_is_rows = sum(1 for head in ranked_one if head and head.has_clock) > 1
        self.first = next((at for at, line in enumerate(lines) if line.text and line.kind is not Kind.FRONT_MATTER), 0)
        self.candidates: list[Candidate] = []
        self.days: list[DayMark] = []
        self.zones: list[tuple[ZoneMark, Section | None]] = []
        self.unread: list[Unread] = []

    @property
    def section(self) -> Section:
        return self.stack[-1]

    def outline(self) -> Outline:
        return Outline(
            self.lines,
            tuple(self.candidates),
            tuple(self.days),
            tuple(self.zones),
            tuple(self.sections),
            tuple(self.unread),
        )

    def visit(self, at: int, line: Line) -> None:
        if at < self.taken:
            return
        if line.kind is Kind.HEADING:
            self._heading(at, line)
        elif line.kind is Kind.ITEM:
            self._item(at, line)
        elif line.kind is Kind.TEXT:
            self._text(at, line)
        elif line.kind is Kind.TABLE:
            self._table(at)
        elif line.kind is Kind.FRONT_MATTER:
            self._mark_day(labelled_day(at, line.text, self.order))
            self._mark_zone(zone_line(at, line.text) if ":" in line.text else None)
        elif line.kind in (Kind.CODE, Kind.QUOTE):
            self._hidden(at, line)

    def _mark_day(self, mark: DayMark | None) -> bool:
        if mark:
            self.days.append(mark)
        return mark is not None

    def _mark_zone(self, mark: ZoneMark | None, section: Section | None = None) -> bool:
        if mark:
            self.zones.append((mark, section))
        return mark is not None

    # Headings

    def _heading(self, at: int, line: Line) -> None:
        self.lists.close()
        name = self.read(line.text).text
        is_title = line.level == 1 and len(self.sections) == 1 and not self.rank_one_is_rows
        head = None if is_title else self._time_of_heading(line.text, name)
        self._close_sections(line.level, keeps_timeline=head is not None)
        section = self.section if head else self._open_section(at, name, line.level, is_title=is_title)
        if head is None and section.purpose in _HOLDS_ROWS and not purpose_of(name):
            head = time_last(line.text, self.order) or self._only_time_below(at, line.text)
        candidate = Candidate(at, Shape.HEADING, line.text, section, ("heading", section.at, line.level))
        candidate = candidate._replace(height=max(self.taken - at, 1))
        self.candidates.append(candidate._replace(head=head, level=line.level))
        if head is None or not head.has_clock:
            self._day_of_heading(at, line.text, is_title=is_title)

    def _time_of_heading(self, text: str, name: str) -> Head | None:
        head = time_first(text, self.order)
        if head and (head.has_clock or (head.written and head.written.date)):
            return head
        return None if head or purpose_of(name) else words_first(text, alone=True)

    def _day_of_heading(self, at: int, text: str, *, is_title: bool) -> None:
        date = dates_anywhere(text, self.order)
        named = DayMark(at, date, Strength.WHOLE if is_title else Strength.HERE) if date else None
        self._mark_day((None if is_title else day_line(at, text, self.order)) or named)

    def _close_sections(self, level: int, *, keeps_timeline: bool) -> None:
        """Close the sections that a heading ends; one that is a time goes on with the timeline of its own rank."""
        while self.section.level >= level:
            if keeps_timeline and self.section.level == level and self.section.purpose is Purpose.TIMELINE:
                return
            self.stack.pop()

    def _open_section(self, at: int, name: str, level: int, *, is_title: bool = False) -> Section:
        purpose = purpose_of(name)
        if is_title and purpose is not Purpose.TIMELINE:
            purpose = Purpose.OTHER
        section = Section(purpose or self.section.purpose, name, level, at, (at, *self.section.within))
        self.stack.append(section)
        self.sections.append(section)
        if section.purpose in _HOLDS_ROWS:
            self._mark_zone(zone_in_name(at, name), section)
        else:
            self._mark_zone(zone_line(at, name), None)
        return section

    # Lists

    def _item(self, at: int, line: Line) -> None:
        parent, begin = self.lists.add(at, line.indent)
        head = time_first(line.text, self.order) or words_first(line.text)
        if head is None and self._purpose_here(parent) in _HOLDS_ROWS:
            head = time_last(line.text, self.order)
        if head is None or not head.has_clock:
            marked = self._mark_day(labelled_day(at, line.text, self.order) or day_line(at, line.text, self.order))
            if self._mark_zone(zone_line(at, line.text)) or (marked and head is None):
                return
        section = self.section._replace(purpose=self._purpose_here(parent))
        group = ("item", self.section.at, parent, begin)
        self.candidates.append(Candidate(at, Shape.ITEM, line.text, section, group, head, line.indent, parent))

    def _purpose_here(self, parent: int | None) -> Purpose:
        """Return what an item stands in: what the item above it says (`- **Key events**`), or its section."""
        above = purpose_of(self.read(self.lines[parent].text).text) if parent is not None else None
        return above or self.section.purpose

    # Paragraphs

    def _text(self, at: int, line: Line) -> None:
        above = self.lines[at - 1] if at else None
        begins = above is None or above.kind not in (Kind.TEXT, Kind.ITEM)
        if self._is_name(at, line):
            self.lists.close()
            self._close_sections(_PSEUDO_LEVEL, keeps_timeline=False)
            self._open_section(at, _name_in(line.text), _PSEUDO_LEVEL)
            self._mark_day(day_line(at, line.text, self.order))
            return
        if self.lists and (self.lists.holds(line.indent) or not begins) and not self._is_new_row(line, above):
            return
        if begins or line.indent == 0:
            self.lists.close()
        self._line(at, line, above if not begins else None)

    def _is_new_row(self, line: Line, above: Line | None) -> bool:
        """Tell a row that was written below a list from a line that goes on with its last item."""
        head = time_first(line.text, self.order) if line.indent == 0 and above else None
        return head is not None and head.has_clock and head.is_clear

    def _line(self, at: int, line: Line, above: Line | None) -> None:
        head = self._time_of_line(at, line, above)
        if head is None or not head.has_clock:
            marked = self._mark_day(labelled_day(at, line.text, self.order) or day_line(at, line.text, self.order))
            named = self._mark_zone(zone_line(at, line.text))
            if not marked and (named or at == self.first):
                self._date_beside(at, line.text)
            if named or (marked and (head is None or not head.rest.strip())):
                return
        if head and not (above and _goes_on(above.text, head)):
            group, height = ("line", self.section.at), max(self.taken - at, 1)
            candidate = Candidate(at, Shape.LINE, line.text, self.section, group, head, line.indent, height=height)
            self.candidates.append(candidate)

    def _time_of_line(self, at: int, line: Line, above: Line | None) -> Head | None:
        head = time_first(line.text, self.order)
        if head is None and (above is None or (self.candidates and self.candidates[-1].at == at - 1)):
            head = words_first(line.text)
        if head is None and self.section.purpose in _HOLDS_ROWS:
            head = time_last(line.text, self.order, parted=True)
        if head is None and above is None and len(line.text) < _LONGEST_TITLE_ABOVE:
            head = self._time_below(line.text, at + 1)
        return head

    def _only_time_below(self, at: int, title: str) -> Head | None:
        """Return the time that stands alone below a heading, unless it is the first of several there."""
        below = self.lines[at + 1 : at + _FAR_BELOW]
        end = next((place for place, line in enumerate(below) if line.kind is Kind.HEADING), len(below))
        spoken = [at + 1 + place for place, line in enumerate(below[:end]) if line.text and line.kind in _PROSE]
        heads = (time_first(self.lines[place].text, self.order) for place in spoken[1:])
        several = any(head and head.has_clock for head in heads)
        return None if several or not spoken else self._time_below(title, spoken[0])

    def _time_below(self, title: str, place: int) -> Head | None:
        """Return the time that stands alone below a title, at the end of its paragraph."""
        below = self.lines[place] if place < len(self.lines) else None
        ends = place + 1 >= len(self.lines) or self.lines[place + 1].kind is not Kind.TEXT
        if below is None or below.kind is not Kind.TEXT or not ends:
            return None
        head = time_first(_TIME_LABEL.sub("", below.text), self.order)
        if head is None or not head.has_clock or head.rest.strip():
            return None
        self.taken = place + 1
        return head._replace(rest=title)

    def _date_beside(self, at: int, text: str) -> None:
        """Take the day from a text's first line, or from the line that names its zone."""
        date = dates_anywhere(text, self.order)
        if date:
            self._mark_day(DayMark(at, date, Strength.WHOLE))

    def _is_name(self, at: int, line: Line) -> bool:
        """Tell a line that names a section without being a heading: `**Timeline:**`, `Action items:`, `TIMELINE`."""
        name = _name_in(line.text)
        purpose = names_section(name)
        if (
            purpose is None
            or time_first(line.text, self.order)
            or (at == self.first and purpose is not Purpose.TIMELINE)
        ):
            return False
        stands_alone = (at == 0 or not self.lines[at - 1].text) and name[-1:] not in ".!?;,"
        return stands_alone or line.text.rstrip().endswith(":") or _BOLD.fullmatch(line.text.strip()) is not None

    # Tables

    def _table(self, at: int) -> None:
        below = range(at, len(self.lines))
        self.taken = next((place for place in below if self.lines[place].kind is not Kind.TABLE), len(self.lines))
        self.lists.close()
        found = table_rows(self.lines, at, self.taken, self.section, self.order)
        self.candidates += found.candidates
        self.days += found.days

    # What is never read

    def _hidden(self, at: int, line: Line) -> None:
        begins = at == 0 or self.lines[at - 1].kind is not line.kind
        self.block_told = self.block_told and not begins
        head = None if self.block_told else time_first(line.text, self.order)
        if head and head.has_clock:
            self.block_told = True
            self.unread.append(Unread(at, line.kind))


def _name_in(text: str) -> str:
    bold = _BOLD.fullmatch(text.strip())
    return (bold["name"] if bold else text).strip(" \t*_:")


def _goes_on(above: str, head: Head) -> bool:
    """Tell a line that only goes on with the one above, and begins with a time because that broke there."""
    if _WRAPPED.search(above.rstrip()):
        return True
    return not head.is_clear and len(above) > 50 and above.rstrip()[-1:] not in ".!?:|"
