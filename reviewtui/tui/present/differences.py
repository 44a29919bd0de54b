"""Where the pictures of an event differ, and what the room made of it."""

from textual.content import Content

from reviewtui.analysis.discussed import Point, Standing
from reviewtui.model.lookups import account_of, role_of
from reviewtui.model.moments import day_of
from reviewtui.model.review import Event, Review, Role, Verdict
from reviewtui.notation.account import Line, parse_account
from reviewtui.notation.labels import Label
from reviewtui.notation.moment import clock_text
from reviewtui.tui.present.timeline import star
from reviewtui.tui.present.words import CURSOR, hanging, row, said, said_line, stacked

VERDICT_STYLES = {Verdict.CONFIRMED: "$kept", Verdict.LEFT_OPEN: "$key-moment", Verdict.NOT_A_DIFFERENCE: "$dim"}
CERTAIN, TO_ASK = "≠ ", "? "
_SINCE = {Standing.CHANGED: "of an earlier form of this", Standing.GONE: "no longer there"}
_VERDICTS = 18
_INDENT = Content("    ")
_WHO, _LABEL = 16, 11
_ON_SILENCE = "It rests on what has not been told; enter goes to where it would be"
_NO_LINE = "No line says so any more; what the room made of it is kept until del removes it"


# --- at one event, below the accounts --------------------------------------------------------------------------------


def difference_lines(points: tuple[Point, ...], width: int, most: int) -> Content:
    """Return the differences at an event, certain ones first, those to ask in the colour of what is private.

    What the room has laid aside, and what is no longer there, comes last.

    Args:
        points: The differences, with what the room made of each.
        width: The cells there are.
        most: The lines there may be; what does not fit is counted on the last one. The first is there in any case, cut
            where it takes twice as many.
    """
    lines: list[Content] = []
    for number, block in enumerate(_whole(one, width) for one in sorted(points, key=_steps_back)):
        left = len(points) - number
        if number and len(lines) + len(block) > most - (left > 1):
            return stacked([*lines, Content.styled(f"  and {left} more", "$dim")])
        lines += _cut(block, 2 * most, width)
    return stacked(lines)


def _cut(block: list[Content], most: int, width: int) -> list[Content]:
    """Return at most so many lines; where there are more, the last one ends with an ellipsis."""
    if len(block) <= most:
        return block
    return [*block[: most - 1], row(block[most - 1].truncate(max(width - 2, 0)), (" …", "$dim"))]


def _whole(point: Point, width: int) -> list[Content]:
    return [*hanging(point_sign(point), point_sentence(point), width), *_made_of_it(point, width)]


def _made_of_it(point: Point, width: int) -> list[Content]:
    """Return what the room made of a difference: its verdict and its note; nothing if it has not been discussed."""
    if (made := point.discussion) is None:
        return []
    since = _SINCE.get(point.standing, "")
    note = said(made.note.strip(), "$dim")
    words = row(_verdict(point), (f" {since}" if since else "", "$dim italic"), "  " if made.note.strip() else "", note)
    return hanging(Content("  "), words, width)


def point_line(point: Point, width: int) -> Content:
    """Return a difference on one line, with its verdict at the right if it was discussed."""
    verdict = row("  ", _verdict(point)) if point.discussion else Content("")
    room = width - verdict.cell_length
    words = row(point_sign(point), said_line(point.sentence, _style(point))).truncate(max(room, 0), ellipsis=True)
    return row(words.pad_right(max(room - words.cell_length, 0)), verdict)


def point_sign(point: Point) -> Content:
    """Return the sign that stands before a difference: whether it is certain, or to ask."""
    style = "$key-moment" if point.certain else "$private"
    return Content.styled(CERTAIN if point.certain else TO_ASK, "$dim" if _steps_back(point) else style)


def point_sentence(point: Point) -> Content:
    """Return a difference's sentence; one that is private says so."""
    sentence = said(point.sentence, _style(point))
    return row(sentence, ("  private", "$dim italic")) if point.is_private and not _steps_back(point) else sentence


