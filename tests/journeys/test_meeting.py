"""The hour itself: started, seen passing, ended, corrected."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from reviewtui.edits.meeting import start_meeting
from reviewtui.model.review import Meeting, Review, Status
from reviewtui.session import create_session
from reviewtui.tui.screens.review import ReviewScreen
from tests.journeys.facilitator import NOW, Facilitator, at_the_keyboard
from tests.reviews import review_of

REVIEW = review_of(
    """
    zone Europe/Berlin
    role Delivery, delivery
    role Users, users
    * 10:42 alert: error rate above 5 %
      Delivery | noticed: today
    * 11:05 rollback starts
    """
)


def kept(folder: Path, review: Review) -> Path:
    session = create_session(folder / "outage.review.json", review)
    session.close()
    return session.path


async def at(user: Facilitator, now: datetime) -> None:
    """Let it be another time, and the minute pass."""
    user.app._clock = lambda: now
    screen = user.app.screen
    assert isinstance(screen, ReviewScreen)
    screen._minute_passed()
    await user.settle()


async def test_a_meeting_is_started_seen_passing_and_ended(tmp_path: Path) -> None:
    path = kept(tmp_path, REVIEW)
    async with at_the_keyboard(tmp_path, path) as user:
        user.does_not_see("ends")
        await user.press("m")
        user.sees("ends 12:30 · 60 min · 2 moments left")
        assert (user.review.meeting.started, user.review.status) == (NOW, Status.IN_REVIEW)
        await at(user, NOW + timedelta(minutes=41, seconds=20))
        user.sees("ends 12:30 · 19 min · 2 moments left")
        await at(user, NOW + timedelta(minutes=60))
        user.sees("ends 12:30 · time is up · 2 moments left")
        await at(user, NOW + timedelta(minutes=63))
        user.sees("ends 12:30 · 3 min over")
        await user.press("3", "right", "enter")
        await user.types("noticed: 10:43 a call")
        await user.press("escape")
        user.sees("3 min over · 1 moment left")
        await at(user, NOW + timedelta(days=2))
        user.sees("meeting not ended · 1 moment left")
        await at(user, NOW + timedelta(minutes=63))
        await user.press("1", "m")
        user.does_not_see("ends 12:30", "moments left")
        assert (user.review.meeting.ended, user.review.status) == (NOW + timedelta(minutes=63), Status.DRAFT)
        assert user.saved() == user.review


async def test_undo_does_not_touch_the_clock(tmp_path: Path) -> None:
    async with at_the_keyboard(tmp_path, kept(tmp_path, REVIEW)) as user:
        await user.press("space", "m", "u")
        assert user.review.roles == REVIEW.roles
        assert user.review.meeting.started == NOW
        assert user.review.status is Status.IN_REVIEW
        await user.press("u")
        assert user.notice == "nothing to take back"
        user.sees("ends 12:30")


async def test_a_meeting_that_was_ended_goes_on_with_another_end(tmp_path: Path) -> None:
    async with at_the_keyboard(tmp_path, kept(tmp_path, REVIEW)) as user:
        await user.press("m", "m", "m")
        user.sees("The meeting's clock", "● held")
        await user.press("left", "tab", "home", "shift+end")
        await user.types("12:15\t")
        await user.press("home", "shift+end")
        await user.types("13:x")
        user.sees("no time yet")
        await user.press("backspace")
        await user.types("40")
        await user.press("escape")
        assert user.review.meeting == Meeting(
            started=datetime(2026, 11, 13, 11, 15, tzinfo=UTC), planned_end=datetime(2026, 11, 13, 12, 40, tzinfo=UTC)
        )
        assert user.review.status is Status.IN_REVIEW
        user.sees("ends 13:40")


async def test_a_start_by_mistake_is_taken_back_in_the_clock(tmp_path: Path) -> None:
    async with at_the_keyboard(tmp_path, kept(tmp_path, REVIEW)) as user:
        await user.press("m", "m", "m", "left", "left", "escape")
        assert user.review.meeting == Meeting()
        assert user.review.status is Status.IN_PREPARATION


async def test_a_review_that_may_only_be_read_is_not_started(tmp_path: Path) -> None:
    session = create_session(tmp_path / "outage.review.json", REVIEW)
    async with at_the_keyboard(tmp_path, session.path) as user:
        await user.press("m")
        assert user.review.meeting == Meeting()
        assert "read-only" in user.notice
    session.close()


@pytest.mark.parametrize(
    ("title", "seen"),
    [
        ("Checkout outage", "ends 12:30 · 60 min · 2 moments left"),
        ("A checkout that took no orders for the better part of an hour", "12:30 · 60 min · 2 left"),
        ("[@click=app.quit]x[/]" * 20, "12:30 · 60 min · 2 left"),
    ],
)
async def test_at_eighty_columns_words_of_the_time_give_way_before_the_time_does(
    tmp_path: Path, title: str, seen: str
) -> None:
    review = msgspec.structs.replace(start_meeting(REVIEW, at=NOW), title=title)
    async with at_the_keyboard(tmp_path, kept(tmp_path, review), (80, 24)) as user:
        top = user.screen.splitlines()[0]
        assert seen in top
        assert title[:15] in top
        assert top.rstrip().endswith("saved")
