"""What a terminal sends: `esc` is a key of its own however quickly the next one follows, and a paste is one text.

A terminal sends `esc` as the first character of what arrow keys and others send as well. Textual waits for more; where
a letter follows before it has looked at its clock, it takes both for a sequence that it does not know, and gives the
text `^` and the letter to whatever has the focus. Quick hands leave an account with `esc` and go on. In a pasted text
it does the same behind any `esc`, and obeys the rest of the text as keys.
"""

import re
from collections.abc import Generator, Iterable, Iterator
from functools import cache

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.events import Paste
from textual.keys import REPLACED_KEYS, key_to_character
from textual.message import Message

_PASTE_BEGINS, _PASTE_ENDS = "\x1b[200~", "\x1b[201~"
_BEGUN = re.compile(r"\x1b\[2(?:0(?:0)?)?\Z")
"""The mark that a paste begins with, cut by the end of what was read."""
_ESC = re.compile("(\x1b+)")
_BEGINS_A_SEQUENCE = "[O]P_"
"""What follows `esc` in what terminals send for other keys, and in their answers."""
_BEGINS_A_KEY = "[O"
"""What follows `esc` in what terminals send for other keys, and may be read later than that."""


class KeyParser(XTermParser):
    """Makes events of what a terminal sends."""

    _held = ""
    """The beginning of a mark, whose end is still to be read."""
    _waits_behind_esc = False
    """Whether the character that was read last is an `esc`."""
    _paste: str | None = None
    """What was read of a paste that has not ended."""

    def feed(self, data: str) -> Iterator[Message]:
        """Yield the events of some more characters; of none, those that are left at the end."""
        # What is waited for may have come too late by now.
        yield from self.tick()
        if not data:
            yield from super().feed(data)
        data, self._held = f"{self._held}{data}", ""
        while data:
            data = yield from (self._typed(data) if self._paste is None else self._pasted(data))

    def _pasted(self, data: str) -> Generator[Message, None, str]:
        """Yield the paste if it ends here, and return what is behind it."""
        begun = self._paste or ""
        text = begun + data
        end = text.find(_PASTE_ENDS, max(len(begun) - len(_PASTE_ENDS), 0))
        if end < 0:
            self._paste = text
            return ""
        self._paste = None
        yield Paste(text[:end].replace("\x00", ""))
        return text[end + len(_PASTE_ENDS) :]

    def _typed(self, data: str) -> Generator[Message, None, str]:
        """Yield the keys before a paste, and return what is behind the mark that it begins with."""
        keys, mark, rest = data.partition(_PASTE_BEGINS)
        if mark:
            self._paste = ""
        elif cut := _BEGUN.search(keys):
            keys, self._held = keys[: cut.start()], cut[0]
        if self._waits_behind_esc and keys and keys[0] not in _BEGINS_A_KEY:
            yield from self._wait_no_more()
        for number, part in enumerate(parts := _parts(keys), 1):
            yield from super().feed(part)
            self._waits_behind_esc = part.endswith("\x1b")
            if self._waits_behind_esc and (number < len(parts) or mark):
                yield from self._wait_no_more()
        return rest

    def _wait_no_more(self) -> Iterable[Message]:
        """Take the `esc` that was read last as a key."""
        self._waits_behind_esc = False
        if self._timeout_time is not None:
            self._timeout_time = 0.0
        return self.tick()


def _parts(keys: str) -> list[str]:
    """Return what was typed in parts; all but the last one end with an `esc` that is a key of its own."""
    parts = [""]
    for piece in _ESC.split(keys):
        if parts[-1].endswith("\x1b") and piece and not _goes_on(piece):
            parts.append(piece)
        else:
            parts[-1] += piece
    return [part for part in parts if part]


def _goes_on(following: str) -> bool:
    """Tell whether what was read with `esc` belongs to it: for an arrow key, or for alt with a key that Textual knows.

    A terminal sends all of that at once. What is read later was typed later: `esc` and `f` of a quick hand.
    """
    return following[0] in _BEGINS_A_SEQUENCE or f"\x1b{following[0]}" in ANSI_SEQUENCES_KEYS


@cache
def character_of(key: str, character: str | None) -> str | None:
    """Return the character that a key types, `None` if it types none; Textual does not find that of `slash`, for one.

    Args:
        key: The key, by Textual's name.
        character: The character that Textual found for it.
    """
    typed = character or key_to_character(REPLACED_KEYS.get(key, key))
    return typed if typed and typed.isprintable() else None


def with_this_keyboard(driver: type[Driver]) -> type[Driver]:
    """Return a driver that reads its keys so; one of no Unix terminal is returned as it is."""
    from textual.drivers import linux_driver

    if driver is not linux_driver.LinuxDriver:
        return driver

    class KeyboardDriver(linux_driver.LinuxDriver):
        def run_input_thread(self) -> None:
            # The driver makes its parser by this name, and offers no other way to have another one.
            linux_driver.XTermParser = KeyParser  # type: ignore[attr-defined]
            super().run_input_thread()

        def send_message(self, message: Message) -> None:
            # The driver makes a task of it first, of which nobody asks what came of it.
            self._loop.call_soon_threadsafe(self._app.post_message, message)

    return KeyboardDriver
