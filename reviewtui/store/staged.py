"""TinyDB on a file that is written as a whole: changes are staged, and committed once."""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import Any, NoReturn

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from reviewtui.store.durable import FileMark, nothing, write_durably
from reviewtui.store.tables import fragment, joined, table_of

Record = dict[str, Any]


class Tables(MutableMapping[str, dict[str, Record]]):
    """Tables by name, each held as its fragment: decoded when it is looked at, encoded when it is set.

    A table that was looked at is a copy: what is done to it counts when it is set again.
    """

    def __init__(self, fragments: Mapping[str, bytes]) -> None:
        self.fragments = dict(fragments)

    def __getitem__(self, name: str) -> dict[str, Record]:
        return table_of(name, self.fragments[name])

    def __setitem__(self, name: str, table: Mapping[str, Mapping[str, Any]]) -> None:
        self.fragments[name] = fragment(name, table)

    def __delitem__(self, name: str) -> None:
        del self.fragments[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.fragments)

    def __len__(self) -> int:
        return len(self.fragments)


class StagedStorage(Storage):
    """What TinyDB reads and writes for the file at `path`; `fragments` are the tables that it holds.

    What was written is staged. Only `commit` writes the file, and until it has returned everything stays staged.
    """

    def __init__(self, path: Path, fragments: Mapping[str, bytes]) -> None:
        self.path = path
        self._fragments = dict(fragments)

    def read(self) -> Tables:  # type: ignore[override]  # TinyDB asks for a dict and needs a mapping
        """Return the tables with all that is staged."""
        return Tables(self._fragments)

    def write(self, data: MutableMapping[str, dict[str, Record]]) -> None:
        """Stage these tables in place of all that there were.

        Raises:
            Unfit: A table can't be written; nothing is staged.
        """
        if not isinstance(data, Tables):
            tables = Tables({})
            tables.update(data)
            data = tables
        self._fragments = dict(data.fragments)

    def content(self) -> bytes:
        """Return what the file holds once all that is staged is written."""
        return joined(self._fragments.values())

    def commit(self, before: Callable[[], None] = nothing) -> FileMark:
        """Write the file with all that is staged; return once it would survive a crash.

        Args:
            before: Called when the file is about to be replaced; what it raises prevents that.

        Raises:
            NotSaved: The file could not be written; everything is still staged for the next time.
        """
        return write_durably(self.path, self.content(), before)


class ReviewTable(Table):
    """A table whose records have ids that are text and always given: `Document(record, id)` to insert one."""

    document_id_class = str  # type: ignore[assignment]  # typed by its default, and meant to be set

    def records(self) -> dict[str, Record]:
        """Return every record by its id, in order."""
        return {str(document.doc_id): dict(document) for document in self}

    def _get_next_id(self) -> NoReturn:
        raise TypeError("the id of a record is given, never counted: insert Document(record, id)")


class ReviewDatabase(TinyDB):
    """The TinyDB of one review file."""

    table_class = ReviewTable
    default_storage_class = StagedStorage  # type: ignore[assignment]
