"""The time of a row, and what is left of the row without it.

`notation` reads what is written for a time. Here is what people put around it: bold, a bullet's picture, `at`, a second
zone in brackets, a remark, the date behind the clock; and the words that stand where nobody knew the time.
"""

import re
from typing import NamedTuple

from reviewtui.importers.phrases import TIME_IN_WORDS, is_doubt, is_duration, narrates
from reviewtui.model.reading import DateOrder
from reviewtui.notation.clock import WrittenDate, WrittenTime, scan_time, scan_weekday


class Head(NamedTuple):
    """What the beginning or the end of a row says of its time."""

    as_written: str
    """The letters themselves."""
    rest: str
    """The row without them, in Markdown."""
    written: WrittenTime | None = None
    """The time they state; `None`: words for one."""
    is_clear: bool = True
    """Whether it stands there as a row's time does, and not as it might in a sentence."""
    in_sentence: bool = False
    """Whether a word such as `at` leads up to it."""
    weekday: int | None = None
    """The day of the week that stands with the clock, Monday is 0; `None` where a date does, or nothing."""
    days_later: int = 0
    """How many days after the one that held before it is, where it says so: `next day, 09:00`."""
    note: str = ""
    """What is said of the time, and not of what happened: `(maybe earlier?)`."""
    address: str = ""
    """Where the time itself leads, if it is a link."""

    @property
    def has_clock(self) -> bool:
        """Whether the place of a clock time is filled, be it by `--:--`."""
        return self.written is not None and (self.written.start is not None or self.written.no_clock)


_ESCAPED = re.compile(r"\\([~\[\]()*_.+#!|<>`=:-])")
_DECORATION = re.compile(
    r"(?:(?:[^\w\s\[\](){}<>*_`~±≈∼#|\"'“”‘’.:;,?!/\\@&%$€+=^–—-]\ufe0f?\u200d?){1,4}|:[a-z0-9_+-]{2,30}:)[ \t]*"
)
_NUMBER = re.compile(r"\d{1,3}[.)][ \t]+(?=[*_~(\[]{0,3}\d{1,2}:\d)")
_LEAD_IN = re.compile(r"(?:(?:at|on|by|from|since)[ \t]+|@[ \t]*)", re.IGNORECASE)
_OPENER = re.compile(r"[ \t]*([*_`]{1,3})")
_BETWEEN = re.compile(r"[ \t]*(?:[:;,|]+[ \t]*|\.[ \t]+)?(?:(?:-{1,3}>?(?=[ \t]|$)|[–—→⇒]|=>)[ \t]*)?(?:[:|][ \t]*)?")
_LINKED = re.compile(r"\((https?://[^\s()]{1,1000})\)", re.IGNORECASE)
_BEFORE_DATE_BEHIND = re.compile(r"[ \t*_]*(?:,[ \t]*)?(?:on[ \t]+)?", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(([^()]{1,80})\)[ \t:*_–—-]*")
_HOUR_WORD = re.compile(r"(?:[ \t]?(?:uhr|hrs|hours)\b\.?)?", re.IGNORECASE)
_NEXT_DAY = re.compile(
    r"[*_]{0,3}(?:the )?(?:next|following) (?:day|morning)[ \t]*[,:–—-]?[ \t]*(?:at )?", re.IGNORECASE
)
_OF_CLOCKS = re.compile(r"\d[ \t]?(?:[ap]\.?m\.?|hrs?|hours|h|uhr)\.?$", re.IGNORECASE)
_FOUR_DIGITS = re.compile(r"\D*\d{4}(?!\d)")
_AFTER_WORDS = re.compile(r"[ \t]*(?:[:|]|[–—→]|-{1,2}>?(?=[ \t]))[ \t*_`]*")
_LAST_TIME = re.compile(r"(?<![\w:.,/+-])(?=[\d~±(\[])")
_BEFORE_LAST = re.compile(
    r"[ \t]*(?:\b(?:at|on|by|around|from|between|since)\b)?[ \t]*[(\[|@:,;–—-]*[ \t]*$", re.IGNORECASE
)
_PARTED = re.compile(r"(?:[(\[|@:]|[ \t][–—-])[ \t]*$")
_TAIL = 70
_UNTIL = re.compile(r"[ \t]*(?:[-–—→]|\bto\b|\buntil\b)[ \t]*")
_AFTER_DAY = re.compile(r"[*_`)\]]*[ \t]*(?:[:–—|,]|-[ \t]|$)|[*_`]")
_LAST_DAY = re.compile(
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?!\d|[:.]\d|/)(?:,?[ \t]+(?P<year>\d{{4}})(?!\d))?(?={_AFTER_DAY.pattern})"
)


