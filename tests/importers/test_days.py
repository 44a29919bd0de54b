"""Which day a row is on."""

import pytest

from tests.importers.told import moment, read, remarks, row, rows


def days(text: str) -> list[str]:
    return [f"{moment(one.when)} {one.title}" for one in read(text).rows]


@pytest.mark.parametrize(
    "before",
    [
        "# Outage of 4 March 2026\n",
        "# 2026-03-04, Queue outage\n",
        "# Incident report March 4th 2026 - queue\n",
        "# Outage\n\n**Date:** 2026-03-04\n",
        "# Outage\n\n- Incident date: Wednesday, 4 March 2026\n",
        "# Outage\n\n| Date | 2026-03-04 |\n|---|---|\n| Owner | Ana |\n",
        "# Outage\n\nAll times UTC, 4 March 2026\n",
        "# Outage\n\n## Timeline (4 March 2026, UTC)\n",
        "# Outage\n\n## 2026-03-04\n",
        "# Outage\n\n### Wednesday, March 4, 2026\n",
        "# Outage\n\nWednesday, 4 March 2026:\n",
        "# Outage\n\n**2026-03-04**\n",
        "---\ntitle: Outage\ndate: 2026-03-04\n---\n",
        "Outage on 2026-03-04\n",
        "Outage\n\nDay 1 (2026-03-04)\n",
        "2026‑03‑04\n",
    ],
)
def test_the_day_is_named_once_and_holds(before: str) -> None:
    assert days(f"{before}\n- 10:42 Alert\n- 10:50 Calm\n") == ["2026-03-04 10:42 Alert", "2026-03-04 10:50 Calm"]


def test_it_holds_until_the_next_one() -> None:
    assert days("""
        # Outage

        ## Timeline

        ### 4 March 2026
        - 22:00 Alert
        ### 5 March
        - 09:00 Fix

        **Friday, 6 March 2026**

        - 10:00 Review
        - 2026-03-07
        - 11:00 Mail

        | Time | Event |
        |---|---|
        | 12:00 | Call |
        | **8 March 2026** | |
        | 13:00 | Done |
    """) == [
        "2026-03-04 22:00 Alert",
        "2026-03-05 09:00 Fix",
        "2026-03-06 10:00 Review",
        "2026-03-07 11:00 Mail",
        "2026-03-07 12:00 Call",
        "2026-03-08 13:00 Done",
    ]


def test_a_heading_of_the_timelines_own_rank_goes_on_with_it() -> None:
    assert days("""
        # Report of May 12 2026

        ## Timeline

        ## May 12

        ### 23:00
        Found.

        ### 00:40
        Understood.

        ## May 13, 14:30
        Fixed.

        ## Lessons

        - 10:00 is too early
    """) == ["2026-05-12 23:00 Found.", "2026-05-13 00:40 Understood.", "2026-05-13 14:30 Fixed."]


def test_days_of_the_week_and_the_next_day_follow_from_the_day_that_held() -> None:
    assert days("""
        # Outage of 5 March 2026

        ### Thursday
        - 10:00 Alert
        ### Friday
        - 09:00 Fix
        - Sat 08:00 Mail
        ### Next day
        - 11:00 Review
        - The following day, 09:30: Call
    """) == [
        "2026-03-05 10:00 Alert",
        "2026-03-06 09:00 Fix",
        "2026-03-07 08:00 Mail",
        "2026-03-08 11:00 Review",
        "2026-03-09 09:30 Call",
    ]


def test_days_may_be_counted() -> None:
    assert days("""
        # Outage of 4 March 2026

        ### Day 1
        - 18:00 Alert
        ### Day 2
        - 09:00 Fix
        ### Day 4
        - 10:00 Review
    """) == ["2026-03-04 18:00 Alert", "2026-03-05 09:00 Fix", "2026-03-07 10:00 Review"]
    assert days("### Day 2 (2026-03-05)\n- 18:00 Alert\n### Day 3\n- 09:00 Fix\n") == [
        "2026-03-05 18:00 Alert",
        "2026-03-06 09:00 Fix",
    ]


def test_midnight_passes_without_a_word() -> None:
    assert days("2026-03-04\n23:50 a\n00:10 b\n00:05 c\n23:55 d\n09:00 e\n17:30 f\n08:45 g\n09:10 h\n") == [
        "2026-03-04 23:50 a",
        "2026-03-05 00:10 b",
        "2026-03-05 00:05 c",
        "2026-03-04 23:55 d",
        "2026-03-05 09:00 e",
        "2026-03-05 17:30 f",
        "2026-03-06 08:45 g",
        "2026-03-06 09:10 h",
    ]


