"""Who knew what, when: the picture is a key away, and leads to the accounts and back."""

from pathlib import Path

import pytest

from tests.journeys.facilitator import SIZES, at_the_keyboard, in_the_example


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
async def test_from_a_moment_to_the_picture_to_an_account_and_back(tmp_path: Path, size: tuple[int, int]) -> None:
    async with in_the_example(tmp_path, size) as user:
        await user.press("3", "n", "n", "w")
        user.sees("Who knew what, when", "14:12", "◆━", "13:36 at the till", "Delivery  14:31 by the rollout bot")
        await user.press("right", "right", "down", "up")
        user.sees("› 13:36", "Users  13:36 at the till")
        await user.press("enter")
        user.sees("3 Accounts", "reached Users at 13:36 at the till")
        assert "esc comes back" in user.notice
        await user.press("escape")
        user.sees("Who knew what, when", "› 13:36")
        await user.press("end", "enter", "escape", "escape")
        user.does_not_see("Who knew what, when")
        user.sees("Card payment success below 90 %")


async def test_without_a_moment_it_says_what_makes_one(tmp_path: Path) -> None:
    async with at_the_keyboard(tmp_path) as user:
        await user.press("n")
        await user.types("Outage")
        await user.press("ctrl+s")
        await user.press("2")
        await user.press("w")
        user.sees("No moments yet")
        for key in ("down", "right", "pagedown", "end", "enter", "escape"):
            await user.press(key)
        user.does_not_see("Who knew what, when")


async def test_a_click_points_at_a_role_at_a_moment(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("2", "w")
        await user.clicks("KnowingGrid", (100, 2))
        user.sees("Users  13:36 at the till")
