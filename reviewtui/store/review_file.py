"""One review, one file: a TinyDB of documents that is read whole and saved whole."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Self, cast

from reviewtui.errors import AlreadyThere, NotSaved
from reviewtui.paths import REVIEW_SUFFIX, name_of
from reviewtui.store.damage import Unfit
from reviewtui.store.durable import create_durably, make_folder, read_bytes, target_of
from reviewtui.store.staged import ReviewDatabase, ReviewTable, StagedStorage, Tables
from reviewtui.store.tables import Documents, fragments, joined, parsed

HISTORY = ".history"
"""The folder beside a review that copies of it are kept in."""


class ReviewFile:
    """The review file at `path`, as it was when it was read and with what was staged since.

    What it holds is known by `fragments`; `create` and `open` are how to come by one. It takes no lock: whoever saves
    holds a `Lock`.
    """

    def __init__(self, path: Path, fragments: dict[str, bytes]) -> None:
        self.path = path
        self._storage = StagedStorage(path, fragments)
        self._database = ReviewDatabase(storage=lambda: self._storage)

    @classmethod
    def create(cls, path: Path, documents: Documents) -> Self:
        """Make a new file at `path` that holds `documents`, and return it once it would survive a crash.

        Raises:
            AlreadyThere: Something has this name.
            NotSaved: It could not be written, and there is no such file.
        """
        try:
            found = fragments(documents)
        except Unfit as error:
            raise NotSaved(path, str(error)) from None
        create_durably(path, joined(found.values()))
        return cls(path, found)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Read the file at `path`, which is left as it is.

        Raises:
            UnreadableFile: It can't be read, or is no tables of records.
        """
        return cls(path, parsed(path, read_bytes(path)))

    def table(self, name: str) -> ReviewTable:
        """Return a table to query, with what is staged; one that there is not is empty."""
        # TinyDB remembers what a query found, and would not notice that a save changed the table under it.
        return cast("ReviewTable", self._database.table(name, cache_size=0))

    def read(self) -> Documents:
        """Return every table, with what is staged, in the order of the file."""
        return {name: self.table(name).records() for name in self._storage.read()}

    def save(self, changed: Documents) -> None:
        """Rewrite the tables that are given, and keep the others; return once it would survive a crash.

        A table that is there keeps its place, a new one comes last, records stand in the order in which they are given.

        Raises:
            NotSaved: It could not be written. What was given stays staged, so that the next save writes it too;
                unless it is something that no file can hold, of which nothing is staged.
        """
        self._save(changed, self._storage.read())

    def replace(self, documents: Documents) -> None:
        """Rewrite the file so that it holds these tables and no others; return once it would survive a crash.

        Raises:
            NotSaved: As in `save`.
        """
        self._save(documents, Tables({}))

    def _save(self, documents: Documents, tables: Tables) -> None:
        try:
            for name, table in documents.items():
                tables[name] = table
        except Unfit as error:
            raise NotSaved(self.path, str(error)) from None
        self._storage.write(tables)
        self._storage.commit()


def read_documents(path: Path) -> Documents:
    """Return every table of the review file at `path`.

    Raises:
        UnreadableFile: It can't be read, or is no tables of records.
    """
    return ReviewFile.open(path).read()


def keep_original(path: Path, label: str) -> Path:
    """Keep a copy of the file at `path`, byte for byte, before it is saved in another format.

    It is `.history/<name>.<label>.review.json` beside the file; a number is added where another copy has that name.
    Nothing is written where the same copy is there already.

    Args:
        path: The review file.
        label: What the copy is known by, such as `format-1`; a part of a file's name.

    Returns:
        The copy, which would survive a crash.

    Raises:
        UnreadableFile: The file can't be read.
        NotSaved: The copy could not be written; there is none.
        AlreadyThere: Something that is no folder is called `.history`.
    """
    data = read_bytes(path)
    target = target_of(path)
    folder = target.parent / HISTORY
    if folder.is_symlink():
        raise NotSaved(folder, "it is a link, and copies stay beside their review")
    make_folder(folder)
    copies = (folder / f"{name_of(target)}.{ending}{REVIEW_SUFFIX}" for ending in _endings(label))
    return next(copy for copy in copies if _is_kept(copy, data))


def _endings(label: str) -> Iterator[str]:
    yield label
    yield from (f"{label}-{number}" for number in count(2))


def _is_kept(copy: Path, data: bytes) -> bool:
    try:
        create_durably(copy, data)
    except AlreadyThere:
        return read_bytes(copy) == data
    return True
