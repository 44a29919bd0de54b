"""Several events that are one, and one that is several."""

from pathlib import Path

import pytest

from reviewtui.session import create_session
from reviewtui.tui.widgets.timeline import TimelineList
from tests.journeys.facilitator import SIZES, Facilitator, at_the_keyboard
from tests.reviews import review_of

REVIEW = """
    role Delivery, delivery
    10:42 alert: error rate
      Delivery | a robot told us
    10:43 errors at checkout
      Delivery | so did a person
    10:50 cache fills
    11:00 rollback starts
"""


@pytest.fixture
def review(tmp_path: Path) -> Path:
    session = create_session(tmp_path / "outage.review.json", review_of(REVIEW))
    session.close()
    return session.path


def titles(user: Facilitator) -> list[str]:
    return [event.title for event in user.review.events]


async def test_m_merges_the_one_below_and_u_takes_them_apart(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("2", "m")
        assert titles(user) == ["error rate", "cache fills", "rollback starts"]
        assert user.review.events[0].detail == "10:43 errors at checkout"
        assert {account.event for account in user.review.accounts} == {user.review.events[0].id}
        assert user.notice == "merged: 2 moments are one; u takes them apart again"
        user.sees("10:43 errors at checkout")
        await user.press("u")
        assert user.notice == "took back: merge 1 event into 10:42 error rate"
        assert titles(user) == ["error rate", "errors at checkout", "cache fills", "rollback starts"]


async def test_one_stays_where_one_was_when_a_merge_is_brought_back(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("2", "down", "m", "u", "down", "ctrl+y")
        assert titles(user) == ["error rate", "errors at checkout", "rollback starts"]
        assert user.app.screen.query_one(TimelineList).here == user.review.events[2].id


async def test_marked_ones_are_merged_into_where_one_stands(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("2", "space", "down", "space", "down", "down", "space")
        user.sees("10:42       +", "3 marked: m merges")
        await user.press("space", "m")
        assert titles(user) == ["cache fills", "rollback starts"]
        assert user.app.screen.query_one(TimelineList).here == user.review.events[1].id
        assert user.review.events[1].detail == "10:42 alert: error rate\n10:43 errors at checkout"
        await user.press("u", "home", "space", "escape")
        user.does_not_see("10:42       +")
        await user.press("end", "m")
        assert user.notice == "there is nothing to merge with: space marks a moment"


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
async def test_s_makes_two_of_what_was_merged(review: Path, size: tuple[int, int]) -> None:
    async with at_the_keyboard(review.parent, review, size) as user:
        await user.press("2", "m", "s")
        user.sees("Split", "second", "errors at checkout")
        await user.press("escape")
        assert titles(user) == ["error rate", "errors at checkout", "cache fills", "rollback starts"]
        assert [event.detail for event in user.review.events] == ["", "", "", ""]
        await user.press("u")
        assert user.notice == "took back: split 10:42 error rate"
        assert len(user.review.events) == 3


async def test_what_is_typed_becomes_the_second_and_without_a_title_there_is_none(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("2", "end", "s")
        user.sees("a title makes it an event of its own")
        await user.press("tab", "tab", *"rollback ends", "tab")
        await user.press("end", "ctrl+u")
        await user.press(*"11:20", "escape")
        assert titles(user)[3:] == ["rollback starts", "rollback ends"]
        assert f"{user.review.events[4].when.start:%H:%M}" == "11:20"
        assert user.saved() == user.review
        await user.press("u")
        before = user.review
        await user.press("s", "tab", "tab", "x", "backspace")
        await user.press("escape")
        assert user.review == before


async def test_what_is_typed_without_a_title_is_kept(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("2", "m", "s", "tab", *"was a blip", "tab")
        await user.press("end", "ctrl+u")
        await user.press("tab", "tab", "escape")
        assert titles(user) == ["error rate", "cache fills", "rollback starts"]
        assert user.review.events[0].detail == "was a blip\n10:43 errors at checkout"
        await user.press("s", "tab", "tab")
        await user.press("end", "ctrl+u")
        await user.press("tab", "tab", *"a second wave", "escape")
        assert titles(user) == ["error rate", "a second wave", "cache fills", "rollback starts"]
