"""Opening a review, and beginning one."""

from pathlib import Path

from reviewtui.errors import HeldByAnother, ReadOnly
from reviewtui.model.review import Review
from reviewtui.session.keeper import PAUSE, opened
from reviewtui.session.live import Session, created
from reviewtui.store import Lock, ReviewFile


def open_session(path: Path, *, pause: float = PAUSE) -> Session:
    """Open the review at `path`; where another process holds it, or nothing can be written, to be read only.

    Raises:
        UnreadableFile: It can't be read, or is no review; it is left as it is.
    """
    try:
        lock = Lock.acquire(path)
    except HeldByAnother as error:
        held = opened(ReviewFile.open(path))
        return Session(held, None, read_only=f"open elsewhere, {error.holder}", is_followed=True, pause=pause)
    except ReadOnly as error:
        why = str(error).removeprefix("read-only: ").removeprefix(f"{path}: ")
        return Session(opened(ReviewFile.open(path)), None, read_only=why, pause=pause)
    return _opened_or_released(path, lock, pause)


def open_to_write(path: Path) -> Session:
    """Open the review at `path` to change it, or not at all.

    Raises:
        UnreadableFile: It can't be read, or is no review; it is left as it is.
        HeldByAnother: Another process has it open for writing.
        ReadOnly: Nothing can be written there.
    """
    return _opened_or_released(path, Lock.acquire(path), PAUSE)


def create_session(path: Path, review: Review, *, pause: float = PAUSE) -> Session:
    """Make the file of a new review at `path`, and open it.

    Raises:
        AlreadyThere: There is a review of this name.
        NotSaved: It could not be written.
    """
    return Session(*created(path, review), pause=pause)


def _opened_or_released(path: Path, lock: Lock, pause: float) -> Session:
    try:
        return Session(opened(ReviewFile.open(path)), lock, pause=pause)
    except BaseException:  # an interrupt leaves no lock behind either
        lock.release()
        raise
