"""The forms of services, roles and people."""

import msgspec

from reviewtui.edits.naming import Change
from reviewtui.edits.people import add_person, add_role, add_service, change_person, change_role, change_service
from reviewtui.model.lookups import role_of
from reviewtui.model.review import Attendance, Duty, Group, Part, Person, Review, Role, RoleId, Service, ServiceId
from reviewtui.tui.dialogs.fields import ChoiceField, ChoicesField, TextField, Values, text_in, words_in, words_of
from reviewtui.tui.dialogs.record_form import RecordForm
from reviewtui.tui.present.people import GROUP_WORDS

_NO_ROLE = ("", "no role")


def service_form(review: Review, service: Service, *, is_new: bool) -> RecordForm:
    """Return the form of a service."""
    ask = add_service if is_new else change_service

    def change(values: Values) -> Change | None:
        name = text_in(values, "name").strip()
        changed = msgspec.structs.replace(
            service,
            name=name,
            part=Part(words_in(values, "part")[0]),
            roles=tuple(RoleId(role) for role in words_in(values, "roles")),
        )
        return ask.asked(service=changed) if name else None

    roles = tuple((role.id, role.name) for role in review.roles)
    return RecordForm(
        title="A service that set it off or was involved" if is_new else "Service",
        fields=(
            TextField("name", "name", service.name, "Checkout API"),
            ChoiceField("part", "in this incident", words_of(Part), service.part.value),
            ChoicesField("roles", "stood for by", roles, service.roles),
        ),
        change=change,
        hints=lambda values: {} if words_in(values, "roles") else {"roles": "none chosen: every role stands for it"},
    )


def role_form(role: Role, *, is_new: bool, services: tuple[ServiceId, ...] = ()) -> RecordForm:
    """Return the form of a role; a new one is to stand for some services that name who stands for them."""

    def change(values: Values) -> Change | None:
        name = text_in(values, "name").strip()
        changed = msgspec.structs.replace(
            role,
            name=name,
            short_name=text_in(values, "short").strip(),
            groups=tuple(Group(group) for group in words_in(values, "groups")),
            attendance=Attendance(words_in(values, "attendance")[0]),
        )
        if not name:
            return None
        return add_role.asked(role=changed, services=services) if is_new else change_role.asked(role=changed)

    return RecordForm(
        title="A role: one team, or one kind of user" if is_new else "Role",
        fields=(
            TextField("name", "name", role.name, "Payments delivery"),
            TextField("short", "short name", role.short_name, "what you type for it: del, ops, use"),
            ChoicesField("groups", "stands for who", tuple(GROUP_WORDS.items()), tuple(role.groups)),
            ChoiceField("attendance", "in the room", words_of(Attendance), role.attendance.value),
        ),
        change=change,
    )


def person_form(review: Review, person: Person, *, is_new: bool) -> RecordForm:
    """Return the form of a person."""
    ask = add_person if is_new else change_person
    seats = (*((role.id, role.name) for role in review.roles), _NO_ROLE)
    seat = person.role if role_of(review, person.role) else None

    def change(values: Values) -> Change | None:
        name = text_in(values, "name").strip()
        changed = msgspec.structs.replace(
            person,
            name=name,
            duty=Duty(words_in(values, "duty")[0]),
            role=RoleId(words_in(values, "role")[0]) or None,
            team=text_in(values, "team").strip(),
            proxy_for=text_in(values, "proxy").strip(),
            attendance=Attendance(words_in(values, "attendance")[0]),
        )
        return ask.asked(person=changed) if name else None

    return RecordForm(
        title="Somebody who was asked to the review" if is_new else "Person",
        fields=(
            TextField("name", "name", person.name),
            ChoiceField("role", "role", seats, seat or ""),
            ChoiceField("duty", "here as", words_of(Duty), person.duty.value),
            TextField("team", "team", person.team, "tells whether a facilitator is external"),
            TextField("proxy", "proxy for", person.proxy_for, "whom they speak for, if not for themselves"),
            ChoiceField("attendance", "in the room", words_of(Attendance), person.attendance.value),
        ),
        change=change,
    )
