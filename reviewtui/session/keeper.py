"""What keeps one review on disk: it saves, notices what others do to the file, and follows it where it may only read.

A save begins half a second after the first change that is not on disk, in one thread that saves one value after
another: whatever the review is by then, whole.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from threading import Condition, Lock, Thread
from typing import NamedTuple

from reviewtui import codec
from reviewtui.errors import ChangedOnDisk, NotSaved, UnreadableFile
from reviewtui.model.review import Review
from reviewtui.store import Content, FileMark, Kind, ReviewFile, holder_of, keep_original, moment_of, wanted_by
from reviewtui.store import Lock as FileLock

PAUSE = 0.5
"""Seconds from the first unsaved change to its save."""
RETRY = 5.0
"""Seconds from a save that failed to the next try."""
WATCH = 0.5
"""Seconds from one look at what others do to the file to the next."""
_TRIES = 3
"""How often a save begins anew because something else has just written the file."""


class Saving(StrEnum):
    """What of the review is on disk."""

    SAVED = "saved"
    """All of it: the fsync has returned."""
    UNSAVED = "saving"
    """All but the last changes, which are on their way."""
    FAILED = "not saved"
    """All but the last changes, which could not be written; it is tried again."""


class Outside(NamedTuple):
    """What something else has written over the review's file; both it and what was here are kept."""

    at: datetime
    """When it was written."""
    copy: Path
    """Where it is kept."""
    review: Review | None
    """The review it is; `None` if it is none."""
    trouble: str = ""
    """Why it is none."""


class Standing(NamedTuple):
    """How it stands with a review and its file."""

    saving: Saving
    trouble: str = ""
    """Why the last save failed; empty if it did not."""
    read_only: str = ""
    """Why the review may only be read; empty if it may be written."""
    is_followed: bool = False
    """Whether it may only be read because another program has it, or had it, open for writing."""
    holder: str = ""
    """Which program that is; empty if there is none any more."""
    outside: Outside | None = None
    """What something else has written over it, until one of both is chosen."""


class Opened(NamedTuple):
    """A review as it was read from its file."""

    review: Review
    file: ReviewFile
    upgraded_from: int | None = None
    """The schema number it was read in, if that is an earlier one."""


def opened(file: ReviewFile) -> Opened:
    """Return the review that a file holds.

    Raises:
        UnreadableFile: It is no review, or one of a later schema.
    """
    documents = file.read()
    number = codec.schema_of(documents, file.path)
    review = codec.from_documents(documents, file.path)
    return Opened(review, file, number if number != codec.SCHEMA else None)


