"""Whether all is as it should be: where things are, what the terminal can do, whether every review can be read."""

import os
import stat
from collections.abc import Iterator
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from reviewtui.errors import HeldByAnother, NewerSchema, ReadOnly, UnreadableFile
from reviewtui.library import read_review, review_files
from reviewtui.paths import name_of
from reviewtui.store import HISTORY, Lock, Version, holder_of, leftovers_in, leftovers_of, moment_of, versions_of

LEFT_BEHIND = timedelta(hours=1)
"""After which a temporary file that belongs to no review is nobody's any more."""

_FOR_OTHERS = 0o077
_WRITTEN_BY_ANYBODY = 0o002


class Mend(StrEnum):
    """What can safely be done about something."""

    NOTHING = "nothing"
    REMOVE = "remove"
    CLOSE = "close to others"
    CLOSE_TO_WRITING = "close to writing by others"


class Trouble(NamedTuple):
    """Something that is not as it should be."""

    path: Path
    what: str
    mend: Mend = Mend.NOTHING


class ExaminedReview(NamedTuple):
    """A review in the folder."""

    name: str
    path: Path
    trouble: str
    """Why it can't be opened; empty if it can."""
    held_by: str
    """Which program has it open for writing; empty if none has."""
    versions: tuple[Version, ...]
    good_copy: Version | None
    """The newest version that can be read, of a review that can't."""


class Findings(NamedTuple):
    """What there is, and what is not as it should be."""

    folder: Path
    reviews: tuple[ExaminedReview, ...] = ()
    troubles: tuple[Trouble, ...] = ()


def examine(folder: Path, now: datetime) -> Findings:
    """Return what there is in the sessions folder, and what is not as it should be. Nothing is changed.

    Args:
        folder: The folder, there or not.
        now: The time.
    """
    if not folder.exists():
        return Findings(folder)
    try:
        files = review_files(folder)
    except UnreadableFile as error:
        return Findings(folder, (), (Trouble(folder, error.why),))
    reviews = tuple(_examined(path) for path in files)
    troubles = (*_of_folder(folder), *_of_reviews(reviews), *_modes(folder, files), *_leftovers(folder, reviews, now))
    return Findings(folder, reviews, troubles)


def mend(trouble: Trouble) -> bool:
    """Do what can safely be done about something, and tell whether it was done."""
    try:
        if trouble.mend is Mend.REMOVE:
            trouble.path.unlink(missing_ok=True)
        elif trouble.mend is Mend.CLOSE:
            trouble.path.chmod(0o700 if trouble.path.is_dir() else 0o600)
        elif trouble.mend is Mend.CLOSE_TO_WRITING:
            trouble.path.chmod(stat.S_IMODE(trouble.path.stat().st_mode) & ~_WRITTEN_BY_ANYBODY)
        else:
            return False
    except OSError:
        return False
    return True


def _examined(path: Path) -> ExaminedReview:
    trouble, kept, good = "", versions_of(path), None
    try:
        read_review(path)
    except UnreadableFile as error:
        trouble = error.why
        if not isinstance(error, NewerSchema):
            good = next((version for version in kept if _can_be_read(version.path)), None)
    return ExaminedReview(name_of(path), path, trouble, holder_of(path), kept, good)


def _can_be_read(path: Path) -> bool:
    try:
        read_review(path)
    except UnreadableFile:
        return False
    return True


def _of_folder(folder: Path) -> Iterator[Trouble]:
    mode = folder.stat().st_mode
    if mode & _WRITTEN_BY_ANYBODY and not mode & stat.S_ISVTX:
        yield Trouble(folder, "anybody on this machine can replace what is in it", Mend.CLOSE_TO_WRITING)
    if not os.access(folder, os.W_OK | os.X_OK):
        yield Trouble(folder, "nothing can be saved in it")
    history = folder / HISTORY
    if history.is_symlink() or (history.exists() and not history.is_dir()):
        yield Trouble(history, "it is no folder, so that no versions can be kept")
    elif history.is_dir() and history.stat().st_mode & _FOR_OTHERS:
        yield Trouble(history, "others on this machine can look into it", Mend.CLOSE)


def _of_reviews(reviews: tuple[ExaminedReview, ...]) -> Iterator[Trouble]:
    return (Trouble(review.path, f"it can't be opened: {review.trouble}") for review in reviews if review.trouble)


def _modes(folder: Path, files: tuple[Path, ...]) -> Iterator[Trouble]:
    history = folder / HISTORY
    copies = sorted(history.iterdir()) if history.is_dir() and not history.is_symlink() else []
    for path in (*files, *copies):
        status = path.lstat()
        if stat.S_ISREG(status.st_mode) and status.st_mode & _FOR_OTHERS:
            yield Trouble(path, "others on this machine can read it", Mend.CLOSE)


def _leftovers(folder: Path, reviews: tuple[ExaminedReview, ...], now: datetime) -> Iterator[Trouble]:
    what = "a program that was killed left it behind"
    known: set[Path] = set()
    for review in reviews:
        found = leftovers_of(review.path)
        known |= set(found)
        if found and _is_free(review.path):
            yield from (Trouble(path, what, Mend.REMOVE) for path in found)
    for path in (*leftovers_in(folder), *leftovers_in(folder / HISTORY)):
        if path not in known and now - moment_of(path.lstat().st_mtime_ns) > LEFT_BEHIND:
            yield Trouble(path, what, Mend.REMOVE)


def _is_free(path: Path) -> bool:
    """Tell whether nobody writes a review: what stands beside it is of no save that is under way."""
    try:
        Lock.peek(path).release()
    except (HeldByAnother, ReadOnly):
        return False
    return True
