"""The formats that a timeline can be read from, and whose a file is.

A file is recognised by what is in it. Two formats that claim one file are an error, and never settled by a guess.
"""

from collections.abc import Callable
from typing import NamedTuple

from reviewtui.errors import SeveralFormats, UnknownFormat, WrongUse
from reviewtui.importers import from_markdown, from_text
from reviewtui.importers.document import Asked, Document, document_of, document_of_text
from reviewtui.model.moments import zone_named
from reviewtui.model.reading import DateOrder, Reading


class Format(NamedTuple):
    """One kind of timeline."""

    name: str
    """What one writes for it, as after `--format`."""
    is_mine: Callable[[Document], bool]
    read: Callable[[Document, Asked], Reading]


FORMATS: tuple[Format, ...] = (
    Format("markdown", from_markdown.is_mine, from_markdown.read),
    Format("text", from_text.is_mine, from_text.read),
)
"""All formats."""


def read_file(
    name: str,
    data: bytes,
    *,
    zone: str | None = None,
    assumed_zone: str = "UTC",
    date_order: DateOrder | None = None,
    format_name: str | None = None,
) -> Reading:
    """Return the timelines in a file, and what was skipped and doubtful in it.

    Args:
        name: What the file is called; it tells nothing of its format.
        data: Its bytes.
        zone: The zone of times for which the file names none, and the answer where its own is in doubt.
        assumed_zone: The zone if neither is known: the review's.
        date_order: How `03/04/2026` is read; `None`: as is likelier, with a doubt that says so.
        format_name: Its format, if it is not to be told from what is in it.

    Raises:
        UnknownFormat: No format takes it for its own.
        SeveralFormats: More than one does.
        UnreadableFile: It is larger than any timeline.
        UnknownZone: One of the zones is none.
        WrongUse: No format has this name.
    """
    asked = _asked(zone, assumed_zone, date_order)
    document = document_of(name, data)
    if document is None:
        raise UnknownFormat(name)
    return format_of(document, format_name).read(document, asked)


def read_text(
    text: str,
    *,
    name: str = "pasted text",
    zone: str | None = None,
    assumed_zone: str = "UTC",
    date_order: DateOrder | None = None,
    format_name: str | None = None,
) -> Reading:
    """Return the timelines in a text that was pasted, as `read_file` does for a file, and with the same refusals."""
    document = document_of_text(name, text)
    return format_of(document, format_name).read(document, _asked(zone, assumed_zone, date_order))


def format_of(document: Document, format_name: str | None = None, formats: tuple[Format, ...] = FORMATS) -> Format:
    """Return the format of a document: the one that is named, or the only one that takes it for its own.

    Raises:
        UnknownFormat: None does.
        SeveralFormats: More than one does.
        WrongUse: No format has this name.
    """
    if format_name is not None:
        return _named(format_name, formats)
    claims = [one for one in formats if one.is_mine(document)]
    if not claims:
        raise UnknownFormat(document.name)
    if len(claims) > 1:
        raise SeveralFormats(document.name, tuple(one.name for one in claims))
    return claims[0]


def _named(name: str, formats: tuple[Format, ...]) -> Format:
    for one in formats:
        if one.name == name:
            return one
    raise WrongUse(f"no format is called “{name}”: there is {', '.join(one.name for one in formats)}")


def _asked(zone: str | None, assumed_zone: str, date_order: DateOrder | None) -> Asked:
    zone_named(zone or assumed_zone)
    zone_named(assumed_zone)
    return Asked(zone, assumed_zone, date_order)
