"""Keys that come all at once, as from quick hands while the program was busy: each does what it does in its turn."""

from asyncio import sleep
from pathlib import Path

from textual import events
from textual.widgets import Input, TextArea

from reviewtui.session import create_session
from reviewtui.settings import Preferences
from tests.journeys.facilitator import Facilitator, at_the_keyboard
from tests.reviews import review_of

REVIEW = """
    role Delivery, delivery
    role Operations, operations
    role Users, users
    * 10:42 alert: error rate above 5 %
"""
TYPED = (*"ab", "backspace", *"c", "left", *"d", "end", *"xy", "shift+left", *"z", "home", "delete", "q", "end")
READS = "qdcxz"


async def opened(folder: Path) -> Path:
    session = create_session(folder / "outage.review.json", review_of(REVIEW))
    session.close()
    return session.path


def told(user: Facilitator) -> dict[str, str]:
    return {str(account.role): account.text for account in user.review.accounts}


async def test_in_an_editor_keys_that_move_and_delete_keep_their_place_among_letters(tmp_path: Path) -> None:
    async with at_the_keyboard(tmp_path, await opened(tmp_path)) as user:
        await user.press("3", "enter", *TYPED, "enter", *TYPED, "tab", *TYPED, "tab", *TYPED, "escape")
        assert told(user) == {"Delivery": f"{READS}\n{READS}", "Operations": READS, "Users": READS}


async def test_in_a_line_keys_that_move_and_delete_keep_their_place_among_letters(tmp_path: Path) -> None:
    async with at_the_keyboard(tmp_path, await opened(tmp_path)) as user:
        await user.press("2", "e", *TYPED)
        assert isinstance(user.app.focused, Input)
        assert user.app.focused.value == READS


async def test_a_letter_that_a_command_was_mapped_to_is_typed_where_one_types(tmp_path: Path) -> None:
    mapped = Preferences(keys={"undo": "x"})
    async with at_the_keyboard(tmp_path, await opened(tmp_path), preferences=mapped) as user:
        await user.press("3", "enter", *"next", "escape")
        assert told(user) == {"Delivery": "next"}
        await user.press("x")
        assert told(user) == {}


async def test_an_editor_that_is_busy_has_its_letters_before_the_next_one_opens(tmp_path: Path) -> None:
    async def is_busy() -> None:
        for _ in range(100):
            await sleep(0)

    async with at_the_keyboard(tmp_path, await opened(tmp_path)) as user:
        await user.press("3", "enter")
        assert isinstance(user.app.focused, TextArea)
        user.app.focused.call_later(is_busy)
        user.app.focused.post_message(events.Key("a", "a"))
        await user.press("tab", "b", "escape")
        assert told(user) == {"Delivery": "a", "Operations": "b"}
