import pytest
from hypothesis import given

from reviewtui.analysis.event_index import MOST, EventIndex
from reviewtui.model.review import Event, EventId
from tests.reviews import empty_review, review_of
from tests.strategies import texts

REVIEW = review_of(
    """
    zone Europe/Berlin
    10:02 change: v2.3.1 goes out
    10:42 alert: error rate above 5 %
    11:05 Rückbau begins
    day 2026-11-13
    10:40 decision: error budget is spent
    """
)
INDEX = EventIndex(REVIEW)
HERE = EventId("e2")


def titles(query: str, here: EventId = HERE) -> list[str]:
    return [REVIEW.events[place].title for place in INDEX.like(query, here).places]


def best(query: str, here: EventId = HERE) -> str:
    place = INDEX.like(query, here).best
    return "" if place is None else REVIEW.events[place].title


def test_nothing_typed_is_like_all_with_the_one_at_hand_first() -> None:
    assert titles("") == [event.title for event in REVIEW.events]
    assert best("") == "error rate above 5 %"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("error", ["error rate above 5 %", "error budget is spent"]),
        ("rate error", ["error rate above 5 %"]),
        ("decision", ["error budget is spent"]),
        ("ruckbau", ["Rückbau begins"]),
        ("begns", ["Rückbau begins"]),
        ("fri", ["error budget is spent"]),
        ("13 nov", ["error budget is spent"]),
        ("10:4", ["error rate above 5 %", "error budget is spent"]),
        ("zzzz", []),
    ],
)
def test_words_in_any_order_without_accents_and_misspelt(query: str, found: list[str]) -> None:
    assert titles(query) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("10:05", "v2.3.1 goes out"),
        ("11:30", "Rückbau begins"),
        ("10:40", "error budget is spent"),
        ("10:40 rate", "error rate above 5 %"),
        ("2026-11-13 11:05", "error budget is spent"),
        ("err", "error rate above 5 %"),
    ],
)
def test_a_time_is_the_nearest_event_and_otherwise_the_nearest_to_where_one_is(query: str, found: str) -> None:
    assert best(query) == found


def test_as_good_a_fit_that_is_nearer_is_better() -> None:
    assert best("error", EventId("e4")) == "error budget is spent"


def test_of_very_many_the_nearest_are_given() -> None:
    events = tuple(Event(id=EventId(str(number)), title="the same") for number in range(1000))
    found = EventIndex(empty_review(events=events)).like("same", EventId("500"))
    assert (len(found.places), found.best, found.fitting) == (MOST, 500, 1000)
    assert found.places == tuple(range(400, 600)) or found.places == tuple(range(401, 601))


@given(texts)
def test_any_text_is_taken(query: str) -> None:
    found = INDEX.like(query, HERE)
    assert (found.best is None) == (not found.places)
