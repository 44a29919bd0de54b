from datetime import date

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.edits.meeting import staying
from reviewtui.edits.merging import merge_events, split_event
from reviewtui.edits.reading import Fate, fates
from reviewtui.edits.veil import lift_veil
from reviewtui.model.lookups import event_of, in_order
from reviewtui.model.moments import UNKNOWN_MOMENT, Moment
from reviewtui.model.reading import ReadRow
from reviewtui.model.review import (
    AccountId,
    Event,
    EventId,
    EventKind,
    Link,
    Question,
    QuestionId,
    Review,
    Source,
    Veil,
)
from reviewtui.notation.event import parse_event
from tests.report.whole_reviews import whole_review_of
from tests.strategies import moments, texts

E1, E2, E3 = EventId("e1"), EventId("e2"), EventId("e3")
PAGER = Source(format="pagerduty", document="P1", own_id="1", title="checkout errors")
CHAT = Source(format="slack", document="#ops", own_id="2", title="errors at checkout", detail="from the bot")


def numbered(number: int) -> Source:
    return Source(format="slack", document="#ops", own_id=str(number))


def read_from(review: Review, sources: dict[EventId, Source]) -> Review:
    events = tuple(
        msgspec.structs.replace(event, sources=(sources[event.id],)) if event.id in sources else event
        for event in review.events
    )
    return msgspec.structs.replace(review, events=events)


REVIEW = read_from(
    whole_review_of(
        """
        zone Europe/Berlin
        role Delivery, delivery
        role Users, users
        10:42 alert: checkout errors
        detail five minutes
        evidence Board https://x.example/1
          Delivery | noticed: 10:44
          Users | nothing works
        verdict confirmed, known to one, Delivery: so said the room
        * 10:43 comms: errors at checkout
        detail from the bot
        evidence Board https://x.example/1
          Delivery | it was us
        factor technical, contributed, Delivery: no log
        11:00 rollback
        """
    ),
    {E1: PAGER, E2: CHAT},
)


def merged(review: Review = REVIEW, into: EventId = E1, *others: EventId) -> Event:
    found = event_of(merge_events(review, event=into, others=others or (E2,)), into)
    assert found is not None
    return found


def test_one_event_has_what_both_had() -> None:
    event = merged()
    assert (event.title, event.kind) == ("checkout errors", EventKind.ALERT)
    assert event.detail == "five minutes\n10:43 communication: errors at checkout\nfrom the bot"
    assert event.sources == (PAGER, CHAT)
    assert event.evidence == (Link(label="Board", url="https://x.example/1"),)
    assert event.key_moment


def test_what_was_told_and_learned_of_the_others_is_of_the_one() -> None:
    asked = Question(id=QuestionId("q"), text="who else?", event=E2)
    review = merge_events(msgspec.structs.replace(REVIEW, questions=(asked,)), event=E1, others=(E2,))
    assert [event.id for event in review.events] == [E1, E3]
    assert {account.event for account in review.accounts} == {E1}
    assert review.factors[0].events == (E1,)
    assert review.questions[0].event == E1
    assert review.discussions == REVIEW.discussions


def test_a_time_is_taken_from_what_has_one_and_a_kind_too() -> None:
    untimed = msgspec.structs.replace(REVIEW.events[0], when=UNKNOWN_MOMENT, kind=EventKind.EVENT, title=" ")
    review = msgspec.structs.replace(REVIEW, events=in_order((untimed, *REVIEW.events[1:])))
    event = merged(review)
    assert (event.when, event.kind, event.title) == (
        REVIEW.events[1].when,
        EventKind.COMMUNICATION,
        "errors at checkout",
    )


def test_the_same_read_twice_becomes_one_without_saying_it_twice() -> None:
    twin = msgspec.structs.replace(REVIEW.events[0], id=EventId("twin"), sources=(CHAT,))
    review = msgspec.structs.replace(REVIEW, events=(REVIEW.events[0], twin))
    assert merged(review, E1, EventId("twin")).detail == "five minutes"


def test_reading_the_files_again_brings_nothing_back() -> None:
    review = merge_events(REVIEW, event=E1, others=(E2,))
    rows = tuple(ReadRow(when=UNKNOWN_MOMENT, title=source.title, source=source, line=1) for source in (PAGER, CHAT))
    assert fates(review, rows) == (Fate.SAME, Fate.SAME)


def test_merging_with_nothing_changes_nothing() -> None:
    for others in ((), (E1,), (EventId("gone"),)):
        assert merge_events(REVIEW, event=E1, others=others) is REVIEW
    assert merge_events(REVIEW, event=EventId("gone"), others=(E2,)) is REVIEW


