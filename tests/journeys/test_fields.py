"""Every character that a keyboard has is text in every field, whatever command it is elsewhere."""

from pathlib import Path
from string import punctuation

import pytest
from textual.widgets import Input, TextArea

from tests.journeys.facilitator import in_the_example

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
