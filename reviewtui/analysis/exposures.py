"""What the texts of a report expose: secrets, addresses and names, each with the place where it stands."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reviewtui.analysis.addresses_in_text import addresses_in
from reviewtui.analysis.finds import ExposureKind, Find, apart
from reviewtui.analysis.names_in_text import names_in
from reviewtui.analysis.reported import Reported, reported
from reviewtui.analysis.secrets_in_text import secrets_in
from reviewtui.model.place import Place
from reviewtui.model.review import Release, Review


class Exposure(NamedTuple):
    """Something in a text of the report that its readers may have no business with."""

    kind: ExposureKind
    text: str
    """What is exposed, letter for letter."""
    place: Place
    field: str
    """Which field of the record at that place it stands in."""
    start: int
    end: int
    """From where to where it stands in there."""

    @property
    def release(self) -> Release:
        """What it is called once it was decided that it may be shown."""
        return Release(kind=self.kind.value, text=self.text)


def exposures(review: Review) -> tuple[Exposure, ...]:
    """Return what the texts of a report expose, in the order of the stages, whether or not it was decided on."""
    names = names_of(review)
    return tuple(found for text in reported(review) for found in _in(text, names))


def names_of(review: Review) -> tuple[str, ...]:
    """Return the names of the people of a review."""
    return tuple(person.name for person in review.people)


@lru_cache(maxsize=65536)
def finds_in(text: str, names: tuple[str, ...] = ()) -> tuple[Find, ...]:
    """Return what a text exposes, in its order; takes any text, and time in proportion to its length.

    Args:
        text: The text.
        names: The names of people to look for.
    """
    return apart((*_without_names(text), *names_in(text, names)))


@lru_cache(maxsize=65536)
def _without_names(text: str) -> tuple[Find, ...]:
    return (*secrets_in(text), *addresses_in(text))


def _in(text: Reported, names: tuple[str, ...]) -> Iterator[Exposure]:
    for kind, start, end in finds_in(text.text, () if text.may_name else names):
        yield Exposure(kind, text.text[start:end], text.place, text.field, start, end)
