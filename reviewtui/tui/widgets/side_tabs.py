"""The sides of a stage that has room for one of them at a time."""

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from reviewtui.tui.present.words import row


class SideTabs(Widget):
    """A line with the names of the sides, the one that is shown in bold; posts `Wanted` for one that is clicked."""

    class Wanted(Message):
        """Another side is to be shown.

        Args:
            side: Which.
        """

        def __init__(self, side: str) -> None:
            super().__init__()
            self.side = side

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id)
        self._sides: tuple[tuple[str, Content], ...] = ()
        self._at = ""

    def show(self, sides: tuple[tuple[str, Content], ...], at: str) -> None:
        """Draw the sides.

        Args:
            sides: Each with its name.
            at: The side that is shown.
        """
        self._sides, self._at = sides, at
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """Return one line."""
        return 1

    def render(self) -> Content:
        """Draw the line."""
        return row(*self._tabs())

    def _tabs(self) -> list[Content]:
        return [row(" ", name.stylize("bold" if side == self._at else "$dim"), "   ") for side, name in self._sides]

    def on_click(self, event: events.Click) -> None:
        """Ask for the side that was clicked."""
        end = 0
        for (side, _), tab in zip(self._sides, self._tabs(), strict=True):
            begin, end = end, end + tab.cell_length
            if begin <= event.x < end:
                self.post_message(self.Wanted(side))
