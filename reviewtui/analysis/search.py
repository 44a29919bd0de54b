"""Finding what was said within a review: every word anywhere, whatever its case and accents, near misses last."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from reviewtui.analysis.findable import Findable, findable
from reviewtui.analysis.folding import Span, folded, spans_in
from reviewtui.model.place import Place
from reviewtui.model.review import Review

MOST = 100
"""How many hits are given at most; nobody reads more, and another word narrows them."""
_NEAR = 80
"""The likeness, of 100, from which a word counts as another one that was misspelt."""
_SHORTEST = 4
"""Letters of the shortest word that is looked for in other spellings."""
_VARIANTS = 8
_NOT_WORDS = str.maketrans(dict.fromkeys("\n\t.,;:!?()[]{}<>\"'“”„‘’«»–—-/\\|_…·@#*+=&%", " "))


class Hit(NamedTuple):
    """Something that was found."""

    place: Place
    what: str
    """What it is, in a few words."""
    text: str
    """All of it, as it was said."""
    spans: tuple[Span, ...]
    """Where in the text the words stand, or what is like them."""
    private: bool
    """Whether it is the facilitator's alone."""


class Hits(NamedTuple):
    """What was found, best first."""

    hits: tuple[Hit, ...] = ()
    more: int = 0
    """How many more there are."""


class _Entry(NamedTuple):
    findable: Findable
    text: str
    """The text, folded, with room before each word that begins a line."""
    around: str
    """What else it is found by, folded."""


class SearchIndex:
    """A review made ready to be searched, once for as long as it stays the same.

    Args:
        review: The review.
    """

    def __init__(self, review: Review) -> None:
        self.review = review
        self._entries = tuple(_Entry(one, _spaced(one.text), folded(one.around)) for one in findable(review))

    def find(self, query: str) -> Hits:
        """Return what has every word of `query` in it: in its text at least one, the others also in what is around it.

        What has the words as they were typed comes before what has them apart, and near misses come last; otherwise
        the order is that of the review.
        """
        words = tuple(folded(query).split())
        found = self._with_each(tuple((word,) for word in words))
        hits = [_hit(entry, words) for entry in _best(found, words)[:MOST]]
        near = self._near(words, found) if len(found) < MOST else []
        return Hits((*hits, *near)[:MOST], max(len(found) + len(near) - MOST, 0))

    def _near(self, words: tuple[str, ...], found: Sequence[_Entry]) -> list[Hit]:
        """Return what has every word of a query in it, some of them only in another spelling."""
        spellings = tuple((word, *self._spellings(word)) for word in words)
        parts = tuple(part for spelling in spellings for part in spelling)
        if len(parts) == len(words):
            return []
        there = set(found)
        return [_hit(entry, parts) for entry in self._with_each(spellings) if entry not in there]

    def _with_each(self, spellings: tuple[tuple[str, ...], ...]) -> Sequence[_Entry]:
        """Return what has a spelling of each word in it or around it, and of one at least in it."""
        found: Sequence[_Entry] = self._entries if spellings else ()
        for spelling in spellings:
            found = _holding(found, spelling)
        parts = tuple(part for spelling in spellings for part in spelling)
        return [one for one in found if any(part in one.text for part in parts)]

    def _spellings(self, word: str) -> Iterable[str]:
        from rapidfuzz.fuzz import ratio
        from rapidfuzz.process import extract

        if len(word) < _SHORTEST:
            return ()
        alike = extract(word, self._vocabulary, scorer=ratio, score_cutoff=_NEAR, limit=_VARIANTS)
        return tuple(other for other, _, _ in alike if word not in other)

    @cached_property
    def _vocabulary(self) -> tuple[str, ...]:
        """Every word there is, once."""
        words: set[str] = set()
        for entry in self._entries:
            words.update(entry.text.translate(_NOT_WORDS).split())
        return tuple(sorted(word for word in words if len(word) >= _SHORTEST - 1))


def _holding(entries: Sequence[_Entry], spelling: tuple[str, ...]) -> Sequence[_Entry]:
    if len(spelling) == 1:
        (part,) = spelling
        return [one for one in entries if part in one.text or part in one.around]
    return [one for one in entries if any(part in one.text or part in one.around for part in spelling)]


def _spaced(text: str) -> str:
    return f" {folded(text)}".replace("\n", " ")


def _best(found: Sequence[_Entry], words: tuple[str, ...]) -> Sequence[_Entry]:
    """Return entries with the best first: as it was typed, as beginnings of words, anywhere, partly around it.

    There are at least `MOST` of them, or all; those behind are in no order.
    """
    phrase, begins = f" {' '.join(words)}", tuple(f" {word}" for word in words)
    looks: tuple[Callable[[_Entry], bool], ...] = (
        lambda entry: phrase in entry.text,
        lambda entry: all(begin in entry.text for begin in begins),
        lambda entry: all(word in entry.text for word in words),
    )
    best: list[_Entry] = []
    for fits in looks:
        best += filter(fits, found)
        if len(best) >= MOST:
            return best
        found = [entry for entry in found if not fits(entry)]
    return [*best, *found]


def _hit(entry: _Entry, parts: tuple[str, ...]) -> Hit:
    found = entry.findable
    return Hit(found.place, found.what, found.text, spans_in(found.text, parts), found.private)
