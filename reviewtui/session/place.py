"""The place where the facilitator stands, told to the room's window and followed by it."""

from contextlib import suppress
from pathlib import Path
from threading import Condition, Thread
from typing import NamedTuple

from reviewtui.codec import from_documents
from reviewtui.errors import NotSaved
from reviewtui.model.place import Place
from reviewtui.model.review import Review
from reviewtui.store import FileMark, mark_at, place_file, read_documents, read_place, write_place


class PlaceTeller:
    """Writes the newest place in a thread of its own: a move waits for no disk."""

    def __init__(self) -> None:
        self._wanted: tuple[Path, Place] | None = None
        self._told: tuple[Path, Place] | None = None
        self._closing = False
        self._changed = Condition()
        self._thread = Thread(target=self._go_on, name="place", daemon=True)
        self._thread.start()

    def tell(self, path: Path, place: Place) -> None:
        """Have the place in the review at `path` told; one that is overtaken by the next is not."""
        with self._changed:
            self._wanted = (path, place)
            self._changed.notify()

    def close(self) -> None:
        """Tell the last place, and end."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join()

    def _go_on(self) -> None:
        while (wanted := self._next()) is not None:
            # That nothing can be written is told where the review itself is saved.
            with suppress(NotSaved):
                write_place(*wanted)

    def _next(self) -> tuple[Path, Place] | None:
        """Wait for another place than the last one; `None` when there will be none any more."""
        with self._changed:
            self._changed.wait_for(lambda: self._closing or self._wanted != self._told)
            if self._wanted == self._told:
                return None
            self._told = self._wanted
            return self._told


class Seen(NamedTuple):
    """A review as it is on disk, and where the facilitator stands in it."""

    review: Review
    place: Place


class Follower:
    """Follows a review and the place in it, by what is on disk.

    Args:
        path: The review's file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._looked_at: tuple[FileMark, FileMark] | None = None
        self._review_looked_at: FileMark | None = None
        self._review: Review | None = None

    @property
    def has_news(self) -> bool:
        """Whether either file is another than when it was read; costs two looks at the folder."""
        return self._marks() != self._looked_at

    def read(self) -> Seen:
        """Return the review and the place; a review whose file is the same is not read again.

        Raises:
            UnreadableFile: The review can't be read.
        """
        marks = self._marks()
        if self._review is None or marks[0] != self._review_looked_at:
            self._review = from_documents(read_documents(self._path), self._path)
            self._review_looked_at = marks[0]
        self._looked_at = marks
        return Seen(self._review, read_place(self._path) or Place(self._review.stage))

    def _marks(self) -> tuple[FileMark, FileMark]:
        return mark_at(self._path), mark_at(place_file(self._path))
