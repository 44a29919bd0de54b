"""Moments: what a written time means where it stands, and how this program writes one.

Reading takes two steps. `clock.scan_time` finds what is written and needs to know nothing else; `read_moment` makes a
moment of it, given the day and the zone that hold there.
"""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from typing import NamedTuple

from reviewtui.model.moments import UNKNOWN_MOMENT, Moment, Precision, Span, local, span_of_day, zone_named
from reviewtui.notation.clock import WrittenDate, WrittenTime, date_exists
from reviewtui.notation.zones import in_season

ABOUT = timedelta(minutes=5)
"""How far to either side `~` reaches."""
NO_CLOCK = "--:--"
"""What stands where a clock time would, if it is not known."""


class ReadMoment(NamedTuple):
    """A moment, and what was doubtful in reading it."""

    moment: Moment
    problems: tuple[str, ...] = ()


def read_moment(written: WrittenTime, day: date | None, zone: str) -> ReadMoment:
    """Return the moment that a written time means where `day` and `zone` hold.

    A year that is left out is that of `day`; a range whose end is before its start ends on the next day. A zone
    written beside the time wins over `zone`. What clocks skip or show twice is a problem beside the value.

    Args:
        written: What was written.
        day: The day that holds where it stands; `None` if none does.
        zone: The zone that holds there.
    """
    read_in = written.zone.read_as if written.zone else zone
    on = _on_day(written.date, day)
    if written.start is None or on is None:
        if on is None or (written.date is None and not written.no_clock):
            return ReadMoment(Moment(zone=read_in, as_written=written.text))
        return ReadMoment(Moment(day=on, precision=Precision.DAY, zone=read_in, as_written=written.text))
    problems: list[str] = []
    if written.zone and not in_season(written.zone, datetime.combine(on, written.start)):
        read_in = written.zone.zone
        problems.append(
            f"{written.zone.text} is not what clocks show on {on.isoformat()}; read as the clocks of {read_in}"
        )
    place = zone_named(read_in)
    start = _instant(on, written.start, place, problems)
    end = None
    if written.end is not None:
        last = _on_day(written.end_date, on) or on
        if written.end_date is None and written.end < written.start:
            last = _following(last)
        end = _instant(last, written.end, place, problems)
    precision = Precision.ABOUT if written.about else Precision.EXACT
    moment = Moment(start=start, end=end, precision=precision, zone=read_in, as_written=written.text)
    return ReadMoment(moment, tuple(problems))


def _on_day(written: WrittenDate | None, day: date | None) -> date | None:
    if written is None:
        return day
    year = written.year or (day.year if day else None)
    if year is None or not date_exists(year, written.month, written.day):
        return None
    return date(year, written.month, written.day)


def _following(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day


def _instant(day: date, clock: time, place: tzinfo, problems: list[str]) -> datetime:
    naive = datetime.combine(day, clock)
    there = naive.replace(tzinfo=place)
    try:
        instant = there.astimezone(UTC)
        shown = instant.astimezone(place).replace(tzinfo=None)
    except OverflowError:
        return naive.replace(tzinfo=UTC)
    if shown != naive:
        problems.append(f"clocks skipped {clock:%H:%M} on {day.isoformat()}; read as {shown:%H:%M}")
    elif there.utcoffset() != there.replace(fold=1).utcoffset():
        problems.append(f"clocks showed {clock:%H:%M} twice on {day.isoformat()}; read as the first time")
    return instant


def near(clock: time, reference: datetime, zone: str) -> datetime:
    """Return when clocks in `zone` show `clock`: between six hours before `reference` and eighteen after."""
    place = zone_named(zone)
    first = (reference - timedelta(hours=6)).astimezone(place)
    for days in range(2):
        candidate = datetime.combine(first.date() + timedelta(days=days), clock, place).astimezone(UTC)
        if candidate >= reference - timedelta(hours=6):
            return candidate
    return datetime.combine(first.date() + timedelta(days=1), clock, place).astimezone(UTC)


def span_of(moment: Moment) -> Span | None:
    """Return the stretch that a moment may lie in; an instant of about is ± 5 minutes; `None` if no time is known."""
    if moment.start is None:
        return span_of_day(moment.day, moment.zone) if moment.day else None
    end = moment.end or moment.start
    margin = ABOUT if moment.precision is Precision.ABOUT else timedelta()
    return Span(moment.start - margin, max(end, moment.start) + margin)


def format_moment(moment: Moment, zone: str, day: date | None = None) -> str:
    """Return a moment as it is written in an event line: the inverse of scanning and reading it.

    Args:
        moment: What to write.
        zone: The zone whose clocks to write.
        day: The day that holds where it is written; a moment on another day brings its date.
    """
    if moment.start is None:
        return f"{moment.day.isoformat()} {NO_CLOCK}" if moment.day else NO_CLOCK
    start = local(moment.start, zone)
    end = local(moment.end, zone) if moment.end else None
    if _is_shown_twice(start) or (end and _is_shown_twice(end)):
        return f"{format_moment(moment, 'UTC')} UTC"
    dated = "" if start.date() == day else f"{start.date().isoformat()} "
    about = "~" if moment.precision is Precision.ABOUT else ""
    if end is None:
        return f"{dated}{about}{start:{_form(start)}}"
    form = _form(start, end)
    same_day = end.date() == start.date() and end.time() >= start.time()
    next_day = end.date() == _following(start.date()) and end.time() < start.time()
    until = "" if same_day or next_day else f"{end.date().isoformat()} "
    return f"{dated}{about}{start:{form}}-{until}{end:{form}}"


def _form(*clocks: datetime) -> str:
    """Return the form in which clocks can be written without losing a part of a second."""
    if any(at.microsecond for at in clocks):
        return "%H:%M:%S.%f"
    return "%H:%M:%S" if any(at.second for at in clocks) else "%H:%M"


def _is_shown_twice(at: datetime) -> bool:
    return at.utcoffset() != at.replace(fold=1 - at.fold).utcoffset()


@lru_cache(maxsize=65536)
def clock_text(moment: Moment, zone: str) -> str:
    """Return what is shown of a moment beside its day: `10:42`, `~11:30`, `13:30–13:45`, or `--:--`."""
    if moment.start is None:
        return NO_CLOCK
    about = "~" if moment.precision is Precision.ABOUT else ""
    start = f"{local(moment.start, zone):%H:%M}"
    return f"{about}{start}" if moment.end is None else f"{about}{start}–{local(moment.end, zone):%H:%M}"


def unknown(as_written: str) -> Moment:
    """Return a moment of which nothing is known but the words it was given in."""
    return Moment(as_written=as_written) if as_written else UNKNOWN_MOMENT
