"""What is shown of saved versions, of changes on disk and of damaged files is shown as it is, too."""

from pathlib import Path

import msgspec
import pytest

from reviewtui import codec
from reviewtui.model.review import Review
from reviewtui.session import create_session
from reviewtui.store import Kind, keep_copy, moment_of, write_durably
from reviewtui.store.tables import fragments, joined
from tests.hostile.reviews import HOSTILE, hostile_review
from tests.hostile.test_display import FILE_NAME, is_safe
from tests.journeys.facilitator import SIZES, at_the_keyboard

OTHER = msgspec.structs.replace(
    hostile_review(),
    title="\x1b[2J [@click=app.quit]other[/]",
    accounts=tuple(
        msgspec.structs.replace(account, text=f"{HOSTILE[place % len(HOSTILE)]}\nother")
        for place, account in enumerate(hostile_review().accounts)
    ),
    events=hostile_review().events[3:],
)


def bytes_of(review: Review) -> bytes:
    return joined(fragments(codec.to_documents(review)).values())


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    session = create_session(tmp_path / f"{FILE_NAME}.review.json", hostile_review())
    session.close()
    keep_copy(session.path, bytes_of(OTHER), Kind.SAVED, moment_of(0))
    keep_copy(session.path, b"\x1b[2J[/]", Kind.SAVED, moment_of(1))
    return session.path


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
async def test_every_text_is_shown_as_it_is(hostile: Path, size: tuple[int, int]) -> None:
    async with at_the_keyboard(hostile.parent, hostile, size) as user:
        await user.press("ctrl+r")
        for key in ("down", *["space"] * 12, "escape"):
            is_safe(user)
            await user.press(key)
        assert user.app.session is not None
        for data in (bytes_of(OTHER), b"\x1b[2J[/]"):
            write_durably(hostile, data)
            user.app.session.look()
            user.app.session.look()
            await user.settle()
            await user.press("f7")
            for key in (*["down"] * 30, "escape"):
                is_safe(user)
                await user.press(key)
        await user.press("f6", "ctrl+u")
        await user.types("/[@click=app.quit]x[!]")
        await user.pastes("\x1b]0;STOLEN\x07/x")
        await user.press("enter")
        is_safe(user)


async def test_a_damaged_file_of_any_name_is_told_as_text(hostile: Path) -> None:
    hostile.write_bytes(b'{"\x1b[2J [/]": {"1": {}, "1": {}}}')
    async with at_the_keyboard(hostile.parent, hostile) as user:
        user.sees("[@click=app.quit]x", "can't be opened", "byte for byte")
        is_safe(user)
        await user.press("enter", "down", "enter")
        is_safe(user)
        assert user.review == OTHER
