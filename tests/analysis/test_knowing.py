from reviewtui.analysis.knowing import knowing
from reviewtui.analysis.told import Mark
from reviewtui.model.review import EventId, RoleId
from tests.reviews import review_of

DELIVERY, OPERATIONS, USERS = (RoleId(name) for name in ("Delivery", "Operations", "Users"))
REVIEW = review_of(
    """
    role Delivery, delivery
    role Operations, operations
    role Users, users
    10:00 change: a release
      Delivery | noticed: 10:00 I pressed the button
    * 10:42 alert: error rate above 5 %
      Operations | noticed: 10:44 pager
      Delivery | thought: a test
    11:00 back to normal
    """
)


def test_a_key_moment_says_what_reached_whom_and_what_there_is_of_the_others() -> None:
    (known,) = knowing(REVIEW)
    assert known.event.title == "error rate above 5 %"
    assert {role: sign.through for role, sign in known.signs.items()} == {OPERATIONS: "pager"}
    assert known.marks == {DELIVERY: Mark.TOLD, OPERATIONS: Mark.TOLD, USERS: Mark.NOT_YET}
    assert known.account_of(OPERATIONS) == known.signs[OPERATIONS].told.account.id
    assert known.account_of(USERS) is None


def test_the_event_one_comes_from_is_there_too_in_the_order_of_the_timeline() -> None:
    release, alert, normal = REVIEW.events
    assert [known.event for known in knowing(REVIEW, release.id)] == [release, alert]
    assert [known.event for known in knowing(REVIEW, normal.id)] == [alert, normal]
    assert [known.event for known in knowing(REVIEW, EventId("gone"))] == [alert]


def test_without_key_moments_all_that_was_told_of_is_there() -> None:
    review = review_of("role Delivery, delivery\n10:00 a\n10:10 b\n  Delivery | noticed: never")
    assert [known.event.title for known in knowing(review)] == ["b"]


def test_what_is_veiled_gives_no_sign_and_is_written() -> None:
    review = review_of("role Users, users\nveil\n* 10:42 b\n  Users (blind) | noticed: 10:31 phone")
    (known,) = knowing(review)
    assert (known.signs, known.marks) == ({}, {USERS: Mark.WRITTEN})
