"""Who knew what, when: drawn over time for one event, and as a grid of roles by moments for all."""

from collections.abc import Iterable
from typing import NamedTuple

from textual.content import Content

from reviewtui.analysis.knowing import Knowing
from reviewtui.analysis.phrases import joined
from reviewtui.analysis.signs import Sign, SignKind, by_time
from reviewtui.analysis.time_axis import TimeAxis, axis_over, ticks
from reviewtui.analysis.told import Mark
from reviewtui.model.lookups import attendance_of, is_in_writing
from reviewtui.model.moments import day_of
from reviewtui.model.review import Attendance, Event, Review, Role, RoleId
from reviewtui.notation.moment import NO_CLOCK, clock_text
from reviewtui.tui.present.differences import event_line
from reviewtui.tui.present.words import CURSOR, counted, hanging, row, said, said_line

REACHED, KNOWN, TODAY, MOMENT = "◆", "━", "◇", "┆"
"""Where a sign reached a role, the time since then, a sign that came in the meeting, and a moment."""
_NAMES, _ENDS = 18, 26
_SHORTEST_NAME = 4
_CELL = 14
"""Cells of a role's column in the grid, at least."""
_WORDS = {Mark.TOLD: "no time told", Mark.WRITTEN: "◐ written", Mark.NOT_YET: "○ not yet told"}


def sign_words(review: Review, event: Event, sign: Sign) -> str:
    """Return when and through what a sign came: `10:44 pager`, `in this room`; a time of another day names it."""
    match sign.kind:
        case SignKind.TODAY:
            return "in this room"
        case SignKind.NEVER:
            return "no sign of it"
        case _:
            return " ".join(part for part in (_time(review, event, sign), sign.through) if part)


def _time(review: Review, event: Event, sign: Sign) -> str:
    day = day_of(sign.at, review.zone) if sign.at else None
    if sign.at is None or day is None:
        return sign.at.as_written if sign.at else ""
    clock = clock_text(sign.at, review.zone)
    on = "" if day == day_of(event.when, review.zone) else f"{day.day} {day:%b}"
    return " ".join(part for part in (on, "" if clock == NO_CLOCK else clock) if part)


def known_words(review: Review, known: Knowing, role: Role) -> Content:
    """Return what is known of one role at one event: its sign, or why there is none."""
    if sign := known.signs.get(role.id):
        style = "$dim" if sign.kind is SignKind.NEVER else ""
        return row(_in_writing(sign), said_line(sign_words(review, known.event, sign), style))
    if attendance_of(review, role) is Attendance.ABSENT:
        return Content.styled("absent", "$dim")
    return Content.styled(_WORDS[known.marks.get(role.id, Mark.NOT_YET)], "$dim")


def _in_writing(sign: Sign) -> Content:
    """Return the mark of what was written, and nothing for what was told."""
    return Content.styled("◐ " if is_in_writing(sign.told.account) else "", "$dim")


# --- one event, over time --------------------------------------------------------------------------------------------


class _Layout(NamedTuple):
    """The cells of the parts of a drawing, from left to right; a gap of two between them."""

    names: int
    chart: int
    ends: int


def drawing(
    review: Review, known: Knowing, moments: Iterable[Event], width: int, chosen: RoleId | None
) -> list[Content]:
    """Return who knew of an event since when, as lines over a stretch of time, each at most `width` cells.

    Args:
        review: The review.
        known: The event, and what is known of it.
        moments: The moments that stand in the drawing where they are near.
        width: The cells there are.
        chosen: The role that one stands at.
    """
    ends = {role.id: known_words(review, known, role) for role in review.roles}
    layout = _layout(review, ends.values(), width)
    starts = {event.id: event.when.start for event in (*moments, known.event) if event.when.start}
    reached = [at for sign in known.signs.values() if sign.at and (at := sign.at.start)]
    own = [known.event.when.start] if known.event.when.start else []
    axis = axis_over([*own, *reached], starts.values(), layout.chart)
    marked = {} if axis is None else _marked(axis, known.event, moments)
    lines = [
        _role_line(known, role, axis, marked, layout, ends[role.id], is_chosen=role.id == chosen)
        for role in review.roles
    ]
    indent = " " * (layout.names + 2)
    over = (
        []
        if axis is None
        else [row(indent, line) for line in (_times(review, axis), _names(marked, known.event, width - len(indent)))]
    )
    return [*over, *lines]


