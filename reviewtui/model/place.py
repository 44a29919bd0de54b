"""Where somebody stands in a review, or could be taken to."""

from typing import NamedTuple

from reviewtui.model.review import EventId, RoleId, Stage

WHO_KNEW = "who knew"
"""What stands for the record where one looks at who knew what, when: no id is like it."""
CATCHING_UP = "catching up"
"""What stands for the record while somebody who has arrived is told where the review stands."""
GROUND_RULES = "ground rules"
"""What stands for the record while purpose and ground rules are read aloud, before the number of the one at hand."""
_LONGEST_NUMBER = 5
_WITH_AN_EVENT = frozenset({Stage.TIMELINE, Stage.ACCOUNTS, Stage.DIFFERENCES, Stage.LEARNING})


class Place(NamedTuple):
    """A stage, and what one stands at there."""

    stage: Stage
    event: EventId | None = None
    role: RoleId | None = None
    record: str = ""
    """The id of another record there: an account, a person, a factor; empty: none in particular."""
    at_its_end: bool = False
    """Whether the end of that record is looked at, as while it is being written."""


def linkable(place: Place) -> Place:
    """Return a place as far as what is new can be linked to it: where no event is in sight, to none."""
    return place if place.stage in _WITH_AN_EVENT else Place(place.stage)


def reading_aloud(number: int) -> Place:
    """Return the place where one part of purpose and ground rules is read aloud, by its number from 0."""
    return Place(Stage.PEOPLE, record=f"{GROUND_RULES} {number}")


def read_aloud_at(place: Place) -> int | None:
    """Return the number of the part that is read aloud at a place; `None`: nothing is."""
    name, _, number = place.record.rpartition(" ")
    is_number = number.isascii() and number.isdecimal() and len(number) < _LONGEST_NUMBER
    return int(number) if name == GROUND_RULES and is_number else None
