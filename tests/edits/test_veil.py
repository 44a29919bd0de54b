"""The veil over what was written blind: it comes with the answer, and only a hand lifts it."""

import msgspec
import pytest

from reviewtui.edits.accounts import move_account, write_account, write_prediction
from reviewtui.edits.meeting import staying
from reviewtui.edits.timeline import mark_key_moment
from reviewtui.edits.veil import lift_veil, put_back_veil
from reviewtui.model.lookups import is_veiled, veiled_accounts, veiled_discussions
from reviewtui.model.review import (
    Account,
    AccountId,
    DifferenceKind,
    Discussion,
    DiscussionId,
    Event,
    EventId,
    Review,
    RoleId,
    Veil,
    Verdict,
    Via,
)
from tests.reviews import NOW, review_of

REVIEW = review_of(
    """
    role Delivery, delivery
    role Users, users
    10:42 experiment: the index goes
      Delivery | we saw it
      Users (blind) | expected: nothing
    11:00 the index is back
      Delivery | all quiet
    """
)
E1, E2 = EventId("e1"), EventId("e2")
USERS = RoleId("Users")


def veils(review: Review) -> list[Veil]:
    return [event.veil for event in review.events]


def with_veil(review: Review, veil: Veil) -> Review:
    first, *others = review.events
    return msgspec.structs.replace(review, events=(msgspec.structs.replace(first, veil=veil), *others))


def foretold(review: Review, text: str, *, event: EventId = E2, blind: bool = True) -> Review:
    return write_prediction(
        review, account=AccountId("p"), event=event, role=USERS, recorded_at=NOW, text=text, blind=blind
    )


def test_a_veil_is_lifted_and_put_back_where_something_was_written_blind() -> None:
    lifted = lift_veil(REVIEW, event=E1)
    assert veils(lifted) == [Veil.LIFTED, Veil.OFF]
    assert veils(put_back_veil(lifted, event=E1)) == [Veil.ON, Veil.OFF]
    assert lift_veil(lifted, event=E1) is lifted
    assert put_back_veil(REVIEW, event=E1) is REVIEW


@pytest.mark.parametrize("event", [E2, EventId("gone")])
def test_there_is_no_veil_where_nothing_was_written_blind(event: EventId) -> None:
    assert lift_veil(REVIEW, event=event) is REVIEW
    assert put_back_veil(REVIEW, event=event) is REVIEW


@pytest.mark.parametrize(
    ("restored", "here", "stays"),
    [
        (Veil.ON, Veil.LIFTED, Veil.LIFTED),
        (Veil.OFF, Veil.LIFTED, Veil.LIFTED),
        (Veil.LIFTED, Veil.ON, Veil.ON),
        (Veil.LIFTED, Veil.OFF, Veil.ON),
        (Veil.OFF, Veil.ON, Veil.ON),
        (Veil.ON, Veil.OFF, Veil.ON),
    ],
)
def test_no_undo_lifts_a_veil_or_puts_one_back(restored: Veil, here: Veil, stays: Veil) -> None:
    back = staying(with_veil(REVIEW, restored), mark_key_moment(with_veil(REVIEW, here), event=E2))
    assert veils(back)[0] is stays


def test_a_prediction_arrives_veiled_and_its_words_grow_under_the_veil() -> None:
    told = foretold(foretold(REVIEW, "expected: it o"), "expected: it opens")
    prediction = told.accounts[-1]
    assert (prediction.text, prediction.prediction, prediction.blind) == ("expected: it opens", True, True)
    assert prediction.via is Via.FORM
    assert veils(told) == [Veil.ON, Veil.ON]
    assert veiled_accounts(told) == {REVIEW.accounts[1].id, prediction.id}


def test_a_prediction_that_becomes_blank_takes_its_veil_along() -> None:
    assert foretold(foretold(REVIEW, "e"), "") == REVIEW
    assert veils(foretold(foretold(REVIEW, "e", event=E1), "", event=E1)) == [Veil.ON, Veil.OFF]


def test_a_blind_answer_that_arrives_at_a_lifted_event_sets_its_veil_on() -> None:
    assert veils(foretold(lift_veil(REVIEW, event=E1), "expected: x", event=E1))[0] is Veil.ON


def test_a_prediction_that_others_heard_is_not_veiled() -> None:
    told = foretold(REVIEW, "expected: x", blind=False)
    assert (told.accounts[-1].prediction, told.accounts[-1].blind, told.accounts[-1].via) == (True, False, Via.ROOM)
    assert veils(told) == [Veil.ON, Veil.OFF]


def test_another_text_for_a_prediction_leaves_it_one() -> None:
    told = lift_veil(foretold(REVIEW, "expected: x"), event=E2)
    prediction = told.accounts[-1]
    rewritten = write_account(told, account=prediction.id, event=E2, role=USERS, recorded_at=NOW, text="expected: y")
    assert (rewritten.accounts[-1].prediction, rewritten.accounts[-1].blind) == (True, True)
    assert veils(rewritten)[1] is Veil.LIFTED


def test_a_blind_answer_that_is_filed_nowhere_waits() -> None:
    loose = Account(id=AccountId("x"), role=USERS, recorded_at=NOW, text="hidden", blind=True)
    lost = msgspec.structs.replace(loose, id=AccountId("y"), event=EventId("gone"))
    told = msgspec.structs.replace(REVIEW, accounts=(loose, lost))
    assert veiled_accounts(told) == {"x", "y"}
    assert is_veiled(None, loose)
    assert not is_veiled(Event(id=E1, title="t", veil=Veil.LIFTED), loose)


def test_what_was_made_of_veiled_words_is_veiled_with_them() -> None:
    def about(*roles: str) -> Discussion:
        named = tuple(RoleId(role) for role in roles)
        return Discussion(
            id=DiscussionId("-".join(roles)),
            kind=DifferenceKind.BELIEF,
            events=(E1,),
            roles=named,
            sentence="they said so",
            verdict=Verdict.CONFIRMED,
        )

    discussed = msgspec.structs.replace(REVIEW, discussions=(about("Delivery"), about("Delivery", "Users")))
    assert veiled_discussions(discussed) == {"Delivery-Users"}
    assert veiled_discussions(lift_veil(discussed, event=E1)) == frozenset()


def test_what_comes_back_under_a_veil_is_not_seen_since_others_were_lifted() -> None:
    told = foretold(REVIEW, "expected: x", event=E1)
    lifted = lift_veil(REVIEW, event=E1)
    assert veils(staying(told, lifted))[0] is Veil.ON
    assert veils(staying(lift_veil(told, event=E1), REVIEW))[0] is Veil.ON
    assert veils(staying(lift_veil(told, event=E1), lifted))[0] is Veil.LIFTED


def test_what_was_written_blind_moves_with_its_veil() -> None:
    blind = REVIEW.accounts[1].id
    moved = move_account(REVIEW, account=blind, event=E2, role=USERS)
    assert veiled_accounts(moved) == {blind}
    assert staying(REVIEW, moved) == REVIEW
    open_one = lift_veil(REVIEW, event=E1)
    assert veiled_accounts(move_account(open_one, account=blind, event=E2, role=USERS)) == frozenset()
    among_veiled = foretold(open_one, "expected: x")
    assert veiled_accounts(move_account(among_veiled, account=blind, event=E2, role=USERS)) == {blind, "p"}
