"""What the benchmarks share: programs in terminals of their own, large reviews, and ratios beside their limits."""

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

COLUMNS, ROWS = 120, 36
PATIENCE = 30.0
"""Seconds after which nothing more is expected of a program."""
QUIET = 0.03
"""Seconds without anything drawn, after which all is drawn that one key changed."""
MOST_REST = 5.0
"""Seconds after which a program that draws without an end is taken as it is."""
DOWN = b"\x1b[B"


def program() -> list[str]:
    """Return the command as a person has it: the script that was installed beside this Python, if there is one."""
    script = Path(sys.executable).with_name("reviewtui")
    return [str(script)] if script.exists() else [sys.executable, "-m", "reviewtui"]


def opened(review: Path) -> list[str]:
    """Return the command that opens a review."""
    return [*program(), "open", review.name.removesuffix(".review.json"), "--sessions", str(review.parent)]


def told(what: str, measured: float, limit: float, note: str = "") -> bool:
    """Print a ratio beside its limit, and return whether it keeps to it."""
    print(f"{measured:5.2f}  (at most {limit})  {what}{note}")
    return measured <= limit


def ratio(ours: Callable[[], float], reference: Callable[[], float], runs: int) -> float:
    """Return the ratio of the medians of two measurements that take turns, after one of each that is not counted."""
    ours(), reference()
    pairs = [(ours(), reference()) for _ in range(runs)]
    return statistics.median(one for one, _ in pairs) / statistics.median(other for _, other in pairs)


def share(values: Sequence[float], part: float) -> float:
    """Return the value that so great a part of all keep to: 0.5 is the median, 0.95 the p95."""
    return sorted(values)[min(int(part * len(values)), len(values) - 1)]


def milliseconds(values: Sequence[float]) -> str:
    """Return the median and the p95 of some seconds, in milliseconds."""
    return f"{share(values, 0.5) * 1000:.1f} and {share(values, 0.95) * 1000:.1f} ms"


class Window:
    """A program in a terminal of its own.

    Args:
        command: The program and what it is given.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._child, self.terminal = pty.fork()
        if self._child == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", LANG="C.UTF-8")
            os.execvp(command[0], list(command))

    def end(self) -> None:
        """End the program, and the terminal with it."""
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        os.close(self.terminal)

    def read(self, seconds: float) -> bytes:
        """Return what is drawn next; nothing, if that takes longer."""
        ready, _, _ = select.select([self.terminal], [], [], seconds)
        return os.read(self.terminal, 1 << 20) if ready else b""

    def rest(self, seconds: float = 0.3) -> None:
        """Wait until nothing has been drawn for so long; a cursor that blinks is not waited for."""
        latest = time.perf_counter() + MOST_REST
        while self.read(seconds) and time.perf_counter() < latest:
            pass

    def see(self, shown: str) -> float:
        """Wait until a text is drawn, and return when that was."""
        seen, wanted, latest = b"", shown.encode(), time.perf_counter() + PATIENCE
        while wanted not in seen:
            if time.perf_counter() > latest:
                raise TimeoutError(f"not seen: {shown!r}\n{seen[-2000:]!r}")
            seen += self.read(0.1)
        return time.perf_counter()

    def press(self, keys: bytes, shown: str, quiet: float = QUIET) -> float:
        """Press keys when nothing has been drawn for so many seconds, and return the seconds until a text is drawn."""
        self.rest(quiet)
        begun = time.perf_counter()
        os.write(self.terminal, keys)
        return self.see(shown) - begun


@contextmanager
def windows(*commands: Sequence[str]) -> Iterator[list[Window]]:
    """Run programs, each in a terminal of its own."""
    there = [Window(command) for command in commands]
    try:
        yield there
    finally:
        for one in there:
            one.end()
