"""A terminal without colours, and one that shows nothing but ASCII: all that is there can be told apart."""

import re
from pathlib import Path

from reviewtui.settings import Preferences
from reviewtui.terminal import Terminal
from tests.journeys.everywhere import everywhere
from tests.journeys.facilitator import Facilitator, at_the_keyboard, in_the_example

NO_COLOURS = Terminal("xterm", 120, 36, 0, is_utf8=True)
NO_COLOURS_AND_ASCII = NO_COLOURS._replace(is_utf8=False)
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


def reversed_texts(user: Facilitator) -> list[str]:
    """Return what is drawn with light and dark turned around."""
    lines = user.strips
    return [text for line in lines for text, style, _ in line if style is not None and style.reverse]


async def test_every_list_marks_what_one_is_at(tmp_path: Path) -> None:
    async with in_the_example(tmp_path, (80, 24)) as user:
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


async def test_a_terminal_of_ascii_and_no_colours_gets_neither_anywhere(tmp_path: Path) -> None:
    async with in_the_example(tmp_path, (80, 24), NO_COLOURS_AND_ASCII) as user:
        async for name, lines in everywhere(user):
            for line in lines:
                assert line.text.isascii(), f"{name}: {line.text}"
                assert line.cell_length == 80
                coloured = [text for text, style, _ in line if style and (style.color or style.bgcolor)]
                assert not coloured, f"{name}: {coloured}"


async def test_without_colours_what_means_something_turns_light_and_dark_around(tmp_path: Path) -> None:
    async with in_the_example(tmp_path, terminal=NO_COLOURS) as user:
        await user.press("3")
        assert any("3 Accounts" in text for text in reversed_texts(user))
        assert any("v4.8 goes out" in text for text in reversed_texts(user))
        await user.press("2", "e")
        await user.types("roll back")
        await user.press("shift+home")
        assert "roll back" in "".join(reversed_texts(user))


async def test_without_colours_the_palette_shows_where_one_is(tmp_path: Path) -> None:
    async with in_the_example(tmp_path, terminal=NO_COLOURS) as user:
        await user.press("3")
        await user.press("ctrl+p")
        await user.wait_until(lambda: "Write what the role tells" in user.screen)
        await user.press("down")
        assert any("account" in text or "tells" in text for text in reversed_texts(user))


async def test_arrows_are_words_where_there_is_only_ascii(tmp_path: Path) -> None:
    async with at_the_keyboard(tmp_path, preferences=Preferences(ascii=True)) as user:
        await user.press("d")
        user.sees("up/down choose")
        await user.press("enter", "3", "question_mark")
        user.sees("left h")


async def test_what_is_set_says_more_than_the_terminal(tmp_path: Path) -> None:
    wanted = Preferences(ascii=False)
    async with at_the_keyboard(tmp_path, preferences=wanted, terminal=NO_COLOURS_AND_ASCII) as user:
        await user.press("d")
        user.sees("↑↓ choose")
