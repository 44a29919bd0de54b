"""A document as importers are given it: text of a bounded size, whatever bytes it came as."""

import codecs
import re
from typing import NamedTuple

from reviewtui.errors import UnreadableFile
from reviewtui.model.reading import DateOrder
from reviewtui.plaintext import storable

MOST_BYTES = 20_000_000
"""The largest file that is read."""
MOST_LINES = 100_000
"""The most lines a text may have: thousands of times what a timeline has."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile(r"\r\n?")


class Document(NamedTuple):
    """A file or a pasted text, decoded."""

    name: str
    """What it is called: a file's name, or words for a text that was pasted."""
    lines: tuple[str, ...]
    """Without their ends; the first is line 1."""
    remarks: tuple[str, ...] = ()
    """What was doubtful in decoding it."""

    @property
    def text(self) -> str:
        """The whole of it, its lines ended by newlines."""
        return "\n".join(self.lines)


class Asked(NamedTuple):
    """What whoever asks for a reading says beforehand."""

    zone: str | None = None
    """The zone for times that the document gives none for, and the answer where its own is in doubt."""
    assumed_zone: str = "UTC"
    """The zone if neither they nor the document names one: the review's."""
    date_order: DateOrder | None = None
    """How `03/04/2026` is to be read; `None`: as it is likelier, with a doubt that says so."""


def document_of(name: str, data: bytes) -> Document | None:
    """Return the text that `data` holds, or `None` if it holds none.

    UTF-8 is tried first, then the byte-order marks of Unicode; what is neither is read as Windows-1252, with a remark.

    Args:
        name: What the file is called.
        data: Its bytes.

    Raises:
        UnreadableFile: There is more of it than a timeline can have.
    """
    _refuse_more_than(MOST_BYTES, len(data), name)
    text, remarks = _decoded(data)
    if "\0" in text.rstrip("\0"):
        return None
    if text.endswith("\0"):
        remarks = (*remarks, "the zero bytes at its end were left out")
    return _document(name, text.rstrip("\0"), remarks)


def document_of_text(name: str, text: str) -> Document:
    """Return text that was pasted as a document.

    Raises:
        UnreadableFile: There is more of it than a timeline can have.
    """
    _refuse_more_than(MOST_BYTES, len(text), name)
    return _document(name, text, ())


def _document(name: str, text: str, remarks: tuple[str, ...]) -> Document:
    lines = _LINE_END.sub("\n", storable(text.removeprefix("\ufeff"))).split("\n")
    if len(lines) > MOST_LINES:
        raise UnreadableFile(name, f"has more than {MOST_LINES:,} lines, which no timeline has")
    return Document(name, tuple(lines), remarks)


def _refuse_more_than(most: int, size: int, name: str) -> None:
    if size > most:
        raise UnreadableFile(name, f"is larger than {most // 1_000_000} MB, which no timeline is")


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            return data.decode("utf-8", errors="replace"), ("it ends in the middle of a character",)
        return data.decode("cp1252", errors="replace"), ("it is not UTF-8, and was read as Windows-1252",)
