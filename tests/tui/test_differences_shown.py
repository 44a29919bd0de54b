from reviewtui.analysis.differences import differences_at
from reviewtui.analysis.discussed import Discussions, Point
from reviewtui.model.review import Review
from reviewtui.tui.present.differences import difference_lines
from tests.reviews import review_of


def points(review: Review) -> tuple[Point, ...]:
    event = review.events[0].id
    return Discussions(review).points(event, differences_at(review, event))


def test_the_first_difference_is_there_however_little_room_there_is_and_others_are_counted() -> None:
    review = review_of("""
        role Delivery, delivery
        role Operations, operations
        * 10:42 alert: error rate above 5 %
          Delivery | noticed: today
          Operations | noticed: 10:44 pager
                     | because: nobody had asked for one
    """)
    found = points(review)
    assert len(found) == 2
    told = difference_lines(found, 40, 2).plain
    assert " ".join(told.split()).startswith(f"≠ {found[0].sentence}")
    assert told.endswith("and 1 more")
    difference = found[0].difference
    assert difference is not None
    wordy = found[0]._replace(difference=difference._replace(sentence="word " * 200))
    assert difference_lines((wordy,), 40, 2).plain.count("\n") == 3
