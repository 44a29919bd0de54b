"""The invitation to a review, as plain text to paste into a message."""

from collections.abc import Iterator

from reviewtui.analysis.phrases import event_name, joined
from reviewtui.analysis.representation import External, Facilitation, facilitation, gaps
from reviewtui.model.lookups import key_moments, people_in
from reviewtui.model.moments import day_of
from reviewtui.model.review import Attendance, EventKind, Group, Person, Review, Role
from reviewtui.plaintext import displayable

_DOES = {Group.DELIVERY: "build", Group.OPERATIONS: "operate", Group.USERS: "use"}
_HOW_WORDS_ARE_USED = (
    "What you tell is written down in your words, under the name of your role.",
    "You read the draft before anybody else does, and what is said in your name is yours to change.",
    "A sentence of yours is quoted beyond the room only if you agree to it.",
)
_HOW_TO_ANSWER = (
    "Say whether you come; if the hour doesn't suit you, say which one would.",
    "If you can't come: send what you have to tell in writing, or tell it by phone before, in ten minutes.",
    "Or name somebody who saw it from where you were. Whom else would you ask?",
)
_TO_BRING = (
    "when and through what you first had a sign of it, if you had one",
    "what you saw, thought and did then, as it looked to you at that time",
    "what you wrote down or looked at that day: chats, charts, tickets",
)


def invitation(review: Review) -> str:
    """Return the invitation: what it is for, who is asked, how long it takes, and how the words are used.

    Nothing private is in it, prepared questions least of all; every character that a terminal would obey is made
    visible.
    """
    bring = _list("Please bring", _TO_BRING)
    parts = (
        _purpose(review),
        _people(review),
        _hour(review),
        _moments(review),
        _list("How to answer", _HOW_TO_ANSWER),
        bring,
        _list("How your words are used", _HOW_WORDS_ARE_USED),
    )
    return displayable("\n\n".join(part for part in parts if part) + "\n")


def _purpose(review: Review) -> str:
    days = (day_of(event.when, review.zone) for event in review.events)
    day = next((f" on {day.day} {day:%B %Y}" for day in days if day), "")
    services = joined(name for service in review.services if (name := _one_line(service.name)))
    about = f" with {services}" if services else ""
    return (
        f"Incident review: {_one_line(review.title) or 'an incident'}\n\n"
        f"We want to understand together what happened{day}{about}: how it was built, how it is operated, and how it "
        "was lived by those who use it. Everybody saw another part of it. We are looking for what there is to learn, "
        "not for somebody it was due to."
    )


def _people(review: Review) -> str:
    lines = [*(_role(review, role) for role in review.roles), *_nobody_yet(review)]
    asked = _list("Who is asked", lines)
    facilitators = " ".join(_facilitator(one) for one in facilitation(review))
    return "\n\n".join(part for part in (asked, facilitators) if part)


def _role(review: Review, role: Role) -> str:
    groups = joined(_DOES[group] for group in role.groups)
    stands_for = f" (those who {groups} it)" if groups else ""
    people = people_in(review, role.id)
    names = joined(_person(person) for person in people if person.attendance is not Attendance.ABSENT)
    return f"{_one_line(role.name) or 'A role'}{stands_for}: {names or 'to be named'}"


def _person(person: Person) -> str:
    name, stood_for = _name(person), _one_line(person.proxy_for)
    manner = " (in writing)" if person.attendance is Attendance.IN_WRITING else ""
    return f"{name} for {stood_for}{manner}" if stood_for else f"{name}{manner}"


def _name(person: Person) -> str:
    return _one_line(person.name) or "somebody"


def _nobody_yet(review: Review) -> Iterator[str]:
    """Yield whom nobody stands for yet: whoever reads it may know somebody."""
    missing = gaps(review)
    for group, does in _DOES.items():
        named = [_one_line(gap.service.name) if gap.service else "" for gap in missing if gap.group is group]
        if named:
            services = joined(dict.fromkeys(name or "it" for name in named))
            yield f"Those who {does} {services}: nobody yet. Do you know whom to ask?"


def _facilitator(one: Facilitation) -> str:
    team = _one_line(one.person.team)
    outside = ", from outside the teams involved" if one.external is External.YES else ""
    return f"{_name(one.person)}{f' ({team}{outside})' if team else ''} facilitates."


def _hour(review: Review) -> str:
    agenda = [_one_line(line) for line in review.settings.agenda.splitlines() if line.strip()]
    takes = f"It takes {review.meeting.planned_minutes} minutes"
    return _list(takes, agenda) if agenda else f"{takes}."


def _moments(review: Review) -> str:
    """Return the moments that are gone through. What an experiment did is told by those who made it."""
    told = [event for event in key_moments(review) if event.kind is not EventKind.EXPERIMENT]
    moments = [_one_line(event_name(event, review.zone)) for event in told]
    return _list(f"The moments that we go through, in the time of {review.zone}", moments)


def _list(title: str, lines: list[str] | tuple[str, ...]) -> str:
    return "\n".join((f"{title}:", *(f"- {line}" for line in lines))) if lines else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
