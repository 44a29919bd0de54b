"""No text makes an importer raise, or take longer than its length."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.errors import UnknownFormat
from reviewtui.importers.registry import read_file, read_text
from reviewtui.model.reading import NOTHING_READ, Reading
from reviewtui.plaintext import storable
from tests.strategies import HOSTILE_TEXTS, texts, zones

_TIMES = st.sampled_from(
    [
        "10:42",
        "**10:42 UTC**",
        "2026-03-04 10:42",
        "03/04/2026",
        "4 March",
        "~13:30-13:45",
        "--:--",
        "early:",
        "14:??",
        "1600",
        "Thursday",
        "[10:42](https://x.example)",
        "(Oct 29)",
        "23:59 PST",
        "00:01 CEST",
        "HH:MM",
        "",
    ]
)
_MARKS = st.sampled_from(
    ["", "- ", "  - ", "* ", "1. ", "# ", "## ", "### ", "> ", "    ", "| ", "|", "**", "<!-- ", "```", "---", "\t"]
)
_NAMES = st.sampled_from(
    [
        "# Timeline (CET)",
        "## Action items",
        "Timeline:",
        "All times in CEST",
        "Date: 2026-03-04",
        "| Time | Event |",
        "|---|---|",
    ]
)
_lines = st.one_of(st.builds("{}{} {}".format, _MARKS, _TIMES, texts), _NAMES, texts)
_documents = st.lists(_lines, max_size=25).map("\n".join)


def read_or_nothing(text: str, **asked: str) -> Reading:
    try:
        return read_text(text, zone=asked.get("zone"), assumed_zone=asked.get("assumed_zone", "UTC"))
    except UnknownFormat:
        return NOTHING_READ


@given(_documents, st.one_of(st.none(), zones), zones)
def test_no_text_makes_it_raise_and_every_line_it_names_is_there(text: str, zone: str | None, assumed: str) -> None:
    for format_name in ("markdown", "text"):
        reading = read_text(text, zone=zone, assumed_zone=assumed, format_name=format_name)
        count = len(storable(text).replace("\r\n", "\n").replace("\r", "\n").split("\n"))
        assert all(1 <= row.line <= count for row in reading.rows)
        assert all(1 <= skipped.line <= count for skipped in reading.skipped)
        assert all(1 <= doubt.line <= count for doubt in reading.doubts)


@given(_documents)
def test_a_row_has_a_title_of_one_line_and_a_key_of_its_own(text: str) -> None:
    reading = read_or_nothing(text)
    assert all(row.title and "\n" not in row.title for row in reading.rows)
    assert all(link.url.casefold().startswith(("http://", "https://")) for row in reading.rows for link in row.evidence)
    keys = [(row.source.document, row.source.own_id) for row in reading.rows]
    assert len(keys) == len(set(keys))
    assert read_or_nothing(text) == reading


@given(st.binary(max_size=200))
def test_no_bytes_make_it_raise_anything_but_that_nobody_reads_them(data: bytes) -> None:
    try:
        read_file("notes", data)
    except UnknownFormat:
        return


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_words_are_kept_as_words(text: str) -> None:
    reading = read_text(f"2026-03-04\n\n- 10:42 before {text} after\n- 10:43 calm\n", format_name="text")
    words = storable(text).replace("\r", "\n").split()
    told = reading.rows[0].title + reading.rows[0].detail
    assert all(word in told for word in words)


def _repeated(unit: str) -> Callable[[int], str]:
    return lambda length: (unit * (length // len(unit) + 1))[:length]


_ONE_LINE = [
    *(
        "1",
        "10:",
        "10:42 ",
        "2026-03-04 ",
        "2026-",
        "mar ",
        "UTC ",
        "Aa/",
        "Europe/",
        "(10:00 UTC ",
        "early ",
        "T+1 ",
        "~",
    ),
    *(
        "[",
        "[a](",
        "![",
        "**",
        "_a",
        "`",
        "<",
        "<!--",
        "<!-- -->",
        "|",
        "|---|",
        "- ",
        "-",
        "#",
        ">",
        "=",
        "\\",
        "&amp;",
    ),
    *(" ", "\t", "A. ", "x", "https://x.example/", "\\~10:00 ", "e\u0301", "all times in "),
]
_MANY_LINES = [
    *("10:42 a\n", "- 10:42 a\n", "- a\n", "### 10:42\na\n", "# a\n", "## a\n### b\n", "a\n==\n", "    10:42 a\n"),
    *("| 10:42 | a |\n", "|a\n", "```x\n", "> 10:42 a\n", "[a]: http://x\n", "### 10:42\n![](a)\n\n", "\n"),
    *("2026-03-04\n", "- 2026-03-04: a\n", "Thursday\n", "- 03/04/2026 10:42 a\n", "Date: 2026-03-04\n", "early: a\n"),
    *("**Timeline**\n", "Timeline:\n10:42 a\n", "All times in CEST\n", "- 10:42 a\n  b\n\n  c\n"),
    f"- 10:42 {'[' * 200}\n",
]


def _cost(text: str) -> float:
    """Processor time, the lesser of two: what else the machine does adds to it and never takes away."""
    taken = []
    for _ in range(2):
        before = time.process_time()
        read_or_nothing(text)
        taken.append(time.process_time() - before)
    return min(taken)


def _grows_no_faster_than_its_length(make: Callable[[int], str], length: int) -> None:
    # Four times the text may take up to ten times as long; where work grows with the square it takes sixteen.
    small, large = _cost(make(length)), _cost(make(4 * length))
    assert large <= 10 * small + 0.1, f"{small:.3f} s, and {large:.3f} s for four times as much"


@pytest.mark.parametrize("unit", _ONE_LINE)
@pytest.mark.parametrize("before", ["", "# Outage of 2026-03-04\n\n## Timeline\n\n- 10:42 "])
def test_one_long_line_takes_no_longer_than_its_length(unit: str, before: str) -> None:
    _grows_no_faster_than_its_length(lambda length: before + _repeated(unit)(length), 100_000)


@pytest.mark.parametrize("unit", _MANY_LINES)
def test_many_lines_take_no_longer_than_their_number(unit: str) -> None:
    _grows_no_faster_than_its_length(_repeated(unit), 2_000)


def test_a_line_of_a_megabyte_is_a_line() -> None:
    reading = read_text("2026-03-04\n10:42 " + "word " * 200_000)
    assert len(reading.rows[0].title) <= 201
    assert len(reading.rows[0].detail) > 900_000
