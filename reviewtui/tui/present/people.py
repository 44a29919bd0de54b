"""Roles and people as rows."""

from textual.content import Content

from reviewtui.analysis.phrases import joined
from reviewtui.model.lookups import Phase, attendance_of, people_in, phase_of
from reviewtui.model.review import Attendance, Duty, Group, Person, Review, Role
from reviewtui.tui.present.words import hanging, row, said_line, shortened, stacked

GROUP_WORDS = {Group.DELIVERY: "builds it", Group.OPERATIONS: "operates it", Group.USERS: "uses it"}
_ATTENDANCE = 10
_ATTENDANCE_STYLES = {Attendance.PRESENT: "$kept", Attendance.LATE: "$kept", Attendance.ABSENT: "$key-moment"}
_LONGEST = 400
"""Characters of a name or a team that a row shows at most."""


def nobody_words(review: Review) -> str:
    """Return what to press while nobody is named; empty once somebody is, or the meeting has begun."""
    if review.people or (review.roles and phase_of(review.meeting) is not Phase.BEFORE):
        return ""
    return "Nobody by name yet: p adds who is asked" if review.roles else "Nobody yet: r adds a role, p a person"


def people_rows(review: Review, width: int) -> list[tuple[str, Content]]:
    """Return a row for each role and below it its people, then for those who have no role; by their ids."""
    rows: list[tuple[str, Content]] = []
    for role in review.roles:
        rows.append((role.id, _role(review, role, width)))
        rows += [(person.id, _person(person, width)) for person in people_in(review, role.id)]
    known = {role.id for role in review.roles}
    rows += [(person.id, _person(person, width)) for person in review.people if person.role not in known]
    return rows


def _role(review: Review, role: Role, width: int) -> Content:
    groups = joined(GROUP_WORDS[group].removesuffix(" it") for group in role.groups)
    short = f" ({shortened(role.short_name, _LONGEST)})" if role.short_name else ""
    name = said_line(shortened(role.name, _LONGEST), f"bold $role-{role.slot}")
    who = row(name, said_line(short, "$dim"), f"  {groups} it" if groups else "  a role of its own")
    return _with_attendance(Content.styled("▌", f"$role-{role.slot}"), who, attendance_of(review, role), width)


def _person(person: Person, width: int) -> Content:
    duty = "" if person.duty is Duty.PARTICIPANT else person.duty.value
    proxy = f"proxy for {shortened(person.proxy_for, _LONGEST)}" if person.proxy_for.strip() else ""
    asides = " · ".join(word for word in (duty, shortened(person.team, _LONGEST), proxy) if word)
    who = row(said_line(shortened(person.name, _LONGEST)), said_line(f"  {asides}" if asides else "", "$dim"))
    return _with_attendance(Content("   "), who, person.attendance, width)


def _with_attendance(head: Content, who: Content, attendance: Attendance, width: int) -> Content:
    """Return who it is, over as many lines as that takes, and at the right of the first whether they are here."""
    room = max(width - _ATTENDANCE, 20)
    first, *below = hanging(head, who, room - 1)
    here = Content.styled(attendance.value, _ATTENDANCE_STYLES.get(attendance, "$dim"))
    return stacked([row(first.pad_right(max(room - first.cell_length, 0)), here), *below])
