import errno
import os
import re
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

import msgspec
import pytest

from reviewtui.errors import HeldByAnother, ReadOnly
from reviewtui.store import Lock, lock
from reviewtui.store.durable import remove_leftovers

ROOT = Path(__file__).parents[2]
HOLDER = """
import sys
from pathlib import Path
from reviewtui.store import Lock
lock = Lock.acquire(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
lock.release()
print("released", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.review.json"
    path.write_bytes(b"{}")
    return path


def holder_of(path: Path) -> str:
    with pytest.raises(HeldByAnother) as raised:
        Lock.acquire(path)
    assert raised.value.exit_status == 3
    return raised.value.holder


def another_program(path: Path) -> subprocess.Popen[str]:
    """Start a program that holds the lock, and return it once it does."""
    program = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "held\n"
    return program


def test_the_second_program_is_told_who_holds_it(path: Path) -> None:
    with another_program(path) as program:
        told = re.fullmatch(r"on host (.+), process (\d+), since \d\d:\d\d UTC on \d+ \w{3}", holder_of(path))
        assert told is not None
        assert told.groups() == (os.uname().nodename, str(program.pid))
        assert re.search(rf"a.review.json is open elsewhere: on host .*{program.pid}", str(refusal(path)))
        program.kill()


def refusal(path: Path) -> HeldByAnother:
    with pytest.raises(HeldByAnother) as raised:
        Lock.acquire(path)
    return raised.value


def test_the_lock_of_a_killed_program_is_free_at_once(path: Path) -> None:
    with another_program(path) as program:
        program.kill()
        assert program.wait() == -signal.SIGKILL
        with Lock.acquire(path):
            assert f"process {os.getpid()}" in holder_of(path)


def test_a_lock_that_was_released_is_free_while_its_program_runs(path: Path) -> None:
    with another_program(path) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdin.close()
        assert program.stdout.readline() == "released\n"
        Lock.acquire(path).release()


def test_a_second_lock_in_the_same_program_is_refused_too(path: Path) -> None:
    with Lock.acquire(path) as held:
        assert f"process {os.getpid()}" in holder_of(path)
        held.release()
        with Lock.acquire(path):
            held.release()
            holder_of(path)
    Lock.acquire(path).release()


def test_the_lock_file_stays_and_names_nobody_when_it_is_free(path: Path) -> None:
    file = lock.lock_file(path)
    assert file.name == ".a.review.lock"
    with Lock.acquire(path):
        found = msgspec.json.decode(file.read_bytes())
        assert list(found) == ["host", "pid", "since"]
        assert datetime.fromisoformat(found["since"]).tzinfo == UTC
        inode = file.stat().st_ino
    assert file.read_bytes() == b""
    with Lock.acquire(path):
        assert file.stat().st_ino == inode


def test_a_review_is_the_same_review_through_a_link(path: Path, tmp_path: Path) -> None:
    (tmp_path / "links").mkdir()
    link = tmp_path / "links" / "other.review.json"
    link.symlink_to(path)
    with Lock.acquire(link):
        holder_of(path)


def test_a_lock_is_for_one_review(path: Path) -> None:
    with Lock.acquire(path), Lock.acquire(path.with_name("b.review.json")):
        pass


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 200,
        b"not JSON",
        b'{"host": "pine"',
        b'{"host": "pine", "pid": "x", "since": 3}',
        b'{"host": "pine", "pid": 1, "since": "2026-11-12T14:02:00"}',
        b'{"host": "pine", "pid": 1, "since": "0001-01-01T00:00:00+14:00"}',
        b'{"host": "\xff", "pid": 1, "since": "2026-11-12T14:02:00Z"}',
        b"[" * 4000,
        b"x" * 100_000,
    ],
)
def test_a_garbled_lock_file_still_says_that_somebody_has_it(path: Path, content: bytes) -> None:
    with Lock.acquire(path):
        lock.lock_file(path).write_bytes(content)
        assert holder_of(path) == "by another program, whose name can't be read"


def test_the_holder_is_told_as_text_of_one_line(path: Path) -> None:
    with Lock.acquire(path):
        content = b'{"host": "\\u001b[2J\\npine%b", "pid": 4711, "since": "2026-11-12T15:02:00+01:00"}' % (b"x" * 999)
        lock.lock_file(path).write_bytes(content)
        expected = "␛[2J␊pine" + "x" * 91
        assert holder_of(path) == f"on host {expected}, process 4711, since 14:02 UTC on 12 Nov"


@pytest.mark.parametrize(
    ("error", "why"),
    [(errno.EACCES, "no permission"), (errno.EROFS, "the disk is read-only"), (errno.ENOENT, "the folder is gone")],
)
def test_where_no_lock_can_be_it_is_read_only(path: Path, error: int, why: str) -> None:
    with patch("os.open", side_effect=OSError(error, "")), pytest.raises(ReadOnly, match=why) as raised:
        Lock.acquire(path)
    assert raised.value.exit_status == 3


@pytest.mark.parametrize(("name", "why"), [("", "no permission to write in"), ("a.review.json", "marked read-only")])
def test_where_nothing_could_be_saved_it_is_read_only(path: Path, name: str, why: str) -> None:
    guarded = path.parent / name

    def access(asked: Path, _: int) -> bool:
        return asked != guarded

    with patch("os.access", access), pytest.raises(ReadOnly, match=why):
        Lock.acquire(path)
    Lock.acquire(path).release()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_the_right_to_write_is_read_only(path: Path) -> None:
    path.parent.chmod(0o500)
    with pytest.raises(ReadOnly, match="no permission"):
        Lock.acquire(path)
    path.parent.chmod(0o700)


def test_a_disk_that_can_not_lock_is_read_only(path: Path) -> None:
    refusal = OSError(errno.ENOSYS, "Function not implemented")
    with patch("filelock.lock_descriptor", side_effect=refusal), pytest.raises(ReadOnly, match="can't be locked here"):
        Lock.acquire(path)


def test_a_full_disk_prevents_no_lock(path: Path) -> None:
    with patch("os.pwrite", side_effect=OSError(errno.ENOSPC, "")):
        held = Lock.acquire(path)
    assert holder_of(path) == "by another program, whose name can't be read"
    held.release()


def test_a_lock_file_that_is_a_link_is_not_followed(path: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_bytes(b"mine")
    lock.lock_file(path).symlink_to(precious)
    with pytest.raises(ReadOnly):
        Lock.acquire(path)
    assert precious.read_bytes() == b"mine"


def test_a_review_that_is_in_a_folder_that_is_gone_is_read_only(tmp_path: Path) -> None:
    with pytest.raises(ReadOnly, match="the folder is gone"):
        Lock.acquire(tmp_path / "gone" / "a.review.json")
    assert not (tmp_path / "gone").exists()


def test_a_refused_lock_leaves_no_open_file(path: Path) -> None:
    opened = Path("/dev/fd")
    with Lock.acquire(path):
        before = len(list(opened.iterdir()))
        holder_of(path)
        assert len(list(opened.iterdir())) == before


def test_taking_a_lock_removes_what_killed_programs_left_of_this_review_only(path: Path) -> None:
    others = path.with_name(".reviewtui-00000000-0123456789abcdef")
    mine = path.with_name(f"{lock_mark(path)}0123456789abcdef")
    for file in (mine, others):
        file.write_bytes(b"half")
    Lock.acquire(path).release()
    assert not mine.exists()
    assert others.exists()
    remove_leftovers(path.parent / "gone" / "a")


def lock_mark(path: Path) -> str:
    from reviewtui.store.durable import _mark

    return _mark(path.name)
