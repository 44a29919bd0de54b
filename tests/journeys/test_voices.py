"""Who has spoken of how many moments: a look that the facilitator alone has."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace

from reviewtui.model.review import Review, RoleId, Stage
from reviewtui.session import create_session
from tests.hostile.reviews import HOSTILE
from tests.hostile.test_display import is_safe
from tests.journeys.facilitator import SIZES, Facilitator, at_the_keyboard
from tests.reviews import empty_review, review_of

REVIEW = """
    role Delivery, delivery
    role Users, users
    10:02 v2.3.1 rolled out
      Delivery | it went out
    * 10:42 alert: error rate above 5 %
      Delivery | we were at lunch
    * 11:00 rollback starts
      Delivery | I pressed the button
"""


@asynccontextmanager
async def with_the_review(
    folder: Path, review: Review, size: tuple[int, int] = (120, 36)
) -> AsyncIterator[Facilitator]:
    session = create_session(folder / "outage.review.json", review)
    session.close()
    async with at_the_keyboard(folder, session.path, size) as user:
        yield user


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
async def test_who_has_spoken_is_a_key_away_from_every_stage(tmp_path: Path, size: tuple[int, int]) -> None:
    async with with_the_review(tmp_path, review_of(REVIEW), size) as user:
        for stage in "123456":
            await user.press(stage, "V")
            user.sees(
                "Who has spoken so far (private)", "3 moments talked about", "3 of 3", "not yet", "rollback starts"
            )
            await user.press("escape")


async def test_one_goes_to_what_a_role_has_not_told_and_comes_back(tmp_path: Path) -> None:
    async with with_the_review(tmp_path, review_of(REVIEW)) as user:
        await user.press("2", "V", "down", "enter")
        user.sees("alert  error rate above 5 %", "ask Users")
        place = user.app.screen.stage_view.place  # type: ignore[attr-defined]
        assert place[:3] == (Stage.ACCOUNTS, user.review.events[1].id, user.review.roles[1].id)
        assert user.notice == "esc comes back to where you were"
        await user.press("escape", "V", "up", "enter")
        assert user.notice == "it has spoken of every key moment"


async def test_the_room_has_none_of_it(tmp_path: Path) -> None:
    async with with_the_review(tmp_path, review_of(REVIEW)) as user:
        await user.press("3", "f9", "V")
        user.does_not_see("Who has spoken", "3 of 3")


async def test_without_roles_it_says_what_to_press(tmp_path: Path) -> None:
    async with with_the_review(tmp_path, empty_review()) as user:
        await user.press("V")
        user.sees("No roles yet")
        await user.press("enter", "down", "escape")


async def test_every_name_is_shown_as_it_is(tmp_path: Path) -> None:
    review = review_of(REVIEW)
    roles = tuple(replace(review.roles[0], id=RoleId(f"r{place}"), name=name) for place, name in enumerate(HOSTILE))
    async with with_the_review(tmp_path, replace(review, roles=(*roles, *review.roles)), (80, 24)) as user:
        await user.press("V")
        is_safe(user)
