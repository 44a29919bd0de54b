import json
import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reviewtui.doctor import Mend, Trouble, examine, mend
from reviewtui.library import copy_example
from reviewtui.store import HISTORY, Kind, Lock, keep_copy, moment_of
from reviewtui.store.durable import _mark
from tests.test_cli import Command

NOW = datetime.now(UTC)


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Command(tmp_path / "kept", capsys)


@pytest.fixture
def path(run: Command) -> Path:
    return copy_example("payments-cache", run.folder)


def told(run: Command, *words: str) -> list[str]:
    run("doctor", "--json", *words)
    return [trouble["what"] for trouble in json.loads(run.out)["troubles"]]


def test_all_is_well_in_a_new_folder_and_in_one_that_is_not_there_yet(run: Command) -> None:
    assert run("doctor") == 0
    assert "(not there yet)" in run.out
    copy_example("payments-cache", run.folder)
    assert run("doctor") == 0
    assert "reviews that can be opened: 1 of 1" in run.out
    assert run.out.endswith("all is as it should be\n")


def test_it_says_where_things_are_in_a_shape_that_stays(run: Command, path: Path) -> None:
    keep_copy(path, path.read_bytes(), Kind.SAVED, moment_of(0))
    with Lock.acquire(path):
        found = run.json("doctor")
    assert list(found) == ["places", "terminal", "reviews", "troubles"]
    assert {place: value["there"] for place, value in found["places"].items()} == {
        "config": False,
        "sessions": True,
        "history": True,
        "cache": False,
    }
    (review,) = found["reviews"]
    assert review.pop("held_by").startswith("on host")
    assert review == {
        "name": "payments-cache",
        "path": str(path),
        "trouble": None,
        "versions": 1,
        "newest_version": "1970-01-01T00:00:00+00:00",
        "good_copy": None,
    }
    assert found["terminal"] is None


def test_a_damaged_review_is_told_with_the_copy_that_can_be_read(run: Command, path: Path) -> None:
    keep_copy(path, path.read_bytes(), Kind.SAVED, moment_of(0))
    keep_copy(path, b"{", Kind.SAVED, moment_of(10**15))
    path.write_bytes(b"")
    assert run("doctor", "--fix") == 1
    assert "it can't be opened: it is empty" in run.out
    assert "a copy of 1970-01-01 00:00 UTC can be read" in run.out
    assert path.read_bytes() == b""


def test_modes_are_mended_when_that_is_asked_for(run: Command, path: Path) -> None:
    copy = keep_copy(path, path.read_bytes(), Kind.SAVED, moment_of(0))
    opened = {path: 0o644, copy: 0o666, run.folder / HISTORY: 0o755, run.folder: 0o777}
    for file, mode in opened.items():
        file.chmod(mode)
    assert run("doctor") == 1
    assert run.out.count("(--fix mends it)") == 4
    assert [stat.S_IMODE(file.stat().st_mode) for file in opened] == list(opened.values())
    assert run("doctor", "--fix") == 0
    assert run.out.count("mended: ") == 4
    assert [stat.S_IMODE(file.stat().st_mode) for file in opened] == [0o600, 0o600, 0o700, 0o775]
    assert told(run) == []


def test_leftovers_are_removed_and_a_save_that_is_under_way_is_not_disturbed(run: Command, path: Path) -> None:
    mine = path.with_name(f"{_mark(path.name)}0123456789abcdef")
    others_old = path.with_name(".reviewtui-00000000-old")
    others_new = path.with_name(".reviewtui-00000000-new")
    for file in (mine, others_old, others_new):
        file.touch(mode=0o600)
    os.utime(others_old, (0, 0))
    with Lock.acquire(path):
        mine.touch(mode=0o600)
        assert told(run, "--fix") == ["a program that was killed left it behind"]
        assert (mine.exists(), others_old.exists(), others_new.exists()) == (True, False, True)
    assert told(run, "--fix") == ["a program that was killed left it behind"]
    assert (mine.exists(), others_new.exists()) == (False, True)
    later = examine(run.folder, NOW + timedelta(hours=2))
    assert [trouble.path for trouble in later.troubles] == [others_new]


def test_a_history_that_is_no_folder_is_told(run: Command, path: Path) -> None:
    (run.folder / HISTORY).write_bytes(b"")
    assert told(run) == ["it is no folder, so that no versions can be kept"]


def test_settings_that_can_not_be_read_are_told_and_stop_nothing(run: Command, path: Path, tmp_path: Path) -> None:
    config = tmp_path / "config" / "reviewtui" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("sessions = [")
    assert run("doctor") == 1
    assert "the settings can't be read" in run.out
    assert "payments-cache" in run.out


def test_own_words_that_can_not_be_read_are_told_and_those_that_can_are_not(run: Command, tmp_path: Path) -> None:
    own = tmp_path / "config" / "reviewtui"
    own.mkdir(parents=True)
    (own / "prompts.toml").write_text('[[prompt]]\nask = "who?"\ngroup = "no such group"\n')
    (own / "wording.toml").write_text("[[hint")
    (own / "ground_rules.toml").write_text('[[purpose]]\nsay = "We are here to learn."\n')
    assert run("doctor") == 1
    first, second = (line for line in run.out.splitlines() if "left out" in line)
    assert first.startswith(f"{own / 'prompts.toml'}: what it adds is left out: ")
    assert second.startswith(f"{own / 'wording.toml'}: what it adds is left out: ")
    assert "ground_rules" not in run.out


def test_a_folder_that_can_not_be_written_is_told(run: Command, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda asked, _: False)
    assert told(run) == ["nothing can be saved in it"]


def test_names_of_files_are_told_as_text(run: Command) -> None:
    run.folder.mkdir(mode=0o700)
    (run.folder / "[@]\x1b[2J.review.json").write_bytes(b"")
    assert run("doctor") == 1
    assert "\x1b" not in run.out
    assert "[@]␛[2J" in run.out


def test_what_can_not_be_mended_is_left(tmp_path: Path) -> None:
    assert not mend(Trouble(tmp_path / "gone", "x", Mend.CLOSE))
    assert not mend(Trouble(tmp_path, "x"))
