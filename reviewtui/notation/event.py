"""An event in one line: `10:42 alert: error rate above 5 %`."""

import re
from collections.abc import Iterable, Set
from datetime import date
from typing import NamedTuple

from reviewtui.model.moments import UNKNOWN_MOMENT, Moment
from reviewtui.model.review import EventKind, Link
from reviewtui.notation.clock import WrittenTime, scan_time
from reviewtui.notation.moment import format_moment, read_moment

KIND_WORDS: dict[EventKind, tuple[str, ...]] = {
    EventKind.EVENT: ("event",),
    EventKind.SERVICE_BEHAVIOUR: ("service behaviour", "service behavior", "service"),
    EventKind.ALERT: ("alert",),
    EventKind.HUMAN_ACTION: ("human action", "action"),
    EventKind.CHANGE: ("change",),
    EventKind.COMMUNICATION: ("communication", "comms"),
    EventKind.DECISION: ("decision",),
    EventKind.EXPERIMENT: ("experiment",),
}
"""What one may write for each kind of event; the first is what the program writes."""

_KIND_OF_WORD = {word: kind for kind, words in KIND_WORDS.items() for word in words}
_KIND = re.compile(r"([A-Za-z]+(?: [A-Za-z]+)?)[ \t]?:[ \t]*")
_LINK = re.compile(r"!?\[(?P<label>[^\[\]]{1,400})\]\((?P<url>https?://[^\s()]{1,1000})\)")
_BETWEEN = re.compile(r"[ \t]*(?:[-–—|:,][ \t]+|:$)?[ \t]*")


class EventLine(NamedTuple):
    """What an event line says, and what was doubtful in reading it."""

    when: Moment
    kind: EventKind
    title: str
    problems: tuple[str, ...] = ()


def parse_event(text: str, day: date | None, zone: str) -> EventLine:
    """Return the event that a line describes. Takes any text; never raises.

    A line without a time is an event of unknown time; without a kind, a plain event.

    Args:
        text: The line; line breaks in it count as spaces.
        day: The day that a bare clock is on; `None` if none is known.
        zone: The zone that it is in, if it names none.
    """
    line = " ".join(text.split("\n")).strip()
    when: Moment = UNKNOWN_MOMENT
    problems: tuple[str, ...] = ()
    if (written := scan_time(line)) and _is_meant(written):
        when, problems = read_moment(written, None if written.start is None else day, zone)
        line = line[_BETWEEN.match(line, written.length).end() :]  # type: ignore[union-attr]  # matches the empty text too
    kind, title = split_kind(line)
    return EventLine(when, kind, title, problems)


def _is_meant(written: WrittenTime) -> bool:
    """Tell a time from words that only begin like one: `12 may fail`."""
    return written.start is not None or written.no_clock or bool(written.date and written.date.year)


def split_kind(line: str) -> tuple[EventKind, str]:
    """Return the kind that a line begins with, if it does, and the rest of it."""
    if (found := _KIND.match(line)) and (kind := _KIND_OF_WORD.get(found[1].casefold())):
        return kind, line[found.end() :].strip()
    return EventKind.EVENT, line.strip()


def format_event(when: Moment, kind: EventKind, title: str, zone: str, day: date | None = None) -> str:
    """Return an event as one line: the inverse of `parse_event` for its time, kind and title.

    Args:
        when: Its moment.
        kind: Its kind; a plain event's is written only where the title would be read as something else.
        title: What happened.
        zone: The zone whose clocks to write.
        day: The day that a bare clock is on; a moment on another day brings its date.
    """
    moment = format_moment(when, zone, day)
    plain = f"{moment} {title}".strip()
    read = parse_event(plain, day, zone)
    if kind is EventKind.EVENT and (read.kind, read.title, read.when.start, read.when.end) == (
        kind,
        title.strip(),
        when.start,
        when.end,
    ):
        return plain
    return f"{moment} {KIND_WORDS[kind][0]}: {title}".strip()


def more_than_title(title: str, detail: str, links: Iterable[Link] = ()) -> str:
    """Return what a detail says beyond the title, as it is read; one that came from a file may begin with the title.

    A link that stands in it in Markdown is told by its label where it is among `links`, which are shown beside it. The
    record itself keeps the text as it came.

    Args:
        title: The title.
        detail: The detail.
        links: The links that are known of.
    """
    rest = _without(title, detail.strip())
    labelled = _labelled(rest, {link.url for link in links})
    return labelled if rest != detail.strip() else _without(title, labelled)


def _labelled(text: str, urls: Set[str]) -> str:
    return _LINK.sub(lambda link: link["label"] if link["url"] in urls else link[0], text) if urls else text


def _without(title: str, text: str) -> str:
    """Return a text without the title that it begins with, however that is wrapped; all of it if it does not."""
    words = title.split()
    if not words:
        return text
    ends = r"(?!\w)" if words[-1][-1].isalnum() else ""
    begun = re.match(r"\s+".join(map(re.escape, words)) + ends + r"[.:;,]?", text)
    return text[begun.end() :].strip() if begun else text
