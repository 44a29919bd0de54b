import sys
from types import SimpleNamespace

import pytest

from reviewtui.terminal import Terminal, terminal_of


@pytest.mark.parametrize(
    ("variables", "colours"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, 2**24),
        ({"TERM": "tmux-256color"}, 256),
        ({"TERM": "xterm"}, 16),
        ({"TERM": "dumb"}, 0),
        ({"TERM": "vt220"}, 0),
        ({}, 0),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, 0),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, 256),
    ],
)
def test_a_terminal_is_known_by_what_it_says_of_itself(variables: dict[str, str], colours: int) -> None:
    assert terminal_of(variables, 80, 24) == Terminal(variables.get("TERM", ""), 80, 24, colours, is_utf8=True)


@pytest.mark.parametrize(
    ("variables", "is_utf8"),
    [
        ({"LANG": "de_DE.UTF-8"}, True),
        ({"LANG": "C.utf8"}, True),
        ({}, True),
        ({"LANG": "C"}, False),
        ({"LANG": "POSIX"}, False),
        ({"LANG": "de_DE.ISO-8859-1"}, False),
        ({"LANG": "en_GB"}, False),
        ({"LANG": "C", "LC_CTYPE": "en_GB.UTF-8"}, True),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "C"}, False),
        ({"LANG": "en_GB.UTF-8", "TERM": "linux"}, False),
    ],
)
def test_the_locale_tells_whether_more_than_ascii_is_shown(variables: dict[str, str], *, is_utf8: bool) -> None:
    assert terminal_of({"TERM": "xterm", **variables}).is_utf8 is is_utf8


def test_a_locale_that_python_set_by_itself_says_nothing_of_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    variables = {"TERM": "xterm", "LANG": "C", "LC_CTYPE": "C.UTF-8"}
    monkeypatch.setattr(sys, "flags", SimpleNamespace(utf8_mode=1))
    assert not terminal_of(variables).is_utf8
    monkeypatch.setattr(sys, "flags", SimpleNamespace(utf8_mode=0))
    assert terminal_of(variables).is_utf8
