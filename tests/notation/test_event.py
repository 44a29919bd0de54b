from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.model.moments import Moment, Precision
from reviewtui.model.review import EventKind, Link
from reviewtui.notation.event import KIND_WORDS, format_event, more_than_title, parse_event
from tests.strategies import lines_of_text, moments, texts, zones

DAY = date(2026, 11, 12)


def test_an_event_in_one_line() -> None:
    event = parse_event("10:42 alert: error rate above 5 %", DAY, "Europe/Berlin")
    assert event.when.start == datetime(2026, 11, 12, 9, 42, tzinfo=UTC)
    assert (event.kind, event.title, event.problems) == (EventKind.ALERT, "error rate above 5 %", ())


def test_a_range_of_about() -> None:
    event = parse_event("~13:30-13:45 launches drop to zero", DAY, "UTC")
    assert (event.when.precision, event.title) == (Precision.ABOUT, "launches drop to zero")
    assert event.when.end == datetime(2026, 11, 12, 13, 45, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("10:42 - rollback", "rollback"),
        ("10:42: rollback", "rollback"),
        ("[10:42] rollback", "rollback"),
        ("10:42 2 nodes left", "2 nodes left"),
        ("12 may fail", "12 may fail"),
        ("the 10:42 alert", "the 10:42 alert"),
        ("10:42", ""),
        ("two\nlines", "two lines"),
    ],
)
def test_the_title_is_what_follows_the_time(line: str, title: str) -> None:
    assert parse_event(line, DAY, "UTC").title == title


@pytest.mark.parametrize("line", ["rollback", "--:-- rollback", "12 may fail"])
def test_an_event_without_a_time_is_of_unknown_time(line: str) -> None:
    assert parse_event(line, DAY, "UTC").when.precision is Precision.UNKNOWN


@pytest.mark.parametrize(("kind", "words"), KIND_WORDS.items())
def test_every_kind_can_be_written(kind: EventKind, words: tuple[str, ...]) -> None:
    assert [parse_event(f"10:42 {word}: x", DAY, "UTC").kind for word in words] == [kind] * len(words)


def test_every_kind_has_its_words() -> None:
    assert set(KIND_WORDS) == set(EventKind)


@given(moments, st.sampled_from(list(EventKind)), lines_of_text.filter(bool), zones)
def test_reading_what_was_written_gives_the_same_event(when: Moment, kind: EventKind, title: str, zone: str) -> None:
    again = parse_event(format_event(when, kind, title, zone, DAY), DAY, zone)
    assert (again.kind, again.title) == (kind, title)
    assert (again.when.start, again.when.end, again.when.day) == (when.start, when.end, when.day)
    assert again.when.precision is when.precision


@given(texts)
def test_no_text_makes_the_parser_raise_or_lose_its_words(text: str) -> None:
    event = parse_event(text, DAY, "Europe/Berlin")
    assert event.title in " ".join(text.split("\n"))


@pytest.mark.parametrize(
    ("title", "detail", "more"),
    [
        ("Rollback starts", "Rollback starts", ""),
        ("Rollback starts", "Rollback\nstarts. It takes long.", "It takes long."),
        ("Deploy", "Deployment of v2 fails", "Deployment of v2 fails"),
        ("deploy to shop", "[deploy to shop](https://git.example/2) The first of two.", "The first of two."),
        ("A fix", "See [the request](https://git.example/2) and [the other](https://git.example/3).", None),
        ("", "All of it", "All of it"),
    ],
)
def test_what_a_detail_says_beyond_the_title(title: str, detail: str, more: str | None) -> None:
    links = [Link(label="the request", url="https://git.example/2")]
    expected = "See the request and [the other](https://git.example/3)." if more is None else more
    assert more_than_title(title, detail, links) == expected


@given(texts, texts)
def test_no_text_keeps_a_detail_from_being_told(title: str, detail: str) -> None:
    assert len(more_than_title(title, detail)) <= len(detail)
