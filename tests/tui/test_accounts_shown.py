from reviewtui.analysis.difference import Everywhere
from reviewtui.analysis.differences import differences_at
from reviewtui.model.review import Review
from reviewtui.tui.present.accounts import cell_text, cells, difference_lines, event_head
from reviewtui.tui.present.timeline import event_row, kinds_width
from tests.reviews import review_of

TOLD = """
    role Delivery, delivery
    * 10:42 alert: error rate above 5 %
    11:00 decision: roll back
      Delivery | improvised: restarted pods
               | did: told nobody
"""


def lines(review: Review, event: int, width: int) -> list[str]:
    cell = cells(review, review.events[event])[0]
    return cell_text(cell, width, None, with_teller=True).plain.split("\n")


def test_what_was_said_stands_in_one_column_behind_labels_of_any_length() -> None:
    review = review_of(TOLD)
    for width in (30, 60):
        told = lines(review, 1, width)
        assert told[0].index("restarted") == told[-1].index("told nobody")


def test_a_title_longer_than_a_line_goes_on_in_the_next() -> None:
    title = "Binder outage is reported on Gitter, investigation is started, and nobody knows where to look first"
    review = review_of(f"role Delivery, delivery\n14:29 {title}")
    first, second = event_head(review, review.events[0], 78).plain.split("\n")
    assert first.endswith("1 of 1")
    assert " ".join((first.removesuffix("1 of 1").split("14:29")[1] + second).split()).startswith(title)
    assert second.endswith("12 Nov")


def test_titles_stand_in_one_column_behind_kinds_and_take_their_room_where_there_are_none() -> None:
    review = review_of(TOLD)
    rows = [event_row(review, event, {}, 80, kinds_width(review)).plain for event in review.events]
    assert rows[0].index("error rate") == rows[1].index("roll back")
    plain = review_of("10:42 alerts fire")
    assert kinds_width(plain) == 0


def test_the_first_difference_is_there_however_little_room_there_is_and_others_are_counted() -> None:
    review = review_of("""
        role Delivery, delivery
        role Operations, operations
        * 10:42 alert: error rate above 5 %
          Delivery | noticed: today
          Operations | noticed: 10:44 pager
                     | because: nobody had asked for one
    """)
    found = differences_at(review, review.events[0].id, Everywhere(review))
    assert len(found) == 2
    told = difference_lines(found, 40, 2).plain
    assert " ".join(told.split()).startswith(f"≠ {found[0].sentence}")
    assert told.endswith("and 1 more")
    wordy = found[0]._replace(sentence="word " * 200)
    assert difference_lines((wordy,), 40, 2).plain.count("\n") == 3
