"""The forms a row can have, and what is its title, its detail and its evidence."""

import pytest

from reviewtui.model.reading import ReadRow
from reviewtui.model.review import EventKind, Link
from tests.importers.told import read, row, rows, skips


def only(text: str) -> ReadRow:
    (one,) = read(text).rows
    return one


@pytest.mark.parametrize(
    "line",
    [
        "10:42 Alert fires",
        "- 10:42 Alert fires",
        "* 10:42 Alert fires",
        "– 10:42 Alert fires",
        "— 10:42 Alert fires",
        "• 10:42 Alert fires",
        "-- 10:42 Alert fires",
        "1. 10:42 Alert fires",
        "- **10:42** Alert fires",
        "- **10:42:** Alert fires",
        "- **10:42 Alert fires**",
        "- **10:42** **Alert** fires",
        "- *10:42* – Alert fires",
        "- `10:42` - Alert fires",
        "- [10:42] Alert fires",
        "- (10:42) Alert fires",
        "- [10:42](https://chat.example/1) Alert fires",
        "- 10:42 — Alert fires",
        "- 10:42: Alert fires",
        "- 10:42 | Alert fires",
        "- 10:42, Alert fires",
        "- 10:42 -> Alert fires",
        "- 10:42. Alert fires",
        "- \\[10:42\\] Alert fires",
        "- 10:42 \\- Alert fires",
        "- 🔥 10:42 Alert fires",
        "- :fire: 10:42 Alert fires",
        "- At 10:42, Alert fires",
        "- @10:42 Alert fires",
        "- 10:42:17 Alert fires",
        "- 10:42 UTC (11:42 CET) Alert fires",
        "- 10:42 UTC / 11:42 CET: Alert fires",
        "- 10:42 UTC Alert fires\\",
        "10:42\nAlert fires",
        "**10:42**\n\nAlert fires",
        "### 10:42\nAlert fires",
        "### 10:42\n\n- Alert fires",
        "### 10:42 - Alert fires",
        "### 10:42: Alert fires",
        "### 1. 10:42 Alert fires",
        "10:42\n-----\nAlert fires",
        "| Time | Event |\n|---|---|\n| 10:42 | Alert fires |",
        "| Time | Event |\n|---|---|\n| 10:42 | Alert fires",
        "Time | Event\n--- | ---\n10:42 | Alert fires",
        "| Event | Time |\n|---|---|\n| Alert fires | 10:42 |",
        "||Time||Event||\n|10:42|Alert fires|",
        "| 10:42 | Alert fires |\n| 10:43 | |",
        "Time\tEvent\n10:42\tAlert fires",
    ],
)
def test_one_row_in_many_hands(line: str) -> None:
    assert rows(f"# Outage of 4 March 2026\n\n## Timeline\n\n{line}\n") == ["2026-03-04 10:42 Alert fires"]


@pytest.mark.parametrize(
    "line",
    [
        "- Alert fires (10:42)",
        "- Alert fires at 10:42",
        "- Alert fires – 10:42",
        "- Alert fires: 10:42",
        "- Alert fires 10:42",
        "- Alert fires [10:42 UTC].",
        "- Alert fires 2026-03-04 10.42",
        "### Alert fires (10:42)",
        "### Alert fires\n10:42",
        "### Alert fires\n\n*10:42 UTC*",
        "### Alert fires\n\n**Time:** 10:42",
        "Alert fires (10:42)",
        "Alert fires - 10:42",
        "Alert fires\n10:42",
    ],
)
def test_the_title_may_stand_before_the_time_in_a_timeline(line: str) -> None:
    assert rows(f"# Outage of 4 March 2026\n\n## Timeline\n\n{line}\n") == ["2026-03-04 10:42 Alert fires"]


