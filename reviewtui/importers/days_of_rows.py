"""On which day each row is: the day that was named last, until another is; and midnight, which passes without a word.

A row's own date is an exception, and the day that held before holds again after it, unless the rows below go on from
it. A clock that is a little earlier than the one above is a row out of order; one that is much earlier is the next day.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from reviewtui.importers.candidates import Candidate
from reviewtui.importers.day_marks import DayMark, Strength
from reviewtui.notation.clock import WrittenDate, date_exists

_NEXT_DAY = timedelta(hours=6)
"""A clock that is this much earlier than the row above is read as being on the next day."""
_NEXT_DAY_ELSEWHERE = timedelta(hours=12)
"""The same where another list, table or section begins, which may tell of the same hours again."""
_OVERNIGHT = timedelta(hours=18)
"""A clock that is this much later than the row above belongs before it: `23:55` below `00:10`."""
_NEAR = timedelta(days=8)
_HALF_A_YEAR = timedelta(days=183)
_ONE_DAY = timedelta(days=1)
_MOST_DAYS = timedelta(days=99)
_SOON = timedelta(hours=2)
_ANY_DAY = date(2000, 1, 5)


class PlacedDay(NamedTuple):
    """The day of a row."""

    day: date | None
    doubt: str = ""
    """What kind of thing was doubtful in finding it, in a word."""
    remark: str = ""
    """The same as a sentence."""


InstantOn = Callable[[Candidate, date], datetime | None]
"""The instant of a row, were it on a day; `None` if it has no clock."""


def place(rows: Sequence[Candidate], marks: Sequence[DayMark], instant_on: InstantOn) -> Iterator[PlacedDay]:
    """Yield the day of each row, in order. Takes any rows and marks; never raises.

    Args:
        rows: The rows, as they stand in the document.
        marks: What in it says which day it is, in the same order.
        instant_on: When a row would be on a given day.
    """
    keeper = _Keeper(marks, instant_on, _first_full_date(rows, marks), _runs_backwards(rows, instant_on))
    for number, row in enumerate(rows):
        keeper.pass_marks(row.at)
        yield keeper.day_of(row, rows[number + 1] if number + 1 < len(rows) else None)


class _Keeper:
    """The day that holds, and what led to it."""

    def __init__(
        self, marks: Sequence[DayMark], instant_on: InstantOn, first: date | None, runs_backwards: bool
    ) -> None:
        self.marks = list(reversed(marks))
        self.instant_on = instant_on
        self.first = first
        self.step = -_ONE_DAY if runs_backwards else _ONE_DAY
        self.base: date | None = None
        self.strength = Strength.HINT
        """How surely the base is the day of the rows."""
        self.last: datetime | None = None
        """When the last row of the base was."""
        self.last_row: Candidate | None = None
        self.passed_midnight = False
        self.first_counted: date | None = None
        """What `Day 1` is."""
        self.apart: tuple[date, datetime | None] | None = None
        """The day and the instant of a row whose own date is not the base."""

    def pass_marks(self, at: int) -> None:
        """Take in what stands above a row."""
        while self.marks and self.marks[-1].at <= at:
            self._take_mark(self.marks.pop())

    def _take_mark(self, mark: DayMark) -> None:
        before = self.apart[0] if self.apart else self.base
        day = self._resolved(mark.date) if mark.date else self._counted(mark) or _later(before, mark)
        if day is None or (mark.strength is Strength.HINT and self.base):
            return
        self._hold(day, mark.strength)
        if mark.number is not None and day > date.min + _MOST_DAYS:
            self.first_counted = day - timedelta(days=mark.number - 1)

    def _counted(self, mark: DayMark) -> date | None:
        """Return the day that `Day 2` means: the first is the one that held when days began to be counted."""
        first = self.first_counted or self.base or self.first
        if mark.number is None or first is None or first > date.max - _MOST_DAYS:
            return None
        return first + timedelta(days=mark.number - 1)

    def _hold(self, day: date, strength: Strength, last: datetime | None = None) -> None:
        self.base, self.strength, self.last = day, strength, last
        self.last_row, self.passed_midnight, self.apart = None, False, None

    def _resolved(self, written: WrittenDate) -> date | None:
        """Return a date; one without a year is in the year that puts it nearest to the day that holds."""
        if written.year:
            return _date(written.year, written)
        near = (self.apart[0] if self.apart else self.base) or self.first
        years = range(max(near.year - 1, 1), min(near.year + 2, 9999)) if near else ()
        days = [day for year in years if (day := _date(year, written))]
        return min(days, key=lambda day: abs(day - near), default=None) if near else None

    def day_of(self, row: Candidate, following: Candidate | None) -> PlacedDay:
        """Return the day of a row, given the one below it."""
        written = row.head.written if row.head else None
        if written and written.date:
            return self._dated(row, written.date)
        if row.head and (row.head.weekday is not None or row.head.days_later):
            self._take_mark(DayMark(row.at, None, Strength.HERE, row.head.weekday, row.head.days_later))
        if written is None or written.start is None:
            return PlacedDay(self.apart[0] if self.apart else self.base)
        if self.base is None and self.apart is None and self.first:
            self._hold(self.first, Strength.HINT)
        told = self._after_exception(row) if self.apart else PlacedDay(None)
        if self.base is None:
            return PlacedDay(None, "no day", "nothing says on which day this was; its time is kept as it is written")
        hint = self.strength is Strength.HINT
        day = self._in_order(row, following)
        if hint and not told.doubt:
            return PlacedDay(
                day, "hint", f"nothing above names its day; read as {day.isoformat()}, which stands elsewhere"
            )
        return told._replace(day=day)

    def _dated(self, row: Candidate, written: WrittenDate) -> PlacedDay:
        day, base = self._resolved(written), self.base
        if day is None:
            return PlacedDay(None, "no year", "nothing says in which year this was; its date is kept as it is written")
        instant = self.instant_on(row, day)
        is_odd = base is not None and _is_odd_year(day, base)
        goes_on = base is None or self.strength is Strength.HINT or (self.apart is not None and self.apart[0] == day)
        if goes_on or (row.has_day_column and not is_odd):
            self._hold(day, Strength.HERE, instant)
        elif day == base:
            self.last, self.last_row, self.apart = instant, row, None
        else:
            self.apart = day, instant
        if not written.year:
            return PlacedDay(day, "missing year", f"it names no year; read as {day.year}")
        if base and is_odd:
            remark = f"it says {day.year}, and the dates around it {base.year}; it is kept as it is written"
            return PlacedDay(day, f"year {day.year}", remark)
        return PlacedDay(day)

    def _after_exception(self, row: Candidate) -> PlacedDay:
        """Settle whether a row without a date goes on from the one above, which has its own, or from those before."""
        day, instant = self.apart or (date.min, None)
        base, strength, self.apart = self.base, self.strength, None
        goes_on = base is None or self._goes_on(row, day, instant, base)
        if goes_on:
            self._hold(day, Strength.HERE, instant)
        if base is None or (day > base and (goes_on or strength < Strength.HERE)):
            return PlacedDay(None)
        taken, other = (day, base) if goes_on else (base, day)
        return PlacedDay(
            None, "exception", f"it names no day; read as {taken.isoformat()}, and not {other.isoformat()}"
        )

    def _goes_on(self, row: Candidate, day: date, instant: datetime | None, base: date) -> bool:
        there, here = self.instant_on(row, day), self.instant_on(row, base)
        if there is None or here is None or instant is None:
            return day > base
        if self.last is None or here < self.last:
            # On the base it would be the first of its rows, or out of order.
            if day > base:
                return there >= instant or self.last is not None
            is_first_of_document = self.last is None and self.strength < Strength.HERE
            return timedelta() <= there - instant <= _SOON and (self.last is not None or is_first_of_document)
        if day < base or there < instant:
            return False
        return self.strength < Strength.HERE or there - instant <= here - self.last

    def _in_order(self, row: Candidate, following: Candidate | None) -> date:
        base = self.base or date.min
        at = self.instant_on(row, base)
        if at is not None and self.last is not None:
            gap = self.last - at if self.step > timedelta() else at - self.last
            if gap >= self._next_day_from(row) and not (gap < _OVERNIGHT and self._comes_back(following, base)):
                base = self._shifted(base, self.step)
                self.base, self.passed_midnight = base, True
                at = self.instant_on(row, base)
            elif -gap >= _OVERNIGHT and self.passed_midnight:
                return self._shifted(base, -self.step)
        self.last, self.last_row = at, row
        return base

    def _next_day_from(self, row: Candidate) -> timedelta:
        is_elsewhere = self.last_row is not None and self.last_row.group != row.group
        return _NEXT_DAY_ELSEWHERE if is_elsewhere else _NEXT_DAY

    def _comes_back(self, following: Candidate | None, base: date) -> bool:
        """Tell whether the next row is in order again, so that this one alone is out of it."""
        if following is None or not _is_bare(following) or self.last is None:
            return False
        at = self.instant_on(following, base)
        return at is not None and (at >= self.last if self.step > timedelta() else at <= self.last)

    def _shifted(self, day: date, by: timedelta) -> date:
        return day + by if date.min < day < date.max else day


def _is_bare(row: Candidate) -> bool:
    return row.head is not None and row.head.written is not None and row.head.written.date is None


def _date(year: int, written: WrittenDate) -> date | None:
    return date(year, written.month, written.day) if date_exists(year, written.month, written.day) else None


def _later(day: date | None, mark: DayMark) -> date | None:
    """Return the day that a mark such as `Thursday` or `next day` means after another."""
    if day is None or mark.number is not None or day > date.max - timedelta(days=8):
        return None
    if mark.weekday is not None:
        return day + timedelta(days=(mark.weekday - day.weekday()) % 7)
    return day + timedelta(days=mark.days_later)


def _is_odd_year(day: date, base: date) -> bool:
    """Tell a date that is a year or more away from the others, and next to them but for its year."""
    in_base_year = _date(base.year, WrittenDate(day.day, day.month, base.year))
    return (
        day.year != base.year
        and abs(day - base) > _HALF_A_YEAR
        and in_base_year is not None
        and abs(in_base_year - base) <= _NEAR
    )


def _first_full_date(rows: Sequence[Candidate], marks: Sequence[DayMark]) -> date | None:
    """Return the first date that comes with its year, be it of a mark or of a row."""
    on_rows = (row.head.written.date for row in rows if row.head and row.head.written)
    written = (*(mark.date for mark in marks), *on_rows)
    return next((day for date_ in written if date_ and date_.year and (day := _date(date_.year, date_))), None)


def _runs_backwards(rows: Sequence[Candidate], instant_on: InstantOn) -> bool:
    """Tell a timeline that has its newest row first."""
    instants = [instant_on(row, _ANY_DAY) if _is_bare(row) else None for row in rows]
    steps = [after - before for before, after in pairwise(instants) if before and after and before != after]
    back = sum(1 for step in steps if -_NEXT_DAY_ELSEWHERE < step < timedelta())
    forth = sum(1 for step in steps if timedelta() < step < _NEXT_DAY_ELSEWHERE)
    return back > 2 and back > 3 * forth
