"""Services, roles and people as rows, and what each gap costs."""

from textual.content import Content

from reviewtui.analysis.phrases import joined
from reviewtui.analysis.representation import (
    COST_OF_ABSENCE,
    Cover,
    External,
    facilitation,
    gaps,
    representation,
)
from reviewtui.model.lookups import attendance_of, people_in
from reviewtui.model.review import Attendance, Duty, Group, Person, Review, Role, Service
from reviewtui.tui.present.words import hanging, row, said_line, stacked

GROUP_WORDS = {Group.DELIVERY: "builds it", Group.OPERATIONS: "operates it", Group.USERS: "uses it"}
_GROUP = 13
_ATTENDANCE = 10
_ATTENDANCE_STYLES = {Attendance.PRESENT: "$kept", Attendance.LATE: "$kept", Attendance.ABSENT: "$key-moment"}


def service_rows(review: Review, width: int) -> list[tuple[str, Content]]:
    """Return a row for each service, by its id: its name, and below who builds, operates and uses it."""
    covers = representation(review)
    return [
        (service.id, _service(service, [one for one in covers if one.service is service], width))
        for service in review.services
    ]


def _service(service: Service, covers: list[Cover], width: int) -> Content:
    name = row(said_line(service.name, "bold"), (f"  {service.part.value}", "$dim"))
    return stacked([name, *(_cover(cover, width) for cover in covers)])


def _cover(cover: Cover, width: int) -> Content:
    head = Content.styled(f"  {GROUP_WORDS[cover.group]:<{_GROUP}}", "$dim")
    if cover.is_gap:
        return row(head, ("○ nobody", "$key-moment"))
    names = Content(", ").join(said_line(role.name, f"$role-{role.colour}") for role in cover.roles)
    return row(head, names.truncate(width - head.cell_length, ellipsis=True))


def _padded(content: Content, width: int) -> Content:
    return content.pad_right(max(width - content.cell_length, 0))


def gap_lines(review: Review, width: int) -> list[Content]:
    """Return for every group that nobody stands for what this review can't produce without it."""
    lines = [line for gap in _gaps_by_group(review) for line in _gap(*gap, width)]
    return lines + _facilitator_lines(review, width)


def _gaps_by_group(review: Review) -> list[tuple[Group, list[str]]]:
    """Return the groups with a gap, and the services they are missing for."""
    found = gaps(review)
    return [
        (group, [gap.service.name if gap.service else "this incident" for gap in found if gap.group is group])
        for group in Group
        if any(gap.group is group for gap in found)
    ]


def _gap(group: Group, services: list[str], width: int) -> list[Content]:
    who = {Group.DELIVERY: "builds", Group.OPERATIONS: "operates", Group.USERS: "uses"}[group]
    words = row(
        f"Nobody here {who} ", said_line(", ".join(services), "bold"), ". Without them no ", COST_OF_ABSENCE[group]
    )
    return hanging(Content.styled("○ ", "$key-moment"), words, width)


def _facilitator_lines(review: Review, width: int) -> list[Content]:
    found = facilitation(review)
    sign = Content.styled("○ ", "$key-moment")
    if not found:
        return hanging(sign, Content("Nobody facilitates yet: someone from outside the teams involved."), width)
    inside = [one.person.name for one in found if one.external is External.NO]
    if inside:
        words = row(
            said_line(", ".join(inside), "bold"), " facilitates and is from a team involved; an external one sees more."
        )
        return hanging(sign, words, width)
    return []


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
    short = f" ({role.short_name})" if role.short_name else ""
    name = row(
        ("▌", f"$role-{role.colour}"), said_line(role.name, f"bold $role-{role.colour}"), said_line(short, "$dim")
    )
    return _with_attendance(
        row(name, f"  {groups} it" if groups else "  a role of its own"), attendance_of(review, role), width
    )


def _person(person: Person, width: int) -> Content:
    duty = "" if person.duty is Duty.PARTICIPANT else person.duty.value
    proxy = f"proxy for {person.proxy_for}" if person.proxy_for.strip() else ""
    asides = " · ".join(word for word in (duty, person.team, proxy) if word)
    return _with_attendance(
        row("   ", said_line(person.name), said_line(f"  {asides}", "$dim")), person.attendance, width
    )


def _with_attendance(who: Content, attendance: Attendance, width: int) -> Content:
    """Return who it is, and at the right whether they are here."""
    room = max(width - _ATTENDANCE, 10)
    here = Content.styled(attendance.value, _ATTENDANCE_STYLES.get(attendance, "$dim"))
    return row(_padded(who.truncate(room - 1, ellipsis=True), room), here)
