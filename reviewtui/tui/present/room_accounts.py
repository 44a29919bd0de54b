"""What the roles told of a moment as the room sees it: side by side, with as much space as the window has."""

from itertools import zip_longest

from textual.content import Content

from reviewtui.model.place import Place
from reviewtui.model.review import AccountId, Event, Review
from reviewtui.notation.account import parse_account
from reviewtui.tui.present.accounts import (
    NARROWEST_COLUMN,
    Cell,
    cells,
    label_column,
    role_head,
    spoken_lines,
    teller_words,
)
from reviewtui.tui.present.words import row, said_line

_GAP = 3
_NAME = 20
_NOT_YET = "○"
_WRITTEN = "◐ written"
_LEAST_OF_BOTH = 2
"""Lines that a role must have more of for both what is above and what is below to be counted."""


def side_by_side(review: Review, event: Event, width: int, height: int, place: Place) -> list[Content]:
    """Return what was told: columns where each role has room for one, else one role below the other.

    Args:
        review: What the room may see of the review.
        event: The moment.
        width: Cells.
        height: Lines; where there are more, each column says how many.
        place: What is at hand. Where the roles stand one below the other, that role is the last to be cut; of an
            account that is being written the end is shown.
    """
    found = cells(review, event)
    if not found:
        return []
    column = (width - _GAP * (len(found) - 1)) // len(found)
    return _columns(found, column, height, place) if column >= NARROWEST_COLUMN else _rows(found, width, height, place)


def _columns(found: tuple[Cell, ...], width: int, height: int, place: Place) -> list[Content]:
    room = height - 3
    columns = [
        [_bar(cell, width), role_head(cell, with_teller=False), Content(""), *_fitted(cell, width, room, place)]
        for cell in found
    ]
    blank = Content("")
    return [_across(line, width) for line in zip_longest(*columns, fillvalue=blank)]


def _bar(cell: Cell, width: int) -> Content:
    return Content.styled("▀" * width, f"$role-{cell.role.slot}")


def _across(line: tuple[Content, ...], width: int) -> Content:
    parts = [part.truncate(width) for part in line]
    padded = [part.pad_right(width + _GAP - part.cell_length) for part in parts[:-1]]
    return row(*padded, parts[-1])


def _fitted(cell: Cell, width: int, height: int, place: Place) -> list[Content]:
    """Return what a role told with space between its facts, or without where there is none to spare."""
    for gap in (1, 0):
        lines = _told(cell, width, gap)
        if len(lines) <= height:
            return lines
    end = _end(cell, width, place)
    if end < height:
        shown = lines[: max(height - 1, 1)]
        return [*shown, _more("↓", len(lines) - len(shown))]
    below = [_more("↓", len(lines) - end)] if end < len(lines) and height > _LEAST_OF_BOTH else []
    shown = lines[end - max(height - 1 - len(below), 1) : end]
    return [_more("↑", end - len(shown)), *shown, *below]


def _more(where: str, lines: int) -> Content:
    return Content.styled(f"{where} {lines} more", "$dim")


def _end(cell: Cell, width: int, place: Place) -> int:
    """Return the line of what a role told that is after the account whose end is looked at; 0 if none's is."""
    told = [told.account.id for told in cell.told]
    if not place.at_its_end or place.record not in told:
        return 0
    return sum(map(len, _accounts(cell, width, 0)[: told.index(AccountId(place.record)) + 1]))


def _told(cell: Cell, width: int, gap: int) -> list[Content]:
    lines = [line for account in _accounts(cell, width, gap) for line in account]
    if cell.is_veiled:
        lines.append(Content.styled(_WRITTEN, "$dim"))
    return lines or [Content.styled(_NOT_YET, "$dim")]


def _accounts(cell: Cell, width: int, gap: int) -> list[list[Content]]:
    """Return the lines of each account that a role told."""
    accounts = [list(parse_account(told.account.text)) for told in cell.told]
    labels = label_column(accounts, width)
    found = []
    for number, spoken in enumerate(accounts):
        who = teller_words(cell, number)
        lines = [said_line(who, "$dim italic", cells=width)] if who else []
        for line in spoken:
            lines += [*spoken_lines(line, labels, width), *([Content("")] * gap)]
        found.append(lines)
    return found


def _rows(found: tuple[Cell, ...], width: int, height: int, place: Place) -> list[Content]:
    """Return one role below the other, set apart by a blank line where there is room for that."""
    room = width - _NAME - 2
    natural = [len(_told(cell, room, 0)) for cell in found]
    gap = int(sum(natural) + len(found) <= height or height >= 3 * len(found))
    at = next((number for number, cell in enumerate(found) if cell.role.id == place.role), None)
    shares = fair_shares(natural, height - gap * len(found), at)
    lines: list[Content] = []
    for cell, share in zip(found, shares, strict=True):
        lines += [*_row(cell, _fitted(cell, room, share, place)), *([Content("")] * gap)]
    return lines


def fair_shares(wanted: list[int], room: int, first: int | None = None) -> list[int]:
    """Return how many lines each gets: what it wants if that is no more than an equal share, else of what is left.

    Args:
        wanted: The lines that each wants.
        room: The lines there are.
        first: Which one gets what it wants as long as each of the others has one line.
    """
    shares = dict.fromkeys(range(len(wanted)), 1)
    left, waiting = room, sorted(range(len(wanted)), key=lambda place: (place != first, wanted[place]))
    while waiting:
        place = waiting.pop(0)
        most = left - len(waiting) if place == first else left // (len(waiting) + 1)
        shares[place] = max(min(wanted[place], most), 1)
        left -= shares[place]
    return [shares[place] for place in range(len(wanted))]


def _row(cell: Cell, told: list[Content]) -> list[Content]:
    name = said_line(cell.role.name, f"bold $role-{cell.role.slot}").truncate(_NAME - 1, ellipsis=True)
    bar = Content.styled("▌ ", f"$role-{cell.role.slot}")
    heads = [name, *([Content("")] * (len(told) - 1))]
    return [row(bar, head.pad_right(_NAME - head.cell_length), line) for head, line in zip(heads, told, strict=True)]
