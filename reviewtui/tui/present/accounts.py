"""What the roles told of one event, as it is read side by side."""

from typing import NamedTuple

from textual.content import Content

from reviewtui.analysis.experiments import is_ahead
from reviewtui.analysis.representation import Proxy, proxy_of
from reviewtui.model.lookups import accounts_at, attendance_of, is_in_writing, is_told, is_veiled, person_of
from reviewtui.model.moments import day_of
from reviewtui.model.review import Account, Attendance, Event, EventKind, Review, Role
from reviewtui.notation.account import Line, NoticedKind, parse_account, parse_noticed
from reviewtui.notation.event import more_than_title
from reviewtui.notation.labels import Label
from reviewtui.notation.moment import clock_text
from reviewtui.tui.present.timeline import DISCUSSED, kind_words, star
from reviewtui.tui.present.words import CURSOR, LABEL_WIDTH, hanging, row, said, said_line, stacked

NARROWEST_COLUMN = 28
"""The cells that a role needs to stand in a column of its own."""
_WIDE_TEXT = 48
_NARROW_LABELS = 9
_WIDE_HEAD = 84
_PREDICTION = "prediction"
_SEEN = "what was seen"
_PROMPT = "○ not told yet"
_WRITTEN = "◐ written"
_AHEAD = "○ not told yet; P writes what it expects"
_VEILED = "◐ written, not yet told"


class Told(NamedTuple):
    """An account as a cell shows it."""

    account: Account
    teller: str
    """Who told it and how, as far as that is to be said."""


class Cell(NamedTuple):
    """One role's place at one event."""

    role: Role
    proxy: Proxy
    attendance: Attendance
    told: tuple[Told, ...]
    """Its accounts that may be seen: what was foretold first, then in the order in which they were begun."""
    is_veiled: bool
    """Whether there are others, which may not."""
    is_ahead: bool = False
    """Whether it can foretell what has not happened yet."""
    written: int | None = None
    """Which of its accounts stands in the editor, one more than there are for a new one; `None`: it is closed."""


def cells(review: Review, event: Event) -> tuple[Cell, ...]:
    """Return the cell of every role at an event."""
    return tuple(_cell(review, event, role) for role in review.roles)


def _cell(review: Review, event: Event, role: Role) -> Cell:
    there = [account for account in accounts_at(review, event.id, role.id) if is_told(account)]
    open_ones = sorted((one for one in there if not is_veiled(event, one)), key=lambda one: not one.prediction)
    return Cell(
        role=role,
        proxy=proxy_of(review, role),
        attendance=attendance_of(review, role),
        told=tuple(Told(account, _teller(review, account, open_ones)) for account in open_ones),
        is_veiled=len(open_ones) < len(there),
        is_ahead=is_ahead(review, event),
    )


def _teller(review: Review, account: Account, beside: list[Account]) -> str:
    """Return who told an account, and whether it was foretold; beside what was foretold also what was seen."""
    person = person_of(review, account.person)
    seen = _SEEN if any(one.prediction for one in beside) else ""
    how = (_PREDICTION,) if account.prediction else (_WRITTEN if is_in_writing(account) else "", seen)
    return " · ".join(part for part in (person.name if person else "", *how) if part)


def role_head(cell: Cell, *, with_teller: bool) -> Content:
    """Return a role's name in its colour, whether it speaks by proxy or is not here, and below who told it, if asked.

    Args:
        cell: The role's place.
        with_teller: Whether the name has room below it for who told the account, where the role has no other.
    """
    asides = [word for word in (cell.proxy.value, _not_here(cell)) if word]
    aside = f" ({', '.join(asides)})" if asides else ""
    name = row(said_line(cell.role.name, f"bold $role-{cell.role.slot}"), (aside, "$dim"))
    teller = cell.told[0].teller if with_teller and cell.told and how_many(cell) == 1 else ""
    return row(name, "\n", said_line(teller, "$dim italic")) if teller else name


