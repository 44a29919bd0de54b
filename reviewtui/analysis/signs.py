"""When and through what each role had its first sign of an event: who knew what, when."""

from enum import StrEnum
from typing import NamedTuple

from reviewtui.analysis.telling import RoleTelling, Telling, ToldLine
from reviewtui.model.moments import Moment, Precision, Span, day_of, local
from reviewtui.model.review import Event, Role
from reviewtui.notation.account import Noticed, NoticedKind, parse_noticed
from reviewtui.notation.clock import WrittenTime
from reviewtui.notation.labels import Label
from reviewtui.notation.moment import near, read_moment, span_of, unknown


class SignKind(StrEnum):
    """What is known of a role's first sign."""

    AT = "at"
    NEVER = "never"
    TODAY = "today"


class Sign(NamedTuple):
    """A role's first sign of an event."""

    role: Role
    kind: SignKind
    through: str
    """What it came through, in the role's words; may be empty."""
    told: ToldLine
    """The line that says so."""
    at: Moment | None = None
    """When it came, if a time was told; unknown where that can't be placed, as a bare clock at an event without one."""

    @property
    def span(self) -> Span | None:
        """The stretch of time in which it came, in UTC; `None` if it can't be placed in time."""
        return span_of(self.at) if self.at else None


def signs(telling: Telling) -> tuple[Sign, ...]:
    """Return the first sign of each role that told of one, in the review's order of roles."""
    found = (_first_sign(telling.event, role) for role in telling.roles)
    return tuple(sign for sign in found if sign is not None)


def by_time(found: tuple[Sign, ...]) -> tuple[Sign, ...]:
    """Return signs with the earliest first; then those that can't be placed in time, *today* and *never*."""
    return tuple(sorted(found, key=_earliness))


def _first_sign(event: Event, role: RoleTelling) -> Sign | None:
    said = tuple(
        sign for told in role.labelled(Label.NOTICED) if (sign := sign_of_line(event, role.role, told)) is not None
    )
    return next(iter(by_time(said)), None)


def _earliness(sign: Sign) -> tuple[int, float]:
    if sign.kind is SignKind.AT:
        return (0, sign.span.start.timestamp()) if sign.span else (1, 0.0)
    return (2, 0.0) if sign.kind is SignKind.TODAY else (3, 0.0)


def sign_of_line(event: Event, role: Role, told: ToldLine) -> Sign | None:
    """Return the sign that one `noticed:` line tells of, or `None` if it tells no time."""
    noticed = parse_noticed(told.line.text)
    match noticed.kind:
        case NoticedKind.NEVER:
            return Sign(role, SignKind.NEVER, noticed.through, told)
        case NoticedKind.TODAY:
            return Sign(role, SignKind.TODAY, noticed.through, told)
        case _:
            at = noticed_at(event, told.line.text, told.account.zone)
            return Sign(role, SignKind.AT, noticed.through, told, at) if at else None


def noticed_at(event: Event, text: str, zone: str) -> Moment | None:
    """Return when a sign of an event came, `None` if no time is told of it.

    Args:
        event: The event.
        text: What stands behind `noticed:`.
        zone: The zone that its clock is read in.
    """
    noticed = parse_noticed(text)
    if noticed.kind is NoticedKind.LAG:
        return _after(event, noticed, text)
    return _placed(event, noticed.at, zone) if noticed.kind is NoticedKind.AT and noticed.at else None


def _after(event: Event, noticed: Noticed, text: str) -> Moment:
    as_said = text.removesuffix(noticed.through).strip(" ,;:–—")
    if event.when.start is None or noticed.lag is None:
        return unknown(as_said)
    precision = Precision.ABOUT if noticed.about else Precision.EXACT
    try:
        start = event.when.start + noticed.lag
    except OverflowError:
        return unknown(as_said)
    return Moment(start=start, precision=precision, zone=event.when.zone, as_written=as_said)


def _placed(event: Event, at: WrittenTime, zone: str) -> Moment:
    """Return when a written time was.

    A written date wins. A bare clock is the one between six hours before the event's start and eighteen after it; at an
    event of which only the day is known it is on that day; at one of unknown time it can't be placed.
    """
    read_in = at.zone.read_as if at.zone else zone
    day = day_of(event.when, read_in)
    if at.date is None and at.start is not None and event.when.start is not None:
        day = local(near(at.start, event.when.start, read_in), read_in).date()
    return read_moment(at, day, read_in).moment
