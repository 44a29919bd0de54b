"""What the roles told of one moment, side by side: a column for each role, and a row for each thing that was stated.

Rows are aligned by what they state, so that beliefs stand beside beliefs and losses beside losses. A role that says two
things of one kind has two rows for it; no cell ever holds more than one line of an account.
"""

from typing import NamedTuple

from reviewtui.analysis.certain import through_phrase
from reviewtui.analysis.phrases import quoted
from reviewtui.analysis.signs import Sign, SignKind, sign_of_line
from reviewtui.analysis.telling import RoleTelling, Telling, ToldLine
from reviewtui.model.lookups import is_in_writing
from reviewtui.model.moments import day_of
from reviewtui.model.review import Event
from reviewtui.notation.labels import LABELS, Label
from reviewtui.report.blocks import Table, Words, plain
from reviewtui.report.material import Material
from reviewtui.report.when import clock, short_day

BEFOREHAND = "beforehand"
"""What stands behind a label for a prediction."""
_PLACES: dict[Label | None, int] = {None: 0, **{form.label: place for place, form in enumerate(LABELS, 1)}}


class _Row(NamedTuple):
    """What a line states, in the order in which the rows stand."""

    afterwards: bool
    place: int
    name: str


def side_by_side(material: Material, telling: Telling) -> Table:
    """Return what was told of a moment as a table."""
    columns = [_by_row(material, telling.event, one) for one in telling.roles]
    rows: list[tuple[Words, ...]] = []
    for row in sorted({row for column in columns for row in column}):
        for number in range(max(len(column.get(row, ())) for column in columns)):
            cells = (_nth(column.get(row, []), number) for column in columns)
            rows.append((plain(row.name if number == 0 else ""), *(plain(cell) for cell in cells)))
    return Table(("", *(material.title(one.role) for one in telling.roles)), tuple(rows))


def _by_row(material: Material, event: Event, telling: RoleTelling) -> dict[_Row, list[str]]:
    found: dict[_Row, list[str]] = {}
    for told in telling.lines:
        found.setdefault(_row(told), []).append(_cell(material, event, telling, told))
    return found


def _row(told: ToldLine) -> _Row:
    label = told.line.label
    name = "told" if label is None else label.value
    if told.account.prediction:
        name = f"{name} {BEFOREHAND}"
    return _Row(not told.account.prediction, _PLACES[label], name)


def _cell(material: Material, event: Event, telling: RoleTelling, told: ToldLine) -> str:
    """Return a line as it stands in the table: what was written blind says so, that it is not taken for told."""
    return f"{_text(material, event, telling, told)}{' (in writing)' if is_in_writing(told.account) else ''}"


def _text(material: Material, event: Event, telling: RoleTelling, told: ToldLine) -> str:
    if told.line.label is Label.NOTICED and (sign := sign_of_line(event, telling.role, told)):
        return sign_text(material, event, sign)
    return quoted(told.line.text) if told.line.label is Label.QUOTE else told.line.text


def _nth(lines: list[str], number: int) -> str:
    return lines[number] if number < len(lines) else ""


def sign_text(material: Material, event: Event, sign: Sign) -> str:
    """Return when and through what a sign came, for a reader: `13:36 at the till`, `in this review`."""
    match sign.kind:
        case SignKind.TODAY:
            return f"in this review{through_phrase(sign.through)}"
        case SignKind.NEVER:
            return f"no sign of it: {sign.through}" if sign.through else "no sign of it"
        case _:
            return f"{_time(material, event, sign)}{through_phrase(sign.through)}"


def _time(material: Material, event: Event, sign: Sign) -> str:
    zone = material.review.zone
    day = day_of(sign.at, zone) if sign.at else None
    if sign.at is None or day is None:
        return sign.at.as_written if sign.at else ""
    time = clock(sign.at, zone)
    return time if time and day == day_of(event.when, zone) else f"{short_day(day)} {time}".strip()
