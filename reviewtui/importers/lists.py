"""Lists within lists, told by how far their items are from the margin."""

from typing import NamedTuple


class _List(NamedTuple):
    indent: int
    begin: int
    """The place of its first item."""
    last: int
    """The place of its last."""


class Place(NamedTuple):
    """Where an item stands."""

    parent: int | None
    """The place of the item that its list stands under."""
    begin: int
    """The place of the first item of its list."""


class OpenLists:
    """The lists that are open at a line, the outermost first."""

    def __init__(self) -> None:
        self._lists: list[_List] = []

    def close(self) -> None:
        """Close all lists."""
        self._lists.clear()

    def holds(self, indent: int) -> bool:
        """Tell whether a line that is so far from the margin is part of the last item."""
        return bool(self._lists) and indent > self._lists[-1].indent

    def __bool__(self) -> bool:
        return bool(self._lists)

    def add(self, at: int, indent: int) -> Place:
        """Take in an item, and return where it stands; lists that are further from the margin are closed by it."""
        while self._lists and self._lists[-1].indent > indent:
            self._lists.pop()
        if self._lists and indent < self._lists[-1].indent + 2:
            self._lists[-1] = self._lists[-1]._replace(last=at)
        else:
            self._lists.append(_List(indent, at, at))
        parent = self._lists[-2].last if len(self._lists) > 1 else None
        return Place(parent, self._lists[-1].begin)
