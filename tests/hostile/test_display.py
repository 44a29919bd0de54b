"""Any text is shown as that text, wherever text is shown, and never reaches the terminal as something to obey."""

import re
from pathlib import Path

import pytest

from reviewtui.library import read_review
from reviewtui.model.review import Role, RoleId
from reviewtui.plaintext import displayable_line
from reviewtui.session import create_session
from reviewtui.tui.widgets.line_input import LineInput
from tests.hostile.reviews import HIDDEN_COMMANDS, HOSTILE, hostile_review
from tests.journeys.facilitator import SIZES, Facilitator, at_the_keyboard, in_the_example
from tests.reviews import empty_review
from tests.terminal import Terminal

OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
FILE_NAME = "[@click=app.quit]x[!]\x1b]0;STOLEN\x07"


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    session = create_session(tmp_path / f"{FILE_NAME}.review.json", hostile_review())
    session.close()
    return session.path


def texts_at(size: tuple[int, int]) -> tuple[str, ...]:
    """All of them at one size; at the other some, as what differs there is the room and not the text."""
    return HOSTILE if size == SIZES["120x36"] else HOSTILE[::4]


def is_safe(user: Facilitator) -> None:
    assert OBEYED.findall(user.screen) == []


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
async def test_every_screen_shows_every_text_as_it_is(hostile: Path, size: tuple[int, int]) -> None:
    async with at_the_keyboard(hostile.parent, size=size) as user:
        user.sees("[@click=app.quit]")
        is_safe(user)
        await user.press("enter")
        user.sees("[@click=app.quit]x[/]")
        await user.press("1")
        for keys in (["enter", "escape"], ["down", "enter", "escape"], ["left", "enter", "escape"], ["t"], ["escape"]):
            for key in keys:
                await user.press(key)
                is_safe(user)
        await user.press("2", "home")
        for text in HOSTILE[:14]:
            user.sees(displayable_line(text)[:12])
        for text in HOSTILE[: len(texts_at(size))]:
            await user.press("asterisk", "u")
            assert displayable_line(text)[:12] in displayable_line(user.notice)
            is_safe(user)
            await user.press("down")
        await user.press("v")
        is_safe(user)
        await user.press("space", "tab", "space", "escape")
        is_safe(user)
        await user.press("escape", "slash")
        for words in ("c", "click", "stolen", "[/]"):
            await user.press("home", "shift+end", *words)
            is_safe(user)
            user.sees("found")
        await user.press("escape", "home", "enter")
        is_safe(user)
        await user.press("escape", "e")
        await user.types("10:42 [/] alert: [@click=app.quit]x[/]")
        user.sees("[@click=app.quit]x[/]")
        await user.press("escape", "3", "home")
        for _ in range(3):
            await user.press("down", "enter")
            is_safe(user)
            await user.press("escape")
        await user.press("v", "4", "home")
        for _ in texts_at(size):
            await user.press("down")
            is_safe(user)
        for key in ("end", "enter", "escape", "d", "up", "t", "escape"):
            await user.press(key)
            is_safe(user)
        await user.press("home", "w")
        for key in ("down", "right", "down", "end", "right", "enter", "escape", "escape"):
            is_safe(user)
            await user.press(key)
        await user.press("6")
        for _ in range(8):
            is_safe(user)
            await user.press("space")
        await user.press("tab")
        for key in ("space", "delete", "s", "down", "u", "end", "space", "tab"):
            await user.press(key)
            is_safe(user)
        for key in ("question_mark", "escape", "ctrl+p", "escape", "x", "escape", "ctrl+l"):
            await user.press(key)
            is_safe(user)


async def test_looking_at_hostile_texts_changes_none(hostile: Path) -> None:
    before = read_review(hostile)
    async with at_the_keyboard(hostile.parent, hostile) as user:
        await user.press("3", "home", *["enter", "tab", "escape", "down"] * 4)
        await user.press("2", "home", *["enter", "escape", "down"] * len(HOSTILE))
        await user.press("4", "home", *["t", "escape", "d", "down", "escape", "down"] * 3, "end", "t", "escape")
        await user.press("1", "t", "escape")
        await user.press("6", "tab", *["down"] * 12, "enter", "escape", "1")
        assert user.review == before


async def test_typing_behind_a_hostile_text_keeps_it_to_the_letter(tmp_path: Path) -> None:
    review = hostile_review()
    session = create_session(tmp_path / "x.review.json", review)
    session.close()
    before = {account.id: account.text for account in review.accounts}
    async with at_the_keyboard(tmp_path, session.path) as user:
        await user.press("3")
        for place, text in enumerate(HOSTILE):
            if text.strip():
                await user.press("enter", *"more")
                is_safe(user)
                await user.press("escape")
                (account,) = (one for one in user.review.accounts if one.id == f"a{place}r0")
                assert account.text == f"{before[account.id]}\nmore"
            await user.press("down")
        assert user.saved() == user.review


async def test_pasted_texts_are_kept_in_fields_and_editors(tmp_path: Path) -> None:
    session = create_session(tmp_path / "x.review.json", hostile_review())
    session.close()
    pasted = "one [/]\r\ntwo \x1b[2J \u2028 three\rfour 🔥"
    async with at_the_keyboard(tmp_path, session.path) as user:
        await user.press("3", "N")
        await user.pastes(pasted)
        await user.press("escape")
        assert user.review.accounts[-1].text == "one [/]\ntwo \x1b[2J \u2028 three\nfour 🔥"
        await user.press("2", "e")
        await user.pastes("10:42 " + pasted)
        is_safe(user)
        await user.press("enter")
        assert any(event.title == "one [/] two \x1b[2J \u2028 threefour 🔥" for event in user.review.events)


