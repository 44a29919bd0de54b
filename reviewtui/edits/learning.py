"""Changes to what came of a review: factors, insights, actions and questions."""

import msgspec

from reviewtui.edits.naming import edit
from reviewtui.edits.records import adding, moved, others, replacing, with_fields, with_table, without_record
from reviewtui.model.lookups import action_of, factor_of, insight_of, question_of
from reviewtui.model.review import (
    Action,
    ActionId,
    ActionState,
    Effect,
    EventId,
    Factor,
    FactorId,
    Insight,
    InsightId,
    Lens,
    Question,
    QuestionId,
    Review,
)

# --- factors ---------------------------------------------------------------------------------------------------------


@edit("add the factor {factor}")
def add_factor(review: Review, *, factor: Factor) -> Review:
    """Add a factor at the end; one that was just added takes its new form."""
    return adding(review, "factors", factor)


@edit("change the factor {factor}")
def change_factor(review: Review, *, factor: Factor) -> Review:
    """Put `factor` in the place of the one with its id."""
    return replacing(review, "factors", factor)


@edit("remove the factor {factor}")
def remove_factor(review: Review, *, factor: FactorId) -> Review:
    """Remove a factor; insights no longer name it."""
    if factor_of(review, factor) is None:
        return review
    return msgspec.structs.replace(
        review,
        factors=without_record(review.factors, factor),
        insights=tuple(with_fields(one, factors=others(one.factors, factor)) for one in review.insights),
    )


@edit("move the factor {factor}")
def move_factor(review: Review, *, factor: FactorId, by: int) -> Review:
    """Move a factor among those of its kind: before the one above it (-1), or behind the one below it (1)."""
    found = factor_of(review, factor)
    if found is None:
        return review
    factors = moved(review.factors, factor, by, lambda one: one.kind is found.kind)
    return with_table(review, "factors", factors)


@edit("say that the factor {factor} {effect}")
def rate_factor(review: Review, *, factor: FactorId, effect: Effect) -> Review:
    """Set what a factor did."""
    found = factor_of(review, factor)
    return replacing(review, "factors", with_fields(found, effect=effect)) if found else review


@edit("link the factor {factor} to {event}, or not")
def link_factor(review: Review, *, factor: FactorId, event: EventId) -> Review:
    """Link a factor to an event, or if it is linked to it already take the link away."""
    found = factor_of(review, factor)
    return replacing(review, "factors", with_fields(found, events=_toggled(found.events, event))) if found else review


# --- insights --------------------------------------------------------------------------------------------------------


@edit("add the insight {insight}")
def add_insight(review: Review, *, insight: Insight) -> Review:
    """Add an insight at the end; one that was just added takes its new form."""
    return adding(review, "insights", insight)


@edit("change the insight {insight}")
def change_insight(review: Review, *, insight: Insight) -> Review:
    """Put `insight` in the place of the one with its id."""
    return replacing(review, "insights", insight)


@edit("remove the insight {insight}")
def remove_insight(review: Review, *, insight: InsightId) -> Review:
    """Remove an insight; actions no longer name it."""
    if insight_of(review, insight) is None:
        return review
    return msgspec.structs.replace(
        review,
        insights=without_record(review.insights, insight),
        actions=tuple(with_fields(one, insights=others(one.insights, insight)) for one in review.actions),
    )


@edit("move the insight {insight}")
def move_insight(review: Review, *, insight: InsightId, by: int) -> Review:
    """Move an insight among those of its lens: before the one above it (-1), or behind the one below it (1)."""
    found = insight_of(review, insight)
    if found is None:
        return review
    insights = moved(review.insights, insight, by, lambda one: one.lens is found.lens)
    return with_table(review, "insights", insights)


@edit("see the insight {insight} as one of {lens}")
def see_insight(review: Review, *, insight: InsightId, lens: Lens) -> Review:
    """Set the knowledge that an insight comes from."""
    found = insight_of(review, insight)
    return replacing(review, "insights", with_fields(found, lens=lens)) if found else review


@edit("link the insight {insight} to {event}, or not")
def link_insight(review: Review, *, insight: InsightId, event: EventId) -> Review:
    """Link an insight to an event, or if it is linked to it already take the link away."""
    found = insight_of(review, insight)
    return replacing(review, "insights", with_fields(found, events=_toggled(found.events, event))) if found else review


# --- actions ---------------------------------------------------------------------------------------------------------


@edit("add the action {action}")
def add_action(review: Review, *, action: Action) -> Review:
    """Add an action at the end; one that was just added takes its new form."""
    return adding(review, "actions", action)


@edit("change the action {action}")
def change_action(review: Review, *, action: Action) -> Review:
    """Put `action` in the place of the one with its id."""
    return replacing(review, "actions", action)


@edit("remove the action {action}")
def remove_action(review: Review, *, action: ActionId) -> Review:
    """Remove an action."""
    return with_table(review, "actions", without_record(review.actions, action))


@edit("move the action {action}")
def move_action(review: Review, *, action: ActionId, by: int) -> Review:
    """Move an action among those of its state: before the one above it (-1), or behind the one below it (1)."""
    found = action_of(review, action)
    if found is None:
        return review
    actions = moved(review.actions, action, by, lambda one: one.state is found.state)
    return with_table(review, "actions", actions)


@edit("mark the action {action} as {state}")
def mark_action(review: Review, *, action: ActionId, state: ActionState) -> Review:
    """Set how far an action has come."""
    found = action_of(review, action)
    return replacing(review, "actions", with_fields(found, state=state)) if found else review


# --- questions -------------------------------------------------------------------------------------------------------


@edit("add {question}")
def add_question(review: Review, *, question: Question) -> Review:
    """Add a question at the end; one that was just added takes its new form."""
    return adding(review, "questions", question)


@edit("change {question}")
def change_question(review: Review, *, question: Question) -> Review:
    """Put `question` in the place of the one with its id."""
    return replacing(review, "questions", question)


@edit("remove {question}")
def remove_question(review: Review, *, question: QuestionId) -> Review:
    """Remove a question."""
    return with_table(review, "questions", without_record(review.questions, question))


@edit("move {question}")
def move_question(review: Review, *, question: QuestionId, by: int) -> Review:
    """Move a question among its like: before the one above it (-1), or behind the one below it (1).

    Prepared ones are alike, and of the others those that are open, and those that are answered.
    """
    found = question_of(review, question)
    if found is None:
        return review
    like = _like(found)
    questions = moved(review.questions, question, by, lambda one: _like(one) == like)
    return with_table(review, "questions", questions)


def _like(question: Question) -> tuple[bool, bool]:
    return question.prepared, question.parked if question.prepared else bool(question.answer.strip())


@edit("answer {question}")
def answer_question(review: Review, *, question: QuestionId, answer: str) -> Review:
    """Set the answer to a question; a blank one leaves it open."""
    found = question_of(review, question)
    return replacing(review, "questions", with_fields(found, answer=answer)) if found else review


@edit("link {question} to {event}, or not")
def link_question(review: Review, *, question: QuestionId, event: EventId) -> Review:
    """Link a question to an event, or if it is linked to it already take the link away."""
    found = question_of(review, question)
    if found is None:
        return review
    return replacing(review, "questions", with_fields(found, event=None if found.event == event else event))


def _toggled(events: tuple[EventId, ...], event: EventId) -> tuple[EventId, ...]:
    return others(events, event) if event in events else (*events, event)
