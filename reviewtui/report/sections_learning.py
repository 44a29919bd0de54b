"""What came of it: what was learned, what will change, and what is open."""

from collections.abc import Iterator

from reviewtui.analysis.phrases import capitalised
from reviewtui.model.review import Action, ActionState, Insight, InsightId, Lens, Question
from reviewtui.report.blocks import Block, BulletList, Heading, Item, Paragraph, Words, emphasised, link, plain, words
from reviewtui.report.material import Material
from reviewtui.report.said import group
from reviewtui.report.when import brief_name_of, plain_day, seen_at

_LENSES = {
    Lens.USAGE: "From using it",
    Lens.ENGINEERING: "From building it",
    Lens.OPERATIONAL: "From operating it",
}
_STATES = {
    ActionState.AGREED: "Agreed",
    ActionState.UNDER_WAY_ELSEWHERE: "Under way elsewhere",
    ActionState.DONE: "Done",
    ActionState.SOAKING: "Being thought over",
    ActionState.IDEA: "Ideas, not agreed",
    ActionState.DECLINED: "Declined",
}
_TAKEN_UP = frozenset({ActionState.AGREED, ActionState.UNDER_WAY_ELSEWHERE, ActionState.DONE})


def learned(material: Material) -> Iterator[Block]:
    """Yield the insights by the knowledge they come from, with who said each and to whom it was new."""
    found = [insight for insight in material.review.insights if insight.text.strip()]
    if found:
        yield Heading(2, "What we learned")
    for lens, name in _LENSES.items():
        yield from group(name, (_insight(material, insight) for insight in found if insight.lens is lens))


def _insight(material: Material, insight: Insight) -> Item:
    said_by, new_to = material.names(insight.said_by), material.names(insight.new_to)
    parts = (
        f"said by {said_by}" if said_by else "",
        f"new to {new_to}" if new_to else "",
        seen_at(material, insight.events),
    )
    about = "; ".join(part for part in parts if part)
    under = [plain(f"{capitalised(about)}.")] if about else []
    under += [words(emphasised("Behind it:"), f" {factor.text}") for factor in material.factors(insight.factors)]
    if insight.for_whom.strip():
        under.append(words(emphasised("For others:"), f" {insight.for_whom}"))
    return Item(plain(insight.text), tuple(under))


def actions(material: Material) -> Iterator[Block]:
    """Yield what will change; ideas stand apart from what was agreed."""
    found = [action for action in material.review.actions if action.text.strip()]
    if not found:
        return
    yield Heading(2, "Actions")
    if not any(action.state in _TAKEN_UP for action in found):
        yield Paragraph(plain("None was agreed."))
    insights = {insight.id: insight for insight in material.review.insights}
    for state, name in _STATES.items():
        yield from group(name, (_action(action, insights) for action in found if action.state is state))


def _action(action: Action, insights: dict[InsightId, Insight]) -> Item:
    about = " · ".join(_who_and_when(action))
    pieces = words(f"{action.text} — " if about else action.text, emphasised(about))
    if action.tracker.strip():
        pieces = words(*pieces, " · " if about else " — ", link("tracker", action.tracker))
    return Item(pieces, tuple(_why(action, insights)))


def _who_and_when(action: Action) -> Iterator[str]:
    if action.owner.strip():
        yield action.owner.strip()
    elif action.state is ActionState.AGREED:
        yield "no owner yet"
    if action.due:
        yield f"due {plain_day(action.due)}"


def _why(action: Action, insights: dict[InsightId, Insight]) -> Iterator[Words]:
    if action.reason.strip():
        yield words(emphasised("Reason:"), f" {action.reason}")
    for one in action.insights:
        if one in insights and insights[one].text.strip():
            yield words(emphasised("Comes from:"), f" {insights[one].text}")


def questions(material: Material) -> Iterator[Block]:
    """Yield what was asked and has no answer, then what has one. What the facilitator prepared is private."""
    asked = [one for one in material.review.questions if one.text.strip() and not one.prepared]
    still_open = [one for one in asked if not one.answer.strip()]
    answered = [one for one in asked if one.answer.strip()]
    if asked:
        yield Heading(2, "Open questions" if still_open else "Questions that found an answer")
    if still_open:
        yield BulletList(tuple(_question(material, one) for one in still_open))
        yield from group("Answered", (_question(material, one) for one in answered))
    elif answered:
        yield BulletList(tuple(_question(material, one) for one in answered))


def _question(material: Material, question: Question) -> Item:
    asked_by = material.names((question.asked_by,) if question.asked_by else ())
    where = [brief_name_of(material, event) for event in material.review.events if event.id == question.event]
    about = ", ".join(part for part in (asked_by, *where) if part)
    pieces = words(question.text, " — ", emphasised(about)) if about else plain(question.text)
    return Item(pieces, (plain(question.answer),) if question.answer.strip() else ())
