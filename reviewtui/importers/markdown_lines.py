"""The lines of a text and what each is: a heading, a list item, a row of a table, code, a quotation.

Markdown is read line by line and not as a tree of paragraphs: in a timeline a line is what counts, also where Markdown
would join it to the one above, and half of what is pasted is not quite Markdown. Each line keeps its number.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from reviewtui.importers.phrases import narrates
from reviewtui.notation.clock import scan_time


class Kind(StrEnum):
    """What a line is."""

    BLANK = "blank"
    HEADING = "heading"
    ITEM = "item"
    TABLE = "table"
    TEXT = "text"
    QUOTE = "quote"
    CODE = "code"
    FRONT_MATTER = "front matter"
    COMMENT = "comment"
    RULE = "rule"


class Line(NamedTuple):
    """One line."""

    number: int
    """From 1."""
    kind: Kind
    text: str
    """What it says, without indent and marker."""
    raw: str
    """All of it, as it stands there."""
    indent: int = 0
    """How far its first mark is from the margin, in columns."""
    level: int = 0
    """Of a heading: from 1."""


_FENCE = re.compile(r"(`{3,}|~{3,})")
_DELIMITER_ROW = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_RULE = re.compile(r"(?:[-][ \t]*){3,}|(?:[*][ \t]*){3,}|(?:_[ \t]*){3,}|=+|-{2,}")
_MARKER = re.compile(r"(?:[-*+•◦▪‣·–—―‐‑‒−]|--)[ \t]+(?=\S)|[–—-](?=\d{1,4}[:./-]\d)|\d{1,4}[.)][ \t]+(?=\S)")
_LONGEST_SHORT_LINE = 2000


def scan_lines(raw_lines: Sequence[str], *, indented_code: bool) -> tuple[Line, ...]:
    """Return what each line of a text is. Takes any text; never raises.

    Args:
        raw_lines: The lines, without their ends.
        indented_code: Whether four blanks make code, as they do in Markdown; in other texts they are only blanks.
    """
    return tuple(_Scanner(raw_lines, indented_code).scan())


def column_of(raw: str) -> int:
    """Return how far the first mark of a line is from the margin; a tab reaches to the next multiple of four."""
    width = 0
    for letter in raw[:400]:
        if letter not in " \t":
            break
        width += 4 - width % 4 if letter == "\t" else 1
    return width


class _Scanner:
    """A walk over the lines, and what is open where it stands: a fence, a comment, a list, a quotation."""

    def __init__(self, raw_lines: Sequence[str], indented_code: bool) -> None:
        self.raw_lines = raw_lines
        self.indented_code = indented_code
        self.closers = _longest_fence_below(raw_lines)
        self.fence = ""
        self.in_comment = False
        self.in_list = False
        self.found: list[Line] = []

    def scan(self) -> list[Line]:
        begin = self._front_matter()
        for at in range(begin, len(self.raw_lines)):
            self._add(at, self.raw_lines[at])
        return self.found

    def _front_matter(self) -> int:
        if self.raw_lines[:1] != ("---",):
            return 0
        closing = next((at for at, raw in enumerate(self.raw_lines[1:60], 1) if raw.rstrip() == "---"), None)
        if closing is None:
            return 0
        for at, raw in enumerate(self.raw_lines[: closing + 1]):
            self.found.append(Line(at + 1, Kind.FRONT_MATTER, raw.strip(), raw))
        return closing + 1

    def _add(self, at: int, raw: str) -> None:
        line = self._hidden(at, raw) or self._shown(at, raw)
        self.found.append(line)
        if line.kind is Kind.ITEM:
            self.in_list = True
        elif line.kind is Kind.HEADING or (line.kind is Kind.TEXT and line.indent == 0):
            self.in_list = self.in_list and self._previous() is not Kind.BLANK and line.kind is Kind.TEXT

    def _previous(self) -> Kind:
        return self.found[-2].kind if len(self.found) > 1 else Kind.BLANK

    def _hidden(self, at: int, raw: str) -> Line | None:
        """Return a line of code."""
        text = raw.strip()
        if self.fence:
            if _closes(text, self.fence):
                self.fence = ""
            return Line(at + 1, Kind.CODE, text, raw, column_of(raw))
        if not self.in_comment and (opening := _FENCE.match(text)):
            if self.closers[opening[1][0]][at + 1] >= len(opening[1]):
                self.fence = opening[1]
            return Line(at + 1, Kind.CODE, text, raw, column_of(raw))
        return None

    def _shown(self, at: int, raw: str) -> Line:
        text, indent = self._without_comments(raw).strip(), column_of(raw)
        above = self.found[-1] if self.found else Line(0, Kind.BLANK, "", "")
        if not text:
            return Line(at + 1, Kind.COMMENT if raw.strip() else Kind.BLANK, "", raw)
        if text.startswith(">"):
            return Line(at + 1, Kind.QUOTE, text.lstrip("> \t"), raw, indent)
        if (level := _heading_level(text)) and indent < 4:
            return Line(at + 1, Kind.HEADING, _heading_text(text), raw, indent, level)
        if self._is_table_row(at, text, above):
            return Line(at + 1, Kind.TABLE, text, raw, indent)
        if len(text) < _LONGEST_SHORT_LINE and _RULE.fullmatch(text):
            return self._rule(at, text, raw, above)
        if self._is_indented_code(indent, above):
            return Line(at + 1, Kind.CODE, text, raw, indent)
        if (marker := _MARKER.match(text)) and not _begins_a_date(marker, text):
            return Line(at + 1, Kind.ITEM, text[marker.end() :], raw, indent)
        return self._text(at, text, raw, indent, above)

    def _without_comments(self, raw: str) -> str:
        kept, at = [], 0
        if self.in_comment:
            at = raw.find("-->") + 3
            if at < 3:
                return ""
            self.in_comment = False
        while (begin := raw.find("<!--", at)) >= 0:
            kept.append(raw[at:begin])
            end = raw.find("-->", begin)
            if end < 0:
                self.in_comment = not "".join(kept).strip()
                return "".join(kept) if self.in_comment else "".join(kept) + raw[begin:]
            at = end + 3
        return "".join(kept) + raw[at:]

    def _text(self, at: int, text: str, raw: str, indent: int, above: Line) -> Line:
        # A quotation goes on where its mark was forgotten, as it does in Markdown, but not over the next time.
        goes_on = above.kind is Kind.QUOTE and not _begins_a_row(text)
        return Line(at + 1, Kind.QUOTE if goes_on else Kind.TEXT, text, raw, indent)

    def _rule(self, at: int, text: str, raw: str, above: Line) -> Line:
        """Return a line of dashes, which makes a heading of a single line above it."""
        underlines = text[0] in "=-" and len(text) >= 2 and above.kind is Kind.TEXT and above.indent < 4
        if underlines and (len(self.found) < 2 or self.found[-2].kind not in (Kind.TEXT, Kind.ITEM)):
            self.found[-1] = above._replace(kind=Kind.HEADING, level=1 if text[0] == "=" else 2)
        elif text[0] == "=":
            return self._text(at, text, raw, column_of(raw), above)
        return Line(at + 1, Kind.RULE, text, raw)

    def _is_table_row(self, at: int, text: str, above: Line) -> bool:
        if text.startswith("|"):
            return True
        if "|" not in text:
            return False
        below = self.raw_lines[at + 1].strip() if at + 1 < len(self.raw_lines) else ""
        return above.kind is Kind.TABLE or is_delimiter_row(below)

    def _is_indented_code(self, indent: int, above: Line) -> bool:
        return (
            self.indented_code
            and indent >= 4
            and not self.in_list
            and (above.kind in (Kind.BLANK, Kind.RULE) or (above.kind is Kind.CODE and above.indent >= 4))
        )


def is_delimiter_row(text: str) -> bool:
    """Tell whether a line is the one of dashes and bars that stands below a table's head."""
    short = len(text) < _LONGEST_SHORT_LINE and "|" in text and "-" in text
    return short and _DELIMITER_ROW.fullmatch(text) is not None


