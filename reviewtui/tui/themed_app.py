"""What both windows share: the themes, and what becomes of them where the terminal shows no colours or only ASCII."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App
from textual.filter import LineFilter, Monochrome

from reviewtui.tui.themes import MEANINGS, THEMES

if TYPE_CHECKING:
    from reviewtui.settings import Preferences
    from reviewtui.terminal import Terminal


class ThemedApp(App[None]):
    """An app in one of the themes.

    Args:
        preferences: What is set for all reviews, if anything is.
        terminal: What the terminal can do; `None`: everything.
    """

    TITLE = "reviewtui"
    CSS_PATH = Path(__file__).with_name("reviewtui.tcss")

    def __init__(self, preferences: "Preferences | None", terminal: "Terminal | None") -> None:
        super().__init__()
        wanted = preferences.theme if preferences else None
        set_to_ascii = preferences.ascii if preferences else None
        self.in_ascii = (terminal is not None and not terminal.is_utf8) if set_to_ascii is None else set_to_ascii
        """Whether all is drawn in ASCII."""
        self.no_color = terminal is not None and not terminal.colours
        self._plainly = self._filters_for_the_terminal()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = wanted if wanted in self.available_themes else THEMES[0].name

    def _filters_for_the_terminal(self) -> tuple[LineFilter, ...]:
        if not (self.no_color or self.in_ascii):
            return ()
        from reviewtui.tui.plain import InAscii, WithoutColour, shades_of

        without_colour = (WithoutColour(lambda: shades_of(self.current_theme)),) if self.no_color else ()
        return (*without_colour, InAscii()) if self.in_ascii else without_colour

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what every line goes through; greys in place of colours are colours as well, to a terminal."""
        found = super().get_line_filters()
        return [*(one for one in found if not isinstance(one, Monochrome)), *self._plainly]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return what the styles may name, for themes that do not know of it."""
        return MEANINGS

    def action_next_theme(self) -> None:
        """Go to the next theme."""
        names = [theme.name for theme in THEMES]
        place = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(place + 1) % len(names)]
