"""The room's window: it follows the facilitator's by what is on disk, and shows only what the room may see."""

import gc
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.screen import Screen

from reviewtui.analysis.room import seen_by_the_room
from reviewtui.errors import UnreadableFile
from reviewtui.model.review import Review
from reviewtui.session import Follower
from reviewtui.settings import Preferences
from reviewtui.terminal import Terminal
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.phrasebook import Phrasebook
from reviewtui.tui.screens.room import RoomScreen
from reviewtui.tui.signals import resume_only_what_was_suspended
from reviewtui.tui.themed_app import ThemedApp

LOOK_EVERY = 0.05
"""Seconds from one look at the files to the next."""


class RoomApp(ThemedApp):
    """The room's window of one review; read-only.

    Args:
        path: The review's file.
        preferences: What is set for all reviews.
        own_folder: Where an organisation's own ground rules are.
        terminal: What the terminal can do; `None`: everything.
    """

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.ROOM_WINDOW)

    def __init__(
        self,
        path: Path,
        preferences: Preferences,
        own_folder: Path | None = None,
        terminal: Terminal | None = None,
    ) -> None:
        super().__init__(preferences, terminal)
        self._phrasebook = Phrasebook(own_folder)
        self._follower = Follower(path)
        self._seen: tuple[Review, Review] | None = None
        self._is_reading = False

    def get_default_screen(self) -> Screen[None]:
        """Return the room's view."""
        return RoomScreen(self._phrasebook)

    def on_mount(self) -> None:
        """Begin to follow."""
        if not self.is_headless:
            resume_only_what_was_suspended()
        self.set_interval(LOOK_EVERY, self._look)
        self._look()

    def _look(self) -> None:
        # To read a large review takes longer than it is to the next look: two at once would take longer yet.
        if not self._is_reading and self._follower.has_news:
            self._is_reading = True
            self.follow()

    @work(thread=True, exclusive=True, exit_on_error=False, group="follow")
    def follow(self) -> None:
        """Read what is on disk, and show what of it the room may see."""
        # As long as a review is read nothing of it becomes garbage, and there may be a lot of it.
        gc.disable()
        try:
            self._follow()
        finally:
            self._is_reading = False
            gc.freeze()
            gc.enable()

    def _follow(self) -> None:
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
