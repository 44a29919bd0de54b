"""What a place in a review is called, as a part of a sentence."""

from reviewtui.analysis.phrases import quoted
from reviewtui.model.lookups import event_of, person_of, role_of, service_of
from reviewtui.model.place import Place
from reviewtui.model.review import Event, EventId, PersonId, Review, RoleId, ServiceId, Stage
from reviewtui.notation.moment import NO_CLOCK, clock_text


def moment_words(review: Review, event: EventId | Event | None) -> str:
    """Return an event by its time of day, or if nobody knows it by its title; empty if it is not there."""
    found = event if isinstance(event, Event) else event_of(review, event)
    if found is None:
        return ""
    clock = clock_text(found.when, review.zone)
    return quoted(found.title) if clock == NO_CLOCK else clock


def place_words(review: Review, place: Place, field: str) -> str:
    """Return what stands at a place, such as `what Delivery told of 13:34`.

    Args:
        review: The review.
        place: The place.
        field: The field of its record that is meant, where the record has no better name.
    """
    match place.stage:
        case Stage.PEOPLE:
            return _who(review, place.record) or f"the review's {field}"
        case Stage.TIMELINE:
            return f"the event of {moment_words(review, place.event)}"
        case Stage.ACCOUNTS:
            role = role_of(review, place.role)
            return f"what {role.name if role else 'somebody'} told of {moment_words(review, place.event)}"
        case Stage.DIFFERENCES:
            return f"a note on {moment_words(review, place.event) or 'a difference'}"
        case _:
            return _what_came_of_it(review, place.record)


def _who(review: Review, record: str) -> str:
    if service := service_of(review, ServiceId(record)):
        return f"the service {service.name}"
    if role := role_of(review, RoleId(record)):
        return f"the role {role.name}"
    person = person_of(review, PersonId(record))
    return f"what is noted of {person.name}" if person else ""


def _what_came_of_it(review: Review, record: str) -> str:
    ids: dict[str, list[str]] = {
        "a factor": [one.id for one in review.factors],
        "an insight": [one.id for one in review.insights],
        "an action": [one.id for one in review.actions],
        "a question": [one.id for one in review.questions],
    }
    return next((name for name, found in ids.items() if record in found), "the review")
