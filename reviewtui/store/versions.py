"""Earlier states of a review's file: always the one before, and of those before that a spaced history.

Each is a whole review file in the folder `.history` beside it, named after when it was written. An earlier state is
kept by giving it a second name just before the first one goes to its successor: that costs a save next to nothing.
"""

import errno
import os
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import NamedTuple

from reviewtui.errors import AlreadyThere, NotSaved
from reviewtui.paths import REVIEW_SUFFIX, name_of
from reviewtui.store.durable import FILE_MODE, create_durably, make_folder, read_bytes, reason, target_of

HISTORY = ".history"
"""The folder beside a review that copies of it are kept in."""

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
SPACING = ((HOUR, MINUTE), (DAY, HOUR / 2), (30 * DAY, DAY))
"""Up to which age earlier states are kept how far apart; each space is a multiple of the one before."""
LATER_SPACING = 30 * DAY
MOST = 150
"""How many earlier states are kept of one review."""
MOST_BYTES = 100 * 2**20
FEWEST = 5
"""How many are kept however large they are."""
REMOVED_AT_ONCE = 4
"""How many go at most when one comes: a clock that is wrong for a moment can't clear a history."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LAST = datetime(9999, 12, 31, tzinfo=UTC)
# A name may have 255 bytes: a time, a word, a number and the ending have to find room behind this.
_LONGEST_STEM, _KEPT_OF_A_STEM = 190, 160
_STAMP = "%Y-%m-%dT%H-%M-%S.%fZ"
_ENDING = re.compile(
    r"(?P<stamp>\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z)(?:\.(?P<kind>[a-z]+)(?:-\d+)?)?|format-\d+(?:-\d+)?"
)
# What file systems answer that know no second name for a file, or allow none for this one.
_NO_LINK = {errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EXDEV, errno.EMLINK}


class Kind(StrEnum):
    """Why a state of a review was kept."""

    SAVED = "saved"
    """It was saved here, and later replaced."""
    MINE = "mine"
    """It was replaced by something else than this program."""
    THEIRS = "theirs"
    """Something else had written it."""
    ORIGINAL = "original"
    """It was in an earlier format, and then saved in this one."""


class Version(NamedTuple):
    """One state of a review that was kept."""

    path: Path
    at: datetime
    """When it was written, in UTC."""
    kind: Kind
    size: int


def versions_of(path: Path) -> tuple[Version, ...]:
    """Return what is kept of the review at `path`, the newest first; nothing where nothing can be read."""
    try:
        target = target_of(path)
        with os.scandir(target.parent / HISTORY) as found:
            kept = [version for entry in found if (version := _version(target, entry))]
    except (OSError, ValueError):
        return ()
    return tuple(sorted(kept, key=lambda one: (one.at, one.path.name), reverse=True))


def keep_previous(path: Path) -> None:
    """Keep the state that the file at `path` is in, which is about to be replaced, and let go of what is too close.

    Raises:
        NotSaved: It could not be kept.
    """
    try:
        target = target_of(path)
        status = target.stat()
    except FileNotFoundError:
        return
    except (OSError, ValueError) as error:
        raise NotSaved(path, reason(error)) from error
    at, folder = moment_of(status.st_mtime_ns), _made_folder(target)
    kept = versions_of(path)
    if all(version.at != at for version in kept):
        _name_too(target, folder / _name(target, at, Kind.SAVED))
    for version in superfluous(kept, at)[:REMOVED_AT_ONCE]:
        with suppress(OSError):
            os.unlink(version.path)  # noqa: PTH108 - all that changes a disk goes through `os` in the store


def keep_copy(path: Path, data: bytes, kind: Kind, at: datetime) -> Path:
    """Keep `data`, a state of the file at `path`, and return the copy, which would survive a crash.

    Args:
        path: The review file.
        data: What it holds, or held, byte for byte.
        kind: Why it is kept.
        at: When it was written.

    Raises:
        NotSaved: It could not be kept.
    """
    target = target_of(path)
    return _kept(_made_folder(target), _name(target, at, kind), data)


def keep_original(path: Path, label: str) -> Path:
    """Keep a copy of the file at `path`, byte for byte, before it is saved in another format.

    It is `.history/<name>.<label>.review.json` beside the file; a number is added where another copy has that name.
    Nothing is written where the same copy is there already.

    Args:
        path: The review file.
        label: What the copy is known by, such as `format-1`; a part of a file's name.

    Returns:
        The copy, which would survive a crash.

    Raises:
        UnreadableFile: The file can't be read.
        NotSaved: The copy could not be written; there is none.
    """
    data = read_bytes(path)
    target = target_of(path)
    return _kept(_made_folder(target), f"{_stem(target)}.{label}{REVIEW_SUFFIX}", data)


def moment_of(nanoseconds: int) -> datetime:
    """Return a file's time in UTC, to the millisecond."""
    return min(_EPOCH + timedelta(milliseconds=max(nanoseconds // 1_000_000, 0)), _LAST)


# --- which may go -----------------------------------------------------------------------------------------------------


def superfluous(kept: Iterable[Version], newest: datetime) -> list[Version]:
    """Return the earlier states that may go once one that was written at `newest` is kept too, the oldest first.

    What is not simply an earlier state stays: somebody may have to look at it.
    """
    plain = sorted((one for one in kept if one.kind is Kind.SAVED and one.at != newest), key=lambda one: one.at)
    spaced = _spaced(plain, newest)
    left = set(_within_bounds(spaced, newest))
    return [one for one in plain if one not in left]


def _spaced(plain: Sequence[Version], newest: datetime) -> list[Version]:
    """Return the last of each stretch of time, in order; of the one that has just begun that is the newest itself."""
    last_of = {_stretch(one.at, newest): one for one in plain}
    last_of.pop(_stretch(newest, newest), None)
    return list(last_of.values())


def _stretch(at: datetime, newest: datetime) -> tuple[timedelta, int]:
    space = next((space for age, space in SPACING if newest - at <= age), LATER_SPACING)
    return space, (at - _EPOCH) // space


def _within_bounds(spaced: list[Version], newest: datetime) -> list[Version]:
    """Return as many as there may be, less those whose going leaves the smallest gap for their age."""
    left = list(spaced)
    while len(left) >= MOST or (len(left) > FEWEST and sum(one.size for one in left) > MOST_BYTES):
        gaps = [
            (after.at - before.at) / (max(newest - one.at, timedelta()) + MINUTE)
            for before, one, after in zip(left, left[1:], left[2:], strict=False)
        ]
        del left[gaps.index(min(gaps)) + 1]
    return left


# --- names and files --------------------------------------------------------------------------------------------------


def _name(target: Path, at: datetime, kind: Kind) -> str:
    stamp = f"{at:%Y-%m-%dT%H-%M-%S}.{at.microsecond // 1000:03}Z"
    word = "" if kind is Kind.SAVED else f".{kind.value}"
    return f"{_stem(target)}.{stamp}{word}{REVIEW_SUFFIX}"


def _stem(target: Path) -> str:
    """Return what the copies of a review are called: its name, and for one with no room behind it a part of that."""
    name = name_of(target)
    encoded = os.fsencode(name)
    if len(encoded) <= _LONGEST_STEM:
        return name
    return f"{os.fsdecode(encoded[:_KEPT_OF_A_STEM])}~{zlib.crc32(encoded):08x}"


def _version(target: Path, entry: os.DirEntry[str]) -> Version | None:
    """Return the state of the review at `target` that a file in its history is; `None` if it is none."""
    beginning = f"{_stem(target)}."
    if not (entry.name.startswith(beginning) and entry.name.endswith(REVIEW_SUFFIX)):
        return None
    found = _ENDING.fullmatch(entry.name[len(beginning) : -len(REVIEW_SUFFIX)])
    if found is None or not entry.is_file(follow_symlinks=False):
        return None
    status = entry.stat(follow_symlinks=False)
    try:
        kind = Kind(found["kind"] or Kind.SAVED) if found["stamp"] else Kind.ORIGINAL
        at = _read_stamp(found["stamp"]) if found["stamp"] else moment_of(status.st_mtime_ns)
    except ValueError:
        return None
    return Version(Path(entry.path), at, kind, status.st_size)


def _read_stamp(stamp: str) -> datetime:
    return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)


def _made_folder(target: Path) -> Path:
    folder = target.parent / HISTORY
    if folder.is_symlink():
        raise NotSaved(folder, "it is a link, and copies stay beside their review")
    try:
        make_folder(folder)
    except AlreadyThere:
        raise NotSaved(folder, "a file has this name") from None
    return folder


def _name_too(target: Path, version: Path) -> None:
    """Give the file at `target` a second name; where that can't be, make a copy."""
    try:
        os.link(target, version)
        os.chmod(version, FILE_MODE)  # noqa: PTH101
    except FileExistsError:
        return
    except OSError as error:
        if error.errno not in _NO_LINK:
            raise NotSaved(version, reason(error)) from error
        with suppress(AlreadyThere):
            create_durably(version, read_bytes(target))


def _kept(folder: Path, name: str, data: bytes) -> Path:
    return next(copy for ending in _endings() if _is_kept(copy := folder / _numbered(name, ending), data))


def _numbered(name: str, ending: str) -> str:
    return f"{name.removesuffix(REVIEW_SUFFIX)}{ending}{REVIEW_SUFFIX}"


def _endings() -> Iterator[str]:
    yield ""
    yield from (f"-{number}" for number in count(2))


def _is_kept(copy: Path, data: bytes) -> bool:
    try:
        create_durably(copy, data)
    except AlreadyThere:
        return read_bytes(copy) == data
    return True
