"""A stand-in for the `os` module that a module of the store works with: it counts, watches and fails."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from reviewtui.store import durable, versions

OPERATIONS = frozenset({"open", "fchmod", "write", "fsync", "close", "replace", "link", "unlink", "mkdir", "chmod"})
FULL, BROKEN = errno.ENOSPC, errno.EIO


def never(*_: object) -> None:
    """Watch without doing anything."""


@dataclass
class Disk:
    """Every operation on files goes through here, and the `nth` of them fails, from 1; with 0 none does.

    A lasting fault stays, except that files can still be removed: neither a full disk nor a broken one prevents that.
    """

    nth: int = 0
    error: int = BROKEN
    lasting: bool = False
    chunk: int | None = None
    """How many bytes one write takes at most."""
    watch: Callable[[str, tuple[Any, ...]], None] = never
    """Told of every operation before it is done: its name and arguments; what it raises, the operation raises."""
    calls: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        return partial(self._call, name, real) if name in OPERATIONS else real

    def _call(self, name: str, real: Callable[..., Any], *args: Any, **options: Any) -> Any:
        self.calls.append(name)
        self.watch(name, args)
        if self._strikes(name):
            self.struck.append(name)
            if name == "close":
                real(*args)
            raise OSError(self.error, os.strerror(self.error))
        if name == "write" and self.chunk:
            args = (args[0], args[1][: self.chunk])
        return real(*args, **options)

    def _strikes(self, name: str) -> bool:
        count = len(self.calls)
        return count == self.nth or (self.lasting and 0 < self.nth < count and name != "unlink")


@contextmanager
def working_on(disk: Disk) -> Iterator[Disk]:
    """Let the store work on this disk."""
    modules = [vars(module) for module in (durable, versions)]
    for module in modules:
        module["os"] = disk
    try:
        yield disk
    finally:
        for module in modules:
            module["os"] = os
