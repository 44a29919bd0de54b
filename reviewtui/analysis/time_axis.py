"""A stretch of time laid out over a number of cells: where an instant falls, and which clock times stand over it."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from reviewtui.model.moments import local, start_of_day

_NEAR = timedelta(minutes=30)
_MARGIN = timedelta(minutes=2)
_DAY = timedelta(days=1)
_STEPS = (
    *(timedelta(minutes=minutes) for minutes in (1, 2, 5, 10, 15, 30)),
    *(timedelta(hours=hours) for hours in (1, 2, 3, 6, 12)),
    *(timedelta(days=days) for days in (1, 2, 7, 14, 28, 91, 365, 3650, 36500, 365000)),
)
_TICK = 9
"""Cells from one clock time to the next, at least: five for the time itself, and room between them."""


class Tick(NamedTuple):
    """A time that stands over an axis."""

    column: int
    text: str


class TimeAxis(NamedTuple):
    """A stretch of time over cells."""

    start: datetime
    """UTC."""
    end: datetime
    """UTC; later than the start."""
    width: int
    """Cells; at least 1."""

    def column(self, at: datetime) -> int:
        """Return the cell in which an instant falls; of one before or after the stretch the first or the last."""
        share = (at - self.start) / (self.end - self.start)
        return min(max(round(share * (self.width - 1)), 0), self.width - 1)

    def holds(self, at: datetime) -> bool:
        """Tell whether an instant lies in the stretch."""
        return self.start <= at <= self.end


def axis_over(instants: Iterable[datetime], beside: Iterable[datetime], width: int) -> TimeAxis | None:
    """Return an axis over instants, with some time on both sides of them.

    Args:
        instants: What has to be on it, in UTC.
        beside: What is on it as well where it is near: no further away than twice the stretch, or half an hour.
        width: Cells.

    Returns:
        The axis; `None` if there is no instant that has to be on it.
    """
    needed = sorted(instants)
    if not needed:
        return None
    near = max(2 * (needed[-1] - needed[0]), _NEAR)
    close = [at for at in beside if max(needed[0] - at, at - needed[-1]) <= near]
    first, last = min([needed[0], *close]), max([needed[-1], *close])
    margin = max((last - first) / 12, _MARGIN)
    return TimeAxis(_shifted(first, -margin), _shifted(last, margin), max(width, 1))


def _shifted(at: datetime, by: timedelta) -> datetime:
    try:
        return at + by
    except OverflowError:
        return at


def ticks(axis: TimeAxis, zone: str) -> tuple[Tick, ...]:
    """Return the clock times that stand over an axis, none over another; the first of another day is the day itself."""
    stretch = axis.end - axis.start
    step = next((one for one in _STEPS if axis.width * (one / stretch) >= _TICK), _STEPS[-1])
    found: list[Tick] = []
    day = local(axis.start, zone).date()
    for at in _round_times(axis, step, zone):
        on = local(at, zone)
        text = f"{on:%H:%M}" if step < _DAY and on.date() == day else _day_words(on.date(), with_year=step > 91 * _DAY)
        day = on.date()
        column = axis.column(at)
        if column + len(text) <= axis.width and (not found or column > found[-1].column + len(found[-1].text)):
            found.append(Tick(column, text))
    return tuple(found)


def _day_words(day: date, *, with_year: bool) -> str:
    return f"{day:%b} {day.year}" if with_year else f"{day.day} {day:%b}"


def _round_times(axis: TimeAxis, step: timedelta, zone: str) -> Iterator[datetime]:
    """Yield the instants of an axis at which clocks in a zone show a round time."""
    first, last = (local(at, zone).date().toordinal() for at in (axis.start, axis.end))
    begin = first - first % step.days if step.days else first
    for ordinal in range(max(begin, 1), last + 1, step.days or 1):
        midnight = start_of_day(date.fromordinal(ordinal), zone)
        of_the_day = range(1) if step.days else range(_DAY // step)
        yield from (at for number in of_the_day if axis.holds(at := _shifted(midnight, number * step)))
