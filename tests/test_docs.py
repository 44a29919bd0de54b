import importlib.util
import json
import re
from dataclasses import fields
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from reviewtui.analysis.entry import NO_LINKS, Adding, entry
from reviewtui.cli import _commands, main
from reviewtui.library import copy_example, read_review
from reviewtui.notation.account import NoticedKind, parse_account, parse_noticed
from reviewtui.notation.capture import parse_capture
from reviewtui.notation.event import parse_event
from reviewtui.notation.labels import Label
from reviewtui.notation.learned import Kind
from reviewtui.settings import NO_PREFERENCES, load
from reviewtui.tui.commands import COMMANDS, all_keys_of

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))


def made_docs() -> ModuleType:
    """`docs/make.py`, as a module."""
    spec = importlib.util.spec_from_file_location("make_docs", ROOT / "docs" / "make.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def made_page(name: str) -> str:
    """What `docs/make.py` makes of a page today."""
    return str(getattr(made_docs(), f"{name}_page")())


@pytest.mark.parametrize("name", ["guide", "keys", "notation"])
def test_a_page_is_what_the_tables_of_the_program_make(name: str) -> None:
    assert (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8") == made_page(name), "run make docs"


def test_the_keys_that_the_guide_names_are_keys() -> None:
    guide = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(\S|ctrl\+\w|f\d+|tab|enter|esc|space|del)`", guide))
    assert len(named) > 10
    assert named - {key for one in COMMANDS for key in all_keys_of(one, {}).split()} == set()


def written_in_the_notation(page: str, after: str, before: str) -> list[str]:
    """What stands in the first column of a table of a page, between two headings."""
    section = page.split(after)[1].split(before)[0]
    return re.findall(r"^\| `([^`]+)` \|", section, re.MULTILINE)


def test_what_the_page_of_the_notation_has_for_signs_and_events_is_read_so() -> None:
    page = (ROOT / "docs" / "notation.md").read_text(encoding="utf-8")
    signs = written_in_the_notation(page, "### `noticed:`", "### `impact:`")
    assert len(signs) == 6
    for sign in signs:
        (line,) = parse_account(sign)
        assert line.label is Label.NOTICED
        assert parse_noticed(line.text).kind is not NoticedKind.NO_TIME
    events = written_in_the_notation(page, "## Events", "<!-- kinds")
    assert len(events) == 6
    read = [parse_event(event, date(2026, 11, 12), "Europe/Berlin") for event in events]
    assert [one.when.precision.value for one in read] == ["exact", "about", "exact", "exact", "unknown", "unknown"]
    assert all(one.problems == () for one in read)


def test_what_the_page_of_the_notation_has_for_what_is_learned_is_read_so(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "notation.md").read_text(encoding="utf-8").split("## What is learned")[1]
    review = read_review(copy_example("payments-cache", tmp_path))
    adding = Adding(review, NO_LINKS, date(2026, 11, 12), "new")
    for kind in Kind:
        lines = page.split(f"### {kind.capitalize()}s\n\n```\n")[1].split("\n```")[0].splitlines()
        assert len(lines) >= 2
        assert [(line, entry(kind, line, adding).problems) for line in lines] == [(line, ()) for line in lines]


def test_what_the_page_of_the_notation_has_for_the_capture_line_is_read_so(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "notation.md").read_text(encoding="utf-8")
    lines = written_in_the_notation(page, "## The capture line", "## Events")
    review = read_review(copy_example("payments-cache", tmp_path))
    read = [parse_capture(line, review, review.events[0].id) for line in lines]
    assert [one.role is not None for one in read] == [True, True, False, False]
    assert [bool(re.match(r"\w+ \d|\d", line)) for line in lines] == [bool(one.problem) for one in read]


def test_every_picture_is_shown_and_every_picture_that_is_shown_is_made() -> None:
    pages = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    shown = set(re.findall(r"pictures/([\w-]+)\.svg\)", pages))
    assert shown == set(made_docs().PICTURES) == {path.stem for path in (ROOT / "docs" / "pictures").iterdir()}


def test_the_settings_that_are_described_are_all_there_are(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    written = tmp_path / "config.toml"
    written.write_text(page.split("```toml\n")[1].split("```")[0])
    assert all(getattr(load(written), one.name) != getattr(NO_PREFERENCES, one.name) for one in fields(NO_PREFERENCES))
    folder = ROOT / "reviewtui" / "data"
    assert [path.name for path in folder.glob("*.toml") if f"`{path.name}`" not in page] == []


def test_links_of_the_pages_lead_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_every_command_is_described() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert [name for name, *_ in _commands() if f"`reviewtui {name}" not in page] == []


TIMELINE = str(ROOT / "tests" / "data" / "markdown-table-cet.md")
SHAPES = {
    "list": (["list"], None),
    "preview": (["preview", TIMELINE], "rows"),
    "import": (["import", "payments-cache", TIMELINE], None),
    "hints": (["hints", str(ROOT / "tests" / "data" / "wording.txt")], None),
    "search": (["search", "cache"], None),
    "differences": (["differences", "payments-cache"], None),
    "check": (["check", "payments-cache"], "to_decide"),
}
"""For each command that prints JSON, how to call it, and where in what it prints its rows are."""


@pytest.mark.parametrize("command", SHAPES)
def test_the_shape_of_what_a_command_prints_is_described(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["demo", "--no-open", "--sessions", str(tmp_path)])
    words, rows = SHAPES[command]
    capsys.readouterr()
    assert main([*words, "--json", "--sessions", str(tmp_path)]) == (1 if command == "check" else 0)
    printed = json.loads(capsys.readouterr().out)
    found = printed[rows] if rows else printed
    row = found[0] if isinstance(found, list) else found
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    section = page.split(f"### `{command} --json`")[1].split("\n### ")[0]
    assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == list(row)


def test_the_page_for_newcomers_names_every_room_and_no_file_that_is_not_there() -> None:
    page = (ROOT / "docs" / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = {
        path.stem for path in (ROOT / "reviewtui").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert {room for room in rooms if not room.startswith("__")} - set(re.findall(r"`(\w+)(?:\.py|/)?`", page)) == set()
    named = set(re.findall(r"`((?:\w+/)+\w+\.(?:py|toml))`", page))
    assert len(named) > 10
    assert {name for name in named if not any((ROOT / root / name).exists() for root in ("", "reviewtui"))} == set()
