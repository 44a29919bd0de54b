"""What the grammar of times knows because published timelines write it."""

from datetime import time

import pytest

from reviewtui.notation.clock import WrittenDate, find_dates, scan_time, scan_weekday
from reviewtui.notation.zones import find_zone, scan_zone


@pytest.mark.parametrize(
    ("text", "written", "start"),
    [
        ("`10:42` x", "10:42", time(10, 42)),
        ("10:42 **Alert** x", "10:42", time(10, 42)),
        ("5:00\u202fPM x", "5:00\u202fPM", time(17)),
        ("10：42 x", "10：42", time(10, 42)),
        ("2026‑03‑04\u00a010:42 x", "2026‑03‑04\u00a010:42", time(10, 42)),
        ("11:39:xxZ x", "11:39:xxZ", time(11, 39)),
        ("(10:42 UTC) x", "10:42 UTC", time(10, 42)),
        ("5.3. 10:42 x", "5.3. 10:42", time(10, 42)),
        ("2026-03-04 (Wed) 10:42 x", "2026-03-04 (Wed) 10:42", time(10, 42)),
        ("4 March 2026, Wednesday, 10:42 x", "4 March 2026, Wednesday, 10:42", time(10, 42)),
        ("12:00 - ? x", "12:00 - ?", time(12)),
        ("12:00 – ongoing: x", "12:00 – ongoing", time(12)),
    ],
)
def test_clocks(text: str, written: str, start: time) -> None:
    found = scan_time(text)
    assert found is not None
    assert (found.text, found.start, found.end) == (written, start, None)


def test_bold_that_follows_a_time_is_not_part_of_it() -> None:
    found = scan_time("10:42 **Alert** fires")
    assert found is not None
    assert "10:42 **Alert** fires"[found.length :] == " **Alert** fires"


@pytest.mark.parametrize("text", ["2X:XX x", "06:2xZ x", "11:3x:00Z x", "1?:30 x", "?:?? x", "14:-- x"])
def test_clocks_that_somebody_left_open(text: str) -> None:
    found = scan_time(text)
    assert found is not None
    assert (found.start, found.no_clock) == (None, True)


@pytest.mark.parametrize("text", ["12:00 ongoing errors", "12:00 - Ongoing errors", "12:00 - 5 pods", "12:00 - x"])
def test_words_after_a_dash_are_no_end(text: str) -> None:
    found = scan_time(text)
    assert found is not None
    assert found.text == "12:00"


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Report of August 12 2025 - outage", [(12, 8, 2025)]),
        ("2018-04-18-flood.md", [(18, 4, 2018)]),
        ("incident-2018-04-18", [(18, 4, 2018)]),
        ("16 Feb 2026 (PST) / 17 Feb 2026 (UTC)", [(16, 2, 2026), (17, 2, 2026)]),
        ("on May 12, and on 12/25/2024", [(12, 5, None), (25, 12, 2024)]),
        ("10.12.136.5, v4.7.0, 3/4 of 2024-0829, Q3 2024", []),
        ("", []),
    ],
)
def test_dates_anywhere_in_a_text(text: str, dates: list[tuple[int, int, int | None]]) -> None:
    assert [found[:3] for found in find_dates(text)] == dates


def test_a_date_anywhere_that_could_be_either_says_so() -> None:
    assert find_dates("of 03/04/2026") == (WrittenDate(3, 4, 2026, swappable=True),)


@pytest.mark.parametrize(
    ("text", "weekday"),
    [("Thursday", (3, 8)), ("tue, 10:42", (1, 5)), ("Sat. x", (5, 5)), ("Sunny", None), ("Monitor", None), ("", None)],
)
def test_days_of_the_week(text: str, weekday: tuple[int, int] | None) -> None:
    assert scan_weekday(text) == weekday


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("times in Pacific Time", "America/Los_Angeles"),
        ("Central European Summer Time", "Europe/Berlin"),
        ("in US/Pacific", "US/Pacific"),
        ("10:00 utc", "UTC"),
    ],
)
def test_zones_as_people_spell_them(text: str, read_as: str) -> None:
    found = find_zone(text)
    assert found is not None
    assert found.read_as == read_as


@pytest.mark.parametrize("text", ["Central node", "Mountain View", "pacific ocean", "UC/Pacific", "CI/CD"])
def test_words_that_only_look_like_zones(text: str) -> None:
    assert find_zone(text) is None
    assert scan_zone(text) is None