def _style(point: Point) -> str:
    return "$dim" if _steps_back(point) else "$private" if point.is_private else ""


def _steps_back(point: Point) -> bool:
    return point.standing is Standing.GONE or point.verdict is Verdict.NOT_A_DIFFERENCE


def _verdict(point: Point) -> Content:
    if point.verdict is None:
        return Content.styled("" if point.certain else "to ask", "$dim")
    return Content.styled(point.verdict.value, VERDICT_STYLES[point.verdict])


# --- over the whole review -------------------------------------------------------------------------------------------


def event_line(review: Review, event: Event, width: int) -> Content:
    """Return the line above the differences of an event; the day is named where the review has several."""
    day = day_of(event.when, review.zone)
    several = day is not None and day != day_of(review.events[0].when, review.zone)
    on = f"{day.day} {day:%b} " if day and several else ""
    head = row(star(event), (f"{on}{clock_text(event.when, review.zone)}", "bold"), "  ")
    return row(head, said_line(event.title, "bold", cells=width - head.cell_length))


def point_lines(point: Point, width: int) -> list[Content]:
    """Return a difference as it stands in the list of the whole review: its verdict at the right, the note below."""
    room = max(width - _VERDICTS, 20)
    first, *more = hanging(row("  ", point_sign(point)), point_sentence(point), room)
    verdict = _verdict(point)
    lines = [row(first.pad_right(max(width - verdict.cell_length - first.cell_length, 1)), verdict), *more]
    if point.standing is Standing.GONE:
        lines += _aside("no longer there; this is what was discussed", room)
    if point.standing is Standing.CHANGED:
        lines += _aside(f"discussed as: {point.earlier}", room)
    if point.discussion and (note := point.discussion.note.strip()):
        lines += hanging(_INDENT, said(note, "$dim"), room)
    return lines


def _aside(text: str, width: int) -> list[Content]:
    return hanging(_INDENT, said(text, "$dim italic"), width)


# --- why -------------------------------------------------------------------------------------------------------------


def why_lines(review: Review, point: Point, at: int, width: int, most: int) -> list[Content]:
    """Return the lines that a difference rests on, by role; where there are more, those around the one chosen.

    Args:
        review: The review.
        point: The difference.
        at: Which of the lines is chosen, from 0.
        width: The cells there are.
        most: The lines there may be.
    """
    if not point.why:
        return hanging(
            Content("  "), Content.styled(_NO_LINE if point.difference is None else _ON_SILENCE, "$dim"), width
        )
    blocks = [_ground(review, point, number, width, is_chosen=number == at) for number in range(len(point.why))]
    lines = [line for block in blocks for line in block]
    end = sum(len(block) for block in blocks[: at + 1])
    top = min(max(end - most, 0), max(len(lines) - most, 0))
    return lines[top : top + most]


def _ground(review: Review, point: Point, number: int, width: int, *, is_chosen: bool) -> list[Content]:
    ground = point.why[number]
    account = account_of(review, ground.account)
    line = _line(account.text, ground.line) if account else None
    role = role_of(review, account.role) if account else None
    head = row(
        (f"{CURSOR} " if is_chosen else "  ", "$here"),
        _in_cells(_role_name(role), _WHO),
        _in_cells(Content.styled(_label(line), "$dim"), _LABEL),
    )
    return hanging(head, said(line.text if line else "", "bold" if is_chosen else ""), width)


def _role_name(role: Role | None) -> Content:
    return said_line(role.name, f"$role-{role.slot}") if role else Content("")


def _in_cells(content: Content, cells: int) -> Content:
    """Return content in exactly so many cells, a gap behind it included."""
    cut = content.truncate(cells - 2, ellipsis=True)
    return cut.pad_right(cells - cut.cell_length)


def _line(text: str, number: int) -> Line | None:
    return next((line for line in parse_account(text) if line.number == number), None)


def _label(line: Line | None) -> str:
    if line is None or line.label is None:
        return ""
    return "sign" if line.label is Label.NOTICED else line.label.value
