"""The table of commands as a page to read."""

from collections.abc import Iterable, Mapping

from textual.content import Content

from reviewtui.notation.labels import LABELS
from reviewtui.notation.learned import FORMS, Kind
from reviewtui.tui.commands import COMMANDS, Command, Where, all_keys_of, in_reach, spelled
from reviewtui.tui.present.timeline import legend
from reviewtui.tui.present.words import hanging, row, said, stacked

Rows = list[tuple[str, str]]
"""Keys or labels, and what each does or means."""

_WIDEST_KEYS = 24
_FIELDS = {
    Where.TIMELINE: (Where.LINE,),
    Where.ACCOUNTS: (Where.EDITOR,),
    Where.LEARNING: (Where.ENTRY,),
    Where.FORM: (Where.CHOICE,),
    Where.NEW_REVIEW: (Where.CHOICE,),
}
_LABELS_HEAD = "A line that begins with a label states something; every other line narrates"
_WITH_SIGNS = frozenset({Where.TIMELINE, Where.ACCOUNTS})
_WITH_FORMS = frozenset({Where.LEARNING, Where.ENTRY})


def keys_page(where: Where, keymap: Mapping[str, str], width: int, *, in_words: bool = False) -> Content:
    """Return the keys of a place, of the fields there, and of what it is part of.

    Args:
        where: The place.
        keymap: Keys that are mapped otherwise, by the id of the command.
        width: The cells there are.
        in_words: Whether arrows are named and not drawn.
    """
    reached = [one for one in in_reach(where) if one.where is not where]
    sections = [(where.value, _of(where, keymap))]
    sections += [(_LABELS_HEAD, _labels())] if where in {Where.ACCOUNTS, Where.EDITOR} else []
    sections += [(place.value, _of(place, keymap)) for place in _FIELDS.get(where, ())]
    sections += [("Wherever one is", _rows(reached, keymap))] if reached else []
    if in_words:
        sections = [(title, [(spelled(left), right) for left, right in rows]) for title, rows in sections]
    column = 2 + min(max(len(left) for _, rows in sections for left, _ in rows), _WIDEST_KEYS)
    signs = [Content.styled("What the signs mean", "$here"), legend()] if where in _WITH_SIGNS else []
    forms = [_forms(kind, width) for kind in Kind] if where in _WITH_FORMS else []
    parts = [_section(title, rows, column, width) for title, rows in sections]
    return stacked([line for part in (*parts, *forms, signs) for line in (*part, Content(""))])


def _of(place: Where, keymap: Mapping[str, str]) -> Rows:
    return _rows([one for one in COMMANDS if one.where is place], keymap)


def _rows(commands: Iterable[Command], keymap: Mapping[str, str]) -> Rows:
    return [(all_keys_of(one, keymap), one.text) for one in commands]


def _labels() -> Rows:
    return [(f"{form.label.value}:", form.means) for form in LABELS]


def _section(title: str, rows: Rows, column: int, width: int) -> list[Content]:
    lines = [line for left, right in rows for line in hanging(_head(left, column), said(right), width)]
    return [*said(title, "$here").wrap(width), *lines]


def _head(left: str, column: int) -> Content:
    return row((left, "bold"), " " * max(column - len(left), 2))


def _forms(kind: Kind, width: int) -> list[Content]:
    """Return how one of a kind is written in a line, with what each way says below it."""
    lines = [said(f"{kind.capitalize()}s, a line each", "$here")]
    for form in FORMS[kind]:
        lines += [*said(form.example, "bold").wrap(width), *said(f"  {form.means}").wrap(width)]
    return lines
