import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.analysis.folding import folded, spans_in
from reviewtui.analysis.search import MOST, Hit, SearchIndex
from reviewtui.edits.veil import lift_veil, put_back_veil
from reviewtui.model.review import EventId, Notes, PersonId, Review, Settings, Stage
from tests.report.whole_reviews import whole_review_of
from tests.strategies import texts

REVIEW = whole_review_of(
    """
    title Cards declined
    summary It came in waves, said the café.
    service Payment router
    role Delivery, delivery
    role Operations, operations
    role Users, users
    person Amára Teal, Delivery
    * 10:42 alert: success below 90 %
    detail The average of fifteen minutes.
    evidence Board https://boards.example/1
      Delivery | thought: the nightly job again
               | data: the Größe of the queue
      Operations | noticed: 10:44 pager
                 | thought: a nightly restart
      Users (blind) | thought: the nightly bus
    verdict confirmed, belief, Delivery, Operations: each saw a part of the night
    factor technical, contributed, Delivery: a cache without a log
    insight usage, Users > Delivery: callers tell when // support teams
    action agreed, Payments, 2026-12-01: show it on the board // it is cheap
    question Users: who went elsewhere? // to the kiosk
    prepared ask about the nightly run // later
    11:00 change: rollback starts
      Users | nightly again? no
    not filed | Operations | a loose nightly end
    """
)
INDEX = SearchIndex(REVIEW)


def hits(query: str, index: SearchIndex = INDEX) -> tuple[Hit, ...]:
    return index.find(query).hits


def marked(hit: Hit) -> list[str]:
    return [hit.text[start:end] for start, end in hit.spans]


def whats(query: str) -> list[str]:
    return [hit.what for hit in hits(query)]


@pytest.mark.parametrize(
    ("query", "what", "stage"),
    [
        ("waves", "summary", Stage.PEOPLE),
        ("cards", "title", Stage.PEOPLE),
        ("router", "service", Stage.PEOPLE),
        ("delivery", "role", Stage.PEOPLE),
        ("teal", "participant", Stage.PEOPLE),
        ("below 90", "moment", Stage.TIMELINE),
        ("10:42", "moment", Stage.TIMELINE),
        ("fifteen", "detail, 10:42", Stage.TIMELINE),
        ("boards.example", "evidence, 10:42", Stage.TIMELINE),
        ("pager", "Operations, 10:42", Stage.ACCOUNTS),
        ("loose", "Operations, not filed", Stage.ACCOUNTS),
        ("saw a part", "made of a difference", Stage.DIFFERENCES),
        ("without a log", "technical factor", Stage.LEARNING),
        ("callers", "usage insight", Stage.LEARNING),
        ("support", "for whom", Stage.LEARNING),
        ("show it", "action, agreed", Stage.LEARNING),
        ("cheap", "reason", Stage.LEARNING),
        ("elsewhere", "question", Stage.LEARNING),
        ("kiosk", "answer to a question", Stage.LEARNING),
        ("nightly run", "prepared question", Stage.LEARNING),
    ],
)
def test_everything_that_was_said_is_found_with_its_place(query: str, what: str, stage: Stage) -> None:
    hit = hits(query)[0]
    assert (hit.what, hit.place.stage) == (what, stage)


def test_a_hit_leads_to_the_account_itself() -> None:
    place = hits("pager")[0].place
    account = REVIEW.accounts[1]
    assert (place.event, place.role, place.record) == (account.event, account.role, account.id)


def test_case_and_accents_do_not_matter_and_what_is_marked_is_what_was_said() -> None:
    assert [marked(hits(query)[0]) for query in ("CAFE", "grosse", "amara")] == [["café"], ["Größe"], ["Amára"]]


def test_words_stand_anywhere_in_any_order() -> None:
    assert [marked(hit) for hit in hits("queue nightly")] == [["nightly", "queue"]]
    assert hits("queue pager") == ()


def test_a_word_may_be_around_the_text_but_not_all_of_them() -> None:
    assert whats("operations pager") == ["Operations, 10:42"]
    assert whats("rollback again") == ["Users, 11:00"]
    assert whats("operations") == ["role", "difference, confirmed"]


def test_what_is_typed_as_it_was_said_comes_first() -> None:
    review = whole_review_of("role A\n10:00 a job by the night\n10:01 nightjob\n10:02 night and job\n10:03 night job")
    found = hits("night job", SearchIndex(review))
    assert [hit.text[6:] for hit in found] == ["night job", "a job by the night", "night and job", "nightjob"]


def test_near_misses_come_last_and_are_marked() -> None:
    assert {word for hit in hits("nightli") for word in marked(hit)} == {"nightly", "night"}
    both = SearchIndex(whole_review_of("role A\n10:00 the brekaer\n10:01 the breaker"))
    assert [marked(hit) for hit in hits("breaker", both)] == [["breaker"], ["brekaer"]]
    assert hits("xyzzy") == ()


def test_what_is_veiled_is_not_found_nor_what_the_room_made_of_it() -> None:
    assert hits("bus") == ()
    lifted = lift_veil(REVIEW, event=EventId("e1"))
    assert whats_of(lifted, "bus") == ["Users, 10:42"]
    assert whats_of(put_back_veil(lifted, event=EventId("e1")), "bus") == []
    assert hits("buss") == ()


def whats_of(review: Review, query: str) -> list[str]:
    return [hit.what for hit in SearchIndex(review).find(query).hits]


def test_what_is_private_says_so() -> None:
    private = msgspec.structs.replace(
        REVIEW, notes=Notes(text="bring the kettle"), settings=Settings(agenda="14:00 kettle")
    )
    assert {(hit.what, hit.private) for hit in SearchIndex(private).find("kettle").hits} == {
        ("notes", True),
        ("agenda", True),
    }
    assert {hit.what for hit in hits("nightly") if hit.private} == {"prepared question"}


def test_of_many_hits_the_first_are_given_and_the_rest_counted() -> None:
    many = whole_review_of("role A\n" + "\n".join(f"10:42 moment {number}" for number in range(MOST + 20)))
    found = SearchIndex(many).find("moment")
    assert (len(found.hits), found.more) == (MOST, 20)
    assert found.hits[0].text == "10:42 moment 0"


@pytest.mark.parametrize("query", ["", "  ", "\n"])
def test_no_words_find_nothing(query: str) -> None:
    assert hits(query) == ()


@given(text=texts, query=texts)
def test_any_text_is_found_by_any_part_of_itself_and_marks_lie_in_it(text: str, query: str) -> None:
    review = msgspec.structs.replace(
        REVIEW, events=(), accounts=(), people=(msgspec.structs.replace(REVIEW.people[0], name=text, team=""),)
    )
    index = SearchIndex(review)
    for hit in index.find(query).hits:
        assert all(0 <= start < end <= len(hit.text) for start, end in hit.spans)
    for word in folded(text).split():
        assert any(hit.place.record == PersonId("Amára Teal") for hit in hits(word, index))


@given(text=st.text(max_size=40), start=st.integers(0, 40), length=st.integers(1, 10))
def test_what_is_marked_is_as_long_as_what_was_looked_for(text: str, start: int, length: int) -> None:
    part = text[start : start + length]
    if folded(part).strip() and folded(part) in folded(text):
        spans = spans_in(text, (folded(part),))
        assert spans
        assert any(folded(part) in folded(text[begin:end]) for begin, end in spans)
