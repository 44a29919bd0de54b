"""What a letter costs in a role's column, as a ratio taken in one run.

    python benchmarks/typing_echo.py [--letters 1000]

From the key to the letter on the screen, in a pseudo-terminal of 120×36, in an account of some lines among three roles'
columns, against a `TextArea` as high as the screen and full of text. What is typed are lines of a sentence; `enter` is
not counted. The two programs take turns, letter by letter.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from itertools import accumulate, islice
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from large import kept, large_review
from measuring import milliseconds, opened, share, told, windows

TEXT_AREA = """
import sys
from pathlib import Path

from textual.app import App
from textual.widgets import TextArea


class Text(App):
    CSS = "TextArea { height: 1fr; width: 1fr; }"

    def compose(self):
        yield TextArea(Path(sys.argv[1]).read_text())

    def on_mount(self):
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)


Text().run()
"""
TOLD = "\n".join(
    f"noticed: 10:{minute:02} the board, and what stood on it was new to all of us" for minute in range(40)
)
"""What stands in the text area already: as much as it shows."""
TOLD_HERE = 4
"""How many of these lines stand in the account already."""
WORDS = "the board was green and so we went to look at the queue instead where it all stood still"


def main() -> int:
    """Measure, print the ratio beside its limit, and return 1 if it is above it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--letters", type=int, default=1000, help="counted letters of each side")
    letters = parser.parse_args().letters
    with TemporaryDirectory() as folder:
        ours, theirs = measured(Path(folder), letters)
    note = f": {milliseconds(ours)} against {milliseconds(theirs)}"
    met = told("a letter in a column / in a TextArea, p95", share(ours, 0.95) / share(theirs, 0.95), 0.35, note)
    return 0 if met else 1


def measured(folder: Path, letters: int) -> tuple[list[float], list[float]]:
    """Return the seconds of each letter, in a column and in the text area."""
    text_area, told_before = folder / "text_area.py", folder / "told.txt"
    text_area.write_text(TEXT_AREA)
    told_before.write_text(f"{TOLD}\n")
    review = large_review(100, 3, 1)
    first = msgspec.structs.replace(review.accounts[0], text="\n".join(TOLD.split("\n")[:TOLD_HERE]))
    path = kept(folder, "review", msgspec.structs.replace(review, accounts=(first, *review.accounts[1:])))
    times: tuple[list[float], list[float]] = ([], [])
    with windows(opened(path), [sys.executable, str(text_area), str(told_before)]) as (ours, theirs):
        ours.see("Timeline")
        ours.rest()
        ours.press(b"3", "not told yet")
        ours.press(b"\r", "next role")
        theirs.rest()
        for typed in islice(typing(), letters):
            word = typed.rsplit(" ", 1)[-1] or typed[-2]
            for window, found in zip((ours, theirs), times, strict=True):
                if len(typed) == 1:
                    os.write(window.terminal, b"\r")
                    window.rest()
                found.append(window.press(typed[-1].encode(), word))
    return times


def typing() -> Iterator[str]:
    """Yield what stands in the line after each letter, line after line without an end."""
    while True:
        yield from accumulate(WORDS)


if __name__ == "__main__":
    sys.exit(main())
