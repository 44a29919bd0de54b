import importlib.util
import json
import re
from pathlib import Path

import pytest

from reviewtui.cli import _commands, main

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))


def test_the_page_of_keys_is_what_the_table_of_commands_makes() -> None:
    spec = importlib.util.spec_from_file_location("make_docs", ROOT / "docs" / "make.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    assert (ROOT / "docs" / "keys.md").read_text(encoding="utf-8") == made.keys_page(), "run make docs"


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
