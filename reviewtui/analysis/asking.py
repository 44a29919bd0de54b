"""Whom to ask next, and what: the role that has told least, and a question that fits. Private."""

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import zip_longest
from typing import NamedTuple
from zlib import crc32

import msgspec

from reviewtui.analysis.experiments import has_foretold, is_ahead
from reviewtui.analysis.telling import RoleTelling, Telling, telling_of
from reviewtui.analysis.voices import spoken_accounts
from reviewtui.model.lookups import attendance_of, is_in_the_room, prepared_questions
from reviewtui.model.remembering import remembered
from reviewtui.model.review import (
    Attendance,
    Event,
    EventId,
    EventKind,
    Group,
    Question,
    QuestionId,
    Review,
    Role,
    RoleId,
)
from reviewtui.notation.labels import Label
from reviewtui.notation.roles import role_named


class Asks(StrEnum):
    """What a question asks for."""

    OBSERVATION = "observation"
    PREDICTION = "prediction"
    EXPECTATION = "expectation"
    JUDGEMENT = "judgement"
    KNOWLEDGE = "knowledge"
    DECISION = "decision"
    ACTION = "action"
    HELP = "help"
    GOALS = "goals"
    EXPERIENCE = "experience"
    SITUATION = "situation"
    NORMALLY = "normally"
    BUILT_SO = "built so"
    OBVIOUSLY = "obviously"
    ZOOM_OUT = "zoom out"
    USERS = "users"


