"""How each screen looks, at both sizes; after a change that is meant, look at the new pictures and keep them."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from reviewtui.library import copy_example
from reviewtui.tui.app import ReviewApp
from tests.journeys.facilitator import SIZES, Facilitator

NOW = datetime(2026, 11, 13, 10, 30, tzinfo=UTC)
TIMELINE = Path(__file__).parents[1] / "data" / "markdown-12-hour-bst.md"
SCREENS = {
    "people": ["1"],
    "role form": ["1", "right", "enter"],
    "timeline": ["2"],
    "event line": ["2", "e", *"12:05 request: who can purge"],
    "event form": ["2", "enter"],
    "accounts": ["3", "n"],
    "accounts in the other layout": ["3", "n", "v"],
    "writing": ["3", "n", "right", "enter", *"noticed: 12:10 pager"],
    "differences": ["4", *["down"] * 9],
    "discussing": ["4", *["down"] * 4, "d", "m"],
    "report": ["6"],
    "keys": ["3", "question_mark"],
    "palette": ["3", "ctrl+p", *"read"],
    "light": ["3", "n", "f8"],
    "high contrast": ["3", "n", "f8", "f8"],
}


def an_app(folder: Path, opening: Path | None) -> ReviewApp:
    ids = (f"{number:010}" for number in count(1))
    return ReviewApp(folder, opening, clock=lambda: NOW, make_id=lambda: next(ids))


def looks(
    snap_compare: Any, app: ReviewApp, size: tuple[int, int], walk: Callable[[Facilitator], Awaitable[None]]
) -> bool:
    async def run_before(pilot: Pilot[None]) -> None:
        user = Facilitator(app, pilot)
        await user.settle()
        await walk(user)
        # What would depend on how quick the machine is: what is asked for and saved by now, a cursor that is lit.
        app._keep()
        if app.session is not None:
            app.session.save()
        if isinstance(app.focused, Input | TextArea):
            app.focused.cursor_blink = False
        await user.settle()
        if app.session is not None:
            # How far a save has come by now is a matter of the machine.
            app.session.save()
            app.session.abandon()
            await user.settle()

    return bool(snap_compare(app, terminal_size=size, run_before=run_before))


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS.keys())
def test_the_worked_example(snap_compare: Any, tmp_path: Path, keys: list[str], size: tuple[int, int]) -> None:
    async def walk(user: Facilitator) -> None:
        await user.press(*("space" if key == " " else key for key in keys))

    assert looks(snap_compare, an_app(tmp_path, copy_example("payments-cache", tmp_path)), size, walk)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
def test_the_library(snap_compare: Any, tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    async def walk(user: Facilitator) -> None:
        pass

    monkeypatch.chdir(tmp_path)
    folder = Path("reviews")
    folder.mkdir()
    copy_example("payments-cache", folder)
    (folder / "cut.review.json").write_text('{"_default": {"1"')
    assert looks(snap_compare, an_app(folder, None), size, walk)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
def test_an_empty_library(snap_compare: Any, size: tuple[int, int]) -> None:
    async def walk(user: Facilitator) -> None:
        pass

    assert looks(snap_compare, an_app(Path("nothing-here"), None), size, walk)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
def test_the_worked_examples_to_choose_from(snap_compare: Any, size: tuple[int, int]) -> None:
    async def walk(user: Facilitator) -> None:
        await user.press("d", "down")

    assert looks(snap_compare, an_app(Path("nothing-here"), None), size, walk)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
def test_a_new_review(snap_compare: Any, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")

    async def walk(user: Facilitator) -> None:
        await user.press("n")
        await user.types("Checkout outage")

    assert looks(snap_compare, an_app(Path("nothing-here"), None), size, walk)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
def test_a_timeline_that_is_about_to_be_read(snap_compare: Any, tmp_path: Path, size: tuple[int, int]) -> None:
    app = an_app(tmp_path, copy_example("payments-cache", tmp_path))

    async def walk(user: Facilitator) -> None:
        await user.press("2")
        await app.preview(TIMELINE)

    assert looks(snap_compare, app, size, walk)
