from hypothesis import given
from hypothesis import strategies as st

from reviewtui.analysis.filtering import EVERYTHING, Filter, fitting
from reviewtui.analysis.told import Mark, mark_of, marks
from reviewtui.edits.timeline import mark_discussed
from reviewtui.edits.veil import lift_veil
from reviewtui.model.review import EventId, EventKind, Review, RoleId
from tests.reviews import review_of

DELIVERY, USERS = RoleId("Delivery"), RoleId("Users")
REVIEW = mark_discussed(
    review_of(
        """
        role Delivery, delivery
        role Users, users
        10:00 change: v2
          Delivery | we rolled it out
        * 10:42 alert: error rate
          Delivery | told by a robot
          Users (blind) | the page was blank
        * 11:00 change: rollback
          Users | better
        11:30 normal
        """
    ),
    event=EventId("e2"),
)


def shown(chosen: Filter, review: Review = REVIEW) -> list[str]:
    return [review.events[place].title for place in fitting(review, chosen, marks(review))]


def test_each_wish_leaves_out_what_it_does_not_name() -> None:
    assert shown(EVERYTHING) == ["v2", "error rate", "rollback", "normal"]
    assert shown(Filter(kinds=(EventKind.CHANGE, EventKind.ALERT))) == ["v2", "error rate", "rollback"]
    assert shown(Filter(key_moments=True)) == ["error rate", "rollback"]
    assert shown(Filter(not_discussed=True)) == ["v2", "rollback", "normal"]
    assert shown(Filter(not_told_by=(DELIVERY,))) == ["rollback", "normal"]


def test_wishes_hold_together() -> None:
    assert shown(Filter(key_moments=True, not_discussed=True)) == ["rollback"]
    assert shown(Filter(not_told_by=(DELIVERY, USERS))) == ["normal"]
    assert shown(Filter(kinds=(EventKind.CHANGE,), key_moments=True, not_told_by=(DELIVERY,))) == ["rollback"]


def test_what_was_written_has_not_been_told_under_the_veil_and_lifted() -> None:
    untold = Filter(not_told_by=(USERS,))
    assert shown(untold) == ["v2", "error rate", "normal"]
    assert shown(untold, lift_veil(REVIEW, event=EventId("e2"))) == ["v2", "error rate", "normal"]


@given(
    st.builds(
        Filter,
        kinds=st.lists(st.sampled_from(EventKind), max_size=2).map(tuple),
        key_moments=st.booleans(),
        not_discussed=st.booleans(),
        not_told_by=st.lists(st.sampled_from([DELIVERY, USERS, RoleId("gone")]), unique=True).map(tuple),
    )
)
def test_what_is_shown_is_what_each_wish_holds_for_in_the_order_of_the_timeline(chosen: Filter) -> None:
    found = list(fitting(REVIEW, chosen, marks(REVIEW)))
    assert found == sorted(found)
    for place, event in enumerate(REVIEW.events):
        told = [mark_of(marks(REVIEW), event.id, role) is Mark.TOLD for role in chosen.not_told_by]
        holds = (
            not (chosen.kinds and event.kind not in chosen.kinds)
            and not (chosen.key_moments and not event.key_moment)
            and not (chosen.not_discussed and event.discussed)
            and not any(told)
        )
        assert (place in found) == holds
