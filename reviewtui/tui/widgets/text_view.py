"""A long text, drawn line by line."""

from collections.abc import Callable

from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

from reviewtui.tui.present.long_page import TextLine, line_at, spot_at
from reviewtui.tui.present.words import counted
from reviewtui.tui.widgets.strips import strip_of


class TextView(Widget):
    """Lines of content that can be scrolled."""

    def __init__(self) -> None:
        super().__init__()
        self._wrap: Callable[[int], list[TextLine]] = lambda _: []
        self._width = 0
        self._lines: list[TextLine] = []
        self._top = 0
        self._waiting: list[Callable[[], None]] = []

    def show(self, wrap: Callable[[int], list[TextLine]]) -> None:
        """Draw a text, which stays where the one before was scrolled to.

        Args:
            wrap: Gives its lines at a width in cells.
        """
        self._wrap = wrap
        self._width = 0
        self._fit()

    def _fit(self) -> None:
        width = max(self.size.width - 2, 1)
        if width != self._width and self.size.width:
            self._width = width
            spot = spot_at(self._lines, self._top)
            self._lines = self._wrap(width)
            self._go(line_at(self._lines, spot))
            self.refresh()
            while self._waiting:
                self._waiting.pop(0)()

    def on_resize(self) -> None:
        """Wrap anew."""
        self._fit()

    def _once_wrapped(self, move: Callable[[], None]) -> None:
        """Move now, or if the text has not been given its room yet as soon as it has: keys can be faster."""
        if self._width:
            move()
        else:
            self._waiting.append(move)

    def scroll_lines(self, by: int) -> None:
        """Scroll by so many lines."""
        self._once_wrapped(lambda: self._go(self._top + by))

    def scroll_page(self, by: int) -> None:
        """Scroll by so many pages."""
        self._once_wrapped(lambda: self._go(self._top + by * max(1, self._height - 2)))

    def scroll_side(self, side: int) -> None:
        """Go to the beginning (-1) or the end (1)."""
        self._once_wrapped(lambda: self._go(0 if side < 0 else len(self._lines)))

    def scroll_section(self, by: int) -> None:
        """Go to the beginning of the next section (1) or the one before (-1)."""
        self._once_wrapped(lambda: self._go_to_section(by))

    def _go_to_section(self, by: int) -> None:
        places = [place for place, line in enumerate(self._lines) if line.begins]
        after = [place for place in places if (place > self._top if by > 0 else place < self._top)]
        if after:
            self._go(after[0] if by > 0 else after[-1])

    @property
    def spot(self) -> str:
        """Where the first line in sight is, by the sections of the text; at the end of it the end."""
        at_the_end = self._top and self._top + self._height >= len(self._lines)
        return spot_at(self._lines, len(self._lines) if at_the_end else self._top)

    def scroll_to_spot(self, spot: str) -> None:
        """Go to where `spot` was said to be."""
        self._once_wrapped(lambda: self._go(line_at(self._lines, spot)))

    def on_mouse_scroll_down(self) -> None:
        """Scroll down."""
        self.scroll_lines(3)

    def on_mouse_scroll_up(self) -> None:
        """Scroll up."""
        self.scroll_lines(-3)

    @property
    def _height(self) -> int:
        """The lines in sight: where there are more, the last one says how many are below."""
        height = self.size.height
        return height if len(self._lines) <= height else max(height - 1, 1)

    def _go(self, top: int) -> None:
        top = min(max(top, 0), max(0, len(self._lines) - self._height))
        if top != self._top:
            self._top = top
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line, and below the last one how many there are."""
        number, width, style = self._top + y, self.size.width, self.visual_style
        if y < self._height and number < len(self._lines):
            return strip_of(self, Content(" ") + self._lines[number].content, width, style)
        below = len(self._lines) - self._top - self._height
        if y == self._height and below > 0:
            hint = Content.styled(f"↓ {counted(below, 'more line')}", "$dim")
            return strip_of(self, hint.pad_left(max(width - hint.cell_length - 1, 0)), width, style)
        return Strip.blank(width, style.rich_style)
