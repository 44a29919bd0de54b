"""Names in a text: those of the people of a review, however they are spelt, and not the words that some of them are.

A name is found whole or in part, with or without its accents. In lower case or in capitals only where it is no other
word; a name that is one (*Will*, *Grace*) only where it stands as a name does.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from reviewtui.analysis.finds import ExposureKind, Find
from reviewtui.analysis.ordinary_words import DUTIES, NAMES_THAT_ARE_WORDS, PARTS_OF_NAMES

_LETTER = r"[^\W\d_]"
_WORD = re.compile(rf"{_LETTER}(?:{_LETTER}|[\u0300-\u036f])*")
_WITHOUT_CASE = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_UNLIKE_ITS_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_SHORTENED = re.compile(r"([aou])e|aa")
_BETWEEN = frozenset({" ", "-", "'", "’", ". ", "  "})
_BEGINS_A_SENTENCE = re.compile(r"(?:\A|[.!?:;>•…–—\n(\[\"“„«*#|])[\s\"“„«'‘(\[*_]{0,8}\Z|[\r\n]\s{0,8}[-+]\s{1,4}\Z")
_OF_A_PERSON = re.compile(
    r"['’]s\b|\s(?:and I\b|who\b|(?:was|is|had|has|said|says|told|tells|asked|saw|did|does|went|came|found|knew|knows"
    r"|thought|thinks|took|wrote|heard|began|gave|got|made|rang|ran|felt|left|met|sent|put"
    r"|(?!need|feed|speed|exceed|succeed|proceed|bleed|breed)[a-z]{2,16}ed)\b)"
)
_CUT_OFF = re.compile(r"(?<![^\W_])[A-Z]['’]\Z")
_SHORT = 3


class _Part(NamedTuple):
    """A part of one or several names."""

    written: frozenset[str]
    """As it is written in the review."""
    people: frozenset[int]
    """Whose it is, as places among the names."""
    is_a_word: bool


class _Word(NamedTuple):
    start: int
    end: int
    people: frozenset[int]
    stands_as_a_name: bool


def names_in(text: str, names: tuple[str, ...]) -> Iterator[Find]:
    """Yield where a text names somebody.

    Args:
        text: The text.
        names: The names of people, as they are written in a review.
    """
    parts = _parts(names)
    folded = _folded(text)
    if any(part in folded for part in parts):
        for first, last in _together(list(_words(text, parts)), text):
            yield Find(ExposureKind.NAME, _with_what_is_cut_off(text, first.start), last.end)


def _with_what_is_cut_off(text: str, start: int) -> int:
    """Return where a name begins that was found from its apostrophe on: `O'Brien`."""
    return start - 2 if _CUT_OFF.search(text[max(start - 3, 0) : start]) else start


def is_named(found: str, name: str) -> bool:
    """Tell whether what `names_in` found in a text can be a part of `name`."""
    return any(_folded(word) in _parts((name,)) for word in _WORD.findall(found))


def _folded(word: str) -> str:
    """Return a word without regard to case and accents."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(one for one in apart if not unicodedata.combining(one)).translate(_UNLIKE_ITS_LETTERS)


@lru_cache(maxsize=64)
def _parts(names: tuple[str, ...]) -> Mapping[str, _Part]:
    """Return the parts of names by all forms in which they may be spelt."""
    found: dict[str, _Part] = {}
    for place, name in enumerate(names):
        for word in _WORD.findall(name):
            for form in _forms(word):
                before = found.get(form, _Part(frozenset(), frozenset(), is_a_word=False))
                is_a_word = before.is_a_word or _folded(word) in NAMES_THAT_ARE_WORDS
                found[form] = _Part(before.written | {word}, before.people | {place}, is_a_word)
    return found


def _forms(word: str) -> frozenset[str]:
    """Return the forms in which a part of a name may be spelt; none if it names nobody."""
    folded = _folded(word)
    is_initial = len(word) < 2 and not _WITHOUT_CASE.match(word)
    if is_initial or folded in DUTIES or folded in PARTS_OF_NAMES:
        return frozenset()
    forms = {folded, _folded(word.casefold().translate(_WRITTEN_OUT))}
    if len(folded) > _SHORT and (shortened := _SHORTENED.sub(_without_its_e, folded)) not in NAMES_THAT_ARE_WORDS:
        forms.add(shortened)
    return frozenset(forms)


def _without_its_e(found: re.Match[str]) -> str:
    return found[1] or "a"


def _words(text: str, parts: Mapping[str, _Part]) -> Iterator[_Word]:
    """Yield the words of a text that may be parts of names."""
    for found in _WORD.finditer(text):
        if (part := parts.get(_folded(found[0]))) and _may_be(found[0], part, text[found.start() - 1 : found.start()]):
            stands = not part.is_a_word or _stands_as_a_name(text, found.start(), found.end())
            yield _Word(found.start(), found.end(), part.people, stands)
        elif _WITHOUT_CASE.match(found[0]):
            yield from _inside(found, parts)


def _may_be(word: str, part: _Part, before: str) -> bool:
    """Tell whether a word is written as a name is."""
    if before == "@" or (word in part.written and not word.islower()):
        return True
    if word.islower() or (word.isupper() and len(word) > 1):
        return not part.is_a_word and len(word) > _SHORT
    return word[0].isupper() or word.lower() == word.upper()


def _stands_as_a_name(text: str, start: int, end: int) -> bool:
    """Tell whether a capitalised word is a name: within a sentence, or where somebody does something."""
    before = text[max(start - 12, 0) : start]
    if before.endswith("@") or not _BEGINS_A_SENTENCE.search(before if start > 12 else "\n" + before):
        return True
    return _OF_A_PERSON.match(text, end) is not None


def _inside(found: re.Match[str], parts: Mapping[str, _Part]) -> Iterator[_Word]:
    """Yield names in scripts that put no space between words."""
    for form, part in parts.items():
        place = found[0].find(form) if _WITHOUT_CASE.match(form) else -1
        while place >= 0:
            start = found.start() + place
            yield _Word(start, start + len(form), part.people, stands_as_a_name=True)
            place = found[0].find(form, place + len(form))


def _together(words: list[_Word], text: str) -> Iterator[tuple[_Word, _Word]]:
    """Yield each name by its first and last word: what stands side by side and is of one person is one name."""
    first = last = None
    for word in words:
        if first and last and last.people & word.people and text[last.end : word.start] in _BETWEEN:
            first, last = first._replace(stands_as_a_name=True), word
            continue
        if first and last and first.stands_as_a_name:
            yield first, last
        first = last = word
    if first and last and first.stands_as_a_name:
        yield first, last
