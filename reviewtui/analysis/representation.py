"""Who stands for those who build, operate and use each service, and what can't be learned without them.

The rule, and what each absence costs: "Who should be in an incident review" (Equal Experts, 2023).
"""

from enum import StrEnum
from typing import NamedTuple

from reviewtui.analysis.phrases import joined
from reviewtui.model.lookups import Phase, attendance_of, facilitators, has_told, is_in_the_room, people_in, phase_of
from reviewtui.model.review import Attendance, Duty, Group, Person, Review, Role, Service, ServiceId

COST_OF_ABSENCE: dict[Group, str] = {
    Group.DELIVERY: "product and engineering insights: why it was designed that way, what only its builders know",
    Group.OPERATIONS: "operational insights: how it is really operated, which monitoring and fixes exist elsewhere",
    Group.USERS: "usage insights: how it was lived, whether service was lost in part or in whole, what it did to trust",
}
"""By group, the kind of insight that a review can't produce without it."""

DOES = {Group.DELIVERY: "build", Group.OPERATIONS: "operate", Group.USERS: "use"}
"""What those of each group do with a service."""


class Cover(NamedTuple):
    """Who stands for one group of one service."""

    service: Service | None
    """`None`: no service is named yet, and the question is asked for the incident as a whole."""
    group: Group
    roles: tuple[Role, ...]
    """Those who stand for it and are not absent; empty: a gap."""
    absent: tuple[Role, ...]
    """Those who would stand for it and are absent."""

    @property
    def is_gap(self) -> bool:
        """Whether nobody stands for it."""
        return not self.roles


class Absence(NamedTuple):
    """A group that nobody stands for, at one service or at several."""

    group: Group
    covers: tuple[Cover, ...]
    """Where nobody stands for it; never empty."""

    @property
    def who(self) -> str:
        """Who is missing, as a sentence."""
        services = joined(cover.service.name if cover.service else "the service" for cover in self.covers)
        return f"Nobody stood for those who {DOES[self.group]} {services}."

    @property
    def cost(self) -> str:
        """What that costs, as a sentence."""
        return f"This review could not produce {COST_OF_ABSENCE[self.group]}."


class External(StrEnum):
    """Whether a facilitator is from outside the teams involved."""

    YES = "external"
    NO = "from a team involved"
    NOT_SAID = "team not said"


class Facilitation(NamedTuple):
    """One who facilitates."""

    person: Person
    is_there: bool
    external: External


def representation(review: Review) -> tuple[Cover, ...]:
    """Return for each service and group who stands for it, services in their order, groups as DOMAIN lists them."""
    services: tuple[Service | None, ...] = review.services or (None,)
    return tuple(_cover(review, service, group) for service in services for group in Group)


def gaps(review: Review) -> tuple[Cover, ...]:
    """Return the groups that nobody stands for."""
    return tuple(cover for cover in representation(review) if cover.is_gap)


def short_of(review: Review, group: Group) -> tuple[ServiceId, ...]:
    """Return the services that name who stands for them, and nobody of a group."""
    found = (gap.service for gap in gaps(review) if gap.group is group)
    return tuple(service.id for service in found if service is not None and service.roles)


def absences(review: Review) -> tuple[Absence, ...]:
    """Return the groups that nobody stands for, each once, with where that is."""
    found = gaps(review)
    by_group = ((group, tuple(gap for gap in found if gap.group is group)) for group in Group)
    return tuple(Absence(group, covers) for group, covers in by_group if covers)


def _cover(review: Review, service: Service | None, group: Group) -> Cover:
    standing = tuple(role for role in review.roles if group in role.groups and _stands_for(role, service))
    there = tuple(role for role in standing if _counts(review, role))
    return Cover(service, group, there, tuple(role for role in standing if role not in there))


def _stands_for(role: Role, service: Service | None) -> bool:
    return service is None or not service.roles or role.id in service.roles


def _counts(review: Review, role: Role) -> bool:
    """Tell whether a role counts: late is there; once the meeting has begun, one that was invited has to be heard."""
    attendance = attendance_of(review, role)
    if attendance is Attendance.INVITED:
        return phase_of(review.meeting) is Phase.BEFORE or has_told(review, role.id)
    return attendance is not Attendance.ABSENT


def facilitation(review: Review) -> tuple[Facilitation, ...]:
    """Return those who facilitate, whether they are there, and whether they are from outside."""
    return tuple(
        Facilitation(person, _is_there(review, person), _external(review, person)) for person in facilitators(review)
    )


def _is_there(review: Review, person: Person) -> bool:
    """Tell whether a facilitator is there: nobody facilitates in writing, nor by an invitation once it has begun."""
    if phase_of(review.meeting) is Phase.BEFORE:
        return person.attendance is not Attendance.ABSENT
    return is_in_the_room(person.attendance)


def _external(review: Review, person: Person) -> External:
    team = person.team.strip().casefold()
    if not team:
        return External.NOT_SAID
    involved = {role.name.strip().casefold() for role in review.roles}
    involved |= {
        other.team.strip().casefold() for other in review.people if other.role and other.duty is Duty.PARTICIPANT
    }
    return External.NO if team in involved else External.YES


class Proxy(StrEnum):
    """Whether those who stand for a role speak for themselves. A proxy is not a user."""

    NOT = ""
    IN_PART = "in part by proxy"
    WHOLLY = "by proxy"


def proxy_of(review: Review, role: Role) -> Proxy:
    """Return whether those of a role who are not absent speak for somebody else."""
    stood_for = stood_for_by(review, role)
    if not any(stood_for):
        return Proxy.NOT
    return Proxy.WHOLLY if all(stood_for) else Proxy.IN_PART


def stood_for_by(review: Review, role: Role) -> tuple[str, ...]:
    """Return whom each person of a role who is not absent speaks for; empty for who speaks for themselves."""
    people = people_in(review, role.id)
    return tuple(person.proxy_for.strip() for person in people if person.attendance is not Attendance.ABSENT)
