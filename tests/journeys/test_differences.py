"""Looking at where the pictures differ, and keeping what the room makes of it."""

from pathlib import Path

import pytest

from reviewtui.library import copy_example
from reviewtui.model.place import Place
from reviewtui.model.review import DifferenceKind, Review, Stage, Verdict
from reviewtui.session import create_session
from reviewtui.tui.dialogs.discuss import DiscussDialog
from tests.journeys.facilitator import at_the_keyboard, in_the_example
from tests.journeys.test_jumps import standing
from tests.reviews import empty_review, review_of

REVIEW = """
    role Delivery, delivery
    role Operations, operations
    * 10:42 alert: below 90 %
      Delivery   | noticed: today
                 | thought: the cache
      Operations | noticed: 10:44 pager
                 | thought: the release
    11:00 rollback
      Delivery   | impact: none
      Operations | impact: total
"""
UNAWARE = "The alert reached Operations at 10:44 by pager; Delivery heard of it in this room."
BELIEF = "Two beliefs, side by side"
IMPACT = "Loss looked different from each seat: none to Delivery and total to Operations."


@pytest.fixture
def review(tmp_path: Path) -> Path:
    session = create_session(tmp_path / "outage.review.json", review_of(REVIEW))
    session.close()
    return session.path


def made_of(review: Review) -> list[tuple[DifferenceKind, Verdict, str]]:
    return [(one.kind, one.verdict, one.note) for one in review.discussions]