def test_a_row_that_is_a_little_earlier_is_out_of_order() -> None:
    assert days("2026-03-04\n14:49 a\n14:43 b\n12:30 c\n14:55 d\n") == [
        "2026-03-04 14:49 a",
        "2026-03-04 14:43 b",
        "2026-03-04 12:30 c",
        "2026-03-04 14:55 d",
    ]


def test_one_early_row_among_later_ones_is_no_new_day() -> None:
    assert days("2026-03-04\n14:49 a\n05:00 the deploy\n14:55 b\n") == [
        "2026-03-04 14:49 a",
        "2026-03-04 05:00 the deploy",
        "2026-03-04 14:55 b",
    ]


def test_another_list_may_tell_of_the_same_hours_again() -> None:
    assert days("""
        # Outage of 4 March 2026

        ## Timeline of the team
        - 10:00 a
        - 18:00 b

        ## Timeline of support
        - 10:05 c
    """) == ["2026-03-04 10:00 a", "2026-03-04 18:00 b", "2026-03-04 10:05 c"]


def test_midnight_is_where_the_clocks_of_each_row_have_it() -> None:
    assert days("2026-03-04\n23:50 UTC a\n01:10 CET b\n") == ["2026-03-04 23:50 a", "2026-03-05 00:10 b"]


def test_the_newest_row_may_come_first() -> None:
    assert days("2026-03-05\n02:00 a\n01:00 b\n00:10 c\n23:50 d\n23:40 e\n") == [
        "2026-03-05 02:00 a",
        "2026-03-05 01:00 b",
        "2026-03-05 00:10 c",
        "2026-03-04 23:50 d",
        "2026-03-04 23:40 e",
    ]


def test_a_rows_own_date_opens_a_run_where_the_rows_below_go_on_from_it() -> None:
    assert days("""
        # Outage of 4 March 2026

        - 2026-03-04 10:00 a
        - 19:47 b
        - 5 March, 11:00 c
        - 11:07 d
        - 2026-03-06 09:00 e
        - 09:30 f
    """) == [
        "2026-03-04 10:00 a",
        "2026-03-04 19:47 b",
        "2026-03-05 11:00 c",
        "2026-03-05 11:07 d",
        "2026-03-06 09:00 e",
        "2026-03-06 09:30 f",
    ]


def test_a_rows_own_date_is_an_exception_where_they_do_not() -> None:
    reading = read("""
        # Outage

        ### 4 March 2026
        - 2026-02-27 14:00 the config is merged
        - 10:00 a
        - 10:05 b
        - 2026-03-06 09:00 a look ahead
        - 10:10 c
    """)
    assert [row(one) for one in reading.rows] == [
        "2026-02-27 14:00 the config is merged",
        "2026-03-04 10:00 a",
        "2026-03-04 10:05 b",
        "2026-03-06 09:00 a look ahead",
        "2026-03-04 10:10 c",
    ]
    assert remarks(reading) == ["6: “10:00”: it names no day; read as 2026-03-04, and not 2026-02-27"]


def test_a_day_before_the_incident_does_not_hold_for_what_follows() -> None:
    assert days("# Outage of 4 March 2026\n\n## Timeline\n\n- 2026-03-01: Deploy\n- 10:00 Alert\n- 10:05 Page\n") == [
        "2026-03-01 Deploy",
        "2026-03-04 10:00 Alert",
        "2026-03-04 10:05 Page",
    ]


def test_a_blank_cell_of_a_day_column_is_the_day_above() -> None:
    assert days("""
        # Written on 9 March 2026

        | Day | Time | Event |
        |---|---|---|
        | 2026-03-04 | 22:00 | a |
        | | 23:00 | b |
        | 2026-03-05 | 08:00 | c |
        | | 21:00 | d |
    """) == ["2026-03-04 22:00 a", "2026-03-04 23:00 b", "2026-03-05 08:00 c", "2026-03-05 21:00 d"]


def test_a_missing_year_is_taken_from_the_others_and_said() -> None:
    reading = read("# Outage of 31 December 2025\n\n- 22:00 a\n- 1 January, 00:10 b\n- 2 January, 09:00 c\n")
    assert [row(one) for one in reading.rows] == ["2025-12-31 22:00 a", "2026-01-01 00:10 b", "2026-01-02 09:00 c"]
    assert remarks(reading) == ["4: “1 January, 00:10”: it names no year; read as 2026"]


