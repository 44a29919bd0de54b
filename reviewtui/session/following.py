"""A review and the place in it, followed by what is on disk: what the room's window shows."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from reviewtui.codec import Decoded, decoded, decoded_again
from reviewtui.errors import UnreadableFile
from reviewtui.model.place import Place
from reviewtui.model.review import Review
from reviewtui.store import FileMark, changes, mark_at, parsed, place_file, read_bytes, read_place


class Seen(NamedTuple):
    """A review as it is on disk, and where the facilitator stands in it."""

    review: Review
    place: Place


class _Known(NamedTuple):
    """A state of the review's file."""

    decoded: Decoded
    texts: Mapping[str, bytes] | None
    """The text of each table; `None` where something wrote it that writes otherwise than this program."""


class Follower:
    """Follows a review and the place in it, by what is on disk; of a later state it decodes what has changed.

    Args:
        path: The review's file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._looked_at: tuple[FileMark, FileMark] | None = None
        self._review_looked_at: FileMark | None = None
        self._known: _Known | None = None

    @property
    def has_news(self) -> bool:
        """Whether either file is another than when it was read; costs two looks at the folder."""
        return self._marks() != self._looked_at

    def read(self) -> Seen:
        """Return the review and the place; what has not changed of the review is the same object.

        Raises:
            UnreadableFile: The review can't be read.
        """
        marks = self._marks()
        if self._known is None or marks[0] != self._review_looked_at:
            data = read_bytes(self._path)
            self._known = self._changed(data) or self._whole(data)
            self._review_looked_at = marks[0]
        self._looked_at = marks
        review = self._known.decoded.review
        return Seen(review, read_place(self._path) or Place(review.stage))

    def _changed(self, data: bytes) -> _Known | None:
        """Return the state that the file is in now, by what has changed of it; `None` where that can't be told."""
        if self._known is None or self._known.texts is None or (found := changes(self._known.texts, data)) is None:
            return None
        try:
            return _Known(decoded_again(self._known.decoded, found.splices, self._path), found.texts)
        except UnreadableFile:
            # What is wrong is told by whoever reads all of it.
            return None

    def _whole(self, data: bytes) -> _Known:
        whole = parsed(self._path, data)
        return _Known(decoded(whole.documents, self._path), whole.texts if whole.is_as_written else None)

    def _marks(self) -> tuple[FileMark, FileMark]:
        return mark_at(self._path), mark_at(place_file(self._path))
