"""One review, one file: a TinyDB of documents that is read whole and saved whole."""

import hashlib
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Self, cast

from reviewtui.errors import ChangedOnDisk, NotSaved, UnreadableFile
from reviewtui.store.damage import Unfit
from reviewtui.store.durable import NO_MARK, FileMark, create_durably, mark_of, read_bytes
from reviewtui.store.staged import ReviewDatabase, ReviewTable, StagedStorage, Tables
from reviewtui.store.tables import Documents, fragments, joined, parsed
from reviewtui.store.versions import Kind, keep_copy, keep_previous, moment_of


class Content(NamedTuple):
    """What is in a file, and the mark that tells this state from another."""

    data: bytes
    mark: FileMark


class ReviewFile:
    """The review file at `path`, as it was when it was read and with what was staged since.

    What it holds is known by `fragments`; `create` and `open` are how to come by one. It takes no lock: whoever saves
    holds a `Lock`. A save keeps the state that it replaces, and refuses to replace what it does not know.
    """

    def __init__(self, path: Path, fragments: dict[str, bytes], content: Content | None = None) -> None:
        self.path = path
        self.unkept = ""
        """Why the state before the last save could not be kept; empty if it was."""
        self._storage = StagedStorage(path, fragments)
        self._database = ReviewDatabase(storage=lambda: self._storage)
        self.is_as_saved = False
        """Whether it was saved here, and is still so."""
        self._mark = content.mark if content else NO_MARK
        self._known = {_digest(content.data)} if content else set()

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
        data = joined(found.values())
        return cls(path, found, Content(data, create_durably(path, data)))

    @classmethod
    def open(cls, path: Path) -> Self:
        """Read the file at `path`, which is left as it is.

        Raises:
            UnreadableFile: It can't be read, or is no tables of records.
        """
        return cls.of(path, _content(path))

    @classmethod
    def of(cls, path: Path, content: Content) -> Self:
        """Return the file at `path` as it was read before.

        Raises:
            UnreadableFile: It is no tables of records.
        """
        return cls(path, parsed(path, content.data).texts, content)

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
            ChangedOnDisk: Something else has written the file, see `outside`. What was given stays staged.
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
        digest = _digest(self._storage.content())
        # From here on it may be on the disk, also if that is never confirmed.
        self._known.add(digest)
        self._mark = self._storage.commit(self._before_it_is_replaced)
        self._known = {digest}
        self.is_as_saved = True

    def _before_it_is_replaced(self) -> None:
        try:
            found = self.outside()
        except UnreadableFile as error:
            raise NotSaved(self.path, f"what is there now can't be looked at: {error.why}") from None
        if found is not None:
            raise ChangedOnDisk(self.path)
        try:
            keep_previous(self.path)
        except (NotSaved, UnreadableFile) as error:
            # The review matters more than its history.
            self.unkept = str(error)
        else:
            self.unkept = ""

    # --- what others do to it -----------------------------------------------------------------------------------------

    def outside(self) -> Content | None:
        """Return what is in the file, if something else has written it; `None` if not, or if there is no file.

        Raises:
            UnreadableFile: What is there can't be read.
        """
        with suppress(OSError, ValueError):
            if (mark := mark_of(self.path.stat())) != self._mark:
                content = Content(read_bytes(self.path), mark)
                if _digest(content.data) not in self._known:
                    return content
                self.accept(content)
        return None

    def accept(self, content: Content) -> None:
        """Know what something else has written, so that the next save may replace it."""
        self._mark = content.mark
        self.is_as_saved = self.is_as_saved and _digest(content.data) in self._known
        self._known = {_digest(content.data)}

    def keep_theirs(self, content: Content) -> Path:
        """Keep what something else has written, and return the copy.

        Raises:
            NotSaved: It could not be kept.
        """
        return keep_copy(self.path, content.data, Kind.THEIRS, moment_of(content.mark.modified))

    def keep_mine(self, kind: Kind = Kind.MINE) -> Path:
        """Keep what was saved last, with what is staged since, as a copy of its own, and return that.

        Raises:
            NotSaved: It could not be kept.
        """
        return keep_copy(self.path, self._storage.content(), kind, moment_of(self._mark.modified))


def read_documents(path: Path) -> Documents:
    """Return every table of the review file at `path`.

    Raises:
        UnreadableFile: It can't be read, or is no tables of records.
    """
    return parsed(path, read_bytes(path)).documents


def _content(path: Path) -> Content:
    try:
        mark = mark_of(path.stat())
    except (OSError, ValueError):
        # Reading it will tell why.
        mark = NO_MARK
    return Content(read_bytes(path), mark)


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()