def test_a_veil_goes_with_what_it_covers_and_no_undo_drops_it_or_puts_it_back() -> None:
    blind = tuple(msgspec.structs.replace(one, blind=True) if one.event == E2 else one for one in REVIEW.accounts)
    first, second, third = REVIEW.events
    veiled = msgspec.structs.replace(
        REVIEW, accounts=blind, events=(first, msgspec.structs.replace(second, veil=Veil.ON), third)
    )
    one = merge_events(veiled, event=E1, others=(E2,))
    assert one.events[0].veil is Veil.ON
    assert staying(veiled, one) == veiled
    apart = staying(veiled, lift_veil(one, event=E1))
    assert apart.events[1].veil is Veil.LIFTED
    assert staying(one, apart).events[0].veil is Veil.LIFTED


def test_what_was_merged_can_be_split_again() -> None:
    event = merged()
    review = merge_events(REVIEW, event=E1, others=(E2,))
    second = msgspec.structs.replace(REVIEW.events[1], sources=(), evidence=())
    first = msgspec.structs.replace(event, detail="five minutes")
    apart = split_event(review, event=first, second=second)
    assert [one.title for one in apart.events] == ["checkout errors", "errors at checkout", "rollback"]
    assert [one.sources for one in apart.events[:2]] == [(PAGER,), (CHAT,)]
    assert {account.event for account in apart.accounts} == {E1}


def test_a_second_event_without_a_title_is_none() -> None:
    second = Event(id=EventId("new"), when=REVIEW.events[0].when, title="a second")
    typed = split_event(REVIEW, event=REVIEW.events[0], second=second)
    assert [one.title for one in typed.events] == ["checkout errors", "a second", "errors at checkout", "rollback"]
    again = split_event(typed, event=REVIEW.events[0], second=msgspec.structs.replace(second, title=" "))
    assert again == REVIEW
    assert split_event(REVIEW, event=Event(id=EventId("gone"), title="x"), second=second) is REVIEW


_loose_moments = st.builds(
    lambda when, words: msgspec.structs.replace(when, as_written=words), moments, st.one_of(st.just(""), texts)
)


@given(st.lists(st.tuples(_loose_moments, texts, texts), min_size=2, max_size=4))
def test_no_word_is_lost_by_merging(told: list[tuple[Moment, str, str]]) -> None:
    events = tuple(
        Event(
            id=EventId(str(number)),
            when=when,
            title=title,
            detail=detail,
            sources=(numbered(number),),
        )
        for number, (when, title, detail) in enumerate(told)
    )
    said = tuple(
        msgspec.structs.replace(REVIEW.accounts[0], id=AccountId(event.id), event=event.id, text=event.detail)
        for event in events
    )
    review = msgspec.structs.replace(REVIEW, events=in_order(events), accounts=said)
    merged = merge_events(review, event=EventId("0"), others=tuple(event.id for event in events[1:]))
    (one,) = merged.events
    everything = " ".join(f"{one.title} {one.detail} {one.when.as_written}".split())
    for event in events:
        loose = event.when.as_written if event.when.start is None else ""
        assert all(word in everything for word in f"{event.title} {event.detail} {loose}".split())
    assert len(one.sources) == len(events)
    assert [account.text for account in merged.accounts] == [account.text for account in said]
    assert {account.event for account in merged.accounts} == {one.id}


def test_a_time_that_is_replaced_stands_below() -> None:
    early = msgspec.structs.replace(UNKNOWN_MOMENT, as_written="early")
    review = msgspec.structs.replace(
        REVIEW, events=(msgspec.structs.replace(REVIEW.events[0], when=early), *REVIEW.events[1:])
    )
    detail = merged(review).detail
    assert detail.startswith("five minutes\n--:-- alert: checkout errors (as written: early)\n10:43 ")


def test_a_range_is_no_less_for_being_merged() -> None:
    first, second, *_ = REVIEW.events
    longer = msgspec.structs.replace(first.when, end=second.when.start)
    twin = msgspec.structs.replace(first, id=EventId("twin"), when=longer, sources=(CHAT,))
    review = msgspec.structs.replace(REVIEW, events=(first, twin))
    assert merged(review, E1, EventId("twin")).detail == "five minutes\n10:42-10:43 alert: checkout errors"


def test_what_stands_below_a_merged_event_is_read_as_it_was_typed() -> None:
    line = merged().detail.split("\n")[1]
    read = parse_event(line, date(2026, 11, 12), "Europe/Berlin")
    assert (read.when.start, read.kind, read.title) == (
        REVIEW.events[1].when.start,
        EventKind.COMMUNICATION,
        "errors at checkout",
    )
