import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reviewtui.errors import AlreadyThere, NotSaved
from reviewtui.store import Lock, ReviewFile, keep_original, make_folder, write_durably
from tests.faults.disk import Disk, working_on
from tests.store.samples import SMALL


@pytest.fixture(params=[0o000, 0o077, 0o022, 0o777], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.usefixtures("umask")
def test_nobody_else_may_read_a_file_or_enter_a_folder(tmp_path: Path) -> None:
    path = tmp_path / "reviews" / "2026" / "a.review.json"
    seen = set()

    def look(name: str, arguments: tuple[Any, ...]) -> None:
        if name in {"write", "fsync"}:
            seen.add(stat.S_IMODE(os.fstat(arguments[0]).st_mode))

    make_folder(path.parent)
    with working_on(Disk(watch=look)):
        file = ReviewFile.create(path, SMALL)
        path.chmod(0o666)
        file.save(SMALL)
        copy = keep_original(path, "format-1")
        write_durably(path.with_name("report.md"), b"# Report")
    with Lock.acquire(path):
        assert mode(path.with_name(".a.review.lock")) == 0o600
    assert {mode(file) for file in (path, copy, path.with_name("report.md"))} == {0o600}
    assert {mode(folder) for folder in (path.parent, path.parent.parent, copy.parent)} == {0o700}
    assert seen == {0o600, 0o700}, "what is written, and the folders that are flushed"


def test_a_file_that_is_being_written_can_be_read_by_nobody_else_from_its_first_moment(tmp_path: Path) -> None:
    before = os.umask(0)

    def look(name: str, arguments: tuple[Any, ...]) -> None:
        if name == "fchmod":
            assert stat.S_IMODE(os.fstat(arguments[0]).st_mode) == 0o600

    with working_on(Disk(watch=look)) as disk:
        write_durably(tmp_path / "a", b"x")
    os.umask(before)
    assert "fchmod" in disk.calls


def test_an_export_replaces_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    for content in (b"first", b"", b"x" * 200_000):
        write_durably(path, content)
        assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make_folder(tmp_path)
    assert mode(tmp_path) == 0o755


def test_no_folder_is_made_where_a_file_is(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(AlreadyThere):
        make_folder(tmp_path / "a")
    with pytest.raises(NotSaved):
        write_durably(tmp_path, b"x")


def test_a_relative_path_is_as_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    make_folder(Path("x/y"))
    write_durably(Path("x/y/a"), b"1")
    assert (tmp_path / "x" / "y" / "a").read_bytes() == b"1"
