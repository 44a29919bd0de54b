from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given

from reviewtui.model.moments import Moment, Precision
from reviewtui.model.reading import DateOrder
from reviewtui.notation.clock import WrittenDate, scan_time
from reviewtui.notation.moment import clock_text, format_moment, near, read_moment, span_of
from tests.strategies import moments, texts, zones

DAY = date(2026, 11, 12)


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc,arg-type]


def read(text: str, *, zone: str = "UTC", day: date | None = DAY, loose: bool = False) -> Moment:
    written = scan_time(text, loose=loose)
    assert written is not None
    return read_moment(written, day, zone).moment


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("10:42 rest", utc(2026, 11, 12, 10, 42)),
        ("10:42:13.25 rest", utc(2026, 11, 12, 10, 42, 13, 250000)),
        ("5:00 PM", utc(2026, 11, 12, 17, 0)),
        ("5 p.m. rest", utc(2026, 11, 12, 17, 0)),
        ("12:05 am", utc(2026, 11, 12, 0, 5)),
        ("17:14pm", utc(2026, 11, 12, 17, 14)),
        ("24:00", utc(2026, 11, 12, 0, 0)),
        ("2018-04-18 12:35", utc(2018, 4, 18, 12, 35)),
        ("2018-04-18T12:35Z done", utc(2018, 4, 18, 12, 35)),
        ("2018-04-18 12:35:00-05:00", utc(2018, 4, 18, 17, 35)),
        ("2018-04-18 12:35 -0500", utc(2018, 4, 18, 17, 35)),
        ("2018-04-18 12:35 UTC+2", utc(2018, 4, 18, 10, 35)),
        ("19. April, 11:00", utc(2026, 4, 19, 11, 0)),
        ("April 19th, 2018 at 5pm PDT", utc(2018, 4, 20, 0, 0)),
        ("Friday 29 November 2019, 10:00", utc(2019, 11, 29, 10, 0)),
        ("29-Nov-2019 10:00", utc(2019, 11, 29, 10, 0)),
        ("18.04.2018 12:35", utc(2018, 4, 18, 12, 35)),
        ("[12-05 16:21] text", utc(2026, 12, 5, 16, 21)),
        ("**± 17:20 UTC:** text", utc(2026, 11, 12, 17, 20)),
        ("10:42 Europe/Berlin", utc(2026, 11, 12, 9, 42)),
        ("10:42 (CET)", utc(2026, 11, 12, 9, 42)),
        ("15h26", utc(2026, 11, 12, 15, 26)),
    ],
)
def test_a_time_is_read_as_a_person_would(text: str, start: datetime) -> None:
    assert read(text).start == start


@pytest.mark.parametrize(("text", "clock"), [("15.26 x", time(15, 26)), ("1600 x", time(16)), ("1600hrs", time(16))])
def test_odd_clocks_are_read_where_a_time_is_expected_and_only_there(text: str, clock: time) -> None:
    loose = scan_time(text, loose=True)
    assert loose is not None
    assert loose.start == clock
    assert scan_time(text) is None


@pytest.mark.parametrize(
    "text",
    ["", "5 servers", "2018 review", "1:1 with the DBA", "99:99", "5.5 GB", "v2.3.1 out", "the 10:42 alert", "10:423"],
)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert scan_time(text, loose=True) is None


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("~10:42", "about"),
        ("10:45~", "about"),
        ("ca. 10:42", "about"),
        ("10:42", "exact"),
        ("2026-11-12 ~10:42", "about"),
    ],
)
def test_about_is_told_from_exact(text: str, precision: str) -> None:
    assert read(text).precision == precision


def test_a_range_may_cross_midnight() -> None:
    night = read("23:50-00:20")
    assert (night.start, night.end) == (utc(2026, 11, 12, 23, 50), utc(2026, 11, 13, 0, 20))


def test_both_ends_of_a_range_share_one_half_of_the_day_and_one_zone() -> None:
    afternoon = read("5:00–5:15 PM CET")
    assert (afternoon.start, afternoon.end) == (utc(2026, 11, 12, 16, 0), utc(2026, 11, 12, 16, 15))


def test_a_range_may_lack_its_end() -> None:
    open_ended = read("12:00+ still down")
    assert (open_ended.start, open_ended.end, open_ended.as_written) == (utc(2026, 11, 12, 12, 0), None, "12:00+")


