"""A page that is longer than a window: which part of it is in sight, and where one is in it, at any width."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textual.content import Content

from reviewtui.tui.present.words import counted

_SPOT = re.compile(r"§([0-9]{1,6})\.([0-9]{1,4})", re.ASCII)
_WHOLE = 1000


class TextLine(NamedTuple):
    """A line of a long text."""

    content: Content
    begins: bool = False
    """Whether a section begins here."""
    name: str = ""
    """The id of what it tells of; empty: of nothing in particular."""
    leads: bool = False
    """Whether it says what stands below it, and says nothing without that."""


def named(contents: Iterable[Content], name: str = "") -> list[TextLine]:
    """Return lines that tell of one thing."""
    return [TextLine(content, name=name) for content in contents]


def heading(contents: Iterable[Content], name: str = "") -> list[TextLine]:
    """Return the lines of a heading."""
    return [TextLine(content, begins=number == 0, name=name, leads=True) for number, content in enumerate(contents)]


def in_sight(lines: Sequence[TextLine], top: int, height: int) -> list[Content]:
    """Return the lines from `top` on that fit; where there are more, the last one says how many.

    No heading is left at the foot without what stands below it.

    Args:
        lines: The page.
        top: The first line, as far as the page still fills the window from there.
        height: The lines there are.
    """
    if len(lines) <= height:
        return [line.content for line in lines]
    room = max(height - 1, 1)
    top = min(max(top, 0), len(lines) - room)
    shown = _without_bare_headings(lines[top : top + room]) if top + room < len(lines) else lines[top:]
    blank = [Content("")] * (room - len(shown))
    return [*(line.content for line in shown), *blank, _beyond(top, len(lines) - top - len(shown))]


def _without_bare_headings(shown: Sequence[TextLine]) -> Sequence[TextLine]:
    """Return lines without the headings and blank lines at their end, unless there is nothing else."""
    end = len(shown)
    while end and (shown[end - 1].leads or not shown[end - 1].content.plain.strip()):
        end -= 1
    return shown[:end] or shown


def _beyond(above: int, below: int) -> Content:
    words = (f"↑ {above}" if above else "", f"↓ {counted(below, 'more line')}" if below else "")
    return Content.styled("   ".join(word for word in words if word), "$dim")


def top_for(lines: Sequence[TextLine], names: Iterable[str], height: int) -> int:
    """Return the first line to show for one of the names to be in sight: as near to the beginning as it can be.

    Args:
        lines: The page.
        names: What one stands at; where there is no line of the first, the next counts.
        height: The lines there are.
    """
    found = next((at for name in names if name and (at := [n for n, one in enumerate(lines) if one.name == name])), [])
    if not found or found[-1] < height - 1:
        return 0
    begins = max((number for number in range(found[0] + 1) if lines[number].begins), default=found[0])
    return begins if found[-1] - begins < height - 1 else found[0]


# --- where one is ----------------------------------------------------------------------------------------------------


def spot_at(lines: Sequence[TextLine], top: int) -> str:
    """Return where a line is, by the sections of the text: at another width they are the same."""
    sections = _sections(lines)
    number = max((n for n, (begins, _) in enumerate(sections) if begins <= top), default=0)
    begins, end = sections[number]
    return f"§{number}.{(top - begins) * _WHOLE // max(end - begins, 1)}"


def line_at(lines: Sequence[TextLine], spot: str) -> int:
    """Return the line that is where `spot_at` said; the first one if nothing is there."""
    found, sections = _SPOT.fullmatch(spot), _sections(lines)
    if found is None or int(found[1]) >= len(sections):
        return 0
    begins, end = sections[int(found[1])]
    return begins + -(-int(found[2]) * (end - begins) // _WHOLE)


def is_spot(text: str) -> bool:
    """Tell whether a text says where in another one somebody is."""
    return _SPOT.fullmatch(text) is not None


def _sections(lines: Sequence[TextLine]) -> list[tuple[int, int]]:
    """Return where each section begins and ends; what stands before the first heading is one too."""
    begins = [0, *(number for number, line in enumerate(lines) if line.begins and number)]
    return list(zip(begins, [*begins[1:], len(lines)], strict=True))
