"""Which candidates are rows of the timeline, and why the others that look like one are not."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from reviewtui.importers.candidates import Candidate, Outline, Shape
from reviewtui.importers.day_marks import DayMark, Strength
from reviewtui.importers.heads import time_first
from reviewtui.importers.markdown_lines import Kind
from reviewtui.importers.phrases import narrates
from reviewtui.importers.refusals import is_metadata, refusal
from reviewtui.importers.sections import Purpose, purpose_of
from reviewtui.model.reading import DateOrder

MOST_ROWS = 10_000
"""The most rows that are read from one text: a timeline has twenty."""

_LOOSE = re.compile(r"(?:\d{1,2}\.\d{2}|\d{4})(?![\d.])")
_HIDDEN = {Kind.CODE: "is in a block of code", Kind.QUOTE: "is quoted"}


class Skip(NamedTuple):
    """A place that looked as if it might be a row, and why it is none."""

    at: int
    why: str


class Choice(NamedTuple):
    """The rows of a document's timeline."""

    rows: tuple[Candidate, ...]
    """In the order in which they stand there."""
    skipped: tuple[Skip, ...]
    days: tuple[DayMark, ...]
    """What says which day it is; items that name the day of the list below them are among them."""


def choose(outline: Outline, order: DateOrder) -> Choice:
    """Return which candidates of a document are rows. Takes any outline; never raises.

    Where a section calls itself a timeline, rows stand there and nowhere else. Where none does, they may stand in any
    section but those that never hold one; and where nothing does, the list of a summary is better than nothing.
    """
    candidates = tuple(_with_odd_clock(candidate, order) for candidate in outline.candidates)
    known = _Known(outline, candidates)
    first = _Chooser(known, aside_counts=False).choose()
    return first if first.rows else _Chooser(known, aside_counts=True).choose(otherwise=first.skipped)


def is_timed(candidate: Candidate) -> bool:
    """Tell whether a candidate says when: by a clock, by a date that is clearly one, by words that stand for a time."""
    head = candidate.head
    return head is not None and (head.written is None or head.has_clock or head.is_clear)


def _has_clock(candidate: Candidate) -> bool:
    return candidate.head is not None and candidate.head.has_clock


def _is_clear(candidate: Candidate) -> bool:
    return candidate.head is not None and candidate.head.has_clock and candidate.head.is_clear


def _with_odd_clock(candidate: Candidate, order: DateOrder) -> Candidate:
    """Read `15.26 Restarted` in a list, where the row above would say `15:25`."""
    if candidate.shape is not Shape.ITEM or candidate.head or not _LOOSE.match(candidate.text):
        return candidate
    head = time_first(candidate.text, order, expected=True)
    is_meant = head is not None and ("." in head.as_written or head.rest[:1].isupper())
    return candidate._replace(head=head) if is_meant else candidate


class _Known:
    """What is known of all candidates when one of them is looked at."""

    def __init__(self, outline: Outline, candidates: Sequence[Candidate]) -> None:
        self.outline = outline
        self.candidates = candidates
        timed = [one for one in candidates if is_timed(one) and refusal(one) is None]
        self.members = Counter(one.group for one in candidates)
        self.timed = Counter(one.group for one in timed)
        self.clear = Counter(one.group for one in timed if _is_clear(one))
        self.parents = frozenset(one.parent for one in timed if one.parent is not None)
        self.exclusive = any(one.section.purpose is Purpose.TIMELINE for one in timed)
        self.headings = _Headings(outline, candidates)
        self.clocks = [one.at for one in timed if one.shape is not Shape.HEADING or _has_clock(one)]
        self.tables = [one.at for one in timed if one.shape is Shape.CELLS]
        self.timelines = [one.at for one in outline.sections if purpose_of(one.name) is Purpose.TIMELINE]


class _Headings:
    """The headings of a document, and how far each reaches."""

    def __init__(self, outline: Outline, candidates: Iterable[Candidate]) -> None:
        self.all = [one for one in candidates if one.shape is Shape.HEADING]
        self.places = {one.at: place for place, one in enumerate(self.all)}
        self.named = sorted(one.at for one in outline.sections if purpose_of(one.name))
        self.end = len(outline.lines)

    def end_of_section(self, heading: Candidate) -> int:
        """Return where the next heading of the same rank or a higher one stands."""
        return self._first_below(heading, lambda other: other.level <= heading.level)

    def end_of_detail(self, heading: Candidate) -> int:
        """Return where something else begins: its section's end, the next time, a section that names itself."""
        end = self._first_below(heading, lambda other: other.level <= heading.level or _has_clock(other))
        return min(end, _next(self.named, heading.at + 1) or end)

    def _first_below(self, heading: Candidate, ends: Callable[[Candidate], bool]) -> int:
        below = (self.all[place] for place in range(self.places[heading.at] + 1, len(self.all)))
        return next((other.at for other in below if ends(other)), self.end)


def _next(places: Sequence[int], begin: int) -> int | None:
    """Return the first of sorted places from `begin` on."""
    place = bisect_left(places, begin)
    return places[place] if place < len(places) else None


def _any_between(places: Sequence[int], begin: int, end: int) -> bool:
    found = _next(places, begin)
    return found is not None and found < end