def test_a_wrong_year_in_one_row_is_said_and_not_mended() -> None:
    reading = read("# Outage\n\n- 2026-01-03 10:00 a\n- 2025-01-03 10:05 b\n- 10:10 c\n- 2026-01-03 10:15 d\n")
    assert [row(one) for one in reading.rows] == [
        "2026-01-03 10:00 a",
        "2025-01-03 10:05 b",
        "2026-01-03 10:10 c",
        "2026-01-03 10:15 d",
    ]
    assert remarks(reading)[0] == (
        "4: “2025-01-03 10:05”: it says 2025, and the dates around it 2026; it is kept as it is written"
    )


def test_a_wrong_year_in_a_column_is_said_once_and_does_not_hold() -> None:
    reading = read("""
        | Date | Time | Event |
        |---|---|---|
        | 2026-01-03 | 10:00 | a |
        | 2025-01-03 | 10:05 | b |
        | | 10:10 | c |
        | 2026-01-03 | 10:15 | d |
    """)
    assert [row(one)[:10] for one in reading.rows] == ["2026-01-03", "2025-01-03", "2026-01-03", "2026-01-03"]
    assert [remark for remark in remarks(reading) if "it says" in remark] == [
        "5: “2025-01-03 10:05”: it says 2025, and the dates around it 2026; it is kept as it is written"
    ]


def test_without_any_day_a_time_is_kept_as_it_is_written() -> None:
    reading = read("# Outage\n\n- 10:42 Alert\n- 10:50 Calm\n")
    assert [(row(one), one.when.as_written) for one in reading.rows] == [("? Alert", "10:42"), ("? Calm", "10:50")]
    assert remarks(reading) == ["3: “10:42”: nothing says on which day this was; its time is kept as it is written"]


def test_without_any_year_a_date_is_kept_as_it_is_written() -> None:
    reading = read("# Outage\n\n- 5 March 10:42 Alert\n")
    assert [(row(one), one.when.as_written) for one in reading.rows] == [("? Alert", "5 March 10:42")]
    assert remarks(reading) == [
        "3: “5 March 10:42”: nothing says in which year this was; its date is kept as it is written"
    ]


@pytest.mark.parametrize("name", ["2026-03-04-queue.md", "reports/outage-2026-03-04.md", "outage_2026-03-04.txt"])
def test_a_files_name_gives_the_day_where_nothing_in_it_does_and_it_is_said(name: str) -> None:
    reading = read("# Outage\n\n- 10:42 Alert\n", name=name)
    assert [row(one) for one in reading.rows] == ["2026-03-04 10:42 Alert"]
    assert remarks(reading) == ["3: “10:42”: nothing above names its day; read as 2026-03-04, which stands elsewhere"]


def test_the_only_date_in_a_sentence_gives_the_day_and_it_is_said() -> None:
    text = "# Outage\n\nOn Wednesday, 4 March 2026, the queue was down.\n\n- 10:42 Alert\n"
    assert rows(text) == ["2026-03-04 10:42 Alert"]
    assert len(remarks(read(text))) == 1
    assert rows(text.replace("down.", "down, and on 5 March 2026 again.")) == ["? Alert"]


@pytest.mark.parametrize("line", ["Last updated: 2026-05-25", "Report date: 2026-05-25", "Published: 2026-05-25"])
def test_when_it_was_written_is_not_the_day(line: str) -> None:
    assert rows(f"# 2026-03-04, Outage\n\n{line}\n\n- 10:42 Alert\n") == ["2026-03-04 10:42 Alert"]


def test_several_incidents_each_have_their_day() -> None:
    assert rows("""
        # Incident log

        ## 2026-03-04: Queue

        ### Timeline

        - 10:00 a
        - 23:00 b

        ### Action items

        - 10:00 x

        ## 2026-02-01: Disk

        ### Timeline

        - 09:00 c
    """) == ["2026-03-04 10:00 a", "2026-03-04 23:00 b", "2026-02-01 09:00 c"]


def test_rows_above_the_first_date_are_on_it_and_it_is_said() -> None:
    reading = read("# Outage\n\n- 10:00 a\n- 2026-03-04 10:05 b\n")
    assert [row(one) for one in reading.rows] == ["2026-03-04 10:00 a", "2026-03-04 10:05 b"]
    assert remarks(reading) == ["3: “10:00”: nothing above names its day; read as 2026-03-04, which stands elsewhere"]


@pytest.mark.parametrize("year", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_no_end(year: str) -> None:
    assert len(rows(f"{year}\n23:50 a\n00:10 b\n13 May 10:00 c\n00:10 d\n")) == 4
