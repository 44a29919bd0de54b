"""What a line becomes where one stands, and the groups in which what was learned is looked at."""

from datetime import date

import msgspec

from reviewtui.analysis.entry import NO_LINKS, Adding, Links, entry, links_at
from reviewtui.analysis.learned import Learned, events_of, neighbour, together
from reviewtui.model.place import Place
from reviewtui.model.review import (
    Action,
    ActionState,
    EventId,
    Factor,
    FactorId,
    Insight,
    InsightId,
    Lens,
    Question,
    Role,
    RoleId,
    Stage,
)
from reviewtui.notation.learned import FORMS, Kind
from tests.edits.test_learning import REVIEW

E1, DELIVERY, USERS = EventId("e1"), RoleId("Delivery"), RoleId("Users")
THERE = Place(Stage.ACCOUNTS, E1, DELIVERY, "a1")


def becomes(kind: Kind, text: str, links: Links = NO_LINKS) -> Learned:
    return entry(kind, text, Adding(REVIEW, links, date(2026, 11, 13), "new")).record


def test_what_a_new_line_can_be_linked_to_where_one_stands() -> None:
    assert links_at(REVIEW, Kind.FACTOR, THERE) == (Links(E1, DELIVERY), Links(E1), Links())
    assert links_at(REVIEW, Kind.QUESTION, Place(Stage.TIMELINE, E1)) == (Links(E1), Links())
    assert links_at(REVIEW, Kind.INSIGHT, THERE._replace(record="f2")) == (
        Links(E1, DELIVERY, FactorId("f2")),
        Links(E1, factor=FactorId("f2")),
        Links(),
    )
    assert links_at(REVIEW, Kind.ACTION, THERE._replace(record="i1")) == (Links(insight=InsightId("i1")), Links())
    assert links_at(REVIEW, Kind.ACTION, THERE) == (Links(),)


def test_what_is_not_there_any_more_is_not_linked() -> None:
    assert links_at(REVIEW, Kind.FACTOR, Place(Stage.ACCOUNTS, EventId("gone"), RoleId("gone"))) == (Links(),)


def test_a_new_record_is_linked_to_where_one_stands() -> None:
    here = Links(E1, DELIVERY, FactorId("f1"))
    factor = becomes(Kind.FACTOR, "human: x", here)
    assert isinstance(factor, Factor)
    assert (factor.events, factor.roles) == ((E1,), (DELIVERY,))
    insight = becomes(Kind.INSIGHT, "x", here)
    assert isinstance(insight, Insight)
    assert (insight.lens, insight.said_by, insight.factors) == (Lens.ENGINEERING, (DELIVERY,), (FactorId("f1"),))
    question = becomes(Kind.QUESTION, "x", here)
    assert isinstance(question, Question)
    assert (question.event, question.asked_by) == (E1, DELIVERY)
    action = becomes(Kind.ACTION, "x", Links(insight=InsightId("i1")))
    assert isinstance(action, Action)
    assert action.insights == ("i1",)


def test_what_a_line_says_itself_wins_over_where_one_stands() -> None:
    insight = becomes(Kind.INSIGHT, "operational, use > del: x", Links(E1, DELIVERY))
    assert isinstance(insight, Insight)
    assert (insight.lens, insight.said_by, insight.new_to) == (Lens.OPERATIONAL, (USERS,), (DELIVERY,))
    new_to_them = becomes(Kind.INSIGHT, "usage > del: x", Links(E1, DELIVERY))
    assert isinstance(new_to_them, Insight)
    assert (new_to_them.said_by, new_to_them.new_to) == ((), (DELIVERY,))
    nobody = becomes(Kind.QUESTION, "? who", Links(E1, DELIVERY))
    assert isinstance(nobody, Question)
    assert (nobody.text, nobody.asked_by) == ("who", None)


def test_ideas_stand_apart_from_what_was_agreed_and_what_is_private_stands_last() -> None:
    states = tuple(Action(id=REVIEW.actions[0].id, text="x", state=state) for state in ActionState)
    review = msgspec.structs.replace(
        REVIEW,
        actions=states,
        questions=(
            msgspec.structs.replace(REVIEW.questions[0], prepared=True),
            msgspec.structs.replace(REVIEW.questions[1], answer="y"),
            REVIEW.questions[0],
        ),
    )
    assert [group.name for group in together(review, Kind.ACTION)] == [
        "agreed",
        "under way elsewhere",
        "done",
        "soaking",
        "idea",
        "declined",
    ]
    assert [group.name for group in together(review, Kind.QUESTION)] == ["open", "answered", "prepared"]
    assert [group.name for group in together(review, Kind.INSIGHT)] == ["usage"]


def test_the_neighbour_is_of_the_same_group() -> None:
    first, second, third = REVIEW.factors
    human = msgspec.structs.replace(
        REVIEW,
        factors=(first, msgspec.structs.replace(second, kind=becomes(Kind.FACTOR, "human: x").kind), third),  # type: ignore[union-attr]
    )
    assert neighbour(human, first, 1) == third
    assert neighbour(human, first, -1) is None
    assert neighbour(human, human.factors[1], 1) is None


def test_the_events_of_an_action_are_those_of_its_insights() -> None:
    assert [event.id for event in events_of(REVIEW, REVIEW.actions[0])] == [E1]
    assert events_of(REVIEW, REVIEW.actions[1]) == ()
    assert [event.id for event in events_of(REVIEW, REVIEW.questions[0])] == [E1]


def test_what_the_help_shows_is_read_as_it_says() -> None:
    roles = (Role(id=RoleId(short), name=short, short_name=short) for short in ("del", "ops", "use"))
    review = msgspec.structs.replace(REVIEW, roles=tuple(roles))
    adding = Adding(review, NO_LINKS, date(2026, 11, 13), "new")
    for kind, forms in FORMS.items():
        read = [entry(kind, form.example, adding) for form in forms]
        assert [one.problems for one in read] == [()] * len(forms)
        assert all(":" not in one.record.text for one in read)