def marked_head(head: Content, width: int, *, is_here: bool) -> Content:
    """Return a role's name, with a mark before it where one stands at it."""
    return stacked(hanging(row((CURSOR, "bold $here") if is_here else " "), head, width))


def _not_here(cell: Cell) -> str:
    return "" if cell.attendance in {Attendance.PRESENT, Attendance.INVITED} else cell.attendance.value


def how_many(cell: Cell) -> int:
    """Return how many accounts a role has, with a new one in the editor."""
    return max(len(cell.told), 0 if cell.written is None else cell.written + 1)


def teller_words(cell: Cell, number: int) -> str:
    """Return who told one of a role's accounts, by its place; where that is not said, which of several it is."""
    teller = cell.told[number].teller if number < len(cell.told) else ""
    which = f"account {number + 1} of {how_many(cell)}" if how_many(cell) > 1 else ""
    return teller or which


def label_column(spoken: list[list[Line]], width: int) -> int:
    """Return the cells that labels take: as many in every wide cell, in a narrow one no more than its own need."""
    longest = max((len(_label(line)) + 1 for lines in spoken for line in lines if line.label), default=0)
    return max(longest, LABEL_WIDTH if width >= _WIDE_TEXT else _NARROW_LABELS)


def _label(line: Line) -> str:
    return "sign" if line.label is Label.NOTICED else line.label.value if line.label else ""


def spoken_lines(line: Line, labels: int, width: int) -> list[Content]:
    """Return one line of an account wrapped to `width` cells, `labels` of them for the column of its label."""
    if line.label is None:
        return said(line.text).wrap(width)
    head = Content.styled(f"{_label(line):<{labels}}", "$dim")
    return hanging(head, _sign(line.text) if line.label is Label.NOTICED else said(line.text), width)


def _sign(text: str) -> Content:
    """Return what stands behind `noticed:`, its time in bold."""
    noticed = parse_noticed(text)
    if noticed.kind is NoticedKind.NO_TIME:
        return said(text)
    time = text.removesuffix(noticed.through).strip(" ,;:–—")
    return row(said(time, "bold"), "  " if noticed.through else "", said(noticed.through))


def has_text(cell: Cell, *, below: bool = False) -> bool:
    """Tell whether a role has a text above the editor, or below it; where that is closed, all stands above."""
    if cell.written is None:
        return not below
    return (cell.written + 1 < len(cell.told) or cell.is_veiled) if below else cell.written > 0


def cell_text(cell: Cell, width: int, at: int | None, *, with_teller: bool, below: bool = False) -> Content:
    """Return what a role told of an event; without what stands in the editor, what is above that.

    Args:
        cell: The cell.
        width: The cells of the screen there are.
        at: Which of its accounts one stands at; `None` where one stands at none of them.
        with_teller: Whether to say above a single account who told it; above several it is always said.
        below: Whether it is what is below the editor.
    """
    blocks = _blocks(cell, width, at, with_teller=with_teller)
    if cell.written is not None:
        blocks = blocks[cell.written + 1 :] if below else blocks[: cell.written]
    if cell.is_veiled and (below or cell.written is None):
        blocks.append([Content.styled(_VEILED, "$dim")])
    lines = [line for block in blocks for line in (Content(""), *block)][1:]
    return stacked(lines or [Content.styled(_AHEAD if cell.is_ahead else _PROMPT, "$dim")])


def lines_of_account(cell: Cell, width: int, at: int, *, with_teller: bool) -> range:
    """Return on which lines of its text an account stands; none if there is no such account."""
    lengths = [len(block) for block in _blocks(cell, width, at, with_teller=with_teller)]
    first = sum(length + 1 for length in lengths[:at])
    return range(first, first + sum(lengths[at : at + 1]))


def _blocks(cell: Cell, width: int, at: int | None, *, with_teller: bool) -> list[list[Content]]:
    """Return the lines of each account of a cell."""
    several = how_many(cell) > 1
    spoken = [list(parse_account(told.account.text)) for told in cell.told]
    labels = label_column(spoken, width)
    blocks: list[list[Content]] = []
    for number, lines in enumerate(spoken):
        block = [shown for line in lines for shown in spoken_lines(line, labels, width)]
        if teller_words(cell, number) and (several or with_teller):
            block.insert(0, teller_line(cell, number, width, is_here=number == at and cell.written is None))
        blocks.append(block)
    return blocks


