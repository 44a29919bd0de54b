"""The invitation as lines to look through."""

from collections.abc import Iterator

from textual.content import Content

from reviewtui.tui.present.long_page import TextLine
from reviewtui.tui.present.report import MEASURE
from reviewtui.tui.present.words import hanging, said

_POINT = "- "


def invitation_lines(text: str, width: int) -> list[TextLine]:
    """Return the text of an invitation as lines of at most `width` cells."""
    return [TextLine(line) for written in text.rstrip().split("\n") for line in _wrapped(written, min(width, MEASURE))]


def _wrapped(line: str, width: int) -> Iterator[Content]:
    if line.startswith(_POINT):
        yield from hanging(Content.styled("• ", "$dim"), said(line.removeprefix(_POINT)), width)
    else:
        yield from said(line).wrap(width) or [Content("")]
