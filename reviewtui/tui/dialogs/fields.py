"""The fields that forms are made of, described as values."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

Values = Mapping[str, str | tuple[str, ...]]
"""What stands in a form, by the name of the field."""


class TextField(NamedTuple):
    """A field of one line."""

    name: str
    label: str
    value: str = ""
    placeholder: str = ""
    is_replaced: bool = False
    """Whether what is typed takes the place of what stands in it, as of a number."""


class LongField(NamedTuple):
    """A field of several lines."""

    name: str
    label: str
    value: str = ""
    placeholder: str = ""
    rows: int = 4


class ChoiceField(NamedTuple):
    """One of several words."""

    name: str
    label: str
    options: tuple[str, ...] | tuple[tuple[str, str], ...]
    """The words, or what each stands for and how it is shown."""
    value: str


class ChoicesField(NamedTuple):
    """Any of several words."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    """What each stands for, and how it is shown."""
    value: tuple[str, ...]


Field = TextField | LongField | ChoiceField | ChoicesField


def text_in(values: Values, name: str) -> str:
    """Return the text of a field; empty if there is no such field."""
    value = values.get(name, "")
    return value if isinstance(value, str) else ""


def words_in(values: Values, name: str) -> tuple[str, ...]:
    """Return the words chosen in a field; none if there is no such field."""
    value = values.get(name, ())
    return () if isinstance(value, str) else value


def words_of(options: type[StrEnum]) -> tuple[str, ...]:
    """Return the words of an enumeration, in their order."""
    return tuple(option.value for option in options)
