"""The forms of factors, insights, actions and questions: every field that each of them has."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

import msgspec

from reviewtui.analysis.learned import Learned
from reviewtui.edits.learning import change_action, change_factor, change_insight, change_question
from reviewtui.edits.naming import Change
from reviewtui.model.review import (
    Action,
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
    Review,
    RoleId,
)
from reviewtui.notation.due import ReadDay, read_day
from reviewtui.tui.dialogs.fields import (
    ChoiceField,
    ChoicesField,
    LongField,
    TextField,
    Values,
    text_in,
    words_in,
    words_of,
)
from reviewtui.tui.dialogs.record_form import RecordForm
from reviewtui.tui.present.learning import brief_event, due_words
from reviewtui.tui.present.words import said_line

_NOBODY = "nobody in particular"
_NO_EVENT = "no moment"
_ROOM = "open: for everybody here"
_MINE = "prepared: yours alone"
_PARKED = "parked: yours alone"
_EVENT_CELLS = 30
_TEXT_CELLS = 48

Id = TypeVar("Id", bound=str)
Options = tuple[tuple[str, str], ...]


def learned_form(review: Review, record: Learned, here: EventId | None, today: date) -> RecordForm:
    """Return the form of whatever was learned.

    Args:
        review: The review.
        record: What there is to edit.
        here: The event at hand, to which it can be linked beside the key moments.
        today: The day that `Friday` counts from.
    """
    match record:
        case Factor():
            return _factor_form(review, record, here)
        case Insight():
            return _insight_form(review, record, here)
        case Action():
            return _action_form(review, record, today)
        case Question():
            return _question_form(review, record, here)


def _factor_form(review: Review, factor: Factor, here: EventId | None) -> RecordForm:
    def change(values: Values) -> Change | None:
        changed = msgspec.structs.replace(
            factor,
            text=text_in(values, "text"),
            kind=FactorKind(words_in(values, "kind")[0]),
            effect=Effect(words_in(values, "effect")[0]),
            roles=_as(RoleId, values, "roles"),
            events=_as(EventId, values, "events"),
        )
        return change_factor.asked(factor=changed) if changed.text.strip() else None

    return RecordForm(
        title="Factor: a condition that had a part",
        fields=(
            LongField("text", "factor", factor.text, rows=3),
            ChoiceField("kind", "kind", words_of(FactorKind), factor.kind.value),
            ChoiceField("effect", "it", words_of(Effect), factor.effect.value),
            ChoicesField("roles", "raised by", _role_options(review), factor.roles),
            ChoicesField("events", "moments", _event_options(review, factor.events, here), factor.events),
        ),
        change=change,
    )


def _insight_form(review: Review, insight: Insight, here: EventId | None) -> RecordForm:
    def change(values: Values) -> Change | None:
        changed = msgspec.structs.replace(
            insight,
            text=text_in(values, "text"),
            lens=Lens(words_in(values, "lens")[0]),
            said_by=_as(RoleId, values, "said"),
            new_to=_as(RoleId, values, "new"),
            for_whom=text_in(values, "for"),
            factors=_as(FactorId, values, "factors"),
            events=_as(EventId, values, "events"),
        )
        return change_insight.asked(insight=changed) if changed.text.strip() else None

    roles = _role_options(review)
    factors = tuple((factor.id, _cut(factor.text, _TEXT_CELLS)) for factor in review.factors)
    return RecordForm(
        title="Insight: what was learned",
        fields=(
            LongField("text", "insight", insight.text, rows=3),
            ChoiceField("lens", "lens", words_of(Lens), insight.lens.value),
            ChoicesField("said", "said by", roles, insight.said_by),
            ChoicesField("new", "new to", roles, insight.new_to),
            LongField("for", "for others", insight.for_whom, "Who elsewhere should hear it, and what for", rows=3),
            ChoicesField("factors", "factors", factors, insight.factors),
            ChoicesField("events", "moments", _event_options(review, insight.events, here), insight.events),
        ),
        change=change,
    )


def _action_form(review: Review, action: Action, today: date) -> RecordForm:
    written = action.due.isoformat() if action.due else ""

    def due(text: str) -> ReadDay:
        return ReadDay(action.due) if text == written else read_day(text, today)

    def change(values: Values) -> Change | None:
        day = text_in(values, "due").strip()
        changed = msgspec.structs.replace(
            action,
            text=text_in(values, "text"),
            owner=text_in(values, "owner").strip(),
            due=(due(day).day or action.due) if day else None,
            state=ActionState(words_in(values, "state")[0]),
            reason=text_in(values, "reason"),
            insights=_as(InsightId, values, "insights"),
            tracker=text_in(values, "tracker").strip(),
        )
        return change_action.asked(action=changed) if changed.text.strip() else None

    def due_hint(text: str) -> str:
        read = due(text.strip())
        if text.strip() and read.day is None:
            return "no day: 2026-12-01, Friday, +2w, end of November"
        return "; ".join([due_words(read.day), *read.problems])

    insights = tuple((insight.id, _cut(insight.text, _TEXT_CELLS)) for insight in review.insights)
    return RecordForm(
        title="Action",
        fields=(
            LongField("text", "action", action.text, rows=3),
            ChoiceField("state", "state", words_of(ActionState), action.state.value),
            TextField("owner", "owner", action.owner, "a team, or whoever sees to it"),
            TextField("due", "by", written, "2026-12-01, Friday, +2w, end of November"),
            LongField("reason", "reason", action.reason, "Why this state, and not another", rows=2),
            TextField("tracker", "tracker", action.tracker, "https://…"),
            ChoicesField("insights", "comes from", insights, action.insights),
        ),
        change=change,
        hints=lambda values: {"due": due_hint(text_in(values, "due"))},
    )


def _question_form(review: Review, question: Question, here: EventId | None) -> RecordForm:
    linked = (question.event,) if question.event else ()
    roles = (("", _NOBODY), *_role_options(review))
    events = (("", _NO_EVENT), *_event_options(review, linked, here))

    def change(values: Values) -> Change | None:
        changed = msgspec.structs.replace(
            question,
            text=text_in(values, "text"),
            asked_by=next(iter(_as(RoleId, values, "asked")), None),
            event=next(iter(_as(EventId, values, "event")), None),
            answer=text_in(values, "answer"),
            prepared=words_in(values, "prepared") != (_ROOM,),
            parked=words_in(values, "prepared") == (_PARKED,),
        )
        return change_question.asked(question=changed) if changed.text.strip() else None

    return RecordForm(
        title="Question",
        fields=(
            LongField("text", "question", question.text, rows=3),
            LongField("answer", "answer", question.answer, "Blank while it is open", rows=3),
            ChoiceField("asked", "asked by", roles, question.asked_by or ""),
            ChoiceField("event", "moment", events, question.event or ""),
            ChoiceField("prepared", "it is", (_ROOM, _MINE, _PARKED), _standing(question)),
        ),
        change=change,
    )


def _standing(question: Question) -> str:
    own = _PARKED if question.parked else _MINE
    return own if question.prepared else _ROOM


def _as(kind: Callable[[str], Id], values: Values, name: str) -> tuple[Id, ...]:
    """Return what was chosen in a field, as the ids it stands for."""
    return tuple(kind(word) for word in words_in(values, name) if word)


def _role_options(review: Review) -> Options:
    return tuple((role.id, _cut(role.name, _EVENT_CELLS)) for role in review.roles)


def _event_options(review: Review, linked: Iterable[EventId], here: EventId | None) -> Options:
    """Return the events that can be linked: the key moments, what is linked already, and the one at hand."""
    named = {*linked, here}
    events = [event for event in review.events if event.key_moment or event.id in named]
    return tuple((event.id, _cut(f"{brief_event(review, event)} {event.title}", _EVENT_CELLS)) for event in events)


def _cut(text: str, cells: int) -> str:
    return said_line(" ".join(text[: 4 * cells].split()), cells=cells).plain
