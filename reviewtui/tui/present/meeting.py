"""The time of the meeting in words."""

from datetime import datetime

from textual.content import Content

from reviewtui.analysis.meeting_time import MeetingTime, meeting_time
from reviewtui.analysis.still_open import moments_left
from reviewtui.model.lookups import Phase, phase_of
from reviewtui.model.moments import local
from reviewtui.model.review import Meeting, Review
from reviewtui.tui.present.words import counted, day_words, row

_LONGEST_OVER = 6 * 60
"""Minutes after which a meeting does not run over any more: nobody has said that it ended."""


def time_words(review: Review, now: datetime, *, brief: bool = False) -> Content:
    """Return when the meeting ends, how far that is and how much is left: nothing while it is not under way.

    Args:
        review: The review.
        now: The time, in UTC.
        brief: Whether there is little room.
    """
    time = meeting_time(review.meeting, now)
    if time is None:
        return Content("")
    left = moments_left(review)
    moments = f"{left} left" if brief else f"{counted(left, 'moment')} left"
    if time.left < -_LONGEST_OVER:
        return row(("meeting not ended", "bold $key-moment"), " · ", moments)
    ends = clock(time.ends, review.zone) if brief else f"ends {clock(time.ends, review.zone)}"
    return row(ends, " · ", _distance(time), " · ", moments)


def _distance(time: MeetingTime) -> Content:
    if time.left > 0:
        return Content.styled(f"{time.left} min", "bold")
    words = "time is up" if time.left == 0 else f"{-time.left} min over"
    return Content.styled(words, "bold $key-moment")


def clock(at: datetime, zone: str) -> str:
    """Return a time of day: `15:00`."""
    return f"{local(at, zone):%H:%M}"


def clock_words(meeting: Meeting, zone: str) -> str:
    """Return how it stands with the meeting, in a line."""
    if meeting.started is None:
        return f"{counted(meeting.planned_minutes, 'minute')} planned; not started"
    began = f"{day_words(local(meeting.started, zone).date())} {clock(meeting.started, zone)}"
    if phase_of(meeting) is Phase.HELD and meeting.ended is not None:
        return f"{began}–{clock(meeting.ended, zone)}"
    return f"since {began}, ends {clock(meeting.planned_end, zone)}" if meeting.planned_end else f"since {began}"
