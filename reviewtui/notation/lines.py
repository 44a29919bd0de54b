"""What a review comes to, a line each: factors, insights, actions and open questions.

All four share one habit. A word before a colon says what sort of thing it is; ` // ` begins what there is to add to
it: for whom an insight is, the reason for an action's state, the answer to a question. Parsing never fails: what is
not understood stays in the text, and is a problem beside it where it looks as if more had been meant.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple, TypeVar

from reviewtui.model.review import ActionState, Effect, FactorKind, Lens, Role, RoleId
from reviewtui.notation.due import ReadDay, read_day
from reviewtui.notation.roles import role_named, word_for

KIND_WORDS: Mapping[FactorKind, tuple[str, ...]] = {
    FactorKind.HUMAN: ("human", "hum", "h"),
    FactorKind.TECHNICAL: ("technical", "tech", "t"),
}
"""What one may write for each kind of factor; the first is what the program writes, here and below."""
EFFECT_WORDS: Mapping[Effect, tuple[str, ...]] = {
    Effect.CONTRIBUTED: ("contributed", "contributing"),
    Effect.MADE_IT_HARDER: ("harder", "hard", "made it harder"),
    Effect.MADE_IT_EASIER: ("easier", "easy", "made it easier"),
}
LENS_WORDS: Mapping[Lens, tuple[str, ...]] = {
    Lens.USAGE: ("usage", "use", "u"),
    Lens.ENGINEERING: ("engineering", "eng", "e"),
    Lens.OPERATIONAL: ("operational", "operations", "ops", "o"),
}
STATE_WORDS: Mapping[ActionState, tuple[str, ...]] = {
    ActionState.IDEA: ("idea",),
    ActionState.SOAKING: ("soaking",),
    ActionState.AGREED: ("agreed",),
    ActionState.UNDER_WAY_ELSEWHERE: ("under way elsewhere", "under way", "elsewhere"),
    ActionState.DECLINED: ("declined",),
    ActionState.DONE: ("done",),
}

_ASIDE = re.compile(r"(?:^|[ \t])//(?=[ \t]|$)")
_OWNER = re.compile(r"(?:^|[ \t])@")
_BY = re.compile(r"(?:^|[ \t])by(?=[ \t])", re.IGNORECASE)
NO_DAY = "-"
"""What stands behind ` by ` where no day is meant: a text can end in words that look like one."""

Word = TypeVar("Word", bound=StrEnum)


class FactorLine(NamedTuple):
    """What a factor's line says."""

    kind: FactorKind
    effect: Effect
    text: str


class InsightLine(NamedTuple):
    """What an insight's line says, and what was doubtful in reading it."""

    text: str
    lens: Lens | None = None
    """`None`: it does not say."""
    said_by: tuple[RoleId, ...] = ()
    new_to: tuple[RoleId, ...] = ()
    for_whom: str = ""
    problems: tuple[str, ...] = ()


class ActionLine(NamedTuple):
    """What an action's line says, and what was doubtful in reading it."""

    text: str
    state: ActionState = ActionState.IDEA
    owner: str = ""
    due: date | None = None
    reason: str = ""
    problems: tuple[str, ...] = ()


class QuestionLine(NamedTuple):
    """What a question's line says."""

    text: str
    asked_by: RoleId | None = None
    says_who: bool = False
    """Whether it says who asked; it can say that nobody in particular did."""
    answer: str = ""


# --- factors: `human, easier: two people happened to be in the office` -----------------------------------------------


def parse_factor(text: str) -> FactorLine:
    """Return the factor that a line describes: technical, and contributed, unless it says otherwise."""
    line = _one_line(text)
    head, colon, rest = line.partition(":")
    named = _kind_and_effect(head) if colon else None
    if named is None:
        return FactorLine(FactorKind.TECHNICAL, Effect.CONTRIBUTED, line)
    return FactorLine(*named, rest.strip())


def _kind_and_effect(head: str) -> tuple[FactorKind, Effect] | None:
    words = head.split(",")
    kinds = [kind for word in words if (kind := _meant(word, KIND_WORDS))]
    effects = [effect for word in words if (effect := _meant(word, EFFECT_WORDS))]
    if len(kinds) > 1 or len(effects) > 1 or len(kinds) + len(effects) < len(words):
        return None
    return (kinds or [FactorKind.TECHNICAL])[0], (effects or [Effect.CONTRIBUTED])[0]


def format_factor(kind: FactorKind, effect: Effect, text: str) -> str:
    """Return a factor as a line: the inverse of `parse_factor`."""
    harder_or_easier = "" if effect is Effect.CONTRIBUTED else f", {EFFECT_WORDS[effect][0]}"
    return f"{KIND_WORDS[kind][0]}{harder_or_easier}: {_one_line(text)}".rstrip()


# --- insights: `usage, use > del, ops: callers tell when // support teams of every product` --------------------------


def parse_insight(text: str, roles: Sequence[Role]) -> InsightLine:
    """Return the insight that a line describes.

    Args:
        text: The line: the lens, who said it, `>` and to whom it was new; the insight; ` // ` and for whom it is.
        roles: The roles that it may name.
    """
    line, for_whom = _split(_one_line(text), _ASIDE)
    head, colon, rest = line.partition(":")
    said, _, new = head.partition(">")
    lens = _meant(said.split(",")[0], LENS_WORDS) if colon else None
    if lens is None:
        return InsightLine(line, for_whom=for_whom)
    said_by, new_to = _roles_in(said.split(",")[1:], roles), _roles_in(new.split(","), roles)
    if unknown := [*said_by.unknown, *new_to.unknown]:
        return InsightLine(line, for_whom=for_whom, problems=(f"no role “{unknown[0]}”: the line is kept whole",))
    return InsightLine(rest.strip(), lens, said_by.ids, new_to.ids, for_whom)