class Keeper:
    """Keeps a review on disk while it has the lock, and follows the file while it has not.

    Args:
        opened: The review as it is on disk.
        lock: The right to write it; `None`: it may only be read.
        pause: Seconds from the first unsaved change to its save.
        tell: Called whenever something may be different, from whichever thread that is.
    """

    def __init__(self, opened: Opened, lock: FileLock | None, pause: float, tell: Callable[[], None]) -> None:
        self.review, self.file, self._upgraded_from = opened
        self.lock = lock
        self.trouble = ""
        self.holder = holder_of(self.file.path) if lock is None else ""
        self.outside: Outside | None = None
        self.arrived: Review | None = None
        """What another program has saved, and nobody has taken in yet."""
        self.wanted_by = ""
        """Which program asks to have the review."""
        self._tell = tell
        self._pause = pause
        self._on_disk: Review | None = self.review
        self._seen: FileMark | None = None
        self._changed = Condition()
        self._one_at_a_time = Lock()
        self._at_once = False
        self._closing = False
        self._thread = Thread(target=self._go_on, name="autosave", daemon=True)

    def start(self) -> None:
        """Begin to save and to watch."""
        self._thread.start()

    @property
    def saving(self) -> Saving:
        """What of the review is on disk."""
        if self.trouble:
            return Saving.FAILED
        return Saving.SAVED if self._on_disk is self.review or self.lock is None else Saving.UNSAVED

    def put(self, review: Review, *, at_once: bool = False) -> None:
        """Have another value of the review, to be saved where it may be written: soon, or at once."""
        with self._changed:
            self.review = review
            self._at_once = self._at_once or at_once
            self._changed.notify_all()
        self._tell()

    # --- saving ------------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Save now what is not on disk, in the caller's thread; nothing to save is a success.

        Raises:
            NotSaved: It could not be written; what was on disk before still is.
        """
        with self._one_at_a_time:
            with self._changed:
                review, self._at_once = self.review, False
            if review is self._on_disk or self.lock is None:
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
        for _ in range(_TRIES - 1):
            with suppress(ChangedOnDisk):
                self._write_over_what_is_known(review)
                return
            if found := self._outside():
                self._keep_both(found)
        self._write_over_what_is_known(review)

    def _write_over_what_is_known(self, review: Review) -> None:
        if self._upgraded_from is None:
            self.file.save(codec.to_documents(review, self._on_disk))
            return
        self._keep_original(f"format-{self._upgraded_from}")
        self.file.replace(codec.to_documents(review))
        self._upgraded_from = None

    def _keep_original(self, label: str) -> None:
        try:
            keep_original(self.file.path, label)
        except UnreadableFile as error:
            if self.file.path.exists():
                raise NotSaved(self.file.path, error.why) from None

    def _go_on(self) -> None:
        """Save one value after another, and look at what others do meanwhile, until the session closes."""
        wait = self._pause
        while not self._closing:
            with self._changed:
                self._changed.wait_for(lambda: self._closing or self._is_unsaved(), WATCH)
            if self._is_unsaved() and not self._is_closing_after(wait):
                try:
                    self.save()
                except NotSaved:
                    wait = RETRY
                else:
                    # What came while it was being saved has waited for long enough.
                    wait = 0.0 if self._is_unsaved() else self._pause
            if not self._is_closing_after(0.0):
                self.look()

    def _is_unsaved(self) -> bool:
        return self.lock is not None and self._on_disk is not self.review

    def _is_closing_after(self, wait: float) -> bool:
        with self._changed:
            self._changed.wait_for(lambda: self._closing or self._at_once, wait)
            return self._closing

    def keep_a_copy(self) -> None:
        """Keep a copy of what was saved, in case that something happens to the file before it is opened again."""
        if self.lock is not None and self.file.is_as_saved:
            with suppress(NotSaved):
                self.file.keep_mine(Kind.SAVED)

    def stop(self) -> None:
        """Let another program have the review, and do nothing more."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        if self._thread.is_alive():
            self._thread.join()
        self.release()

    def release(self) -> None:
        """Let another program have the review."""
        if self.lock is not None:
            self.lock.release()
            self.lock = None

    # --- what others do ----------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Look at what others have done to the file, and whether another program asks for it."""
        with self._one_at_a_time:
            before = (self.wanted_by, self.holder, self.outside, self.arrived)
            if self.lock is not None:
                self.wanted_by = wanted_by(self.file.path)
                self._look_for_others()
            else:
                self.holder = holder_of(self.file.path)
                self._follow()
            is_different = before != (self.wanted_by, self.holder, self.outside, self.arrived)
        if is_different:
            self._tell()

    def _look_for_others(self) -> None:
        """Notice what something else has written, once it is not being written any more."""
        found = self._outside()
        if found is not None and found.mark == self._seen:
            with suppress(NotSaved):
                self._keep_both(found)
        self._seen = found.mark if found else None

    def _outside(self) -> Content | None:
        try:
            return self.file.outside()
        except UnreadableFile:
            return None

    def _keep_both(self, found: Content) -> None:
        """Keep what something else has written beside what is here; from then on it may be replaced.

        Raises:
            NotSaved: One of them could not be kept.
        """
        review, trouble = self._read(found)
        if review is None or review != self._on_disk:
            copy = self.file.keep_theirs(found)
            self.file.keep_mine()
            self.outside = Outside(moment_of(found.mark.modified), copy, review, trouble)
        self.file.accept(found)

    def _read(self, found: Content) -> tuple[Review | None, str]:
        try:
            return opened(ReviewFile.of(self.file.path, found)).review, ""
        except UnreadableFile as error:
            return None, error.why

    def _follow(self) -> None:
        """Read what another program has saved."""
        found = self._outside()
        if found is None:
            return
        review, _ = self._read(found)
        if review is not None:
            self.arrived = review
            self.file.accept(found)

    # --- going on elsewhere, or as another ---------------------------------------------------------------------------

    def settle(self) -> None:
        """Go on with what is here, and let go of what something else has written."""
        with self._changed:
            self.outside = None
            # All of it is to be written: by now the file is not what was saved.
            self._on_disk = None
            self._changed.notify_all()
        self._tell()

    def take_in(self) -> Review | None:
        """Return what has arrived, which is taken in now; `None` if nothing has."""
        arrived, self.arrived = self.arrived, None
        return arrived

    def go_on_with(self, opened: Opened, lock: FileLock) -> None:
        """Write another file from now on, or this one after only reading it."""
        with self._one_at_a_time:
            self.release()
            self.review, self.file, self._upgraded_from = opened
            self._on_disk = self.review
            self.lock = lock
            self.trouble, self.holder, self.outside, self.arrived, self.wanted_by = "", "", None, None, ""
        self._tell()

    def only_follow(self, holder: str) -> None:
        """Let another program have the review, and follow what it does."""
        with self._one_at_a_time:
            self.release()
            self.holder, self.wanted_by, self.outside = holder, "", None
            self._on_disk = self.review
        self._tell()
