"""The changes that are asked for of what was learned: which edit it is for a factor, an insight and the others."""

from enum import StrEnum
from typing import TypeVar

from reviewtui.analysis.learned import PARKED, Learned, group_of
from reviewtui.edits.learning import (
    add_action,
    add_factor,
    add_insight,
    add_question,
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
from reviewtui.edits.plan import take_up
from reviewtui.model.review import Action, Event, Factor, Insight, Question

Word = TypeVar("Word", bound=StrEnum)


def adding_asked(record: Learned) -> Change:
    """Return the change that adds a record."""
    match record:
        case Factor():
            return add_factor.asked(factor=record)
        case Insight():
            return add_insight.asked(insight=record)
        case Action():
            return add_action.asked(action=record)
        case Question():
            return add_question.asked(question=record)


def removing_asked(record: Learned) -> Change:
    """Return the change that removes a record."""
    match record:
        case Factor():
            return remove_factor.asked(factor=record.id)
        case Insight():
            return remove_insight.asked(insight=record.id)
        case Action():
            return remove_action.asked(action=record.id)
        case Question():
            return remove_question.asked(question=record.id)


def moving_asked(record: Learned, by: int) -> Change:
    """Return the change that moves a record among its like: up (-1), or down (1)."""
    match record:
        case Factor():
            return move_factor.asked(factor=record.id, by=by)
        case Insight():
            return move_insight.asked(insight=record.id, by=by)
        case Action():
            return move_action.asked(action=record.id, by=by)
        case Question():
            return move_question.asked(question=record.id, by=by)


def linking_asked(record: Learned, event: Event) -> Change | None:
    """Return the change that links a record to an event, or takes the link away; an action is linked to none."""
    match record:
        case Factor():
            return link_factor.asked(factor=record.id, event=event.id)
        case Insight():
            return link_insight.asked(insight=record.id, event=event.id)
        case Question():
            return link_question.asked(question=record.id, event=event.id)
        case Action():
            return None


def next_asked(record: Learned) -> Change | None:
    """Return the change to the next effect, lens or state, or that takes up what was parked; a question has none."""
    match record:
        case Factor():
            return rate_factor.asked(factor=record.id, effect=_following(record.effect))
        case Insight():
            return see_insight.asked(insight=record.id, lens=_following(record.lens))
        case Action():
            return mark_action.asked(action=record.id, state=_following(record.state))
        case Question():
            return take_up.asked(question=record.id) if group_of(record) == PARKED else None


def _following(word: Word) -> Word:
    words = list(type(word))
    return words[(words.index(word) + 1) % len(words)]
