"""The main job, whole: from an empty folder to a shared report, on a published timeline."""

import re
from pathlib import Path

import pytest

from reviewtui.library import read_review
from reviewtui.model.review import Stage
from reviewtui.settings import Preferences
from tests.journeys.facilitator import SIZES, Facilitator, at_the_keyboard, in_the_example

DATA = Path(__file__).parents[1] / "data"
CULLER_FLOOD = DATA / "markdown-headings-cest.md"


async def reads(user: Facilitator, path: Path) -> None:
    """Choose a file in the timeline."""
    await user.press("2", "ctrl+o")
    await user.types(str(path))
    await user.press("enter")


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
async def test_from_an_empty_folder_to_a_shared_report(
    tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "kept"
    async with at_the_keyboard(folder, size=size, preferences=Preferences(zone="Europe/Berlin")) as user:
        await user.press("n")
        await user.types("Culler flood\n")
        await user.press("s")
        await user.types("JupyterHub\n")
        await user.press("p")
        await user.types("Noor\t")
        await user.press("left", "tab", "right", "tab")
        await user.types("Another hub\n")
        await reads(user, CULLER_FLOOD)
        user.sees("15 events", "CEST (named in the file)", "Upgrade of jupyterhub")
        await user.press("enter")
        assert len(user.review.events) == 15
        await user.press("home", "down", "asterisk", "down", "asterisk", "up", "3", "enter")
        await user.types("noticed: today\thelp: asked the network team\nnoticed: 14:29 chat\t")
        await user.types("noticed: 13:35 own launch\nimpact: total\t")
        await user.types("because: the culler had no tests\timproved nothing\t\t")
        await user.press("escape")
        await user.press("up", "up")
        user.sees("reached Users at 13:35 by own launch")
        await user.press("6", "t")
        await user.types("\t\t\t\t\tThe Hub was flooded with requests to stop servers that did not run.")
        await user.press("escape", "home")
        user.sees("Culler flood", "A draft")
        await user.press("x", "enter")
        assert "exported to" in user.notice
        await user.press("ctrl+q")
    report = (tmp_path / "culler-flood.md").read_text()
    assert "The Hub was flooded with requests" in report
    assert "| noticed | in this review | 14:29 by chat | 13:35 by own launch |" in re.sub(" +", " ", report)
    assert "reached Users at 13:35 by own launch" in report
    again = read_review(folder / "culler-flood.review.json")
    assert again.stage is Stage.REPORT
    assert len(again.accounts) == 5


async def test_reading_the_same_file_again_adds_nothing(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        before = user.review.events
        await reads(user, CULLER_FLOOD)
        await user.press("enter")
        assert user.notice == "read 15 events; u takes them back"
        taken = user.review.events
        await reads(user, CULLER_FLOOD)
        user.sees("already here")
        await user.press("enter")
        assert "nothing is chosen" in user.notice
        await user.press("escape")
        assert user.review.events is taken
        await user.press("u")
        assert user.review.events == before


async def test_rows_are_chosen_one_by_one(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        before = len(user.review.events)
        await reads(user, CULLER_FLOOD)
        await user.press("a", "space", "down", "space", "enter")
        assert len(user.review.events) == before + 2
        await reads(user, CULLER_FLOOD)
        await user.press("escape")
        assert len(user.review.events) == before + 2


async def test_another_zone_for_a_file_that_names_none(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Outage of 12 November 2026\n\n10:42 the pager rings\n10:50 all hands\n11:05 quiet again\n")
    async with in_the_example(tmp_path) as user:
        await reads(user, notes)
        user.sees("3 events", "Europe/Berlin (assumed")
        await user.press("z")
        await user.types("Nowhere\n")
        assert "no time zone" in user.notice
        await user.press("z")
        await user.types("UTC\n")
        user.sees("UTC (as you gave it)", "11:42")
        await user.press("enter")
        assert [event.title for event in user.review.events][:3] == ["the pager rings", "all hands", "quiet again"]


async def test_a_pasted_timeline_is_looked_at_before_it_is_taken(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("2")
        await user.pastes(
            "Thursday 12 November 2026\n\n18:01 somebody writes it up\n18:20 somebody reads it\n18:30 done\n"
        )
        user.sees("Pasted text", "3 events")
        await user.press("enter")
        assert [event.title for event in user.review.events][-1] == "done"


async def test_a_file_without_a_timeline_says_so(tmp_path: Path) -> None:
    (tmp_path / "poem.txt").write_text("Roses are red\n")
    (tmp_path / "noise").write_bytes(bytes(range(256)) * 40)
    async with in_the_example(tmp_path) as user:
        before = user.review.events
        for name in ("poem.txt", "noise", "not there.md", "."):
            await reads(user, tmp_path / name)
            await user.press("escape", "escape")
        assert user.review.events is before


async def test_the_file_is_found_by_a_part_of_its_name(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("2", "ctrl+o")
        await user.types(f"{DATA}/")
        user.sees("markdown-12-hour-bst.md", "markdown-table-cet.md")
        await user.types("table-cet.md")
        user.does_not_see("markdown-12-hour-bst.md")
        await user.press("tab", "enter")
        user.sees("14 events", "CET (named in the file)")


async def test_the_report_is_walked_copied_and_exported_where_one_says(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("6")
        user.sees("A draft, for those who were in the room.", "tell Noor Whimbrel before others read it", "↓")
        await user.press(*["right"] * 5)
        user.sees("13:31 v4.8 goes out to all eight instances", "Delivery", "Operations")
        await user.press("end")
        user.sees("What the labels mean")
        user.does_not_see("A draft", "more line")
        await user.press("home", "y")
        assert user.app.clipboard.startswith("# Declined every half hour")
        await user.press("x")
        await user.types(f"{tmp_path}/no such folder/report.md\n")
        assert "not saved" in user.notice
        await user.press("x")
        await user.types(f"{tmp_path}/shared.md\n")
        assert (tmp_path / "shared.md").read_text() == user.app.clipboard
        await user.press("x")
        user.does_not_see("enter replaces it")
        await user.types(f"{tmp_path}/shared.md")
        user.sees("this file is there already: enter replaces it")
        await user.press("escape")
        assert len(list(tmp_path.glob("*.md"))) == 1
