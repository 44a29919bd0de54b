"""Real processes that are killed while they save: the file is the old state or the new, and can always be read."""

import hashlib
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reviewtui.store import Lock, ReviewFile, read_documents
from tests.faults.disk import Disk, working_on
from tests.faults.saver import EVENTS, bytes_of
from tests.store.samples import numbered

ROOT = Path(__file__).parents[2]
ROUNDS = 25


def start(what: str, path: Path, number: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.faults.saver", what, str(path), str(number)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def operations(folder: Path, what: str) -> int:
    """Return how many operations on the disk `what` takes when nobody is killed."""
    file = ReviewFile.create(folder / "measured", numbered(1, EVENTS))
    disk = Disk(chunk=len(bytes_of(2)) // 2 + 1)
    with working_on(disk):
        if what == "save":
            file.save(numbered(2, EVENTS))
        else:
            ReviewFile.create(folder / "measured too", numbered(2, EVENTS))
    return len(disk.calls)


@pytest.mark.parametrize("what", ["save", "create"])
def test_killed_at_every_operation(tmp_path: Path, what: str) -> None:
    last = operations(tmp_path, what)
    paths = {nth: tmp_path / str(nth) / "a.review.json" for nth in range(1, last + 2)}
    for path in paths.values():
        path.parent.mkdir()
        if what == "save":
            path.write_bytes(bytes_of(1))
    processes = {nth: start(what, path, nth) for nth, path in paths.items()}
    for process in processes.values():
        process.communicate()
    assert [process.returncode for process in processes.values()] == [-signal.SIGKILL] * last + [0]
    leftovers = {nth: temporary_files(path) for nth, path in paths.items()}
    assert any(leftovers.values()), "no kill came in the middle"
    states = [state_after(path) for path in paths.values()]
    before = bytes_of(1) if what == "save" else None
    assert set(states) == {before, bytes_of(2)}
    assert states == sorted(states, key=lambda state: state == bytes_of(2)), "the new state was lost again"


def temporary_files(path: Path) -> list[Path]:
    return list(path.parent.glob(".reviewtui-*"))


def state_after(path: Path) -> bytes | None:
    """Return what is there; check that it can be read and saved, and that nothing half-done stays."""
    with Lock.acquire(path):
        assert not temporary_files(path)
        if not path.exists():
            return None
        found = path.read_bytes()
        ReviewFile.open(path).save({"late": {"x": {}}})
        assert read_documents(path)["late"] == {"x": {}}
        return found


def test_killed_while_it_saves_as_fast_as_it_can(tmp_path: Path) -> None:
    path = tmp_path / "a.review.json"
    path.write_bytes(bytes_of(0))
    chance = random.Random(14)
    for number in range(ROUNDS):
        acknowledged, begun = killed_after(path, chance.randrange(1, 9), number * 1000)
        assert hashlib.sha256(path.read_bytes()).hexdigest() in {acknowledged, begun}
        read_documents(path)


def killed_after(path: Path, saves: int, first: int) -> tuple[str, str]:
    """Kill a program after so many saves; return the hashes of the last that it acknowledged and the last it began."""
    said: dict[str, str] = {}
    with start("hot", path, first) as process:
        assert process.stdout is not None
        for line in process.stdout:
            word, announced = line.split()
            said[word] = announced
            saves -= word == "saved"
            if saves == 0:
                process.kill()
        assert process.wait() == -signal.SIGKILL
    return said["saved"], said["begun"]
