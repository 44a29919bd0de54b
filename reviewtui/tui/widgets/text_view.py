"""A long text, drawn line by line."""

from collections.abc import Callable

from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

from reviewtui.tui.widgets.strips import strip_of


class TextView(Widget):
    """Lines of content that can be scrolled.

    Args:
        wrap: Gives the lines of the text at a width in cells.
    """

    def __init__(self, wrap: Callable[[str, int], list[Content]]) -> None:
        super().__init__()
        self._wrap = wrap
        self._text = ""
        self._width = 0
        self._lines: list[Content] = []
        self._top = 0

    def show(self, text: str) -> None:
        """Draw a text; one that is the same stays where it was scrolled to."""
        if text != self._text:
            self._text = text
            self._width = 0
            self._fit()

    def _fit(self) -> None:
        width = max(self.size.width - 2, 1)
        if width != self._width and self.size.width:
            self._width = width
            self._lines = self._wrap(self._text, width)
            self._go(self._top)
            self.refresh()

    def on_resize(self) -> None:
        """Wrap anew."""
        self._fit()

    def scroll_lines(self, by: int) -> None:
        """Scroll by so many lines."""
        self._go(self._top + by)

    def scroll_page(self, by: int) -> None:
        """Scroll by so many pages."""
        self._go(self._top + by * max(1, self.size.height - 2))

    def scroll_side(self, side: int) -> None:
        """Go to the beginning (-1) or the end (1)."""
        self._go(0 if side < 0 else len(self._lines))

    def scroll_to_line(self, by: int, fits: Callable[[str], bool]) -> None:
        """Go to the next line (1) or the one before (-1) that `fits`."""
        places = [place for place, line in enumerate(self._lines) if fits(line.plain)]
        after = [place for place in places if (place > self._top if by > 0 else place < self._top)]
        if after:
            self._go(after[0] if by > 0 else after[-1])

    def on_mouse_scroll_down(self) -> None:
        """Scroll down."""
        self.scroll_lines(3)

    def on_mouse_scroll_up(self) -> None:
        """Scroll up."""
        self.scroll_lines(-3)

    def _go(self, top: int) -> None:
        top = min(max(top, 0), max(0, len(self._lines) - self.size.height))
        if top != self._top:
            self._top = top
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line, and on the last one how many are below."""
        number, width, style = self._top + y, self.size.width, self.visual_style
        if number >= len(self._lines):
            return Strip.blank(width, style.rich_style)
        strip = strip_of(self, Content(" ") + self._lines[number], width, style)
        below = len(self._lines) - self._top - self.size.height
        if y == self.size.height - 1 and below > 0:
            hint = f" ↓ {below} {'line' if below == 1 else 'lines'} "
            return Strip.join(
                [
                    strip.crop(0, max(0, width - len(hint))),
                    strip_of(self, Content.styled(hint, "$dim"), len(hint), style),
                ]
            )
        return strip
