"""Which doors are open: what is loaded when a room is entered, in a fresh process."""

import os
import subprocess
import sys

import pytest

HEADLESS = (
    "errors", "settings", "paths", "plaintext", "identity", "model.review", "notation.event", "notation.account",
    "codec", "edits.timeline", "analysis.differences", "store", "importers.registry", "report", "session", "library",
    "doctor", "printed", "cli",
)  # fmt: skip


def loaded_by(module: str) -> set[str]:
    code = f"import sys, {module}; print(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("room", HEADLESS)
def test_no_headless_room_knows_the_interface(room: str) -> None:
    assert not loaded_by(f"reviewtui.{room}") & {"textual", "rich", "reviewtui.tui"}


@pytest.mark.parametrize(
    "room", ["model.review", "notation.event", "analysis.differences", "edits.timeline", "codec", "report"]
)
def test_only_the_store_knows_its_database(room: str) -> None:
    assert "tinydb" not in loaded_by(f"reviewtui.{room}")


def test_the_command_line_imports_the_argument_parser_and_next_to_nothing_else() -> None:
    heavy = {"msgspec", "typing", "tinydb", "pathlib", "dataclasses", "asyncio", "zoneinfo", "dateutil", "tomllib"}
    assert not loaded_by("reviewtui.cli") & heavy
    ours = {module for module in loaded_by("reviewtui.cli") if module.startswith("reviewtui")}
    assert ours == {"reviewtui", "reviewtui.cli", "reviewtui.errors"}


def test_the_library_screen_is_drawn_before_anything_of_a_review_is_loaded() -> None:
    assert not loaded_by("reviewtui.tui.app") & {"tinydb", "msgspec", "reviewtui.session", "reviewtui.model.review"}


@pytest.mark.parametrize(("asked", "milliseconds"), [(None, 25), ("80", 80)])
def test_what_is_typed_right_behind_esc_is_a_key_of_its_own(asked: str | None, milliseconds: int) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "ESCDELAY"}
    environment |= {"ESCDELAY": asked} if asked else {}
    code = "import reviewtui.tui.app; from textual.constants import ESCAPE_DELAY; print(ESCAPE_DELAY * 1000)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert float(done.stdout) == pytest.approx(milliseconds)
