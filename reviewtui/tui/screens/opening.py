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
        self.at = 0

    def step(self, by: int) -> None:
        """Go on by so many parts."""
        self.at = min(max(self.at + by, 0), max(len(self._opening.parts) - 1, 0))
        self.refresh()

    def on_mouse_scroll_down(self) -> None:
        """Go on by one."""
        self.step(1)

    def on_mouse_scroll_up(self) -> None:
        """Go back by one."""
        self.step(-1)

    def render(self) -> Content:
        """Draw it."""
        width, height = self.content_size
        return stacked(opening_page(self._opening, self.at, max(width, 20), max(height, 5)))


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
        self._trouble = phrasebook.troubles.get(OPENING_FILE, "")

    def compose(self) -> ComposeResult:
        """Make the page."""
        yield OpeningPage(self._opening)
        yield FootLine(Where.OPENING)

    def on_mount(self) -> None:
        """Say it where an organisation's own can't be read."""
        if self._trouble:
            self.query_one(FootLine).say(self._trouble)

    @property
    def _page(self) -> OpeningPage:
        return self.query_one(OpeningPage)

    @property
    def place(self) -> Place:
        """Which part is being read."""
        return reading_aloud(self._page.at)

    def action_step(self, by: int) -> None:
        """Go on by so many parts."""
        self._page.step(by)

    def action_end(self, side: int) -> None:
        """Go to the first part (-1) or the last one (1)."""
        self._page.step(side * len(self._opening.parts))

    def action_copy(self) -> None:
        """Copy it to the clipboard."""
        self.app.copy_to_clipboard(displayable(opening_text(self._opening)))
        self.query_one(FootLine).say("purpose and ground rules are on the clipboard")

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss(None)
