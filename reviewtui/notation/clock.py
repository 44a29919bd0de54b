"""What people write for a time: found at the beginning of a text, and not yet placed on a day or in a zone."""

import re
from datetime import date, time
from functools import lru_cache
from typing import NamedTuple

from reviewtui.model.reading import DateOrder
from reviewtui.notation.zones import WrittenZone, scan_offset, scan_zone

_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}"
_YEAR = r"(?:[ \t-]+(?P<y>\d{4})(?![\d:]))"
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?[ \t]+", re.IGNORECASE)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY_NAME = re.compile(rf"({'|'.join(_WEEKDAYS)})(?:s|nes|rs?|ur)?(?:day)?(?![a-z])\.?,?[ \t]*", re.IGNORECASE)
_OPENING = re.compile(r"[ \t]*(?:[*_`]{1,3})?[ \t]*[\[(]?[ \t]*(?:[*_`]{1,3})?[ \t]*")
_ABOUT = re.compile(r"[ \t]*(?:[~±≈∼][ \t]*|(?:ca\.?|circa|about|around|approx(?:imately|\.)?)[ \t]+)", re.IGNORECASE)
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)",
        r"(?P<y>(?:19|20)\d{2})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)",
        r"(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})(?![\d:])",
        rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th|\.)?[ \t-]*(?:of[ \t]+)?(?P<name>{_MONTHS})(?![a-z])\.?,?{_YEAR}?",
        rf"(?P<name>{_MONTHS})(?![a-z])\.?[ \t-]*(?P<d>\d{{1,2}})(?!\d|:\d)(?:st|nd|rd|th)?,?{_YEAR}?",
    )
)
# Two numbers are a date only where a clock follows; alone they are as likely a ratio or a score.
_SHORT_DATES = (
    re.compile(r"(?P<a>\d{1,2})(?P<sep>[-/])(?P<b>\d{1,2})(?=,?[ \t]+\d{1,2}[:.]\d{2})"),
    re.compile(r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?=,?[ \t]+\d{1,2}[:.]\d{2})"),
)
_AFTER_DATE = re.compile(
    r"(?:,?[ \t]*\(?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\)?\.?(?=[ \t,]))?"
    r"[ \t]*(?:,|@|\||[-–—](?=[ \t])|\bat\b)?[ \t]*(?:T(?=\d))?[ \t]*",
    re.IGNORECASE,
)
_HALF = r"(?:[ \t]?(?P<half>[ap])\.?m\b\.?)"
_CLOCK = re.compile(
    rf"(?P<h>\d{{1,2}})(?P<sep>[:h])(?P<m>\d{{2}})(?::(?:(?P<s>\d{{2}})(?:[.,](?P<f>\d{{1,9}}))?|[xX?-]{{2}}))?"
    rf"(?!\d){_HALF}?",
    re.IGNORECASE,
)
_WITH_SECONDS = re.compile(r"\d:\d{2}:\d{2}")
_BARE_HOUR = re.compile(rf"(?P<h>\d{{1,2}}){_HALF}", re.IGNORECASE)
_LOOSE_CLOCKS = (
    re.compile(rf"(?P<h>\d{{1,2}})\.(?P<m>\d{{2}})(?![\d.%]){_HALF}?", re.IGNORECASE),
    re.compile(rf"(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)(?![\d.%/-]){_HALF}?", re.IGNORECASE),
)
_PLAUSIBLE_YEAR = re.compile(r"(?:19[7-9]|20[0-4])\d(?!\d)")
_NO_CLOCK = re.compile(
    r"(?:--?:--?|(?:[\dxX?][xX?]|[xX?]):[\dxX?-]{2}|\d{1,2}:(?:[\dxX?][xX?]|--))(?::[\dxX?-]{2})?(?=Z\b|\W|$)"
)
_HOURS_WORD = re.compile(r"[ \t]?(?:hrs?|hours|h|uhr)\b\.?", re.IGNORECASE)
_TO = re.compile(r"[ \t]*(?:-{1,2}>?|[–—→]|\.{2,3}|\b(?:to|until|till)\b)[ \t]*", re.IGNORECASE)
_OPEN_END = re.compile(
    r"[ \t]?\+(?![\d+])|[ \t]*[-–—][ \t]*(?:\?{1,3}(?![\w:?])|(?:ongoing|now|present)(?=[ \t]*(?:[:|)\]*_]|$)))",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"[*_`]{0,3}(?:[ \t]*[\])][*_`]{0,3})?")