def time_first(text: str, order: DateOrder, *, expected: bool = False) -> Head | None:
    """Return the time that a row begins with, or `None` if it begins with none. Takes any text; never raises.

    Args:
        text: The row, in Markdown.
        order: How `03/04/2026` is read.
        expected: Whether a time is expected here, so that `1600` and `15.26` are one.
    """
    plain = _undecorated(text)
    head = _scanned(plain, order, expected)
    if head is None and (lead_in := _LEAD_IN.match(plain)):
        head = _scanned(plain[lead_in.end() :], order, expected)
        head = head._replace(is_clear=False, in_sentence=True) if head and head.has_clock else None
    if head is None and (day := scan_weekday(plain.lstrip("*_ "))):
        begins = len(plain) - len(plain.lstrip("*_ "))
        head = _after_weekday(plain, begins, begins + day[1], day[0], order)
    if head is None and (later := _NEXT_DAY.match(plain)):
        head = _scanned(plain[later.end() :], order, expected)
        written = f"{later[0].lstrip('*_')}{head.as_written}" if head else ""
        head = head._replace(as_written=written, days_later=1) if head and head.has_clock else None
    return head


def words_first(text: str, *, alone: bool = False) -> Head | None:
    """Return the words that stand where a row's time would (`early:`, `--:--`), or `None` if none do.

    Args:
        text: The row, in Markdown.
        alone: Whether the words may be all there is, as in a heading.
    """
    plain = _undecorated(text)
    if is_duration(plain) or not (found := TIME_IN_WORDS.match(plain)):
        return None
    if after := _AFTER_WORDS.match(plain, found.end()):
        return Head(found[1], plain[after.end() :])
    return Head(found[1], "") if alone and found.end() == len(plain.rstrip()) else None


def time_last(text: str, order: DateOrder, *, parted: bool = False) -> Head | None:
    """Return the time that a row ends with (`Repaired: 15:53`), or `None` if it ends with none or with a duration.

    Args:
        text: The row, in Markdown.
        order: How `03/04/2026` is read.
        parted: Whether a mark has to stand before the time, as it does where prose may end with one.
    """
    if is_duration(text):
        return None
    trimmed = text.rstrip(" \t.*_`)]")
    begin = max(0, len(trimmed) - _TAIL)
    for place in _LAST_TIME.finditer(trimmed, begin):
        written = _dated_or_plain(text[place.start() :], order)
        if written is None or not (written.start or written.no_clock):
            continue
        before = text[begin : place.start()]
        title = (text[:begin] + _BEFORE_LAST.sub("", before)).rstrip(" \t:")
        ends = not text[place.start() + written.length :].strip(" \t.*_`)]")
        if ends and title.strip("*_ ") and (not parted or _PARTED.search(before)):
            return Head(written.text, title, written, is_clear=parted)
    return None


def _dated_or_plain(text: str, order: DateOrder) -> WrittenTime | None:
    written = scan_time(text, order=order)
    if written and written.date and not written.start:
        return scan_time(text, order=order, loose=True)
    return written


def _undecorated(text: str) -> str:
    plain = _ESCAPED.sub(r"\1", text[:60]) + text[60:] if "\\" in text[:60] else text
    return plain[found.end() :] if (found := _DECORATION.match(plain) or _NUMBER.match(plain)) else plain


def _scanned(text: str, order: DateOrder, expected: bool) -> Head | None:
    written = scan_time(text, order=order)
    if written is None or not (written.start or written.no_clock):
        loose = scan_time(text, order=order, loose=True)
        if loose and loose.start and (expected or _loose_is_meant(text, loose)):
            written = loose
    return _head(text, written, order) if written else None


def _loose_is_meant(text: str, written: WrittenTime) -> bool:
    """Tell `1600 - restarted` from `1600 users`."""
    rest = text[written.length :]
    four_digits = written.date is None and _FOUR_DIGITS.match(written.text) is not None
    separated = bool(_BETWEEN.match(rest).group().strip()) or not rest.strip()  # type: ignore[union-attr]  # matches the empty text too
    marked = text.lstrip()[:1] in ("*", "_", "[", "`") or "\t" in rest[:1] or rest[:2] == "  "
    named = written.zone is not None or _OF_CLOCKS.search(written.text) is not None
    dated = written.date is not None and not four_digits and not rest.lstrip()[:1].islower()
    return separated or marked or named or dated


def _after_weekday(text: str, begin: int, end: int, weekday: int, order: DateOrder) -> Head | None:
    head = _scanned(text[end:], order, expected=False)
    if head is None or not head.has_clock:
        return None
    return head._replace(as_written=f"{text[begin:end]}{head.as_written}", weekday=weekday)


