"""Bytes onto the disk: whole or not at all, and there to stay once a call has returned.

A file is written beside its place under a name of its own, flushed, and only then given its name; the folder is flushed
last. Every step is made relative to the folder's descriptor, so that a folder moved meanwhile can't mix two places.
"""

import errno
import os
import stat
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from reviewtui.errors import AlreadyThere, NotSaved, UnreadableFile

LARGEST = 256 * 2**20
"""How many bytes of one file are read at most."""

FILE_MODE = 0o600
FOLDER_MODE = 0o700

_TEMPORARY = ".reviewtui-"
_TO_READ = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
_TO_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "the file is too large for this disk",
    errno.ENOENT: "the folder is gone",
    errno.ENOTDIR: "the folder is gone",
    errno.EACCES: "no permission",
    errno.EPERM: "no permission",
    errno.EROFS: "the disk is read-only",
    errno.EISDIR: "it is a folder",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ELOOP: "its link leads in a circle",
}
_REASONS_OF_READING = {**_REASONS, errno.ENOENT: "there is no such file", errno.ENOTDIR: "there is no such file"}

# What file systems that know no second name for a file answer to one.
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}
# What network file systems that can't flush a folder answer; they order its changes themselves.
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}


class FileMark(NamedTuple):
    """What tells one state of a file from another without reading it."""

    device: int
    inode: int
    size: int
    modified: int
    """When it was written, in nanoseconds."""


NO_MARK = FileMark(0, 0, 0, 0)
"""The mark of no file."""


