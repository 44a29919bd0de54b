"""What a terminal sends, as keys."""

import pytest
from textual.events import Key, Paste
from textual.message import Message

from reviewtui.tui.keyboard import KeyParser

UP = "\x1b[A"


def keys(found: list[Message]) -> list[str]:
    return [event.key if isinstance(event, Key) else type(event).__name__ for event in found]


def typed(*reads: str) -> list[str]:
    """The keys of what is read, piece by piece, and once nothing has followed for long."""
    parser = KeyParser()
    found = [event for data in reads for event in parser.feed(data)]
    parser._timeout_time = 0.0 if parser._timeout_time is not None else None
    return keys([*found, *parser.tick()])


@pytest.mark.parametrize(
    ("reads", "expected"),
    [
        (["\x1b"], ["escape"]),
        (["\x1bp"], ["escape", "p"]),
        (["a\x1bppN"], ["a", "escape", "p", "p", "N"]),
        (["\x1bc", "o", "ps"], ["escape", "c", "o", "p", "s"]),
        (["\x1b", "p", "\x1b", "N"], ["escape", "p", "escape", "N"]),
        (["\x1b", "f"], ["escape", "f"]),
        (["\x1b", "b", "\x1b", "P", "a"], ["escape", "b", "escape", "P", "a"]),
        (["\x1b", "\x1b", "\x1b[A"], ["escape", "escape", "up"]),
        (["\x1b\x1bq"], ["escape", "escape", "q"]),
        (["\x1b\x13"], ["escape", "ctrl+s"]),
        (["\x1b*"], ["escape", "asterisk"]),
        ([f"\x1b{UP}"], ["escape", "up"]),
        ([UP, f"a{UP}{UP}"], ["up", "a", "up", "up"]),
        (["\x1b", "[A"], ["up"]),
        (["\x1b[2~"], ["insert"]),
        (["\x1bb"], ["ctrl+left"]),
        (["\x1bOP"], ["f1"]),
    ],
)
def test_esc_is_a_key_of_its_own(reads: list[str], expected: list[str]) -> None:
    assert typed(*reads) == expected


def test_what_comes_behind_esc_in_time_for_a_person_and_late_for_a_terminal_is_the_next_key() -> None:
    parser = KeyParser()
    assert list(parser.feed("\x1b")) == []
    parser._timeout_time = 0.0
    assert keys(list(parser.feed("p"))) == ["escape", "p"]


@pytest.mark.parametrize("cut", [1, *range(4, 23)])
def test_a_paste_stays_one_text_with_every_character(cut: int) -> None:
    data = "x\x1b[200~a\x1bpp\x1b*b\x1b[201~y"
    parser = KeyParser()
    found = [*parser.feed(data[:cut]), *parser.feed(data[cut:])]
    assert keys(found) == ["x", "Paste", "y"]
    paste = found[1]
    assert isinstance(paste, Paste)
    assert paste.text == "a\x1bpp\x1b*b"
