"""Whether `03/04/2026` is the third of April or the fourth of March: as the document settles it, or as is likelier."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from reviewtui.importers.candidates import Candidate, Outline
from reviewtui.importers.day_marks import DayMark
from reviewtui.model.reading import DateOrder
from reviewtui.notation.clock import WrittenDate, date_exists

_NUMBERS = re.compile(r"(?<![\w./-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\w/-])")


_LEAP_YEAR = 2000


class Settled(NamedTuple):
    """How ambiguous dates are read."""

    order: DateOrder
    is_certain: bool


class Ambiguous(NamedTuple):
    """A date that could be either."""

    at: int
    """The place of its line."""
    date: WrittenDate


def ambiguous_dates(rows: Iterable[Candidate], marks: Iterable[DayMark]) -> tuple[Ambiguous, ...]:
    """Return the dates of rows, and of what names their days, that could be read either way."""
    dated = (*((row.at, date_of(row)) for row in rows), *((mark.at, mark.date) for mark in marks))
    found = {Ambiguous(at, written) for at, written in dated if written and written.swappable}
    return tuple(sorted(found, key=lambda one: one.at))


def date_of(row: Candidate) -> WrittenDate | None:
    """Return the date that is written on a row itself."""
    return row.head.written.date if row.head and row.head.written else None


def settle(outline: Outline, ambiguous: Iterable[Ambiguous]) -> Settled:
    """Return how to read them: as a date with a number above 12 has it, as one written out has it, or as is likelier.

    Likelier is the reading in which they are nearer to each other, and the day first if that is the same.
    """
    orders = {order for line in outline.lines for order in _orders_in(line.text)}
    if len(orders) == 1:
        return Settled(orders.pop(), is_certain=True)
    first = [found.date for found in ambiguous]
    swapped = [_swapped(found) for found in first]
    plain = {(found.day, found.month) for found in _plain_dates(outline)}
    as_written_out = [any((one.day, one.month) in plain for one in dates) for dates in (first, swapped)]
    if as_written_out[0] != as_written_out[1]:
        return Settled(DateOrder.DAY_FIRST if as_written_out[0] else DateOrder.MONTH_FIRST, is_certain=True)
    is_month = _spread(swapped) < _spread(first)
    return Settled(DateOrder.MONTH_FIRST if is_month else DateOrder.DAY_FIRST, is_certain=False)


def question(found: Ambiguous) -> str:
    """Return what is asked about a date that could be either, which was read with the day first."""
    either, other = found.date, _swapped(found.date)
    return f"is it {_named(either)} (dmy) or {_named(other)} (mdy)?"


def answer(found: Ambiguous, order: DateOrder) -> str:
    """Return how a date is read in an order."""
    taken = found.date if order is DateOrder.DAY_FIRST else _swapped(found.date)
    return f"{_named(taken)} ({order})"


def _orders_in(text: str) -> Iterable[DateOrder]:
    for first, _, second in _NUMBERS.findall(text[:2000]):
        if int(first) > 12 >= int(second):
            yield DateOrder.DAY_FIRST
        elif int(second) > 12 >= int(first):
            yield DateOrder.MONTH_FIRST


def _plain_dates(outline: Outline) -> Iterable[WrittenDate]:
    on_rows = (date_of(one) for one in outline.candidates)
    return (found for found in (*on_rows, *(mark.date for mark in outline.days)) if found and not found.swappable)


def _swapped(written: WrittenDate) -> WrittenDate:
    return written._replace(day=written.month, month=written.day)


def _spread(dates: Iterable[WrittenDate]) -> timedelta:
    """Return how far dates are from each other; those without a year are in that of the others."""
    known = list(dates)
    shared = next((one.year for one in known if one.year), _LEAP_YEAR)
    in_years = ((one.year or shared, one.month, one.day) for one in known)
    days = [date(*parts) for parts in in_years if date_exists(*parts)]
    return max(days) - min(days) if days else timedelta.max


def _named(written: WrittenDate) -> str:
    month = date(_LEAP_YEAR, written.month, 1).strftime("%B")
    return f"{written.day} {month} {written.year or ''}".strip()
