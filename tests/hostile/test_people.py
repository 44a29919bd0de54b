"""The plan, the gaps and the prepared questions show every text as it is, and keep every text that is put in."""

from pathlib import Path

import pytest

from reviewtui.session import create_session
from tests.hostile.reviews import HOSTILE, hostile_review
from tests.hostile.test_display import is_safe
from tests.journeys.facilitator import SIZES, at_the_keyboard

PASTED = "one [/]\r\ntwo \x1b[2J \u2028 three\n[@click=app.quit]x[/] 🔥"
KEPT = "one [/]\ntwo \x1b[2J \u2028 three\n[@click=app.quit]x[/] 🔥"


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    session = create_session(tmp_path / "x.review.json", hostile_review())
    session.close()
    return session.path


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
async def test_every_row_and_its_form_is_safe_and_looking_changes_none(hostile: Path, size: tuple[int, int]) -> None:
    async with at_the_keyboard(hostile.parent, hostile, size) as user:
        before = user.review
        await user.press("1", "left")
        for _ in range(10):
            is_safe(user)
            await user.press("enter")
            is_safe(user)
            await user.press("escape", "down")
        await user.press("left")
        for _ in HOSTILE[::4]:
            await user.press("enter")
            is_safe(user)
            await user.press("escape")
            for _ in range(4):
                await user.press("down")
                is_safe(user)
        assert user.review == before


async def test_texts_are_kept_to_the_letter(hostile: Path) -> None:
    async with at_the_keyboard(hostile.parent, hostile) as user:
        await user.press("1", "q")
        await user.pastes(PASTED)
        await user.press("escape")
        assert user.review.questions[-1].text == KEPT
        await user.press("e", "tab", "ctrl+home")
        await user.pastes(PASTED)
        await user.press("escape")
        assert user.review.settings.agenda == KEPT + "\n".join(HOSTILE)
        is_safe(user)
        assert user.saved() == user.review
