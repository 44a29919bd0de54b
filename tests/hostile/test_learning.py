"""Any text is shown as that text where it is learned from, and kept to the letter where it is typed."""

from pathlib import Path

import msgspec
import pytest

from reviewtui.plaintext import displayable_line
from reviewtui.session import create_session
from tests.hostile.reviews import HOSTILE, hostile_review
from tests.hostile.test_display import is_safe
from tests.journeys.facilitator import SIZES, at_the_keyboard
from tests.reviews import empty_review

TEXTS = [text for text in HOSTILE if text.strip()]


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
async def test_every_list_and_form_shows_every_text_as_it_is(tmp_path: Path, size: tuple[int, int]) -> None:
    session = create_session(tmp_path / "x.review.json", hostile_review())
    session.close()
    async with at_the_keyboard(tmp_path, session.path, size) as user:
        before = user.review
        await user.press("5", "home")
        user.sees("[ERROR] 100%")
        for _ in range(4):
            await user.press("home")
            for key in ("enter", "escape", "y", "end", "enter", "escape"):
                await user.press(key)
                is_safe(user)
            for _ in HOSTILE[::4]:
                await user.press("down", "down", "down", "down")
                is_safe(user)
            await user.press("right")
        await user.press("left", "space")
        is_safe(user)
        await user.press("escape", "3", "home", "i")
        is_safe(user)
        await user.press("escape")
        assert msgspec.structs.replace(user.review, stage=before.stage) == before


async def test_a_line_keeps_every_text_to_the_letter(tmp_path: Path) -> None:
    session = create_session(tmp_path / "x.review.json", empty_review())
    session.close()
    async with at_the_keyboard(tmp_path, session.path) as user:
        for number, kind in enumerate("fiao"):
            await user.press("2", kind)
            await user.pastes("a\r\nb\rc [@click=app.quit]x[/]\x1b]0;STOLEN\x07")
            user.sees(displayable_line("a bc [@click=app.quit]x[/]\x1b]0;STOLEN"))
            is_safe(user)
            await user.press("enter", "5", kind)
            for text in TEXTS[number::4]:
                await user.pastes(text)
                is_safe(user)
                await user.press("enter")
                is_safe(user)
            await user.press("escape")
        review = user.review
        for number, kept in enumerate(
            (
                {one.text for one in review.factors},
                {one.text for one in review.insights},
                {one.text for one in review.actions},
                {one.text for one in review.questions},
            )
        ):
            typed = {" ".join(text.replace("\r", "").split("\n")).strip() for text in TEXTS[number::4]}
            assert kept == typed | {"a bc [@click=app.quit]x[/]\x1b]0;STOLEN\x07"}
        assert user.saved() == user.review


async def test_every_field_of_a_form_keeps_every_text_to_the_letter(tmp_path: Path) -> None:
    session = create_session(tmp_path / "x.review.json", empty_review())
    session.close()
    text = "one [/]\ntwo \x1b[2J \u2028 🔥 " + "w" * 300
    line = text.replace("\n", " ")
    async with at_the_keyboard(tmp_path, session.path) as user:
        for kind in "fiao":
            await user.press("2", kind)
            await user.types("x\n")
        await user.press("5")
        for fields in ("+", "+...+", "+.+++", "++"):
            await user.press("enter")
            for place, field in enumerate(fields):
                if place:
                    await user.press("tab")
                if field == "+":
                    await user.pastes(text)
                    is_safe(user)
            if fields == "+.+++":
                await user.press("tab")
                await user.pastes(text)
            await user.press("escape", "right")
            is_safe(user)
        (factor,), (insight,), (action,) = user.review.factors, user.review.insights, user.review.actions
        (question,) = user.review.questions
        assert [factor.text, insight.text, action.text, question.text] == [
            f"{text}x",
            f"{text}x",
            f"{text}x",
            f"{text}x",
        ]
        assert (insight.for_whom, action.reason, question.answer) == (text, text, text)
        assert (action.owner, action.tracker, action.due) == (line, line, None)
        assert user.saved() == user.review


async def test_a_million_letters(tmp_path: Path) -> None:
    session = create_session(tmp_path / "x.review.json", empty_review())
    session.close()
    async with at_the_keyboard(tmp_path, session.path) as user:
        for kind in "fiao":
            await user.press("5", kind)
            await user.pastes("x" * 1_000_000)
            await user.press("enter", "escape")
            is_safe(user)
            assert len(user.screen) < 100_000
        kept = [one.text for one in user.review.factors] + [one.text for one in user.review.questions]
        assert [len(text) for text in kept] == [1_000_000] * 2
