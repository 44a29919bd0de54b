from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.analysis.changes import TABLES, Changes, What, changes_between, counts, moments_of, of_the_whole
from reviewtui.model.review import (
    DifferenceKind,
    Discussion,
    DiscussionId,
    Question,
    QuestionId,
    Review,
    Stage,
    Veil,
    Verdict,
)
from tests.reviews import review_of

BEFORE = review_of(
    """
    role Delivery, delivery
    role Users, users
    10:42 alert: error rate
      Delivery | first words
      Users | gone later
    11:00 rollback
    """
)


def with_fields(record: Any, **fields: object) -> Any:
    return msgspec.structs.replace(record, **fields)


def told(changes: Changes) -> list[tuple[str, What, str]]:
    return [(change.table, change.what, change.record.id) for change in changes.records]  # type: ignore[attr-defined]


def test_what_was_added_changed_and_removed_is_told_by_kind_and_event() -> None:
    first, _ = BEFORE.accounts
    alert, rollback = BEFORE.events
    after = with_fields(
        BEFORE,
        events=(alert, with_fields(rollback, title="rolled back")),
        accounts=(with_fields(first, text="other words"),),
        questions=(Question(id=QuestionId("q"), text="who else?", event=alert.id),),
        title="Another title",
    )
    changes = changes_between(BEFORE, after, after)
    assert told(changes) == [
        ("events", What.CHANGED, "e2"),
        ("accounts", What.CHANGED, "a1"),
        ("accounts", What.REMOVED, "a2"),
        ("questions", What.ADDED, "q"),
    ]
    assert changes.fields == ("title",)
    assert [(event.id, len(found)) for event, found in moments_of(changes, BEFORE, after)] == [("e1", 3), ("e2", 1)]
    assert next(iter(counts(changes).items())) == (("events", What.CHANGED), 1)


def test_a_moment_that_is_gone_is_told_in_its_place() -> None:
    after = with_fields(BEFORE, events=BEFORE.events[1:], accounts=())
    changes = changes_between(BEFORE, after, after)
    ((event, found),) = moments_of(changes, BEFORE, after)
    assert (event.id, [change.what for change in found]) == ("e1", [What.REMOVED] * 3)


def test_what_belongs_to_no_moment_is_told_of_the_whole() -> None:
    role = with_fields(BEFORE.roles[0], name="Builders")
    unfiled = with_fields(BEFORE.accounts[0], event=None)
    after = with_fields(BEFORE, roles=(role, *BEFORE.roles[1:]), accounts=(unfiled, BEFORE.accounts[1]))
    changes = changes_between(BEFORE, after, after)
    assert [change.table for change in of_the_whole(changes, BEFORE, after)] == ["accounts", "roles"]


def test_another_order_is_a_change_and_where_one_stands_is_none() -> None:
    other_order = with_fields(BEFORE, roles=BEFORE.roles[::-1])
    assert changes_between(BEFORE, other_order, other_order) == Changes(reordered=("roles",))
    assert changes_between(BEFORE, with_fields(BEFORE, stage=Stage.REPORT), BEFORE).are_none


def test_of_a_veiled_account_it_is_told_that_there_is_one_and_no_more() -> None:
    veiled = review_of(
        """
        role Users, users
        10:42 alert: error rate
          Users (blind) | nobody may see this yet
        """
    )
    without = with_fields(veiled, accounts=())
    (added,) = changes_between(without, veiled, veiled).records
    (removed,) = changes_between(veiled, without, without).records
    assert (added.veiled, added.what, removed.veiled, removed.what) == (True, What.ADDED, True, What.REMOVED)
    other_words = with_fields(veiled, accounts=(with_fields(veiled.accounts[0], text="other"),))
    assert changes_between(veiled, other_words, other_words).are_none
    lifted = with_fields(other_words, events=(with_fields(veiled.events[0], veil=Veil.LIFTED),))
    assert [(change.table, change.veiled) for change in changes_between(veiled, lifted, lifted).records] == [
        ("events", False),
        ("accounts", False),
    ]
    assert [change.table for change in changes_between(lifted, veiled, veiled).records] == ["events"]


kept_or_not = st.lists(st.booleans(), min_size=4, max_size=4)


@given(kept_or_not, kept_or_not, st.permutations(range(4)))
def test_there_are_no_changes_just_where_nothing_is_different(one: list[bool], other: list[bool], order: Any) -> None:
    def of(kept: list[bool], places: Any) -> Review:
        records = [record for place in places for record, keep in [(FOUR.accounts[place], kept[place])] if keep]
        changed: Review = with_fields(FOUR, accounts=tuple(records))
        return changed

    before, after = of(one, range(4)), of(other, order)
    changes = changes_between(before, after, after)
    assert changes.are_none == (before == after)
    assert {change.record for change in changes.records} == set(before.accounts) ^ set(after.accounts)


FOUR = review_of(
    """
    role Users, users
    10:42 alert: error rate
      Users | one
      Users | two
      Users | three
      Users | four
    """
)


def test_every_kind_of_record_is_looked_at() -> None:
    from reviewtui.codec import TABLES as ALL

    assert set(TABLES) == set(ALL)


def test_of_what_the_room_made_of_veiled_words_no_more_is_told_than_that_it_is_there() -> None:
    text = "role Users, users\n10:42 it began\n  Users (blind) | hidden\n"
    before = review_of(text)
    made = Discussion(
        id=DiscussionId("d"),
        kind=DifferenceKind.KNOWN_TO_ONE,
        events=(before.events[0].id,),
        roles=(before.roles[0].id,),
        sentence="hidden",
        verdict=Verdict.CONFIRMED,
    )
    found = changes_between(before, with_fields(before, discussions=(made,)), before)
    assert [change.veiled for change in found.records] == [True]
    lifted = with_fields(before, events=(with_fields(before.events[0], veil=Veil.LIFTED),))
    found = changes_between(lifted, with_fields(lifted, discussions=(made,)), lifted)
    assert [change.veiled for change in found.records] == [False]
