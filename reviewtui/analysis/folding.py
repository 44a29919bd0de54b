"""Texts without regard to case and accents, and where in the text as it was said something was found."""

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate

Span = tuple[int, int]
"""Where something begins in a text, and where it ends."""

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


def folded(text: str) -> str:
    """Return a text as it is compared: `Größe` and `grosse`, `Café` and `CAFE` are the same."""
    return (text if text.isascii() else _BEYOND_ASCII.sub(_plain, text)).lower()


def _plain(found: re.Match[str]) -> str:
    """Return what is left of letters beyond ASCII without their accents, in lower case."""
    return _plain_letters(found[0])


@lru_cache(maxsize=4096)
def _plain_letters(letters: str) -> str:
    apart = unicodedata.normalize("NFKD", letters)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()


def spans_in(text: str, parts: tuple[str, ...]) -> tuple[Span, ...]:
    """Return where any of some folded parts stand in a text, in order; what touches or overlaps is one span."""
    found = sorted(span for part in parts if part for span in _places(folded(text), part))
    return _joined([_as_said(text, span) for span in found] if not text.isascii() else found)


def _places(whole: str, part: str) -> list[Span]:
    places: list[Span] = []
    start = whole.find(part)
    while start >= 0:
        places.append((start, start + len(part)))
        start = whole.find(part, start + len(part))
    return places


def _as_said(text: str, span: Span) -> Span:
    """Return where a span of the folded text stands in the text; an accent belongs to its letter."""
    ends = tuple(accumulate(len(folded(letter)) for letter in text))
    begin = next(place for place, end in enumerate(ends) if end > span[0])
    last = next(place for place, end in enumerate(ends) if end >= span[1])
    while last + 1 < len(text) and unicodedata.combining(text[last + 1]):
        last += 1
    return begin, last + 1


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for begin, end in spans:
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return tuple(joined)
