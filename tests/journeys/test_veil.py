"""What was written blind: people tell first, and compare afterwards."""

from pathlib import Path

import msgspec
import pytest

from reviewtui.edits.accounts import write_account
from reviewtui.library import read_review
from reviewtui.model.review import AccountId, EventId, ReviewKind, RoleId, Veil
from reviewtui.session import create_session, open_session
from tests.journeys.facilitator import NOW, at_the_keyboard
from tests.reviews import review_of

REVIEW = """
    role Delivery, delivery
    role Operations, operations
    role Users, users
    * 10:42 alert: error rate above 5 %
      Delivery | noticed: today
      Operations (blind) | noticed: 10:46 phone
      Operations (blind) | a second sheet
    * 11:00 experiment: the index is taken away
"""
VEILED = "◐ written, not yet told"


@pytest.fixture
def review(tmp_path: Path) -> Path:
    held = msgspec.structs.replace(review_of(REVIEW), kind=ReviewKind.CHAOS_DAY)
    session = create_session(tmp_path / "outage.review.json", held)
    session.close()
    return session.path


async def test_r_lifts_the_veil_b_puts_it_back_and_undo_does_neither(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3")
        user.sees(VEILED)
        user.does_not_see("10:46", "second sheet", "≠")
        await user.press("r")
        user.sees("10:46  phone", "a second sheet", "≠ The alert reached Operations at 10:46 by phone")
        assert user.notice == "the veil is lifted; b puts it back"
        await user.press("u")
        assert user.notice == "nothing to take back"
        user.sees("a second sheet")
        await user.press("asterisk", "b", "u")
        user.sees(VEILED)
        user.does_not_see("10:46", "second sheet", "≠")
        await user.press("b")
        assert user.notice == "the veil is on; r lifts it"


async def test_a_lifted_veil_is_saved_without_waiting(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "r")
        await user.wait_until(lambda: read_review(review).events[0].veil is Veil.LIFTED)


async def test_where_nothing_was_written_blind_there_is_nothing_to_lift(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "down", "r")
        assert user.notice == "this moment has no written answers to veil"
        await user.press("b")
        assert user.notice == "this moment has no written answers to veil"


async def test_who_may_only_read_lifts_nothing(review: Path) -> None:
    holder = open_session(review)
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "r")
        user.sees(VEILED)
        assert "open elsewhere" in user.notice
    holder.close()


async def test_a_role_tells_in_the_room_beside_what_it_wrote(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "right", "enter")
        await user.types("noticed: 10:50 chat\n")
        await user.press("escape")
        user.sees("10:50  chat", VEILED, "≠ The alert reached Operations at 10:50 by chat")
        await user.press("r")
        user.sees("10:50  chat", "10:46  phone", "a second sheet")


async def test_another_account_of_a_veiled_role_is_a_new_one(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "right", "enter")
        user.does_not_see("sheet", "phone")
        await user.press("escape", "delete", "p")
        assert [account.text for account in user.review.accounts[1:]] == ["noticed: 10:46 phone", "a second sheet"]


async def test_predictions_are_written_from_role_to_role_and_met_when_the_veil_is_lifted(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "down", "P")
        await user.types("expected: the breaker opens\texpected: a page\t\t")
        assert user.notice == "that was the last role"
        await user.press("escape", "left", "left")
        user.does_not_see("the breaker opens", "a page")
        await user.press("enter")
        await user.types("service: it stayed shut\n")
        await user.press("escape")
        user.does_not_see("the breaker opens", "Expected")
        await user.press("r")
        user.sees("prediction", "what was seen", "? Expected: “the breaker opens” (Delivery)", "it stayed shut")
        await user.press("left", "P", *" to us", "escape")
        user.sees("to us")
        await user.press("enter", *", at all", "escape")
        user.sees("it stayed shut", ", at all")
        await user.press("right", "right", "right", "P")
        await user.types("expected: nothing")
        await user.press("escape")
        user.sees("nothing")
        foretold = [one for one in user.review.accounts if one.prediction]
        assert [(str(one.role), one.blind) for one in foretold] == [
            ("Delivery", True),
            ("Operations", True),
            ("Users", False),
        ]


async def test_undo_takes_a_prediction_back_by_name(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "down", "P")
        await user.types("expected: x")
        await user.press("escape")
        assert user.notice == "a prediction is veiled until r lifts it"
        await user.press("u")
        assert user.notice == "took back: record Delivery's prediction of 11:00 the index is taken away"
        assert [event.veil for event in user.review.events] == [Veil.ON, Veil.OFF]
        await user.press("ctrl+y")
        user.sees(VEILED)
        user.does_not_see("expected")


async def test_predictions_are_for_a_chaos_day(tmp_path: Path) -> None:
    session = create_session(tmp_path / "outage.review.json", review_of(REVIEW))
    session.close()
    async with at_the_keyboard(tmp_path, session.path) as user:
        await user.press("3", "P")
        assert "predictions are for a Chaos Day" in user.notice


async def test_an_answer_that_is_told_meanwhile_leaves_the_veil_on(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3")
        told = write_account.asked(
            account=AccountId("new"), event=EventId("e1"), role=RoleId("Users"), recorded_at=NOW, text="heard it"
        )
        user.app.ask(told)
        await user.settle()
        user.sees("heard it", VEILED)


async def test_space_marks_a_moment_as_discussed_and_goes_on(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "space")
        user.sees("the index is taken away", "moment 2 of 2", "✓")
        await user.press("up")
        user.sees("✓  moment 1 of 2")
        assert [event.discussed for event in user.review.events] == [True, False]
        await user.press("x", "2", "x", "down", "x")
        assert [event.discussed for event in user.review.events] == [True, True]
        await user.press("u", "u", "u", "u")
        assert [event.discussed for event in user.review.events] == [False, False]


async def test_what_was_written_is_told_apart_from_what_was_told_once_it_is_lifted(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "r")
        user.sees("●◐○", "◐ written")
        user.does_not_see(VEILED)
        await user.press("w")
        user.sees("◐ 10:46 phone", "in this room")
        user.does_not_see("◐ in this room")
        await user.press("escape", "f9")
        user.sees("◐ written", "10:46")
        await user.press("escape", "6")
        user.sees("10:46 by phone (in writing)", "in this review")
        await user.press("3", "right", "N", *"so it was", "escape")
        user.sees("●●○")


async def test_a_role_that_wrote_is_under_the_veil_no_more_once_it_is_lifted(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("6")
        user.sees("What Operations wrote of")
        await user.press("3", "r", "6")
        user.does_not_see("What Operations wrote of")
