"""What a review comes to: added from wherever one stands, looked at, changed, and taken back."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from reviewtui.model.place import Place
from reviewtui.model.review import ActionState, Effect, FactorKind, Lens, Question, QuestionId, Stage
from reviewtui.session import create_session
from tests.journeys.facilitator import SIZES, Facilitator, at_the_keyboard, in_the_example
from tests.reviews import review_of

REVIEW = """
    role Delivery, delivery
    role Operations, operations
    10:42 alert: error rate above 5 %
    11:00 rollback starts
"""


@pytest.fixture
def review(tmp_path: Path) -> Path:
    session = create_session(tmp_path / "outage.review.json", review_of(REVIEW))
    session.close()
    return session.path


def place(user: Facilitator) -> Place:
    screen = user.app._review_screen()
    assert screen is not None
    assert screen.stage_view is not None
    return screen.stage_view.place


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
async def test_from_the_accounts_each_of_the_four_is_linked_to_where_one_stood(
    review: Path, size: tuple[int, int]
) -> None:
    async with at_the_keyboard(review.parent, review, size) as user:
        await user.press("3", "down", "right", "f")
        user.sees("rollback starts", "factor ›", "raised by Operations · at 11:00")
        await user.types("human, easier: two people were in the office\n")
        assert user.notice == "added to factors: 5 shows them"
        await user.press("i")
        await user.types("delivery knows // nobody\n")
        await user.press("a")
        await user.types("Add logging @Delivery by 2026-12-01\n")
        await user.press("o")
        await user.types("? who restarted it?\n")
        (factor,), (insight,) = user.review.factors, user.review.insights
        (action,), (question,) = user.review.actions, user.review.questions
        assert (factor.kind, factor.effect, factor.text) == (
            FactorKind.HUMAN,
            Effect.MADE_IT_EASIER,
            "two people were in the office",
        )
        assert (factor.events, factor.roles) == (("e2",), ("Operations",))
        assert (insight.lens, insight.said_by, insight.events) == (Lens.OPERATIONAL, ("Operations",), ("e2",))
        assert insight.for_whom == "nobody"
        assert (action.text, action.owner, action.due) == ("Add logging", "Delivery", date(2026, 12, 1))
        assert (question.text, question.asked_by, question.event) == ("who restarted it?", None, "e2")
        assert place(user).stage is Stage.ACCOUNTS
        await user.press("5")
        user.sees("Factors 1", "Insights 1", "Actions 1", "Questions 1 · 1 open", "two people were in the office")
        await user.press("u", "u", "u", "u")
        user.sees("No factors yet", "Questions 0")
        assert user.saved() == user.review


async def test_a_line_is_linked_to_less_on_demand_and_found_again_where_it_was_left(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "f")
        await user.types("no log")
        await user.press("tab")
        user.does_not_see("raised by Delivery")
        user.sees("at 10:42")
        await user.press("tab", "escape")
        assert not user.review.factors
        await user.press("2", "f")
        user.sees("no log")
        await user.press("tab", "enter")
        (factor,) = user.review.factors
        assert (factor.text, factor.events, factor.roles) == ("no log", (), ())
        await user.press("f")
        user.does_not_see("no log▏")
        await user.press("enter")
        assert len(user.review.factors) == 1


async def test_what_is_typed_at_once_behind_the_key_is_all_in_the_line(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press(
            "3", "f", *"harder: no log", "enter", "i", *"ops: x", "enter", "5", "o", *"why?", "enter", "escape"
        )
        assert [user.review.factors[0].text, user.review.insights[0].text] == ["no log", "x"]
        assert user.review.questions[0].text == "why?"


async def test_lines_are_added_one_after_the_other_and_what_they_become_stands_below(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("5")
        user.sees("No factors yet: f adds one")
        await user.press("a")
        await user.types("agreed: log it by 31 February")
        user.sees("action: agreed", "no day in “by 31 February”")
        await user.press(*["backspace"] * 11)
        await user.types("+2w\nno rollouts\n")
        await user.press("escape")
        assert [(one.text, one.state, one.due) for one in user.review.actions] == [
            ("log it", ActionState.AGREED, date(2026, 11, 27)),
            ("no rollouts", ActionState.IDEA, None),
        ]
        user.sees("Agreed", "no owner yet · due Fri 27 Nov 2026", "Ideas, not agreed")
        await user.press("u")
        assert len(user.review.actions) == 1


async def test_an_action_comes_from_the_insight_that_one_stands_at(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("5", "f")
        await user.types("technical: no log\n")
        await user.press("escape", "i")
        await user.types("usage: callers tell when\n")
        await user.press("escape", "a")
        user.sees("from: callers tell when")
        await user.types("write it down\n")
        await user.press("escape")
        (insight,), (action,) = user.review.insights, user.review.actions
        assert [*action.insights, *insight.factors] == [insight.id, user.review.factors[0].id]
        await user.press("g")
        assert place(user).record == insight.id
        await user.press("escape")
        assert place(user).record == action.id
        await user.press("left", "delete")
        assert not user.review.actions[0].insights
        await user.press("u")
        assert user.review.actions[0] == action


async def test_space_steps_the_effect_the_lens_and_the_state_and_asks_for_an_answer(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        before = user.review
        await user.press("5", "space")
        assert user.review.factors[4].effect is Effect.MADE_IT_EASIER
        await user.press("right", "space")
        assert user.review.insights[0].lens is Lens.ENGINEERING
        await user.press("right", "space", "space")
        shown = place(user).record
        assert [one.state for one in user.review.actions if one.id == shown] == [ActionState.DECLINED]
        await user.press("right", "space")
        await user.types("nobody we know of\n")
        question = next(one for one in user.review.questions if one.id == place(user).record)
        assert question.answer == "nobody we know of"
        user.sees("→ nobody we know of")
        await user.press("u", "u", "u", "u")
        assert (user.review.factors, user.review.insights, user.review.actions, user.review.questions) == (
            before.factors,
            before.insights,
            before.actions,
            before.questions,
        )


async def test_records_are_moved_among_their_like(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        ids = [factor.id for factor in user.review.factors]
        await user.press("5", "J")
        assert [factor.id for factor in user.review.factors] == [*ids[:4], ids[5], ids[4]]
        assert place(user).record == ids[4]
        await user.press("shift+down")
        assert "among its like" in user.notice
        await user.press("K", "down", "down", "shift+down")
        assert [factor.id for factor in user.review.factors][:2] == [ids[1], ids[0]]


async def test_the_form_has_every_field_and_keeps_what_is_typed(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("2", "asterisk", "5", "i")
        await user.types("ops: we restart it on Mondays\n")
        await user.press("escape", "enter")
        user.sees("lens", "said by", "new to", "for others", "factors", "moments", "10:42 error rate above 5 %")
        await user.press("tab", "left", "tab", "space", "tab", "right", "space", "tab")
        await user.types("Teams with a cache")
        await user.press("tab", "tab", "space", "escape")
        (insight,) = user.review.insights
        assert (insight.lens, insight.said_by, insight.new_to) == (Lens.ENGINEERING, ("Delivery",), ("Operations",))
        assert (insight.for_whom, insight.events) == ("Teams with a cache", ())
        user.sees("said by Delivery · new to Operations", "for others: Teams with a cache")
        await user.press("u")
        assert user.review.insights[0].for_whom == ""


async def test_the_form_of_an_action_reads_a_day_as_people_say_it(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("a")
        await user.types("log it by 2026-12-01\n")
        await user.press("5", "right", "right", "enter", "tab", "right", "tab")
        await user.types("Operations")
        await user.press("tab", "home", "shift+end", "backspace")
        await user.types("by and by")
        user.sees("no day:")
        await user.press("home", "shift+end")
        await user.types("end of November")
        user.sees("due Mon 30 Nov 2026")
        await user.press("tab", "tab")
        await user.types("https://tracker.example/1")
        await user.press("escape")
        (action,) = user.review.actions
        assert (action.state, action.owner, action.due) == (ActionState.SOAKING, "Operations", date(2026, 11, 30))
        assert action.tracker == "https://tracker.example/1"
        user.sees("Being thought over", "tracker: https://tracker.example/1")


async def test_a_long_form_shows_the_word_that_one_is_at(tmp_path: Path) -> None:
    async with in_the_example(tmp_path, SIZES["80x24"]) as user:
        await user.press("5", "right", "enter", "shift+tab")
        user.sees("esc keep")
        await user.press("left", "left", "left")
        user.sees("15:45–16:13 Instances", "esc keep")
        await user.press("right")
        user.sees("13:31 v4.8 goes out")


async def test_a_question_can_be_the_facilitators_own(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("2", "o")
        await user.types("what do I ask first?\n")
        await user.press("5", "left", "enter", "tab", "tab", "right", "tab", "left", "tab", "right", "escape")
        (question,) = user.review.questions
        assert (question.prepared, question.asked_by, question.event) == (True, "Delivery", None)
        user.sees("Prepared, yours alone")
        await user.press("delete")
        assert user.review.questions == ()
        await user.press("u")
        assert user.notice == "took back: remove a prepared question"


async def test_links_to_moments_are_jumped_to_one_after_the_other(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "f")
        await user.types("no log\n")
        await user.press("down", "5", "m")
        assert list(user.review.factors[0].events) == ["e1", "e2"]
        await user.press("g")
        assert (place(user).stage, place(user).event) == (Stage.ACCOUNTS, "e1")
        await user.press("escape")
        assert place(user).stage is Stage.LEARNING
        await user.press("g")
        assert place(user).event == "e2"
        await user.press("escape", "m")
        assert list(user.review.factors[0].events) == ["e1"]
        await user.press("u")
        assert user.notice == "took back: link the factor “no log” to 11:00 rollback starts, or not"


async def test_where_one_stands_in_each_list_is_kept(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("5", "end", "right", "down", "down")
        insight = place(user).record
        await user.press("1", "5")
        assert place(user).record == insight
        await user.press("left")
        assert place(user).record == user.review.factors[3].id
        await user.press("f")
        await user.types("h: x")
        await user.press("escape", "3", "5")
        user.sees("h: x", "Human")


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
async def test_a_long_answer_is_shown_to_its_end_and_edited_in_the_form(tmp_path: Path, size: tuple[int, int]) -> None:
    answer = "It counts errors of one instance.\n" + "Each new one began at zero. " * 10 + "So it stayed shut."
    review = review_of(REVIEW)
    asked = Question(id=QuestionId("q"), text="what kept it shut?", answer=answer)
    session = create_session(tmp_path / "x.review.json", msgspec.structs.replace(review, questions=(asked,)))
    session.close()
    async with at_the_keyboard(tmp_path, session.path, size) as user:
        await user.press("5", "left")
        user.sees("→ It counts errors", "So it stayed shut.")
        await user.press("space", "escape")
        assert user.review.questions == (asked,)


async def test_a_line_can_be_copied(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("5", "right", "right", "y")
        assert user.app.clipboard.startswith("agreed: Show the cache's hits")
        assert user.app.clipboard.endswith("@Payment Routing with Service Operations by 2026-12-04")


async def test_the_mouse_goes_to_a_list(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("5")
        await user._pilot.click("KindBar", offset=(20, 0))
        user.sees("From using it")
        await user._pilot.click("Peek", offset=(4, 1))
        user.sees("Human")
