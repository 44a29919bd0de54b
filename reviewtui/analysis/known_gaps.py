"""What a review is known to lack. Its report says so: who reads it can tell what it is a picture of."""

from collections.abc import Callable, Iterator

from reviewtui.analysis.item import Item, ItemKind
from reviewtui.analysis.phrases import capitalised, counted, joined, quoted
from reviewtui.analysis.places import moment_words
from reviewtui.analysis.representation import Absence, External, Facilitation, absences, facilitation
from reviewtui.analysis.untold import Untold, under_the_veil, untold
from reviewtui.model.lookups import accounts_in_sight, is_told, people_in
from reviewtui.model.place import Place
from reviewtui.model.review import Attendance, Review, Stage


def known_gaps(review: Review) -> tuple[Item, ...]:
    """Return what a review is known to lack: those who were missing first, what is open last."""
    return tuple(gap for look in _LOOKS for gap in look(review))


def _absent_groups(review: Review) -> Iterator[Item]:
    for absence in absences(review):
        yield Item(ItemKind.ABSENT, f"{absence.who} {absence.cost}", _places(absence))


def _places(absence: Absence) -> tuple[Place, ...]:
    """Return where the gap can be looked at: at the roles that are not there, else at the services."""
    roles = [str(role.id) for cover in absence.covers for role in cover.absent]
    services = [cover.service.id if cover.service else "" for cover in absence.covers]
    return tuple(Place(Stage.PEOPLE, record=record) for record in dict.fromkeys(roles or services))


def _facilitators(review: Review) -> Iterator[Item]:
    found = facilitation(review)
    if not found:
        yield Item(ItemKind.FACILITATOR, "No facilitator is named.", (Place(Stage.PEOPLE),))
    for one in found:
        if sentence := _facilitated(one):
            yield Item(ItemKind.FACILITATOR, sentence, (Place(Stage.PEOPLE, record=one.person.id),))


def _facilitated(one: Facilitation) -> str:
    if not one.is_there:
        return f"{one.person.name} was asked to facilitate and was not there."
    if one.external is External.NO:
        return f"{one.person.name} facilitated, and is from a team involved."
    if one.external is External.NOT_SAID:
        return f"{one.person.name} facilitated; from which team is not said."
    return ""


def _proxies(review: Review) -> Iterator[Item]:
    for role in review.roles:
        for person in people_in(review, role.id):
            if person.proxy_for.strip() and person.attendance is not Attendance.ABSENT:
                sentence = f"{person.name} spoke by proxy for {person.proxy_for.strip()}."
                yield Item(ItemKind.PROXY, sentence, (Place(Stage.PEOPLE, record=person.id),))


def _not_asked(review: Review) -> Iterator[Item]:
    for one in untold(review):
        sentence = f"There is no account by {one.role.name} of {_moments(review, one)}."
        yield Item(ItemKind.NOT_ASKED, sentence, _accounts_of(one))


def _veiled(review: Review) -> Iterator[Item]:
    for one in under_the_veil(review):
        sentence = f"What {one.role.name} wrote of {_moments(review, one)} is veiled, and not in the report."
        yield Item(ItemKind.VEILED, sentence, _accounts_of(one))


def _moments(review: Review, one: Untold) -> str:
    return joined(moment_words(review, event) for event in one.events)


def _accounts_of(one: Untold) -> tuple[Place, ...]:
    return tuple(Place(Stage.ACCOUNTS, event.id, one.role.id) for event in one.events)


def _not_filed(review: Review) -> Iterator[Item]:
    found = [one for one in accounts_in_sight(review) if is_told(one) and (one.event is None or one.role is None)]
    if found:
        accounts, are = ("account", "is") if len(found) == 1 else ("accounts", "are")
        sentence = f"{capitalised(counted(len(found)))} {accounts} {are} not filed yet, and not in the report."
        places = tuple(Place(Stage.ACCOUNTS, one.event, one.role, one.id) for one in found)
        yield Item(ItemKind.NOT_FILED, sentence, places)


def _open_questions(review: Review) -> Iterator[Item]:
    for question in review.questions:
        if question.text.strip() and not question.answer.strip() and not question.prepared:
            place = Place(Stage.LEARNING, question.event, record=question.id)
            yield Item(ItemKind.QUESTION, f"An open question: {quoted(question.text)}", (place,))


_LOOKS: tuple[Callable[[Review], Iterator[Item]], ...] = (
    _absent_groups,
    _facilitators,
    _proxies,
    _not_asked,
    _veiled,
    _not_filed,
    _open_questions,
)
