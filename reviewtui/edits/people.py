"""Changes to the services, the roles and the people of a review."""

import msgspec

from reviewtui.edits.naming import edit
from reviewtui.edits.records import adding, moved, others, replacing, with_fields, with_table, without_record
from reviewtui.model.lookups import people_in, person_of, role_of
from reviewtui.model.review import (
    COLOURS,
    Attendance,
    Person,
    PersonId,
    Review,
    Role,
    RoleId,
    Service,
    ServiceId,
)


@edit("add the service {service}")
def add_service(review: Review, *, service: Service) -> Review:
    """Add a service that set the incident off or was involved; one that was just added takes its new form."""
    return adding(review, "services", service)


@edit("change the service {service}")
def change_service(review: Review, *, service: Service) -> Review:
    """Put `service` in the place of the one with its id."""
    return replacing(review, "services", service)


@edit("remove the service {service}")
def remove_service(review: Review, *, service: ServiceId) -> Review:
    """Remove a service."""
    return with_table(review, "services", without_record(review.services, service))


@edit("add the role {role}")
def add_role(review: Review, *, role: Role, services: tuple[ServiceId, ...] = ()) -> Review:
    """Add a role at the end of the table, in the first colour that no other role has.

    One that was just added takes its new form and keeps its colour.

    Args:
        review: The review.
        role: The role.
        services: Those that name who stands for them, and are to name it too.
    """
    if there := role_of(review, role.id):
        return replacing(review, "roles", with_fields(role, colour=there.colour))
    taken = {one.slot for one in review.roles}
    colour = next((slot for slot in range(COLOURS) if slot not in taken), len(review.roles) % COLOURS)
    stood_for = tuple(
        with_fields(one, roles=(*one.roles, role.id)) if one.id in services else one for one in review.services
    )
    return adding(with_table(review, "services", stood_for), "roles", with_fields(role, colour=colour))


@edit("change the role {role}")
def change_role(review: Review, *, role: Role) -> Review:
    """Put `role` in the place of the one with its id."""
    return replacing(review, "roles", role)


@edit("remove the role {role} and what it told")
def remove_role(review: Review, *, role: RoleId) -> Review:
    """Remove a role with its people and its accounts.

    What else names it (services, factors, insights, questions) no longer does.
    """
    if role_of(review, role) is None:
        return review
    return msgspec.structs.replace(
        review,
        roles=without_record(review.roles, role),
        people=tuple(person for person in review.people if person.role != role),
        accounts=tuple(account for account in review.accounts if account.role != role),
        services=tuple(with_fields(service, roles=others(service.roles, role)) for service in review.services),
        factors=tuple(with_fields(factor, roles=others(factor.roles, role)) for factor in review.factors),
        insights=tuple(
            with_fields(one, said_by=others(one.said_by, role), new_to=others(one.new_to, role))
            for one in review.insights
        ),
        questions=tuple(with_fields(one, asked_by=None) if one.asked_by == role else one for one in review.questions),
    )


@edit("add {person}")
def add_person(review: Review, *, person: Person) -> Review:
    """Add somebody who was asked to the review; one who was just added takes their new form."""
    return adding(review, "people", person)


@edit("change {person}")
def change_person(review: Review, *, person: Person) -> Review:
    """Put `person` in the place of the one with their id."""
    return replacing(review, "people", person)


@edit("remove {person}")
def remove_person(review: Review, *, person: PersonId) -> Review:
    """Remove somebody; what they told stays with their role."""
    if person_of(review, person) is None:
        return review
    return msgspec.structs.replace(
        review,
        people=without_record(review.people, person),
        accounts=tuple(
            with_fields(account, person=None) if account.person == person else account for account in review.accounts
        ),
    )


@edit("mark {person} as {attendance}")
def mark_person(review: Review, *, person: PersonId, attendance: Attendance) -> Review:
    """Set whether somebody is in the room."""
    found = person_of(review, person)
    return replacing(review, "people", with_fields(found, attendance=attendance)) if found else review


@edit("mark {role} as {attendance}")
def mark_role(review: Review, *, role: RoleId, attendance: Attendance) -> Review:
    """Set whether a role is in the room: it and all of its people."""
    found = role_of(review, role)
    if found is None:
        return review
    for person in people_in(review, role):
        review = replacing(review, "people", with_fields(person, attendance=attendance))
    return replacing(review, "roles", with_fields(found, attendance=attendance))


@edit("move {service}")
def move_service(review: Review, *, service: ServiceId, by: int) -> Review:
    """Move a service before the one above it (-1), or behind the one below it (1)."""
    return with_table(review, "services", moved(review.services, service, by, lambda _: True))


@edit("move {role}")
def move_role(review: Review, *, role: RoleId, by: int) -> Review:
    """Move a role to the left (-1) or to the right (1) at the table."""
    return with_table(review, "roles", moved(review.roles, role, by, lambda _: True))


@edit("move {person}")
def move_person(review: Review, *, person: PersonId, by: int) -> Review:
    """Move somebody among those of their role: before the one above them (-1), or behind the one below them (1)."""
    found = person_of(review, person)
    if found is None:
        return review
    people = moved(review.people, person, by, lambda one: one.role == found.role)
    return with_table(review, "people", people)


@edit("take the roles of the operating model")
def take_roles(review: Review, *, roles: tuple[Role, ...], without: tuple[RoleId, ...]) -> Review:
    """Have more `roles` at the table, `without` some of those that were there: they go with all that is theirs."""
    for gone in without:
        review = remove_role(review, role=gone)
    for role in roles:
        review = add_role(review, role=role)
    return review