class Prompt(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Questions of one kind: a `[[prompt]]` of `data/prompts.toml`."""

    kind: Asks
    ask: tuple[str, ...]
    groups: tuple[Group, ...] = ()
    """For whom they are; none: for everybody."""
    said: tuple[str, ...] = ()
    """Phrases in lower case: they are asked, and first of all, where the role has said one of them."""


class Ask(NamedTuple):
    """A question to a role."""

    role: RoleId | None
    """`None`: a prepared question that names none."""
    text: str
    prepared: QuestionId | None = None


class Asking(NamedTuple):
    """What is being asked at an event, and what was asked before. It stays until somebody moves on."""

    event: EventId
    ask: Ask | None
    """`None`: nobody is there to be asked."""
    told: int
    """How many lines the role had told of the event when the question came up."""
    passed: frozenset[tuple[EventId, Ask]]
    """The questions from which one has moved on."""


_ANSWERED_BY: Mapping[Asks, tuple[Label, ...]] = {
    Asks.OBSERVATION: (Label.NOTICED, Label.SERVICE),
    Asks.EXPECTATION: (Label.EXPECTED,),
    Asks.JUDGEMENT: (Label.THOUGHT,),
    Asks.KNOWLEDGE: (Label.DATA,),
    Asks.ACTION: (Label.DID, Label.IMPROVISED),
    Asks.HELP: (Label.HELP,),
    Asks.NORMALLY: (Label.NORMALLY,),
    Asks.BUILT_SO: (Label.BECAUSE,),
    Asks.USERS: (Label.IMPACT, Label.REPUTATION),
}
"""The lines that tell what a kind of question asks for: whoever has told it is not asked for it again."""

_FITS: Mapping[EventKind, tuple[Asks, ...]] = {
    EventKind.SERVICE_BEHAVIOUR: (Asks.OBSERVATION, Asks.EXPECTATION),
    EventKind.ALERT: (Asks.OBSERVATION, Asks.JUDGEMENT, Asks.KNOWLEDGE),
    EventKind.HUMAN_ACTION: (Asks.ACTION, Asks.EXPECTATION, Asks.GOALS),
    EventKind.CHANGE: (Asks.EXPECTATION, Asks.KNOWLEDGE, Asks.EXPERIENCE),
    EventKind.COMMUNICATION: (Asks.KNOWLEDGE, Asks.HELP),
    EventKind.DECISION: (Asks.DECISION, Asks.GOALS, Asks.KNOWLEDGE),
    EventKind.EXPERIMENT: (Asks.EXPECTATION, Asks.OBSERVATION),
}
"""What is asked first of all of an event of a kind."""

_FURTHEST_FIRST = (Group.USERS, Group.OPERATIONS, Group.DELIVERY)


def asking_at(review: Review, event: EventId, bank: tuple[Prompt, ...], before: Asking | None = None) -> Asking:
    """Return what is to be asked at an event; the same object as before as long as it stands.

    It stands until one goes to another event, or the role that it asks has told more: nothing moves by itself.
    """
    if before is None or before.event != event:
        return _first_fresh(review, event, bank, before.passed if before else frozenset())
    return before if _stands(review, before) else go_on(review, bank, before)


def go_on(review: Review, bank: tuple[Prompt, ...], before: Asking) -> Asking:
    """Return the next question at the event; where one has moved on from all of them, they begin again."""
    passed = before.passed | {(before.event, before.ask)} if before.ask else before.passed
    return _first_fresh(review, before.event, bank, passed)


def _first_fresh(
    review: Review, event: EventId, bank: tuple[Prompt, ...], passed: frozenset[tuple[EventId, Ask]]
) -> Asking:
    telling = telling_of(review, event)
    if telling is None:
        return Asking(event, None, 0, passed)
    asks = tuple(asks_at(review, telling, bank))
    fresh = next((ask for ask in asks if (event, ask) not in passed), None)
    if fresh is None:
        passed -= {(event, ask) for ask in asks}
        fresh = next(iter(asks), None)
    return Asking(event, fresh, _lines(telling, fresh), passed)


def asks_at(review: Review, telling: Telling, bank: tuple[Prompt, ...]) -> Iterator[Ask]:
    """Yield what can be asked at an event: what was prepared for it, then what fits the role that has told least."""
    for question in _prepared(review):
        if question.event == telling.event.id:
            yield Ask(_role_addressed(review, question.text), question.text, question.id)
    if is_ahead(review, telling.event):
        bank = tuple(one for one in bank if one.kind is Asks.PREDICTION)
        silent = (one for one in telling.roles if not has_foretold(review, telling.event, one.role.id))
        telling = telling._replace(roles=tuple(silent))
    else:
        bank = tuple(one for one in bank if one.kind is not Asks.PREDICTION)
    if (told_least := told_least_at(review, telling)) is not None:
        yield from (Ask(told_least.role.id, text) for text in _questions(telling.event, told_least, bank))


def told_least_at(review: Review, telling: Telling) -> RoleTelling | None:
    """Return the role in the room that has told least: at the event, then over the review, then the furthest away.

    As long as nobody is marked as in the room it may be any that is not absent and does not answer in writing.
    """
    attendance = {role.id: attendance_of(review, role) for role in review.roles}
    here = [one for one in telling.roles if is_in_the_room(attendance[one.role.id])]
    expected = [one for one in telling.roles if attendance[one.role.id] is Attendance.INVITED]
    spoken = _events_spoken_of(review)
    return min(
        here or expected,
        key=lambda one: (len(one.lines), spoken[one.role.id], _nearness(one.role)),
        default=None,
    )


@remembered
def _events_spoken_of(review: Review) -> Mapping[RoleId | None, int]:
    """Return of how many events each role has spoken."""
    return Counter(role for role, _ in {(account.role, account.event) for account in spoken_accounts(review)})


def _nearness(role: Role) -> int:
    return min((_FURTHEST_FIRST.index(group) for group in role.groups), default=len(_FURTHEST_FIRST))


def _stands(review: Review, asking: Asking) -> bool:
    ask, telling = asking.ask, telling_of(review, asking.event)
    if ask is None or telling is None:
        return False
    is_there = any(one.role.id == ask.role for one in telling.roles) or ask.role is None
    is_open = ask.prepared is None or (ask.prepared, ask.text) in {(one.id, one.text) for one in _prepared(review)}
    was_foretold = is_ahead(review, telling.event) and ask.role and has_foretold(review, telling.event, ask.role)
    return is_there and is_open and not was_foretold and _lines(telling, ask) <= asking.told


def _prepared(review: Review) -> tuple[Question, ...]:
    """Return the prepared questions that have no answer yet."""
    return tuple(one for one in prepared_questions(review) if one.text.strip() and not one.answer.strip())


def _lines(telling: Telling, ask: Ask | None) -> int:
    """Return how many lines the role that is asked has told of the event."""
    if ask is None or ask.role is None:
        return 0
    return sum(len(one.lines) for one in telling.roles if one.role.id == ask.role)


def _role_addressed(review: Review, text: str) -> RoleId | None:
    """Return the role that a question begins with: `Users: what were you seeing?`."""
    name, colon, _ = text.partition(":")
    role = role_named(name, review.roles) if colon else None
    return role.id if role else None


# --- which questions fit ---------------------------------------------------------------------------------------------


def _questions(event: Event, told: RoleTelling, bank: tuple[Prompt, ...]) -> Iterator[str]:
    """Yield the questions to a role in the order in which they fit: one of each kind, then another of each kind.

    Which of a kind comes first is another one at each event and for each role, and always the same there.
    """
    fitting = sorted((one for one in bank if _is_open(one, told)), key=lambda one: _rank(one, event))
    turn = crc32(f"{event.id} {told.role.id}".encode())
    rounds = zip_longest(*(_turned(one.ask, turn) for one in fitting))
    yield from dict.fromkeys(text for one in rounds for text in one if text)


def _is_open(prompt: Prompt, told: RoleTelling) -> bool:
    """Tell whether a role can be asked for something that it has not told yet."""
    if prompt.groups and not set(prompt.groups) & set(told.role.groups):
        return False
    if prompt.said:
        return any(_has_said(phrase, told) for phrase in prompt.said)
    return not told.labelled(*_ANSWERED_BY.get(prompt.kind, ()))


def _has_said(phrase: str, told: RoleTelling) -> bool:
    words = f" {' '.join(phrase.casefold().split())} "
    return any(words in _words_of(line.line.text) for line in told.lines)


def _words_of(text: str) -> str:
    plain = "".join(
        letter if letter.isalnum() or letter in "'-" else " " for letter in text.casefold().replace("’", "'")
    )
    return f" {' '.join(plain.split())} "


def _rank(prompt: Prompt, event: Event) -> tuple[bool, int, bool]:
    """Return what orders kinds: what was said, then what users alone know, the kind of event, what a group knows."""
    fits = _FITS.get(event.kind, (Asks.OBSERVATION,))
    place = fits.index(prompt.kind) if prompt.kind in fits else len(fits)
    return not prompt.said, 0 if Group.USERS in prompt.groups else place, not prompt.groups


def _turned(texts: tuple[str, ...], by: int) -> tuple[str, ...]:
    start = by % len(texts) if texts else 0
    return texts[start:] + texts[:start]
