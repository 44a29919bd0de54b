"""Who may write a review: one process at a time, known by host, process and since when."""

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Annotated, Self

import msgspec

from reviewtui.errors import HeldByAnother, ReadOnly
from reviewtui.paths import name_of
from reviewtui.plaintext import displayable_line
from reviewtui.store.durable import FILE_MODE, reason, remove_leftovers, target_of

_FLAGS = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_LARGEST = 4096
_NOBODY_KNOWS = "by another program, whose name can't be read"


class _Holder(msgspec.Struct, frozen=True):
    """Who has a review open for writing, as it stands in the lock file."""

    host: str
    pid: int
    since: Annotated[datetime, msgspec.Meta(tz=True)]


class Lock:
    """The right to write a review, held until `release` or the end of the process, be it killed.

    It is an flock on a file beside the review, which stays when the lock is gone: only whether it is locked counts.
    """

    def __init__(self, path: Path, file: int) -> None:
        self.path = path
        self._file: int | None = file

    @classmethod
    def acquire(cls, path: Path) -> Self:
        """Take the lock of the review at `path`, there already or not, at once or not at all.

        What programs that were killed while they wrote it have left behind is removed.

        Raises:
            HeldByAnother: Another process, or another `Lock` in this one, has it; says who.
            ReadOnly: Nothing can be written there; says why.
        """
        try:
            target = target_of(path)
            file = os.open(lock_file(target), _FLAGS, FILE_MODE)
        except (OSError, ValueError) as error:
            raise ReadOnly(f"{path}: {reason(error)}") from error
        try:
            _take(path, target, file)
        except BaseException:
            os.close(file)
            raise
        return cls(path, file)

    def release(self) -> None:
        """Let go of the lock; a second time does nothing."""
        if self._file is None:
            return
        file, self._file = self._file, None
        with suppress(OSError):
            os.ftruncate(file, 0)
        os.close(file)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.release()


def lock_file(path: Path) -> Path:
    """Return the file that is locked for the review at `path`, which is no link."""
    return path.with_name(f".{name_of(path)}.review.lock")


def _take(path: Path, target: Path, file: int) -> None:
    # Imported here because it takes as long as all else that reading a review needs.
    from filelock import lock_descriptor

    if obstacle := _obstacle(target):
        raise ReadOnly(f"{path}: {obstacle}")
    try:
        taken = lock_descriptor(file, blocking=False)
    except OSError as error:
        raise ReadOnly(f"{path}: it can't be locked here ({reason(error)})") from error
    if not taken:
        raise HeldByAnother(path, _holder(file))
    _sign(file)
    remove_leftovers(target)


def _obstacle(target: Path) -> str:
    if not os.access(target.parent, os.W_OK | os.X_OK):
        return f"no permission to write in {target.parent}"
    # Saving replaces the file, which its own mode would not prevent: who took the right to write away meant it.
    return "the file is marked read-only" if target.exists() and not os.access(target, os.W_OK) else ""


def _sign(file: int) -> None:
    holder = _Holder(host=os.uname().nodename, pid=os.getpid(), since=datetime.now(UTC).replace(microsecond=0))
    # It is held with or without a signature: on a full disk a review can still be edited.
    with suppress(OSError):
        os.ftruncate(file, 0)
        os.pwrite(file, msgspec.json.encode(holder), 0)
        os.fchmod(file, FILE_MODE)


def _holder(file: int) -> str:
    try:
        holder = msgspec.json.decode(os.pread(file, _LARGEST, 0), type=_Holder)
        since = holder.since.astimezone(UTC)
    except (OSError, msgspec.DecodeError, ValueError, OverflowError, RecursionError):
        return _NOBODY_KNOWS
    host = displayable_line(holder.host)[:100]
    return f"on host {host}, process {holder.pid}, since {since:%H:%M} UTC on {since.day} {since:%b}"
