"""Somebody at the keyboard: types, presses keys, and looks at the screen."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from textual import events
from textual._context import visible_screen_stack
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.strip import Strip
from textual.worker import WorkerCancelled

from reviewtui.library import copy_example, read_review
from reviewtui.model.review import Review
from reviewtui.settings import Preferences
from reviewtui.terminal import Terminal
from reviewtui.tui.app import ReviewApp
from reviewtui.tui.widgets.foot_line import FootLine

_KEYS = {"\n": "enter", " ": "space", "\t": "tab"}
_CHARACTERS = {"space": " ", "enter": "\r", "tab": "\t", "asterisk": "*", "question_mark": "?"}
_READING = {"library", "versions", "compared version", "words elsewhere"}
"""The groups of workers that come to an end by themselves."""
NOW = datetime(2026, 11, 13, 10, 30, tzinfo=UTC)
_WAKES = 0.002
"""Seconds from one look at what sleeps to the next."""
SIZES = {"80x24": (80, 24), "120x36": (120, 36)}


class Facilitator:
    """Drives the app as a person would."""

    def __init__(self, app: ReviewApp, pilot: Pilot[None]) -> None:
        self.app = app
        self._pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys by Textual's names, each as soon as the one before is pressed, and look up when all is done."""
        for key in keys:
            self.send(key)
        await self.settle()

    def send(self, key: str) -> None:
        """Press a key by Textual's name, and go on before anything comes of it."""
        single = len(key) == 1
        name = _character_to_key(key) if single else key
        self.send_event(events.Key(name, _CHARACTERS.get(key, key if single else None)))

    def send_event(self, event: events.Event) -> None:
        """Have the terminal tell of something, and go on before anything comes of it."""
        driver = self.app._driver
        assert driver is not None
        event.set_sender(self.app)
        driver.send_message(event)

    async def types(self, text: str) -> None:
        """Type a text, letter by letter; a newline is `enter`."""
        await self.press(*(_KEYS.get(letter, letter) for letter in text))

    async def pastes(self, text: str) -> None:
        """Paste a text."""
        event = events.Paste(text)
        event.set_sender(self.app)
        self.app.post_message(event)
        await self.settle()

    async def clicks(self, widget: str, at: tuple[int, int]) -> None:
        """Click on a widget, at a column and a row in it."""
        await self._pilot.click(widget, offset=at)
        await self.settle()

    async def resize(self, width: int, height: int) -> None:
        """Have a terminal of another size."""
        await self._pilot.resize_terminal(width, height)
        await self.settle()

    async def wait_until(self, holds: Callable[[], bool]) -> None:
        """Let the program go on until something holds; fail if it does not come to hold."""
        for _ in range(1000):
            if holds():
                return
            await self._pilot.pause(0.01)
        raise AssertionError("it never came to hold")

    async def settle(self) -> None:
        """Let everything that is under way come to its end, and have it drawn."""
        for _ in range(4):
            await self._done()
            self.app.screen._on_timer_update()
            for worker in [one for one in self.app.workers if one.group in _READING]:
                with suppress(WorkerCancelled):
                    await worker.wait()
        await self._done()

    async def _done(self) -> None:
        """Wait until all waits, and the app and its screen have done what they sleep in the midst of."""
        await _at_rest()
        for pump in (self.app, *self.app.screen_stack[-1:]):
            done = asyncio.Event()
            if pump.call_later(done.set):
                await _at_rest()
                while pump.is_running and not done.is_set():
                    await asyncio.sleep(_WAKES)
                    await _at_rest()

    @property
    def screen(self) -> str:
        """What stands on the screen, as text."""
        return "\n".join(strip.text.rstrip() for strip in self.strips)

    @property
    def strips(self) -> list[Strip]:
        """The lines of the screen, with what can be seen of the screens that lie behind it."""
        behind = visible_screen_stack.set(self.app._background_screens)
        try:
            return self.app.screen._compositor.render_strips()
        finally:
            visible_screen_stack.reset(behind)

    def sees(self, *texts: str) -> None:
        """Fail unless all texts stand on the screen."""
        shown = self.screen
        for text in texts:
            assert text in shown, f"not on the screen: {text!r}\n{shown}"

    def does_not_see(self, *texts: str) -> None:
        """Fail if one of the texts stands on the screen."""
        shown = self.screen
        for text in texts:
            assert text not in shown, f"on the screen: {text!r}\n{shown}"

    @property
    def notice(self) -> str:
        """What the last line tells."""
        return next(iter(self.app.screen.query(FootLine))).notice

    @property
    def review(self) -> Review:
        """The review as it is in the program."""
        assert self.app.session is not None
        return self.app.session.review

    def saved(self) -> Review:
        """The review as it is on disk, once all is saved."""
        assert self.app.session is not None
        self.app.session.save()
        return read_review(self.app.session.path)


async def _at_rest() -> None:
    """Let everything go on that can, until all of it waits: for a key, a timer, or a thread."""
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    await asyncio.sleep(0)
    while ready:
        await asyncio.sleep(0)


@asynccontextmanager
async def at_the_keyboard(
    folder: Path,
    opening: Path | None = None,
    size: tuple[int, int] = (120, 36),
    preferences: Preferences | None = None,
    own_folder: Path | None = None,
    terminal: Terminal | None = None,
) -> AsyncIterator[Facilitator]:
    """Start the program in a terminal of `size`, with the library of `folder` or with a review.

    What an organisation has of its own lies in `own_folder`.
    """
    ids = (f"{number:010}" for number in count(1))
    app = ReviewApp(
        *(folder, opening, preferences),
        clock=lambda: NOW,
        make_id=lambda: next(ids),
        own_folder=own_folder,
        terminal=terminal,
    )
    async with app.run_test(size=size, notifications=True) as pilot:
        facilitator = Facilitator(app, pilot)
        await facilitator.settle()
        yield facilitator
        if app.session is not None:
            app.session.abandon()


@asynccontextmanager
async def in_the_example(
    folder: Path, size: tuple[int, int] = (120, 36), terminal: Terminal | None = None
) -> AsyncIterator[Facilitator]:
    """Start the program with the first worked example."""
    example = copy_example("payments-cache", folder)
    async with at_the_keyboard(folder, example, size, terminal=terminal) as facilitator:
        yield facilitator
