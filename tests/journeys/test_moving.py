"""An account that stands at another event, or in another column, than it is of."""

from pathlib import Path

import pytest

from reviewtui.model.lookups import veiled_accounts
from reviewtui.session import create_session
from tests.hostile.reviews import HOSTILE
from tests.journeys.facilitator import SIZES, Facilitator, at_the_keyboard
from tests.reviews import review_of

REVIEW = """
    role Delivery, delivery
    role Users, users
    person Ana, Delivery
    10:42 alert: error rate above 5 %
      Delivery | we saw it
      Users | the page was blank
      Users (blind) | expected: nothing
    10:50 cache fills
    11:00 rollback starts
      Delivery | all quiet
    not filed | Users | it was slow
"""


@pytest.fixture
def review(tmp_path: Path) -> Path:
    session = create_session(tmp_path / "outage.review.json", review_of(REVIEW))
    session.close()
    return session.path


def places(user: Facilitator) -> dict[str, tuple[str, str]]:
    """By text, which role told it and of which event."""
    titles = {event.id: event.title for event in user.review.events}
    return {
        account.text: (str(account.role), titles[account.event]) for account in user.review.accounts if account.event
    }


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
@pytest.mark.parametrize("typed", ["rollbak", "11:02", "starts roll", ""], ids=["misspelt", "time", "words", "none"])
async def test_m_moves_an_account_to_an_event_that_is_found(review: Path, size: tuple[int, int], typed: str) -> None:
    async with at_the_keyboard(review.parent, review, size) as user:
        await user.press("3", "m", *typed, *([] if typed else ["down", "down"]))
        user.sees("Move what Delivery told to", "rollback starts")
        await user.press("enter")
        assert places(user)["we saw it"] == ("Delivery", "rollback starts")
        assert user.notice == "moved to 11:00 rollback starts; u takes it back"
        user.sees("error rate above 5 %")
        await user.press("u")
        assert user.notice == "took back: move Delivery's account to 11:00 rollback starts"
        assert places(user)["we saw it"] == ("Delivery", "error rate above 5 %")


async def test_it_can_be_left_and_needs_something_to_move(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        before = user.review.accounts
        await user.press("3", "m", *"zzz")
        user.sees("no moment is like that")
        await user.press("enter", "escape", "m", "enter")
        assert user.review.accounts is before
        await user.press("down", "m")
        assert user.notice == "there is no account here to move"


async def test_what_was_lifted_stays_seen_where_it_is_moved_to_and_what_was_not_stays_veiled(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "right", "r", "right", "m", *"cache", "enter", "down", "right")
        assert places(user)["expected: nothing"] == ("Users", "cache fills")
        user.sees("nothing")
        assert not veiled_accounts(user.review)
        await user.press("b", "u")
        assert places(user)["expected: nothing"] == ("Users", "error rate above 5 %")
        assert len(veiled_accounts(user.review)) == 1


async def test_shift_and_an_arrow_say_that_another_role_told_it(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "p", "L")
        assert places(user)["we saw it"] == ("Users", "error rate above 5 %")
        await user.press("L")
        assert user.notice == "there is no role beside it on that side"
        await user.press("shift+left")
        assert places(user)["we saw it"] == ("Delivery", "error rate above 5 %")
        await user.press("shift+right", "u")
        assert places(user)["we saw it"] == ("Delivery", "error rate above 5 %")


async def test_what_waits_is_filed_at_an_event_that_is_found(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "C", "m", *"rollback", "enter")
        assert places(user)["it was slow"] == ("Users", "rollback starts")


async def test_any_text_can_be_typed_to_find_an_event(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "m")
        for text in HOSTILE:
            await user.pastes(text)
            await user.press("down", "up", "end", "ctrl+u")
        await user.press("escape")
        user.sees("3 Accounts")
