"""What a whole review costs a typist: keys beyond what is said, for each fact.

    python benchmarks/typed.py [--strokes FILE]

The worked example `auth-test-env` is typed from nothing: roles and people, services, agenda, timeline, what each role
told of every event, what came of it, what the room made of the differences, the report. Letters of what is said do not
count; every other key does. With `--strokes` all of it is written to a file, one a line: `=` and what is said, or the
name of a key.
"""

import argparse
import asyncio
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from reviewtui.library import copy_example, read_review
from reviewtui.settings import Preferences
from tests.journeys.facilitator import at_the_keyboard
from tests.journeys.test_from_nothing import MOST_KEYS_A_FACT, as_typed
from tests.journeys.typist import Typist


async def typed() -> Typist:
    """Type it, and return who did."""
    with TemporaryDirectory() as folder:
        os.chdir(folder)
        review = read_review(copy_example("auth-test-env", Path(folder)))
        async with at_the_keyboard(Path(folder) / "kept", preferences=Preferences(zone=review.zone)) as user:
            typist = Typist(user)
            await typist.whole(as_typed(review, len(review.events)))
        return typist


def main() -> int:
    """Print keys and facts beside the limit, and return 1 if they are above it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--strokes", type=Path, help="where to write everything that was typed")
    strokes = parser.parse_args().strokes
    strokes = strokes.absolute() if strokes else None
    typist = asyncio.run(typed())
    if strokes:
        strokes.write_text("\n".join(typist.strokes))
    ratio = typist.keys / typist.facts
    print(f"{typist.keys} keys for {typist.facts} facts: {ratio:.2f} a fact (at most {MOST_KEYS_A_FACT})")
    return int(ratio > MOST_KEYS_A_FACT)


if __name__ == "__main__":
    sys.exit(main())
