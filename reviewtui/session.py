"""One open review: its value, the values before it, and what of it is safe on disk.

Everything that changes a review goes through `Session.apply`. A save begins half a second after the first change
that is not on disk, in one thread that saves one value after another: whatever the review is by then, whole.
"""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from threading import Condition, Lock, Thread
from typing import NamedTuple

from reviewtui import codec
from reviewtui.edits.meeting import staying
from reviewtui.edits.naming import Change
from reviewtui.errors import HeldByAnother, NotSaved, ReadOnly
from reviewtui.model.review import Review
from reviewtui.store import Lock as FileLock
from reviewtui.store import ReviewFile, keep_original, make_folder

PAUSE = 0.5
"""Seconds from the first unsaved change to its save."""
RETRY = 5.0
"""Seconds from a save that failed to the next try."""


class Saving(StrEnum):
    """What of the review is on disk."""

    SAVED = "saved"
    """All of it: the fsync has returned."""
    UNSAVED = "saving"
    """All but the last changes, which are on their way."""
    FAILED = "not saved"
    """All but the last changes, which could not be written; it is tried again."""


class Step(NamedTuple):
    """One step of undo."""

    name: str
    """What was done, in the words of the review then."""
    before: Review
    """The review without it; in the list of steps to redo, the review with it."""
    merge_key: str | None = None


class Session:
    """One open review.

    Args:
        review: The review as it is on disk.
        file: Its file.
        lock: The right to write it; `None`: it may only be read.
        read_only: Why it may only be read; empty if it may be written.
        upgraded_from: The schema number it was read in, if that is an earlier one.
        pause: Seconds from the first unsaved change to its save.
    """

    def __init__(
        self,
        review: Review,
        file: ReviewFile,
        lock: FileLock | None,
        *,
        read_only: str = "",
        upgraded_from: int | None = None,
        pause: float = PAUSE,
    ) -> None:
        self.review = review
        self.read_only = read_only
        self.trouble = ""
        """Why the last save failed; empty if it did not."""
        self._file = file
        self._lock = lock
        self._upgraded_from = upgraded_from
        self._pause = pause
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        self._listeners: list[Callable[[], None]] = []
        self._on_disk = review
        self._changed = Condition()
        self._one_save = Lock()
        self._closing = False
        self._thread = Thread(target=self._save_changes, name="autosave", daemon=True)
        if lock is not None:
            self._thread.start()

    @property
    def path(self) -> Path:
        """The review's file."""
        return self._file.path

    @property
    def saving(self) -> Saving:
        """What of the review is on disk."""
        if self.trouble:
            return Saving.FAILED
        return Saving.SAVED if self._on_disk is self.review else Saving.UNSAVED

    @property
    def undoable(self) -> str | None:
        """The name of what `undo` would take back."""
        return self._undo[-1].name if self._undo else None

    @property
    def redoable(self) -> str | None:
        """The name of what `redo` would bring back."""
        return self._redo[-1].name if self._redo else None

    def listen(self, listener: Callable[[], None]) -> None:
        """Have `listener` called whenever what `saving` says may be different, from whichever thread that is."""
        self._listeners.append(listener)

    def apply(self, change: Change, merge_key: str | None = None) -> Review:
        """Make a change, and return the review as it is then.

        Args:
            change: The change.
            merge_key: What it belongs to; changes of one key that follow each other are one step of undo, until
                `end_step`.

        Raises:
            ReadOnly: The review may only be read.
        """
        name, before = change.name_on(self.review), self.review
        if not self._become(change.make_on(before)):
            return before
        last = self._undo[-1] if self._undo else None
        self._redo.clear()
        if merge_key is None or last is None or last.merge_key != merge_key:
            self._undo.append(Step(name, before, merge_key))
        elif last.before == self.review:
            self._undo.pop()
        else:
            self._undo[-1] = last._replace(name=name)
        return self.review

    def go(self, change: Change) -> Review:
        """Make a change that no undo takes back, such as where one stands, and return the review as it is then.

        Where the review may only be read it is made all the same, and not saved.
        """
        self._become(change.make_on(self.review), stored=self._lock is not None)
        return self.review

    def end_step(self) -> None:
        """Let the next change be a step of its own, whatever its key."""
        if self._undo:
            self._undo[-1] = self._undo[-1]._replace(merge_key=None)

    def undo(self) -> str | None:
        """Take back the last step, and return its name; `None` if there is none."""
        return self._step(self._undo, self._redo)

    def redo(self) -> str | None:
        """Bring back the step that was taken back last, and return its name; `None` if there is none."""
        return self._step(self._redo, self._undo)

    def _step(self, from_list: list[Step], to_list: list[Step]) -> str | None:
        if not from_list:
            return None
        step = from_list.pop()
        to_list.append(Step(step.name, self.review))
        self._become(staying(step.before, self.review))
        return step.name

    def _become(self, review: Review, *, stored: bool = True) -> bool:
        if review is self.review:
            return False
        if stored and self._lock is None:
            raise ReadOnly(self.read_only)
        with self._changed:
            self.review = review
            if not stored:
                self._on_disk = review
            self._changed.notify_all()
        self._tell()
        return True

    def _tell(self) -> None:
        for listener in self._listeners:
            listener()

    # --- saving ------------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Save now what is not on disk, in the caller's thread; nothing to save is a success.

        Raises:
            NotSaved: It could not be written; what was on disk before still is.
        """
        with self._one_save:
            review = self.review
            if review is self._on_disk:
                return
            try:
                self._write(review)
            except NotSaved as error:
                self.trouble = error.why
                self._tell()
                raise
            with self._changed:
                self._on_disk = review
                self.trouble = ""
        self._tell()

    def _write(self, review: Review) -> None:
        if self._upgraded_from is None:
            self._file.save(codec.to_documents(review, self._on_disk))
            return
        keep_original(self.path, f"format-{self._upgraded_from}")
        self._file.replace(codec.to_documents(review))
        self._upgraded_from = None

    def _save_changes(self) -> None:
        """Save one value after another, until the session closes."""
        wait = self._pause
        while not self._is_closing_after(wait):
            try:
                self.save()
            except NotSaved:
                wait = RETRY
            else:
                # What came while it was being saved has waited for long enough.
                wait = 0.0 if self.saving is Saving.UNSAVED else self._pause

    def _is_closing_after(self, wait: float) -> bool:
        """Wait for something to save, then `wait` seconds, and tell whether the session closes meanwhile."""
        with self._changed:
            self._changed.wait_for(lambda: self._closing or self.saving is not Saving.SAVED)
            return self._changed.wait_for(lambda: self._closing, wait)

    def close(self) -> None:
        """Save what is not on disk, and let another process have the review.

        Raises:
            NotSaved: The last changes could not be written; the session stays open.
        """
        self.save()
        self.abandon()

    def abandon(self) -> None:
        """Let another process have the review, whether or not all of it is on disk."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        if self._thread.is_alive():
            self._thread.join()
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def open_session(path: Path, *, pause: float = PAUSE) -> Session:
    """Open the review at `path`; where another process holds it, or nothing can be written, to be read only.

    Raises:
        UnreadableFile: It can't be read, or is no review; it is left as it is.
    """
    try:
        lock = FileLock.acquire(path)
    except HeldByAnother as error:
        return _opened(path, None, read_only=f"open elsewhere, {error.holder}", pause=pause)
    except ReadOnly as error:
        return _opened(path, None, read_only=str(error), pause=pause)
    return _opened_or_released(path, lock, pause)


