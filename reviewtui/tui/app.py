"""The app: it holds the session, makes the changes that are asked for, and shows what comes of them."""

import asyncio
import gc
import signal
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.command import CommandPalette
from textual.keys import key_to_character
from textual.screen import Screen
from textual.widgets import Input, TextArea

from reviewtui.errors import NotSaved, ReviewtuiError, UnreadableFile
from reviewtui.identity import new_id
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.keyboard import with_this_keyboard
from reviewtui.tui.messages import SavingChanged
from reviewtui.tui.safety import Safety, is_damaged
from reviewtui.tui.screens.library import LibraryScreen
from reviewtui.tui.signals import resume_only_what_was_suspended
from reviewtui.tui.themed_app import ThemedApp
from reviewtui.tui.widgets.foot_line import FootLine

if TYPE_CHECKING:
    from textual.command import Provider
    from textual.driver import Driver

    from reviewtui.edits.naming import Change
    from reviewtui.model.place import Place
    from reviewtui.model.review import Review
    from reviewtui.session import PlaceTeller, Session
    from reviewtui.settings import Preferences
    from reviewtui.terminal import Terminal
    from reviewtui.tui.phrasebook import Phrasebook
    from reviewtui.tui.screens.review import ReviewScreen

CATCH_UP_SECONDS = 0.5
"""How long a field may keep the next key waiting; one that is being closed never answers."""


def _palette() -> "type[Provider]":
    from reviewtui.tui.palette import CommandsInReach

    return CommandsInReach


def _now() -> datetime:
    return datetime.now(UTC)


def _collect_from_now_on() -> None:
    """Switch the collection of garbage on, and leave out what there is by now: it stays until the end."""
    gc.freeze()
    gc.enable()


def _none_set() -> "Preferences":
    from reviewtui.settings import NO_PREFERENCES

    return NO_PREFERENCES


