"""A fault at every single operation of a save: the disk holds the old state or the new, and the next save works."""

import errno
import os
import stat
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from reviewtui.errors import AlreadyThere, NotSaved, UnreadableFile
from reviewtui.store import (
    HISTORY,
    ReviewFile,
    create_durably,
    keep_original,
    make_folder,
    read_documents,
    write_durably,
)
from reviewtui.store.durable import remove_leftovers
from reviewtui.store.tables import fragments, joined
from tests.faults.disk import BROKEN, FULL, Disk, working_on
from tests.store.samples import numbered

OLD, NEW = numbered(1, 20), numbered(2, 30)
OLD_BYTES, NEW_BYTES = (joined(fragments(documents).values()) for documents in (OLD, NEW))

kinds_of_fault = pytest.mark.parametrize(
    ("error", "lasting", "chunk"),
    [
        (error, lasting, chunk)
        for error in (FULL, BROKEN, errno.EACCES)
        for lasting in (False, True)
        for chunk in (None, 500)
    ],
)


def faults(error: int, lasting: bool, chunk: int | None) -> Iterator[Disk]:
    """Yield a disk that fails at its first operation, then one that fails at its second, until one did not fail."""
    for nth in count(1):
        yield (disk := Disk(nth, error, lasting, chunk))
        if not disk.struck:
            return


def files_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def saves(file: ReviewFile, disk: Disk) -> bool:
    try:
        with working_on(disk):
            file.save(NEW)
    except NotSaved:
        return False
    return True


@kinds_of_fault
def test_a_save_leaves_the_old_or_the_new(tmp_path: Path, error: int, lasting: bool, chunk: int | None) -> None:
    path = tmp_path / "a.review.json"
    late_bytes = {joined(fragments({**NEW, "late": {"x": {}}}).values())}
    struck = set()
    for disk in faults(error, lasting, chunk):
        write_durably(path, OLD_BYTES)
        file = ReviewFile.open(path)
        saved = saves(file, disk)
        assert saved or disk.struck
        assert path.read_bytes() in ((NEW_BYTES,) if saved else (OLD_BYTES, NEW_BYTES))
        assert files_in(tmp_path) - {HISTORY} == {path.name}
        assert {kept.read_bytes() for kept in (tmp_path / HISTORY).glob("*")} <= {OLD_BYTES, NEW_BYTES, *late_bytes}
        file.save({"late": {"x": {}}})
        assert read_documents(path) == {**NEW, "late": {"x": {}}}
        struck.update(disk.struck)
    assert struck >= {"open", "fchmod", "write", "fsync", "close", "replace", "link"}


@kinds_of_fault
def test_a_new_review_is_there_whole_or_not_at_all(
    tmp_path: Path, error: int, lasting: bool, chunk: int | None
) -> None:
    path = tmp_path / "a.review.json"
    for disk in faults(error, lasting, chunk):
        try:
            with working_on(disk):
                create_durably(path, NEW_BYTES)
        except NotSaved:
            assert disk.struck
            assert not any(tmp_path.iterdir())
        else:
            assert path.read_bytes() == NEW_BYTES
            if "unlink" in disk.struck:
                remove_leftovers(path)
            assert files_in(tmp_path) == {path.name}
            path.unlink()


@kinds_of_fault
def test_a_copy_of_the_original_is_whole_or_absent(
    tmp_path: Path, error: int, lasting: bool, chunk: int | None
) -> None:
    path = tmp_path / "a.review.json"
    path.write_bytes(OLD_BYTES)
    copy = tmp_path / ".history" / "a.format-1.review.json"
    for disk in faults(error, lasting, chunk):
        try:
            with working_on(disk):
                assert keep_original(path, "format-1") == copy
        except (NotSaved, UnreadableFile):
            assert not copy.exists()
        else:
            assert copy.read_bytes() == OLD_BYTES
            copy.unlink()
        assert path.read_bytes() == OLD_BYTES


@pytest.mark.parametrize("nth", [1, 2])
def test_saved_is_not_said_when_a_flush_failed(tmp_path: Path, nth: int) -> None:
    file = ReviewFile.create(tmp_path / "a.review.json", OLD)
    file.save({})
    flushed = 0

    def fails_at_a_flush(name: str, _: object) -> None:
        nonlocal flushed
        flushed += name == "fsync"
        if name == "fsync" and flushed == nth:
            raise OSError(BROKEN, "Input/output error")

    with pytest.raises(NotSaved), working_on(Disk(watch=fails_at_a_flush)):
        file.save(NEW)


def test_the_file_is_flushed_before_it_has_its_name_and_its_folder_after(tmp_path: Path) -> None:
    with working_on(Disk(chunk=1000)) as disk:
        create_durably(tmp_path / "a", b"x" * 1500)
        write_durably(tmp_path / "a", b"y" * 1500)
    steps = [name for name in disk.calls if name in {"write", "fsync", "link", "replace"}]
    assert steps == ["write", "write", "fsync", "link", "fsync", "write", "write", "fsync", "replace", "fsync"]


def refuse_to_flush_folders(name: str, arguments: tuple[int, ...]) -> None:
    if name == "fsync" and stat.S_ISDIR(os.fstat(arguments[0]).st_mode):
        raise OSError(errno.EINVAL, "Invalid argument")


def test_a_network_disk_that_cannot_flush_folders_is_written_all_the_same(tmp_path: Path) -> None:
    with working_on(Disk(watch=refuse_to_flush_folders)):
        create_durably(tmp_path / "a", b"x")
        write_durably(tmp_path / "a", b"y")
    assert (tmp_path / "a").read_bytes() == b"y"


def refuse_links(name: str, _: object) -> None:
    if name == "link":
        raise OSError(errno.EPERM, "Operation not permitted")


def test_a_disk_without_links_takes_a_new_file_too(tmp_path: Path) -> None:
    with working_on(Disk(watch=refuse_links)):
        create_durably(tmp_path / "a", b"x")
        with pytest.raises(AlreadyThere):
            create_durably(tmp_path / "a", b"y")
    assert (tmp_path / "a").read_bytes() == b"x"
    assert files_in(tmp_path) == {"a"}


def test_a_disk_without_links_keeps_no_empty_file(tmp_path: Path) -> None:
    def refuse(name: str, arguments: object) -> None:
        refuse_links(name, arguments)
        if name == "replace":
            raise OSError(BROKEN, "Input/output error")

    with pytest.raises(NotSaved), working_on(Disk(watch=refuse)):
        create_durably(tmp_path / "a", b"x")
    assert files_in(tmp_path) == set()


def test_of_two_who_create_at_once_one_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a"

    def another_is_first(name: str, _: object) -> None:
        if name == "link":
            path.write_bytes(b"theirs")

    with pytest.raises(AlreadyThere), working_on(Disk(watch=another_is_first)):
        create_durably(path, b"mine")
    assert path.read_bytes() == b"theirs"
    assert files_in(tmp_path) == {"a"}


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.ENOENT, "the folder is gone"),
        (errno.EACCES, "no permission"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_the_reason_is_told_in_plain_words(tmp_path: Path, error: int, words: str) -> None:
    with pytest.raises(NotSaved) as raised, working_on(Disk(1, error)):
        write_durably(tmp_path / "a", b"x")
    assert raised.value.why == words


def test_a_folder_that_can_not_be_made_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="the disk is read-only"), working_on(Disk(1, errno.EROFS)):
        make_folder(tmp_path / "a")
