"""How far the room's window is behind the facilitator's, with a large review.

    python benchmarks/room.py [--moves 60] [--words 8] [--events 10000]

Both run in pseudo-terminals of 120×36. A move: from a moment in the facilitator's window to the same one in the room's.
A word: from an account that the facilitator's window says is saved to the same account in the room's.
"""

import argparse
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from large import kept, large_review, title
from measuring import DOWN, Window, opened, program, share, told, windows

LIMIT = 0.25
"""Seconds."""


def main() -> int:
    """Measure, print the seconds beside their limit, and return 1 if they are above it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--moves", type=int, default=60, help="counted moves")
    parser.add_argument("--words", type=int, default=8, help="counted changes of an account")
    parser.add_argument("--events", type=int, default=10_000, help="events of the review")
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        moves, words = measured(Path(folder), asked.events, asked.moves, asked.words)
    met = [
        told(
            f"seconds that the room's window is behind, {what}, at {asked.events} events, p95",
            share(found, 0.95),
            LIMIT,
        )
        for what, found in (("a move", moves), ("a word that was saved", words))
    ]
    return 0 if all(met) else 1


def measured(folder: Path, events: int, moves: int, words: int) -> tuple[list[float], list[float]]:
    """Return the seconds that the room's window is behind, for each move and for each word."""
    review = kept(folder, "large", large_review(events, 4, 3))
    name = review.name.removesuffix(".review.json")
    show = [*program(), "show", name, "--sessions", str(folder)]
    with windows(opened(review), show) as (facilitator, room):
        facilitator.see("Timeline")
        facilitator.rest()
        facilitator.press(b"3", title(0))
        room.see(title(0))
        room.rest()
        moved = [behind(facilitator, room, title(number + 1)) for number in range(moves)]
        return moved, [saved(facilitator, room, f"word{number}") for number in range(words)]


def behind(facilitator: Window, room: Window, shown: str) -> float:
    """Go to the next moment, and return the seconds from its title here to its title there."""
    facilitator.rest(0.1)
    room.rest(0.1)
    os.write(facilitator.terminal, DOWN)
    here = facilitator.see(shown)
    return max(room.see(shown) - here, 0.0)


def saved(facilitator: Window, room: Window, word: str) -> float:
    """Tell something, and return the seconds from when it is saved to when it stands in the room's window."""
    facilitator.rest(0.1)
    room.rest(0.1)
    facilitator.press(b"\r", "next role")
    facilitator.press(word.encode(), word)
    # Until then it says that what was there before is saved.
    facilitator.see("saving")
    facilitator.press(b"\x1b", "another")
    here = facilitator.see("saved")
    return max(room.see(word) - here, 0.0)


if __name__ == "__main__":
    sys.exit(main())