class ReviewApp(ThemedApp):
    """The whole interface.

    Args:
        folder: Where reviews are kept.
        opening: The file of the review to begin with; `None`: the library.
        preferences: What is set for all reviews.
        clock: Gives the time, in UTC.
        make_id: Gives an id for a new record.
        own_folder: Where an organisation's own questions and hints are.
        terminal: What the terminal can do; `None`: everything.
    """

    COMMANDS = {_palette}  # noqa: RUF012 - Textual's own way
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.EVERYWHERE)
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        folder: Path,
        opening: Path | None = None,
        preferences: "Preferences | None" = None,
        *,
        clock: Callable[[], datetime] = _now,
        make_id: Callable[[], str] = new_id,
        own_folder: Path | None = None,
        terminal: "Terminal | None" = None,
    ) -> None:
        super().__init__(preferences, terminal)
        self.session: Session | None = None
        self.failure: ReviewtuiError | None = None
        """What could not be saved on leaving, if that was left all the same."""
        self._folder = folder
        self._opening = opening
        self._preferences = preferences or _none_set()
        self._clock = clock
        self._make_id = make_id
        self._warned = False
        self._told: tuple[FootLine, ...] = ()
        """The lines that tell something, as far as that is not over by itself."""
        self._safety = Safety(self, self._keep, self._show)
        self.drafts: dict[str, str] = {}
        self._own_folder = own_folder
        self._place: Place | None = None
        self._places: PlaceTeller | None = None

    # --- beginning and ending ----------------------------------------------------------------------------------------

    def get_default_screen(self) -> Screen[None]:
        """Return the library."""
        return LibraryScreen(self._folder, self._preferences, self.open)

    async def on_mount(self) -> None:
        """Set the keys, and open the review to begin with."""
        self.set_keymap(dict(self._preferences.keys))
        self.call_after_refresh(_collect_from_now_on)
        self._heed_signals()
        if self._opening is not None:
            await self.open(self._opening)

    def _heed_signals(self) -> None:
        """Leave as if it had been asked for when the system asks, or when the terminal is closed."""
        if not self.is_headless:
            resume_only_what_was_suspended()
            loop = asyncio.get_running_loop()
            for number in (signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(number, self.leave)

    def leave(self) -> None:
        """Save what is not saved, and end; if it can't be saved, end all the same."""
        self._keep()
        if self.session is not None:
            try:
                self.session.close()
            except NotSaved as error:
                self.failure = error
                self.session.abandon()
        if self._places is not None:
            self._places.close()
        self.exit()

    async def action_quit(self) -> None:
        """Keep and quit. What can't be saved holds one back once, and says why."""
        self._keep()
        if self.session is not None and not self._warned:
            try:
                self.session.save()
            except NotSaved as error:
                self._warned = True
                self.say(f"{error}; f6 saves elsewhere, ctrl+q again leaves without the last changes")
                return
        self.leave()

    def get_driver_class(self) -> "type[Driver]":
        """Return what reads the keys of the terminal."""
        return with_this_keyboard(super().get_driver_class())

    async def on_event(self, event: events.Event) -> None:
        """Let the field that is typed into have the last key before the next one is looked at.

        A field takes its keys from a queue of its own. Without this a `tab` right behind a letter would open the
        next role's editor before the letter has reached the one it was typed into. And a key that moves or deletes
        would go through all that the field stands in before it does so, behind letters that were typed after it.
        """
        # Behind the key that quits there may be more, and no screen any more.
        field = self.focused if self.screen_stack else None
        if isinstance(event, events.Key) and not event.is_forwarded and isinstance(field, Input | TextArea):
            await _catch_up(field)
            if _moves_or_deletes(field, event) and await self._does_at_once(event.key):
                return
        await super().on_event(event)

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:
        """Do what a key does, and return whether it does anything: one that types a letter is the field's at once.

        Textual asks that of the keys that commands came with, one by one, and not of those that they are mapped to.
        """
        if priority and self.focused is not None and self.focused.check_consume_key(key, key_to_character(key)):
            return False
        return await super()._check_bindings(key, priority)

    async def _does_at_once(self, key: str) -> bool:
        """Do what a key does where one is, and return whether it does anything."""
        return await self._check_bindings(key, priority=True) or await self._check_bindings(key)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Take nothing into an editor whose words could not be kept."""
        if isinstance(event.widget, TextArea) and self.session is not None:
            event.widget.read_only = bool(self.session.read_only)
            if event.widget.read_only:
                self.say(f"read-only: {self.session.read_only}")

    # --- opening -----------------------------------------------------------------------------------------------------

    async def open(self, path: Path) -> None:
        """Open the review at `path`; one that can't be is told, and nothing else changes."""
        # As long as a review is read nothing of it becomes garbage, and there may be a lot of it.
        gc.disable()
        try:
            await self._open(path)
        finally:
            self.call_after_refresh(_collect_from_now_on)

    async def _open(self, path: Path) -> None:
        from reviewtui.session import open_session
        from reviewtui.tui.screens.review import ReviewScreen

        try:
            session = open_session(path)
        except ReviewtuiError as error:
            await self._refuse(path, error)
            return
        self.session, self.drafts = session, {}
        session.listen(self._tell_of_saving)
        banner, read_only = self._safety.banner(session), bool(session.read_only)
        await self.push_screen(ReviewScreen(self, session.review, banner, read_only=read_only))

    async def _refuse(self, path: Path, error: ReviewtuiError) -> None:
        from reviewtui.settings import zone_of_new_reviews

        if isinstance(error, UnreadableFile) and is_damaged(path, error):
            await self._safety.offer_copies(path, error, zone_of_new_reviews(self._preferences))
        else:
            self.say(str(error))

    def _tell_of_saving(self) -> None:
        """Have what is on disk drawn; called from whichever thread saves."""
        self.post_message(SavingChanged())

    async def action_library(self) -> None:
        """Keep, and go back to the library."""
        if self._review_screen() is None or self.session is None:
            return
        self._keep()
        try:
            self.session.close()
        except NotSaved as error:
            self.say(str(error))
            return
        self.session = None
        await self.pop_screen()

    def _review_screen(self) -> "ReviewScreen | None":
        from reviewtui.tui.screens.review import ReviewScreen

        return next((screen for screen in self.screen_stack if isinstance(screen, ReviewScreen)), None)

    def _keep(self) -> None:
        for screen in reversed(self.screen_stack):
            if (keep := getattr(screen, "keep", None)) is not None:
                keep()

    @cached_property
    def phrasebook(self) -> "Phrasebook":
        """The words that an organisation may extend; see `Desk`."""
        from reviewtui.tui.phrasebook import Phrasebook

        return Phrasebook(self._own_folder, self._preferences.hints)

    # --- the desk ----------------------------------------------------------------------------------------------------

    def ask(self, change: "Change", merge_key: str | None = None) -> "Review":
        """Make a change, and show the review as it is then; see `Desk`."""
        session = self._open_session()
        # What was told of the step before would be taken for what is told of this one.
        for line in self._told:
            line.clear()
        self._told = ()
        try:
            self._show(session.apply(change, merge_key))
        except ReviewtuiError as error:
            self.say(str(error))
        return session.review

    def go(self, change: "Change") -> "Review":
        """Make a change that no undo takes back; see `Desk`."""
        session = self._open_session()
        session.go(change)
        return session.review

    def go_at_once(self, change: "Change") -> "Review":
        """Make a change that no undo takes back, and save it at once; see `Desk`."""
        session = self._open_session()
        try:
            self._show(session.go_at_once(change))
        except ReviewtuiError as error:
            self.say(str(error))
        return session.review

    def end_step(self) -> None:
        """Let the next change be a step of undo of its own."""
        self._open_session().end_step()

    def _show(self, review: "Review") -> None:
        if (screen := self._review_screen()) is not None:
            screen.show(review)

    def _open_session(self) -> "Session":
        if self.session is None:
            raise AssertionError("a stage is shown only while a review is open")
        return self.session

    def say(self, text: str) -> None:
        """Tell the facilitator something, in the last line."""
        screen = self._review_screen()
        if screen is not None and screen is self.screen:
            # The keys of where one is come first: whoever has just left a field is told after that.
            screen.show_keys()
        self._told = tuple(self.screen.query(FootLine))
        for line in self._told:
            line.say(text)

    def fresh_id(self) -> str:
        """Return an id for a new record."""
        return self._make_id()

    def now(self) -> datetime:
        """Return the time, in UTC."""
        return self._clock()

    def today(self, zone: str) -> date:
        """Return the day it is in `zone`."""
        from reviewtui.model.moments import local

        return local(self.now(), zone).date()

    def review_name(self) -> str:
        """Return the name of the review that is open."""
        from reviewtui.paths import name_of

        return name_of(self._open_session().path)

    def tell_place(self, place: "Place") -> None:
        """Have the room's window follow to where one stands; see `Desk`."""
        if self.session is None or self.session.read_only or place == self._place:
            return
        from reviewtui.session import PlaceTeller

        self._place = place
        if self._places is None:
            self._places = PlaceTeller()
        self._places.tell(self.session.path, place)

    async def jump(self, place: "Place") -> None:
        """Go to a place in any stage; see `Desk`."""
        if (screen := self._review_screen()) is not None:
            await screen.jump(place)

    async def preview(self, source: Path | str) -> None:
        """Show what would be read from a file, or from a text that was pasted."""
        from reviewtui.tui.screens.import_preview import preview_of

        try:
            await self.push_screen(preview_of(self, self._open_session().review, source))
        except ReviewtuiError as error:
            self.say(str(error))

    # --- so that nothing is lost --------------------------------------------------------------------------------------

    async def action_versions(self) -> None:
        """Show the saved versions."""
        await self._safety.versions(self._open_session())

    async def action_save_elsewhere(self) -> None:
        """Ask for another place to save in, and go on there."""
        await self._safety.save_elsewhere(self._open_session())

    async def action_settle(self) -> None:
        """Do what the line above the stages offers."""
        await self._safety.settle(self._open_session())

    # --- for wherever one is -----------------------------------------------------------------------------------------

    def action_undo(self) -> None:
        """Take back the last step; in an editor, what was typed last."""
        if isinstance(self.focused, TextArea):
            self._typed_step(self.focused, self.focused.undo, "take back")
            return
        self._keep()
        self._shown_step("took back", self._open_session().undo())

    def action_redo(self) -> None:
        """Bring back the step that was taken back last; in an editor, of what was typed."""
        if isinstance(self.focused, TextArea):
            self._typed_step(self.focused, self.focused.redo, "bring back")
            return
        self._keep()
        self._shown_step("brought back", self._open_session().redo())

    def _typed_step(self, editor: TextArea, step: Callable[[], None], what: str) -> None:
        before = editor.text
        step()
        if editor.text == before:
            self.say(f"nothing to {what} of what is typed here")

    def _shown_step(self, done: str, name: str | None) -> None:
        self._show(self._open_session().review)
        self.say(
            f"{done}: {name}" if name else "nothing to take back" if done == "took back" else "nothing to bring back"
        )

    async def action_room(self) -> None:
        """Put what the room sees over the facilitator's window."""
        from reviewtui.analysis.room import seen_by_the_room
        from reviewtui.tui.screens.room import RoomScreen

        screen = self._review_screen()
        if screen is None:
            return
        if screen.stage_view is not None:
            screen.stage_view.submit()
        if (place := screen.place) is not None:
            room = RoomScreen(self.phrasebook)
            await self.push_screen(room)
            room.show(seen_by_the_room(self._open_session().review), place)

    async def action_wording(self) -> None:
        """Show what to ask instead of the words at hand, and close it again."""
        if (screen := self._review_screen()) is not None:
            await screen.words.read()

    async def action_palette(self) -> None:
        """Show every command by name; what is typed next is for its line."""
        if not isinstance(self.screen, CommandPalette):
            await self.push_screen(CommandPalette(id="--command-palette"))

    async def action_keys(self) -> None:
        """Show the keys of where one is."""
        from reviewtui.tui.screens.keys import KeysScreen

        if not isinstance(self.screen, KeysScreen):
            await self.push_screen(KeysScreen(self.where, self.keymap_in_use(), in_words=self.in_ascii))

    @property
    def where(self) -> Where:
        """Where one is, in the table of commands."""
        screen = self._review_screen()
        if screen is not None and self.screen is screen:
            from reviewtui.tui.screens.review import where_is

            return where_is(self.focused, screen.stage_view)
        where = getattr(self.screen, "where", Where.EVERYWHERE)
        return where if isinstance(where, Where) else Where.EVERYWHERE

    def keymap_in_use(self) -> Mapping[str, str]:
        """Return the keys that are mapped otherwise, by the id of the command."""
        return self._preferences.keys

    def action_help_quit(self) -> None:
        """Say which key quits, to those who press the one that does so elsewhere."""
        self.say("ctrl+q keeps and quits")

    @on(SavingChanged)
    def _saving_changed(self) -> None:
        screen, session = self._review_screen(), self.session
        if screen is not None and session is not None and screen.is_mounted:
            self._safety.notice(session)
            screen.show_standing(session.saving, self._safety.banner(session), read_only=bool(session.read_only))


def _moves_or_deletes(field: Input | TextArea, key: events.Key) -> bool:
    """Tell whether a field does something with a key, and it types nothing."""
    # Textual tells nowhere else which keys are a widget's own.
    return key.key in field._bindings.key_to_bindings and not key.is_printable  # noqa: SLF001


async def _catch_up(field: Input | TextArea) -> None:
    """Let a field have the keys that wait for it; it has finished with those that do not wait any more."""
    # One of them may have been taken out of the queue to be looked at, while the one before it is not finished.
    if field.message_queue_size or field._pending_message is not None:  # noqa: SLF001
        caught_up = asyncio.Event()
        field.call_later(caught_up.set)
        with suppress(TimeoutError):
            async with asyncio.timeout(CATCH_UP_SECONDS):
                await caught_up.wait()