@pytest.mark.parametrize("text", ["2019-12-03 --:--", "3 December 2019", "2019-12-03 14:??"])
def test_a_day_without_a_clock_is_a_day_and_not_midnight(text: str) -> None:
    moment = read(text)
    assert (moment.start, moment.day, moment.precision) == (None, date(2019, 12, 3), Precision.DAY)


def test_a_bare_clock_without_any_day_is_of_unknown_time() -> None:
    moment = read("10:42", day=None)
    assert (moment.start, moment.day, moment.precision, moment.as_written) == (None, None, Precision.UNKNOWN, "10:42")


def test_what_is_written_stays_letter_for_letter() -> None:
    assert read("** ~13:30-13:45 CEST:** launches").as_written == "~13:30-13:45 CEST"


@pytest.mark.parametrize(("order", "day"), [(DateOrder.DAY_FIRST, (3, 4)), (DateOrder.MONTH_FIRST, (4, 3))])
def test_a_date_that_could_be_either_says_so(order: DateOrder, day: tuple[int, int]) -> None:
    written = scan_time("03/04/2026 10:00", order=order)
    assert written is not None
    assert written.date == WrittenDate(*day, 2026, swappable=True)


def test_a_date_that_can_only_be_one_is_read_as_that() -> None:
    written = scan_time("04/19/2026 10:00", order=DateOrder.DAY_FIRST)
    assert written is not None
    assert written.date == WrittenDate(19, 4, 2026, swappable=False)


def test_a_time_that_clocks_skipped_is_a_problem_beside_the_value() -> None:
    written = scan_time("2026-03-29 02:30")
    assert written is not None
    found = read_moment(written, None, "Europe/Berlin")
    assert found.moment.start == utc(2026, 3, 29, 1, 30)
    assert found.problems == ("clocks skipped 02:30 on 2026-03-29; read as 03:30",)


def test_a_time_that_clocks_showed_twice_is_a_problem_beside_the_value() -> None:
    written = scan_time("2026-10-25 02:30")
    assert written is not None
    found = read_moment(written, None, "Europe/Berlin")
    assert found.moment.start == utc(2026, 10, 25, 0, 30)
    assert found.problems == ("clocks showed 02:30 twice on 2026-10-25; read as the first time",)


def test_letters_that_are_wrong_for_the_season_are_read_as_the_clocks_there() -> None:
    written = scan_time("2026-07-01 10:00 PST")
    assert written is not None
    found = read_moment(written, None, "UTC")
    assert found.moment.start == utc(2026, 7, 1, 17, 0)
    assert found.problems == ("PST is not what clocks show on 2026-07-01; read as the clocks of America/Los_Angeles",)


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        (time(10, 44), utc(2026, 11, 12, 10, 44)),
        (time(9, 0), utc(2026, 11, 12, 9, 0)),
        (time(4, 42), utc(2026, 11, 12, 4, 42)),
        (time(4, 41), utc(2026, 11, 13, 4, 41)),
        (time(0, 5), utc(2026, 11, 13, 0, 5)),
    ],
)
def test_a_bare_clock_is_between_six_hours_before_and_eighteen_after(clock: time, expected: datetime) -> None:
    assert near(clock, utc(2026, 11, 12, 10, 42), "UTC") == expected


def test_about_reaches_five_minutes_to_either_side() -> None:
    span = span_of(read("~10:42"))
    assert span is not None
    assert (span.start, span.end) == (utc(2026, 11, 12, 10, 37), utc(2026, 11, 12, 10, 47))


def test_what_is_shown_beside_the_day() -> None:
    assert clock_text(read("~11:30"), "Europe/Berlin") == "~12:30"
    assert clock_text(read("13:30-13:45"), "UTC") == "13:30–13:45"
    assert clock_text(Moment(), "UTC") == "--:--"


@given(moments, zones, zones)
def test_reading_what_was_written_gives_the_same_moment(moment: Moment, zone: str, source_zone: str) -> None:
    written = scan_time(f"{format_moment(moment, zone)} and what happened")
    assert written is not None
    again = read_moment(written, None, zone).moment
    assert (again.start, again.end, again.day, again.precision) == (
        moment.start,
        moment.end,
        moment.day,
        moment.precision,
    )


@given(texts)
def test_no_text_makes_the_scanner_raise_or_run_past_its_end(text: str) -> None:
    for loose in (False, True):
        written = scan_time(text, loose=loose)
        if written is not None:
            assert 0 < written.length <= len(text)
            assert written.text in text
            read_moment(written, DAY, "Europe/Berlin")
            read_moment(written, None, "UTC")