_SPACES = re.compile(r"[ \t]*")
# What editors and languages put where a keyboard has a space, a hyphen and a colon; each is one character for one.
_PLAIN_LETTERS = {0xA0: " ", 0x2007: " ", 0x2009: " ", 0x202F: " ", 0x2010: "-", 0x2011: "-", 0xFF1A: ":"}
_DATE_MAY_BEGIN = re.compile(rf"(?<![\w./:])(?<!\d-)(?:\d|{_MONTHS}(?![a-z]))", re.IGNORECASE)


class WrittenDate(NamedTuple):
    """A date as somebody wrote it; `None` for what they left out."""

    day: int
    month: int
    year: int | None
    swappable: bool = False
    """Whether the day and the month could be taken for each other, as in 03/04/2026."""


class WrittenTime(NamedTuple):
    """A time as somebody wrote it at the beginning of a text."""

    text: str
    """The letters themselves."""
    length: int
    """How much of the text it takes up, in characters."""
    date: WrittenDate | None = None
    start: time | None = None
    end: time | None = None
    end_date: WrittenDate | None = None
    about: bool = False
    no_clock: bool = False
    """Whether it says that the clock time is not known, as `--:--` and `14:??` do."""
    zone: WrittenZone | None = None

    @property
    def has_swappable_date(self) -> bool:
        """Whether a day and a month in it could be taken for each other."""
        return bool(self.date and self.date.swappable) or bool(self.end_date and self.end_date.swappable)


class _Scanner:
    """A place in a text, and what was found up to there."""

    def __init__(self, text: str, order: DateOrder, loose: bool) -> None:
        self.text = text
        self.at = 0
        self.order = order
        self.loose = loose

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.match(self.text, self.at)
        if found:
            self.at = found.end()
        return found

    def date(self) -> WrittenDate | None:
        before = self.at
        self.take(_WEEKDAY)
        for pattern in (*_DATES, *_SHORT_DATES):
            if (found := pattern.match(self.text, self.at)) and (read := _read_date(found, self.order)):
                self.at = found.end()
                return read
        self.at = before
        return None

    def clock(self) -> tuple[time, str] | None:
        patterns = (_CLOCK, _BARE_HOUR, *(_LOOSE_CLOCKS if self.loose else ()))
        for pattern in patterns:
            if not (found := pattern.match(self.text, self.at)) or (read := _read_clock(found)) is None:
                continue
            rest = self.text[found.end() : found.end() + 12]
            if _PLAUSIBLE_YEAR.match(found[0]) and not (_HOURS_WORD.match(rest) or scan_zone(rest.lstrip())):
                continue
            self.at = found.end()
            if ":" in found[0] or not _HOURS_WORD.match(self.text, self.at):
                return read, found.groupdict().get("half") or ""
            self.take(_HOURS_WORD)
            return read, ""
        return None

    def zone(self, *, offset_may_be_negative: bool) -> WrittenZone | None:
        at = _SPACES.match(self.text, self.at).end()  # type: ignore[union-attr]  # matches the empty text too
        found = scan_zone(self.text, at)
        signed = self.text[at : at + 1]
        spaced_and_closed = at > self.at and re.match(r"-\d{4}(?!\d)", self.text[at:])
        if not found and (signed == "+" or (signed == "-" and (offset_may_be_negative or spaced_and_closed))):
            found = scan_offset(self.text, at)
        if not found:
            return None
        self.at = found[1]
        return found[0]


def _read_date(found: re.Match[str], order: DateOrder) -> WrittenDate | None:
    parts = found.groupdict()
    year = int(parts["y"]) if parts.get("y") else None
    if year is not None and len(parts["y"]) == 2:
        year += 2000
    swappable = False
    if parts.get("name"):
        day, month = int(parts["d"]), _month(parts["name"])
    elif "a" in parts:
        day, month, swappable = _day_and_month(int(parts["a"]), int(parts["b"]), parts["sep"], year, order)
    else:
        day, month = int(parts["d"]), int(parts["m"])
    return WrittenDate(day, month, year, swappable) if date_exists(year or 2000, month, day) else None


def _day_and_month(
    first: int, second: int, separator: str, year: int | None, order: DateOrder
) -> tuple[int, int, bool]:
    """Return which of two numbers is the day and which the month, and whether it could be the other way round."""
    if separator == ".":
        return first, second, False
    if separator == "-" and year is None:
        return second, first, False
    day, month = (first, second) if order is DateOrder.DAY_FIRST else (second, first)
    if month > 12:
        day, month = month, day
    return day, month, first != second and max(first, second) <= 12


@lru_cache(maxsize=64)
def _month(name: str) -> int:
    from dateutil.parser import parserinfo

    return parserinfo().month(name) or parserinfo().month(name[:3]) or 0


