"""Whether 03/04/2026 is in March or in April."""

import pytest

from reviewtui.model.reading import DateOrder, DoubtKind
from tests.importers.told import questions, read, row

EITHER = "- 03/04/2026 10:00 a\n- 03/04/2026 10:05 b\n"


def test_it_is_asked_once_and_the_likelier_reading_taken() -> None:
    reading = read(EITHER)
    assert [row(one) for one in reading.rows] == ["2026-04-03 10:00 a", "2026-04-03 10:05 b"]
    assert questions(reading, DoubtKind.DATE_ORDER) == [
        "1: is it 3 April 2026 (dmy) or 4 March 2026 (mdy)? → 3 April 2026 (dmy)"
    ]


def test_days_that_are_next_to_each_other_are_likelier() -> None:
    reading = read("- 03/04/2026 10:00 a\n- 03/05/2026 10:05 b\n")
    assert [row(one) for one in reading.rows] == ["2026-03-04 10:00 a", "2026-03-05 10:05 b"]
    assert questions(reading, DoubtKind.DATE_ORDER) == [
        "1: is it 3 April 2026 (dmy) or 4 March 2026 (mdy)? → 4 March 2026 (mdy)"
    ]


def test_days_without_a_year_count_too() -> None:
    reading = read("# Outage\n\nDate: 03/04/2026\n\n- 9:00 PM a\n- 3/5 9:00 AM b\n")
    assert [row(one) for one in reading.rows] == ["2026-03-04 21:00 a", "2026-03-05 09:00 b"]


@pytest.mark.parametrize(("order", "day"), [(DateOrder.DAY_FIRST, "2026-04-03"), (DateOrder.MONTH_FIRST, "2026-03-04")])
def test_an_order_that_is_given_is_the_answer(order: DateOrder, day: str) -> None:
    reading = read(EITHER, date_order=order)
    assert row(reading.rows[0]) == f"{day} 10:00 a"
    assert questions(reading, DoubtKind.DATE_ORDER) == []


@pytest.mark.parametrize(
    ("beside", "day"),
    [
        ("- 03/13/2026 09:00 c\n", "2026-03-04"),
        ("- 13/03/2026 09:00 c\n", "2026-04-03"),
        ("\nThe next review is on 03/25/2026.\n", "2026-03-04"),
        ("\n## 4 March 2026\n", "2026-03-04"),
        ("- 2026-04-03 11:00 c\n", "2026-04-03"),
    ],
)
def test_another_date_in_the_document_settles_it(beside: str, day: str) -> None:
    reading = read(f"# Outage\n\n{EITHER}{beside}")
    assert row(reading.rows[0]) == f"{day} 10:00 a"
    assert questions(reading, DoubtKind.DATE_ORDER) == []


def test_a_title_and_a_date_line_are_asked_about_too() -> None:
    for text in ("# Outage of 03/04/2026\n\n- 10:00 a\n", "Outage\n\nDate: 03/04/2026\n\n10:00 a\n"):
        reading = read(text)
        assert row(reading.rows[0]) == "2026-04-03 10:00 a"
        assert len(questions(reading, DoubtKind.DATE_ORDER)) == 1


def test_a_date_that_no_row_needs_is_not_asked_about() -> None:
    assert read("# Outage of 4 March 2026\n\n- 10:00 a\n\n## Action items\n\n- 03/04/2026 10:00 x\n").doubts == ()


@pytest.mark.parametrize("date", ["04.03.2026", "2026-03-04", "4 March 2026", "03-04 10:00"])
def test_other_dates_leave_nothing_to_ask(date: str) -> None:
    assert questions(read(f"2026-03-01\n\n- {date} 10:00 a\n"), DoubtKind.DATE_ORDER) == []
