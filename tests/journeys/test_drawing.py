"""Only what has changed is drawn, and yet a terminal shows what it would if all were drawn anew, wherever one goes."""

from asyncio import sleep
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from hypothesis import settings
from textual import events
from textual.widgets import Input, TextArea

from reviewtui.library import copy_example
from reviewtui.terminal import Terminal
from reviewtui.tui.screens.review import ReviewScreen
from tests.journeys.facilitator import SIZES, Facilitator, at_the_keyboard, in_the_example
from tests.journeys.seen import Seen

TERMINALS = {
    **{name: (size, None) for name, size in SIZES.items()},
    "without colours": (SIZES["120x36"], Terminal("xterm", 120, 36, 0, is_utf8=True)),
}
WORDS = (
    "noticed: 10:44 the pager",
    "thought: a bad deploy ",
    "expected: the breaker to open",
    "10:52 ",
    "they looked at the board and saw nothing that was wrong there ",
    "漢字かな交じり文 ",
    "e\u0301te\u0301 ",
    "averylongwordthathasnoroominanylineofanarrowcolumnatall",
    "x",
    " ",
)
PASTED = ("a\tb\tc\nand then\n\tanother", "one\ntwo\nthree\nfour\nfive\nsix\nseven", "\U0001f525 wide 漢字\u2028x")
IN_A_TEXT = (
    *("up", "down", "left", "right", "home", "end", "backspace", "delete", "enter", "ctrl+w", "ctrl+k", "ctrl+z"),
    *("shift+up", "shift+down", "shift+left", "shift+right", "shift+home", "shift+end", "pageup", "pagedown"),
)
MOVES = ("up", "down", "left", "right", "pageup", "pagedown", "home", "end", "tab")
MARKS = ("asterisk", "x", "space", "u", "ctrl+y", "n", "v", "m", "y", "s", "shift+down", "shift+up", "delete", "p")
OVER = (
    *("c", "C", "f", "i", "a", "o", "O", "w", "V", "plus", "slash", "f2", "f9", "question_mark", "ctrl+p", "ctrl+r"),
    *("enter", "e", "t", "g", "d", "q"),
)
STAGES = ("1", "2", "3", "4", "5", "6")


WALKS = range(settings().max_examples // 60)
"""The walks of each kind: one in the suite, many where new examples are looked for."""
STEPS = 12


class Walk:
    """Somebody who does one thing after another, by chance, and looks at the terminal whenever the program rests."""

    def __init__(self, user: Facilitator, seed: int) -> None:
        self._user, self._seen, self._chance = user, Seen(user.app), Random(seed)
        self._done: list[str] = []

    async def press(self, *keys: str) -> None:
        """Press keys; with the last one the mouse may move or scroll, before anything is drawn or just after it."""
        self._done += keys
        for key in keys:
            self._user.send(key)
        if self._happens(0.2):
            for _ in range(self._chance.randint(0, 12)):
                await sleep(0)
            self._user.send_event(self._mouse())
        await self._rest()

    def _mouse(self) -> events.MouseEvent:
        app, focused = self._user.app, self._user.app.focused
        x, y = self._chance.randrange(app.size.width), self._chance.randrange(app.size.height)
        if isinstance(focused, TextArea):
            x, y = app.size.clamp_offset(focused.cursor_screen_offset)
        kind = self._chance.choice((events.MouseMove, events.MouseScrollDown, events.MouseScrollUp))
        self._done.append(f"{kind.__name__} {x}, {y}")
        return kind(None, x, y, 0, 0, 0, shift=False, meta=False, ctrl=False, screen_x=x, screen_y=y)

    async def type(self, text: str) -> None:
        """Type a text, with a rest after every few letters."""
        while text:
            few = self._chance.randint(1, 9)
            self._done.append(f"={text[:few]}")
            await self._user.types(text[:few])
            await self._rest()
            text = text[few:]

    async def paste(self, text: str) -> None:
        """Paste a text."""
        self._done.append(f"={text}")
        await self._user.pastes(text)
        await self._rest()

    async def resize(self) -> None:
        """Have a terminal of another size."""
        width, height = self._chance.choice(tuple(SIZES.values()))
        self._done.append(f"{width}x{height}")
        await self._user.resize(width, height)
        await self._rest()

    async def _rest(self) -> None:
        """Let the program rest; and now and then, as a full drawing takes long, look."""
        await self._user.settle()
        if self._happens(0.5):
            await self.look()

    async def look(self) -> None:
        """Fail if the terminal shows something that is not so any more."""
        await self._user.wait_until(lambda: self._seen.is_up_to_date)
        stale = self._seen.stale
        assert not stale, f"on {self._user.app.screen} after {self._done}\n{stale}"

    def _happens(self, of: float) -> bool:
        return self._chance.random() < of

    def _some_of(self, these: Sequence[str], most: int) -> list[str]:
        """Return one of these, so many times at most."""
        return [self._chance.choice(these)] * self._chance.randint(1, most)

    async def write(self, steps: int) -> None:
        """Write accounts: type, delete, mark, paste, go to the next role, close the editor and open another."""
        await self.press("3")
        for _ in range(steps):
            if not isinstance(self._user.app.focused, TextArea):
                await self.press(*self._some_of(("up", "down", "left", "right", "v"), 2))
                await self.press(self._chance.choice(("enter", "enter", "N", "P")))
            what = self._chance.random()
            if what < 0.4:
                await self.type("".join(self._some_of(WORDS, 2)))
            elif what < 0.8:
                await self.press(*self._some_of(IN_A_TEXT, 5))
            elif what < 0.9:
                await self.paste(self._chance.choice(PASTED))
            elif what < 0.95:
                await self.press(self._chance.choice(("tab", "shift+tab", "escape", "f8", "f1", "f9")))
            else:
                await self.resize()
            await self._come_back()
        await self.look()

    async def go(self, stage: str, steps: int) -> None:
        """Go about a stage: move, mark, open what lies over it, type into that, close it, and go to another stage."""
        await self.press(stage)
        for _ in range(steps):
            what = self._chance.random()
            if what < 0.5:
                await self.press(*self._some_of(MOVES, 2))
            elif what < 0.7:
                await self.press(*self._some_of(MARKS, 2))
            elif what < 0.75:
                await self.press("f8")
            elif what < 0.8:
                await self.press("escape", self._chance.choice(STAGES))
            elif what < 0.84:
                await self.resize()
            else:
                await self.press(self._chance.choice(OVER))
                await self.press(*self._some_of((*MOVES, "space", *"abf"), 3))
                if isinstance(self._user.app.focused, Input | TextArea):
                    await self.type(self._chance.choice(WORDS))
                await self._come_back()
        await self.look()

    async def _come_back(self) -> None:
        while not isinstance(self._user.app.screen, ReviewScreen):
            await self.press("escape")


@pytest.mark.parametrize("terminal", TERMINALS)
@pytest.mark.parametrize("seed", WALKS)
async def test_a_terminal_shows_accounts_as_they_are_while_they_are_written(
    tmp_path: Path, seed: int, terminal: str
) -> None:
    path, (size, kind) = copy_example("payments-cache", tmp_path), TERMINALS[terminal]
    async with at_the_keyboard(tmp_path, path, size, terminal=kind) as user:
        await Walk(user, seed).write(STEPS)


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("seed", WALKS)
async def test_a_terminal_shows_every_stage_as_it_is(tmp_path: Path, seed: int, stage: str) -> None:
    async with in_the_example(tmp_path) as user:
        await Walk(user, seed).go(stage, STEPS)
