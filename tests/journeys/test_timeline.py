from pathlib import Path

import pytest

from reviewtui.model.moments import Precision
from reviewtui.model.review import EventKind
from reviewtui.session import create_session
from tests.journeys.facilitator import Facilitator, at_the_keyboard, in_the_example
from tests.reviews import review_of

REVIEW = """
    role Delivery, delivery
    10:42 alert: error rate above 5 %
    10:42 cache fills
    11:00 rollback starts
      Delivery | it took a while
"""


@pytest.fixture
def review(tmp_path: Path) -> Path:
    session = create_session(tmp_path / "outage.review.json", review_of(REVIEW))
    session.close()
    return session.path


def titles(user: Facilitator) -> list[str]:
    return [event.title for event in user.review.events]


async def test_events_are_added_one_after_the_other_in_one_line(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("2", "e")
        await user.types("~10:50 decision: roll back")
        user.sees("→ Thu 12 Nov 2026, ~10:50 · decision")
        await user.types("\nthe page came back\n")
        await user.press("escape")
        assert titles(user) == [
            "error rate above 5 %",
            "cache fills",
            "roll back",
            "rollback starts",
            "the page came back",
        ]
        event = user.review.events[2]
        assert (event.kind, event.when.precision, event.when.as_written) == (
            EventKind.DECISION,
            Precision.ABOUT,
            "~10:50",
        )
        user.sees("roll back", "Time not known")
        await user.press("u", "u")
        assert len(titles(user)) == 3
        assert user.saved() == user.review


async def test_a_line_that_is_left_is_there_when_it_is_opened_again(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("2", "e")
        await user.types("10:55 half a thought")
        await user.press("escape", "down")
        user.sees("10:55 half a thought")
        await user.press("e", "enter")
        assert "half a thought" in titles(user)


async def test_editing_an_event_keeps_what_is_typed_while_it_is_typed(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("2", "end", "enter")
        user.sees("Thu 12 Nov 2026, 11:00")
        await user.press("end", *["backspace"] * 5)
        await user.types("10:30")
        user.sees("Thu 12 Nov 2026, 10:30")
        await user.press("tab", "end")
        await user.types(" now\n")
        assert titles(user)[0] == "rollback starts now"
        user.sees("rollback starts now")
        await user.press("u")
        assert titles(user)[2] == "rollback starts"


async def test_a_time_that_is_none_is_kept_as_it_was_written(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("2", "enter", "home", "shift+end", "backspace")
        await user.types("early")
        user.sees("time not known")
        await user.press("escape")
        assert user.review.events[-1].when.as_written == "early"


async def test_key_moments_are_marked_and_walked(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("2", "asterisk", "end", "asterisk", "home", "n")
        assert [event.key_moment for event in user.review.events] == [True, False, True]
        await user.press("asterisk")
        assert [event.key_moment for event in user.review.events] == [True, False, False]
        user.sees("★")


async def test_equal_times_change_places_and_others_say_why_not(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("2", "J")
        assert titles(user) == ["cache fills", "error rate above 5 %", "rollback starts"]
        await user.press("J")
        assert "enter changes the time" in user.notice
        assert titles(user) == ["cache fills", "error rate above 5 %", "rollback starts"]


async def test_removing_an_event_takes_its_accounts_and_comes_back_with_them(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("2", "end", "delete")
        assert titles(user) == ["error rate above 5 %", "cache fills"]
        assert user.review.accounts == ()
        user.sees("cache fills")
        await user.press("delete", "delete", "delete")
        user.sees("No moments yet")
        await user.press("u", "u", "u")
        assert len(titles(user)) == 3
        assert len(user.review.accounts) == 1


async def test_where_one_stands_goes_along_to_another_stage(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("2", "home", "down", "down", "down", "3")
        user.sees("moment 4 of 16", "Cards are declined a second time")
        await user.press("down", "2", "asterisk")
        assert [event.key_moment for event in user.review.events][4] is False


async def test_ten_thousand_events_are_drawn_as_few(tmp_path: Path) -> None:
    lines = "\n".join(f"{hour:02}:{minute:02}:{second:02} event {hour}-{minute}-{second}"
                      for hour in range(3) for minute in range(60) for second in range(0, 60, 1))  # fmt: skip
    session = create_session(tmp_path / "long.review.json", review_of(f"role A, delivery\n{lines}"))
    session.close()
    async with at_the_keyboard(tmp_path, session.path) as user:
        await user.press("2")
        user.sees("event 0-0-0", "↓")
        await user.press("end")
        user.sees("event 2-59-59", "↑")
        await user.press(*["pageup"] * 3, *["down"] * 5, "home")
        user.sees("event 0-0-0")
