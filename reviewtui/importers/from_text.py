"""Plain text: notes, a mail, what was pasted from a document or a chat."""

import re

from reviewtui.importers import from_markdown
from reviewtui.importers.document import Asked, Document
from reviewtui.importers.inline import InlineReader, read_plain
from reviewtui.importers.timeline import Dialect, read_timeline
from reviewtui.model.reading import Reading


def _reader(lines: object) -> InlineReader:
    del lines
    return read_plain


_DIALECT = Dialect("text", indented_code=False, reader=_reader)
_DATA = re.compile(r"\s*(?:\{|\[\s*[\[{\"\]]|null\s*$|<\?xml|<!doctype|<html|WEBVTT)", re.IGNORECASE)


def is_mine(document: Document) -> bool:
    """Tell a text that is written for people, and not in Markdown: what is JSON, XML or a transcript is not."""
    text = document.text
    return bool(text.strip()) and not _DATA.match(text) and not from_markdown.is_mine(document)


def read(document: Document, asked: Asked) -> Reading:
    """Return the timelines in a plain text. Takes any text; never raises.

    Args:
        document: The text.
        asked: What was said beforehand of its zone and dates.
    """
    return read_timeline(document, asked, _DIALECT)
