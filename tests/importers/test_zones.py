"""In which zone a row's clock is, and what is asked about it."""

import pytest

from reviewtui.model.reading import DoubtKind, Reading
from tests.importers.told import questions, read, remarks, row, rows

SUMMER, WINTER = "2026-07-10", "2026-01-10"


def told(reading: Reading) -> list[str]:
    return [f"{zone.zone} {zone.read_as} {zone.origin}" for zone in reading.zones]


@pytest.mark.parametrize(
    "text",
    [
        "# Outage of 2026-07-10\n\nAll times in CEST\n\n- 12:42 Alert\n",
        "# Outage of 2026-07-10\n\n_All times in CEST (UTC+2)_\n\n- 12:42 Alert\n",
        "# Outage of 2026-07-10 (all times CEST)\n\n- 12:42 Alert\n",
        "# Outage of 2026-07-10\n\nTimezone: CEST\n\n- 12:42 Alert\n",
        "# Outage of 2026-07-10\n\n(CEST)\n\n- 12:42 Alert\n",
        "# Outage of 2026-07-10\n\n## Timeline (times in CEST)\n\n- 12:42 Alert\n",
        "# Outage of 2026-07-10\n\n## Timeline (CEST)\n\n### Detection\n\n- 12:42 Alert\n",
        "# Outage of 2026-07-10\n\n| Time (CEST) | Event |\n|---|---|\n| 12:42 | Alert |\n",
        "# Outage of 2026-07-10\n\n| Date and Time in CEST | Event |\n|---|---|\n| 2026-07-10 12:42 | Alert |\n",
        "# Outage of 2026-07-10\n\n- 12:42 CEST Alert\n",
        "# Outage of 2026-07-10\n\n- 12:42 Alert\n\nNote: all times are CEST.\n",
        "Outage of 2026-07-10\n\nTimes are CEST.\n\n12:42 Alert\n",
    ],
)
def test_a_zone_may_be_named_in_many_places(text: str) -> None:
    reading = read(text, zone="Asia/Tokyo", assumed_zone="America/New_York")
    assert [row(one) for one in reading.rows] == ["2026-07-10 10:42 Alert"]
    assert told(reading) == ["CEST UTC+02:00 named"]
    assert reading.doubts == ()


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("All times in Europe/Berlin", "10:42"),
        ("All times in Pacific Time", "19:42"),
        ("All times in US/Pacific", "19:42"),
        ("All times PT", "19:42"),
        ("All times in UTC+1 (Zurich)", "11:42"),
        ("Times in GMT+1", "11:42"),
        ("all times utc", "12:42"),
        ("Alle Zeiten in MESZ", "10:42"),
    ],
)
def test_zones_have_many_names(words: str, start: str) -> None:
    assert rows(f"# Outage of {SUMMER}\n\n{words}\n\n- 12:42 Alert\n") == [f"{SUMMER} {start} Alert"]


@pytest.mark.parametrize(
    "words",
    [
        "At that time the team in PST woke up.",
        "Response times in the ET region grew.",
        "Others were at a conference in PDT time zone.",
        "Deployed to the CET cluster.",
    ],
)
def test_a_zone_in_a_sentence_is_not_the_documents(words: str) -> None:
    assert told(read(f"# Outage of {SUMMER}\n\n{words}\n\n- 12:42 Alert\n")) == ["UTC UTC assumed"]


def test_the_order_is_row_then_file_then_given_then_assumed() -> None:
    text = f"# Outage of {SUMMER}\n\n- 12:42 +05:00 own\n- 12:42 bare\n"
    named = text.replace("\n\n-", "\n\nAll times in CEST\n\n-", 1)
    assert rows(named, zone="Asia/Tokyo") == [f"{SUMMER} 07:42 own", f"{SUMMER} 10:42 bare"]
    assert rows(text, zone="Asia/Tokyo", assumed_zone="America/New_York")[1] == f"{SUMMER} 03:42 bare"
    assert rows(f"# Outage of {SUMMER}\n\n- 12:42 bare\n", assumed_zone="America/New_York") == [f"{SUMMER} 16:42 bare"]
    assert told(read(f"# Outage of {SUMMER}\n\n- 12:42 bare\n")) == ["UTC UTC assumed"]
    assert told(read(f"# Outage of {SUMMER}\n\n- 12:42 bare\n", zone="Asia/Tokyo")) == ["Asia/Tokyo Asia/Tokyo given"]


def test_a_section_has_its_own_zone() -> None:
    reading = read(f"""
        # Outage of {SUMMER}

        ## Timeline (UTC)
        - 10:00 a

        ## Timeline of support (times in CEST)
        - 12:05 b
    """)
    assert [row(one) for one in reading.rows] == [f"{SUMMER} 10:00 a", f"{SUMMER} 10:05 b"]
    assert told(reading) == ["UTC UTC named", "CEST UTC+02:00 named"]