def open_to_write(path: Path) -> Session:
    """Open the review at `path` to change it, or not at all.

    Raises:
        UnreadableFile: It can't be read, or is no review; it is left as it is.
        HeldByAnother: Another process has it open for writing.
        ReadOnly: Nothing can be written there.
    """
    return _opened_or_released(path, FileLock.acquire(path), PAUSE)


def create_session(path: Path, review: Review, *, pause: float = PAUSE) -> Session:
    """Make the file of a new review at `path`, and open it.

    Raises:
        AlreadyThere: There is a review of this name.
        NotSaved: It could not be written.
    """
    make_folder(path.parent)
    lock = FileLock.acquire(path)
    try:
        return Session(review, ReviewFile.create(path, codec.to_documents(review)), lock, pause=pause)
    except BaseException:
        lock.release()
        raise


def _opened_or_released(path: Path, lock: FileLock, pause: float) -> Session:
    try:
        return _opened(path, lock, pause=pause)
    except BaseException:
        lock.release()
        raise


def _opened(path: Path, lock: FileLock | None, *, read_only: str = "", pause: float) -> Session:
    file = ReviewFile.open(path)
    documents = file.read()
    number = codec.schema_of(documents, path)
    review = codec.from_documents(documents, path)
    upgraded_from = number if number != codec.SCHEMA else None
    return Session(review, file, lock, read_only=read_only, upgraded_from=upgraded_from, pause=pause)
