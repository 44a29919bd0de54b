"""Wording hints: which words look for a culprit or for another past, and what to ask or say instead.

Hints are the facilitator's alone. They change nothing; on what people said they are only a question to ask next. A
system may fail, miss and ignore: such words are hinted at only where somebody is their subject.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

import msgspec

from reviewtui.analysis.subjects import is_done_by_somebody
from reviewtui.model.review import Review

_QUOTED = re.compile(
    r"“[^”\n]{0,500}”|«[^»\n]{0,500}»|\"[^\"\n]{0,500}\"|```.{0,5000}?```|`[^`\n]{1,500}`"
    r"|\]\([^)\s]{1,500}\)|[a-z][a-z0-9+.-]{1,20}://\S+|^[ \t]*quo(?:te?)?[ \t]?:.*$",
    re.DOTALL | re.MULTILINE | re.IGNORECASE,
)
_LINE = re.compile(r"[^\n]")
_WORD = re.compile(r"\w+")


class Whose(StrEnum):
    """Whose doing a phrase has to be to be hinted at."""

    ANYBODYS = "anybody's"
    A_PERSONS = "a person's"
    A_NAMES = "a name's"


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases that are hinted at, and what to ask or say instead: a `[[hint]]` of `data/wording.toml`."""

    seen: tuple[str, ...]
    ask: str
    group: str
    whose: Whose = Whose.ANYBODYS
    not_before: tuple[str, ...] = ()
    """Words that make something else of a phrase when they follow it."""
    soft: bool = False
    """Whether it is off unless it is asked for."""


class Hint(NamedTuple):
    """A phrase in a text, and what to ask or say instead."""

    line: int
    """The line that it begins on, from 1."""
    start: int
    """Where it begins in the text, in characters."""
    end: int
    phrase: str
    ask: str
    group: str
    soft: bool


class People(NamedTuple):
    """Who can be the subject of a sentence, beside what anybody may be called."""

    names: frozenset[str] = frozenset()
    """Words of the names of people, in lower case."""
    roles: frozenset[str] = frozenset()
    """Words that the names of roles and teams end with, in lower case."""


NOBODY = People()


def people_of(review: Review) -> People:
    """Return who can be the subject of a sentence in a review: its people, roles and teams."""
    teams = [role.name for role in review.roles] + [person.team for person in review.people]
    return People(
        names=frozenset(word.casefold() for person in review.people for word in person.name.split() if len(word) > 1),
        roles=frozenset(name.split()[-1].casefold() for name in teams if name.strip()),
    )


def hints(text: str, known: tuple[Wording, ...], people: People = NOBODY, *, soft: bool = False) -> tuple[Hint, ...]:
    """Return the hints on a text, in the order of their phrases; no two of them overlap.

    What stands in quotation marks or after `quote:`, code and links are somebody else's words and give no hint.

    Args:
        text: The text, of any shape.
        known: What is hinted at, phrases first that are to win where two begin in one place and are as long.
        people: Who can be the subject of a sentence.
        soft: Whether soft hints are wanted too.
    """
    masked = _QUOTED.sub(_blank, text.replace("’", "'"))
    words = frozenset(_WORD.findall(masked.casefold()))
    begins = [0, *(found.end() for found in re.finditer("\n", text))]
    found = [
        Hint(bisect_right(begins, start), start, end, text[start:end], one.ask, one.group, one.soft)
        for one in known
        if (soft or not one.soft) and not _words_of(one).isdisjoint(words)
        for start, end in _meant(one, masked, people)
    ]
    return _without_overlaps(sorted(found, key=lambda hint: (hint.start, -hint.end)))


def _blank(found: re.Match[str]) -> str:
    return _LINE.sub("\0", found[0])


def _meant(one: Wording, text: str, people: People) -> Iterator[tuple[int, int]]:
    """Yield where phrases begin and end, but for those of which something is the subject."""
    by_name = one.whose is Whose.A_NAMES
    for start, end in (found.span() for found in _pattern(one).finditer(text)):
        if one.whose is Whose.ANYBODYS or is_done_by_somebody(
            text, start, end, people.names, people.roles, by_name=by_name
        ):
            yield start, end


@lru_cache(maxsize=512)
def _words_of(one: Wording) -> frozenset[str]:
    """Return the longest word of each phrase: a text without any of them has none of the phrases."""
    forms = (_WORD.findall(form) for phrase in one.seen for form in _forms(phrase))
    return frozenset(max(words, key=len, default="") for words in forms)


@lru_cache(maxsize=512)
def _pattern(one: Wording) -> re.Pattern[str]:
    phrases = sorted({form for phrase in one.seen for form in _forms(phrase)}, key=len, reverse=True)
    words = "|".join(_phrase(phrase) for phrase in phrases)
    other = "|".join(map(re.escape, one.not_before))
    after = rf"(?![ \t]+(?:{other})\b)" if other else ""
    return re.compile(rf"(?:{words})(?![\w-]){after}", re.IGNORECASE)


def _phrase(phrase: str) -> str:
    """Return the pattern of a phrase; one that begins with `'s` follows a word, and every other begins with one."""
    before = r"(?<=\w)" if phrase.startswith("'") else r"(?<!\w)(?<!\w['-])"
    return before + r"[ \t]+".join(re.escape(word) for word in phrase.split())


def _forms(phrase: str) -> Iterable[str]:
    """Yield a phrase as it is written, and with its `n't` written out."""
    plain = phrase.casefold().replace("’", "'")
    yield plain
    if "n't" in plain:
        yield plain.replace("can't", "cannot").replace("won't", "will not").replace("n't", " not")


def _without_overlaps(found: list[Hint]) -> tuple[Hint, ...]:
    kept: list[Hint] = []
    for hint in found:
        if not kept or hint.start >= kept[-1].end:
            kept.append(hint)
    return tuple(kept)
