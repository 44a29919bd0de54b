"""Purpose and ground rules as a page to read aloud from: the one at hand is in full light."""

from collections.abc import Iterator

from textual.content import Content

from reviewtui.analysis.opening import Opening, Spoken
from reviewtui.tui.present.long_page import TextLine, in_sight, named, top_for
from reviewtui.tui.present.words import row, said

_WIDEST = 96
"""Cells that a line is long at most: a longer one is not read aloud well."""
_HEAD = 2


def opening_page(opening: Opening, at: int, width: int, height: int) -> list[Content]:
    """Return the page, with as much air as it has room for.

    Args:
        opening: What is read aloud.
        at: Which part of it is being read.
        width: The cells there are.
        height: The lines there are.
    """
    room = max(height - _HEAD, 1)
    airy, packed = (_lines(opening, at, min(width, _WIDEST), is_airy=is_airy) for is_airy in (True, False))
    lines = airy if len(airy) <= room else packed
    head = [Content.styled("Before we begin", "bold"), Content("")]
    return [*head, *in_sight(lines, top_for(lines, (str(at),), room), room)]


def _lines(opening: Opening, at: int, width: int, *, is_airy: bool) -> list[TextLine]:
    purposes = len(opening.purpose)
    lines: list[TextLine] = []
    for place, part in enumerate(opening.parts):
        if lines and (is_airy or place == purposes):
            lines.append(TextLine(Content("")))
        number = f"{place - purposes + 1}  " if place >= purposes else ""
        lines += named(_part(part, number, width, is_at_hand=place == at), str(place))
    return lines


def _part(part: Spoken, number: str, width: int, *, is_at_hand: bool) -> Iterator[Content]:
    mark = ("▌ ", "$here") if is_at_hand else ("  ", "")
    room = max(width - 2 - len(number), 4)
    spoken = said(part.say, "bold" if is_at_hand else "").wrap(room)
    more = said(part.more, "" if is_at_hand else "$dim").wrap(room) if part.more.strip() else []
    for place, line in enumerate([*spoken, *more]):
        yield row(mark, (number if place == 0 else " " * len(number), "$dim"), line)
