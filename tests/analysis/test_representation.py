import msgspec

from reviewtui.analysis.representation import COST_OF_ABSENCE, External, facilitation, gaps, representation
from reviewtui.model.review import Group, Meeting
from tests.reviews import NOW, empty_review, review_of


def test_all_three_groups_are_asked_for_even_before_a_service_is_named() -> None:
    assert [(cover.service, cover.group) for cover in gaps(empty_review())] == [(None, group) for group in Group]


def test_a_role_stands_for_every_service_unless_one_names_its_own() -> None:
    review = review_of(
        """
        service Checkout
        service Basket: Shop
        role Delivery, delivery
        role Shop, delivery, operations
        """
    )
    standing = {
        (cover.service.name, cover.group): [role.name for role in cover.roles]
        for cover in representation(review)
        if cover.service
    }
    assert standing["Checkout", Group.DELIVERY] == ["Delivery", "Shop"]
    assert standing["Basket", Group.DELIVERY] == ["Shop"]
    assert standing["Basket", Group.USERS] == []


def test_an_absent_role_is_a_gap_that_is_known_by_name() -> None:
    review = review_of("role Users, users, absent\nrole Delivery, delivery\nrole Ops, operations, in writing")
    (gap,) = gaps(review)
    assert gap.group is Group.USERS
    assert [role.name for role in gap.absent] == ["Users"]
    assert "usage insights" in COST_OF_ABSENCE[gap.group]


def test_a_role_is_as_present_as_the_most_present_of_its_people() -> None:
    text = "role Users, users, absent\nperson Mia, Users, {}\nperson Ben, Users, absent"
    assert any(gap.group is Group.USERS for gap in gaps(review_of(text.format("absent"))))
    assert not any(gap.group is Group.USERS for gap in gaps(review_of(text.format("late"))))


def test_to_be_invited_is_enough_until_the_meeting_begins() -> None:
    review = review_of("role Users, users, invited\nrole Team, delivery, operations")
    assert gaps(review) == ()
    begun = msgspec.structs.replace(review, meeting=Meeting(started=NOW))
    assert [gap.group for gap in gaps(begun)] == [Group.USERS]


def test_a_role_that_told_something_was_heard_though_nobody_marked_that_it_came() -> None:
    review = review_of(
        """
        role Users, users, invited
        role Ops, operations, absent
        role Team, delivery
        10:42 alert
          Users | harder: no board
          Ops | noticed: never
        """
    )
    begun = msgspec.structs.replace(review, meeting=Meeting(started=NOW))
    assert [gap.group for gap in gaps(begun)] == [Group.OPERATIONS]
    silent = msgspec.structs.replace(begun, accounts=begun.accounts[1:])
    assert [gap.group for gap in gaps(silent)] == [Group.OPERATIONS, Group.USERS]


def test_a_facilitator_is_external_if_their_team_is_nobody_elses_here() -> None:
    review = review_of(
        """
        role Delivery, delivery
        facilitator Noor, Platform
        facilitator Ida, delivery
        facilitator Max
        """
    )
    assert [one.external for one in facilitation(review)] == [External.YES, External.NO, External.NOT_SAID]
    assert all(one.is_there for one in facilitation(review))