def test_a_time_below_a_heading_is_its_own_unless_several_stand_there() -> None:
    assert rows("""
        # Outage of 4 March 2026

        ## Timeline

        ### Rollback
        10:42

        By Ana.

        ### Afterwards

        10:50
        Calm

        10:55
        Mail
    """) == ["2026-03-04 10:42 Rollback", "2026-03-04 10:50 Calm", "2026-03-04 10:55 Mail"]


def test_prose_of_a_timeline_that_ends_with_a_time_is_no_row() -> None:
    assert rows("# Outage of 4 March 2026\n\n## Timeline\n\n10:42 Alert\n\nWe waited until 11:00.\n") == [
        "2026-03-04 10:42 Alert"
    ]


def test_elsewhere_a_time_at_the_end_is_a_time_in_a_sentence() -> None:
    assert rows("# Outage of 4 March 2026\n\n- The alert fired at 10:42\n- Restarted at 10:50\n") == []


def test_milestones_are_rows_with_their_names_before_their_times() -> None:
    assert rows("""
        ### Incident on 2026-03-04 09:00 - Disk full

        - **Key events**
          - First detected: 2026-03-04 09:12
          - Declared 2026-03-04 9:40
          - Repaired: 2026-03-04 10.05

        - **Time to repair**: 0h 53m

        - **Context**:
          - 2026-03-04 09:12: Writes fail
          – 2026-03-04 10:05: Disk is grown
    """) == [
        "2026-03-04 09:12 First detected",
        "2026-03-04 09:40 Declared",
        "2026-03-04 10:05 Repaired",
        "2026-03-04 09:12 Writes fail",
        "2026-03-04 10:05 Disk is grown",
    ]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("13:30-13:45", "2026-03-04 13:30-13:45"),
        ("~13:30-13:45", "2026-03-04 ~13:30-13:45"),
        ("14:38 to 16:38", "2026-03-04 14:38-16:38"),
        ("5:00–5:15 PM", "2026-03-04 17:00-17:15"),
        ("23:50-00:20", "2026-03-04 23:50-00:20"),
        ("12:00+", "2026-03-04 12:00"),
        ("12:00 - ?", "2026-03-04 12:00"),
        ("12:00-", "2026-03-04 12:00"),
        ("10:45~", "2026-03-04 ~10:45"),
        ("ca. 10:45", "2026-03-04 ~10:45"),
        ("± 17:20 UTC:", "2026-03-04 ~17:20"),
        ("17:14pm", "2026-03-04 17:14"),
        ("1600 -", "2026-03-04 16:00"),
        ("15.26 -", "2026-03-04 15:26"),
        ("[03-05 16:21]", "2026-03-05 16:21"),
        ("2026-03-05 15.26", "2026-03-05 15:26"),
        ("22:30 UTC (Mar 5)", "2026-03-05 22:30"),
        ("22:30 on 5 March", "2026-03-05 22:30"),
        ("22:30, 5 March 2026", "2026-03-05 22:30"),
        ("22:30 UTC 2026-03-05", "2026-03-05 22:30"),
        ("10.42am", "2026-03-04 10:42"),
        ("10:42 Uhr:", "2026-03-04 10:42"),
        ("1042hrs", "2026-03-04 10:42"),
        ("10:42 (maybe earlier?)", "2026-03-04 ~10:42"),
        ("5:00\u202fPM", "2026-03-04 17:00"),
        ("2026\u201103\u201105 09:00", "2026-03-05 09:00"),
        ("Sep 5 2026 1pm", "2026-09-05 13:00"),
    ],
)
def test_odd_times_are_read(written: str, told: str) -> None:
    assert rows(f"# Outage of 1 August 2026\n\n2026-03-04\n\n- {written} Queue grows\n") == [f"{told} Queue grows"]


def test_an_odd_clock_is_a_clock_among_rows_and_a_number_elsewhere() -> None:
    assert rows("""
        # Outage of 4 March 2026

        - 15:20 Alert
        - 15.26 Compared the disks
        - 1600 Restarted
        - 1600 users write to us
    """) == [
        "2026-03-04 15:20 Alert",
        "2026-03-04 15:26 Compared the disks",
        "2026-03-04 16:00 Restarted",
        "2026-03-04 1600 users write to us",
    ]


