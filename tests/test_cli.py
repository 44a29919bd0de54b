import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reviewtui.cli import main
from reviewtui.library import copy_example, read_review
from reviewtui.store import Lock

DATA = Path(__file__).parent / "data"
COMMANDS = (
    "demo",
    "new",
    "open",
    "show",
    "list",
    "preview",
    "import",
    "differences",
    "check",
    "search",
    "hints",
    "doctor",
    "export",
)


class Command:
    """Runs commands on a folder, and keeps what they printed."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys
        self.out = self.err = ""

    def __call__(self, *words: str) -> int:
        status = main(["--sessions", str(self.folder), *words])
        self.out, self.err = self._capsys.readouterr()
        return status

    def json(self, *words: str) -> Any:
        assert self(*words, "--json") == 0, self.err
        return json.loads(self.out)


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(tmp_path / "kept", capsys)


@pytest.fixture
def example(run: Command) -> Path:
    return copy_example("payments-cache", run.folder)


def test_a_worked_example_is_copied_once_and_left_as_it_is(run: Command) -> None:
    assert run("demo", "--no-open") == 0
    path = Path(run.out.strip())
    assert path == run.folder / "payments-cache.review.json"
    path.write_text("mine now")
    assert run("demo", "payments-cache", "--no-open") == 0
    assert path.read_text() == "mine now"
    assert run("demo", "--list") == 0
    assert re.search(r"^payments-cache +Declined every half hour +To begin with: ", run.out)
    assert re.search(r"^records-breaker +Yesterday's answers +Nobody from the clinics came", run.out, re.MULTILINE)
    assert len(run.out.splitlines()) == 4
    assert run("demo", "nothing-like-it", "--no-open") == 2
    assert "payments-cache" in run.err


def test_a_review_is_made(run: Command) -> None:
    assert (
        run(
            "new",
            "Tills: 50% [off]",
            "--zone",
            "Europe/Berlin",
            "--model",
            "ybiyri",
            "--kind",
            "chaos-day",
            "--no-open",
        )
        == 0
    )
    review = read_review(Path(run.out.strip()))
    assert (review.title, review.zone, review.kind.value) == ("Tills: 50% [off]", "Europe/Berlin", "chaos day")
    assert [role.name for role in review.roles] == ["Product team", "Users"]
    assert run("new", "x", "--zone", "Nowhere/Land", "--no-open") == 2
    assert "no time zone" in run.err
    assert run("new", " ", "--no-open") == 2


def test_the_list_says_what_there_is(run: Command, example: Path) -> None:
    (run.folder / "broken.review.json").write_bytes(b"")
    row, broken = run.json("list")
    assert {name: row[name] for name in ("name", "title", "date", "stage")} == {
        "name": "payments-cache",
        "title": "Declined every half hour",
        "date": "2026-11-12",
        "stage": "accounts",
    }
    assert row["open"] == {"moments": 1, "questions": 3, "actions": 4}
    assert "left as it is" in broken["trouble"]
    assert run("list") == 0
    assert "payments-cache  Declined every half hour  2026-11-12" in run.out


def test_the_list_of_an_empty_folder(run: Command) -> None:
    assert run.json("list") == []
    assert run("list") == 0
    assert run.out == ""


@pytest.mark.parametrize(
    ("name", "rows", "first", "zone"),
    [
        ("markdown-headings-cest.md", 15, "2018-04-18T12:35:00+02:00", "CEST"),
        ("markdown-table-cet.md", 14, "2019-11-29T12:00:00+01:00", "CET"),
        ("markdown-12-hour-bst.md", 17, "2025-08-12T17:00:00+01:00", "BST"),
    ],
)
def test_a_preview_says_what_would_be_read(run: Command, name: str, rows: int, first: str, zone: str) -> None:
    value = run.json("preview", str(DATA / name))
    assert len(value["rows"]) == rows
    assert value["rows"][0]["start"] == first
    assert value["rows"][0]["source"] == name
    assert [(one["zone"], one["origin"]) for one in value["zones"]] == [(zone, "named")]
    assert set(value["rows"][0]) >= {
        "start", "end", "day", "precision", "title", "kind", "source", "line", "as_written",
    }  # fmt: skip
    assert run("preview", str(DATA / name)) == 0
    assert f"{rows} events" in run.out


def test_a_preview_touches_nothing(run: Command) -> None:
    assert run("preview", str(DATA / "markdown-table-cet.md")) == 0
    assert not run.folder.exists()


def test_an_import_adds_once(run: Command, example: Path) -> None:
    notes = str(DATA / "markdown-headings-cest.md")
    assert run.json("import", "payments-cache", notes) == {
        "added": 15,
        "changed": 0,
        "unchanged": 0,
        "set_aside": 0,
        "skipped": 0,
    }
    before = example.read_bytes()
    assert run("import", "payments-cache", notes) == 0
    assert run.out == "0 added, 0 changed, 15 unchanged, 0 set aside, 0 skipped\n"
    assert example.read_bytes() == before
    assert len(read_review(example).events) == 16 + 15


def test_an_import_never_asks(run: Command, example: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("03/04/2026 10:00 UTC it begins\n03/04/2026 10:20 UTC it ends\n")
    before = example.read_bytes()
    assert run("import", "payments-cache", str(notes)) == 2
    assert "notes.txt, line 1" in run.err
    assert example.read_bytes() == before
    assert run.json("import", "payments-cache", str(notes), "--dates", "mdy")["added"] == 2
    assert any(event.when.start and event.when.start.month == 3 for event in read_review(example).events)


def test_an_import_into_a_review_that_is_open_elsewhere(run: Command, example: Path) -> None:
    with Lock.acquire(example):
        assert run("import", "payments-cache", str(DATA / "markdown-table-cet.md")) == 3
        assert "open elsewhere" in run.err
        assert run("differences", "payments-cache") == 0


def test_differences(run: Command, example: Path) -> None:
    rows = run.json("differences", "every half hour")
    unaware = next(row for row in rows if row["kind"] == "unaware")
    assert unaware["certain"] is True
    assert unaware["roles"]
    assert {row["verdict"] for row in rows} >= {None, "confirmed", "left open", "not a difference"}
    assert run("differences", "payments-cache") == 0
    assert "≠" in run.out
    assert "Who knew what, when" in run.out


def test_a_check_says_what_is_to_decide_and_ends_with_one(run: Command, example: Path) -> None:
    assert run("check", "payments-cache", "--json") == 1
    value = json.loads(run.out)
    (quote,) = value["to_decide"]
    assert quote["kind"] == "quote"
    assert quote["places"][0]["stage"] == "accounts"
    assert {"proxy", "open question"} <= {gap["kind"] for gap in value["known_gaps"]}
    assert run("check", "payments-cache") == 1
    assert "To decide\n  Operations at 17:10, “I wrote the truth" in run.out
    assert "Known gaps, which need no decision\n" in run.out


def test_a_check_of_a_review_with_nothing_to_decide(run: Command) -> None:
    assert run("new", "Tills", "--zone", "UTC", "--no-open") == 0
    assert run("check", "tills") == 0
    assert run.out.startswith("Nothing to decide\n\nKnown gaps")
    assert json.loads(json.dumps(run.json("check", "tills")))["to_decide"] == []


def test_a_check_prints_no_secret(run: Command, example: Path) -> None:
    text = example.read_text(encoding="utf-8")
    example.write_text(
        text.replace("A regular of thirty", "password: sw0rdfish1 A regular of thirty"), encoding="utf-8"
    )
    assert run("check", "payments-cache") == 1
    assert "The secret “sw…” stands in what Users told of ~13:34" in run.out
    assert "sw0rd" not in run.out
    assert run("check", "payments-cache", "--json") == 1
    assert "sw0rd" not in run.out


def test_a_search_goes_through_all_reviews(run: Command, example: Path) -> None:
    copy_example("records-breaker", run.folder)
    rows = run.json("search", "lamp", "shelf")
    assert [(row["name"], row["what"]) for row in rows] == [("records-breaker", "Engineers, 14:26")]
    assert "noticed: 14:26 by a red lamp on our shelf" in rows[0]["text"].splitlines()
    assert rows[0]["place"]["stage"] == "accounts"
    assert run("search", "lamp", "shelf") == 0
    assert run.out.splitlines() == [
        "records-breaker  Yesterday's answers",
        "  Engineers, 14:26: noticed: 14:26 by a red lamp on our shelf",
    ]
    assert {row["name"] for row in run.json("search", "cache")} == {"payments-cache"}


def test_a_search_says_what_is_private_and_what_could_not_be_read(run: Command, example: Path) -> None:
    (run.folder / "torn.review.json").write_text("{")
    review = read_review(example)
    prepared = next(question.text for question in review.questions if question.prepared)
    assert run("search", *prepared.split()) == 0
    assert run.out.splitlines()[1].startswith("  private, ")
    assert "torn" in run.err


def test_a_search_that_finds_nothing_ends_with_one(run: Command, example: Path) -> None:
    assert run("search", "xylophone") == 1
    assert (run.out, run.err) == ("", "")


def test_an_export(run: Command, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("export", "payments-cache", "-f", "markdown", "-o", "-") == 0
    text = run.out
    assert text.startswith("# Declined every half hour\n")
    assert run("export", "payments-cache") == 0
    assert Path(run.out.strip()).read_text() == text
    assert run("export", "payments-cache", "-o", str(tmp_path / "none" / "x.md")) == 2
    assert "not saved" in run.err


@pytest.mark.parametrize(
    "words", [["export", "nothing-like-it"], ["import", "x", "nowhere.md"], ["preview", "nowhere.md"]]
)
def test_what_is_not_there_is_one_line(run: Command, words: list[str]) -> None:
    assert run(*words) == 2
    assert run.err.startswith("reviewtui: ")
    assert run.err.count("\n") == 1


def test_messages_carry_no_control_bytes(run: Command) -> None:
    assert run("open", "\x1b[2J\ud800") == 2
    assert "\x1b" not in run.err


@pytest.mark.parametrize("words", [[], ["demo"], ["new", "x"], ["open", "payments-cache"]])
def test_nothing_interactive_starts_without_a_terminal(run: Command, example: Path, words: list[str]) -> None:
    before = sorted(run.folder.iterdir())
    assert run(*words) == 2
    assert "needs a terminal" in run.err
    assert sorted(run.folder.iterdir()) == before


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(run: Command, capsys: pytest.CaptureFixture[str], name: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    assert f"example: reviewtui {name}" in capsys.readouterr().out


def test_the_program_names_its_commands_and_refuses_others(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    shown = capsys.readouterr().out
    assert [name for name in COMMANDS if name not in shown] == []
    for words in (["nope"], ["list", "--nope"], ["export", "x", "-f", "pdf"]):
        with pytest.raises(SystemExit) as ended:
            main(words)
        assert ended.value.code == 2


def test_settings_name_the_folder_and_a_broken_file_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    settings = tmp_path / "reviewtui" / "config.toml"
    settings.parent.mkdir()
    settings.write_text(f'sessions = "{tmp_path}/here"\nzone = "Europe/Paris"\n')
    assert main(["new", "One", "--no-open"]) == 0
    path = Path(capsys.readouterr().out.strip())
    assert path.parent == tmp_path / "here"
    assert read_review(path).zone == "Europe/Paris"
    settings.write_text("shoe_size = 44\n")
    assert main(["list"]) == 2
    assert "shoe_size" in capsys.readouterr().err


def test_a_closed_pipe_is_no_error(example: Path) -> None:
    command = f"{sys.executable} -m reviewtui --sessions {example.parent} export payments-cache -o - | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True, env={**os.environ})
    assert done.stdout == "# Declined every half hour\n"
    assert "Traceback" not in done.stderr


def test_words_of_a_text_are_hinted_at(run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notes = tmp_path / "notes.md"
    notes.write_text("The queue missed its deadline.\nWe should have looked.\n\x1b[2J [/] obviously\n")
    assert run("hints", str(notes)) == 0
    assert run.out == f"{notes}:2: “should have”  What made what they did sensible at that moment?\n"
    assert [row["phrase"] for row in run.json("hints", "--soft", str(notes))] == ["should have", "obviously"]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"whose fault\xff was it")))
    assert run.json("hints", "-")[0]["source"] == "-"


def test_a_text_may_name_the_people_of_a_review(run: Command, example: Path, tmp_path: Path) -> None:
    name = read_review(example).people[0].name
    (tmp_path / "notes.md").write_text(f"{name} broke the build.")
    assert run.json("hints", str(tmp_path / "notes.md")) == []
    assert run.json("hints", "--people", example.name, str(tmp_path / "notes.md"))[0]["phrase"] == "broke"