def test_rows_without_a_zone_have_that_of_the_others_and_it_is_said() -> None:
    reading = read(f"# Outage of {SUMMER}\n\n- 12:42 CEST a\n- 12:50 b\n", assumed_zone="America/New_York")
    assert [row(one) for one in reading.rows] == [f"{SUMMER} 10:42 a", f"{SUMMER} 10:50 b"]
    assert remarks(reading) == ["4: “12:50”: it names no zone; read as CEST, which other rows name"]


def test_rows_that_name_different_zones_leave_a_question() -> None:
    text = f"# Outage of {SUMMER}\n\n- 10:42 UTC a\n- 12:50 CEST b\n- 11:00 UTC c\n- 11:10 d\n"
    reading = read(text)
    assert row(reading.rows[3]) == f"{SUMMER} 11:10 d"
    assert questions(reading, DoubtKind.ZONE) == [
        "6: some rows name one zone, some another, and some none: in which are those? → UTC"
    ]
    assert questions(read(text, zone="Europe/Berlin"), DoubtKind.ZONE) == []


@pytest.mark.parametrize(("letters", "day"), [("CEST", WINTER), ("PST", SUMMER), ("EST", SUMMER), ("GMT", SUMMER)])
def test_letters_that_are_wrong_for_the_season_are_a_question(letters: str, day: str) -> None:
    found = questions(read(f"# Outage of {day}\n\nAll times in {letters}\n\n- 10:00 a\n- 11:00 b\n"), DoubtKind.ZONE)
    assert len(found) == (0 if letters == "GMT" else 1)
    assert all(f"do not show “{letters}” on {day}" in question for question in found)


def test_they_are_read_as_the_clocks_of_that_place() -> None:
    reading = read(f"# Outage of {WINTER}\n\nAll times in CEST\n\n- 10:00 a\n")
    assert row(reading.rows[0]) == f"{WINTER} 09:00 a"
    assert told(reading) == ["CEST Europe/Berlin named"]
    assert questions(reading, DoubtKind.ZONE) == [
        f"5: clocks in Europe/Berlin do not show “CEST” on {WINTER}: in which zone are these times? → Europe/Berlin"
    ]


@pytest.mark.parametrize(
    ("letters", "day", "asked"),
    [
        ("BST", SUMMER, []),
        ("BST", WINTER, ["Europe/London"]),
        ("IST", SUMMER, ["Asia/Kolkata"]),
        ("CST", WINTER, ["America/Chicago"]),
        ("AST", WINTER, []),
        ("PT", SUMMER, []),
        ("IST (UTC+5:30)", SUMMER, []),
    ],
)
def test_letters_that_mean_two_zones_are_a_question_unless_the_season_settles_it(
    letters: str, day: str, asked: list[str]
) -> None:
    reading = read(f"# Outage of {day}\n\nAll times in {letters}\n\n- 10:00 a\n")
    assert [found.rpartition(" → ")[2] for found in questions(reading, DoubtKind.ZONE)] == asked


def test_the_place_settles_what_letters_mean() -> None:
    reading = read(f"# Outage of {WINTER}\n\nAll times in IST\n\n- 10:00 a\n", assumed_zone="Asia/Jerusalem")
    assert row(reading.rows[0]) == f"{WINTER} 08:00 a"
    assert (told(reading), reading.doubts) == (["IST Asia/Jerusalem named"], ())


@pytest.mark.parametrize("letters", ["IST", "CEST", "Nowhere/Land", "local time"])
def test_the_zone_that_is_given_is_the_answer(letters: str) -> None:
    reading = read(f"# Outage of {WINTER}\n\nAll times in {letters}\n\n- 10:00 a\n", zone="Europe/Dublin")
    assert (told(reading), reading.doubts) == (["Europe/Dublin Europe/Dublin given"], ())


def test_letters_that_are_no_zone_are_a_question() -> None:
    found = questions(read(f"# Outage of {WINTER}\n\nAll times in UC/Pacific\n\n- 10:00 a\n"), DoubtKind.ZONE)
    assert found == ["5: “UC/Pacific” is no zone that is known here: in which are these times? → UTC"]


def test_each_thing_is_asked_once() -> None:
    text = f"# Outage of {WINTER}\n\nAll times in CEST\n\n" + "- 10:00 a\n" * 20
    assert len(read(text).doubts) == 1


def test_a_time_that_clocks_skipped_or_showed_twice_is_said() -> None:
    skipped = read("# Outage of 2026-03-29\n\nAll times in Europe/Berlin\n\n- 02:30 a\n")
    assert remarks(skipped) == ["5: clocks skipped 02:30 on 2026-03-29; read as 03:30"]
    twice = read("# Outage of 2026-10-25\n\nAll times in Europe/Berlin\n\n- 02:30 a\n")
    assert remarks(twice) == ["5: clocks showed 02:30 twice on 2026-10-25; read as the first time"]