@pytest.mark.parametrize(
    ("line", "told", "as_written"),
    [
        ("- early: users complain", "2026-03-04 users complain", "early"),
        ("- **Later that day** – users complain", "2026-03-04 users complain", "Later that day"),
        ("- 14:?? users complain", "2026-03-04 users complain", "14:??"),
        ("- --:-- users complain", "2026-03-04 users complain", "--:--"),
        ("- 2X:XX users complain", "2026-03-04 users complain", "2X:XX"),
        ("- 2026-03-05 users complain", "2026-03-05 users complain", "2026-03-05"),
        ("- 2026-03-05: users complain", "2026-03-05 users complain", "2026-03-05"),
        ("- 2026-03-05, evening: users complain", "2026-03-05 users complain", "2026-03-05 evening"),
        ("- 2026-03-05T11:3x:00Z users complain", "2026-03-05 users complain", "2026-03-05T11:3x:00Z"),
        ("- **Mar 5-7** - users complain", "2026-03-05 users complain", "Mar 5-7"),
        ("- The day before: users complain", "? users complain", "The day before"),
        ("- T+5 min: users complain", "? users complain", "T+5 min"),
        ("- users complain", "2026-03-04 users complain", ""),
    ],
)
def test_a_row_without_a_clock_time_is_a_row_and_never_midnight(line: str, told: str, as_written: str) -> None:
    reading = read(f"# Outage of 4 March 2026\n\n## Timeline\n\n- 10:42 Alert\n{line}\n- 10:50 Calm\n")
    assert [row(one) for one in reading.rows[:2]] == ["2026-03-04 10:42 Alert", told]
    assert len(reading.rows) == 3
    assert reading.rows[1].when.as_written == as_written


def test_cells_of_the_time_column_may_hold_any_words() -> None:
    reading = read("""
        # Outage of 4 March 2026

        | When | What |
        |---|---|
        | 10:42 | Alert |
        | early | Users complain |
        | --:-- | Queue grows |
        | June 2025 | Queue is built |
        | 2026-03-04 → 03-06 | Backlog |
        |  | Nobody noticed |
    """)
    assert [row(one) for one in reading.rows] == [
        "2026-03-04 10:42 Alert",
        "2026-03-04 Users complain",
        "2026-03-04 Queue grows",
        "? Queue is built",
        "2026-03-04 Backlog",
        "2026-03-04 Nobody noticed",
    ]
    assert reading.rows[4].when.as_written == "2026-03-04 → 03-06"


def test_headings_that_are_days_with_words_below_are_rows() -> None:
    assert rows("""
        # Outage

        ## Timeline

        ### 2026-03-01
        Builds fail now and then.

        ### 2026-03-02 10:42
        All builds fail.

        ### 2X:XX (nobody looked)
        They work again.
    """) == ["2026-03-01 Builds fail now and then.", "2026-03-02 10:42 All builds fail.", "2026-03-02 They work again."]


def test_several_rows_in_one_minute_keep_their_order() -> None:
    assert rows("2026-03-04\n10:42 first\n10:42 second\n10:42 third\n") == [
        "2026-03-04 10:42 first",
        "2026-03-04 10:42 second",
        "2026-03-04 10:42 third",
    ]


def test_columns_are_told_by_their_names_and_the_others_are_detail() -> None:
    reading = read("""
        ## Timeline

        | Date | Who | Time (CET) | Event | Note |
        |---|---|---|---|---|
        | 2026-03-04 | Ana | 10:42 | Alert fires | by `pager` |
        | | Bo \\| Cy | 10:50 | [Fix](https://x.example/1) out | |
        | 2026-03-05 | | 09:00 | Review |
    """)
    assert [row(one) for one in reading.rows] == [
        "2026-03-04 09:42 Alert fires",
        "2026-03-04 09:50 Fix out",
        "2026-03-05 08:00 Review",
    ]
    assert [one.detail for one in reading.rows] == ["Who: Ana\nNote: by `pager`", "Who: Bo | Cy", ""]
    assert reading.rows[1].evidence == (Link(label="Fix", url="https://x.example/1"),)


