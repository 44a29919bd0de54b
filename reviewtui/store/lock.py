"""Who may write a review: one process at a time, known by host, process and since when."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
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
_TO_LOOK = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_LARGEST = 4096
_BETWEEN_TRIES = 0.05
"""Seconds from one try to take over to the next."""
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
        lock = cls.peek(path)
        remove_leftovers(_target(path))
        return lock

    @classmethod
    def peek(cls, path: Path) -> Self:
        """Take the lock as `acquire` does, and leave what killed programs have left behind.

        Raises:
            HeldByAnother: Another process, or another `Lock` in this one, has it; says who.
            ReadOnly: Nothing can be written there; says why.
        """
        target = _target(path)
        lock = cls(path, _opened(path, lock_file(target)))
        with lock._closed_on_failure():
            if obstacle := _obstacle(target):
                raise ReadOnly(f"{path}: {obstacle}")
            lock._take()
        return lock

    @classmethod
    def wish(cls, path: Path) -> Self:
        """Ask whoever has the review at `path` to let go of it, for as long as this is held; see `wanted_by`.

        Raises:
            HeldByAnother: Another program asks for it already.
            ReadOnly: Nothing can be written there.
        """
        lock = cls(path, _opened(path, wish_file(_target(path))))
        with lock._closed_on_failure():
            lock._take()
        return lock

    def release(self) -> None:
        """Let go of the lock; a second time does nothing."""
        if self._file is None:
            return
        file, self._file = self._file, None
        with suppress(OSError):
            os.ftruncate(file, 0)
        os.close(file)

    def _take(self) -> None:
        if self._file is None:
            raise AssertionError("a lock that was released is not taken again")
        if not _is_taken(self.path, self._file):
            raise HeldByAnother(self.path, _holder(self._file))
        _sign(self._file)

    @contextmanager
    def _closed_on_failure(self) -> Iterator[None]:
        try:
            yield
        except BaseException:  # an interrupt leaves no open file behind either
            if self._file is not None:
                os.close(self._file)
                self._file = None
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.release()


def lock_file(path: Path) -> Path:
    """Return the file that is locked for the review at `path`, which is no link."""
    return path.with_name(f".{name_of(path)}.review.lock")


def wish_file(path: Path) -> Path:
    """Return the file that is locked by whoever asks for the review at `path`, which is no link."""
    return path.with_name(f".{name_of(path)}.review.wish")


def take_over(path: Path, patience: float) -> Lock:
    """Take the lock of the review at `path`; ask whoever has it to let go, and wait for that.

    Args:
        path: The review file.
        patience: For how many seconds to wait at most.

    Raises:
        HeldByAnother: It was not let go of, or another program asks for it too.
        ReadOnly: Nothing can be written there.
    """
    try:
        return Lock.acquire(path)
    except HeldByAnother:
        end = time.monotonic() + patience
    with _repeated(Lock.wish, path, end):
        return _repeated(Lock.acquire, path, end)


def holder_of(path: Path) -> str:
    """Return which program has the review at `path` open for writing, without touching its lock; empty if none has."""
    with suppress(ReadOnly):
        found = _signed(lock_file(_target(path)))
        return _words(found) if found is not None and _is_alive(found) else ""
    return ""


def wanted_by(path: Path) -> str:
    """Return which program asks for the review at `path`; empty if none does. It has to be there still to count."""
    with suppress(ReadOnly):
        if _signed(wish_file(_target(path))) is None:
            return ""
        try:
            Lock.wish(path).release()
        except HeldByAnother as error:
            return error.holder
    return ""


def _repeated(take: Callable[[Path], Lock], path: Path, end: float) -> Lock:
    while True:
        try:
            return take(path)
        except HeldByAnother:
            if time.monotonic() >= end:
                raise
        time.sleep(_BETWEEN_TRIES)


def _target(path: Path) -> Path:
    try:
        return target_of(path)
    except (OSError, ValueError) as error:
        raise ReadOnly(f"{path}: {reason(error)}") from error


def _opened(path: Path, file: Path) -> int:
    try:
        return os.open(file, _FLAGS, FILE_MODE)
    except (OSError, ValueError) as error:
        raise ReadOnly(f"{path}: {reason(error)}") from error


def _is_taken(path: Path, file: int) -> bool:
    # Imported here because it takes as long as all else that reading a review needs.
    from filelock import lock_descriptor

    try:
        return lock_descriptor(file, blocking=False)
    except OSError as error:
        raise ReadOnly(f"{path}: it can't be locked here ({reason(error)})") from error


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


def _signed(file: Path) -> bytes | None:
    """Return what stands in a lock file; `None` if nothing does: then nobody has it."""
    with suppress(OSError):
        opened = os.open(file, _TO_LOOK)
        try:
            return os.pread(opened, _LARGEST, 0) or None
        finally:
            os.close(opened)
    return None


def _holder(file: int) -> str:
    try:
        return _words(os.pread(file, _LARGEST, 0))
    except OSError:
        return _NOBODY_KNOWS


def _words(signature: bytes) -> str:
    try:
        holder = msgspec.json.decode(signature, type=_Holder)
        since = holder.since.astimezone(UTC)
    except (msgspec.DecodeError, ValueError, OverflowError, RecursionError):
        return _NOBODY_KNOWS
    host = displayable_line(holder.host)[:100]
    return f"on host {host}, process {holder.pid}, since {since:%H:%M} UTC on {since.day} {since:%b}"


def _is_alive(signature: bytes) -> bool:
    """Tell whether the program that signed may still run: one that was killed leaves its name behind."""
    try:
        holder = msgspec.json.decode(signature, type=_Holder)
        if holder.host == os.uname().nodename:
            os.kill(holder.pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except (OSError, msgspec.DecodeError, ValueError, RecursionError):
        return True
    return True
