from reviewtui.model.review import Review
from reviewtui.tui.present.accounts import cell_text, cells, event_head
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
