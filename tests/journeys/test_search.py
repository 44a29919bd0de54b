"""Searching everything that was said, and going there."""

from pathlib import Path

import pytest

from reviewtui.model.review import Stage
from tests.journeys.facilitator import SIZES, Facilitator, in_the_example


def stage(user: Facilitator) -> Stage:
    return user.app.screen.stage_view.stage  # type: ignore[attr-defined, no-any-return]


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
async def test_what_is_chosen_is_gone_to_and_esc_comes_back(tmp_path: Path, size: tuple[int, int]) -> None:
    async with in_the_example(tmp_path, size) as user:
        await user.press("2", "down", "down")
        here = user.app.screen.stage_view.place  # type: ignore[attr-defined]
        await user.press("slash")
        user.sees("Words in any order")
        await user.types("kettle")
        user.sees("1 found", "Delivery, ~13:34", "I was still at the kettle")
        await user.press("enter")
        assert stage(user) is Stage.ACCOUNTS
        user.sees("I was still at the kettle", "~13:34")
        assert user.notice == "esc comes back to where you were"
        await user.press("escape")
        assert user.app.screen.stage_view.place == here  # type: ignore[attr-defined]


async def test_from_any_stage_and_back_with_what_was_searched(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        for number in ("1", "2", "3", "5", "6"):
            await user.press(number, "slash")
            user.sees("/ ")
            await user.press("escape")
        await user.press("3", "slash", *"footer", "enter", "escape", "slash")
        user.sees("/ footer", "found")
        await user.types("zzzzz")
        user.sees("/ zzzzz", "Nothing that may be seen has all of these words")
        await user.press("down", "enter", "pagedown", "escape")
        assert stage(user) is Stage.REPORT or stage(user) is Stage.ACCOUNTS


async def test_f3_goes_on_to_the_next_and_esc_comes_back_at_once(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("1", "f3")
        assert user.notice == "nothing was searched yet: / searches"
        await user.press("slash", *"declined", "down", "enter")
        await user.press("f3")
        assert user.notice.startswith("3 of ")
        await user.press("f3", "escape")
        assert stage(user) is Stage.PEOPLE
        await user.press("f3")
        assert user.notice.startswith("5 of ")


async def test_what_is_being_written_is_kept_and_found(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("3", "N", *"a purple bird", "escape", "slash", *"purple", "enter")
        user.sees("a purple bird")
