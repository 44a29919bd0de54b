"""Where a document says which day it speaks of: a title, a `Date:` line, a heading, a line between rows."""

import re
from enum import IntEnum
from typing import NamedTuple

from reviewtui.model.reading import DateOrder
from reviewtui.notation.clock import WrittenDate, find_dates, scan_weekday


class Strength(IntEnum):
    """How much a mark says of the rows below it."""

    HINT = 0
    """A date in a sentence, or in the file's name: taken where nothing better is, and said."""
    WHOLE = 1
    """It names the day of the whole: a title, a `Date:` line. A row's own date may be the better one."""
    HERE = 2
    """It stands between the rows, for those below it: a row's own date is an exception to it."""


class DayMark(NamedTuple):
    """A place from which on a day holds."""

    at: int
    """The place of its line."""
    date: WrittenDate | None
    """`None` where only a day of the week is named."""
    strength: Strength
    weekday: int | None = None
    """Monday is 0."""
    days_later: int = 0
    """How many days after the one that held before, where it is given so: `next day`."""
    number: int | None = None
    """Which day it is, counted from the first: `Day 2`."""


_LABEL = re.compile(
    r"(?:(?:incident|event|outage|start(?:ed|ing)?|begin|began)[ \t]{1,3})?"
    r"(?:date|day|datum|when|time|started|start|began)"
    r"(?:[ \t]{0,3}(?:and|&|/|of|the|incident|outage|event|time|started|occurred|happened|utc|opened)){0,4}",
    re.IGNORECASE,
)
_LONGEST_LINE = 80
_BARE = " \t*_`#|()[]:.,–—-"
_DAY_NUMBER = re.compile(r"\bday[ \t]?(\d{1,2})\b", re.IGNORECASE)
_NEXT_DAY = re.compile(r"(?:the )?(?:next|following) (?:day|morning)|(?:the )?day after", re.IGNORECASE)
_WRITTEN_DATE = re.compile(
    r"(?:\d{1,4}(?:st|nd|rd|th)?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
    r"|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}|of|[-/., \t*_`()\[\]:–—]){1,40}",
    re.IGNORECASE,
)


def dates_anywhere(text: str, order: DateOrder) -> WrittenDate | None:
    """Return the first date in a title or a heading."""
    return next(iter(find_dates(text, order=order)), None)


def day_line(at: int, text: str, order: DateOrder) -> DayMark | None:
    """Return the day that a line names if it says nothing else: `Tuesday, 3 March 2026`, `**Day 2: 4 March**`."""
    if len(text) > _LONGEST_LINE:
        return None
    number, bare = _DAY_NUMBER.search(text), _DAY_NUMBER.sub("", text, count=1).strip(_BARE)
    if not bare:
        return DayMark(at, None, Strength.HERE, number=int(number[1])) if number else None
    if found := find_dates(bare, order=order):
        counted = int(number[1]) if number else None
        return DayMark(at, found[0], Strength.HERE, number=counted) if _WRITTEN_DATE.fullmatch(bare) else None
    if _NEXT_DAY.fullmatch(bare):
        return DayMark(at, None, Strength.HERE, days_later=1)
    weekday = scan_weekday(bare)
    return DayMark(at, None, Strength.HERE, weekday[0]) if weekday and weekday[1] == len(bare) else None


def labelled_day(at: int, text: str, order: DateOrder) -> DayMark | None:
    """Return the day that a line of the kind `Date: 3 March 2026` names."""
    label, colon, value = text[:200].strip(_BARE[:-1]).replace("|", ":", 1).partition(":")
    if not colon or not _LABEL.fullmatch(label.strip(" \t*_`")) or not (date := dates_anywhere(value, order)):
        return None
    return DayMark(at, date, Strength.WHOLE)
