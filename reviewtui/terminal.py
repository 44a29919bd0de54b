"""What the terminal can do, by what it says of itself."""

import sys
from collections.abc import Mapping
from typing import NamedTuple

_WITHOUT_COLOUR = frozenset({"", "dumb", "vt52", "vt100", "vt102", "vt220", "vt320", "xterm-mono"})
_FEW_GLYPHS = frozenset({"linux"})
"""Terminals whose letters are those of one small font, whatever the locale says."""
_SET_BY_PYTHON = frozenset({"C.UTF-8", "C.utf8", "UTF-8"})


class Terminal(NamedTuple):
    """What a terminal can do."""

    name: str
    columns: int
    rows: int
    colours: int
    """How many it shows: 0, 16, 256, or 16 777 216."""
    is_utf8: bool
    """Whether it shows more than ASCII."""


def terminal_of(environment: Mapping[str, str], columns: int = 0, rows: int = 0) -> Terminal:
    """Return what a terminal can do.

    Args:
        environment: The variables of the environment.
        columns: How many cells a line has; 0 where nobody asks.
        rows: How many lines there are.
    """
    name = environment.get("TERM", "")
    return Terminal(name, columns, rows, _colours(name, environment), _is_utf8(name, environment))


def _colours(name: str, environment: Mapping[str, str]) -> int:
    if environment.get("NO_COLOR") or name in _WITHOUT_COLOUR:
        return 0
    if environment.get("COLORTERM", "").casefold() in {"truecolor", "24bit"} or name.endswith("-direct"):
        return 2**24
    return 256 if "256color" in name else 16


def _is_utf8(name: str, environment: Mapping[str, str]) -> bool:
    """Return whether the locale names UTF-8, or names nothing: nearly every terminal of today shows it."""
    locale = environment.get("LC_ALL") or _letters(environment) or environment.get("LANG", "")
    return name not in _FEW_GLYPHS and (not locale or "utf8" in locale.casefold().replace("-", ""))


def _letters(environment: Mapping[str, str]) -> str:
    """Return the locale of letters, unless it is the one that Python sets by itself where it finds none or `C`."""
    locale = environment.get("LC_CTYPE", "")
    return "" if locale in _SET_BY_PYTHON and sys.flags.utf8_mode else locale
