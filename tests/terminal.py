"""The real program in a pseudo-terminal: what a person types, and every byte that reaches their terminal."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

PATIENCE = 30.0
"""Seconds after which something that was waited for is taken not to come."""


class Terminal:
    """A terminal of 120×36 in which `reviewtui` runs with these arguments."""

    def __init__(self, *words: str, environment: dict[str, str] | None = None) -> None:
        self.seen = b""
        self.everything = b""
        self.status: int | None = None
        self.child, self._file = pty.fork()
        if self.child == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
            # Readline, which pytest imports, puts a size of its own into the environment.
            inherited = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}
            variables = {**inherited, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(environment or {})}
            os.execve(sys.executable, [sys.executable, "-m", "reviewtui", *words], variables)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.status is None:
            os.kill(self.child, signal.SIGKILL)
            self.ends()
        if self._file is not None:
            os.close(self._file)

    def types(self, text: str) -> None:
        """Type a text."""
        os.write(self._file, text.encode())

    def sees(self, text: str) -> None:
        """Wait until a text has reached the terminal since the last time it was waited for something."""
        self.waits_until(lambda: text.encode() in self.seen, f"never saw {text!r}")
        self.seen = self.seen.split(text.encode(), 1)[1]

    def waits_until(self, holds: Callable[[], bool], otherwise: str) -> None:
        """Wait until something holds, while the terminal takes what is sent to it."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, f"{otherwise}\n{self.seen[-2000:]!r}"
            self._read(0.02)

    def _read(self, patience: float) -> None:
        ready, _, _ = select.select([self._file], [], [], patience)
        if ready:
            try:
                more = os.read(self._file, 65536)
            except OSError:
                return
            self.seen += more
            self.everything += more

    def signals(self, number: signal.Signals) -> int:
        """Send the program a signal, wait for its end, and return its exit status; negative if the signal ended it."""
        os.kill(self.child, number)
        return self.ends()

    def closes(self) -> int:
        """Close the terminal as one closes a window, and wait for the program's end."""
        os.close(self._file)
        self._file = os.open(os.devnull, os.O_RDWR)
        return self.ends()

    def ends(self) -> int:
        """Wait for the program's end, and return its exit status."""
        end = time.monotonic() + PATIENCE
        while self.status is None:
            found, status = os.waitpid(self.child, os.WNOHANG)
            if found:
                self.status = os.waitstatus_to_exitcode(status)
            else:
                assert time.monotonic() < end, "the program did not end"
                self._read(0.02)
        return self.status


def texts_of(path: Path) -> list[str]:
    """The texts of all accounts in a review's file, as they are on disk."""
    from reviewtui.library import read_review

    return [account.text for account in read_review(path).accounts]
