"""Drawing content line by line."""

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget


def strip_of(widget: Widget, content: Content, width: int, style: Style) -> Strip:
    """Return one line of content as a strip of exactly `width` cells.

    Args:
        widget: The widget it is drawn in; its theme gives meaning to the styles in the content.
        content: The content, without line breaks.
        width: Cells.
        style: The style of what is not styled otherwise.
    """
    parts = content.render(style, end="", parse_style=widget.app.stylesheet.parse_style)
    segments = [Segment(text, (style + part).rich_style) for text, part in parts]
    return Strip(segments, content.cell_length).adjust_cell_length(width, style.rich_style)
