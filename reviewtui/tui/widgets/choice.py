"""Words to choose from, all of them in sight."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.widget import Widget

from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.present.words import row, said_line


class Choice(Widget, can_focus=True):
    """One or several of some words. Left and right move; where several can be chosen, space chooses.

    Args:
        options: What each word stands for, and how it is shown.
        value: What is chosen.
        several: Whether more than one can be, or none.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.CHOICE)

    class Changed(Message):
        """Something else is chosen."""

    def __init__(
        self,
        options: tuple[tuple[str, str], ...],
        value: tuple[str, ...],
        *,
        several: bool,
        id: str | None = None,  # noqa: A002 - Textual's own word
    ) -> None:
        super().__init__(id=id)
        self._options = options
        self._several = several
        self.value = value
        names = [name for name, _ in options]
        self._at = names.index(value[0]) if value and value[0] in names else 0

    def choose(self, name: str) -> None:
        """Have one word chosen, and stand at it; nobody is told."""
        names = [one for one, _ in self._options]
        self.value, self._at = (name,), names.index(name) if name in names else self._at
        self.refresh()

    def action_step(self, by: int) -> None:
        """Move by so many words, and if only one can be chosen choose it."""
        self._at = (self._at + by) % max(1, len(self._options))
        if not self._several and self._options:
            self._choose((self._options[self._at][0],))
        self.refresh(layout=True)
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """Scroll the form to the word that one is at, where the words are more than it shows."""
        form = next((one for one in self.ancestors if isinstance(one, VerticalScroll)), None)
        if form is not None and self._options:
            line = self._places(self.size.width)[self._at][2]
            top = self.region.y - form.region.y + round(form.scroll_y) + line
            form.scroll_to_region(Region(0, top, 1, 1), animate=False, immediate=True)

    def action_tick(self) -> None:
        """Choose the word that one is at, or not any more."""
        if not self._options:
            return
        name = self._options[self._at][0]
        if not self._several:
            self.action_step(1)
        elif name in self.value:
            self._choose(tuple(one for one in self.value if one != name))
        else:
            self._choose(tuple(one for one, _ in self._options if one in self.value or one == name))

    def on_click(self, event: events.Click) -> None:
        """Choose the word that was clicked."""
        for place, (begin, end, line) in enumerate(self._places(self.size.width)):
            if line == event.y and begin <= event.x < end:
                self._at = place
                if self._several:
                    self.action_tick()
                else:
                    self.action_step(0)

    def _choose(self, value: tuple[str, ...]) -> None:
        if value != self.value:
            self.value = value
            self.post_message(self.Changed())
        self.refresh()

    def _places(self, width: int) -> list[tuple[int, int, int]]:
        """Return where each word begins and ends, and on which line."""
        places: list[tuple[int, int, int]] = []
        x, y = 0, 0
        for name, shown in self._options:
            length = said_line(shown or name).cell_length + 4
            if x and x + length > width:
                x, y = 0, y + 1
            places.append((x, x + length, y))
            x += length
        return places

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """Return the lines that all words take."""
        return 1 + max((line for _, _, line in self._places(width)), default=0)

    def render(self) -> Content:
        """Draw the words."""
        if not self._options:
            return Content.styled("none yet", "$dim")
        parts: list[Content | str] = []
        line = 0
        for place, ((name, shown), (_, _, y)) in enumerate(
            zip(self._options, self._places(self.size.width), strict=True)
        ):
            if y > line:
                parts.append("\n")
                line = y
            parts.append(self._word(name, shown, is_at=self.has_focus and place == self._at))
        return row(*parts)

    def _word(self, name: str, shown: str, *, is_at: bool) -> Content:
        chosen = name in self.value
        sign = ("■" if chosen else "□") if self._several else ("●" if chosen else "○")
        style = "bold" if chosen else "$dim"
        return row((f"{sign} ", style), said_line(shown or name, f"{style} reverse" if is_at else style), "  ")
