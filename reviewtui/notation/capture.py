"""The capture line: who, when and what in one line, any part missing.

`ops 10:20 thought: the nightly job` is what Operations told of the event nearest to 10:20. Nothing is asked and nothing
refused: what can't be told stays open, and the words are kept as they were typed.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from reviewtui.model.lookups import short_name
from reviewtui.model.review import Event, EventId, Review, Role, RoleId
from reviewtui.notation.clock import WrittenTime, scan_time
from reviewtui.notation.labels import label_of
from reviewtui.notation.moment import read_moment

REACH = timedelta(minutes=10)
"""How far an event may be from the time that was typed to be the one that was meant."""
_SHORTEST = 2
_DAY = timedelta(days=1)
_EARLIEST = datetime.min.replace(tzinfo=UTC) + REACH
_LATEST = datetime.max.replace(tzinfo=UTC) - REACH
_FIRST_WORD = re.compile(r"\s*([^\s:]+)(\s*:)?\s*")
_LABELLED = re.compile(r"([A-Za-z]{3,10})[ \t]?:")
_LAST_WORD = re.compile(r"[A-Za-z]+\Z")
_BETWEEN = re.compile(r"\s*(?:[-–—|,:]\s+)?\s*")


class Captured(NamedTuple):
    """What a capture line says."""

    role: RoleId | None
    """Who told it; `None`: it does not say, or nobody can tell whom it means."""
    event: EventId | None
    """The event it is of; `None`: not filed."""
    text: str
    """What was told, in the notation of accounts."""
    problem: str = ""
    """What could not be made out, in words for the facilitator; empty if all of it could."""


def parse_capture(line: str, review: Review, here: EventId | None) -> Captured:
    """Return what a capture line says. Takes any text; never raises.

    A role is named by its short name, or by a beginning of two letters or more that only one role's short name or name
    has, and only where a time, a label or `:` follows. A time means the event nearest to it within ten minutes; without
    one the event at hand is meant, if a role is named.

    Args:
        line: The line.
        review: The review.
        here: The event at hand.
    """
    role, rest = _role(line, review.roles)
    written = scan_time(rest)
    if written is None or written.start is None:
        return Captured(role, here if role is not None else None, rest.strip())
    text = rest[_after(rest, written) :].strip()
    event = _nearest(review, written, here)
    problem = "" if event else f"no event within ten minutes of {written.text.strip()}"
    return Captured(role, event.id if event else None, text, problem)


def _after(text: str, written: WrittenTime) -> int:
    found = _BETWEEN.match(text, written.length)
    return found.end() if found else written.length


def _role(line: str, roles: Iterable[Role]) -> tuple[RoleId | None, str]:
    """Return the role that a line begins with, and the rest of the line; none, and the whole line, if it does not."""
    found = _FIRST_WORD.match(line)
    if found is None:
        return None, line
    rest = line[found.end() :]
    role = _role_named(found[1].casefold(), tuple(roles))
    if role is None or not (found[2] or _is_introduced(rest)):
        return None, line
    return role.id, rest


def _is_introduced(rest: str) -> bool:
    written = scan_time(rest)
    label = _LABELLED.match(rest)
    return bool(written and written.start) or bool(label and label_of(label[1]))


def _role_named(word: str, roles: tuple[Role, ...]) -> Role | None:
    exact = [role for role in roles if word in {short_name(role).casefold(), role.name.casefold()}]
    if len(exact) == 1:
        return exact[0]
    if len(word) < _SHORTEST:
        return None
    begun = [role for role in roles if any(name.startswith(word) for name in _names(role))]
    return begun[0] if len(begun) == 1 else None


def _names(role: Role) -> tuple[str, str]:
    return short_name(role).casefold(), role.name.casefold()


def _nearest(review: Review, written: WrittenTime, here: EventId | None) -> Event | None:
    """Return the event nearest to a time within reach; of several that are as near the one at hand, else the first."""
    timed = [(event.when.start, event) for event in review.events if event.when.start is not None]
    starts = [start for start, _ in timed]
    found = [
        (abs(start - meant), event.id != here, place)
        for meant in instants_meant(review, written, starts)
        for place in range(bisect_left(starts, meant - REACH), bisect_right(starts, meant + REACH))
        for start, event in (timed[place],)
    ]
    return timed[min(found)[2]][1] if found else None


def instants_meant(review: Review, written: WrittenTime, starts: list[datetime]) -> Iterator[datetime]:
    """Yield the instants that a written time can mean: a bare clock is on any day on which something happened.

    Args:
        review: The review.
        written: The time.
        starts: When its events began, as far as that is known.
    """
    days = {start.date() for start in starts}
    around = days | {day - _DAY for day in days if day > date.min} | {day + _DAY for day in days if day < date.max}
    for day in sorted(around) if written.date is None else sorted(days)[:1]:
        start = read_moment(written, day, review.zone).moment.start
        if start is not None and _EARLIEST < start < _LATEST:
            yield start


def completed(line: str, roles: Iterable[Role]) -> str | None:
    """Return a line with its last word completed: the role that it begins with, or a label; `None` if neither fits.

    Args:
        line: What was typed so far.
        roles: The roles of the review.
    """
    begun = _LAST_WORD.search(line)
    if begun is None:
        return None
    word = begun[0].casefold()
    if not line[: begun.start()].strip() and len(word) >= _SHORTEST and (role := _role_named(word, tuple(roles))):
        name = short_name(role)
        if name.casefold().startswith(word) and name.casefold() != word:
            return f"{line}{name[len(word) :]}"
    label = label_of(word)
    return f"{line}{label[len(word) :]}:" if label is not None and label.startswith(word) else None
