from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.analysis.meeting_time import meeting_time, seconds_to_next_minute
from reviewtui.model.review import Meeting

START = datetime(2026, 11, 13, 14, 0, tzinfo=UTC)
END = datetime(2026, 11, 13, 15, 0, tzinfo=UTC)
MEETING = Meeting(started=START, planned_end=END)


@pytest.mark.parametrize(
    ("clock", "left"),
    [("14:42:00", 18), ("14:42:01", 18), ("14:42:59", 18), ("14:43:00", 17), ("14:59:30", 1), ("15:00:00", 0),
     ("15:00:59", 0), ("15:01:00", -1), ("16:00:00", -60)],
)  # fmt: skip
def test_minutes_are_left_until_the_planned_end(clock: str, left: int) -> None:
    now = datetime.combine(END.date(), datetime.strptime(clock, "%H:%M:%S").time(), UTC)
    found = meeting_time(MEETING, now)
    assert found is not None
    assert (found.ends, found.left) == (END, left)


@pytest.mark.parametrize(
    "meeting", [Meeting(), Meeting(started=START), Meeting(started=START, planned_end=END, ended=END)]
)
def test_there_is_no_time_to_tell_unless_it_is_under_way(meeting: Meeting) -> None:
    assert meeting_time(meeting, END) is None


@given(st.integers(-10_000_000, 10_000_000))
def test_it_says_something_else_after_so_many_seconds_and_not_before(milliseconds: int) -> None:
    now = END + timedelta(milliseconds=milliseconds)
    wait = timedelta(seconds=seconds_to_next_minute(MEETING, now))
    before, just_before, then = (
        meeting_time(MEETING, at) for at in (now, now + wait - timedelta(milliseconds=1), now + wait)
    )
    assert before is not None
    assert just_before is not None
    assert then is not None
    assert timedelta() < wait <= timedelta(minutes=1)
    assert before.left - then.left == 1
    assert just_before.left in {before.left, then.left}
