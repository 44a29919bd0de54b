"""Markdown: published post-mortems, pages of a wiki."""

import re

from reviewtui.importers.document import Asked, Document
from reviewtui.importers.inline import markdown_reader
from reviewtui.importers.markdown_lines import is_delimiter_row
from reviewtui.importers.timeline import Dialect, read_timeline
from reviewtui.model.reading import Reading

_DIALECT = Dialect("markdown", indented_code=True, reader=markdown_reader)
_MARK = re.compile(
    r"\s{0,3}(?:#{1,6}[ \t]+\S|`{3}|~{3}|={3,}\s{0,9}$|-{3,}\s{0,9}$|\|)|.{0,500}?(?:\*\*\S|\]\(|`[^`]{1,80}`)"
)
_ENOUGH = 2000


def is_mine(document: Document) -> bool:
    """Tell a text that is written in Markdown: it has headings, tables, bold, links or code. Bullets alone are none."""
    return any(_MARK.match(line) or is_delimiter_row(line.strip()) for line in document.lines[:_ENOUGH])


def read(document: Document, asked: Asked) -> Reading:
    """Return the timelines in a Markdown document. Takes any text; never raises.

    Args:
        document: The text.
        asked: What was said beforehand of its zone and dates.
    """
    return read_timeline(document, asked, _DIALECT)
