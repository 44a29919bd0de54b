"""Who knew what, when, as it is drawn."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.analysis.knowing import knowing
from reviewtui.analysis.room import seen_by_the_room
from reviewtui.model.place import WHO_KNEW, Place
from reviewtui.model.review import EventId, Review, Stage, Veil
from reviewtui.tui.present.knowing import (
    REACHED,
    TODAY,
    detail,
    drawing,
    first_words,
    grid_head,
    grid_layout,
    grid_row,
)
from reviewtui.tui.present.room import room_page
from tests.reviews import review_of
from tests.strategies import texts

TOLD = review_of(
    """
    role Delivery, delivery
    role Operations, operations
    role Users, users
    role Support, operations
    role Payments, users
    * 10:00 change: v2.3.1
    * 10:42 alert: error rate above 5 %
      Delivery | noticed: today
      Operations | noticed: 10:44 pager
      Users | noticed: 10:31 phone
      Support | thought: the nightly job
    * 11:05 action: rollback starts
    """
)


def drawn(review: Review, event: int, width: int) -> str:
    known = next(one for one in knowing(review) if one.event is review.events[event])
    lines = drawing(review, known, review.events, width, review.roles[0].id)
    return "\n".join(line.plain.rstrip() for line in lines)


def test_each_role_has_a_line_from_its_first_sign_on() -> None:
    shown = drawn(TOLD, 1, 72)
    assert "in this room" in shown
    rows = shown.split("\n")
    chart = {row.split()[0 if not row.startswith("›") else 1]: row for row in rows[2:]}
    assert list(chart) == ["Delivery", "Operations", "Users", "Support", "Payments"]
    assert chart["Users"].index(REACHED) < rows[1].index("┆error") <= chart["Operations"].index(REACHED)
    assert chart["Delivery"].index(TODAY) == chart["Users"].rindex("━")
    assert chart["Users"].endswith("━  10:31 phone")
    assert chart["Operations"].endswith("━  10:44 pager")
    assert chart["Support"].endswith("no time told")
    assert chart["Payments"].endswith("○ not yet told")
    assert "┆rollback starts" in rows[1]
    assert "10:30" in rows[0]
    assert rows[0].index("10:30") <= chart["Users"].index(REACHED)


def test_a_sign_of_another_day_names_it_and_one_that_no_clock_tells_is_said_in_words() -> None:
    review = review_of("""
        role Delivery, delivery
        role Operations, operations
        * 10:42 alert: b
          Delivery | noticed: 2026-11-13 08:00 by mail
          Operations | noticed: never
    """)
    assert "13 Nov 08:00 by mail" in drawn(review, 0, 80)
    assert drawn(review, 0, 80).endswith("no sign of it")


def test_without_any_time_the_words_stand_alone() -> None:
    review = review_of("role Delivery, delivery\n* --:-- b\n  Delivery | noticed: today")
    assert drawn(review, 0, 60) == "› Delivery  in this room"


def test_the_first_sign_is_the_subject_of_the_sentence() -> None:
    known = next(one for one in knowing(TOLD) if one.signs)
    assert first_words(known) == "The first sign that was told of reached Users. In this room it reached Delivery."


def test_the_grid_has_the_role_one_stands_at_in_sight_and_counts_the_others() -> None:
    first, last = (grid_layout(TOLD, 60, chosen) for chosen in (0, 4))
    assert "3 roles ›" in grid_head(TOLD, first).plain
    assert "‹ 3 roles" in grid_head(TOLD, last).plain
    assert "Payments" in grid_head(TOLD, last).plain
    known = knowing(TOLD)[1]
    assert "› in this ro" in grid_row(TOLD, known, first, TOLD.roles[0].id).plain


def test_all_that_was_said_of_it_stands_below() -> None:
    known = knowing(TOLD)[1]
    assert detail(TOLD, known, TOLD.roles[1], 60)[0].plain == "Operations  10:44 pager"


def test_the_room_sees_the_picture_and_nothing_of_what_is_veiled() -> None:
    event = TOLD.events[1].id
    blind = [msgspec.structs.replace(one, blind=one.role == "Users") for one in TOLD.accounts]
    veiled = msgspec.structs.replace(
        TOLD, accounts=tuple(blind), events=tuple(msgspec.structs.replace(one, veil=Veil.ON) for one in TOLD.events)
    )
    place = Place(Stage.DIFFERENCES, event, record=WHO_KNEW)
    shown = room_page(seen_by_the_room(TOLD), place, 100, 30).plain
    assert "10:31 phone" in shown
    hidden = room_page(seen_by_the_room(veiled), place, 100, 30).plain
    assert "10:44 pager" in hidden
    assert "phone" not in hidden
    assert "10:31" not in hidden


@pytest.mark.parametrize("label", ["noticed: 10:44 ", "noticed: +12m ", "noticed: never ", "noticed: ", ""])
@given(st.lists(texts, min_size=3, max_size=3), st.integers(40, 160), st.integers(0, 4))
def test_no_line_is_wider_than_there_is_room_whatever_was_said(
    label: str, said: list[str], width: int, chosen: int
) -> None:
    title, name, words = said
    review = msgspec.structs.replace(
        TOLD,
        roles=tuple(msgspec.structs.replace(role, name=name or "x") for role in TOLD.roles),
        events=tuple(msgspec.structs.replace(event, title=title) for event in TOLD.events),
        accounts=tuple(msgspec.structs.replace(one, text=f"{label}{words}") for one in TOLD.accounts),
    )
    for known in knowing(review, EventId(review.events[0].id)):
        lines = drawing(review, known, review.events, width, review.roles[chosen].id)
        layout = grid_layout(review, width, chosen)
        lines += [grid_head(review, layout), grid_row(review, known, layout, review.roles[chosen].id)]
        assert max(line.cell_length for line in lines) <= width
        timed = [sign for sign in known.signs.values() if sign.at and sign.at.start]
        assert sum(line.plain.count(REACHED) for line in lines[:-2]) >= len(timed)
