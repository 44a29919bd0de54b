"""How each screen looks, at both sizes; after a change that is meant, look at the new pictures and keep them."""

import os
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import msgspec
import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from reviewtui import codec
from reviewtui.library import copy_example, read_review
from reviewtui.model.review import Review
from reviewtui.store import Kind, keep_copy
from reviewtui.store.tables import fragments, joined
from reviewtui.tui.screens.review import ReviewScreen
from reviewtui.tui.stages.accounts import AccountsStage
from reviewtui.tui.widgets.account_editor import AccountEditor
from tests.faults.disk import FULL, Disk, working_on
from tests.journeys.facilitator import SIZES, Facilitator
from tests.snapshots.pictured import Pictured, hard_to_read

NOW = datetime(2026, 11, 13, 10, 30, tzinfo=UTC)
TIMELINE = Path(__file__).parents[1] / "data" / "markdown-12-hour-bst.md"
SCREENS = {
    "people": ["1"],
    "services": ["1", "left", *["right", *["down"] * 6, *[" "] * 3, "left"]],
    "plan": ["1", "right", "down"],
    "plan form": ["1", "e"],
    "question form": ["1", "q", *"Users: when did you call", "tab", *"15:2"],
    "invitation": ["1", "y"],
    "ground rules": ["1", "g", "down", "down"],
    "ground rules in the room": ["1", "g", "down", "down", "f9"],
    "role form": ["1", "right", "enter"],
    "running over": ["1", "m", "left", "escape", "3", "n"],
    "timeline": ["2"],
    "event line": ["2", "e", *"12:05 request: who can purge"],
    "event form": ["2", "enter"],
    "accounts": ["3", "n"],
    "accounts in the other layout": ["3", "n", "v"],
    "writing": ["3", "n", "right", "enter", *"noticed: 12:10 pager"],
    "writing beside another's account": ["3", "home", "N", *"not: +3m the board", "enter", *"impa: some of it"],
    "differences": ["4", *["down"] * 9],
    "who knew": ["3", "n", "n", "w", "right"],
    "discussing": ["4", *["down"] * 4, "d", "m"],
    "factors": ["3", "n", "5"],
    "insights": ["5", "right", "down"],
    "actions": ["5", "right", "right"],
    "questions": ["5", "left"],
    "insight form": ["5", "right", "enter"],
    "action form": ["5", "right", "right", "enter"],
    "adding factors": ["3", "n", "5", "f", *"human, easier: two people were in the office"],
    "adding an action from an account": ["3", "n", "right", "a", *"Add logging @Payments by Friday"],
    "only some": ["2", "v", "space", "tab", "space", "enter"],
    "voices": ["3", "V", "down"],
    "words to think about": ["3", "f", *"We forgot the till, which was human error", "f2"],
    "search": ["3", "slash", *"registry"],
    "parked": ["3", "n", "O", *"who pays for the pager", "enter", "5", "left"],
    "parking": ["3", "n", "O", *"who pays for the pager"],
    "capture": ["3", "n", "c", *"ops 14:12 thought: the nightly job"],
    "moving an account": ["3", "n", "m", *"rollb"],
    "who has arrived": ["1", "down", "down", *[" "] * 3, "3", "n", "plus"],
    "catching up": ["1", "down", "down", *[" "] * 3, "3", "n", "plus", "enter"],
    "not filed": ["3", "n", "c", *"nobody knew of it", "enter", "escape", "C", "down"],
    "room": ["3", "n", "f9"],
    "report": ["6"],
    "to decide": ["6", "tab"],
    "keys": ["3", "question_mark"],
    "palette": ["3", "ctrl+p", *"read"],
    "light": ["3", "n", "f8"],
    "high contrast": ["3", "n", "f8", "f8"],
}


def an_app(folder: Path, opening: Path | None) -> Pictured:
    ids = (f"{number:010}" for number in count(1))
    return Pictured(folder, opening, clock=lambda: NOW, make_id=lambda: next(ids))


