"""What to ask next stands below the accounts, for the facilitator alone."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from reviewtui.model.review import EventId, Question, QuestionId
from reviewtui.report import report_text
from reviewtui.session import create_session
from reviewtui.tui.present.room import room_page
from reviewtui.tui.widgets.prompt_line import PromptLine
from tests.hostile.reviews import HOSTILE
from tests.hostile.test_display import is_safe
from tests.journeys.facilitator import SIZES, Facilitator, at_the_keyboard
from tests.reviews import empty_review, review_of

REVIEW = """
    role Delivery, delivery
    role Users, users
    * 10:42 alert: error rate above 5 %
    11:00 rollback starts
"""
OWN = '[[prompt]]\nkind = "users"\nask = ["which tills stood still?"]\nsaid = ["the till"]\n'


@asynccontextmanager
async def at_accounts(
    folder: Path, *prepared: str, size: tuple[int, int] = (120, 36), own: Path | None = None
) -> AsyncIterator[Facilitator]:
    """Stand at the first moment of a review, with questions that were prepared for it."""
    review = review_of(REVIEW)
    questions = (
        Question(id=QuestionId(f"q{number}"), text=text, event=EventId(review.events[0].id), prepared=True)
        for number, text in enumerate(prepared)
    )
    session = create_session(
        folder / "outage.review.json",
        empty_review(roles=review.roles, events=review.events, questions=tuple(questions)),
    )
    session.close()
    async with at_the_keyboard(folder, session.path, size, own_folder=own) as user:
        await user.press("3")
        yield user


def asked(user: Facilitator) -> str:
    """The question that stands there, on one line; empty where it is hidden."""
    line = user.app.screen.query_one(PromptLine)
    return " ".join(line.query_one("#ask").render().plain.split()) if line.display else ""  # type: ignore[union-attr]


async def test_it_stays_while_one_writes_and_goes_on_when_the_role_has_told(tmp_path: Path) -> None:
    async with at_accounts(tmp_path) as user:
        first = asked(user)
        assert first.startswith("ask Users: ")
        user.sees("private · q another")
        await user.press("enter")
        await user.types("we heard of it at lunch")
        assert asked(user) == first
        await user.press("escape")
        assert asked(user) == first
        await user.press("right", "enter")
        await user.types("the page was blank\nand stayed so")
        assert asked(user) == first
        await user.press("escape")
        assert asked(user).startswith("ask Delivery: ")


async def test_another_question_is_a_key_and_so_is_none(tmp_path: Path) -> None:
    async with at_accounts(tmp_path) as user:
        first = asked(user)
        await user.press("q")
        second = asked(user)
        assert second.startswith("ask Users: ")
        assert second != first
        await user.press("Q")
        assert asked(user) == ""
        assert "Q shows them" in user.notice
        await user.press("down", "up")
        assert asked(user) == ""
        await user.press("q")
        assert asked(user) == second


async def test_there_is_room_for_who_tells_on_a_small_screen(tmp_path: Path) -> None:
    async with at_accounts(tmp_path, size=(80, 24)) as user:
        assert asked(user) != ""
        await user.press("enter")
        user.does_not_see("ask Users:")
        await user.press("escape")
        user.sees("ask Users:")


async def test_what_was_prepared_for_the_moment_comes_first(tmp_path: Path) -> None:
    async with at_accounts(tmp_path, "Users: who called whom?") as user:
        user.sees("ask Users: who called whom?")
        await user.press("down")
        user.does_not_see("who called whom?")
        await user.press("up")
        user.sees("who called whom?")
        await user.press("q")
        user.does_not_see("who called whom?")


async def test_neither_the_room_nor_the_report_has_it(tmp_path: Path) -> None:
    async with at_accounts(tmp_path, "Users: who called whom?") as user:
        assert "who called whom?" in asked(user)
        await user.press("f9")
        user.does_not_see("who called whom?", "ask ", "private")
        await user.press("f9", "q")
        words = asked(user).removeprefix("ask Users: ").removesuffix("private · q another").strip()
        assert words.endswith("?")
        await user.press("f9")
        user.does_not_see(words)
        assert words not in report_text(user.review)
        assert "who called whom?" not in report_text(user.review)
        stage = user.app.screen_stack[-2].stage_view  # type: ignore[attr-defined]
        assert words not in room_page(user.review, stage.place, 120, 36).plain


async def test_an_organisations_own_question_is_asked(tmp_path: Path) -> None:
    (tmp_path / "prompts.toml").write_text(OWN)
    async with at_accounts(tmp_path, own=tmp_path) as user:
        await user.press("2", "3", "right", "enter")
        await user.types("The till said no.")
        await user.press("escape", "left", "enter")
        await user.types("one\ntwo\nthree")
        await user.press("escape", "down", "up")
        assert asked(user).startswith("ask Users: which tills stood still?")


async def test_an_own_file_that_cannot_be_read_is_told_and_left_out(tmp_path: Path) -> None:
    (tmp_path / "prompts.toml").write_text("[[prompt")
    async with at_accounts(tmp_path, own=tmp_path) as user:
        user.sees("your own questions are left out")
        assert asked(user).startswith("ask Users: ")


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
async def test_every_text_can_be_asked(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_accounts(tmp_path, *HOSTILE, "long " * 200, size=size) as user:
        for _ in range(len(HOSTILE) + 2):
            is_safe(user)
            await user.press("q")
        assert asked(user).startswith("ask Users: ")