def mark_of(status: os.stat_result) -> FileMark:
    """Return the mark of a file."""
    return FileMark(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def mark_at(path: Path) -> FileMark:
    """Return the mark of the file at `path`; `NO_MARK` if there is none that can be looked at."""
    try:
        return mark_of(path.stat())
    except OSError:
        return NO_MARK


def nothing() -> None:
    """Do nothing before a file is replaced."""


def write_durably(path: Path, data: bytes, before: Callable[[], None] = nothing) -> FileMark:
    """Make `data` the whole content of the file at `path`, there already or not; return once it would survive a crash.

    The file has mode 0600 whatever the umask. Where `path` is a link, the file that it leads to is replaced.

    Args:
        path: The file.
        data: Its content.
        before: Called when all is written and only the name is to be given; what it raises prevents that.

    Raises:
        NotSaved: It could not be done. The file is as it was, or if only the last confirmation failed, as asked for;
            it is never a part or a mixture.
    """
    with _saving(path):
        target = target_of(path)
        with _opened_folder(target.parent) as folder, _temporary(folder, target.name, data) as (temporary, mark):
            before()
            os.replace(temporary, target.name, src_dir_fd=folder, dst_dir_fd=folder)
            sync_folder(folder)
            return mark


def create_durably(path: Path, data: bytes) -> FileMark:
    """Make a new file at `path` that holds `data`, with mode 0600; return once it would survive a crash.

    Raises:
        AlreadyThere: Something has this name, be it a link that leads nowhere; one of two who create it at once.
        NotSaved: It could not be done, and there is no such file.
    """
    with (
        _saving(path),
        _opened_folder(target_of(path.parent)) as folder,
        _temporary(folder, path.name, data) as (temporary, mark),
    ):
        _name_anew(folder, temporary, path.name)
        with _undone_on_failure(folder, path.name):
            sync_folder(folder)
        return mark


def make_folder(path: Path) -> None:
    """Make the folder `path` and those above it that are missing, with mode 0700; one that is there stays as it is.

    Raises:
        AlreadyThere: A file has this name.
        NotSaved: It could not be done.
    """
    if path.is_dir():
        return
    if path.parent != path:
        make_folder(path.parent)
    with _saving(path), _opened_folder(path.parent) as parent:
        os.mkdir(path.name, FOLDER_MODE, dir_fd=parent)
        os.chmod(path.name, FOLDER_MODE, dir_fd=parent)
        sync_folder(parent)


def read_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """Return what the file at `path` holds, of which there may be `largest` bytes.

    Raises:
        UnreadableFile: There is none, it may not be read, it is larger, or it is a folder, a pipe or a device.
    """
    try:
        file = os.open(path, _TO_READ)
        try:
            return _content(path, file, largest)
        finally:
            os.close(file)
    except (OSError, ValueError) as error:
        raise UnreadableFile(path, reason(error, _REASONS_OF_READING)) from error


def remove_leftovers(path: Path) -> None:
    """Remove the temporary files that programs which were killed left of the file at `path`.

    Only for whoever holds its lock: somebody else's save may be under way otherwise.
    """
    with suppress(OSError):
        for leftover in leftovers_of(path):
            leftover.unlink(missing_ok=True)


def leftovers_of(path: Path) -> tuple[Path, ...]:
    """Return the temporary files of the file at `path`: of saves that are under way, or were cut off."""
    with suppress(OSError):
        return tuple(sorted(path.parent.glob(f"{_mark(path.name)}*")))
    return ()


def leftovers_in(folder: Path) -> tuple[Path, ...]:
    """Return all temporary files in a folder."""
    with suppress(OSError):
        return tuple(sorted(folder.glob(f"{_TEMPORARY}*")))
    return ()


def target_of(path: Path) -> Path:
    """Return the place that `path` leads to through any links, which may be empty.

    Raises:
        OSError: The links lead in a circle.
        ValueError: No file can have this name.
    """
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return target


def reason(error: OSError | ValueError, reasons: dict[int, str] = _REASONS) -> str:
    """Return in plain words why something could not be done on the disk."""
    if not isinstance(error, OSError):
        return "no file can have this name"
    return reasons.get(error.errno or 0) or error.strerror or str(error)


@contextmanager
def _saving(path: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        raise AlreadyThere(path) from None
    except (OSError, ValueError) as error:
        raise NotSaved(path, reason(error)) from error


@contextmanager
def _opened_folder(path: Path) -> Iterator[int]:
    folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield folder
    finally:
        # By now all is done or undone, and nothing was written through it.
        with suppress(OSError):
            os.close(folder)


@contextmanager
def _temporary(folder: int, name: str, data: bytes) -> Iterator[tuple[str, FileMark]]:
    """Lend a flushed file beside `name` that holds `data`, by name and mark; see to it that it is gone afterwards."""
    temporary = f"{_mark(name)}{os.urandom(8).hex()}"
    try:
        yield temporary, _fill(folder, temporary, data)
    finally:
        _remove(folder, temporary)


def _mark(name: str) -> str:
    # Not the name itself: with more added to it, it might be longer than a name can be.
    return f"{_TEMPORARY}{zlib.crc32(os.fsencode(name)):08x}-"


def _fill(folder: int, name: str, data: bytes) -> FileMark:
    file = os.open(name, _TO_CREATE, FILE_MODE, dir_fd=folder)
    try:
        os.fchmod(file, FILE_MODE)
        _write_all(file, data)
        os.fsync(file)
        return mark_of(os.fstat(file))
    finally:
        os.close(file)


def _write_all(file: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(file, rest) :]


def _name_anew(folder: int, temporary: str, name: str) -> None:
    """Give a file a name that nothing has: linking refuses one that is taken, where renaming would replace it."""
    try:
        os.link(temporary, name, src_dir_fd=folder, dst_dir_fd=folder)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        os.close(os.open(name, _TO_CREATE, FILE_MODE, dir_fd=folder))
        with _undone_on_failure(folder, name):
            os.replace(temporary, name, src_dir_fd=folder, dst_dir_fd=folder)


@contextmanager
def _undone_on_failure(folder: int, name: str) -> Iterator[None]:
    try:
        yield
    except BaseException:  # an interrupt leaves no half of a file behind either
        _remove(folder, name)
        raise


def _remove(folder: int, name: str) -> None:
    with suppress(OSError):
        os.unlink(name, dir_fd=folder)


def sync_folder(folder: int) -> None:
    """Return once the names in a folder that is open would survive a crash."""
    try:
        os.fsync(folder)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise


def _content(path: Path, file: int, largest: int) -> bytes:
    kind = os.fstat(file).st_mode
    if not stat.S_ISREG(kind):
        raise UnreadableFile(path, "it is a folder" if stat.S_ISDIR(kind) else "it is a pipe or a device, not a file")
    with open(file, "rb", closefd=False) as stream:
        data = stream.read(largest + 1)
    if len(data) > largest:
        raise UnreadableFile(path, f"it is larger than {largest // 2**20} MB")
    return data
