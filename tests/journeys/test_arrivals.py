"""Somebody arrives when the others have begun: marked from any stage, and told where the review stands."""

from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from reviewtui.edits.meeting import start_meeting
from reviewtui.model.review import Attendance, Review, Stage
from reviewtui.session import create_session
from tests.hostile.reviews import hostile_review
from tests.hostile.test_display import is_safe
from tests.journeys.facilitator import NOW, SIZES, at_the_keyboard
from tests.journeys.test_room import in_the_room
from tests.reviews import review_of

REVIEW = msgspec.structs.replace(
    start_meeting(
        review_of(
            """
            role Delivery, delivery
            role Users, users, invited
            person Ana, Delivery
            person Ben, Delivery, invited
            * 10:42 alert: error rate above 5 %
              Delivery | noticed: today
              Users (blind) | noticed: 10:43 zzsecretzz
            * 11:05 rollback starts
            """
        ),
        at=NOW - timedelta(hours=2),
    ),
    stage=Stage.ACCOUNTS,
)


def kept(folder: Path, review: Review = REVIEW) -> Path:
    session = create_session(folder / "outage.review.json", review)
    session.close()
    return session.path


async def test_who_arrives_is_late_and_told_where_the_review_stands(tmp_path: Path) -> None:
    async with at_the_keyboard(tmp_path, kept(tmp_path), SIZES["80x24"]) as user:
        await user.press("plus")
        user.sees("Who has arrived", "Ben  Delivery", "Users  nobody named", "Somebody who is not on the list")
        user.does_not_see("Ana")
        await user.press("enter")
        user.sees(
            "Where we are, for Ben",
            "5 %, key",
            "moment 1 of 2",
            "One of two key moments",
            "11:05 rollback starts. Tell it",
        )
        user.does_not_see("zzsecretzz")
        await user.press("y")
        assert "Each role tells its view of 10:42 error rate" in user.app.clipboard
        await user.press("escape")
        assert user.notice == "Ben is here; u takes it back"
        assert user.review.people[1].attendance is Attendance.LATE
        await user.press("5", "plus", "enter")
        user.sees("Where we are, for Users", "We collect what we learned", "10:42 error rate above 5 %. Tell it")
        await user.press("escape")
        assert user.review.roles[1].attendance is Attendance.LATE
        await user.press("u", "u")
        assert (user.review.people, user.review.roles) == (REVIEW.people, REVIEW.roles)


async def test_somebody_who_was_not_asked_is_added_as_here_in_one_step(tmp_path: Path) -> None:
    async with at_the_keyboard(tmp_path, kept(tmp_path)) as user:
        await user.press("plus", "p", "enter")
        user.does_not_see("Where we are")
        assert user.review.people == REVIEW.people
        await user.press("right", "plus", "down", "down", "enter")
        await user.types("[/] Priya\n")
        user.sees("Where we are, for [/] Priya")
        await user.press("escape")
        *_, priya = user.review.people
        assert (priya.name, priya.role, priya.attendance) == (
            "[/] Priya",
            user.review.roles[1].id,
            Attendance.LATE,
        )
        await user.press("u")
        assert user.review.people == REVIEW.people


async def test_in_people_the_first_choice_is_who_one_stands_at(tmp_path: Path) -> None:
    async with at_the_keyboard(tmp_path, kept(tmp_path)) as user:
        await user.press("1", *["down"] * 3, "plus", "enter", "escape")
        assert user.review.roles[1].attendance is Attendance.LATE
        await user.press("plus", "t")
        user.sees("Where we are", "At the beginning")
        await user.press("escape")
        assert user.review.people == REVIEW.people


async def test_the_room_sees_the_five_lines_and_goes_back_to_the_moment(tmp_path: Path) -> None:
    path = kept(tmp_path)
    async with at_the_keyboard(tmp_path, path) as user, in_the_room(path, SIZES["80x24"]) as room:
        await user.press("plus", "enter")
        await room.wait_until(lambda: "Where we are" in room.screen)
        room.sees("One of two key moments", "11:05 rollback starts. Tell it")
        room.does_not_see("zzsecretzz", "Ben")
        await user.press("escape")
        await room.wait_until(lambda: "Where we are" not in room.screen)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
async def test_every_name_and_title_is_shown_as_it_is(tmp_path: Path, size: tuple[int, int]) -> None:
    hostile = hostile_review()
    away = tuple(msgspec.structs.replace(one, attendance=Attendance.INVITED) for one in hostile.people)
    async with at_the_keyboard(tmp_path, kept(tmp_path, msgspec.structs.replace(hostile, people=away)), size) as user:
        shown = ""
        for down in (0, 13, 22):
            await user.press("plus", *["down"] * down)
            is_safe(user)
            shown += user.screen
            await user.press("enter")
            is_safe(user)
            await user.press("down", "escape")
            is_safe(user)
        assert "[@click=app.quit]x[/]" in shown
