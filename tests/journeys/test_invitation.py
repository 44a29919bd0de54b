"""What is sent to those who come: looked through, copied, saved."""

from pathlib import Path

import pytest

from reviewtui.report.invitation import invitation
from tests.hostile.reviews import hostile_review
from tests.hostile.test_display import is_safe
from tests.journeys.facilitator import SIZES, at_the_keyboard, in_the_example
from tests.journeys.test_arrivals import kept


async def test_it_is_looked_through_copied_and_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with in_the_example(tmp_path, SIZES["80x24"]) as user:
        await user.press("1", "y")
        user.sees("Incident review: Declined every half hour", "(those who build it): Amara Teal and Jonas Wren")
        await user.press("space")
        user.sees("in the time of Europe/Berlin", "How to answer")
        await user.press("end")
        user.sees("only if you agree")
        await user.press("home", "y")
        assert user.app.clipboard == invitation(user.review)
        user.sees("It takes 90 minutes")
        await user.press("x", "enter")
        saved = tmp_path / "payments-cache-invitation.txt"
        assert user.notice == f"exported to {saved}"
        assert saved.read_text(encoding="utf-8") == invitation(user.review)
        await user.press("x")
        user.sees("enter replaces it")
        await user.press("escape", "escape", "right", "down", "down", "enter")
        user.sees("The invitation, to send in your own words")


async def test_what_cannot_be_saved_is_told(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("1", "y", "x", "ctrl+u", "ctrl+k")
        await user.types(f"{tmp_path}/nowhere/x.txt")
        await user.press("enter")
        assert "nowhere" in user.notice


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
async def test_every_name_is_shown_as_it_is(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_keyboard(tmp_path, kept(tmp_path, hostile_review()), size) as user:
        await user.press("1", "y")
        shown = ""
        for _ in range(6):
            is_safe(user)
            shown += user.screen
            await user.press("space")
        assert "[@click=app.quit]x[/]" in shown
