"""What a key costs in Accounts with eight roles, as ratios taken in one run.

    python benchmarks/accounts.py [--presses 90] [--events 10000]

From the key that goes to the next moment to what was told of it (where that differs is drawn later), in a
pseudo-terminal of 120×36, in a large review against the same screen with 100 events. The two programs take turns, key
by key.
"""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from large import kept, large_review, title
from measuring import DOWN, milliseconds, opened, share, told, windows

ROLES, FEW = 8, 100
QUIET = 0.1
"""Seconds: where accounts differ is found and drawn after they are, which takes the longer the more there is."""


def main() -> int:
    """Measure, print the ratios beside their limits, and return 1 if one is above its limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--presses", type=int, default=90, help="counted keys of each side, fewer than 100")
    parser.add_argument("--events", type=int, default=10_000, help="events of the large review")
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        ours, theirs = measured(Path(folder), asked.events, asked.presses)
    note = f": {milliseconds(ours)} against {milliseconds(theirs)}"
    met = [
        told(
            f"a key in Accounts with {ROLES} roles at {asked.events} events / at {FEW}, {name}", one / other, 1.2, note
        )
        for name, part in (("median", 0.5), ("p95", 0.95))
        for one, other in [(share(ours, part), share(theirs, part))]
    ]
    return 0 if all(met) else 1


def measured(folder: Path, events: int, presses: int) -> tuple[list[float], list[float]]:
    """Return the seconds of each key, in the large review and in the small one."""
    reviews = [
        kept(folder, name, large_review(number, ROLES, 4)) for name, number in (("large", events), ("small", FEW))
    ]
    times: tuple[list[float], list[float]] = ([], [])
    with windows(*(opened(review) for review in reviews)) as both:
        for window in both:
            window.see("Timeline")
            window.rest()
            window.press(b"3", title(0))
        for number in range(1, presses + 1):
            for window, found in zip(both, times, strict=True):
                found.append(window.press(DOWN, f"moment {number + 1} of", QUIET))
    return times


if __name__ == "__main__":
    sys.exit(main())