def date_exists(year: int, month: int, day: int) -> bool:
    """Tell whether the calendar has such a day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _read_clock(found: re.Match[str]) -> time | None:
    parts = found.groupdict()
    hour, minute, second = (int(parts.get(name) or 0) for name in "hms")
    half = (parts.get("half") or "").casefold()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour == 24 and minute == second == 0:
        hour = 0
    if hour > 23 or minute > 59 or second > 59:
        return None
    return time(hour, minute, second, int(f"{parts.get('f') or 0:0<6}"[:6]))


def scan_time(text: str, *, order: DateOrder = DateOrder.DAY_FIRST, loose: bool = False) -> WrittenTime | None:
    """Return the time that is written at the beginning of `text`, or `None` if none is. Takes any text; never raises.

    Args:
        text: Where to look; only the first 120 characters are.
        order: How `03/04/2026` is read; a date that can only be read the other way is.
        loose: Whether `15.26` and `1600` are clocks, as they are where a time is expected and not in a sentence.
    """
    scanner = _Scanner(text[:120].translate(_PLAIN_LETTERS), order, loose)
    scanner.take(_OPENING)
    begun = scanner.at
    about = bool(scanner.take(_ABOUT))
    written = scanner.date()
    after_date = scanner.at
    joined = ""
    if written:
        joined = (scanner.take(_AFTER_DATE) or [""])[0]
        about = bool(scanner.take(_ABOUT)) or about
    first = scanner.clock()
    no_clock = first is None and bool(scanner.take(_NO_CLOCK))
    if first is None and not no_clock:
        if written is None:
            return None
        scanner.at = after_date
        return _closed(scanner, text, begun, WrittenTime("", 0, written, about=about))
    iso = joined.strip().upper() == "T" or bool(written and _WITH_SECONDS.search(text[after_date : scanner.at]))
    zone = scanner.zone(offset_may_be_negative=iso)
    about = bool(scanner.take(re.compile(r"[ \t]?[~±](?![\d~])"))) or about
    end_date, end = _scan_end(scanner) if first else (None, None)
    if first and end:
        zone = zone or scanner.zone(offset_may_be_negative=False)
        if end[1] and not first[1] and first[0].hour in range(1, 13) and ":" in text[: scanner.at]:
            first = _same_half(first[0], end[0]), end[1]
    elif first:
        scanner.take(_OPEN_END)
        about = bool(scanner.take(re.compile(r"[ \t]?[~±](?![\d~])"))) or about
    start_clock, end_clock = first[0] if first else None, end[0] if end else None
    return _closed(
        scanner, text, begun, WrittenTime("", 0, written, start_clock, end_clock, end_date, about, no_clock, zone)
    )


def _same_half(start: time, end: time) -> time:
    """Return `start` of `5:00-5:15 PM` in the half of the day that its end names."""
    return start.replace(hour=start.hour % 12 + (12 if end.hour >= 12 else 0))


def _scan_end(scanner: _Scanner) -> tuple[WrittenDate | None, tuple[time, str] | None]:
    before = scanner.at
    if scanner.take(_TO):
        scanner.take(_ABOUT)
        written = scanner.date()
        if written:
            scanner.take(_AFTER_DATE)
        if end := scanner.clock():
            return written, end
    scanner.at = before
    return None, None


def _closed(scanner: _Scanner, text: str, begun: int, written: WrittenTime) -> WrittenTime:
    letters = text[begun : scanner.at].strip()
    if letters.endswith(")") and "(" not in letters:
        letters = letters[:-1].rstrip()
    scanner.take(_CLOSING)
    return written._replace(text=letters, length=scanner.at)


def find_dates(text: str, *, order: DateOrder = DateOrder.DAY_FIRST) -> tuple[WrittenDate, ...]:
    """Return the dates that stand anywhere in the first 300 characters of `text`. Takes any text; never raises.

    Numbers are a date only with a year of four digits: in a sentence, the others are as likely a version or an address.
    """
    scanner = _Scanner(text[:300].translate(_PLAIN_LETTERS), order, loose=False)
    found: list[WrittenDate] = []
    while begins := _DATE_MAY_BEGIN.search(scanner.text, scanner.at):
        scanner.at = begins.start()
        written = scanner.date()
        letters = scanner.text[begins.start() : scanner.at]
        if written is None:
            scanner.at = begins.end()
        elif str(written.year) in letters or any(letter.isalpha() for letter in letters):
            found.append(written)
    return tuple(found)


def scan_weekday(text: str) -> tuple[int, int] | None:
    """Return the day of the week (Monday is 0) that `text` begins with, and where it ends; `None` if it does not."""
    if not (found := _WEEKDAY_NAME.match(text)):
        return None
    return _WEEKDAYS.index(found[1].casefold()), found.end()
