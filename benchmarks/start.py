"""What it takes to start, as ratios taken in one run: the library's first frame, and the help.

    python benchmarks/start.py [--runs 15]

First frame: from the start of the process to the first full screen in a pseudo-terminal of 120×36, against a Textual
program of one widget. Help: a whole run of `reviewtui --help` against `python -c pass`. The two sides of each take
turns, so that a machine that changes its speed changes it for both; what is printed is the ratio of the medians.
Compiled files are written by the first run of each, which does not count.
"""

import argparse
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

from measuring import COLUMNS, ROWS, program, ratio, told

ONE_WIDGET = """
from textual.app import App
from textual.widgets import Static


class OneWidget(App):
    def compose(self):
        yield Static("ready to be looked at")


OneWidget().run()
"""
SHORT_RUNS = 5
"""How often as many times a run of some hundredths of a second is taken: whatever else the machine does weighs more."""


def main() -> int:
    """Measure both, print the ratios beside their limits, and return 1 if one is above its limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15, help="counted runs of each side")
    runs = parser.parse_args().runs
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        one_widget = Path(folder) / "one_widget.py"
        one_widget.write_text(ONE_WIDGET)
        library = [*program(), "--sessions", folder]
        frame = ratio(
            lambda: first_frame(library, b"reviewtui"),
            lambda: first_frame([sys.executable, str(one_widget)], b"ready to be"),
            runs,
        )
    help_text = ratio(
        lambda: whole_run([*program(), "--help"]),
        lambda: whole_run([sys.executable, "-c", "pass"]),
        runs * SHORT_RUNS,
    )
    met = [
        told("first frame of the library / a one-widget Textual program", frame, 1.3),
        told("reviewtui --help / python -c pass", help_text, 2.5),
    ]
    return 0 if all(met) else 1


def whole_run(command: list[str]) -> float:
    """Return the seconds that a command takes from its start to its end."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def first_frame(command: list[str], shown: bytes) -> float:
    """Return the seconds from the start of a command to a screen that shows `shown`, in a terminal of its own."""
    begun = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
        os.execvp(command[0], command)
    try:
        seen = b""
        while shown not in seen:
            ready, _, _ = select.select([terminal], [], [], 20)
            if not ready:
                raise TimeoutError(f"{command} did not show {shown!r}")
            seen += os.read(terminal, 65536)
        return time.perf_counter() - begun
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


if __name__ == "__main__":
    sys.exit(main())