async def test_a_verdict_costs_one_key_and_undo_takes_it_back(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("4")
        user.sees("below 90 %", f"≠ {UNAWARE}", "? Two beliefs", "private", "to ask", f"≠ {IMPACT}")
        await user.press("y", "down", "m", "down", "x")
        user.sees("confirmed", "left open", "not a difference")
        assert made_of(user.review) == [
            (DifferenceKind.UNAWARE, Verdict.CONFIRMED, ""),
            (DifferenceKind.BELIEF, Verdict.LEFT_OPEN, ""),
            (DifferenceKind.IMPACT, Verdict.NOT_A_DIFFERENCE, ""),
        ]
        assert user.saved() == user.review
        await user.press("u")
        assert user.notice == "took back: mark a difference at 11:00 rollback as not a difference"
        assert len(user.review.discussions) == 2
        await user.press("up", "delete")
        user.does_not_see("left open")
        assert made_of(user.review) == [(DifferenceKind.UNAWARE, Verdict.CONFIRMED, "")]


async def test_a_question_that_the_room_takes_up_is_no_longer_private(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("4", "down")
        user.sees("private")
        await user.press("y")
        user.does_not_see("private", "to ask")


async def test_a_note_in_the_rooms_words_is_kept_while_it_is_typed(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("4", "y", "t")
        await user.types("Nothing leads there.")
        await user.wait_until(lambda: made_of(user.review)[0][2] == "Nothing leads there.")
        await user.types("\nYet.")
        await user.press("escape")
        assert made_of(user.review) == [(DifferenceKind.UNAWARE, Verdict.CONFIRMED, "Nothing leads there.\nYet.")]
        user.sees("confirmed", "Nothing leads there.")
        await user.press("u")
        assert made_of(user.review) == [(DifferenceKind.UNAWARE, Verdict.CONFIRMED, "")]


async def test_a_note_without_a_verdict_leaves_it_open_and_is_one_step_of_undo(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("4", "t")
        await user.types("both saw a part")
        await user.press("ctrl+s")
        assert made_of(user.review) == [(DifferenceKind.UNAWARE, Verdict.LEFT_OPEN, "both saw a part")]
        await user.press("u")
        assert user.review.discussions == ()


async def test_from_the_accounts_each_difference_of_the_moment_can_be_discussed(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "d")
        user.sees(UNAWARE, BELIEF, "not discussed")
        await user.press("y", "enter")
        await user.types("so it was")
        await user.press("tab", "down", "m", "escape")
        assert made_of(user.review) == [
            (DifferenceKind.UNAWARE, Verdict.CONFIRMED, "so it was"),
            (DifferenceKind.BELIEF, Verdict.LEFT_OPEN, ""),
        ]
        user.sees("confirmed  so it was")
        await user.press("u")
        assert len(user.review.discussions) == 1


async def test_in_the_dialog_a_verdict_is_taken_back_with_its_note(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("4", "t")
        await user.types("hm")
        await user.press("tab", "left", "left")
        assert user.review.discussions == ()
        await user.press("escape", "u", "u")
        assert made_of(user.review) == []


async def test_opening_and_leaving_the_dialog_changes_nothing(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        before = user.review
        await user.press("4", "d", *["down"] * 3, *["up"] * 3, "enter", "escape", "t", "escape")
        assert user.review.discussions is before.discussions


async def test_what_changed_since_it_was_discussed_shows_both_until_it_is_looked_at_again(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("4", "y", "3", "right", "enter")
        await user.types("noticed: 10:43 phone")
        await user.press("escape")
        user.sees("confirmed of an earlier form of this")
        await user.press("4")
        user.sees(
            "The alert reached Operations at 10:43 by phone",
            "discussed as: The alert reached Operations at 10:44",
            "confirmed",
        )
        await user.press("y")
        user.does_not_see("discussed as")
        user.sees("The alert reached Operations at 10:43 by phone", "confirmed")


async def test_what_is_no_longer_there_is_said_so_and_its_note_is_kept_until_it_is_removed(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("4", "y", "t")
        await user.types("Nothing leads there.")
        await user.press("escape", "3", "delete", "4")
        user.sees(UNAWARE, "no longer there", "Nothing leads there.", "No line says so any more")
        await user.press("t")
        await user.types(" It was said.")
        await user.press("escape")
        assert made_of(user.review) == [
            (DifferenceKind.UNAWARE, Verdict.CONFIRMED, "Nothing leads there. It was said.")
        ]
        await user.press("delete")
        user.does_not_see("no longer there")
        await user.press("u")
        user.sees("no longer there")


async def test_why_leads_to_the_account_that_a_line_stands_in_and_esc_back(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("4")
        user.sees("› Operations", "10:44 pager", "Delivery", "today")
        before = standing(user)
        await user.press("right", "enter")
        event, (account, *_) = user.review.events[0], user.review.accounts
        assert standing(user) == Place(Stage.ACCOUNTS, event.id, account.role, account.id)
        await user.press("escape")
        assert standing(user) == before


async def test_silence_leads_to_where_it_would_be_told(tmp_path: Path) -> None:
    told = "role Delivery, delivery\nrole Users, users\n* 10:42 x\n  Delivery | hm"
    session = create_session(tmp_path / "x.review.json", review_of(told))
    session.close()
    async with at_the_keyboard(tmp_path, session.path) as user:
        await user.press("4")
        user.sees("what did it look like from Users?", "what has not been told")
        await user.press("enter")
        assert standing(user) == Place(Stage.ACCOUNTS, user.review.events[0].id, user.review.roles[1].id)


async def test_tab_goes_to_the_next_one_that_was_not_discussed(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("4", "y", "tab", "tab", "x", "tab", "m", "tab")
        assert [one.verdict for one in user.review.discussions] == [
            Verdict.CONFIRMED,
            Verdict.NOT_A_DIFFERENCE,
            Verdict.LEFT_OPEN,
        ]
        assert user.notice == "the room has discussed every difference"


async def test_the_moment_at_hand_stays_the_one_from_elsewhere_until_one_moves(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "down", "4")
        assert standing(user).event == user.review.events[1].id
        await user.press("up", "2")
        assert standing(user).event == user.review.events[0].id


async def test_an_empty_review_says_what_to_press(tmp_path: Path) -> None:
    session = create_session(tmp_path / "empty.review.json", empty_review())
    session.close()
    async with at_the_keyboard(tmp_path, session.path) as user:
        await user.press("4")
        user.sees("Nothing told yet: 3 goes to the accounts")
        await user.press("y", "m", "x", "t", "d", "enter", "delete", "tab", "right", "down", "pagedown", "end")
        assert user.review.discussions == ()
        user.sees("Nothing told yet")


async def test_where_nothing_differs_it_says_so(tmp_path: Path) -> None:
    session = create_session(tmp_path / "x.review.json", review_of("role Delivery\n10:42 x\n  Delivery | hm"))
    session.close()
    async with at_the_keyboard(tmp_path, session.path) as user:
        await user.press("4")
        user.sees("No differences in what was told so far")
        await user.press("3", "d")
        assert not isinstance(user.app.screen, DiscussDialog)
        assert user.notice == "no differences at this moment so far"


async def test_a_long_list_is_walked_from_end_to_end(tmp_path: Path) -> None:
    events = "\n".join(
        f"{10 + n // 60}:{n % 60:02} moment {n}\n  Delivery | impact: none\n  Operations | impact: total"
        for n in range(90)
    )
    session = create_session(
        tmp_path / "x.review.json", review_of(f"role Delivery, delivery\nrole Operations, operations\n{events}")
    )
    session.close()
    async with at_the_keyboard(tmp_path, session.path, (80, 24)) as user:
        await user.press("4", "end")
        await user.wait_until(lambda: "looking on" not in user.screen)
        await user.press("end")
        user.sees("moment 89")
        await user.press(*["pageup"] * 3)
        user.does_not_see("moment 89")
        await user.press(*["pageup"] * 40)
        user.sees("moment 0", "↓")
        await user.press(*["down"] * 12)
        user.sees("›   ≠", "moment 12", "↑ 8", "↓")


@pytest.mark.parametrize("name", ["payments-cache", "records-breaker"])
async def test_how_many_more_there_are_covers_no_verdict(tmp_path: Path, name: str) -> None:
    async with at_the_keyboard(tmp_path, copy_example(name, tmp_path), (80, 24)) as user:
        await user.press("4", "home", "down", "down", "down")
        user.sees("↓")
        signs = [line for line in user.screen.splitlines()[:-1] if "↓" in line]
        assert [line.strip(" ↑↓0123456789") for line in signs] == [""]
