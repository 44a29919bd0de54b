"""What goes up from widgets and screens. None of it changes anything by itself."""

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from reviewtui.model.review import EventId, Stage


class Stood(Message):
    """One stands at another event.

    Args:
        event: The event.
    """

    def __init__(self, event: "EventId") -> None:
        super().__init__()
        self.event = event


class StageWanted(Message):
    """Another stage is to be shown.

    Args:
        stage: Which.
    """

    def __init__(self, stage: "Stage") -> None:
        super().__init__()
        self.stage = stage


class RowsChanged(Message):
    """Whether there is anything to stand at may be different, or which keys act; the focus is where it was."""


class RoleWanted(Message):
    """Another role is to be the one that one stands at.

    Args:
        place: Its place among the roles, from 0.
    """

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place


class SavingChanged(Message):
    """What of the review is on disk may be different."""
