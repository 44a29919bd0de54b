"""Who is still to come, and as what somebody who comes now has come."""

from typing import NamedTuple

from reviewtui.model.lookups import Phase, is_in_the_room, people_in, person_of, phase_of, role_of
from reviewtui.model.review import Attendance, Person, PersonId, Review, Role, RoleId


class Awaited(NamedTuple):
    """Somebody who is not here, or was not until now: a person, or a role of which nobody is named."""

    person: Person | None
    role: Role | None
    """Their role; for a person it may be none."""

    @property
    def id(self) -> str:
        """The id of the person, or else of the role."""
        return self.person.id if self.person else self.role.id if self.role else ""

    @property
    def name(self) -> str:
        """What the person is called, or else the role."""
        return self.person.name if self.person else self.role.name if self.role else ""

    @property
    def attendance(self) -> Attendance:
        """Where they are instead."""
        of = self.person or self.role
        return of.attendance if of else Attendance.INVITED


def awaited(review: Review) -> tuple[Awaited, ...]:
    """Return who is not here, by role in the review's order, then those who have no role."""
    by_role = [one for role in review.roles for one in _of_role(review, role)]
    others = [Awaited(person, None) for person in review.people if role_of(review, person.role) is None]
    return tuple(one for one in (*by_role, *others) if not is_in_the_room(one.attendance))


def _of_role(review: Review, role: Role) -> list[Awaited]:
    people = people_in(review, role.id)
    return [Awaited(person, role) for person in people] if people else [Awaited(None, role)]


def arrives_as(review: Review) -> Attendance:
    """Return what somebody is who comes now: late, once the meeting is under way and the first has told something."""
    began = review.meeting.started
    if began is None or phase_of(review.meeting) is not Phase.UNDER_WAY:
        return Attendance.PRESENT
    is_told = any(account.recorded_at >= began for account in review.accounts)
    return Attendance.LATE if is_told else Attendance.PRESENT


def newcomer(review: Review, person: PersonId | None, role: RoleId | None) -> Awaited | None:
    """Return whoever has arrived, or without a person and a role nobody in particular; `None` if they are not there."""
    if person is None:
        return Awaited(None, role_of(review, role))
    found = person_of(review, person)
    return Awaited(found, role_of(review, found.role)) if found else None
