"""What was found in a review, a line a hit."""

from textual.content import Content

from reviewtui.analysis.search import Hit, Hits
from reviewtui.tui.present.words import row, said_line

_WHAT = 26
_NARROW_WHAT = 20
_WIDE = 90
_BEFORE = 4
"""The part of a line, one of so many, that may stand before what was found."""
PROMPT = "Words in any order, whole or in part, of anything that was said"
NOTHING = "Nothing that may be seen has all of these words"


def hit_row(hit: Hit, width: int) -> Content:
    """Return what was found: what it is, and of its text what stands around the words."""
    column = _WHAT if width >= _WIDE else _NARROW_WHAT
    what = said_line(f"private · {hit.what}" if hit.private else hit.what, _dim(hit), cells=column)
    return row(what.pad_right(column + 2 - what.cell_length), excerpt(hit, width - column - 2))


def _dim(hit: Hit) -> str:
    return "$private" if hit.private else "$dim"


def excerpt(hit: Hit, width: int) -> Content:
    """Return what was found, marked, with as much of the text around it as a line of `width` cells holds."""
    flat = " ".join(hit.text.split("\n"))
    begin = _begin(flat, hit, width)
    ahead = "…" if begin else ""
    text = said_line(flat[begin : begin + 4 * width], "$private" if hit.private else "")
    for start, end in hit.spans:
        if end > begin:
            text = text.stylize("bold underline", max(start - begin, 0), end - begin)
    return row(ahead, text).truncate(max(width, 0), ellipsis=True)


def _begin(text: str, hit: Hit, width: int) -> int:
    """Return where an excerpt begins: with the text if what was found is in sight then, else at a word before it."""
    first, end = hit.spans[0] if hit.spans else (0, 0)
    if end <= width * (_BEFORE - 1) // _BEFORE:
        return 0
    begin = max(min(first - width // _BEFORE, len(text) - width + 1), 0)
    return text.find(" ", begin, first) + 1 or begin


def hit_words(hit: Hit, at: int, found: Hits) -> str:
    """Return which of what was found one has gone to, as a line to be told."""
    return f"{at + 1} of {len(found.hits)} found: {hit.what}; f3 goes on, esc comes back"


def found_words(found: Hits, query: str) -> str:
    """Return how much was found, and what to type."""
    if not query.strip():
        return PROMPT
    if not found.hits:
        return NOTHING
    shown = len(found.hits)
    return f"{shown + found.more} found" + (f", {shown} shown: another word narrows them" if found.more else "")