def _longest_fence_below(raw_lines: Sequence[str]) -> dict[str, list[int]]:
    """Return for each kind of fence, at each line, the longest that could close one from there on.

    A fence that nothing closes is no fence: the rows below a stray one are not lost.
    """
    longest = {mark: [0] * (len(raw_lines) + 2) for mark in "`~"}
    for at in range(len(raw_lines) - 1, -1, -1):
        text = raw_lines[at].strip()
        for mark, lengths in longest.items():
            closes = len(text) if text and text == mark * len(text) else 0
            lengths[at] = max(lengths[at + 1], closes)
    return longest


def _closes(text: str, fence: str) -> bool:
    return len(text) >= len(fence) and text == fence[0] * len(text)


def _heading_level(text: str) -> int:
    marks = len(text[:7]) - len(text[:7].lstrip("#"))
    return marks if 0 < marks < 7 and text[marks : marks + 1] in (" ", "\t") else 0


def _heading_text(text: str) -> str:
    words = text.lstrip("#").strip()
    without_closing = words.rstrip("#")
    return without_closing.rstrip() if without_closing.endswith((" ", "\t")) else words


def _begins_a_row(text: str) -> bool:
    written = scan_time(text)
    return written is not None and not narrates(text[written.length :].lstrip())


def _begins_a_date(marker: re.Match[str], text: str) -> bool:
    """Tell the number of a list from a day: `19. April, 11:00`."""
    if not marker[0][0].isdigit():
        return False
    written = scan_time(text)
    return written is not None and written.date is not None
