"""Where somebody stands in a review, or could be taken to."""

from typing import NamedTuple

from reviewtui.model.review import EventId, RoleId, Stage


class Place(NamedTuple):
    """A stage, and what one stands at there."""

    stage: Stage
    event: EventId | None = None
    role: RoleId | None = None
    record: str = ""
    """The id of another record there: an account, a person, a factor; empty: none in particular."""
