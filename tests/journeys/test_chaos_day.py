"""A Chaos Day from nothing: what is expected is written before the experiment, and seen by nobody until it has run."""

from pathlib import Path

import pytest

from reviewtui.model.review import ReviewKind, Veil
from reviewtui.report import report_text
from reviewtui.session import create_session
from tests.hostile.reviews import HOSTILE
from tests.hostile.test_display import is_safe
from tests.journeys.facilitator import SIZES, Facilitator, at_the_keyboard
from tests.reviews import empty_review, review_of

FORETOLD = ("the breaker opens", "nothing at all", "we are the last to know")


def sees_none_of_it(user: Facilitator) -> None:
    user.does_not_see(*FORETOLD)
    assert not [text for text in FORETOLD if text in report_text(user.review)]


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
async def test_what_is_expected_is_veiled_until_the_experiment_has_run(tmp_path: Path, size: tuple[int, int]) -> None:
    session = create_session(tmp_path / "day.review.json", empty_review(kind=ReviewKind.CHAOS_DAY))
    session.close()
    async with at_the_keyboard(tmp_path, session.path, size) as user:
        await user.press("1", "R", "2", "e")
        await user.types("2026-11-12 14:00 experiment: the cache is emptied\n")
        await user.press("escape", "asterisk", "3")
        user.sees("P writes", "expect")
        await user.press("P")
        user.sees("what they expect")
        for foretold in FORETOLD:
            await user.types(f"expected: {foretold}\t")
        await user.press("escape")
        assert [one.text for one in user.review.accounts] == [f"expected: {one}" for one in FORETOLD]
        user.sees("◐ written, not yet told")
        for stage in "123456":
            await user.press(stage)
            sees_none_of_it(user)
            await user.press("f9")
            sees_none_of_it(user)
            await user.press("f9", "f2")
            sees_none_of_it(user)
            await user.press("escape")
        await user.press("3", "left", "left", "enter")
        await user.types("service: the breaker stayed shut")
        await user.press("escape")
        sees_none_of_it(user)
        await user.press("r")
        user.sees("the breaker opens", "what was seen", "Expected: “the breaker opens”")
        assert user.review.events[0].veil is Veil.LIFTED
        await user.press("b")
        sees_none_of_it(user)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
async def test_every_text_can_be_foretold(tmp_path: Path, size: tuple[int, int]) -> None:
    review = review_of("role Users, users\n* 14:00 experiment: x")
    session = create_session(
        tmp_path / "day.review.json", empty_review(kind=ReviewKind.CHAOS_DAY, roles=review.roles, events=review.events)
    )
    session.close()
    async with at_the_keyboard(tmp_path, session.path, size) as user:
        await user.press("3", "P")
        for text in HOSTILE:
            await user.pastes(f"{text}\n")
            is_safe(user)
        await user.press("escape", "r")
        is_safe(user)
        assert len(user.review.accounts[0].text) > len("".join(HOSTILE).strip())
