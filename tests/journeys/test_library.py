import json
from pathlib import Path

import pytest

from reviewtui.errors import NotSaved
from reviewtui.model.review import OperatingModel, ReviewKind
from reviewtui.settings import Preferences
from reviewtui.store import Lock, ReviewFile
from tests.journeys.facilitator import at_the_keyboard, in_the_example


async def test_an_empty_library_says_what_to_press(tmp_path: Path) -> None:
    async with at_the_keyboard(tmp_path / "none yet") as user:
        user.sees("No reviews yet: n begins one, d opens a worked example", "ctrl+q quit")
        await user.press("enter", "up", "down")
        user.sees("No reviews yet")


async def test_from_the_library_to_the_example_and_back_with_everything_there(tmp_path: Path) -> None:
    async with at_the_keyboard(tmp_path) as user:
        await user.press("d", "enter")
        user.sees("Declined every half hour", "3 Accounts")
        await user.press("down", "enter")
        await user.types("kept on the way out")
        await user.press("ctrl+l")
        user.sees("payments-cache", "Still open")
        await user.press("enter")
        assert "kept on the way out" in [account.text.split("\n")[-1] for account in user.review.accounts]


async def test_one_of_the_worked_examples_is_chosen(tmp_path: Path) -> None:
    async with at_the_keyboard(tmp_path, size=(80, 24)) as user:
        await user.press("d")
        user.sees(
            "Declined every half hour  payments-cache", "Nobody from the clinics came", "A Chaos Day: what each role"
        )
        await user.press("escape")
        user.sees("No reviews yet")
        await user.press("d", "down", "j", "up", "enter")
        user.sees("Locked out of the test environment", "3 Accounts")
        await user.press("ctrl+l", "d", "up", "down", "down", "enter")
        user.sees("Yesterday's answers", "○ Nobody here uses")
        await user.press("ctrl+l")
        user.sees("Locked out", "Yesterday's")
    assert {path.name for path in tmp_path.glob("[!.]*.json")} == {
        "auth-test-env.review.json",
        "records-breaker.review.json",
    }


async def test_a_new_review_is_begun(tmp_path: Path) -> None:
    async with at_the_keyboard(tmp_path, preferences=Preferences(zone="Europe/Berlin")) as user:
        await user.press("n")
        user.sees("A new review", "Europe/Berlin")
        await user.press("enter")
        assert user.notice == "it needs a title and a time zone"
        await user.types("Tills [/] stood still\t")
        await user.press("right", "right", "tab", "right", "enter")
        review = user.review
        assert (review.title, review.kind, review.operating_model, review.zone) == (
            "Tills [/] stood still",
            ReviewKind.NEAR_MISS,
            OperatingModel.YOU_BUILD_IT,
            "Europe/Berlin",
        )
        user.sees("Product team", "builds and operates it")
        assert (tmp_path / "tills-stood-still.review.json").exists()


async def test_quitting_asks_nothing_and_loses_nothing(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("down", "down", "enter")
        await user.types("the last words")
        await user.press("ctrl+q")
        assert user.app._exit
    again = json.loads((tmp_path / "payments-cache.review.json").read_text())
    assert any("the last words" in account["text"] for account in again["accounts"].values())


async def test_a_review_that_is_open_elsewhere_is_shown_and_not_changed(tmp_path: Path) -> None:
    from reviewtui.library import copy_example

    path = copy_example("payments-cache", tmp_path)
    with Lock.acquire(path):
        async with at_the_keyboard(tmp_path, path) as user:
            user.sees("Read-only, follows along", "open on host", "process")
            before = user.review
            await user.press("2", "asterisk")
            assert "read-only" in user.notice
            assert user.review.events == before.events
            await user.press("ctrl+q")


@pytest.mark.parametrize("data", [b"", b"null", b'{"review": {}}', b"{"], ids=["empty", "null", "no review", "cut"])
async def test_a_damaged_file_is_one_line_and_stays_as_it_is(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "broken.review.json"
    path.write_bytes(data)
    async with at_the_keyboard(tmp_path) as user:
        user.sees("broken", "can't be opened")
        await user.press("enter")
        user.sees("broken can't be opened", "byte for byte", "No copy from before was kept")
        await user.press("enter", "escape")
        user.does_not_see("No copy")
    assert path.read_bytes() == data


async def test_a_disk_that_is_full_is_a_banner_and_holds_back_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: ReviewFile, changed: object) -> None:
        raise NotSaved(self.path, "the disk is full")

    async with in_the_example(tmp_path) as user:
        with monkeypatch.context() as patched:
            patched.setattr(ReviewFile, "save", full)
            await user.press("2", "asterisk", "ctrl+q")
            user.sees("Not saved: the disk is full", "not saved")
            assert "ctrl+q again" in user.notice
            assert not user.app._exit
        user.saved()
        await user.settle()
        user.does_not_see("Not saved")
        user.sees("saved")


async def test_keys_can_be_mapped_otherwise(tmp_path: Path) -> None:
    preferences = Preferences(keys={"library.example": "x"}, theme="calm light")
    async with at_the_keyboard(tmp_path, preferences=preferences) as user:
        assert user.app.theme == "calm light"
        user.sees("x examples")
        await user.press("d")
        user.does_not_see("Declined")
        await user.press("x")
        user.sees("Declined every half hour", "payments-cache")


async def test_the_keys_and_the_palette_of_where_one_is(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("question_mark")
        user.sees("Accounts", "Write what the role tells")
        await user.press(*["space"] * 4)
        user.sees("noticed:", "improvised:")
        await user.press(*["down"] * 8)
        user.sees("Account editor", "Keep, and open the next role")
        await user.press("escape", "2", "f1")
        user.sees("Timeline", "Event line")
        await user.press("q", "ctrl+p")
        await user.types("go to people")
        await user.settle()
        await user.press("enter")
        await user.wait_until(lambda: user.review.stage.value == "people")
        await user.press("f8")
        assert user.app.theme == "calm light"
