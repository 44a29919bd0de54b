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

    def show(self, draw: Callable[[int], Content]) -> None:
        """Draw something else.

        Args:
            draw: Gives the content for a width in cells.
        """
        self._draw = draw
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """Return the lines that it takes at this width."""
        return self._draw(max(width, 1)).plain.count("\n") + 1

    def render(self) -> Content:
        """Draw it."""
        return self._draw(max(self.content_size.width, 1))
