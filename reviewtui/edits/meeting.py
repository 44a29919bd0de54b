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
    begun = _at_times(meeting, at, planned_end(at, meeting.planned_minutes), None)
    return with_fields(review, meeting=begun, status=_STATUS[Phase.UNDER_WAY])


def planned_end(started: datetime, minutes: int) -> datetime:
    """Return when a meeting is to end, on a whole minute."""
    return (started + timedelta(minutes=minutes)).replace(second=0, microsecond=0)


@edit("end the meeting")
def end_meeting(review: Review, *, at: datetime) -> Review:
    """End the meeting; one that has not been started, or has been ended, stays as it is."""
    if phase_of(review.meeting) is not Phase.UNDER_WAY:
        return review
    return with_fields(review, meeting=with_fields(review.meeting, ended=at), status=_STATUS[Phase.HELD])


@edit("set the meeting's clock")
def set_clock(
    review: Review, *, started: datetime | None, planned_end: datetime | None, ended: datetime | None, status: Status
) -> Review:
    """Set when the meeting was started, is to end and was ended, and the status that goes with it.

    Without a start it has neither of the others.
    """
    times = (started, planned_end, ended) if started else (None, None, None)
    return with_fields(review, meeting=_at_times(review.meeting, *times), status=status)


def status_at(review: Review, phase: Phase) -> Status:
    """Return the status of a review whose meeting is brought to a phase: the one it has if it is there already."""
    return review.status if phase_of(review.meeting) is phase else _STATUS[phase]


def _at_times(
    meeting: Meeting, started: datetime | None, planned_end: datetime | None, ended: datetime | None
) -> Meeting:
    return with_fields(meeting, started=started, planned_end=planned_end, ended=ended)


def staying(restored: Review, here: Review) -> Review:
    """Return an earlier review as an undo brings it back: where one stands, the clock and veils stay.

    What the clock has set since then stays too: the status. How long the meeting is planned to be comes back.

    Args:
        restored: The review as it was.
        here: The review as it is.
    """
    clock = here.meeting
    meeting = _at_times(restored.meeting, clock.started, clock.planned_end, clock.ended)
    status = restored.status if meeting == restored.meeting else here.status
    return with_fields(with_veils_of(here, restored), stage=here.stage, meeting=meeting, status=status)
