"""Who is still to come as rows, and what somebody who comes is told."""

from textual.content import Content

from reviewtui.analysis.arrivals import Awaited, awaited
from reviewtui.analysis.catching_up import CatchUpLine
from reviewtui.model.lookups import is_in_the_room
from reviewtui.model.review import Duty, Review
from reviewtui.plaintext import displayable
from reviewtui.tui.present.words import hanging, row, said, said_line, shortened, stacked

SOMEBODY_ELSE = "somebody else"
"""What stands for an id in the row of whoever is not on the list: no id is like it."""
_ATTENDANCE = 10
_LONGEST = 400
"""Characters of a name that a row shows at most."""


def arrival_rows(review: Review, width: int) -> list[tuple[str, Content]]:
    """Return a row for each who is not here, by their ids, and below them one for somebody who is not on the list."""
    rows = [(one.id, _awaited(one, width)) for one in awaited(review)]
    return [*rows, (SOMEBODY_ELSE, Content("  Somebody who is not on the list"))]


def _awaited(one: Awaited, width: int) -> Content:
    room = max(width - _ATTENDANCE, 20)
    # No style of its own for the name: on the row that the cursor is on it would not be seen.
    head = Content.styled("▌ ", f"$role-{one.role.colour}") if one.role else Content("  ")
    name = said_line(shortened(one.name, _LONGEST))
    who = row(head, name, said_line(_aside(one))).truncate(room - 1, ellipsis=True)
    return row(who.pad_right(max(room - who.cell_length, 0)), one.attendance.value)


def _aside(one: Awaited) -> str:
    if one.person is None:
        return "  nobody named"
    duty = "" if one.person.duty is Duty.PARTICIPANT else one.person.duty.value
    role = shortened(one.role.name, _LONGEST) if one.role else ""
    asides = " · ".join(word for word in (role, duty) if word)
    return f"  {asides}" if asides else ""


def catch_up_title(who: Awaited) -> str:
    """Return what stands above the five lines."""
    return f"Where we are, for {shortened(who.name, _LONGEST)}" if who.name else "Where we are"


def arrived_words(who: Awaited) -> str:
    """Return what is told once somebody has been marked; empty if nobody was."""
    return f"{who.name} is here; u takes it back" if who.name and is_in_the_room(who.attendance) else ""


def catch_up_page(lines: tuple[CatchUpLine, ...], width: int) -> Content:
    """Return the five lines, each with what it says, with room between them."""
    column = 2 + max(len(line.label) for line in lines)
    return stacked([shown for line in lines for shown in (*_catch_up_line(line, column, width), Content(""))][:-1])


def _catch_up_line(line: CatchUpLine, column: int, width: int) -> list[Content]:
    return hanging(Content.styled(f"{line.label:<{column}}", "$dim"), said(line.text), width)


def catch_up_text(lines: tuple[CatchUpLine, ...]) -> str:
    """Return the five lines as text to paste: nothing in it is anything that a terminal would obey."""
    return displayable("".join(f"{line.text}\n" for line in lines))
