import msgspec
import pytest

from reviewtui.edits.learning import (
    add_action,
    add_factor,
    add_question,
    answer_question,
    change_action,
    change_factor,
    change_insight,
    change_question,
    link_factor,
    link_insight,
    link_question,
    mark_action,
    move_action,
    move_factor,
    move_insight,
    move_question,
    rate_factor,
    remove_action,
    remove_factor,
    remove_insight,
    remove_question,
    see_insight,
)
from reviewtui.edits.naming import Change
from reviewtui.edits.people import remove_role
from reviewtui.edits.timeline import remove_event
from reviewtui.model.review import (
    Action,
    ActionId,
    ActionState,
    Effect,
    EventId,
    Factor,
    FactorId,
    FactorKind,
    Insight,
    InsightId,
    Lens,
    Question,
    QuestionId,
    Review,
    RoleId,
)
from tests.reviews import review_of

E1, E2 = EventId("e1"), EventId("e2")
DELIVERY, USERS = RoleId("Delivery"), RoleId("Users")
F1, F2, F3 = FactorId("f1"), FactorId("f2"), FactorId("f3")
I1, A1, Q1 = InsightId("i1"), ActionId("a1"), QuestionId("q1")


def learned() -> Review:
    """A review in which everything that was learned names an event, a role and each other."""
    factors = tuple(
        Factor(id=one, kind=FactorKind.TECHNICAL, text=f"factor {one}", events=(E1, E2), roles=(DELIVERY, USERS))
        for one in (F1, F2, F3)
    )
    insight = Insight(
        id=I1, text="told", lens=Lens.USAGE, said_by=(USERS,), new_to=(DELIVERY,), factors=(F1, F2), events=(E1,)
    )
    return msgspec.structs.replace(
        review_of("role Delivery, delivery\nrole Users, users\n10:42 it began\n11:00 it ended"),
        factors=factors,
        insights=(insight, msgspec.structs.replace(insight, id=InsightId("i2"))),
        actions=(Action(id=A1, text="log it", insights=(I1,)), Action(id=ActionId("a2"), text="rest")),
        questions=(
            Question(id=Q1, text="who?", asked_by=USERS, event=E1),
            Question(id=QuestionId("q2"), text="why?"),
        ),
    )


REVIEW = learned()


def ids(review: Review, table: str) -> list[str]:
    return [one.id for one in getattr(review, table)]


def test_what_is_new_comes_at_the_end_and_takes_its_new_form() -> None:
    factor = Factor(id=FactorId("new"), kind=FactorKind.HUMAN, text="[/] \x1b[2J")
    once = add_factor(REVIEW, factor=factor)
    assert once.factors == (*REVIEW.factors, factor)
    assert add_factor(once, factor=factor) is once
    action = Action(id=A1, text="log it all")
    assert add_action(REVIEW, action=action).actions[0] == action


def test_one_is_moved_among_its_like() -> None:
    human = change_factor(REVIEW, factor=msgspec.structs.replace(REVIEW.factors[1], kind=FactorKind.HUMAN))
    assert ids(move_factor(REVIEW, factor=F1, by=1), "factors") == ["f2", "f1", "f3"]
    assert ids(move_factor(human, factor=F1, by=1), "factors") == ["f3", "f2", "f1"]
    assert ids(move_factor(human, factor=F3, by=-1), "factors") == ["f3", "f2", "f1"]
    assert move_factor(human, factor=F2, by=1) is human
    assert ids(move_insight(REVIEW, insight=I1, by=1), "insights") == ["i2", "i1"]
    assert ids(move_action(REVIEW, action=A1, by=1), "actions") == ["a2", "a1"]
    assert ids(move_question(REVIEW, question=Q1, by=1), "questions") == ["q2", "q1"]
    assert move_question(answered := answer_question(REVIEW, question=Q1, answer="x"), question=Q1, by=1) is answered


def test_what_is_removed_is_named_no_more() -> None:
    assert remove_factor(REVIEW, factor=F1).insights[0].factors == (F2,)
    assert remove_insight(REVIEW, insight=I1).actions[0].insights == ()
    assert ids(remove_action(REVIEW, action=A1), "actions") == ["a2"]
    assert ids(remove_question(REVIEW, question=Q1), "questions") == ["q2"]


def test_a_role_that_is_removed_is_named_by_nothing_that_was_learned() -> None:
    without = remove_role(remove_role(REVIEW, role=DELIVERY), role=USERS)
    assert {factor.roles for factor in without.factors} == {()}
    assert {(insight.said_by, insight.new_to) for insight in without.insights} == {((), ())}
    assert {question.asked_by for question in without.questions} == {None}
    assert ids(without, "factors") == ids(REVIEW, "factors")


