"""What a report is made of: a few kinds of plain blocks, in which text is text and nothing else.

A block knows nothing of the form it will be written in. Whoever writes one escapes; whoever makes one never does.
"""

import re
from enum import StrEnum

import msgspec

_WEB_ADDRESS = re.compile(r"https?://[^\s/?#][^\s]*", re.IGNORECASE)


class Manner(StrEnum):
    """How a piece of text is set."""

    PLAIN = "plain"
    STRONG = "strong"
    EMPHASISED = "emphasised"


class Piece(msgspec.Struct, frozen=True):
    """A stretch of text set in one manner.

    One that is not plain stands apart from what is beside it: by a space, or by punctuation of the program's own.
    """

    text: str
    manner: Manner = Manner.PLAIN
    url: str = ""
    """Where it leads, over http or https; empty: nowhere."""


Words = tuple[Piece, ...]
"""Pieces that make one line, however long. Line breaks in their text count as spaces."""


class Block(msgspec.Struct, frozen=True):
    """A part of a report."""


class Heading(Block, frozen=True):
    """What a part of the report is about."""

    level: int
    """1 for the report itself; the parts of a part are one deeper."""
    text: str


class Paragraph(Block, frozen=True):
    """A few sentences."""

    words: Words


class Quote(Block, frozen=True):
    """What somebody said, or what is said apart from the report itself."""

    words: Words


class Item(msgspec.Struct, frozen=True):
    """A point of a list."""

    words: Words
    under: tuple[Words, ...] = ()
    """What belongs to it, a line each."""


class BulletList(Block, frozen=True):
    """Points in an order that means nothing, or that of time."""

    items: tuple[Item, ...]


class Table(Block, frozen=True):
    """Rows of cells under a header; every row has as many cells as the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]


def plain(text: str) -> Words:
    """Return text as words."""
    return (Piece(text),)


def strong(text: str) -> Piece:
    """Return text that is meant to be seen first."""
    return Piece(text, Manner.STRONG)


def emphasised(text: str) -> Piece:
    """Return text that is set off from what is around it."""
    return Piece(text, Manner.EMPHASISED)


def words(*parts: str | Piece) -> Words:
    """Return parts as words, texts among them as plain pieces."""
    return tuple(Piece(part) if isinstance(part, str) else part for part in parts)


def link(label: str, url: str) -> Piece:
    """Return a link if `url` is an address of the web, else its label and `url` as text: nothing else is followed."""
    address = url.strip()
    if _WEB_ADDRESS.fullmatch(address):
        return Piece(label if label.strip() else address, url=address)
    return Piece(f"{label} {address}".strip())
