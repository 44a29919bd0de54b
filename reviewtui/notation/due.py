"""A day by which something is to be done, as people say it: `2026-12-01`, `Friday`, `+2w`, `end of November`."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from reviewtui.notation.clock import WrittenDate, date_exists, scan_time, scan_weekday

_LATER = re.compile(r"(?:\+|in )[ \t]?(\d{1,4})[ \t]?(d|w|m|y)(?:ays?|eeks?|onths?|ears?)?", re.IGNORECASE)
_UNITS = {"d": "days", "w": "weeks", "m": "months", "y": "years"}
_NEXT = re.compile(r"(next|this)[ \t]+", re.IGNORECASE)
_END_OF = re.compile(r"(?:the )?end of (?:the )?(month|year|[a-z]{3,9})", re.IGNORECASE)
_NAMED = {"today": 0, "tomorrow": 1}
_LEAP_YEARS_APART = 8


class ReadDay(NamedTuple):
    """A day, and what was doubtful in reading it."""

    day: date | None
    problems: tuple[str, ...] = ()


def read_day(text: str, today: date) -> ReadDay:
    """Return the day that words stand for; none of words that stand for none. Takes any text; never raises.

    Args:
        text: The words, and nothing else.
        today: The day it is.
    """
    words = " ".join(text.split()).rstrip(".,;")
    try:
        found = next((read for reader in _READERS if (read := reader(words, today))), ReadDay(None))
    except (OverflowError, ValueError):  # beyond the last year there is
        return ReadDay(None)
    if found.day and found.day < today:
        return found._replace(problems=(*found.problems, "that day is past"))
    return found


def _named(words: str, today: date) -> ReadDay | None:
    days = _NAMED.get(words.casefold())
    return None if days is None else ReadDay(today + timedelta(days=days))


def _later(words: str, today: date) -> ReadDay | None:
    if not (found := _LATER.fullmatch(words)):
        return None
    return ReadDay(today + relativedelta(**{_UNITS[found[2].casefold()]: int(found[1])}))  # type: ignore[arg-type]  # one of four names


def _weekday(words: str, today: date) -> ReadDay | None:
    """Read `Friday` as the first one after today, and `next Friday` as the one of next week."""
    before = _NEXT.match(words)
    rest = words[before.end() :] if before else words
    found = scan_weekday(rest)
    if found is None or found[1] != len(rest):
        return None
    ahead = (found[0] - today.weekday()) % 7
    if before and before[1].casefold() == "next":
        day = today + timedelta(days=7 - today.weekday() + found[0])
        return ReadDay(day, (f"“{words}” read as the one of next week",))
    if ahead == 0:
        return ReadDay(today + timedelta(days=7), ("it is that day today; read as the one in a week",))
    return ReadDay(today + timedelta(days=ahead))


def _end_of(words: str, today: date) -> ReadDay | None:
    if not (found := _END_OF.fullmatch(words)):
        return None
    period = found[1].casefold()
    if period == "month":
        return ReadDay(today + relativedelta(day=31))
    if period == "year":
        return ReadDay(date(today.year, 12, 31))
    month = scan_time(f"1 {period}")
    if month is None or month.date is None:
        return None
    first = date(today.year + (month.date.month < today.month), month.date.month, 1)
    return ReadDay(first + relativedelta(day=31))


def _written(words: str, today: date) -> ReadDay | None:
    found = scan_time(words)
    if found is None or found.date is None or found.start or found.no_clock or found.length != len(words):
        return None
    day = _with_year(found.date, today)
    swapped = (f"“{words}” read as {day.day} {day:%B %Y}",) if day and found.has_swappable_date else ()
    return ReadDay(day, swapped)


def _with_year(written: WrittenDate, today: date) -> date | None:
    """Return the day that a date means: without a year, the first such day from today on."""
    if written.year:
        return date(written.year, written.month, written.day)
    years = range(today.year, today.year + _LEAP_YEARS_APART + 1)
    days = (date(year, written.month, written.day) for year in years if date_exists(year, written.month, written.day))
    return next((day for day in days if day >= today), None)


_READERS: tuple[Callable[[str, date], ReadDay | None], ...] = (_named, _later, _weekday, _end_of, _written)
