"""What is off the subject is parked with a key, seen by the facilitator alone, and taken up later."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from reviewtui.analysis.readiness import readiness
from reviewtui.report import report_text
from reviewtui.session import create_session
from tests.hostile.reviews import HOSTILE
from tests.hostile.test_display import is_safe
from tests.journeys.facilitator import SIZES, Facilitator, at_the_keyboard
from tests.reviews import review_of

REVIEW = """
    role Operations, operations
    * 10:42 alert: error rate above 5 %
    11:00 rollback starts
"""
OFF = "who pays for the pager"


@asynccontextmanager
async def with_the_review(folder: Path, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Facilitator]:
    session = create_session(folder / "outage.review.json", review_of(REVIEW))
    session.close()
    async with at_the_keyboard(folder, session.path, size) as user:
        yield user


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
async def test_it_is_parked_from_any_stage_and_taken_up_in_learning(tmp_path: Path, size: tuple[int, int]) -> None:
    async with with_the_review(tmp_path, size) as user:
        for number, stage in enumerate("123456"):
            await user.press(stage, "O")
            await user.types(f"{OFF} {number}")
            await user.press("enter")
            assert user.notice == "parked among the questions, for you alone: 5 shows it"
        assert [one.text for one in user.review.questions] == [f"{OFF} {number}" for number in range(6)]
        assert user.review.questions[2].event == user.review.events[0].id
        await user.press("5", "left")
        user.sees("6 parked", "Parked, yours alone", f"{OFF} 0")
        await user.press("space")
        user.sees("1 open", "5 parked")
        assert (user.review.questions[0].prepared, user.review.questions[0].parked) == (False, False)
        await user.press("u")
        user.sees("6 parked")
        assert "took back: take up what was parked" in user.notice


async def test_the_room_and_the_report_have_it_only_once_it_is_taken_up(tmp_path: Path) -> None:
    async with with_the_review(tmp_path) as user:
        await user.press("3", "O")
        await user.types(OFF)
        await user.press("enter", "5", "left", "f9")
        user.does_not_see(OFF, "arked")
        assert OFF not in report_text(user.review)
        await user.press("f9", "space", "f9")
        user.sees(OFF)
        assert OFF in report_text(user.review)


async def test_what_is_still_parked_is_to_decide_and_part_of_the_plan(tmp_path: Path) -> None:
    async with with_the_review(tmp_path) as user:
        await user.press("3", "O")
        await user.types(OFF)
        await user.press("enter")
        user.does_not_see(f"ask {OFF}")
        await user.press("6", "tab")
        user.sees(f"Still parked: “{OFF}”")
        await user.press("1", "right", *["down"] * 9, "enter")
        user.sees("Parked (private)")
        await user.press("escape", "delete")
        assert not user.review.questions
        assert readiness(user.review).is_ready


async def test_what_was_typed_is_there_again_after_esc_and_nothing_is_no_question(tmp_path: Path) -> None:
    async with with_the_review(tmp_path) as user:
        await user.press("3", "O")
        await user.types(OFF)
        await user.press("escape")
        assert not user.review.questions
        await user.press("4", "O")
        user.sees(OFF)
        await user.press("enter", "O", "enter")
        assert [one.text for one in user.review.questions] == [OFF]


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
async def test_every_text_can_be_parked(tmp_path: Path, size: tuple[int, int]) -> None:
    texts = [" ".join(text.split()) for text in [*HOSTILE, "long" * 200] if text.strip()]
    async with with_the_review(tmp_path, size) as user:
        for text in texts:
            await user.press("O")
            await user.pastes(text)
            is_safe(user)
            await user.press("enter")
        await user.press("5", "left")
        is_safe(user)
        await user.press("1", "right")
        is_safe(user)
