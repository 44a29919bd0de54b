"""Content that is made for the room it gets."""

from collections.abc import Callable

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget


class Drawn(Widget):
    """Draws what a function gives for its width: whoever shows something need not know how wide that will be."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id, classes=classes)
        self._draw: Callable[[int], Content] = lambda _: Content("")
        self._drawn: tuple[int, Content] | None = None

    def show(self, draw: Callable[[int], Content]) -> None:
        """Draw something else.

        Args:
            draw: Gives the content for a width in cells.
        """
        self._draw, self._drawn = draw, None
        self.refresh(layout=self._needs_another_size())

    def _needs_another_size(self) -> bool:
        """Tell whether anything else has to move for it: to lay all out anew costs more than to draw."""
        width, height = self.styles.width, self.styles.height
        if width is None or width.is_auto or height is None or not self.size:
            return True
        return height.is_auto and self._lines(self.content_size.width) != self.content_size.height

    def _lines(self, width: int) -> int:
        return self._at(width).plain.count("\n") + 1

    def _at(self, width: int) -> Content:
        """Return what is drawn for a width, made once."""
        width = max(width, 1)
        if self._drawn is None or self._drawn[0] != width:
            self._drawn = (width, self._draw(width))
        return self._drawn[1]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """Return the lines that it takes at this width."""
        return self._lines(width)

    def render(self) -> Content:
        """Draw it."""
        return self._at(self.content_size.width)