async def test_hostile_names_of_files_to_read(tmp_path: Path) -> None:
    names = ["[ERROR].md", "[-].md", "[@click=app.quit]x[!].md", "esc\x1b]0;STOLEN\x07.md", "🔥.md"]
    for name in names:
        (tmp_path / name).write_text(f"# {name}\n\nUTC, 2026-11-12\n\n- 10:42 {name}\n- 10:43 [/] x\n- 10:44 x\n")
    session = create_session(tmp_path / "x.review.json", hostile_review())
    session.close()
    async with at_the_keyboard(tmp_path, session.path) as user:
        await user.press("2", "ctrl+o")
        await user.types(f"{tmp_path}/")
        user.sees(*(displayable_line(name) for name in names))
        is_safe(user)
        await user.press("escape")
        for name in names:
            await user.app.preview(tmp_path / name)
            await user.settle()
            user.sees(displayable_line(name), "3 events")
            is_safe(user)
            await user.press("escape")


async def test_a_million_letters_and_a_hundred_thousand_marks(tmp_path: Path) -> None:
    session = create_session(tmp_path / "x.review.json", hostile_review())
    session.close()
    async with at_the_keyboard(tmp_path, session.path) as user:
        for title in ("x" * 1_000_000, "e" + "\u0301" * 100_000):
            await user.press("2", "e")
            await user.pastes(f"09:00 {title}")
            await user.press("enter", "escape")
            assert any(event.title == title for event in user.review.events)
            await user.press("3")
            is_safe(user)
            assert len(user.screen) < 100_000


def test_no_byte_of_a_text_is_obeyed_by_the_terminal(hostile: Path) -> None:
    with Terminal("--sessions", str(hostile.parent)) as terminal:
        terminal.sees("STOLEN")
        for keys, seen in (("\r", "3 Accounts"), ("1", "People"), ("2", "Timeline"), ("3", "Accounts"), ("6", "draft")):
            terminal.types(keys)
            terminal.sees(seen)
        terminal.types("3")
        for _ in HOSTILE:
            terminal.types("j")
        terminal.types("\r")
        terminal.sees("next role")
        terminal.types("\x1b")
        terminal.types("\x11")
        assert terminal.ends() == 0
    stolen = [
        b"\x1b]52;c;c3Rv",
        b"\x1b]0;",
        b"\x1b]8;;https://stolen",
        b"\x1b[31;46;5m",
        b"\xc2\x9b",
        b"\x1bP+q",
        b"\x00",
    ]
    stolen += ["\u202e".encode(), "\u2028".encode(), "\ufeff".encode()]
    assert [one for one in stolen if one in terminal.everything] == []
    assert len(HIDDEN_COMMANDS) == 11


@pytest.mark.parametrize("path", ["~nobody-of-that-name/x.md", "x" * 300, "a\0b.md", "\udcff.md", "/dev/null/x.md"])
async def test_a_path_that_can_be_none_is_told_and_ends_nothing(
    tmp_path: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with in_the_example(tmp_path) as user:
        for keys in (("6", "x"), ("2", "ctrl+o")):
            await user.press(*keys)
            user.app.screen.query_one(LineInput).value = path
            await user.press("enter")
            await user.press("escape")
        user.sees("2 Timeline")


async def test_a_field_of_one_line_shows_every_character_and_its_cursor_where_it_is(tmp_path: Path) -> None:
    codes = (*range(0x09), *range(0x0B, 0x0D), *range(0x0E, 0x20), 0x7F, 0x85, 0x9B, 0x2028, 0x202E)
    controls = "".join(map(chr, codes))
    async with in_the_example(tmp_path) as user:
        await user.press("c")
        for text in (f"a{controls}b", f"\t\x07日{HIDDEN_COMMANDS[0]}", "\x08" * 150):
            await user.press("home", "shift+end")
            await user.pastes(f"{text}here")
            field = user.app.screen.query_one(LineInput)
            user.sees(f"{displayable_line(text)}here"[-90:])
            is_safe(user)
            await user.press("left", "left")
            assert field.value == f"{text}here"
            strip, cursor = field.render_line(0), field.get_component_rich_style("input--cursor")
            at = next(number for number, one in enumerate(strip) if one.style and one.style.bgcolor == cursor.bgcolor)
            assert strip._segments[at].text == "r"
            cells = sum(one.cell_length for one in strip._segments[:at])
            assert (field.cursor_screen_offset.x - field.region.x) == cells
            await user.clicks("#capture LineInput", (cells + 1, 0))
            assert field.cursor_position == len(text) + 3


async def test_a_role_whose_name_a_terminal_would_obey_completes_nothing(tmp_path: Path) -> None:
    roles = (Role(id=RoleId("role"), name="Operations", short_name="op\x1b[31ms"),)
    session = create_session(tmp_path / "role.review.json", empty_review(roles=roles))
    session.close()
    async with at_the_keyboard(tmp_path, session.path) as user:
        await user.press("c", "o", "p")
        is_safe(user)
        assert user.app.screen.query_one(LineInput).value == "op"
