"""What the roles told of one event, as it is read side by side."""

from typing import NamedTuple

from textual.content import Content

from reviewtui.analysis.difference import Difference
from reviewtui.model.lookups import accounts_at, attendance_of, is_told, is_veiled, people_in, person_of
from reviewtui.model.moments import day_of
from reviewtui.model.review import Account, Attendance, Event, EventKind, Review, Role
from reviewtui.notation.account import Line, NoticedKind, parse_account, parse_noticed
from reviewtui.notation.event import more_than_title
from reviewtui.notation.labels import Label
from reviewtui.notation.moment import clock_text
from reviewtui.tui.present.timeline import kind_words, star
from reviewtui.tui.present.words import hanging, row, said, said_line

NARROWEST_COLUMN = 28
"""The cells that a role needs to stand in a column of its own."""
_LABELS = 9
_WIDE_HEAD = 84
_PROMPT = "○ not told yet"
_VEILED = "◐ written, not yet told"


class Told(NamedTuple):
    """An account as a cell shows it."""

    account: Account
    teller: str
    """Who told it, where the role has several accounts or somebody is named."""


class Cell(NamedTuple):
    """One role's place at one event."""

    role: Role
    by_proxy: bool
    attendance: Attendance
    told: tuple[Told, ...]
    """Its accounts that may be seen, in the order in which they were begun."""
    is_veiled: bool
    """Whether there are others, which may not."""
    is_being_written: bool = False
    """Whether the editor is open in it."""


def cells(review: Review, event: Event) -> tuple[Cell, ...]:
    """Return the cell of every role at an event."""
    return tuple(_cell(review, event, role) for role in review.roles)


def _cell(review: Review, event: Event, role: Role) -> Cell:
    there = [account for account in accounts_at(review, event.id, role.id) if is_told(account)]
    open_ones = [account for account in there if not is_veiled(event, account)]
    return Cell(
        role=role,
        by_proxy=any(person.proxy_for.strip() for person in people_in(review, role.id)),
        attendance=attendance_of(review, role),
        told=tuple(Told(account, _teller(review, account)) for account in open_ones),
        is_veiled=len(open_ones) < len(there),
    )


def _teller(review: Review, account: Account) -> str:
    person = person_of(review, account.person)
    return person.name if person else ""


def role_head(cell: Cell, *, short: bool = False) -> Content:
    """Return a role's name in its colour, and whether it speaks by proxy or is not here."""
    asides = [word for word, holds in (("by proxy", cell.by_proxy), (_not_here(cell), True)) if word and holds]
    aside = f" ({', '.join(asides)})" if asides and not short else ""
    return row(said_line(cell.role.name, f"bold $role-{cell.role.colour}"), (aside, "$dim"))


def _not_here(cell: Cell) -> str:
    return "" if cell.attendance in {Attendance.PRESENT, Attendance.INVITED} else cell.attendance.value


def account_lines(told: Told, width: int, *, marked: bool) -> list[Content]:
    """Return an account wrapped to `width` cells: labels in a dim column, what was said beside them in full light.

    Args:
        told: The account.
        width: The cells there are.
        marked: Whether one stands at this account among several.
    """
    lines = [line for spoken in parse_account(told.account.text) for line in _spoken(spoken, width)]
    if told.teller or marked:
        head = row(
            ("› " if marked else "", "$here"), said_line(told.teller or "another account", "$dim italic", cells=width)
        )
        return [head, *lines]
    return lines


def _spoken(line: Line, width: int) -> list[Content]:
    if line.label is None:
        return said(line.text).wrap(width)
    label = "sign" if line.label is Label.NOTICED else line.label.value
    head = Content.styled(f"{label:<{_LABELS}}" if len(label) < _LABELS else f"{label} ", "$dim")
    return hanging(head, _sign(line.text) if line.label is Label.NOTICED else said(line.text), width)


def _sign(text: str) -> Content:
    """Return what stands behind `noticed:`, its time in bold."""
    noticed = parse_noticed(text)
    if noticed.kind is NoticedKind.NO_TIME:
        return said(text)
    time = text.removesuffix(noticed.through).strip(" ,;:–—")
    return row(said(time, "bold"), "  " if noticed.through else "", said(noticed.through))


def cell_text(cell: Cell, width: int, at: int | None) -> Content:
    """Return what a role told of an event.

    Args:
        cell: The cell.
        width: The cells of the screen there are.
        at: Which of its accounts one stands at; `None` where one stands at none of them.
    """
    lines: list[Content] = []
    for number, told in enumerate(cell.told):
        several = len(cell.told) > 1
        lines += [Content("")] if lines else []
        lines += account_lines(told, width, marked=several and number == at)
    if cell.is_veiled:
        lines.append(Content.styled(_VEILED, "$dim"))
    return Content("\n").join(lines or [Content.styled(_PROMPT, "$dim")])


def event_head(review: Review, event: Event, width: int) -> Content:
    """Return the event that is being told, over two lines: time, kind and title; then where it is from."""
    place = 1 + next(number for number, one in enumerate(review.events) if one.id == event.id)
    is_wide = width >= _WIDE_HEAD
    count = Content.styled(f"{'moment ' if is_wide else ''}{place} of {len(review.events)}", "$dim")
    head = row(star(event), (clock_text(event.when, review.zone), "bold"), "  ", kind_words(event) if is_wide else "")
    title = said_line(event.title, "bold", cells=width - head.cell_length - count.cell_length - 2)
    gap = width - head.cell_length - title.cell_length - count.cell_length
    day = day_of(event.when, review.zone)
    on = f"{day.day} {day:%b}" if day else ""
    kind = "" if is_wide or event.kind is EventKind.EVENT else event.kind.value
    below = " · ".join(
        part for part in (on, kind, _first_line(more_than_title(event.title, event.detail)), _sources(event)) if part
    )
    return row(head, title, " " * max(gap, 1), count, "\n", "  ", said_line(below, "$dim", cells=width - 2))


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.split("\n") if line.strip()), "")


def _sources(event: Event) -> str:
    documents = {source.document: None for source in event.sources if source.document}
    labels = {link.label or link.url: None for link in event.evidence}
    return " · ".join([*labels, *(f"read from {document}" for document in documents)])


def difference_lines(found: tuple[Difference, ...], width: int, most: int) -> Content:
    """Return the differences at an event, certain ones first, those to ask in the colour of what is private.

    Args:
        found: The differences.
        width: The cells there are.
        most: The lines there may be; what does not fit is counted on the last one.
    """
    blocks = [_difference(one, width) for one in found]
    lines: list[Content] = []
    for number, block in enumerate(blocks):
        left = len(blocks) - number
        if len(lines) + len(block) > most - (left > 1):
            hidden = Content.styled(f"  and {left} more", "$dim")
            return Content("\n").join([*lines[: most - 1], hidden])
        lines += block
    return Content("\n").join(lines)


def _difference(difference: Difference, width: int) -> list[Content]:
    if difference.certain:
        return hanging(Content.styled("≠ ", "$key-moment"), said(difference.sentence), width)
    private = row(said(difference.sentence, "$private"), ("  private", "$dim italic"))
    return hanging(Content.styled("? ", "$private"), private, width)
