"""What a line about what was learned becomes, added where one stands."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple, TypeVar

from reviewtui.analysis.learned import Learned
from reviewtui.model.lookups import event_of, factor_of, insight_of, role_of
from reviewtui.model.place import Place
from reviewtui.model.review import (
    Action,
    ActionId,
    EventId,
    Factor,
    FactorId,
    Group,
    Insight,
    InsightId,
    Lens,
    Question,
    QuestionId,
    Review,
    Role,
    RoleId,
)
from reviewtui.notation.learned import Kind
from reviewtui.notation.lines import parse_action, parse_factor, parse_insight, parse_question

One = TypeVar("One", bound=str)

_LENS_OF = {Group.USERS: Lens.USAGE, Group.DELIVERY: Lens.ENGINEERING, Group.OPERATIONS: Lens.OPERATIONAL}


class Links(NamedTuple):
    """What a new line is linked to."""

    event: EventId | None = None
    role: RoleId | None = None
    factor: FactorId | None = None
    insight: InsightId | None = None


NO_LINKS = Links()


class Entry(NamedTuple):
    """What a line becomes, and what was doubtful in reading it."""

    record: Learned
    problems: tuple[str, ...] = ()


def links_at(review: Review, kind: Kind, place: Place) -> tuple[Links, ...]:
    """Return what a new line can be linked to at a place, from all there is to nothing.

    Args:
        review: The review.
        kind: What the line adds: an action names no event and no role of its own.
        place: Where one stands, whose record may be a factor or an insight.
    """
    if kind is Kind.ACTION:
        insight = insight_of(review, InsightId(place.record))
        return tuple(dict.fromkeys((Links(insight=insight.id if insight else None), NO_LINKS)))
    event, role = event_of(review, place.event), role_of(review, place.role)
    factor = factor_of(review, FactorId(place.record)) if kind is Kind.INSIGHT else None
    without_role = Links(event=event.id if event else None, factor=factor.id if factor else None)
    return tuple(dict.fromkeys((without_role._replace(role=role.id if role else None), without_role, NO_LINKS)))


class Adding(NamedTuple):
    """Where and when a line is added."""

    review: Review
    links: Links
    today: date
    """The day that `Friday` counts from."""
    id: str
    """The id of what is added."""


def entry(kind: Kind, text: str, adding: Adding) -> Entry:
    """Return what a line becomes. What it says itself wins over where one stands.

    Args:
        kind: What the line adds.
        text: The line.
        adding: Where and when.
    """
    return _READERS[kind](text, adding)


def _factor(text: str, adding: Adding) -> Entry:
    kind, effect, words = parse_factor(text)
    links = adding.links
    new = Factor(
        id=FactorId(adding.id), kind=kind, effect=effect, text=words, events=_all(links.event), roles=_all(links.role)
    )
    return Entry(new)


def _insight(text: str, adding: Adding) -> Entry:
    read, links = parse_insight(text, adding.review.roles), adding.links
    new = Insight(
        id=InsightId(adding.id),
        text=read.text,
        lens=read.lens or _lens_of(role_of(adding.review, links.role)),
        said_by=read.said_by or tuple(role for role in _all(links.role) if role not in read.new_to),
        new_to=read.new_to,
        for_whom=read.for_whom,
        factors=_all(links.factor),
        events=_all(links.event),
    )
    return Entry(new, read.problems)


def _action(text: str, adding: Adding) -> Entry:
    read = parse_action(text, adding.today)
    new = Action(
        id=ActionId(adding.id),
        text=read.text,
        owner=read.owner,
        due=read.due,
        state=read.state,
        reason=read.reason,
        insights=_all(adding.links.insight),
    )
    return Entry(new, read.problems)


def _question(text: str, adding: Adding) -> Entry:
    read, links = parse_question(text, adding.review.roles), adding.links
    asked_by = read.asked_by if read.says_who else links.role
    new = Question(id=QuestionId(adding.id), text=read.text, asked_by=asked_by, event=links.event, answer=read.answer)
    return Entry(new)


_READERS: Mapping[Kind, Callable[[str, Adding], Entry]] = {
    Kind.FACTOR: _factor,
    Kind.INSIGHT: _insight,
    Kind.ACTION: _action,
    Kind.QUESTION: _question,
}


def _all(linked: One | None) -> tuple[One, ...]:
    return () if linked is None else (linked,)


def _lens_of(role: Role | None) -> Lens:
    """Return the knowledge that a role speaks from; where it is not known, how it was to use the service."""
    groups = role.groups if role else ()
    return next((_LENS_OF[group] for group in groups), Lens.USAGE)
