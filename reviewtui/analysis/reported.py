"""Every text of a review that a report carries, with the place where it can be changed."""

from collections.abc import Iterator
from typing import NamedTuple

from reviewtui.analysis.differences import unseen_discussions
from reviewtui.analysis.telling import counting_accounts
from reviewtui.model.place import Place
from reviewtui.model.review import Action, Event, Insight, Link, Person, Review, Stage, Verdict


class Reported(NamedTuple):
    """A text that readers will see."""

    text: str
    field: str
    """Which field of its record it is."""
    place: Place
    may_name: bool = False
    """Whether it is there to name people, so that a name in it is nothing to decide."""


def reported(review: Review) -> Iterator[Reported]:
    """Yield every text of a review that a report carries, in the order of the stages; blank ones are left out.

    Not there is what no report shows: notes, what is prepared, accounts that are veiled, not filed or of absent
    roles, and what the room said of what it judged not to be a difference.
    """
    found = (*_about(review), *_people(review), *_events(review), *_accounts(review), *_learning(review))
    return (one for one in found if one.text.strip())


def _about(review: Review) -> Iterator[Reported]:
    place = Place(Stage.PEOPLE)
    for field in ("title", "severity", "summary"):
        yield Reported(getattr(review, field), field, place)
    yield from _links(review.links, "links", place)


def _links(links: tuple[Link, ...], field: str, place: Place) -> Iterator[Reported]:
    for link in links:
        yield Reported(link.label, field, place)
        yield Reported(link.url, field, place)


def _people(review: Review) -> Iterator[Reported]:
    for service in review.services:
        yield Reported(service.name, "name", Place(Stage.PEOPLE, record=service.id))
    for role in review.roles:
        yield Reported(role.name, "name", Place(Stage.PEOPLE, record=role.id))
    for person in review.people:
        yield from _person(person)


def _person(person: Person) -> Iterator[Reported]:
    for field in ("name", "team", "proxy_for"):
        yield Reported(getattr(person, field), field, Place(Stage.PEOPLE, record=person.id), may_name=True)


def _events(review: Review) -> Iterator[Reported]:
    for event in review.events:
        yield from _event(event)


def _event(event: Event) -> Iterator[Reported]:
    place = Place(Stage.TIMELINE, event.id)
    yield Reported(event.title, "title", place)
    yield Reported(event.detail, "detail", place)
    yield Reported(event.when.as_written, "when", place)
    yield from _links(event.evidence, "evidence", place)


def _accounts(review: Review) -> Iterator[Reported]:
    events = {event.id for event in review.events}
    for account in counting_accounts(review):
        if account.event in events:
            yield Reported(account.text, "text", Place(Stage.ACCOUNTS, account.event, account.role, account.id))
    unseen = unseen_discussions(review)
    for discussion in review.discussions:
        if discussion.verdict is Verdict.NOT_A_DIFFERENCE or discussion.id in unseen:
            continue
        event = discussion.events[0] if discussion.events else None
        yield Reported(discussion.note, "note", Place(Stage.DIFFERENCES, event, record=discussion.id))


def _learning(review: Review) -> Iterator[Reported]:
    for factor in review.factors:
        yield Reported(factor.text, "text", Place(Stage.LEARNING, record=factor.id))
    for insight in review.insights:
        yield from _insight(insight)
    for action in review.actions:
        yield from _action(action)
    for question in review.questions:
        if not question.prepared:
            place = Place(Stage.LEARNING, question.event, record=question.id)
            yield Reported(question.text, "text", place)
            yield Reported(question.answer, "answer", place)


def _insight(insight: Insight) -> Iterator[Reported]:
    place = Place(Stage.LEARNING, record=insight.id)
    yield Reported(insight.text, "text", place)
    yield Reported(insight.for_whom, "for_whom", place)


def _action(action: Action) -> Iterator[Reported]:
    place = Place(Stage.LEARNING, record=action.id)
    yield Reported(action.text, "text", place)
    yield Reported(action.owner, "owner", place, may_name=True)
    yield Reported(action.reason, "reason", place)
    yield Reported(action.tracker, "tracker", place)
