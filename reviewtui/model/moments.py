"""When something happened, as well as anybody knows it."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from reviewtui.errors import UnknownZone

Instant = Annotated[datetime, msgspec.Meta(tz=True)]
"""A point in time, in UTC."""

_FIXED_OFFSET = re.compile(r"UTC(?:([+-])(\d{2}):(\d{2}))?")
_LAST = datetime.max.replace(tzinfo=UTC)


class Precision(StrEnum):
    """How well a moment is known."""

    EXACT = "exact"
    ABOUT = "about"
    DAY = "day"
    UNKNOWN = "unknown"


class Moment(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When something happened: an instant or a range, a day, or nothing but the words it was given in."""

    start: Instant | None = None
    """The beginning, in UTC."""
    end: Instant | None = None
    """The end of a range, in UTC; `None` for an instant, or where the end is not known."""
    day: date | None = None
    """The day, where only that is known; in `zone`."""
    precision: Precision = Precision.UNKNOWN
    zone: str = "UTC"
    """The zone that its source used: an IANA name, or an offset as `UTC+02:00`."""
    as_written: str = ""
    """The time as its source has it, letter for letter."""


UNKNOWN_MOMENT = Moment()


class Span(NamedTuple):
    """The stretch of time that a moment may lie in, in UTC; both ends included."""

    start: datetime
    end: datetime

    def distance(self, other: "Span") -> timedelta:
        """Return the time between two spans: zero where they touch or overlap."""
        return max(other.start - self.end, self.start - other.end, timedelta())


@lru_cache(maxsize=256)
def zone_named(name: str) -> tzinfo:
    """Return the time zone of an IANA name or an offset such as `UTC+02:00`.

    Raises:
        UnknownZone: There is none of this name.
    """
    if found := _FIXED_OFFSET.fullmatch(name):
        sign, hours, minutes = found.groups()
        offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
        if offset >= timedelta(hours=24):
            raise UnknownZone(name)
        return timezone(-offset if sign == "-" else offset) if offset else UTC
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UnknownZone(name) from None


def local(instant: datetime, zone: str) -> datetime:
    """Return `instant` on the clocks of `zone`; the first or last time there is, where the calendar ends."""
    try:
        return instant.astimezone(zone_named(zone))
    except OverflowError:
        return instant.replace(tzinfo=zone_named(zone))


def day_of(moment: Moment, zone: str) -> date | None:
    """Return the day a moment falls on in `zone`, or `None` if it is not known."""
    if moment.start is not None:
        return local(moment.start, zone).date()
    return moment.day


def start_of_day(day: date, zone: str) -> datetime:
    """Return the instant in UTC at which `day` begins in `zone`."""
    try:
        return datetime.combine(day, time(), zone_named(zone)).astimezone(UTC)
    except OverflowError:
        return datetime.combine(day, time(), UTC)


def span_of_day(day: date, zone: str) -> Span:
    """Return the whole of `day` in `zone`: 23, 24 or 25 hours."""
    following = day + timedelta(days=1) if day < date.max else day
    return Span(start_of_day(day, zone), start_of_day(following, zone))


def order(moment: Moment) -> tuple[bool, datetime, bool]:
    """Return the key that sorts moments: by time; a day stands before its times; an unknown time comes last.

    Moments with equal keys keep the order they are in.
    """
    if moment.start is not None:
        return (False, moment.start, True)
    if moment.day is not None:
        return (False, start_of_day(moment.day, moment.zone), False)
    return (True, _LAST, True)
