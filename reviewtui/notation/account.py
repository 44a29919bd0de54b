"""An account: plain text, in which a line that begins with a label states something and every other line narrates."""

import re
from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from reviewtui.model.review import Impact
from reviewtui.notation.clock import WrittenTime, scan_time
from reviewtui.notation.labels import Label, label_of

_LABELLED = re.compile(r"[ \t]*([A-Za-z]{3,10})[ \t]?:[ \t]*(.*?)[ \t]*", re.DOTALL)
_LAG = re.compile(
    r"(~?)([+-])[ \t]?(?:(\d{1,4})[ \t]?h(?:ours?)?)?[ \t]?(?:(\d{1,5})[ \t]?m(?:in(?:utes?)?)?)?(?![A-Za-z0-9])"
)
_WORD_FOR_NO_TIME = re.compile(r"(never|today)(?![A-Za-z0-9])[ \t,;:–—-]*(.*)", re.IGNORECASE | re.DOTALL)
_BEFORE_WORDS = " \t,;:–—-"
_LEVEL = re.compile(r"([A-Za-z]+)(?![A-Za-z])[ \t,;:–—-]*(.*)", re.DOTALL)


class Line(NamedTuple):
    """One line of an account: one fact."""

    label: Label | None
    """What it states; `None`: it narrates."""
    text: str
    """What was said, without the label."""
    number: int
    """Its place in the account, from 1."""


class NoticedKind(StrEnum):
    """What a `noticed:` line tells of the time of a first sign."""

    AT = "at"
    LAG = "lag"
    NEVER = "never"
    TODAY = "today"
    NO_TIME = "no time"


class Noticed(NamedTuple):
    """What a `noticed:` line says: when the first sign came, and through what."""

    kind: NoticedKind
    through: str
    at: WrittenTime | None = None
    lag: timedelta | None = None
    """The time from the event's start; negative before it."""
    about: bool = False


class ImpactLine(NamedTuple):
    """What an `impact:` line says: a level, if one is given, and free words."""

    level: Impact | None
    words: str


@lru_cache(maxsize=65536)
def _split(line: str) -> tuple[Label | None, str]:
    if (found := _LABELLED.fullmatch(line)) and (label := label_of(found[1])):
        return label, found[2]
    return None, line.strip()


def parse_account(text: str) -> tuple[Line, ...]:
    """Return the lines of an account that are not blank, in the order said. Takes any text; never raises."""
    return tuple(Line(*_split(line), number) for number, line in enumerate(text.split("\n"), 1) if line.strip())


def format_account(lines: Iterable[Line]) -> str:
    """Return lines as an account's text: the inverse of `parse_account` but for blank lines and numbers."""
    return "\n".join(format_line(line) for line in lines)


def format_line(line: Line) -> str:
    """Return one line as it is written in an account."""
    return line.text if line.label is None else f"{line.label}: {line.text}".rstrip()


@lru_cache(maxsize=16384)
def parse_noticed(text: str) -> Noticed:
    """Return what the words after `noticed:` say of the first sign. Takes any text; never raises."""
    stripped = text.strip()
    if found := _WORD_FOR_NO_TIME.fullmatch(stripped):
        return Noticed(NoticedKind(found[1].casefold()), found[2])
    if (found := _LAG.match(stripped)) and (found[3] or found[4]):
        lag = timedelta(hours=int(found[3] or 0), minutes=int(found[4] or 0))
        through = stripped[found.end() :].strip(_BEFORE_WORDS)
        return Noticed(NoticedKind.LAG, through, lag=-lag if found[2] == "-" else lag, about=bool(found[1]))
    if (at := scan_time(stripped)) and (at.start or at.date):
        through = stripped[at.length :].strip(_BEFORE_WORDS)
        return Noticed(NoticedKind.AT, through, at=at, about=at.about)
    return Noticed(NoticedKind.NO_TIME, stripped)


def parse_impact(text: str) -> ImpactLine:
    """Return the level of loss and the words in what follows `impact:`. Takes any text; never raises."""
    stripped = text.strip()
    if (found := _LEVEL.fullmatch(stripped)) and found[1].casefold() in list(Impact):
        return ImpactLine(Impact(found[1].casefold()), found[2])
    return ImpactLine(None, stripped)
