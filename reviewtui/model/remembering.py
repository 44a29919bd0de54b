"""Remembering what was worked out of a value that stays the same: values are frozen, so it stays true."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

_Value = TypeVar("_Value")
_Result = TypeVar("_Result")

KEPT = 2
"""The values whose results are kept: what is shown, and what a change has just made of it or an undo brought back."""


def remembered(work_out: Callable[[_Value], _Result]) -> Callable[[_Value], _Result]:
    """Return a function that does its work once for as long as it is asked of the same object.

    Args:
        work_out: Gives what comes of a frozen value and of nothing else.
    """
    known: tuple[tuple[_Value, _Result], ...] = ()

    @wraps(work_out)
    def known_or_worked_out(value: _Value) -> _Result:
        nonlocal known
        for one, result in known:
            if one is value:
                return result
        result = work_out(value)
        known = ((value, result), *known[: KEPT - 1])
        return result

    return known_or_worked_out
