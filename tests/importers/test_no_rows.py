"""What looks like a row of a timeline and is none."""

import pytest

from tests.importers.told import read, rows, skips

REAL = "- 10:42 Alert\n- 10:50 Calm\n"
FOUND = ["2026-03-04 10:42 Alert", "2026-03-04 10:50 Calm"]


@pytest.mark.parametrize(
    "beside",
    [
        "```\n10:00 not\n```\n",
        "~~~\n10:00 not\n10:01 not\n~~~\n",
        "\n    10:00 not\n    10:01 not\n",
        "> 10:00 not\n",
        "> quoted\n10:30 is when\n",
        "<!-- - 10:00 not -->\n",
        "<!--\n- 10:00 not\n-->\n",
        "- Duration: 00:45\n",
        "- **Time to repair**: 00:45\n",
        "- 00:45 time to repair\n",
        "- Total downtime: 10:00\n",
        "- [ ] 10:00 write a report\n",
        "- HH:MM — Event\n",
        "- [hh:mm] Detection\n",
        "- 10:00 - <description>\n",
        "- 10:00 …\n",
        "- Authors: Ana, Bo\n",
        "- Severity: high\n",
        "\nAll in all it took from 10:00 to 11:00.\n",
        "\n10:00\n",
        "\n**Note:** at 10:00 nobody was there.\n",
        "\n[log]: https://x.example/10:00\n",
        "\n---\n",
        "\n5 servers\n\n2026 goals\n\n3.14 is a number\n\n1:1 with Ana\n",
        "\n| Host | Load |\n|---|---|\n| a | 10:00 |\n",
        "\n| Action | Owner | Due |\n|---|---|---|\n| Fix | Ana | 2026-03-10 |\n",
        "\n### Section 2.10\n\n### 3.14 Numbers\n",
    ],
)
def test_beside_a_timeline_it_is_left_alone(beside: str) -> None:
    assert rows(f"# Outage of 4 March 2026\n\n## Timeline\n\n{beside}\n{REAL}") == FOUND
    assert rows(f"# Outage of 4 March 2026\n\n## Timeline\n\n{REAL}{beside}") == FOUND


@pytest.mark.parametrize(
    "name",
    [
        "Action items",
        "Actions",
        "Follow-ups",
        "Next steps",
        "Lessons learned",
        "What went well",
        "Where we got lucky",
        "Root cause",
        "Impact",
        "Summary",
        "Executive summary",
        "Attendees",
        "Maßnahmen",
    ],
)
@pytest.mark.parametrize("form", ["## {}", "**{}:**", "{}:", "{}\n---"])
def test_some_sections_never_hold_one(name: str, form: str) -> None:
    heading = form.format(name)
    assert rows(f"# Outage of 4 March 2026\n\n## Timeline\n\n{REAL}\n{heading}\n\n- 10:55 not a row\n") == FOUND


def test_where_a_section_is_the_timeline_rows_stand_there_only() -> None:
    reading = read("""
        # Outage of 4 March 2026

        ## Detection

        - 10:30 Ana saw it

        ## Timeline

        - 10:42 Alert
    """)
    assert [one.title for one in reading.rows] == ["Alert"]
    assert skips(reading) == ["6: stands outside the timeline"]


def test_where_none_is_they_may_stand_anywhere_else() -> None:
    assert (
        rows("""
        # Outage of 4 March 2026

        ## Detection

        - 10:42 Alert

        ## Repair

        - 10:50 Calm

        ## Lessons

        - 10:55 not
    """)
        == FOUND
    )


def test_a_summary_with_a_list_is_better_than_nothing() -> None:
    text = "# Outage of 4 March 2026\n\n## Summary\n\n- 10:42 Alert\n- 10:50 Calm\n- 10:55 Mail\n"
    assert rows(text) == [*FOUND, "2026-03-04 10:55 Mail"]
    assert rows(text.replace("- 10:55 Mail\n", "")) == []


def test_the_prose_of_a_summary_that_repeats_a_time_is_no_row() -> None:
    assert (
        rows("""
        # Outage of 4 March 2026

        ## Summary

        Between 10:42 and 10:50 the queue stood still.
        10:42 was when the first alert came.

        ## Timeline

        - 10:42 Alert
        - 10:50 Calm
    """)
        == FOUND
    )


def test_the_title_is_no_row_even_if_it_begins_with_a_time() -> None:
    assert rows("# 2026-03-04 10:00 UTC: Outage\n\n## Timeline\n\n- 10:42 Alert\n- 10:50 Calm\n") == FOUND


def test_a_heading_with_a_time_above_a_timeline_is_no_row() -> None:
    assert (
        rows("""
        # Incidents

        ## 2026-03-04 10:00 Queue outage

        ### Timeline

        - 10:42 Alert
        - 10:50 Calm
    """)
        == FOUND
    )


def test_lists_that_hold_no_time_are_no_rows() -> None:
    assert (
        rows("""
        # Outage of 4 March 2026

        ## Timeline

        Links:

        - [dashboard](https://x.example)
        - [chat](https://x.example)

        ### 10:42
        Alert

        ### 10:50
        Calm
    """)
        == FOUND
    )


def test_a_template_that_was_never_filled_in_says_so() -> None:
    reading = read("""
        # Title of the incident, YYYY-MM-DD

        ## Timeline (UTC)

        | Time | Event |
        |------|-------|
        | HH:MM | Alert fires |
        | | |
        | [TIME] | [What happened] |

        - HH:MM — …
    """)
    assert reading.rows == ()
    assert skips(reading) == [
        "1: no timeline was found in it",
        "8: was never filled in",
        "10: was never filled in",
        "12: was never filled in",
    ]


def test_what_was_left_out_is_told_with_its_line() -> None:
    reading = read("""
        # Outage of 4 March 2026

        ## Timeline

        - 10:42 Alert
          - 10:43 of the first host
        - Duration: 00:45

        ```
        10:44 a log
        10:45 a log
        ```

        > 10:46 a chat

        ## Action items

        - 10:50 review
    """)
    assert skips(reading) == [
        "7: stands below a row, as its detail",
        "8: is a duration",
        "11: is in a block of code",
        "15: is quoted",
        "19: stands under “Action items”, which is no timeline",
    ]
    assert reading.skipped[0].text == "- 10:43 of the first host"


@pytest.mark.parametrize(
    "text",
    [
        "# Outage of 4 March 2026\n\nBy 9:30 AM UTC we knew.\n\nAt 5:40 PM it was opened. At 6 PM it was closed.\n",
        "# Notes\n\n- one\n- two\n",
        "# Incident log\n\n- **Mean time to repair**: 3h 8m\n- **Time to resolve**: 04:09\n",
        "A sentence.\n",
    ],
)
def test_a_document_without_a_timeline_has_no_rows(text: str) -> None:
    reading = read(text)
    assert reading.rows == ()
    assert skips(reading)[0] == "1: no timeline was found in it"


def test_a_fence_that_nothing_closes_hides_nothing() -> None:
    assert rows(f"# Outage of 4 March 2026\n\n```\n\n{REAL}") == FOUND