class _Roles(NamedTuple):
    ids: tuple[RoleId, ...]
    unknown: tuple[str, ...]


def _roles_in(words: Iterable[str], roles: Sequence[Role]) -> _Roles:
    named = {word.strip(): role_named(word, roles) for word in words if word.strip()}
    ids = dict.fromkeys(role.id for role in named.values() if role)
    return _Roles(tuple(ids), tuple(word for word, role in named.items() if role is None))


def format_insight(line: InsightLine, roles: Sequence[Role]) -> str:
    """Return an insight as a line: the inverse of `parse_insight`; a role that no word stands for is left out."""
    lens = LENS_WORDS[line.lens][0] if line.lens else ""
    said_by, new_to = (_words_for(ids, roles) for ids in (line.said_by, line.new_to))
    head = ", ".join([lens, *said_by]) + (f" > {', '.join(new_to)}" if new_to else "")
    text = f"{head}: {_one_line(line.text)}" if lens else _one_line(line.text)
    return _with_aside(text.strip(), line.for_whom)


def _words_for(ids: Iterable[RoleId], roles: Sequence[Role]) -> list[str]:
    named = {role.id: word_for(role, roles) for role in roles}
    return [word for one in ids if (word := named.get(one))]


# --- actions: `agreed: add logging @Payments delivery by 2026-12-01 // it is small` ----------------------------------


def parse_action(text: str, today: date) -> ActionLine:
    """Return the action that a line describes: an idea, unless it says otherwise.

    Args:
        text: The line: its state; what is to be done; behind the last ` @` the owner; behind the last ` by ` a day;
            ` // ` and the reason.
        today: The day that `Friday` and `+2w` count from.
    """
    line, reason = _split(_one_line(text), _ASIDE)
    state, line = _split_state(line)
    what, owner = _split(line, _OWNER)
    owner, due = _split_due(owner, today)
    if due is None:
        what, due = _split_due(what, today)
    day, problems = due or ReadDay(None)
    return ActionLine(what, state, owner, day, reason, problems)


def _split_state(line: str) -> tuple[ActionState, str]:
    head, colon, rest = line.partition(":")
    state = _meant(head, STATE_WORDS) if colon else None
    return (state, rest.strip()) if state else (ActionState.IDEA, line)


def _split_due(line: str, today: date) -> tuple[str, ReadDay | None]:
    """Return what stands before the last ` by ` and the day behind it; the whole line where that is no day."""
    before, words = _split(line, _BY)
    if not words:
        return line, None
    if words == NO_DAY:
        return before, ReadDay(None)
    due = read_day(words, today)
    return (before, due) if due.day else (line, ReadDay(None, (f"no day in “by {words}”: it stays in the text",)))


def format_action(line: ActionLine, today: date) -> str:
    """Return an action as a line: the inverse of `parse_action`, but for an owner with ` @` in it."""
    text, owner = _one_line(line.text), _one_line(line.owner)
    by = f" by {line.due.isoformat()}" if line.due else ""
    state = f"{STATE_WORDS[line.state][0]}: "
    plain = f"{text}{f' @{owner}' if owner else ''}{by}"
    careful = f"{state}{text} @{owner}{by or f' by {NO_DAY}'}"
    wanted = (text, line.state, owner, line.due)
    candidates = [_with_aside(one, line.reason) for one in (plain, f"{state}{plain}", careful)]
    return next((one for one in candidates if parse_action(one, today)[:4] == wanted), candidates[-1])


# --- questions: `use? who went elsewhere between two waves?` ---------------------------------------------------------


def parse_question(text: str, roles: Sequence[Role]) -> QuestionLine:
    """Return the question that a line asks.

    Args:
        text: The line: the role that asks, with `?` behind it; the question; ` // ` and the answer.
        roles: The roles that it may name.
    """
    line, answer = _split(_one_line(text), _ASIDE)
    word, mark, rest = line.partition("?")
    if mark and rest[:1].isspace():
        if not word.strip():
            return QuestionLine(rest.strip(), None, says_who=True, answer=answer)
        if role := role_named(word, roles):
            return QuestionLine(rest.strip(), role.id, says_who=True, answer=answer)
    return QuestionLine(line, answer=answer)


def format_question(line: QuestionLine, roles: Sequence[Role]) -> str:
    """Return a question as a line: the inverse of `parse_question`; a role that no word stands for is left out."""
    word = next(iter(_words_for((line.asked_by,) if line.asked_by else (), roles)), "")
    text = _one_line(line.text)
    plain, careful = (_with_aside(one, line.answer) for one in (text, f"{word}? {text}"))
    is_plain = not word and not line.says_who and parse_question(plain, roles).text == text
    return plain if is_plain else careful


# --- what they share -------------------------------------------------------------------------------------------------


def _one_line(text: str) -> str:
    return " ".join(text.split("\n")).strip()


def _split(line: str, mark: re.Pattern[str]) -> tuple[str, str]:
    """Return what stands before the last of some marks, and what behind it; the whole line where there is none."""
    found = next(reversed(list(mark.finditer(line))), None)
    return (line[: found.start()].strip(), line[found.end() :].strip()) if found else (line, "")


def _with_aside(line: str, aside: str) -> str:
    """Return a line with what there is to add to it; with the mark alone where something would be read as that."""
    return f"{line} // {_one_line(aside)}".strip() if aside.strip() or _ASIDE.search(line) else line


def _meant(word: str, words: Mapping[Word, tuple[str, ...]]) -> Word | None:
    """Return what a word stands for in a table, in any case; `None` if it stands for nothing."""
    plain = " ".join(word.split()).casefold()
    return next((value for value, its in words.items() if plain in its), None)
