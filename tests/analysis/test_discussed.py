"""What the room made of a difference, against what the accounts say by now."""

import msgspec
import pytest

from reviewtui.analysis.differences import differences, differences_at
from reviewtui.analysis.discussed import Discussions, Point, Standing
from reviewtui.edits.accounts import remove_account, write_account
from reviewtui.edits.differences import give_verdict
from reviewtui.model.review import (
    AccountId,
    DifferenceKind,
    DiscussionId,
    EventId,
    Review,
    RoleId,
    Veil,
    Verdict,
)
from tests.reviews import NOW, review_of

ALERT = review_of(
    """
    role Delivery, delivery
    role Operations, operations
    * 10:42 alert: below 90 %
      Delivery   | noticed: today
                 | thought: the cache
      Operations | noticed: 10:44 pager
                 | thought: the release
    """
)
E1 = EventId("e1")
SENTENCE = "The alert reached Operations at 10:44 by pager; Delivery heard of it in this room."


def discussed(review: Review, kind: DifferenceKind, verdict: Verdict) -> Review:
    (one,) = (one for one in differences(review) if one.kind is kind)
    return give_verdict(
        review,
        discussion=DiscussionId(kind.value),
        kind=kind,
        event=one.event,
        roles=one.roles,
        sentence=one.sentence,
        verdict=verdict,
    )


def points(review: Review) -> tuple[Point, ...]:
    return Discussions(review).points(E1, differences_at(review, E1))


def unaware(review: Review) -> Point:
    (point,) = (one for one in points(review) if one.kind is DifferenceKind.UNAWARE)
    return point


def rewritten(review: Review, text: str) -> Review:
    return write_account(
        review, account=AccountId("a2"), event=E1, role=RoleId("Operations"), recorded_at=NOW, text=text
    )


CONFIRMED = discussed(ALERT, DifferenceKind.UNAWARE, Verdict.CONFIRMED)


def test_one_that_was_not_discussed() -> None:
    point = unaware(ALERT)
    assert (point.standing, point.verdict, point.earlier) == (Standing.NOT_DISCUSSED, None, "")
    assert point.sentence == SENTENCE


def test_one_whose_sentence_is_what_was_discussed() -> None:
    point = unaware(CONFIRMED)
    assert (point.standing, point.verdict, point.earlier) == (Standing.AS_DISCUSSED, Verdict.CONFIRMED, "")


def test_one_whose_sentence_is_another_now_keeps_both() -> None:
    point = unaware(rewritten(CONFIRMED, "noticed: 10:50 phone"))
    assert (point.standing, point.verdict, point.earlier) == (Standing.CHANGED, Verdict.CONFIRMED, SENTENCE)
    assert "10:50 by phone" in point.sentence


def test_one_that_is_no_longer_there_stays_with_what_was_made_of_it_behind_the_others() -> None:
    review = rewritten(CONFIRMED, "noticed: never")
    assert [one.kind for one in points(review)][-1] is DifferenceKind.UNAWARE
    point = unaware(review)
    assert (point.standing, point.difference, point.sentence, point.why) == (Standing.GONE, None, SENTENCE, ())


def test_one_between_other_roles_is_another() -> None:
    wider = write_account(
        msgspec.structs.replace(CONFIRMED, roles=(*CONFIRMED.roles, review_of("role Users, users").roles[0])),
        account=AccountId("a3"),
        event=E1,
        role=RoleId("Users"),
        recorded_at=NOW,
        text="noticed: never",
    )
    found = [one for one in points(wider) if one.kind is DifferenceKind.UNAWARE]
    assert [one.standing for one in found] == [Standing.NOT_DISCUSSED, Standing.GONE]


@pytest.mark.parametrize(
    ("verdict", "is_private"),
    [(None, True), (Verdict.NOT_A_DIFFERENCE, True), (Verdict.CONFIRMED, False), (Verdict.LEFT_OPEN, False)],
)
def test_a_question_is_private_until_the_room_takes_it_up(verdict: Verdict | None, is_private: bool) -> None:
    review = discussed(ALERT, DifferenceKind.BELIEF, verdict) if verdict else ALERT
    (belief,) = (one for one in points(review) if one.kind is DifferenceKind.BELIEF)
    assert belief.is_private is is_private
    assert not unaware(review).is_private


@pytest.mark.parametrize("text", ["noticed: 10:50 phone", "noticed: never"], ids=["changed", "gone"])
def test_what_rests_on_answers_that_are_veiled_again_is_not_shown(text: str) -> None:
    blind = tuple(msgspec.structs.replace(one, blind=one.id == "a1") for one in CONFIRMED.accounts)
    lifted = rewritten(msgspec.structs.replace(CONFIRMED, accounts=blind), text)
    assert unaware(lifted).earlier == SENTENCE
    events = tuple(msgspec.structs.replace(one, veil=Veil.ON) for one in lifted.events)
    veiled = msgspec.structs.replace(lifted, events=events)
    assert [one for one in points(veiled) if one.discussion] == []


def test_a_new_verdict_leaves_a_note_over_which_the_veil_was_put_back_out_of_sight() -> None:
    blind = tuple(msgspec.structs.replace(one, blind=one.id == "a1") for one in CONFIRMED.accounts)
    noted = tuple(
        msgspec.structs.replace(one, note="of veiled words", sentence="veiled") for one in CONFIRMED.discussions
    )
    events = tuple(msgspec.structs.replace(one, veil=Veil.ON) for one in CONFIRMED.events)
    told = (*blind, msgspec.structs.replace(blind[-1], id=AccountId("told"), role=blind[0].role, text=blind[0].text))
    told = tuple(msgspec.structs.replace(one, blind=False) if one.id == "told" else one for one in told)
    review = msgspec.structs.replace(CONFIRMED, accounts=told, discussions=noted, events=events)
    point = unaware(review)
    assert point.discussion is None
    again = give_verdict(
        review,
        discussion=DiscussionId("again"),
        kind=point.kind,
        event=point.event,
        roles=point.roles,
        sentence=point.sentence,
        verdict=Verdict.LEFT_OPEN,
    )
    assert [one.note for one in again.discussions] == ["of veiled words", ""]
    assert [one.discussion.note for one in points(again) if one.discussion] == [""]
    lifted = msgspec.structs.replace(again, events=CONFIRMED.events)
    assert [one.discussion.note for one in points(lifted) if one.discussion] == ["", "of veiled words"]


def test_the_account_that_made_a_difference_is_removed() -> None:
    review = remove_account(CONFIRMED, account=AccountId("a1"), role=RoleId("Delivery"), event=E1)
    assert unaware(review).standing is Standing.GONE
