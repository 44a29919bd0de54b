"""The room's window: it follows the facilitator's by what is on disk, and shows only what the room may see."""

from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen

from reviewtui.analysis.room import seen_by_the_room
from reviewtui.errors import UnreadableFile
from reviewtui.model.review import Review
from reviewtui.session import Follower
from reviewtui.settings import Preferences
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.phrasebook import Phrasebook
from reviewtui.tui.screens.room import RoomScreen
from reviewtui.tui.signals import resume_only_what_was_suspended
from reviewtui.tui.themes import MEANINGS, THEMES

LOOK_EVERY = 0.05
"""Seconds from one look at the files to the next."""


class RoomApp(App[None]):
    """The room's window of one review; read-only.

    Args:
        path: The review's file.
        preferences: What is set for all reviews.
        own_folder: Where an organisation's own ground rules are.
    """

    TITLE = "reviewtui"
    CSS_PATH = Path(__file__).with_name("reviewtui.tcss")
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.ROOM_WINDOW)

    def __init__(self, path: Path, preferences: Preferences, own_folder: Path | None = None) -> None:
        super().__init__()
        self._phrasebook = Phrasebook(own_folder)
        self._follower = Follower(path)
        self._seen: tuple[Review, Review] | None = None
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = preferences.theme if preferences.theme in self.available_themes else THEMES[0].name

    def get_default_screen(self) -> Screen[None]:
        """Return the room's view."""
        return RoomScreen(self._phrasebook)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return what the styles may name, for themes that do not know of it."""
        return MEANINGS

    def on_mount(self) -> None:
        """Begin to follow."""
        if not self.is_headless:
            resume_only_what_was_suspended()
        self.set_interval(LOOK_EVERY, self._look)
        self._look()

    def _look(self) -> None:
        if self._follower.has_news:
            self.follow()

    @work(thread=True, exclusive=True, exit_on_error=False, group="follow")
    def follow(self) -> None:
        """Read what is on disk, and show what of it the room may see."""
        try:
            review, place = self._follower.read()
        except UnreadableFile as error:
            self.call_from_thread(self._room.show_trouble, f"The review can't be read now: {error.why}")
            return
        if self._seen is None or self._seen[0] is not review:
            self._seen = (review, seen_by_the_room(review))
        self.call_from_thread(self._room.show, self._seen[1], place)

    @property
    def _room(self) -> RoomScreen:
        screen = self.screen_stack[0]
        if not isinstance(screen, RoomScreen):
            raise TypeError(screen)
        return screen

    def action_next_theme(self) -> None:
        """Go to the next theme."""
        names = [theme.name for theme in THEMES]
        place = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(place + 1) % len(names)]
