"""The text that belongs to a row: where what stands below it ends, and the paragraphs it consists of."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import dedent

from reviewtui.importers.candidates import Candidate, Outline, Shape
from reviewtui.importers.choice import Choice
from reviewtui.importers.markdown_lines import Kind, Line
from reviewtui.importers.sections import purpose_of

_PROSE = (Kind.TEXT, Kind.ITEM, Kind.QUOTE, Kind.TABLE)
_NOTHING = (Kind.BLANK, Kind.COMMENT, Kind.RULE)
_MOST_LINES = 200
"""How far into the text below a row its title is looked for."""
_BROKEN_AT = 50
"""A line that is shorter was ended by whoever wrote it, and not by the width of their editor."""


def bodies(outline: Outline, choice: Choice) -> Iterator[tuple[Line, ...]]:
    """Yield the lines below each row that belong to it, in the order of the rows."""
    edges = _Edges(outline, choice)
    for row, following in zip(choice.rows, (*choice.rows[1:], None), strict=False):
        limit = edges.limit(row)
        goes_on = following is not None and following.at == limit
        yield tuple(
            line for line in outline.lines[row.at + row.height : _end(outline.lines, row, limit, goes_on=goes_on)]
        )


class _Edges:
    """The places in a document at which the text of a row can't go on."""

    def __init__(self, outline: Outline, choice: Choice) -> None:
        named = (section.at for section in outline.sections if purpose_of(section.name))
        rows = (row.at for row in choice.rows)
        self.places = sorted({*named, *rows, *(mark.at for mark in choice.days)})
        self.headings = [(at, line.level) for at, line in enumerate(outline.lines) if line.kind is Kind.HEADING]
        self.end = len(outline.lines)

    def limit(self, row: Candidate) -> int:
        """Return the first place below a row at which something else begins."""
        place = bisect_right(self.places, row.at)
        limit = self.places[place] if place < len(self.places) else self.end
        for number in range(bisect_right(self.headings, (row.at, 99)), len(self.headings)):
            at, level = self.headings[number]
            if at >= limit or row.shape is not Shape.HEADING or level <= row.level:
                return min(at, limit)
        return limit


def _end(lines: Sequence[Line], row: Candidate, limit: int, *, goes_on: bool) -> int:
    """Return where the text of a row ends.

    Args:
        lines: The lines of the document.
        row: The row.
        limit: Where something else begins.
        goes_on: Whether that is the next row; if so, a paragraph at the margin belongs to this one.
    """
    if row.shape is Shape.CELLS:
        return row.at + row.height
    for at in range(_first_below(lines, row, limit), limit):
        if _ends(lines[at], lines[at - 1], row, goes_on=goes_on):
            return at
    return limit


def _first_below(lines: Sequence[Line], row: Candidate, limit: int) -> int:
    """Return where to begin to look for the end: below the first paragraph, if the line of the row says only when."""
    begin = row.at + row.height
    if row.head is None or row.head.rest.strip():
        return begin
    while begin < limit and lines[begin].kind is Kind.BLANK:
        begin += 1
    return begin + 1 if begin < limit and lines[begin].kind is Kind.TEXT else row.at + row.height


def _ends(line: Line, above: Line, row: Candidate, *, goes_on: bool) -> bool:
    if row.shape is Shape.HEADING or line.kind in (Kind.BLANK, Kind.COMMENT):
        return False
    if line.kind is Kind.ITEM and row.shape is Shape.ITEM:
        return line.indent < row.level + 2
    outside = line.indent <= row.level and above.kind is Kind.BLANK
    return not goes_on and (outside or line.kind in (Kind.RULE, Kind.TABLE)) and line.kind is not Kind.QUOTE


def paragraph(first: str, lines: Sequence[Line], *, in_prose: bool) -> tuple[Line, ...]:
    """Return the lines that go on with the one above them.

    A line goes on where the one above was broken because it was long; in prose also where it begins in small letters.

    Args:
        first: The line above.
        lines: What stands below it.
        in_prose: Whether it is prose, and not the line of a row.
    """
    taken: list[Line] = []
    above = first
    for line in lines[:_MOST_LINES]:
        is_broken = len(above) >= _BROKEN_AT or (in_prose and line.text[:1].islower())
        if line.kind is not Kind.TEXT or breaks_after(above) or not is_broken:
            break
        taken.append(line)
        above = line.raw
    return tuple(taken)


def breaks_after(raw: str) -> bool:
    """Tell a line whose writer ended it: by a backslash or two blanks."""
    return raw.endswith(("\\", "  "))


def first_words(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Yield what a title may be taken from, the likeliest first: paragraphs and items, then quotations, then code."""
    lines = lines[:_MOST_LINES]
    for at, line in enumerate(lines):
        if line.kind is Kind.ITEM or (line.kind is Kind.TEXT and (at == 0 or lines[at - 1].kind is not Kind.TEXT)):
            yield (line, *paragraph(line.raw, lines[at + 1 :], in_prose=True))
    for kind in (Kind.QUOTE, Kind.HEADING, Kind.TABLE, Kind.CODE):
        yield from ((line,) for line in lines if line.kind is kind and line.text.strip("`~"))


def blocks(lines: Sequence[Line]) -> Iterator[str]:
    """Yield the paragraphs of a text as they are written, without code."""
    for is_prose, group in groupby(lines, key=lambda line: line.kind in _PROSE):
        if is_prose:
            yield from _bounded([line.raw.strip() for line in group])


def _bounded(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines joined to pieces that are not longer than what is searched for links, if no line is."""
    piece: list[str] = []
    for line in lines:
        if piece and sum(map(len, piece)) + len(line) > 1500:
            yield "\n".join(piece)
            piece = []
        piece.append(line)
    yield "\n".join(piece)


def lines_that_speak(lines: Sequence[Line]) -> int:
    """Return in how many lines there is anything to read."""
    return sum(1 for line in lines if line.kind not in _NOTHING)


def as_written(lines: Sequence[Line]) -> str:
    """Return lines as they stand in the document, without the indent that they share and without comments."""
    return dedent("\n".join(line.raw for line in lines if line.kind is not Kind.COMMENT)).strip("\n").rstrip()
