"""Differences that are certain: the accounts themselves differ. Each is a statement with the signal as its subject."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import groupby

from reviewtui.analysis.difference import Difference, Scene
from reviewtui.analysis.phrases import joined
from reviewtui.analysis.signs import Sign, SignKind, by_time, signs
from reviewtui.analysis.telling import RoleTelling, ToldLine
from reviewtui.model.moments import day_of
from reviewtui.model.review import DifferenceKind, EventKind, Impact
from reviewtui.notation.account import parse_impact
from reviewtui.notation.labels import Label
from reviewtui.notation.moment import NO_CLOCK, clock_text

_SIGNALS = {
    EventKind.ALERT: "The alert",
    EventKind.COMMUNICATION: "Word of this",
    EventKind.DECISION: "Word of this",
}
"""What reaches people of each kind of event; of every other kind it is a first sign."""
_FIRST_SIGN = "The first sign of this"
_SEVERITY = (Impact.NONE, Impact.DEGRADED, Impact.PARTIAL, Impact.TOTAL)
_BY_ITSELF = {
    "across",
    "after",
    "at",
    "before",
    "beside",
    "by",
    "during",
    "from",
    "in",
    "on",
    "through",
    "under",
    "via",
    "when",
    "while",
    "with",
    "without",
}
_SAYS_MORE = {
    "a",
    "an",
    "as",
    "because",
    "got",
    "heard",
    "our",
    "over",
    "read",
    "saw",
    "the",
    "their",
    "told",
    "was",
    "we",
}


def unaware(scene: Scene) -> Iterator[Difference]:
    """Yield one if a role has a time in `noticed:` and another's only notices are *never* or *today*."""
    all_signs = by_time(signs(scene.telling))
    timed = tuple(sign for sign in all_signs if sign.kind is SignKind.AT)
    untimed = tuple(sign for sign in all_signs if sign.kind is not SignKind.AT)
    if timed and untimed:
        without = "; ".join(_without_a_time(kind, of_kind) for kind, of_kind in groupby(untimed, lambda one: one.kind))
        sentence = f"{_signal(scene, timed)} reached {_reached(scene, timed)}; {without}."
        yield _of_signs(scene, DifferenceKind.UNAWARE, all_signs, sentence)


def timing(scene: Scene) -> Iterator[Difference]:
    """Yield one if the first and the last role's signs are further apart than the review's threshold.

    Where a role had no sign, what stands above names every time already: this one then names the first and the last.
    """
    all_signs = by_time(signs(scene.telling))
    timed = tuple(sign for sign in all_signs if sign.span)
    spans = [sign.span for sign in timed if sign.span]
    threshold = timedelta(minutes=scene.review.settings.timing_threshold_minutes)
    if spans and max(span.start for span in spans) - min(span.end for span in spans) > threshold:
        is_told_above = any(sign.kind is not SignKind.AT for sign in all_signs)
        sentence = f"{_signal(scene, timed)} reached {_reached(scene, timed)}."
        if is_told_above:
            first, last = (_to_role(scene, sign) for sign in (timed[0], timed[-1]))
            sentence = f"{_FIRST_SIGN} came to {first}, the last to {last}."
        yield _of_signs(scene, DifferenceKind.TIMING, timed, sentence)


def impact(scene: Scene) -> Iterator[Difference]:
    """Yield one if the roles that give a level of impact give different ones; *unknown* is no level."""
    giving = [telling for telling in scene.telling.tellers if _levels(telling)]
    if len({_levels(telling) for telling in giving}) > 1:
        why = (told for telling in giving for told in _losses(telling))
        roles = (telling.role.id for telling in giving)
        sentence = f"Loss looked different from each seat: {_seats(giving)}."
        yield scene.difference(DifferenceKind.IMPACT, roles, sentence, why)


def _seats(giving: list[RoleTelling]) -> str:
    """Return what was lost from where, once for all roles to which it was the same."""
    names: dict[tuple[Impact, ...], list[str]] = {}
    for telling in giving:
        names.setdefault(_levels(telling), []).append(telling.role.name)
    several = any(len(levels) > 1 or len(roles) > 1 for levels, roles in names.items())
    seats = (f"{joined(levels)} to {joined(roles)}" for levels, roles in names.items())
    return joined(seats, *(("; ", "; ") if several else ()))


def _levels(telling: RoleTelling) -> tuple[Impact, ...]:
    """Return the levels that a role gives, from the least to the greatest loss."""
    given = {parse_impact(told.line.text).level for told in _losses(telling)}
    return tuple(level for level in _SEVERITY if level in given)


def _losses(telling: RoleTelling) -> tuple[ToldLine, ...]:
    """Return what a role said was lost; what it foretold before an experiment is no loss yet."""
    return tuple(told for told in telling.labelled(Label.IMPACT) if not told.account.prediction)


def _of_signs(scene: Scene, kind: DifferenceKind, found: tuple[Sign, ...], sentence: str) -> Difference:
    return scene.difference(kind, (sign.role.id for sign in found), sentence, (sign.told for sign in found))


def _signal(scene: Scene, timed: tuple[Sign, ...]) -> str:
    """Return what reached the roles: the alert itself, unless somebody had a sign before it."""
    event = scene.telling.event
    first = min((sign.span.end for sign in timed if sign.span), default=None)
    if first is not None and event.when.start is not None and first < event.when.start:
        return _FIRST_SIGN
    return _SIGNALS.get(event.kind, _FIRST_SIGN)


def _reached(scene: Scene, timed: tuple[Sign, ...]) -> str:
    return joined(_to_role(scene, sign) for sign in timed)


def _to_role(scene: Scene, sign: Sign) -> str:
    return f"{sign.role.name} {_when(scene, sign)}{through_phrase(sign.through)}"


def _when(scene: Scene, sign: Sign) -> str:
    zone = scene.review.zone
    if sign.at is None or sign.span is None:
        return f"at {sign.at.as_written}" if sign.at else ""
    clock = clock_text(sign.at, zone)
    day = day_of(sign.at, zone)
    on = f"on {day.day} {day:%B}" if day and day != day_of(scene.telling.event.when, zone) else ""
    if clock == NO_CLOCK:
        return on or "on that day"
    return f"at {clock} {on}".strip()


def through_phrase(through: str) -> str:
    """Return what a sign came through, as it follows a time in a list: ` by pager`, ` (told by support)`."""
    words = " ".join(through.split()).rstrip(".")
    if not words:
        return ""
    first = words.split()[0].casefold()
    if first in _BY_ITSELF:
        return f" {words}"
    return f" ({words})" if first in _SAYS_MORE or len(words.split()) > 2 else f" by {words}"


def _without_a_time(kind: SignKind, found: Iterable[Sign]) -> str:
    names = [sign.role.name for sign in found]
    if kind is SignKind.TODAY:
        return f"{joined(names)} heard of it in this room"
    return f"no sign of it reached {joined(names, last=' or ')}"