def test_a_start_and_an_end_column_make_a_range() -> None:
    assert rows("""
        # Outage of 4 March 2026

        | Start | End | Event |
        |---|---|---|
        | 10:42 | 11:05 | Errors |
        | 11:05 | | Calm |
    """) == ["2026-03-04 10:42-11:05 Errors", "2026-03-04 11:05 Calm"]


def test_a_column_may_hold_the_zone_and_another_the_number() -> None:
    reading = read("""
        # Outage of 4 March 2026

        | # | Time | TZ | Event |
        |---|---|---|---|
        | 1 | 10:42 | CET | Alert |
        | 2 | 10:43<br>am | UTC | Calm |
    """)
    assert [row(one) for one in reading.rows] == ["2026-03-04 09:42 Alert", "2026-03-04 10:43 Calm"]
    assert [one.detail for one in reading.rows] == ["", ""]


def test_several_tables_and_lists_in_one_file_are_read_in_order() -> None:
    assert rows("""
        # Outage of 4 March 2026

        ## Timeline

        | Time | Event |
        |---|---|
        | 10:42 | Alert |

        Then it got worse.

        | Time | Event |
        |---|---|
        | 11:00 | Page |

        ## Follow-up timeline

        - 15:00 Call
    """) == ["2026-03-04 10:42 Alert", "2026-03-04 11:00 Page", "2026-03-04 15:00 Call"]


def test_a_bar_in_the_last_cell_is_part_of_its_text() -> None:
    assert rows("| Time | Event |\n|---|---|\n| 2026-03-04 10:42 | ran ps | grep java |\n") == [
        "2026-03-04 10:42 ran ps | grep java"
    ]


def test_what_stands_below_a_row_is_its_detail_as_it_is_written() -> None:
    one = only("""
        # Outage of 4 March 2026

        ## Timeline

        ### 10:42

        Alert fires. It is **loud**.
        Ana looks.

        - the queue is full
        - 10:30 it was not

        > somebody quoted

        ```
        10:41 a log line
        ```

        #### Aside

        More.
    """)
    assert one.title == "Alert fires."
    assert one.detail == (
        "Alert fires. It is **loud**.\nAna looks.\n\n- the queue is full\n- 10:30 it was not\n\n> somebody quoted\n\n"
        "```\n10:41 a log line\n```\n\n#### Aside\n\nMore."
    )


def test_what_is_indented_below_an_item_is_its_detail() -> None:
    reading = read("""
        # Outage of 4 March 2026

        - 10:42 Alert fires
          - on three hosts
            - and one more
          10:30 was the deploy

        - 10:50 Calm

        Afterwards we had lunch.
    """)
    assert [one.title for one in reading.rows] == ["Alert fires", "Calm"]
    assert [one.detail for one in reading.rows] == ["- on three hosts\n  - and one more\n10:30 was the deploy", ""]


def test_a_paragraph_between_two_rows_belongs_to_the_first() -> None:
    reading = read("2026-03-04\n\n10:42 Alert fires\n\nIt was loud.\n\n10:50 Calm\n\nRegards,\nAna\n")
    assert [(one.title, one.detail) for one in reading.rows] == [("Alert fires", "It was loud."), ("Calm", "")]


def test_a_line_that_was_broken_for_its_length_goes_on() -> None:
    one = only("""
        2026-03-04
        ± 17:20 UTC: before starting on this work our engineer took a snapshot
        of the database, which normally happens only once every
        24 hours (at 01:00 UTC).
    """)
    assert one.title.startswith("before starting on this work our engineer took a snapshot of the database")
    assert "24 hours (at 01:00 UTC)." in one.title + one.detail