def _layout(review: Review, ends: Iterable[Content], width: int) -> _Layout:
    names = max((said_line(role.name).cell_length for role in review.roles), default=0) + 2
    names = min(names, _NAMES, width // 3)
    end = min(max((content.cell_length for content in ends), default=0), _ENDS, width // 3)
    return _Layout(names, max(width - names - end - 4, 1), end)


def _marked(axis: TimeAxis, here: Event, moments: Iterable[Event]) -> dict[int, Event]:
    """Return the moments of an axis by the cell they fall in; where two share one, the one at hand, or the first."""
    found: dict[int, Event] = {}
    for event in (here, *moments):
        if event.when.start is not None and axis.holds(event.when.start):
            found.setdefault(axis.column(event.when.start), event)
    return dict(sorted(found.items()))


def _times(review: Review, axis: TimeAxis) -> Content:
    line = ""
    for column, text in ticks(axis, review.zone):
        line += f"{'':{column - len(line)}}{text}"
    return Content.styled(line, "$dim")


def _names(marked: dict[int, Event], here: Event, width: int) -> Content:
    """Return the names of the moments over their marks, each cut before the next; without room for it only the mark."""
    line = Content("")
    columns = list(marked)
    for column, until in zip(columns, [*columns[1:], width], strict=True):
        style = "bold" if marked[column].id == here.id else "$dim"
        room = until - column - 2
        name = said_line(marked[column].title, style, cells=room) if room >= _SHORTEST_NAME else Content("")
        line = row(line, " " * (column - line.cell_length), (MOMENT, style), name)
    return line


def _role_line(
    known: Knowing,
    role: Role,
    axis: TimeAxis | None,
    marked: dict[int, Event],
    layout: _Layout,
    end: Content,
    *,
    is_chosen: bool,
) -> Content:
    colour = f"$role-{role.slot}"
    name = row(
        (f"{CURSOR} " if is_chosen else "  ", "$here"),
        said_line(role.name, f"bold {colour}" if is_chosen else colour, cells=layout.names - 2),
    )
    chart = Content("") if axis is None else _chart(known.signs.get(role.id), colour, axis, marked)
    gap = " " * (2 if axis else 0)
    return row(name, " " * (layout.names + 2 - name.cell_length), chart, gap, end.truncate(layout.ends, ellipsis=True))


def _chart(sign: Sign | None, colour: str, axis: TimeAxis, marked: Iterable[int]) -> Content:
    """Return the time of one role: nothing before its sign, and a line from then on."""
    cells: list[tuple[str, str]] = [
        (MOMENT, "$dim") if column in set(marked) else (" ", "") for column in range(axis.width)
    ]
    if sign and sign.at and sign.at.start:
        at = axis.column(sign.at.start)
        cells[at:] = [(REACHED, colour), *[(KNOWN, colour)] * (axis.width - at - 1)]
    elif sign and sign.kind is SignKind.TODAY:
        cells[-1] = (TODAY, colour)
    return row(*cells)


def first_words(known: Knowing) -> str:
    """Return whom the first sign of an event reached, and whom it reached in the meeting; the signal is the subject."""
    timed = [sign for sign in by_time(tuple(known.signs.values())) if sign.span]
    today = [sign.role.name for sign in known.signs.values() if sign.kind is SignKind.TODAY]
    first = f"The first sign that was told of reached {timed[0].role.name}." if timed else ""
    return " ".join(part for part in (first, f"In this room it reached {joined(today)}." if today else "") if part)


# --- all moments, as a grid ------------------------------------------------------------------------------------------


class GridLayout(NamedTuple):
    """The columns of a grid: the moment, then the roles that there is room for."""

    moment: int
    """Cells of the moments."""
    cell: int
    """Cells of each role."""
    first: int
    """The place of the first role in sight, in the review."""
    shown: int
    """How many roles are in sight."""


def grid_layout(review: Review, width: int, chosen: int) -> GridLayout:
    """Return the columns for a width in cells, so that the role at a place in the review is in sight."""
    moment = min(max(width * 3 // 8, 24), 48, width * 3 // 5)
    shown = min(max((width - moment) // _CELL, 1), max(len(review.roles), 1))
    first = min(chosen // shown * shown, max(len(review.roles) - shown, 0))
    return GridLayout(moment, max((width - moment) // shown, 1), first, shown)


def grid_head(review: Review, layout: GridLayout) -> Content:
    """Return the line above a grid: the roles in sight, and how many there are to the left and to the right."""
    left, right = layout.first, len(review.roles) - layout.first - layout.shown
    edge = Content.styled(
        "  ".join((*([f"‹ {counted(left, 'role')}"] * (left > 0)), *([f"{counted(right, 'role')} ›"] * (right > 0)))),
        "$dim",
    )
    names = (
        _cell(said_line(role.name, f"bold $role-{role.slot}"), layout.cell, is_chosen=False)
        for role in _in_sight(review, layout)
    )
    return row(_padded(edge.truncate(layout.moment), layout.moment), *names)


def grid_row(review: Review, known: Knowing, layout: GridLayout, chosen: RoleId | None) -> Content:
    """Return the row of one event: its time and name, and what is known of each role in sight."""
    cells = (
        _cell(_in_colour(review, known, role), layout.cell, is_chosen=role.id == chosen)
        for role in _in_sight(review, layout)
    )
    return row(_padded(event_line(review, known.event, layout.moment - 1), layout.moment), *cells)


def _in_colour(review: Review, known: Knowing, role: Role) -> Content:
    words = known_words(review, known, role)
    sign = known.signs.get(role.id)
    return words.stylize(f"$role-{role.slot}") if sign and sign.kind is not SignKind.NEVER else words


def _in_sight(review: Review, layout: GridLayout) -> tuple[Role, ...]:
    return review.roles[layout.first : layout.first + layout.shown]


def _cell(content: Content, cells: int, *, is_chosen: bool) -> Content:
    """Return content in exactly so many cells, with a mark in front where one stands."""
    cut = content.truncate(max(cells - 3, 1), ellipsis=True)
    mark = (f"{CURSOR} " if is_chosen else "  ", "$here")
    return _padded(row(mark, cut.stylize("bold") if is_chosen else cut), cells)


def _padded(content: Content, cells: int) -> Content:
    return content.pad_right(max(cells - content.cell_length, 0))


# --- one role at one event -------------------------------------------------------------------------------------------


def detail(review: Review, known: Knowing, role: Role, width: int) -> list[Content]:
    """Return in full what a role said of its first sign of an event, or what there is instead."""
    head = row(said_line(role.name, f"bold $role-{role.slot}", cells=width // 3), "  ")
    sign = known.signs.get(role.id)
    return hanging(head, said(sign.told.line.text) if sign else known_words(review, known, role), width)
