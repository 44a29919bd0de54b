"""The report as it will be read: its blocks line by line, without the marks that Markdown writes for them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from textual.content import Content

from reviewtui.report.blocks import Block, BulletList, Heading, Item, Manner, Paragraph, Piece, Quote, Table, Words
from reviewtui.tui.present.long_page import TextLine, heading
from reviewtui.tui.present.words import hanging, row, said_line

MEASURE = 100
"""The cells of the longest line of prose: one that is longer is hard to find one's way back from."""
_NARROWEST_COLUMN = 18
_GAP = 2
_WIDEST_FIRST = 0.25
_HEADINGS = {1: "bold $here", 2: "bold $here", 3: "bold"}
_BREAKS = re.compile(r"[\n\t]+")
_MANNERS = {Manner.PLAIN: "", Manner.STRONG: "bold", Manner.EMPHASISED: "italic $dim"}


def report_lines(blocks: Iterable[Block], width: int) -> list[TextLine]:
    """Return a report's blocks as lines of at most `width` cells, a blank one between two blocks."""
    lines: list[TextLine] = []
    for block in blocks:
        lines += [TextLine(Content(""))] if lines else []
        lines += _lines(block, width)
    return lines


def _lines(block: Block, width: int) -> Iterator[TextLine]:
    prose = min(width, MEASURE)
    match block:
        case Heading(level, text):
            yield from heading(said_line(text, _HEADINGS.get(level, "$dim")).wrap(width))
        case Paragraph(words):
            leads = all(piece.manner is Manner.STRONG for piece in words)
            yield from (TextLine(line, leads=leads) for line in _content(words).wrap(prose))
        case Quote(words):
            bar = Content.styled("▌ ", "$dim")
            yield from (TextLine(row(bar, line)) for line in _content(words).wrap(max(prose - bar.cell_length, 4)))
        case BulletList(items):
            yield from (TextLine(line) for item in items for line in _item(item, prose))
        case Table(header, rows):
            yield from map(TextLine, _table(header, rows, width))


def _item(item: Item, width: int) -> Iterator[Content]:
    yield from hanging(Content.styled("• ", "$dim"), _content(item.words), width)
    for below in item.under:
        yield from hanging(Content.styled("  – ", "$dim"), _content(below), width)


def _content(words: Words) -> Content:
    return row(*(_piece(piece) for piece in words))


def _piece(piece: Piece) -> Content:
    shown = said_line(_BREAKS.sub(" ", piece.text), _MANNERS[piece.manner])
    if piece.url and piece.url != piece.text:
        return row(shown, said_line(f" ({piece.url})", "$dim"))
    return shown


# --- tables ----------------------------------------------------------------------------------------------------------


def _table(header: tuple[str, ...], rows: tuple[tuple[Words, ...], ...], width: int) -> Iterator[Content]:
    """Yield a table side by side, or where a column had no room one column below the other."""
    cells = [[_content(cell) for cell in cells] for cells in rows]
    first = min(_widest([header[0], *(row_[0].plain for row_ in cells)]), max(int(width * _WIDEST_FIRST), 4))
    others = max(len(header) - 1, 1)
    each = (width - first) // others - _GAP
    if each >= _NARROWEST_COLUMN:
        yield from _side_by_side(header, cells, [first, *[each] * others])
    else:
        yield from _one_below_the_other(header, cells, first, width)


def _widest(texts: Iterable[str]) -> int:
    return max((said_line(text).cell_length for text in texts), default=0)


def _side_by_side(header: tuple[str, ...], rows: list[list[Content]], widths: list[int]) -> Iterator[Content]:
    yield from _across([said_line(name, "bold") for name in header], widths)
    yield Content.styled("─" * (sum(widths) + _GAP * (len(widths) - 1)), "$dim")
    for cells in rows:
        yield from _across([cells[0].stylize("$dim"), *cells[1:]], widths)


def _across(cells: Sequence[Content], widths: Sequence[int]) -> Iterator[Content]:
    """Yield one row of a table: each cell wrapped in its column."""
    columns = [cell.wrap(max(width, 1)) for cell, width in zip(cells, widths, strict=True)]
    for parts in zip_longest(*columns, fillvalue=Content("")):
        padded = [part.pad_right(max(width - part.cell_length, 0)) for part, width in zip(parts, widths, strict=True)]
        yield Content(" " * _GAP).join(padded).rstrip()


def _one_below_the_other(
    header: tuple[str, ...], rows: list[list[Content]], first: int, width: int
) -> Iterator[Content]:
    for number, name in enumerate(header[1:], start=1):
        yield from said_line(name, "bold").wrap(width)
        for cells in rows:
            if cells[number].plain.strip():
                head = cells[0].truncate(first, ellipsis=True).stylize("$dim")
                head = head.pad_right(first - head.cell_length)
                yield from hanging(row("  ", head, "  "), cells[number], width)
