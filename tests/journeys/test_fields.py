"""Every character that a keyboard has is text in every field, whatever command it is elsewhere."""

from pathlib import Path
from string import punctuation

import pytest
from textual.widgets import Input, TextArea

from reviewtui.model.review import Stage
from tests.journeys.facilitator import at_the_keyboard, in_the_example

TYPED = f"aCnu1 {punctuation} z"


@pytest.mark.parametrize(
    "way",
    [["2", "e"], ["3", "N"], ["5", "e"], ["3", "f"], ["3", "c"], ["3", "slash"], ["1", "p"], ["1", "e", "tab"]],
    ids=["event", "account", "learned", "factor", "capture", "search", "person", "agenda"],
)
async def test_it_arrives_as_it_was_typed(tmp_path: Path, way: list[str]) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press(*way, "ctrl+a", "ctrl+u", "ctrl+k")
        field = user.app.focused
        await user.types(TYPED)
        assert user.app.focused is field
        assert isinstance(field, Input | TextArea)
        said = field.text if isinstance(field, TextArea) else field.value
        assert TYPED in said


async def test_all_keys_of_a_review_at_once_from_its_form_on(tmp_path: Path) -> None:
    async with at_the_keyboard(tmp_path) as user:
        keys = ["n", *"Tills", "ctrl+s", "2", "e", *"10:42 bell", "enter", "escape"]
        keys += ["3", "enter", *"one", "tab", *"two", "escape", "f", *"dark", "enter", "i", *"odd", "enter"]
        keys += ["question_mark", "escape", "slash", *"two", "enter", "escape", "c", *"so", "enter", "escape"]
        keys += ["ctrl+p", *"go to rep"]
        await user.press(*("space" if key == " " else key for key in keys))
        review = user.review
        assert (review.title, [event.title for event in review.events]) == ("Tills", ["bell"])
        assert [one.text for one in review.accounts] == ["one", "two", "so"]
        assert [review.factors[0].text, review.insights[0].text] == ["dark", "odd"]
        await user.wait_until(lambda: "Go to Report" in user.screen)
        await user.press("enter")
        await user.wait_until(lambda: user.review.stage is Stage.REPORT)


async def test_a_review_that_is_opened_has_the_keys_that_come_behind(tmp_path: Path) -> None:
    async with at_the_keyboard(tmp_path) as user:
        await user.press("d", "enter", "3", "home", "N", *"quick", "escape")
        assert user.review.accounts[-1].text == "quick"
        await user.press("ctrl+l")
        await user.press("enter", "3", "N", *"again", "escape")
        assert user.review.accounts[-1].text == "again"
