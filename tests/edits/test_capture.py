"""What is caught while somebody speaks is kept, and can be filed later."""

import msgspec
import pytest

from reviewtui.edits.accounts import (
    capture_account,
    drop_caught,
    file_accounts,
    move_account,
    name_role,
    name_teller,
)
from reviewtui.model.lookups import not_filed
from reviewtui.model.review import AccountId, EventId, Review, RoleId, Veil
from tests.reviews import NOW, review_of

REVIEW = review_of("""
role Delivery, delivery, present
role Operations, operations, present
10:20 cache fills
10:42 alert: error rate above 5 %
""")
EVENT, OTHER = (event.id for event in REVIEW.events)
ROLE = REVIEW.roles[0].id


def caught(review: Review, name: str, text: str, event: EventId | None = None, role: RoleId | None = None) -> Review:
    """Return a review with one line more."""
    return capture_account(review, account=AccountId(name), event=event, role=role, recorded_at=NOW, text=text)


def test_lines_of_one_role_at_one_event_read_as_one_account() -> None:
    review = caught(caught(REVIEW, "a", "thought: nightly job", EVENT, ROLE), "b", "did: restarted", EVENT, ROLE)
    assert [account.text for account in review.accounts] == ["thought: nightly job\ndid: restarted"]
    assert [account.id for account in caught(review, "c", "x", OTHER, ROLE).accounts] == ["a", "c"]


def test_what_nobody_knows_yet_is_kept_and_filed_later() -> None:
    review = caught(caught(REVIEW, "a", "nobody knew"), "b", "the graph was flat", EVENT)
    assert [account.text for account in not_filed(review)] == ["nobody knew", "the graph was flat"]
    filed = file_accounts(review, accounts=(AccountId("a"), AccountId("b")), event=EVENT, role=ROLE)
    assert not not_filed(filed)
    assert [account.text for account in filed.accounts] == ["nobody knew\nthe graph was flat"]


def test_a_line_can_be_filed_in_two_steps() -> None:
    review = file_accounts(caught(REVIEW, "a", "nobody knew"), accounts=(AccountId("a"),), event=None, role=ROLE)
    assert [account.role for account in not_filed(review)] == [ROLE]
    review = file_accounts(review, accounts=(AccountId("a"),), event=OTHER, role=None)
    assert not not_filed(review)


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_nothing_is_kept_of_a_blank_line(text: str) -> None:
    assert caught(REVIEW, "a", text, EVENT, ROLE) is REVIEW


def test_an_account_can_be_moved() -> None:
    review = caught(REVIEW, "a", "x", EVENT, ROLE)
    moved = move_account(review, account=AccountId("a"), event=OTHER, role=ROLE)
    assert [account.event for account in moved.accounts] == [OTHER]
    assert move_account(moved, account=AccountId("a"), event=OTHER, role=ROLE) is moved
    assert move_account(moved, account=AccountId("gone"), event=OTHER, role=ROLE) is moved
    assert move_account(moved, account=AccountId("a"), event=EventId("gone"), role=ROLE) is moved


def test_another_role_told_it_and_not_a_person_of_the_first() -> None:
    review = review_of(
        """
        role Delivery, delivery
        role Users, users
        person Ana, Delivery
        10:42 alert: error rate
          Delivery | we saw it
        """
    )
    told, users = review.accounts[0].id, review.roles[1].id
    named = name_teller(review, account=told, role=review.roles[0].id, person=review.people[0].id)
    given = name_role(named, account=told, role=users, event=review.events[0].id)
    assert (given.accounts[0].role, given.accounts[0].person, given.accounts[0].text) == (users, None, "we saw it")
    assert name_role(named, account=told, role=review.roles[0].id, event=review.events[0].id) is named
    assert name_role(named, account=told, role=RoleId("gone"), event=review.events[0].id) is named


def test_what_was_written_blind_is_filed_under_the_veil_and_joins_nothing() -> None:
    review = caught(caught(REVIEW, "a", "told aloud", EVENT, ROLE), "b", "written blind", None, ROLE)
    blind = tuple(msgspec.structs.replace(one, blind=one.id == "b") for one in review.accounts)
    review = msgspec.structs.replace(review, accounts=blind)
    filed = file_accounts(review, accounts=(AccountId("b"),), event=EVENT, role=None)
    assert [account.text for account in filed.accounts] == ["told aloud", "written blind"]
    assert filed.events[0].veil is Veil.ON


def test_what_was_caught_can_be_dropped_and_what_is_filed_can_not() -> None:
    review = caught(caught(REVIEW, "a", "told aloud", EVENT, ROLE), "b", "nobody knew")
    dropped = drop_caught(review, accounts=(AccountId("a"), AccountId("b")))
    assert [account.id for account in dropped.accounts] == ["a"]
