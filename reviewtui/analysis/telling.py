"""What counts as told: the lines of those who are not absent, at the events where nothing is veiled."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reviewtui.model.lookups import accounts_at, attendance_of, event_of, is_told, is_veiled, veiled_accounts
from reviewtui.model.review import Account, Attendance, Event, EventId, Review, Role, RoleId
from reviewtui.notation.account import Line, parse_account
from reviewtui.notation.labels import Label


class ToldLine(NamedTuple):
    """A line, and the account it stands in."""

    account: Account
    line: Line


class RoleTelling(NamedTuple):
    """What one role told of one event; a role that told nothing has no lines."""

    role: Role
    lines: tuple[ToldLine, ...]

    def labelled(self, *labels: Label) -> tuple[ToldLine, ...]:
        """Return the lines with one of these labels, in the order said."""
        return tuple(told for told in self.lines if told.line.label in labels)


class Telling(NamedTuple):
    """What was told of one event, by role in the review's order."""

    event: Event
    roles: tuple[RoleTelling, ...]

    @property
    def tellers(self) -> tuple[RoleTelling, ...]:
        """The roles that told anything of it."""
        return tuple(telling for telling in self.roles if telling.lines)

    def is_told_by(self, role: RoleId) -> bool:
        """Tell whether a role told anything of it."""
        return any(telling.role.id == role and telling.lines for telling in self.roles)


def counting_roles(review: Review) -> tuple[Role, ...]:
    """Return the roles whose accounts count: all but those that are absent."""
    return tuple(role for role in review.roles if attendance_of(review, role) is not Attendance.ABSENT)


def counting_accounts(review: Review) -> tuple[Account, ...]:
    """Return the accounts that count, filed or not: not blank, not veiled, and of a role that counts."""
    roles = {role.id for role in counting_roles(review)}
    veiled = veiled_accounts(review)
    return tuple(
        account
        for account in review.accounts
        if account.role in roles and is_told(account) and account.id not in veiled
    )


def told_by_event(review: Review) -> Mapping[EventId, tuple[Account, ...]]:
    """Return the accounts of each event that count; an event that has none is missing."""
    found: defaultdict[EventId, list[Account]] = defaultdict(list)
    for account in counting_accounts(review):
        if account.event is not None:
            found[account.event].append(account)
    return {event: tuple(accounts) for event, accounts in found.items()}


def tellings(review: Review) -> tuple[Telling, ...]:
    """Return what was told of each event, in the order of the timeline."""
    told, roles = told_by_event(review), counting_roles(review)
    return tuple(telling_from(event, told.get(event.id, ()), roles) for event in review.events)


def telling_of(review: Review, event: EventId) -> Telling | None:
    """Return what was told of one event; `None` if the review has no such event."""
    found = event_of(review, event)
    if found is None:
        return None
    roles = counting_roles(review)
    counting = {role.id for role in roles}
    told = (
        account
        for account in accounts_at(review, event)
        if account.role in counting and is_told(account) and not is_veiled(found, account)
    )
    return telling_from(found, told, roles)


def telling_from(event: Event, accounts: Iterable[Account], roles: Iterable[Role]) -> Telling:
    """Return what was told of an event.

    Args:
        event: The event.
        accounts: Its accounts that count.
        roles: The roles whose accounts count.
    """
    lines: defaultdict[RoleId | None, list[ToldLine]] = defaultdict(list)
    for account in accounts:
        lines[account.role] += (ToldLine(account, line) for line in parse_account(account.text))
    return Telling(event, tuple(RoleTelling(role, tuple(lines.get(role.id, ()))) for role in roles))
