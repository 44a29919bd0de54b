"""Purpose and ground rules: read aloud by the facilitator, followed by the room's window."""

from pathlib import Path

import pytest

from reviewtui.library import copy_example
from reviewtui.tui.phrasebook import OPENING_FILE
from tests.hostile.reviews import HOSTILE
from tests.hostile.test_display import is_safe
from tests.journeys.facilitator import SIZES, at_the_keyboard, in_the_example
from tests.journeys.test_arrivals import kept
from tests.journeys.test_room import in_the_room
from tests.reviews import review_of

OWN = """
[[rule]]
say = "At our clinics we let the nurse speak first."
"""


async def test_they_are_read_aloud_one_after_the_other_and_copied(tmp_path: Path) -> None:
    async with in_the_example(tmp_path, SIZES["80x24"]) as user:
        await user.press("1", "g")
        user.sees("Before we begin", "▌ We want to understand", "8  Ideas for changes")
        await user.press("space", "down", "enter")
        user.sees("▌ 3  Tell it as it looked then", "▌    “I don't know”")
        await user.press("up", "f9")
        user.sees("▌ 2  We follow the signals", "Declined every half hour")
        await user.press("f9", "end")
        user.sees("▌ 8  Ideas for changes")
        await user.press("home", "y")
        assert "\n- One of us tells, the others listen. Nobody corrects." in user.app.clipboard
        await user.press("escape", "right", "down", "down", "down", "enter")
        user.sees("▌ We want to understand")


async def test_who_starts_the_meeting_is_told_where_they_are(tmp_path: Path) -> None:
    async with at_the_keyboard(tmp_path, kept(tmp_path, review_of("role Users, users"))) as user:
        await user.press("1", "m")
        assert user.notice.endswith("g reads the ground rules, m ends it")


async def test_the_room_follows_from_rule_to_rule(tmp_path: Path) -> None:
    path = copy_example("payments-cache", tmp_path)
    async with in_the_example(tmp_path) as user, in_the_room(path, SIZES["80x24"]) as room:
        await user.press("1", "g")
        await room.wait_until(lambda: "▌ We want to understand" in room.screen)
        room.sees("8  Ideas for changes", "then what could change")
        await user.press("space")
        await room.wait_until(lambda: "▌ 1  What each of us did" in room.screen)
        await user.press("escape")
        await room.wait_until(lambda: "Who is here" in room.screen)


async def test_an_organisations_own_rules_are_read_in_place_of_the_programs(tmp_path: Path) -> None:
    (tmp_path / OPENING_FILE).write_text(OWN)
    async with at_the_keyboard(tmp_path, copy_example("payments-cache", tmp_path), own_folder=tmp_path) as user:
        await user.press("1", "g")
        user.sees("We want to understand", "1  At our clinics we let the nurse speak first.")
        user.does_not_see("2  ", "One of us tells")


@pytest.mark.parametrize("own", ["[[rule", '[[rules]]\nsay = "x"', "[[rule]]\nsay = 1"])
async def test_own_rules_that_cannot_be_read_are_told_and_left_out(tmp_path: Path, own: str) -> None:
    (tmp_path / OPENING_FILE).write_text(own)
    async with at_the_keyboard(tmp_path, copy_example("payments-cache", tmp_path), own_folder=tmp_path) as user:
        await user.press("1", "g")
        assert OPENING_FILE in user.notice
        user.sees("One of us tells, the others listen.")


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
async def test_every_text_can_be_a_rule(tmp_path: Path, size: tuple[int, int]) -> None:
    quoted = ['"' + "".join(f"\\U{ord(one):08x}" for one in text) + '"' for text in (*HOSTILE, "long" * 500)]
    (tmp_path / OPENING_FILE).write_text("".join(f"[[rule]]\nsay = {one}\nmore = {one}\n" for one in quoted))
    async with at_the_keyboard(tmp_path, copy_example("payments-cache", tmp_path), size, own_folder=tmp_path) as user:
        await user.press("1", "g")
        for _ in quoted:
            await user.press("space")
            is_safe(user)
            user.sees("▌ ")
