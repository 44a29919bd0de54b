import msgspec

from reviewtui.analysis.still_open import moments_left
from reviewtui.model.review import Review
from tests.reviews import review_of


def two_moments(delivery: str, operations: str) -> Review:
    return review_of(f"""
        role Delivery, delivery, {delivery}
        role Operations, operations, {operations}
        * 10:42 alert: b
          Delivery | noticed: today
        * 11:00 c
          Delivery | noticed: today
          Operations | noticed: 11:01 pager
        11:10 d
    """)


def test_a_moment_is_left_until_all_in_the_room_have_told_it() -> None:
    assert moments_left(two_moments("present", "present")) == 1
    assert moments_left(two_moments("present", "absent")) == 0


def test_while_nobody_is_marked_everybody_is_there() -> None:
    assert moments_left(two_moments("invited", "invited")) == 1
    assert moments_left(two_moments("invited", "absent")) == 0


def test_what_the_room_has_discussed_is_not_left() -> None:
    review = two_moments("present", "present")
    first, *others = review.events
    discussed = (msgspec.structs.replace(first, discussed=True), *others)
    assert moments_left(msgspec.structs.replace(review, events=discussed)) == 0
