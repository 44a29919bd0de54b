from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.analysis.time_axis import TimeAxis, axis_over, ticks
from tests.strategies import zones

AT = datetime(2026, 11, 12, 10, 0, tzinfo=UTC)
instants = st.datetimes(min_value=datetime(1, 1, 1), max_value=datetime(9999, 12, 31, 23, 59)).map(
    lambda at: at.replace(tzinfo=UTC)
)


def minutes(*numbers: int) -> list[datetime]:
    return [AT + timedelta(minutes=number) for number in numbers]


def test_what_is_near_is_on_the_axis_and_what_is_far_is_not() -> None:
    axis = axis_over(minutes(0, 30), minutes(-25, 55, -70, 600), 60)
    assert axis is not None
    assert [axis.holds(at) for at in minutes(0, 30, -25, 55, -70, 600)] == [True] * 4 + [False] * 2


def test_there_is_no_axis_without_an_instant_that_has_to_be_on_it() -> None:
    assert axis_over([], minutes(1, 2), 60) is None


@pytest.mark.parametrize(
    ("stretch", "width", "expected"),
    [
        (timedelta(hours=1), 60, ["10:00", "10:10", "10:20", "10:30", "10:40", "10:50"]),
        (timedelta(hours=30), 60, ["12:00", "18:00", "13 Nov", "06:00", "12:00"]),
        (timedelta(days=4), 40, ["13 Nov", "14 Nov", "15 Nov"]),
        (timedelta(days=4000), 40, ["Aug 2029"]),
    ],
)
def test_round_times_stand_over_it(stretch: timedelta, width: int, expected: list[str]) -> None:
    found = [tick.text for tick in ticks(TimeAxis(AT, AT + stretch, width), "UTC")]
    assert found == expected


def test_clocks_of_the_zone_stand_over_it() -> None:
    found = ticks(TimeAxis(AT, AT + timedelta(hours=2), 40), "Asia/Kathmandu")
    assert {tick.text for tick in found} == {"16:00", "16:30", "17:00", "17:30"}


@given(st.lists(instants, min_size=1, max_size=6), st.lists(instants, max_size=4), st.integers(1, 200), zones)
def test_all_that_has_to_be_is_on_it_in_order_and_no_time_runs_into_another(
    needed: list[datetime], beside: list[datetime], width: int, zone: str
) -> None:
    axis = axis_over(needed, beside, width)
    assert axis is not None
    columns = [axis.column(at) for at in sorted(needed)]
    assert columns == sorted(columns)
    assert all(axis.holds(at) for at in needed)
    assert all(0 <= column < width for column in columns)
    last = -1
    for tick in ticks(axis, zone):
        assert tick.column > last
        last = tick.column + len(tick.text)
        assert last <= width
