"""Whether somebody, and not something, is the subject of a verb, as far as the words before it tell."""

import re
from collections.abc import Set
from typing import NamedTuple

_PEOPLE = frozenset(
    """
    i we you he she they who anybody anyone everybody everyone nobody somebody someone none one another others
    person persons people human humans man woman
    admin admins administrator administrators analyst analysts architect architects caller colleague colleagues
    contractor contractors dba dbas designer developer developers dev devs driver employee employees engineer engineers
    expert experts facilitator firefighter intern interns junior lead leader leaders leadership management manager
    managers member members oncall on-call operator operators owner owners participant pilot pilots programmer
    programmers responder responders reviewer reviewers senior shift sre sres staff supervisor technician technicians
    tester testers trainee vendor worker workers
    team teams squad squads crew group department company organisation organization
    delivery operations ops support helpdesk security management
    """.split()
)
_PASSED_OVER = frozenset(
    """
    had has have having was were is are be been being am will would could should can may might must do does did got get
    also then still again not never apparently all both even almost nearly initially first later repeatedly probably
    once twice only together each simply just obviously clearly therefore thus
    """.split()
)
_PASSIVE = frozenset({"was", "were", "been", "being", "is", "are", "got", "be"})
_PREPOSITIONS = frozenset("of on in at from with for to behind under over near by within during before after".split())
_GERUND = re.compile(r"(?:ing)\Z")
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_BOUNDARY = re.compile(
    r"[.;:!?()\n\0–—,|>]|(?<![\w'-])(?:and|but|because|that|which|who|when|while|after|before|so|since|until|as|if|"
    r"then|although|though|whether|where|or|by|why|how|what)(?![\w'-])",
    re.IGNORECASE,
)
_CARRIES_ON = frozenset({"and", "but", "or", "so", "then", ","})
_POINTS_BACK = frozenset({"that", "which"})
_OF_THE_WHOLE_CLAUSE = ("too ", "so ")
"""What begins words that tell how something was done, and not by whom."""
_FARTHEST = 300
"""Characters before a verb in which its subject is looked for."""
_DEEPEST = 4


class _Clause(NamedTuple):
    """The words before a verb, up to where its clause begins."""

    words: list[str]
    boundary: str
    before: str


def is_done_by_somebody(
    text: str, start: int, end: int, names: Set[str], roles: Set[str], *, by_name: bool = False
) -> bool:
    """Tell whether somebody is the subject of the verb that stands at `start` to `end` in a text.

    A verb without a subject is somebody's: so notes are written. One in the passive is, unless it says by what.

    Args:
        text: The text.
        start: Where the verb begins.
        end: Where it ends.
        names: The names of people, in lower case, word by word.
        roles: What roles are called, in lower case.
        by_name: Whether only somebody who is named counts.
    """
    somebody = names if by_name else _PEOPLE | names | roles
    before = text[max(0, start - _FARTHEST) : start]
    if text[start:end].casefold().startswith(_OF_THE_WHOLE_CLAUSE):
        return any(word in somebody for word in _leading(_clause(before).words))
    if not by_name and _last_word(before) in _PASSIVE:
        return _passive(text[end : end + 80], somebody)
    return _is_subject(before, somebody, alone=not by_name, depth=0)


def _last_word(before: str) -> str:
    words = _WORD.findall(before)
    return words[-1].casefold() if words else ""


def _passive(after: str, somebody: Set[str]) -> bool:
    found = re.match(r"\s+by\s+([^.;:!?()\n,]{1,60})", after, re.IGNORECASE)
    return found is None or _head(_WORD.findall(found[1].casefold())) in somebody


def _is_subject(before: str, somebody: Set[str], *, alone: bool, depth: int) -> bool:
    clause = _clause(before)
    if clause.words:
        return _head(clause.words) in somebody or (_is_gerund(clause) and alone)
    if clause.boundary == "who":
        return alone or _last_word(clause.before) in somebody
    if clause.boundary in _POINTS_BACK:
        return _head(_clause(clause.before).words) in somebody
    if clause.boundary in _CARRIES_ON and depth < _DEEPEST:
        return _leads(clause.before, somebody, alone=alone, depth=depth + 1)
    return alone


def _leads(before: str, somebody: Set[str], *, alone: bool, depth: int) -> bool:
    """Tell whether somebody leads the clause that is carried on: its subject stands at its beginning."""
    clause = _clause(before)
    words = clause.words
    if not words:
        return _is_subject(before, somebody, alone=alone, depth=depth)
    if any(word in somebody for word in _leading(words)):
        return True
    if clause.boundary in _CARRIES_ON and depth < _DEEPEST:
        return _leads(clause.before, somebody, alone=False, depth=depth + 1)
    return False


def _leading(words: list[str]) -> list[str]:
    """Return the words that a clause's subject may be: up to the first preposition, three at the most."""
    until = next((place for place, word in enumerate(words) if word in _PREPOSITIONS), len(words))
    return words[:until][:3]


def _clause(before: str) -> _Clause:
    boundaries = list(_BOUNDARY.finditer(before))
    last = boundaries[-1] if boundaries else None
    words = [word.casefold() for word in _WORD.findall(before[last.end() if last else 0 :])]
    while words and (words[-1] in _PASSED_OVER or words[-1].endswith("ly")):
        words.pop()
    return _Clause(words, last[0].casefold() if last else "", before[: last.start()] if last else "")


def _is_gerund(clause: _Clause) -> bool:
    return clause.boundary in {"after", "before", "by", "while"} and bool(_GERUND.search(clause.words[0]))


def _head(words: list[str]) -> str:
    """Return the word that a group of words is about: the last one before a preposition."""
    until = next((place for place, word in enumerate(words) if word in _PREPOSITIONS and place), len(words))
    return words[until - 1].removesuffix("'s") if words else ""
