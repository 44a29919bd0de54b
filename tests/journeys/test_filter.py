"""Looking at some of the timeline only."""

from pathlib import Path

import pytest

from reviewtui.session import create_session
from tests.journeys.facilitator import SIZES, Facilitator, at_the_keyboard
from tests.reviews import review_of

REVIEW = """
    role Delivery, delivery
    role Operations, operations
    10:00 change: v2 goes out
    * 10:42 alert: error rate
      Operations | a page
    10:50 cache fills
    * 11:00 rollback starts
    11:30 back to normal
"""


@pytest.fixture
def review(tmp_path: Path) -> Path:
    session = create_session(tmp_path / "outage.review.json", review_of(REVIEW))
    session.close()
    return session.path


async def only_key_moments(user: Facilitator) -> None:
    await user.press("2", "v", "space", "enter")


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
async def test_wishes_are_chosen_counted_named_above_the_list_and_let_go(review: Path, size: tuple[int, int]) -> None:
    async with at_the_keyboard(review.parent, review, size) as user:
        await user.press("2", "down", "v", "space")
        user.sees("Show only", "2 of 5 events")
        await user.press("tab", "right", "space")
        user.sees("1 of 5 events")
        await user.press("escape")
        line = "showing 1 of 5 and this one: key moments · not told by Operations; esc shows all"
        assert line in " ".join(user.screen.split())
        user.sees("rollback starts", "error rate")
        user.does_not_see("v2 goes out", "cache fills", "back to normal")
        await user.press("down")
        user.sees("showing 1 of 5: key moments")
        await user.press("escape")
        user.sees("v2 goes out", "cache fills", "back to normal")
        user.does_not_see("showing")
        assert user.review.events[3].id == user.app.screen.stage_view.here  # type: ignore[attr-defined]


async def test_one_walks_and_marks_what_is_shown(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await only_key_moments(user)
        user.sees("showing 2 of 5 and this one")
        await user.press("down", "down", "x")
        assert [event.discussed for event in user.review.events] == [False, False, False, True, False]
        await user.press("asterisk")
        user.sees("showing 1 of 5 and this one", "rollback starts")
        await user.press("asterisk")
        user.sees("showing 2 of 5: key moments")
        await user.press("asterisk", "home")
        user.does_not_see("rollback starts", "v2 goes out")
        await user.press("u")
        user.sees("rollback starts")


async def test_an_event_that_is_added_is_shown_until_one_moves_on(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await only_key_moments(user)
        await user.press("e")
        await user.types("10:55 page\n")
        user.sees("showing 2 of 6 and this one", "page")
        await user.types("10:56 call\n")
        user.sees("call", "showing 2 of 7 and this one")
        user.does_not_see("10:55")
        await user.press("escape", "down", "up")
        user.does_not_see("call")
        user.sees("showing 2 of 7: key moments")


async def test_removing_the_last_that_fits_leaves_the_line(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await only_key_moments(user)
        await user.press("down", "delete", "delete")
        user.sees("showing 0 of 3: key moments; esc shows all")
        await user.press("down", "enter", "delete", "n", "x", "asterisk", "u")
        user.sees("rollback starts")


async def test_a_place_that_is_jumped_to_is_shown_though_it_does_not_fit(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await only_key_moments(user)
        await user.press("3", "end", "down", "down", "down", "down", "down", "2")
        user.sees("back to normal", "showing 2 of 5 and this one")
