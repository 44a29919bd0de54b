"""What may be a row of a timeline, and all else that a document has for one."""

from enum import StrEnum
from typing import NamedTuple

from reviewtui.importers.day_marks import DayMark
from reviewtui.importers.heads import Head
from reviewtui.importers.markdown_lines import Kind, Line
from reviewtui.importers.sections import Section
from reviewtui.importers.zone_marks import ZoneMark


class Shape(StrEnum):
    """How a candidate stands in the document."""

    HEADING = "heading"
    ITEM = "item"
    LINE = "line"
    CELLS = "cells"


class Candidate(NamedTuple):
    """Something that may be a row of the timeline."""

    at: int
    """The place of its line."""
    shape: Shape
    text: str
    """All of it, in Markdown; of a table's row, what happened."""
    section: Section
    group: tuple[object, ...]
    """What it has in common with its neighbours: one list, one table, headings of one rank."""
    head: Head | None = None
    """Its time; `None`: no time and no words for one."""
    level: int = 0
    """The rank of a heading; how far an item or a line is from the margin."""
    parent: int | None = None
    """The place of the item that an item stands under."""
    zone: ZoneMark | None = None
    """The zone that the head of its column names."""
    other: str = ""
    """What the other cells of its row say."""
    height: int = 1
    """How many lines it takes up itself, from its title to its time."""
    has_day_column: bool = False
    """Whether its table has a column for the day, which holds for the rows below that leave it blank."""


class Unread(NamedTuple):
    """Times in what is never read: code, a quotation."""

    at: int
    kind: Kind


class Outline(NamedTuple):
    """All that a document has for a timeline, each in the order in which it stands there."""

    lines: tuple[Line, ...]
    candidates: tuple[Candidate, ...] = ()
    days: tuple[DayMark, ...] = ()
    zones: tuple[tuple[ZoneMark, Section | None], ...] = ()
    """With the section for which each speaks; `None`: for the whole document."""
    sections: tuple[Section, ...] = ()
    unread: tuple[Unread, ...] = ()
