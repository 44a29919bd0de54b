"""All that was said in a review, each with the place that it can be jumped to."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from reviewtui.analysis.differences import unseen_discussions
from reviewtui.model.lookups import is_told, short_name, veiled_accounts
from reviewtui.model.place import Place
from reviewtui.model.review import Account, Event, EventId, Person, Question, Review, Role, RoleId, Stage
from reviewtui.notation.moment import clock_text


class Findable(NamedTuple):
    """One text that can be searched."""

    place: Place
    what: str
    """What it is, in a few words: `Operations, 10:42`."""
    text: str
    private: bool = False
    """Whether it is the facilitator's alone."""
    around: str = ""
    """What else it may be found by, beside a word that stands in it: the role that told it, and its names."""


def findable(review: Review, *stages: Stage) -> tuple[Findable, ...]:
    """Return every text that was said in a review, in the order of the stages; what is veiled is not there.

    Args:
        review: The review.
        stages: Those whose texts are wanted; none: all.
    """
    return tuple(each_findable(review, *stages))


def each_findable(review: Review, *stages: Stage) -> Iterator[Findable]:
    """Yield them one by one, for whoever does something with each that takes a while."""
    looks = (look for stage, look in _LOOKS if not stages or stage in stages)
    return (one for look in looks for one in look(review) if one.text.strip())


def _about(review: Review) -> Iterator[Findable]:
    for field in ("title", "summary", "severity"):
        yield Findable(Place(Stage.PEOPLE), field, getattr(review, field))
    for link in review.links:
        yield Findable(Place(Stage.PEOPLE), "link", f"{link.label} {link.url}".strip())


def _people(review: Review) -> Iterator[Findable]:
    for service in review.services:
        yield Findable(Place(Stage.PEOPLE, record=service.id), "service", service.name)
    for role in review.roles:
        yield Findable(Place(Stage.PEOPLE, record=role.id), "role", role.name, around=short_name(role))
    for person in review.people:
        yield Findable(Place(Stage.PEOPLE, record=person.id), person.duty.value, _person(person))


def _person(person: Person) -> str:
    stands_for = f"for {person.proxy_for}" if person.proxy_for.strip() else ""
    return ", ".join(part for part in (person.name, person.team, stands_for) if part.strip())


def _events(review: Review) -> Iterator[Findable]:
    for event in review.events:
        place = Place(Stage.TIMELINE, event.id)
        clock = clock_text(event.when, review.zone)
        yield Findable(place, "moment", f"{clock} {event.title}" if event.title.strip() else "")
        yield Findable(place, f"detail, {clock}", event.detail, around=event.title)
        for link in event.evidence:
            yield Findable(place, f"evidence, {clock}", f"{link.label} {link.url}".strip(), around=event.title)


def _accounts(review: Review) -> Iterator[Findable]:
    veiled = veiled_accounts(review)
    roles = {role.id: role for role in review.roles}
    people = {person.id: person.name for person in review.people}
    events = {event.id: event for event in review.events}
    for account in review.accounts:
        if is_told(account) and account.id not in veiled:
            role = roles.get(account.role) if account.role else None
            event = events.get(account.event) if account.event else None
            teller = people.get(account.person, "") if account.person else ""
            yield _account(review, account, role, event, teller)


def _account(review: Review, account: Account, role: Role | None, event: Event | None, teller: str) -> Findable:
    at = clock_text(event.when, review.zone) if event else "not filed"
    how = ", prediction" if account.prediction else ""
    around = " ".join((role.name, short_name(role)) if role else ())
    return Findable(
        Place(Stage.ACCOUNTS, account.event, account.role, account.id),
        f"{role.name if role else 'account'}, {at}{how}",
        account.text,
        around=f"{around} {teller} {event.title if event else ''}",
    )


def _discussions(review: Review) -> Iterator[Findable]:
    unseen = unseen_discussions(review)
    for one in review.discussions:
        if one.id not in unseen:
            place = Place(Stage.DIFFERENCES, next(iter(one.events), None), record=one.id)
            yield Findable(place, f"difference, {one.verdict.value}", one.sentence)
            yield Findable(place, "made of a difference", one.note, around=one.sentence)


def _learning(review: Review) -> Iterator[Findable]:
    for factor in review.factors:
        place = _learned(factor.id, factor.events, factor.roles)
        yield Findable(place, f"{factor.kind.value} factor", factor.text)
    for insight in review.insights:
        place = _learned(insight.id, insight.events, insight.said_by)
        yield Findable(place, f"{insight.lens.value} insight", insight.text)
        yield Findable(place, "for whom", insight.for_whom, around=insight.text)
    for action in review.actions:
        place = Place(Stage.LEARNING, record=action.id)
        owner = f" @{action.owner}" if action.owner.strip() else ""
        yield Findable(place, f"action, {action.state.value}", f"{action.text}{owner}")
        yield Findable(place, "reason", action.reason, around=action.text)
        yield Findable(place, "tracker", action.tracker, around=action.text)


def _learned(record: str, events: tuple[EventId, ...], roles: tuple[RoleId, ...]) -> Place:
    return Place(Stage.LEARNING, next(iter(events), None), next(iter(roles), None), record)


def _questions(review: Review) -> Iterator[Findable]:
    for one in review.questions:
        yield from _question(one)


def _question(one: Question) -> Iterator[Findable]:
    place = Place(Stage.LEARNING, one.event, one.asked_by, one.id)
    kind = "parked question" if one.parked else "prepared question" if one.prepared else "question"
    yield Findable(place, kind, one.text, private=one.prepared)
    yield Findable(place, f"answer to a {kind}", one.answer, private=one.prepared, around=one.text)


def _private(review: Review) -> Iterator[Findable]:
    for field, text in (("notes", review.notes.text), ("agenda", review.settings.agenda)):
        yield Findable(Place(Stage.PEOPLE), field, text, private=True)


_LOOKS: tuple[tuple[Stage, Callable[[Review], Iterator[Findable]]], ...] = (
    (Stage.PEOPLE, _about),
    (Stage.PEOPLE, _people),
    (Stage.TIMELINE, _events),
    (Stage.ACCOUNTS, _accounts),
    (Stage.DIFFERENCES, _discussions),
    (Stage.LEARNING, _learning),
    (Stage.LEARNING, _questions),
    (Stage.PEOPLE, _private),
)
