"""Differences to ask about: one side may not have been asked. Each is a question, and private until confirmed."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from reviewtui.analysis.difference import Difference, Scene
from reviewtui.analysis.naming_lines import Asked, asked_of
from reviewtui.analysis.phrases import capitalised, counted, joined, quoted
from reviewtui.analysis.telling import RoleTelling, Telling, ToldLine
from reviewtui.model.lookups import attendance_of, role_of
from reviewtui.model.review import Attendance, DifferenceKind, RoleId
from reviewtui.notation.labels import Label

_KNOWLEDGE = (Label.DATA, Label.SERVICE, Label.IMPROVISED, Label.BECAUSE, Label.NORMALLY)
_SURPRISES = (Label.HARDER, Label.EASIER)
_QUOTED_AT_MOST = 2
_NOT_WORDS = re.compile(r"[\W_]+")


def belief(scene: Scene) -> Iterator[Difference]:
    """Yield one if two roles have `thought:` lines that differ when normalised."""
    thinking = _with_lines(scene, Label.THOUGHT)
    if not _all_alike(thinking, Label.THOUGHT):
        said = [told for telling in thinking for told in telling.labelled(Label.THOUGHT)]
        number = capitalised(counted(len({_normalised(told) for told in said})))
        sentence = f"{number} beliefs, side by side: {_by_role(scene, said)}: what did each rest on then?"
        yield scene.difference(DifferenceKind.BELIEF, _roles(said), sentence, said)


def expectation(scene: Scene) -> Iterator[Difference]:
    """Yield one if what was expected differs between roles, or stands beside what surprised or was seen.

    That is: two roles' `expected:` lines that differ; a surprise of one role where another has an `expected:` line; or
    a prediction's `expected:` line beside a `service:` or `impact:` line that is no prediction.
    """
    expecting = _with_lines(scene, Label.EXPECTED)
    expected = [told for telling in expecting for told in telling.labelled(Label.EXPECTED)]
    if not expected:
        return
    met = [*_surprises_beside(scene, expected), *_seen_beside(scene, expected)]
    if met:
        sentence = (
            f"Expected: {_by_role(scene, expected)}. Met: {_by_role(scene, met)}. What was each picture built on?"
        )
    elif not _all_alike(expecting, Label.EXPECTED):
        sentence = f"Expected, side by side: {_by_role(scene, expected)}: what was each picture built on?"
    else:
        return
    yield scene.difference(DifferenceKind.EXPECTATION, _roles([*expected, *met]), sentence, [*expected, *met])


def known_to_one(scene: Scene) -> Iterator[Difference]:
    """Yield one for each role that said something which no other role names anywhere in the review.

    Only `data:`, `service:`, `improvised:`, `because:` and `normally:` lines are looked at, and only where two roles
    have an account of the event.
    """
    for telling in _knowing(scene.telling):
        role = telling.role
        alone = [
            told
            for told in _knowledge(telling)
            if not scene.around.naming.is_named_by_another(asked_of(role.id, told.line.text))
        ]
        if alone:
            them = "it" if len(alone) == 1 else "them"
            sentence = f"Only {role.name} mentioned {_some_of(alone)} so far: who else knew of {them}?"
            yield scene.difference(DifferenceKind.KNOWN_TO_ONE, (role.id,), sentence, alone)


def asked_at(telling: Telling) -> frozenset[Asked]:
    """Return the lines of which it matters at an event whether another role names them."""
    return frozenset(asked_of(one.role.id, told.line.text) for one in _knowing(telling) for told in _knowledge(one))


def _knowing(telling: Telling) -> tuple[RoleTelling, ...]:
    """Return the roles of which it is asked what only they mention: those that told, where there are two of them."""
    return telling.tellers if len(telling.tellers) > 1 else ()


def _knowledge(telling: RoleTelling) -> tuple[ToldLine, ...]:
    return tuple(told for told in telling.labelled(*_KNOWLEDGE) if told.line.text)


def silent(scene: Scene) -> Iterator[Difference]:
    """Yield one for each role that is in the room and has no account of a key moment that another role has told."""
    if not scene.telling.event.key_moment:
        return
    tellers = joined(telling.role.name for telling in scene.telling.tellers)
    for telling in scene.telling.roles:
        if not telling.lines and attendance_of(scene.review, telling.role) in {Attendance.PRESENT, Attendance.LATE}:
            sentence = f"Only {tellers} told this moment so far: what did it look like from {telling.role.name}?"
            yield scene.difference(DifferenceKind.SILENT, (telling.role.id,), sentence)


def _with_lines(scene: Scene, label: Label) -> tuple[RoleTelling, ...]:
    return tuple(telling for telling in scene.telling.tellers if telling.labelled(label))


def _all_alike(tellings: tuple[RoleTelling, ...], label: Label) -> bool:
    """Tell whether every role says the same under a label, or at most one says anything."""
    return len({frozenset(_normalised(told) for told in telling.labelled(label)) for telling in tellings}) < 2


def _normalised(told: ToldLine) -> str:
    """Return a line's words without regard to case, width, punctuation and spacing."""
    return _NOT_WORDS.sub(" ", unicodedata.normalize("NFKC", told.line.text).casefold()).strip()


def _surprises_beside(scene: Scene, expected: list[ToldLine]) -> list[ToldLine]:
    """Return the surprises of each role where another role expected something."""
    return [
        told
        for telling in scene.telling.tellers
        if any(one.account.role != telling.role.id for one in expected)
        for told in telling.labelled(*_SURPRISES)
    ]


def _seen_beside(scene: Scene, expected: list[ToldLine]) -> list[ToldLine]:
    """Return what was seen where a prediction expected something."""
    if not any(told.account.prediction for told in expected):
        return []
    return [
        told
        for telling in scene.telling.tellers
        for told in telling.labelled(Label.SERVICE, Label.IMPACT)
        if not told.account.prediction
    ]


def _roles(said: Iterable[ToldLine]) -> Iterator[RoleId]:
    return (told.account.role for told in said if told.account.role is not None)


def _by_role(scene: Scene, said: list[ToldLine]) -> str:
    """Return what was said and by which role, in quotation marks."""
    parts = []
    for told in said:
        role = role_of(scene.review, told.account.role)
        parts.append(f"{quoted(told.line.text)} ({role.name if role else 'unknown'})")
    return joined(parts)


def _some_of(said: list[ToldLine]) -> str:
    shown = [quoted(told.line.text) for told in said[:_QUOTED_AT_MOST]]
    more = len(said) - len(shown)
    return joined([*shown, f"{counted(more)} more"] if more else shown)
