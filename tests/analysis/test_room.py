"""What the room may see: every field of the model is walked through the one function that decides it."""

from itertools import count
from typing import Any

import msgspec
import pytest

from reviewtui.analysis.room import seen_by_the_room
from reviewtui.model.review import (
    Account,
    AccountId,
    DifferenceKind,
    Discussion,
    DiscussionId,
    QuotedLine,
    Review,
    Veil,
    Verdict,
    Via,
)
from tests.report.every_field import FULL, with_texts
from tests.reviews import review_of

PRIVATE = {
    "Notes.text",
    "Settings.hints_dismissed",
    "Release.kind",
    "Release.text",
    "QuotedLine.account",
    "QuotedLine.text",
    "Source.format",
    "Source.own_id",
    "Source.title",
    "Source.detail",
}
"""The fields whose texts never reach the room by way of the review."""
ONE_OF_SEVERAL = {
    "Source.document",
    "Question.text",
    "Question.answer",
    "Question.asked_by",
    "Account.text",
    "Discussion.sentence",
    "Discussion.note",
}
"""The fields of which some are private and others are not."""


def marked() -> tuple[Review, dict[str, str]]:
    """A review with another mark in every text of it, and the field that each mark stands in."""
    numbers = count(1)
    fields: dict[str, str] = {}

    def mark(field: str, _old: str) -> str:
        word = f"mark{next(numbers)}end"
        fields[word] = field
        return word

    full = msgspec.structs.replace(
        FULL,
        settings=msgspec.structs.replace(
            FULL.settings, quotes_with_consent=(QuotedLine(account=AccountId("a"), text="q"),)
        ),
    )
    return with_texts(full, mark), fields


def texts_in(value: Any) -> str:
    """Everything that stands in a value, as one text."""
    return msgspec.json.encode(value).decode()


def test_every_field_is_seen_or_private_as_it_was_decided() -> None:
    review, fields = marked()
    seen = texts_in(seen_by_the_room(review))
    for word, field in fields.items():
        if field in PRIVATE:
            assert word not in seen, field
        elif field not in ONE_OF_SEVERAL and not field.endswith((".id", ".event", ".role", ".person")):
            assert word in seen, field


def test_what_the_facilitator_prepared_is_private() -> None:
    review, _ = marked()
    prepared = [question for question in review.questions if question.prepared]
    assert prepared
    for question in prepared:
        assert question.text not in texts_in(seen_by_the_room(review))


VEILED = review_of("""
role Delivery, delivery, present
role Operations, operations, present
* 10:42 alert: error rate above 5 %
  Delivery (blind) | thought: secret one
  Delivery (blind) | thought: secret two
  Operations | thought: said aloud
  Operations (blind) | thought: secret three
not filed | Operations | caught and not filed
""")


def test_of_veiled_answers_only_that_there_are_some_is_seen() -> None:
    event = msgspec.structs.replace(VEILED.events[0], veil=Veil.ON)
    review = msgspec.structs.replace(VEILED, events=(event,))
    seen = seen_by_the_room(review)
    assert "secret" not in texts_in(seen)
    assert "not filed" not in texts_in(seen)
    assert [account.text for account in seen.accounts] == ["thought: said aloud", "written", "written"]
    lifted = msgspec.structs.replace(VEILED, events=(msgspec.structs.replace(event, veil=Veil.LIFTED),))
    assert texts_in(seen_by_the_room(lifted)).count("secret") == 3


@pytest.mark.parametrize(
    "how", [{"via": Via.FORM}, {"text": "thought: another, and a longer one"}, {"zone": "Asia/Tokyo"}]
)
def test_veiled_answers_that_differ_look_alike(how: dict[str, Any]) -> None:
    event = msgspec.structs.replace(VEILED.events[0], veil=Veil.ON)
    review = msgspec.structs.replace(VEILED, events=(event,))
    other = tuple(msgspec.structs.replace(one, **how) if one.blind else one for one in review.accounts)
    assert seen_by_the_room(msgspec.structs.replace(review, accounts=other)) == seen_by_the_room(review)
    assert all(isinstance(one, Account) for one in other)


@pytest.mark.parametrize(
    ("kind", "verdict", "seen"),
    [
        (DifferenceKind.UNAWARE, Verdict.CONFIRMED, "note"),
        (DifferenceKind.UNAWARE, Verdict.LEFT_OPEN, "note"),
        (DifferenceKind.UNAWARE, Verdict.NOT_A_DIFFERENCE, ""),
        (DifferenceKind.BELIEF, Verdict.CONFIRMED, "note"),
        (DifferenceKind.BELIEF, Verdict.LEFT_OPEN, "note"),
        (DifferenceKind.BELIEF, Verdict.NOT_A_DIFFERENCE, None),
    ],
)
def test_of_what_was_discussed_the_room_sees_what_it_took_up(
    kind: DifferenceKind, verdict: Verdict, seen: str | None
) -> None:
    event = msgspec.structs.replace(VEILED.events[0], veil=Veil.LIFTED)
    made = Discussion(
        id=DiscussionId("d"), kind=kind, events=(event.id,), roles=(), sentence="s", verdict=verdict, note="note"
    )
    review = msgspec.structs.replace(VEILED, events=(event,), discussions=(made,))
    assert [one.note for one in seen_by_the_room(review).discussions] == ([] if seen is None else [seen])
    veiled = msgspec.structs.replace(review, events=(msgspec.structs.replace(event, veil=Veil.ON),))
    assert all(one.note == one.sentence == "" for one in seen_by_the_room(veiled).discussions)
