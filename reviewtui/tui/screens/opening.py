"""What the meeting is for and its ground rules, over the whole window, to read aloud."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from reviewtui.analysis.opening import Opening, opening_text
from reviewtui.model.place import Place, reading_aloud
from reviewtui.plaintext import displayable
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.phrasebook import OPENING_FILE, Phrasebook
from reviewtui.tui.present.opening import opening_page
from reviewtui.tui.present.words import stacked
from reviewtui.tui.widgets.foot_line import FootLine


class OpeningPage(Widget):
    """Draws the opening, with one part of it at hand.

    Args:
        opening: What is read aloud.
    """

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self._opening = opening
        self._at = 0

    def stand_at(self, at: int) -> None:
        """Have another part at hand."""
        self._at = at
        self.refresh()

    def render(self) -> Content:
        """Draw it."""
        width, height = self.content_size
        return stacked(opening_page(self._opening, self._at, max(width, 20), max(height, 5)))


class OpeningScreen(Screen[None]):
    """Purpose and ground rules: nothing in them is private, and the room's window follows.

    Args:
        phrasebook: Where they are.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.OPENING)
    where = Where.OPENING

    def __init__(self, phrasebook: Phrasebook) -> None:
        super().__init__()
        self._opening = phrasebook.opening
        self._at = 0
        self._trouble = phrasebook.trouble_with(OPENING_FILE)

    def compose(self) -> ComposeResult:
        """Make the page."""
        yield OpeningPage(self._opening)
        yield FootLine(Where.OPENING)

    def on_mount(self) -> None:
        """Say it where an organisation's own can't be read."""
        if self._trouble:
            self.query_one(FootLine).say(self._trouble)

    @property
    def place(self) -> Place:
        """Which part is being read."""
        return reading_aloud(self._at)

    def action_step(self, by: int) -> None:
        """Go on by so many parts."""
        self._at = min(max(self._at + by, 0), max(len(self._opening.parts) - 1, 0))
        self.query_one(OpeningPage).stand_at(self._at)

    def action_end(self, side: int) -> None:
        """Go to the first part (-1) or the last one (1)."""
        self.action_step(side * len(self._opening.parts))

    def on_mouse_scroll_down(self) -> None:
        """Go on by one."""
        self.action_step(1)

    def on_mouse_scroll_up(self) -> None:
        """Go back by one."""
        self.action_step(-1)

    def action_copy(self) -> None:
        """Copy it to the clipboard."""
        self.app.copy_to_clipboard(displayable(opening_text(self._opening)))
        self.query_one(FootLine).say("purpose and ground rules are on the clipboard")

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss(None)
