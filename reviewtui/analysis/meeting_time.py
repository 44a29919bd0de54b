"""How the time of the meeting stands."""

from datetime import datetime
from typing import NamedTuple

from reviewtui.model.lookups import Phase, phase_of
from reviewtui.model.review import Meeting

_MINUTE = 60


class MeetingTime(NamedTuple):
    """When a meeting that is under way is to end, and how far that is."""

    ends: datetime
    left: int
    """Whole minutes until then, begun ones counted; 0 in the minute in which it ends; below 0 it runs over."""


def meeting_time(meeting: Meeting, now: datetime) -> MeetingTime | None:
    """Return how the time stands; `None` if the meeting is not under way, or is not to end at a time."""
    if meeting.planned_end is None or phase_of(meeting) is not Phase.UNDER_WAY:
        return None
    seconds = (meeting.planned_end - now).total_seconds()
    return MeetingTime(meeting.planned_end, -int(-seconds // _MINUTE))


def seconds_to_next_minute(meeting: Meeting, now: datetime) -> float:
    """Return after how many seconds what `meeting_time` says can be different: on the minutes of the planned end."""
    end = meeting.planned_end or now.replace(second=0, microsecond=0)
    return (end - now).total_seconds() % _MINUTE or float(_MINUTE)
