"""Who has spoken of how many of the events that were discussed."""

from datetime import timedelta

import msgspec

from reviewtui.analysis.voices import voices
from reviewtui.model.review import Event, EventId, PersonId, Review, Via
from tests.reviews import NOW, empty_review, review_of

REVIEW = review_of("""
role Delivery, delivery, present
role Users, users, present
person Ana, Delivery
* 10:42 alert: errors
  Delivery | noticed: today
  Users (blind) | noticed: 10:30
10:50 rollback
  Delivery | did: rolled back
  Delivery | thought: the job
11:00 normal
11:10 quiet
not filed | Users | we waited
""")


def changed(review: Review, table: str, number: int, **fields: object) -> Review:
    """A review with other fields in one of its records."""
    records = list(getattr(review, table))
    records[number] = msgspec.structs.replace(records[number], **fields)
    return msgspec.structs.replace(review, **{table: tuple(records)})


def spoken(review: Review) -> dict[str, int]:
    return {one.person.name if one.person else one.role.name: one.spoken for one in voices(review).voices}


def test_events_are_counted_and_neither_written_nor_unfiled_words() -> None:
    assert spoken(REVIEW) == {"Delivery": 2, "Ana": 0, "Users": 0}
    assert voices(REVIEW).discussed == 2
    assert spoken(changed(REVIEW, "accounts", 0, via=Via.FORM)) == {"Delivery": 1, "Ana": 0, "Users": 0}
    assert spoken(changed(REVIEW, "accounts", 0, text=" \n")) == {"Delivery": 1, "Ana": 0, "Users": 0}
    assert spoken(changed(REVIEW, "accounts", 0, event=EventId("gone")))["Delivery"] == 1


def test_an_event_that_was_marked_as_discussed_counts_without_a_word() -> None:
    assert voices(changed(REVIEW, "events", 2, discussed=True)).discussed == 3


def test_a_person_who_is_named_has_a_voice_and_the_last_word_is_the_latest() -> None:
    later = NOW + timedelta(minutes=5)
    review = changed(REVIEW, "accounts", 0, person=PersonId("Ana"), recorded_at=later)
    role, person, users = voices(review).voices
    assert (role.spoken, person.spoken) == (2, 1)
    assert role.last == person.last == later
    assert isinstance(role.last_event, Event)
    assert role.last_event.title == "errors"
    assert (users.last, users.last_event) == (None, None)


def test_there_may_be_nobody() -> None:
    assert voices(empty_review()) == (0, ())