def test_a_line_that_was_broken_before_a_time_is_no_row() -> None:
    assert rows(
        "2026-03-04\n10:42 Alert fires, for the third time on that day, after it had done so at\n09:12 UTC\n"
    ) == ["2026-03-04 10:42 Alert fires, for the third time on that day, after it had done so at 09:12 UTC"]


def test_a_title_is_one_line_and_what_is_cut_is_in_the_detail() -> None:
    sentence = "The queue grew by a thousand each minute and nobody knew why, " * 2
    long_word, long_text = "x" * 500, "word " * 80
    for text in (f"{sentence}yet. Then it stopped.", long_text, long_word):
        one = only(f"2026-03-04\n10:42 {text}\n")
        assert len(one.title) <= 201
        assert one.detail == text.strip()
        assert text.startswith(one.title.rstrip("…"))


def test_a_title_is_cut_at_a_sentence_and_not_at_an_abbreviation() -> None:
    text = "Three of the nodes, e.g. the first, were drained at approx. the same time by the autoscaler. " * 2
    assert only(f"2026-03-04\n10:42 {text}").title == text.split(". Three")[0] + "."


def test_links_are_evidence_and_their_words_the_title() -> None:
    one = only("""
        # Outage of 4 March 2026

        - 10:42 [Alert](https://x.example/a) and [fix][pr], see <https://x.example/b>, https://x.example/c.

          [mail](mailto:ana@x.example) [log](log.txt) [x](javascript:alert)

        [pr]: https://x.example/pr
    """)
    assert one.title == "Alert and fix, see https://x.example/b, https://x.example/c."
    assert [link.url[-2:] for link in one.evidence] == ["/a", "pr", "/b", "/c"]
    assert one.evidence[0] == Link(label="Alert", url="https://x.example/a")
    assert "mailto:ana@x.example" in one.detail


def test_a_link_on_the_time_is_evidence() -> None:
    one = only("# Outage of 4 March 2026\n\n- [10:42](https://chat.example/1): Alert\n")
    assert one.evidence == (Link(url="https://chat.example/1"),)


def test_a_link_elsewhere_stays_in_the_detail() -> None:
    one = only("# Outage of 4 March 2026\n\n- 10:42 see ![graph](graph.png)\n")
    assert (one.title, one.detail) == ("see graph", "see ![graph](graph.png)")


def test_marks_go_and_words_stay() -> None:
    one = only("# Outage of 4 March 2026\n\n- 10:42 `kubectl *` on *prod_db_1* &amp; **two** more<br>~~old~~ <host>\n")
    assert one.title == "kubectl * on prod_db_1 & two more old <host>"


def test_plain_text_is_kept_letter_for_letter() -> None:
    assert rows("2026-03-04\n10:42 ran __init__.py *twice* &amp; again\n") == [
        "2026-03-04 10:42 ran __init__.py *twice* &amp; again"
    ]


def test_a_kind_is_taken_from_our_own_notation_only() -> None:
    reading = read("""
        2026-03-04
        10:42 alert: error rate above 5 %
        10:45 Alert fires
        10:50 change: rolled back
        10:55 PagerDuty: acknowledged
    """)
    assert [(one.kind, one.title) for one in reading.rows] == [
        (EventKind.ALERT, "error rate above 5 %"),
        (EventKind.EVENT, "Alert fires"),
        (EventKind.CHANGE, "rolled back"),
        (EventKind.EVENT, "PagerDuty: acknowledged"),
    ]


def test_a_time_without_words_is_said_and_left_out() -> None:
    reading = read("# Outage of 4 March 2026\n\n- 10:42 Alert\n- 10:50\n- 10:55 Calm\n")
    assert [one.title for one in reading.rows] == ["Alert", "Calm"]
    assert skips(reading) == ["4: has a time and no words"]
