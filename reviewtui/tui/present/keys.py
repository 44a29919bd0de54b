"""The table of commands as a page to read."""

from collections.abc import Mapping

from textual.content import Content

from reviewtui.notation.labels import LABELS
from reviewtui.tui.commands import COMMANDS, Command, Where, all_keys_of, in_reach
from reviewtui.tui.present.words import row, stacked

_KEYS = 16
_FIELDS = {Where.TIMELINE: (Where.LINE,), Where.ACCOUNTS: (Where.EDITOR,)}


def keys_page(where: Where, keymap: Mapping[str, str]) -> Content:
    """Return the keys of a place, of the fields there, and of what it is part of."""
    reached = [one for one in in_reach(where) if one.where is not where]
    own = [one for one in COMMANDS if one.where is where]
    parts = [_section(where.value, own, keymap)]
    parts += [_labels()] if where in {Where.ACCOUNTS, Where.EDITOR} else []
    parts += [_section(place.value, _of(place), keymap) for place in _FIELDS.get(where, ())]
    parts += [_section("Wherever one is", reached, keymap)] if reached else []
    return stacked([line for part in parts for line in (*part, Content(""))])


def _of(place: Where) -> list[Command]:
    return [one for one in COMMANDS if one.where is place]


def _section(title: str, commands: list[Command], keymap: Mapping[str, str]) -> list[Content]:
    lines = [row((f"{all_keys_of(one, keymap):<{_KEYS}}", "bold"), one.text) for one in commands]
    return [Content.styled(title, "$here"), *lines]


def _labels() -> list[Content]:
    lines = [row((f"{form.label.value + ':':<{_KEYS}}", "bold"), form.means) for form in LABELS]
    return [
        Content.styled("A line that begins with a label states something; every other line narrates", "$here"),
        *lines,
    ]