def test_an_event_that_is_removed_is_named_by_nothing_that_was_learned() -> None:
    without = remove_event(REVIEW, event=E1)
    assert {factor.events for factor in without.factors} == {(E2,)}
    assert {insight.events for insight in without.insights} == {()}
    assert {question.event for question in without.questions} == {None}


def test_links_to_an_event_come_and_go() -> None:
    linked = link_factor(REVIEW, factor=F1, event=E1)
    linked = link_insight(linked, insight=InsightId("i2"), event=E2)
    linked = link_question(linked, question=Q1, event=E2)
    assert (linked.factors[0].events, linked.insights[1].events, linked.questions[0].event) == ((E2,), (E1, E2), E2)
    assert link_question(linked, question=Q1, event=E2).questions[0].event is None
    assert link_factor(linked, factor=F1, event=E1).factors[0].events == (E2, E1)


def test_effects_lenses_states_and_answers() -> None:
    assert rate_factor(REVIEW, factor=F1, effect=Effect.MADE_IT_EASIER).factors[0].effect is Effect.MADE_IT_EASIER
    assert see_insight(REVIEW, insight=I1, lens=Lens.ENGINEERING).insights[0].lens is Lens.ENGINEERING
    assert mark_action(REVIEW, action=A1, state=ActionState.DONE).actions[0].state is ActionState.DONE
    assert answer_question(REVIEW, question=Q1, answer="one\ntwo").questions[0].answer == "one\ntwo"


NOWHERE = EventId("nowhere")
NOTHING_HAPPENS: tuple[Change, ...] = (
    add_factor.asked(factor=REVIEW.factors[0]),
    change_factor.asked(factor=REVIEW.factors[0]),
    change_factor.asked(factor=Factor(id=FactorId("none"), kind=FactorKind.HUMAN, text="x")),
    change_insight.asked(insight=REVIEW.insights[0]),
    change_action.asked(action=REVIEW.actions[0]),
    change_question.asked(question=REVIEW.questions[0]),
    remove_factor.asked(factor=FactorId("none")),
    remove_insight.asked(insight=InsightId("none")),
    remove_action.asked(action=ActionId("none")),
    remove_question.asked(question=QuestionId("none")),
    move_factor.asked(factor=F1, by=-1),
    move_factor.asked(factor=FactorId("none"), by=1),
    move_insight.asked(insight=InsightId("none"), by=1),
    move_action.asked(action=ActionId("none"), by=1),
    move_question.asked(question=QuestionId("none"), by=1),
    rate_factor.asked(factor=F1, effect=Effect.CONTRIBUTED),
    rate_factor.asked(factor=FactorId("none"), effect=Effect.CONTRIBUTED),
    see_insight.asked(insight=InsightId("none"), lens=Lens.USAGE),
    mark_action.asked(action=A1, state=ActionState.IDEA),
    mark_action.asked(action=ActionId("none"), state=ActionState.DONE),
    answer_question.asked(question=Q1, answer=""),
    answer_question.asked(question=QuestionId("none"), answer="x"),
    link_factor.asked(factor=FactorId("none"), event=E1),
    link_insight.asked(insight=InsightId("none"), event=E1),
    link_question.asked(question=QuestionId("none"), event=E1),
)


@pytest.mark.parametrize("change", NOTHING_HAPPENS, ids=lambda change: change.name_on(REVIEW))
def test_the_same_object_means_that_nothing_happened(change: Change) -> None:
    assert change.make_on(REVIEW) is REVIEW


@pytest.mark.parametrize(
    ("change", "name"),
    [
        (add_action.asked(action=Action(id=ActionId("x"), text="log it")), "add the action “log it”"),
        (rate_factor.asked(factor=F1, effect=Effect.MADE_IT_HARDER), "say that the factor “factor f1” made it harder"),
        (mark_action.asked(action=A1, state=ActionState.AGREED), "mark the action “log it” as agreed"),
        (link_question.asked(question=Q1, event=E1), "link the question “who?” to 10:42 it began, or not"),
        (remove_insight.asked(insight=I1), "remove the insight “told”"),
        (add_question.asked(question=Question(id=Q1, text="private", prepared=True)), "add a prepared question"),
    ],
)
def test_an_edit_has_a_name_that_a_person_understands(change: Change, name: str) -> None:
    assert change.name_on(REVIEW) == name
