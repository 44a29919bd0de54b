import msgspec
import pytest

from reviewtui.analysis.told import marks
from reviewtui.model.review import COLOURS, PersonId, Review
from reviewtui.tui.present.accounts import cell_text, cells, edge, event_head, lines_of_account
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


SEVERAL = """
    role Delivery, delivery
    role Users, users
    person Ana, Delivery
    10:42 alert: error rate above 5 %
      Delivery | we saw it at once, all of us, and said so
      Delivery | noticed: never
               | not us
"""


def test_each_of_several_accounts_says_who_told_it_or_which_it_is() -> None:
    review = review_of(SEVERAL)
    assert [line for line in lines(review, 0, 30) if "account" in line] == ["account 1 of 2", "account 2 of 2"]
    first, second = review.accounts
    named = msgspec.structs.replace(review, accounts=(first, msgspec.structs.replace(second, person=PersonId("Ana"))))
    assert [line for line in lines(named, 0, 30) if line in {"account 1 of 2", "Ana"}] == ["account 1 of 2", "Ana"]


@pytest.mark.parametrize("width", [16, 28, 90])
def test_where_an_account_stands_is_known_by_its_lines(width: int) -> None:
    review = review_of(SEVERAL)
    cell, other = cells(review, review.events[0])
    shown = lines(review, 0, width)
    second = lines_of_account(cell, width, 1, with_teller=True)
    assert (shown[second.start], second.stop) == ("account 2 of 2", len(shown))
    assert lines_of_account(cell, width, 0, with_teller=True).start == 0
    assert not lines_of_account(other, width, 0, with_teller=True)


def test_many_roles_are_counted_where_a_row_has_no_room_for_their_signs() -> None:
    review = review_of("\n".join([*(f"role R{number}" for number in range(12)), "10:42 x", "  R3 | we saw it"]))
    marked = marks(review)
    assert "● 1/12" in event_row(review, review.events[0], marked, 28, 0).plain
    assert "○○○●○○○○○○○○" in event_row(review, review.events[0], marked, 80, 0).plain


def test_an_edge_says_how_many_roles_go_on_beyond_it_and_which() -> None:
    delivery, users = review_of(SEVERAL).roles
    assert edge("↓", (), 40).plain == ""
    assert edge("↓", (users,), 40).plain == "↓ more of Users"
    assert edge("→", (delivery, users), 40).plain == "→ more of 2 roles: Delivery, Users"
    assert edge("→", (delivery, users), 24).plain == "→ more of 2 roles: Deli…"


def test_a_role_has_a_colour_whatever_a_file_says() -> None:
    role = review_of(SEVERAL).roles[0]
    slots = [msgspec.structs.replace(role, colour=colour).slot for colour in (-1, 7, 8, 1000003)]
    assert all(0 <= slot < COLOURS for slot in slots)
