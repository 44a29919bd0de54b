"""A program that saves and is killed: `python -m tests.faults.saver <what> <path> [<nth>]`.

`save` and `create` kill themselves at the nth operation on the disk, the first write being cut in half, and so does
`import`, which reads the `notes.md` beside the review into it by the program's own command; `hot` saves as fast as it
can and prints a hash before and after each save, until somebody kills it.
"""

import hashlib
import os
import signal
import sys
from itertools import count
from pathlib import Path
from typing import NoReturn

from reviewtui.cli import main
from reviewtui.store import ReviewFile
from reviewtui.store.tables import fragments, joined
from tests.faults.disk import Disk, working_on
from tests.store.samples import numbered

EVENTS = 300
"""How many events a file has that is saved."""


def bytes_of(number: int) -> bytes:
    """Return what a file holds after it was saved with this number."""
    return joined(fragments(numbered(number, EVENTS)).values())


def dying_disk(nth: int) -> Disk:
    """Return a disk at whose nth operation the process is killed, before it is done."""

    def die(_: str, __: object) -> None:
        if len(disk.calls) == nth:
            os.kill(os.getpid(), signal.SIGKILL)

    disk = Disk(watch=die, chunk=len(bytes_of(2)) // 2 + 1)
    return disk


def save(path: Path, nth: int) -> None:
    """Save once, and be killed on the way."""
    file = ReviewFile.open(path)
    with working_on(dying_disk(nth)):
        file.save(numbered(2, EVENTS))


def create(path: Path, nth: int) -> None:
    """Create a review, and be killed on the way."""
    with working_on(dying_disk(nth)):
        ReviewFile.create(path, numbered(2, EVENTS))


def read_notes(path: Path, nth: int) -> None:
    """Read a timeline into a review, and be killed on the way."""
    with working_on(dying_disk(nth)):
        main(["--sessions", str(path.parent), "import", path.name, str(path.parent / "notes.md")])


def hot(path: Path, first: int) -> NoReturn:
    """Save for ever, the numbers from `first` on."""
    file = ReviewFile.open(path)
    for number in count(first):
        announced = hashlib.sha256(bytes_of(number)).hexdigest()
        print("begun", announced, flush=True)  # noqa: T201  # the test reads it
        file.save(numbered(number, EVENTS))
        print("saved", announced, flush=True)  # noqa: T201
    raise AssertionError


if __name__ == "__main__":
    {"save": save, "create": create, "import": read_notes, "hot": hot}[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
