"""Where the review stands and its meeting's clock: what is kept, and what no undo takes back."""

from datetime import datetime, timedelta

from reviewtui.edits.naming import edit
from reviewtui.edits.records import with_fields
from reviewtui.edits.veil import with_veils_of
from reviewtui.model.lookups import Phase, phase_of
from reviewtui.model.review import Meeting, Review, Stage, Status

_STATUS = {
    Phase.BEFORE: Status.IN_PREPARATION,
    Phase.UNDER_WAY: Status.IN_REVIEW,
    Phase.HELD: Status.DRAFT,
}


@edit("go to {stage}")
def enter_stage(review: Review, *, stage: Stage) -> Review:
    """Stand in another stage."""
    return with_fields(review, stage=stage)


@edit("start the meeting")
def start_meeting(review: Review, *, at: datetime) -> Review:
    """Start the meeting, which is to end after its planned minutes; one that has been started goes on as it is."""
    meeting = review.meeting
    if meeting.started is not None:
        return review
    return _with_clock(review, started=at, planned_end=planned_end(at, meeting.planned_minutes), ended=None)


def planned_end(started: datetime, minutes: int) -> datetime:
    """Return when a meeting is to end, on a whole minute."""
    return (started + timedelta(minutes=minutes)).replace(second=0, microsecond=0)


@edit("end the meeting")
def end_meeting(review: Review, *, at: datetime) -> Review:
    """End the meeting; one that has not been started, or has been ended, stays as it is."""
    return _with_clock(review, ended=at) if phase_of(review.meeting) is Phase.UNDER_WAY else review


@edit("set the meeting's clock")
def set_clock(
    review: Review, *, started: datetime | None, planned_end: datetime | None, ended: datetime | None
) -> Review:
    """Set when the meeting was started, is to end and was ended; without a start it has neither of the others."""
    if started is None:
        return _with_clock(review, started=None, planned_end=None, ended=None)
    return _with_clock(review, started=started, planned_end=planned_end, ended=ended)


def _with_clock(review: Review, **times: datetime | None) -> Review:
    """Return a review with other times of its meeting, and where they bring another phase, with the status of that."""
    meeting = with_fields(review.meeting, **times)
    phase = phase_of(meeting)
    status = review.status if phase is phase_of(review.meeting) else _STATUS[phase]
    return with_fields(review, meeting=meeting, status=status)


def staying(restored: Review, here: Review) -> Review:
    """Return an earlier review as an undo brings it back: where one stands, the clock and veils stay.

    What the clock has set since then stays too: the status. How long the meeting is planned to be comes back.

    Args:
        restored: The review as it was.
        here: The review as it is.
    """
    meeting = _with_the_clock_of(restored.meeting, here.meeting)
    status = restored.status if meeting == restored.meeting else here.status
    return with_fields(with_veils_of(here, restored), stage=here.stage, meeting=meeting, status=status)


def _with_the_clock_of(meeting: Meeting, here: Meeting) -> Meeting:
    return with_fields(meeting, started=here.started, planned_end=here.planned_end, ended=here.ended)