def teller_line(cell: Cell, number: int, width: int, *, is_here: bool) -> Content:
    """Return the line above an account: who told it or which of several it is, with a mark where one stands at it."""
    mark = f"{CURSOR} " if is_here and how_many(cell) > 1 else ""
    who = said_line(teller_words(cell, number), "$dim italic", cells=width - len(mark))
    return row((mark, "$here"), who)


def event_head(review: Review, event: Event, width: int) -> Content:
    """Return the event that is being told, over two lines: time, kind and title; then the rest of it, and its day.

    A title that is longer than a line goes on in the next, in place of where the event is from.
    """
    place = 1 + next(number for number, one in enumerate(review.events) if one.id == event.id)
    is_wide = width >= _WIDE_HEAD
    discussed = f"{DISCUSSED}  " if event.discussed else ""
    count = row((discussed, "$kept"), (f"{'moment ' if is_wide else ''}{place} of {len(review.events)}", "$dim"))
    head = row(
        star(event), (clock_text(event.when, review.zone), "bold"), "  ", kind_words(event.kind) if is_wide else ""
    )
    first, rest = _split(event.title, width - head.cell_length - count.cell_length - 2)
    gap = width - head.cell_length - first.cell_length - count.cell_length
    below = _title_below(review, event, rest, width) if rest else _about(review, event, width, with_kind=not is_wide)
    return row(head, first, " " * max(gap, 1), count, "\n", "  ", below)


def _split(title: str, room: int) -> tuple[Content, str]:
    """Return as much of a title as fits into a line, and what is left of it."""
    whole = said_line(title, "bold", cells=2 * max(room, 1))
    lines = whole.wrap(max(room, 1))
    return (lines[0], whole.plain[len(lines[0].plain) :].strip()) if lines else (Content(""), "")


def _title_below(review: Review, event: Event, rest: str, width: int) -> Content:
    on = _day(review, event)
    day = Content.styled(f"  {on}" if on else "", "$dim")
    return row(said_line(rest, "bold", cells=width - 2 - day.cell_length), day)


def _about(review: Review, event: Event, width: int, *, with_kind: bool) -> Content:
    kind = event.kind.value if with_kind and event.kind is not EventKind.EVENT else ""
    parts = (
        _day(review, event),
        kind,
        _first_line(more_than_title(event.title, event.detail, event.evidence)),
        _sources(event),
    )
    return said_line(" · ".join(part for part in parts if part), "$dim", cells=width - 2)


def _day(review: Review, event: Event) -> str:
    day = day_of(event.when, review.zone)
    return f"{day.day} {day:%b}" if day else ""


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.split("\n") if line.strip()), "")


def _sources(event: Event) -> str:
    documents = {source.document: None for source in event.sources if source.document}
    labels = {link.label or link.url: None for link in event.evidence}
    return " · ".join([*labels, *(f"read from {document}" for document in documents)])


def moved_words(review: Review, event: Event | None) -> str:
    """Return what to tell once an account was moved to an event."""
    return f"moved to {clock_text(event.when, review.zone)} {event.title}; u takes it back" if event else ""


def edge(sign: str, hidden: tuple[Role, ...], width: int) -> Content:
    """Return the line at an edge of the board, which says of how many roles and of which there is more beyond it.

    Args:
        sign: The arrow that leads there.
        hidden: The roles.
        width: The cells there are.
    """
    if not hidden:
        return Content("")
    names = Content(", ").join(said_line(role.name, f"$role-{role.slot}") for role in hidden)
    many = f"{len(hidden)} roles: " if len(hidden) > 1 else ""
    return row((f"{sign} more of {many}", "$dim"), names).truncate(width, ellipsis=True)