def _head(text: str, written: WrittenTime, order: DateOrder) -> Head:
    at = _HOUR_WORD.match(text, written.length).end()  # type: ignore[union-attr]  # matches the empty text too
    linked = _LINKED.match(text, at) if text[:at].rstrip("*_`").endswith("]") else None
    at = linked.end() if linked else at
    date_behind, at_date = _date_behind(text, at, written, order)
    if date_behind:
        written, at = written._replace(date=date_behind), at_date
    written, at = _with_last_day(text, at, written, order)
    at = _second_zone(text, at, order)
    begin = text.find(written.text)
    as_written = text[begin:at].rstrip(" \t*_`])") if at > written.length and not linked else written.text
    as_written += ")" * (as_written.count("(") - as_written.count(")"))
    title, separated = _title(text, at)
    head = Head(as_written, title, written, address=linked[1] if linked else "")
    if not head.has_clock:
        return _date_only(head, is_clear=separated or not title.strip())
    marked = text[:1] in "*_`[(" or as_written.endswith("+") or text[at : at + 2] == "  " or text[at : at + 1] == "\t"
    told = bool(written.zone or written.date or written.about or written.no_clock) or not title[:1].islower()
    return _with_note(head._replace(is_clear=separated or marked or (told and not narrates(title))))


def _title(text: str, at: int) -> tuple[str, bool]:
    """Return what follows the time, and whether anything parts the two; bold that began at the time begins there."""
    end = _BETWEEN.match(text, at).end()  # type: ignore[union-attr]  # matches the empty text too
    opener = _OPENER.match(text)
    if opener is None or text[:at].rstrip().endswith(opener[1][0]):
        return text[end:], bool(text[at:end].strip())
    if text.startswith(opener[1], end):
        return text[_BETWEEN.match(text, end + len(opener[1])).end() :], True  # type: ignore[union-attr]  # as above
    return f"{opener[1]}{text[end:]}", bool(text[at:end].strip())


def _date_only(head: Head, *, is_clear: bool) -> Head:
    words = words_first(head.rest)
    if words:
        return head._replace(as_written=f"{head.as_written} {words.as_written}", rest=words.rest)
    return head._replace(is_clear=is_clear or bool(head.written and head.written.date and head.written.date.year))


def _with_last_day(text: str, at: int, written: WrittenTime, order: DateOrder) -> tuple[WrittenTime, int]:
    """Return the first of several days, and where the last ends: `Feb 2-5`, `1 May – 3 May`, `Oct 24-26, 2025`."""
    if written.date is None or written.start or written.no_clock or not (until := _UNTIL.match(text, at)):
        return written, at
    if number := _LAST_DAY.match(text, until.end()):
        year = written.date.year or (int(number["year"]) if number["year"] else None)
        return written._replace(date=written.date._replace(year=year)), number.end()
    last = scan_time(text[until.end() :], order=order)
    end = until.end() + last.length if last else at
    is_day = last is not None and last.date is not None and not last.start and not last.no_clock
    return (written, end) if is_day and _AFTER_DAY.match(text, end) else (written, at)


def _date_behind(text: str, at: int, written: WrittenTime, order: DateOrder) -> tuple[WrittenDate | None, int]:
    """Return the date behind a clock (`22:30 (Oct 29)`, `22:30 on 29 October`, `22:30, 29.10.2026`), and its end."""
    begin = _BEFORE_DATE_BEHIND.match(text, at).end()  # type: ignore[union-attr]  # matches the empty text too
    behind = scan_time(text[begin:], order=order) if written.start and not written.date else None
    if behind is None or behind.date is None or behind.start or behind.no_clock:
        return None, at
    end = begin + behind.length
    bracketed = text.startswith("(", begin) and ")" in text[begin:end]
    is_meant = bracketed or text[at:begin].strip().casefold().endswith("on") or behind.date.year is not None
    return (behind.date, end) if is_meant else (None, at)


def _second_zone(text: str, at: int, order: DateOrder) -> int:
    """Return where the same time in a second zone ends: `10:00 UTC (12:00 CEST)`, `10:00 UTC / 12:00 CEST`."""
    begin = at + len(text[at:]) - len(text[at:].lstrip())
    lead = 1 if text.startswith("/", begin) else 0
    if not lead and not text.startswith("(", begin):
        return at
    second = scan_time(text[begin + lead :], order=order)
    is_second = second is not None and second.start is not None and second.zone is not None
    return begin + lead + second.length if second and is_second else at


def _with_note(head: Head) -> Head:
    noted = _IN_BRACKETS.match(head.rest.strip())
    if not noted or head.written is None:
        return head
    rest, doubts = head.rest.strip()[noted.end() :], is_doubt(noted[1])
    if rest and not doubts:
        return head
    written = head.written._replace(about=head.written.about or doubts)
    return head._replace(rest=rest, note=noted[0].strip(" \t:*_"), written=written)