def looks(
    snap_compare: Any,
    app: Pictured,
    size: tuple[int, int],
    walk: Callable[[Facilitator], Awaitable[None]],
    *,
    save: bool = True,
) -> bool:
    async def run_before(pilot: Pilot[None]) -> None:
        user = Facilitator(app, pilot)
        await user.settle()
        await walk(user)
        for screen in app.screen_stack:
            if isinstance(screen, ReviewScreen):
                hours = count(1e6, 3600.0)
                screen.words.clock = lambda hours=hours: next(hours)  # type: ignore[misc]  # bound by its default
                screen.words.look()
                screen.words.look()
        # What would depend on how quick the machine is: what is asked for and saved by now, a cursor that is lit.
        written = app.focused if isinstance(app.focused, AccountEditor) else None
        if written is not None and (stage := next(iter(app.screen.query(AccountsStage)), None)) and stage._writing:
            stage._writing.ask()
        else:
            app._keep()
        if app.session is not None and save:
            app.session.save()
        if isinstance(app.focused, Input | TextArea):
            app.focused.cursor_blink = False
        app.is_seen = True
        for screen in app.screen_stack:
            screen.refresh()
        await user.settle()
        if app.session is not None:
            app.session.abandon()
            await user.settle()
        assert not hard_to_read(app)

    return bool(snap_compare(app, terminal_size=size, run_before=run_before))


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS.keys())
def test_the_worked_example(snap_compare: Any, tmp_path: Path, keys: list[str], size: tuple[int, int]) -> None:
    async def walk(user: Facilitator) -> None:
        await user.press(*("space" if key == " " else key for key in keys))

    assert looks(snap_compare, an_app(tmp_path, copy_example("payments-cache", tmp_path)), size, walk)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
@pytest.mark.parametrize("keys", [["3", "n", "b"], ["3", "n"]], ids=["veiled", "lifted"])
def test_predictions(snap_compare: Any, tmp_path: Path, keys: list[str], size: tuple[int, int]) -> None:
    async def walk(user: Facilitator) -> None:
        await user.press(*keys)

    assert looks(snap_compare, an_app(tmp_path, copy_example("breaker-chaos-day", tmp_path)), size, walk)


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


def another_state(path: Path) -> Review:
    """The worked example as it might be elsewhere: a title, a moment and what one role told are different."""
    review = read_review(path)
    first, *accounts = review.accounts
    other_words = msgspec.structs.replace(first, text=f"{first.text}\nharder: the footer had no switch")
    return msgspec.structs.replace(
        review, title="Declined", events=review.events[:-1], accounts=(other_words, *accounts)
    )


def bytes_of(review: Review) -> bytes:
    return joined(fragments(codec.to_documents(review)).values())


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
def test_the_saved_versions(snap_compare: Any, tmp_path: Path, size: tuple[int, int]) -> None:
    path = copy_example("payments-cache", tmp_path)
    for days, review in enumerate((read_review(path), another_state(path))):
        keep_copy(path, bytes_of(review), Kind.SAVED, NOW - timedelta(days=days))

    async def walk(user: Facilitator) -> None:
        await user.press("ctrl+r", "down")

    assert looks(snap_compare, an_app(tmp_path, path), size, walk)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
def test_a_change_on_disk(snap_compare: Any, tmp_path: Path, size: tuple[int, int]) -> None:
    path = copy_example("payments-cache", tmp_path)
    app = an_app(tmp_path, path)

    async def walk(user: Facilitator) -> None:
        path.write_bytes(bytes_of(another_state(path)))
        os.utime(path, (NOW.timestamp(), NOW.timestamp()))
        assert app.session is not None
        app.session.look()
        app.session.look()
        await user.settle()
        await user.press("f7")

    assert looks(snap_compare, app, size, walk)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
def test_a_damaged_file(
    snap_compare: Any, tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.chdir(tmp_path)
    path = copy_example("payments-cache", Path("reviews"))
    for days in range(2):
        keep_copy(path, path.read_bytes(), Kind.SAVED, NOW - timedelta(days=days))
    path.write_bytes(path.read_bytes()[:1000])

    async def walk(user: Facilitator) -> None:
        pass

    assert looks(snap_compare, an_app(Path("reviews"), path), size, walk)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
def test_a_disk_that_is_full(snap_compare: Any, tmp_path: Path, size: tuple[int, int]) -> None:
    app = an_app(tmp_path, copy_example("payments-cache", tmp_path))

    async def walk(user: Facilitator) -> None:
        with working_on(Disk(1, FULL, lasting=True)):
            await user.press("3", "asterisk")
            await user.wait_until(lambda: "Not saved" in user.screen)

    assert looks(snap_compare, app, size, walk, save=False)
