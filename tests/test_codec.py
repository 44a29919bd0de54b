import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui import codec
from reviewtui.errors import NewerSchema, UnreadableFile
from reviewtui.model.lookups import in_order
from reviewtui.model.review import (
    Action,
    ActionId,
    DifferenceKind,
    Discussion,
    DiscussionId,
    Event,
    EventId,
    Factor,
    FactorId,
    FactorKind,
    Insight,
    InsightId,
    Lens,
    Review,
    RoleId,
    Service,
    ServiceId,
    Verdict,
)
from tests.reviews import empty_review, review_of
from tests.strategies import moments, texts

SAMPLE = """
    zone Europe/Berlin
    service Checkout
    role Delivery, delivery
    person Ana, Delivery
    * 10:42 alert: error rate
      Delivery | noticed: today
    11:00 rollback
"""


def sample() -> Review:
    return review_of(SAMPLE)


def test_a_review_comes_back_as_it_was() -> None:
    review = sample()
    assert codec.from_documents(codec.to_documents(review), "a file") == review


def test_what_a_record_names_comes_back_though_it_is_called_as_a_table_is() -> None:
    events, roles = (EventId("e1"), EventId("e2")), (RoleId("Delivery"),)
    factor, insight = FactorId("f1"), InsightId("i1")
    review = msgspec.structs.replace(
        sample(),
        services=(Service(id=ServiceId("s1"), name="Checkout", roles=roles),),
        discussions=(
            Discussion(
                id=DiscussionId("d1"),
                kind=DifferenceKind.UNAWARE,
                events=events,
                roles=roles,
                sentence="",
                verdict=Verdict.CONFIRMED,
            ),
        ),
        factors=(Factor(id=factor, kind=FactorKind.HUMAN, text="", events=events, roles=roles),),
        insights=(Insight(id=insight, text="", lens=Lens.USAGE, factors=(factor,), events=events),),
        actions=(Action(id=ActionId("a1"), text="", insights=(insight,)),),
    )
    assert codec.from_documents(codec.to_documents(review), "a file") == review


@given(
    st.lists(st.tuples(moments, texts), max_size=5),
    texts,
)
def test_any_text_and_any_moment_come_back(events: list[tuple[object, str]], summary: str) -> None:
    review = empty_review(
        summary=summary,
        events=in_order(
            Event(id=EventId(f"e{number}"), when=when, title=title)  # type: ignore[arg-type]
            for number, (when, title) in enumerate(events)
        ),
    )
    through_json = json.loads(msgspec.json.encode(codec.to_documents(review)))
    again = codec.from_documents(through_json, "a file")
    assert [event.when for event in again.events] == [event.when for event in review.events]
    assert again.summary == summary.replace("\ud800", "\ufffd")


def test_only_tables_that_changed_are_written() -> None:
    before = sample()
    after = msgspec.structs.replace(before, accounts=before.accounts[:0])
    assert set(codec.to_documents(after, before)) == {"review", "accounts"}


def test_the_order_of_documents_is_that_of_the_review() -> None:
    assert list(codec.to_documents(sample())["events"]) == ["e1", "e2"]


def test_what_a_later_version_wrote_is_refused() -> None:
    documents: Any = codec.to_documents(sample())
    documents["review"]["review0000"]["schema"] = 999
    with pytest.raises(NewerSchema):
        codec.from_documents(documents, "a file")


@pytest.mark.parametrize(
    ("path", "value", "names"),
    [
        (("review", "review0000", "zone"), "Nowhere/Land", "Nowhere/Land"),
        (("review", "review0000", "title"), 5, "title"),
        (("review", "review0000", "shoe_size"), 44, "shoe_size"),
        (("review", "review0000", "schema"), "one", "no review"),
        (("events", "e1", "when"), {"start": "2026-11-12T10:42:00"}, "start"),
        (("events", "e1", "kind"), "party", "events, e1"),
        (("shoes",), {}, "shoes"),
        (("review",), {}, "no review"),
    ],
)
def test_documents_that_are_no_review_say_where(path: tuple[str, ...], value: object, names: str) -> None:
    documents: Any = json.loads(msgspec.json.encode(codec.to_documents(sample())))
    place = documents
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(UnreadableFile, match=names):
        codec.from_documents(documents, "a file")


def test_earlier_schemas_are_upgraded_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    def name_to_title(documents: codec.Documents) -> codec.Documents:
        ((id_, about),) = documents["review"].items()
        renamed = {("title" if name == "name" else name): value for name, value in about.items()}
        return {**documents, "review": {id_: renamed}}

    monkeypatch.setitem(codec.UPGRADES, 0, name_to_title)
    documents: Any = codec.to_documents(sample())
    about = documents["review"]["review0000"]
    about["schema"] = 0
    about["name"] = about.pop("title")
    assert codec.from_documents(documents, "a file") == sample()


def test_a_schema_that_nobody_wrote_is_refused() -> None:
    documents: Any = codec.to_documents(sample())
    documents["review"]["review0000"]["schema"] = 0
    with pytest.raises(UnreadableFile, match="format 0"):
        codec.from_documents(documents, "a file")
