"""What can be told apart where there is no colour."""

import re
from pathlib import Path

import pytest

from tests.journeys.facilitator import Facilitator, in_the_example

LISTS = {
    "services": ("1", "left"),
    "people": ("1",),
    "plan": ("1", "right"),
    "timeline": ("2",),
    "accounts": ("3",),
    "differences": ("4",),
    "learning": ("5",),
    "readiness": ("6", "tab"),
    "who knew": ("3", "w"),
    "library": ("ctrl+l",),
}


def marked(user: Facilitator) -> list[str]:
    """Return what stands behind each mark of a cursor."""
    return re.findall(r"› *(\S+)", user.screen)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=lambda size: f"{size[0]}")
async def test_every_list_marks_what_one_is_at(tmp_path: Path, size: tuple[int, int]) -> None:
    async with in_the_example(tmp_path, size) as user:
        for name, keys in LISTS.items():
            await user.press(*keys)
            assert marked(user), f"no mark in {name}\n{user.screen}"
            await user.press("escape")


async def test_only_the_side_that_has_the_keys_marks_its_row(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("1")
        assert marked(user) == ["▌Delivery"]
        await user.press("left")
        assert marked(user) == ["payment-router"]
