"""Texts as content: what people said shown as text, never as markup or control bytes."""

from datetime import date

from textual.content import Content

from reviewtui.plaintext import displayable, displayable_line

CURSOR = "›"
"""Stands before what one is at, in every list: a shade alone is lost in a compressed picture, and without colour."""
LABEL_WIDTH = 11
"""Cells of the column in which labels stand."""


def said(text: str, style: str = "") -> Content:
    """Return text of any shape as content: shown as it is, over as many lines as it has."""
    return _styled(displayable(text), style)


def said_line(text: str, style: str = "", *, cells: int | None = None) -> Content:
    """Return text of any shape as content of one line, cut with an ellipsis at `cells`."""
    # A cell holds any number of marks that take up no room; nobody reads more than a few, and terminals choke on them.
    shown = displayable_line(text if cells is None else text[: 4 * cells + 4])
    content = _styled(shown, style)
    return content if cells is None else content.truncate(max(cells, 0), ellipsis=True)


def shortened(text: str, most: int) -> str:
    """Return a text of any length as one of at most so many characters; one that is cut ends with an ellipsis."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _styled(shown: str, style: str) -> Content:
    return (
        Content.styled(shown, style, strip_control_codes=False) if style else Content(shown, strip_control_codes=False)
    )


def said_lines(text: str, width: int, most: int, style: str = "") -> list[Content]:
    """Return text of any shape wrapped to `width` cells: at most so many lines, with an ellipsis where more follows."""
    begun = text[: 4 * width * most + 4]
    lines = said(begun, style).wrap(width)
    if len(lines) > most or len(begun) < len(text):
        lines = lines[:most]
        lines[-1] = row(lines[-1].truncate(width - 1), ("…", style) if style else "…")
    return lines


def row(*parts: Content | str | tuple[str, str]) -> Content:
    """Return parts side by side. A plain text among them is one of the program's own words."""
    return Content.assemble(*parts, strip_control_codes=False)


def stacked(lines: list[Content]) -> Content:
    """Return lines one below the other."""
    return Content("\n").join(lines)


def hanging(head: Content, text: Content, width: int) -> list[Content]:
    """Return `text` wrapped beside `head`, which stands on its first line; all is `width` cells wide.

    Args:
        head: What stands before it, as wide as the text is to be indented.
        text: The text.
        width: The cells there are, for both.
    """
    indent = head.cell_length
    lines = text.wrap(max(width - indent, 4)) or [Content("")]
    below = Content(" " * indent)
    return [row(head if number == 0 else below, line) for number, line in enumerate(lines)]


def packed(parts: list[str], width: int) -> list[Content]:
    """Return short texts one behind the other, none of them broken where it fits into a line of `width` cells."""
    lines: list[str] = []
    for part in parts:
        if lines and said_line(f"{lines[-1]} · {part}").cell_length <= width:
            lines[-1] += f" · {part}"
        else:
            lines.append(part)
    return [shown for line in lines for shown in said(line).wrap(width)]


def day_words(day: date) -> str:
    """Return a day as it stands above its events: `Thu 12 Nov 2026`."""
    return f"{day:%a} {day.day} {day:%b %Y}"


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: `1 event`, `2 events`."""
    return f"{number} {one if number == 1 else many or one + 's'}"
