"""The capture line: who, when and what, any part missing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.model.review import EventId, Review
from reviewtui.notation.capture import parse_capture
from tests.reviews import review_of
from tests.strategies import texts

REVIEW = review_of("""
zone Europe/Berlin
day 2026-11-12
role Delivery, delivery, present
role Operations, operations, present
role Users by phone, users, present
role Users by web, users, present
10:02 v2.3.1 rolled out
10:20 cache fills
* 10:42 alert: error rate above 5 %
10:42 second alert
23:55 back to normal
""")
HERE = next(event.id for event in REVIEW.events if event.title == "cache fills")


def read(line: str, review: Review = REVIEW, here: EventId | None = HERE) -> tuple[str | None, str | None, str]:
    """Return the role's name, the event's title and the text that a line is read as."""
    found = parse_capture(line, review, here)
    role = next((one.name for one in review.roles if one.id == found.role), None)
    event = next((one.title for one in review.events if one.id == found.event), None)
    return role, event, found.text


@pytest.mark.parametrize(
    ("line", "role", "event", "text"),
    [
        ("operations 10:42 thought: nightly job", "Operations", "error rate above 5 %", "thought: nightly job"),
        ("op 10:40 thought: nightly job", "Operations", "error rate above 5 %", "thought: nightly job"),
        ("Delivery: we heard just now", "Delivery", "cache fills", "we heard just now"),
        ("del thought: nightly job", "Delivery", "cache fills", "thought: nightly job"),
        ("del tho: nightly job", "Delivery", "cache fills", "tho: nightly job"),
        ("ops 10:20 did: restarted", None, None, "ops 10:20 did: restarted"),
        ("10:21 the graph was flat", None, "cache fills", "the graph was flat"),
        ("del 00:02: all well", "Delivery", "back to normal", "all well"),
        ("del 09:02 UTC rolled out", "Delivery", "v2.3.1 rolled out", "rolled out"),
        ("del 2026-11-12 10:02 rolled out", "Delivery", "v2.3.1 rolled out", "rolled out"),
        ("del ~10:15 - slower by then", "Delivery", "cache fills", "slower by then"),
        ("del 13:00 nothing near", "Delivery", None, "nothing near"),
        ("delivery people were in the office", None, None, "delivery people were in the office"),
        ("use 10:02 no basket", None, None, "use 10:02 no basket"),
        ("d 10:02 rolled out", None, None, "d 10:02 rolled out"),
        ("noticed: 10:44 pager", None, None, "noticed: 10:44 pager"),
        ("del noticed: 10:44 pager", "Delivery", "cache fills", "noticed: 10:44 pager"),
        ("nobody knew", None, None, "nobody knew"),
        ("", None, None, ""),
    ],
)
def test_a_line_says_who_when_and_what(line: str, role: str | None, event: str | None, text: str) -> None:
    assert read(line) == (role, event, text)


def test_a_time_without_an_event_near_it_is_a_problem_to_be_told() -> None:
    assert parse_capture("del 13:00 nothing near", REVIEW, HERE).problem == "no event within ten minutes of 13:00"
    assert parse_capture("del nothing near", REVIEW, HERE).problem == ""


def test_of_events_that_are_as_near_the_one_at_hand_is_meant() -> None:
    second = next(event.id for event in REVIEW.events if event.title == "second alert")
    assert read("del 10:41 x", here=second)[1] == "second alert"
    assert read("del 10:41 x")[1] == "error rate above 5 %"


@given(st.sampled_from(["", "del ", "op: ", "10:42 ", "del 10:42 "]), texts)
def test_any_line_can_be_read_and_keeps_its_words(begun: str, text: str) -> None:
    found = parse_capture(f"{begun}{text}", REVIEW, HERE)
    assert found.text in f"{begun}{text}"
