from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.notation.due import read_day
from tests.strategies import texts

FRIDAY = date(2026, 11, 13)


@pytest.mark.parametrize(
    ("words", "day", "doubt"),
    [
        ("2026-12-01", date(2026, 12, 1), ""),
        ("1 December 2026.", date(2026, 12, 1), ""),
        ("Dec 1", date(2026, 12, 1), ""),
        ("1 March", date(2027, 3, 1), ""),
        ("29 Feb", date(2028, 2, 29), ""),
        ("03/04/2027", date(2027, 4, 3), "read as 3 April 2027"),
        ("2026-11-12", date(2026, 11, 12), "past"),
        ("today", FRIDAY, ""),
        ("Tomorrow", date(2026, 11, 14), ""),
        ("Monday", date(2026, 11, 16), ""),
        ("this thu", date(2026, 11, 19), ""),
        ("Friday", date(2026, 11, 20), "today"),
        ("next Tuesday", date(2026, 11, 17), "next week"),
        ("+2w", date(2026, 11, 27), ""),
        ("in 10 days", date(2026, 11, 23), ""),
        ("+1m", date(2026, 12, 13), ""),
        ("end of month", date(2026, 11, 30), ""),
        ("the end of the year", date(2026, 12, 31), ""),
        ("end of February", date(2027, 2, 28), ""),
    ],
)
def test_a_day_as_people_say_it(words: str, day: date, doubt: str) -> None:
    read = read_day(words, FRIDAY)
    assert read.day == day
    assert doubt in "; ".join(read.problems)
    assert bool(read.problems) is bool(doubt)


@pytest.mark.parametrize(
    "words",
    ["", "events", "31 February", "2026-02-30", "10:42", "2026-12-01 10:42", "end of stock", "Friday week", "+9999y"],
)
def test_words_that_are_no_day(words: str) -> None:
    assert read_day(words, FRIDAY).day is None


@given(texts, st.dates())
def test_no_words_make_it_raise(words: str, today: date) -> None:
    read_day(words, today)
    for word in ("Friday", "next Friday", "tomorrow", "+9999w", "end of month", "end of January", "1 January"):
        read_day(word, today)
