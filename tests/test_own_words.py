"""Every sentence that the program itself can make passes the hints that it gives to others, the soft ones included."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewtui.analysis.asking import Prompt
from reviewtui.analysis.wording import People, Wording, hints
from reviewtui.data import records
from reviewtui.tui.commands import COMMANDS

KNOWN = records("wording.toml", "hint", Wording)
ROOT = Path(__file__).parents[1]
PROGRAM = ROOT / "reviewtui"
SOMEBODY = People(roles=frozenset({"x"}))
"""What a sentence is about may be a role: whatever stands for a name in it counts as one."""
HINTED_AT = {"subjects.py", "wording.py", "ordinary_words.py"}
"""Files of `analysis` that hold the words which are looked for."""


def sentences(path: Path) -> Iterator[str]:
    """Yield every text of a module with more than one word in it, but for what documents it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documents = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside | documents:
            yield node.value


def hinted(text: str) -> list[str]:
    return [f"{one.phrase} in {text!r}" for one in hints(text, KNOWN, SOMEBODY, soft=True)]


def modules() -> list[Path]:
    return [
        path
        for path in sorted(PROGRAM.rglob("*.py"))
        if not (path.parent.name == "analysis" and path.name in HINTED_AT)
    ]


def test_nothing_in_the_program_says_what_it_would_hint_at() -> None:
    texts = [text for path in modules() for text in sentences(path) if " " in text.strip() and "(?" not in text]
    assert len(texts) > 1000
    assert [found for text in texts for found in hinted(text)] == []


def test_no_question_to_ask_would_be_hinted_at() -> None:
    bank = records("prompts.toml", "prompt", Prompt)
    assert [found for prompt in bank for text in prompt.ask for found in hinted(text)] == []
    assert [found for one in KNOWN for found in hinted(one.ask)] == []
    assert [found for one in COMMANDS for found in hinted(one.text)] == []


@pytest.mark.parametrize(
    "page", sorted([*(ROOT / "docs").glob("*.md"), ROOT / "README.md"]), ids=lambda path: path.name
)
def test_no_page_of_the_documentation_would_be_hinted_at(page: Path) -> None:
    assert hinted(page.read_text(encoding="utf-8")) == []
