"""Who was in the room, and who was not: whose insights the reader has before them, and whose nobody could give."""

from collections.abc import Iterator

from reviewtui.analysis.phrases import joined
from reviewtui.analysis.representation import (
    DOES,
    Cover,
    External,
    Facilitation,
    absences,
    facilitation,
    representation,
)
from reviewtui.analysis.untold import Untold, under_the_veil, untold
from reviewtui.model.lookups import attendance_of, people_in
from reviewtui.model.review import Attendance, Duty, Group, Person, Role, Service
from reviewtui.report.blocks import Block, BulletList, Heading, Item, Paragraph, Table, Words, plain, strong, words
from reviewtui.report.material import Material
from reviewtui.report.when import brief_name_of

_ATTENDANCE = {
    Attendance.PRESENT: "",
    Attendance.LATE: "joined later",
    Attendance.IN_WRITING: "in writing",
    Attendance.INVITED: "invited",
    Attendance.ABSENT: "not there",
}
_EXTERNAL = {
    External.YES: "from outside the teams involved",
    External.NO: "from a team involved",
    External.NOT_SAID: "team not said",
}
_OTHER_DUTIES = {Duty.NOTE_TAKER: "Note-taker", Duty.OBSERVER: "Observer"}


def room(material: Material) -> Iterator[Block]:
    """Yield who facilitated, who stood for whom, what could not be learned, and everybody by name."""
    yield Heading(2, "Who was in the room, and who was not")
    yield Paragraph(plain(_facilitated(material)))
    yield Table(("", *(f"{does}s it" for does in DOES.values())), tuple(_covered(material)))
    if without := tuple(_without(material)):
        yield BulletList(without)
    if there := (*_roles(material), *_others(material)):
        yield Paragraph(plain("Who that was:"))
        yield BulletList(there)


def _facilitated(material: Material) -> str:
    found = facilitation(material.review)
    return " ".join(_facilitator(one) for one in found) if found else "No facilitator is named."


def _facilitator(one: Facilitation) -> str:
    place = f"{one.person.team}, {_EXTERNAL[one.external]}" if one.person.team.strip() else _EXTERNAL[one.external]
    if one.is_there:
        return f"{one.person.name} ({place}) facilitated."
    return f"{one.person.name} ({place}) was asked to facilitate and was not there."


def _covered(material: Material) -> Iterator[tuple[Words, ...]]:
    covers = representation(material.review)
    for first in range(0, len(covers), len(Group)):
        of_service = covers[first : first + len(Group)]
        yield (plain(_service(of_service[0].service)), *(plain(_cover(material, cover)) for cover in of_service))


def _service(service: Service | None) -> str:
    return service.name if service else "the service"


def _cover(material: Material, cover: Cover) -> str:
    there = joined(material.title(role) for role in cover.roles) or "nobody"
    absent = joined(role.name for role in cover.absent)
    return f"{there} (not there: {absent})" if absent else there


def _without(material: Material) -> Iterator[Item]:
    """Yield what this review could not produce, by the group that was missing; what was not asked, or waits unread."""
    for absence in absences(material.review):
        yield Item(words(strong(absence.who), f" {absence.cost}"))
    for one in untold(material.review):
        yield Item(plain(f"There is no account by {one.role.name} of {_moments(material, one)}."))
    for one in under_the_veil(material.review):
        yield Item(
            plain(f"What {one.role.name} wrote of {_moments(material, one)} is not opened yet, and not in this report.")
        )


def _moments(material: Material, one: Untold) -> str:
    return joined(brief_name_of(material, event) for event in one.events)


def _roles(material: Material) -> Iterator[Item]:
    for role in material.review.roles:
        people = joined((_person(person) for person in people_in(material.review, role.id)), "; ", "; ")
        yield Item(words(strong(f"{role.name}:"), f" {people or _attendance(material, role)}"))


def _attendance(material: Material, role: Role) -> str:
    return _ATTENDANCE[attendance_of(material.review, role)] or "present"


def _person(person: Person) -> str:
    stood_for = person.proxy_for.strip()
    about = (person.team.strip(), f"by proxy for {stood_for}" if stood_for else "", _ATTENDANCE[person.attendance])
    said = ", ".join(part for part in about if part)
    return f"{person.name} ({said})" if said else person.name


def _others(material: Material) -> Iterator[Item]:
    for duty, name in _OTHER_DUTIES.items():
        people = [_person(person) for person in material.review.people if person.duty is duty]
        if people:
            yield Item(words(strong(f"{name}:"), f" {joined(people, '; ', '; ')}"))
