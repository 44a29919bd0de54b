"""What a key costs in the timeline of a large review, as ratios taken in one run.

    python benchmarks/timeline.py [--presses 200] [--events 10000]

From the key to the row that it moves to, in a pseudo-terminal of 120×36, against an `OptionList` of the same rows. The
two programs take turns, key by key, so that a machine that changes its speed changes it for both.
"""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from large import kept, large_review, title
from measuring import DOWN, milliseconds, opened, share, told, windows

OPTION_LIST = """
import sys
from pathlib import Path

from textual.app import App
from textual.widgets import OptionList

from reviewtui.analysis.told import marks
from reviewtui.library import read_review
from reviewtui.tui.present.timeline import event_row, kinds_width
from reviewtui.tui.themes import MEANINGS


class Rows(App):
    def get_theme_variable_defaults(self):
        return MEANINGS

    def compose(self):
        review = read_review(Path(sys.argv[1]))
        told, kinds = marks(review), kinds_width(review)
        yield OptionList(*(event_row(review, event, told, 110, kinds, is_chosen=False) for event in review.events))


Rows().run()
"""


def main() -> int:
    """Measure, print the ratios beside their limits, and return 1 if one is above its limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--presses", type=int, default=200, help="counted keys of each side")
    parser.add_argument("--events", type=int, default=10_000, help="events, and rows of the list")
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        ours, theirs = measured(Path(folder), asked.events, asked.presses)
    note = f": {milliseconds(ours)} against {milliseconds(theirs)}"
    met = [
        told(f"a key in the timeline of {asked.events} events / an OptionList, {name}", one / other, 0.3, note)
        for name, part in (("median", 0.5), ("p95", 0.95))
        for one, other in [(share(ours, part), share(theirs, part))]
    ]
    return 0 if all(met) else 1


def measured(folder: Path, events: int, presses: int) -> tuple[list[float], list[float]]:
    """Return the seconds of each key, here and in the list."""
    review = kept(folder, "large", large_review(events, 3, 2))
    rows = folder / "rows.py"
    rows.write_text(OPTION_LIST)
    with windows(opened(review), [sys.executable, str(rows), str(review)]) as (ours, theirs):
        theirs.see(title(30))
        ours.see("Timeline")
        ours.rest()
        ours.press(b"2", title(0))
        ours.rest()
        theirs.rest()
        times: tuple[list[float], list[float]] = ([], [])
        for number in range(1, presses + 1):
            times[0].append(ours.press(DOWN, title(number)))
            times[1].append(theirs.press(DOWN, title(number)))
    return times


if __name__ == "__main__":
    sys.exit(main())