class _Chooser:
    """A walk over the candidates, and what was chosen up to there."""

    def __init__(self, known: _Known, *, aside_counts: bool) -> None:
        self.known = known
        self.aside_counts = aside_counts
        self.rows: list[Candidate] = []
        self.skipped: list[Skip] = []
        self.days: list[DayMark] = list(known.outline.days)
        self.items: set[int] = set()
        """Items that are rows, and those below them."""
        self.detail_end = 0
        """Where the text below the last heading that is a row ends."""

    def choose(self, otherwise: tuple[Skip, ...] = ()) -> Choice:
        for candidate in self.known.candidates:
            if len(self.rows) >= MOST_ROWS:
                self.skipped.append(Skip(candidate.at, f"is beyond the {MOST_ROWS:,} rows that are read from one text"))
                break
            self._look_at(candidate)
        self.skipped += [Skip(unread.at, _HIDDEN[unread.kind]) for unread in self.known.outline.unread]
        skipped = tuple(sorted(self.skipped)) if self.rows or not otherwise else otherwise
        return Choice(tuple(self.rows), skipped, tuple(sorted(self.days, key=lambda mark: (mark.at, mark.strength))))

    def _look_at(self, candidate: Candidate) -> None:
        reason = refusal(candidate)
        if reason is None:
            reason = self._elsewhere(candidate) or self._below_a_row(candidate)
            is_told = _is_clear(candidate) if candidate.shape is Shape.LINE else _has_clock(candidate)
            if not reason and self._is_row(candidate):
                self._take(candidate)
                return
            reason = reason if is_told else ""
        self._skip(candidate, reason)
        if candidate.section.purpose not in (Purpose.CLOSED, Purpose.ASIDE):
            self._take_day(candidate)

    def _skip(self, candidate: Candidate, why: str) -> None:
        if why:
            self.skipped.append(Skip(candidate.at, why))

    def _take_day(self, candidate: Candidate) -> None:
        """Take the day of a heading or an item that stands above rows without being one itself."""
        stands_above = candidate.shape is Shape.HEADING or candidate.at in self.known.parents
        if stands_above and candidate.head and candidate.head.written and candidate.head.written.date:
            self.days.append(DayMark(candidate.at, candidate.head.written.date, Strength.HERE))

    def _take(self, candidate: Candidate) -> None:
        self.rows.append(candidate)
        if candidate.shape is Shape.HEADING:
            self.detail_end = self.known.headings.end_of_detail(candidate)
        elif candidate.shape is Shape.ITEM:
            self.items.add(candidate.at)

    def _elsewhere(self, candidate: Candidate) -> str:
        """Return why no row stands where this candidate does, or nothing."""
        purpose, name = candidate.section.purpose, candidate.section.name
        if purpose is Purpose.ASIDE and self.aside_counts:
            return "" if self.known.clear[candidate.group] > 2 else f"stands alone under “{name}”, which is no timeline"
        if purpose in (Purpose.CLOSED, Purpose.ASIDE):
            return f"stands under “{name}”, which is no timeline"
        return "stands outside the timeline" if self.known.exclusive and purpose is Purpose.OTHER else ""

    def _below_a_row(self, candidate: Candidate) -> str:
        if candidate.parent in self.items:
            self.items.add(candidate.at)
            return "stands below a row, as its detail"
        below_heading = candidate.at < self.detail_end and candidate.shape is not Shape.HEADING
        return "stands below a row, as its detail" if below_heading else ""

    def _is_row(self, candidate: Candidate) -> bool:
        if candidate.shape is Shape.HEADING:
            return is_timed(candidate) and self._is_heading_row(candidate)
        if candidate.shape is Shape.ITEM:
            return self._is_item_row(candidate)
        return candidate.shape is Shape.CELLS or self._is_line_row(candidate)

    def _is_heading_row(self, heading: Candidate) -> bool:
        known, begin, end = self.known, heading.at + 1, self.known.headings.end_of_section(heading)
        in_timeline = heading.section.purpose in (Purpose.TIMELINE, Purpose.MILESTONES)
        holds_times = _any_between(known.clocks, begin, end)
        if not (heading.head and heading.head.has_clock):
            return (in_timeline or known.clear[heading.group] > 0) and not holds_times
        if _any_between(known.tables, begin, end) or _any_between(known.timelines, begin, end):
            return False
        if in_timeline:
            return heading.head.is_clear or not holds_times
        return known.clear[heading.group] > 1 or (heading.level > 1 and not holds_times)

    def _is_item_row(self, item: Candidate) -> bool:
        known, times = self.known, self.known.timed[item.group]
        in_timeline = item.section.purpose in (Purpose.TIMELINE, Purpose.MILESTONES)
        if _has_clock(item):
            return True
        if item.at in known.parents or times == 0:
            return False
        if is_timed(item):
            return in_timeline or times > 1
        return (in_timeline or times * 2 > known.members[item.group]) and not is_metadata(item.text)

    def _is_line_row(self, line: Candidate) -> bool:
        if line.section.purpose is Purpose.TIMELINE:
            return is_timed(line)
        head = line.head
        is_told = head is not None and head.has_clock and not head.in_sentence and not narrates(head.rest)
        return _is_clear(line) or is_told or (is_timed(line) and self.known.clear[line.group] > 1)
