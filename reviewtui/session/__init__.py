"""One open review: its value, the values before it, and what of it is safe on disk."""

from reviewtui.session.following import Follower, Seen
from reviewtui.session.keeper import PAUSE, RETRY, Outside, Saving, Standing
from reviewtui.session.live import Session
from reviewtui.session.opening import create_session, open_session, open_to_write
from reviewtui.session.place import PlaceTeller
from reviewtui.session.steps import Step, Steps

__all__ = [
    "PAUSE",
    "RETRY",
    "Follower",
    "Outside",
    "PlaceTeller",
    "Saving",
    "Seen",
    "Session",
    "Standing",
    "Step",
    "Steps",
    "create_session",
    "open_session",
    "open_to_write",
]
