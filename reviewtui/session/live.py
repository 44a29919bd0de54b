"""One open review, as the interface and the commands know it: everything that changes it goes through `apply`."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import msgspec

from reviewtui import codec
from reviewtui.edits.meeting import staying
from reviewtui.edits.naming import Change
from reviewtui.edits.versions import take_from_disk
from reviewtui.errors import ReadOnly
from reviewtui.model.review import Review
from reviewtui.session.keeper import PAUSE, Keeper, Opened, Saving, Standing, opened
from reviewtui.session.steps import Step, Steps
from reviewtui.store import Lock as FileLock
from reviewtui.store import ReviewFile, make_folder, take_over

PATIENCE = 10.0
"""Seconds for which another program is waited for to let go of a review."""


class Claim(NamedTuple):
    """The right to write a review that another program had, and the review as it left it."""

    opened: Opened
    lock: FileLock


class Session:
    """One open review.

    Args:
        opened: The review as it is on disk.
        lock: The right to write it; `None`: it may only be read.
        read_only: Why it may only be read; empty if it may be written.
        is_followed: Whether it may only be read because another program writes it.
        pause: Seconds from the first unsaved change to its save.
    """

    def __init__(
        self,
        opened: Opened,
        lock: FileLock | None,
        *,
        read_only: str = "",
        is_followed: bool = False,
        pause: float = PAUSE,
    ) -> None:
        self.read_only = read_only
        self._is_followed = is_followed
        self._steps = Steps()
        self._listeners: list[Callable[[], None]] = []
        self._keeper = Keeper(opened, lock, pause, self._tell)
        self._keeper.start()

    @property
    def review(self) -> Review:
        """The review as it is now."""
        return self._keeper.review

    @property
    def path(self) -> Path:
        """The review's file."""
        return self._keeper.file.path

    @property
    def saving(self) -> Saving:
        """What of the review is on disk."""
        return self._keeper.saving

    @property
    def trouble(self) -> str:
        """Why the last save failed; empty if it did not."""
        return self._keeper.trouble

    @property
    def unkept(self) -> str:
        """Why the state before the last save could not be kept as a version; empty if it was."""
        return self._keeper.file.unkept

    @property
    def standing(self) -> Standing:
        """How it stands with the review and its file."""
        keeper = self._keeper
        return Standing(keeper.saving, keeper.trouble, self.read_only, self._is_followed, keeper.holder, keeper.outside)

    @property
    def undoable(self) -> str | None:
        """The name of what `undo` would take back."""
        return self._steps.undoable

    @property
    def redoable(self) -> str | None:
        """The name of what `redo` would bring back."""
        return self._steps.redoable

    def listen(self, listener: Callable[[], None]) -> None:
        """Have `listener` called whenever `standing` or what has arrived may differ, from whichever thread that is."""
        self._listeners.append(listener)

    def _tell(self) -> None:
        for listener in self._listeners:
            listener()

    # --- changing ----------------------------------------------------------------------------------------------------

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
        after = change.make_on(before)
        if after is before:
            return before
        if self.read_only:
            raise ReadOnly(self.read_only)
        self._keeper.put(after)
        self._steps.made(Step(name, before, merge_key), after)
        return after

    def go(self, change: Change) -> Review:
        """Make a change that no undo takes back, such as where one stands, and return the review as it is then.

        Where the review may only be read it is made all the same, and not saved.
        """
        after = change.make_on(self.review)
        if after is not self.review:
            self._keeper.put(after)
        return self.review

    def go_at_once(self, change: Change) -> Review:
        """Make a change that no undo takes back and that is saved without waiting for more, such as lifting a veil.

        Returns:
            The review as it is then.

        Raises:
            ReadOnly: The review may only be read.
        """
        after = change.make_on(self.review)
        if after is not self.review:
            if self.read_only:
                raise ReadOnly(self.read_only)
            self._keeper.put(after, at_once=True)
        return self.review

    def end_step(self) -> None:
        """Let the next change be a step of its own, whatever its key."""
        self._steps.end_step()

    def undo(self) -> str | None:
        """Take back the last step, and return its name; `None` if there is none."""
        return self._became(self._steps.back(self.review))

    def redo(self) -> str | None:
        """Bring back the step that was taken back last, and return its name; `None` if there is none."""
        return self._became(self._steps.forth(self.review))

    def _became(self, step: Step | None) -> str | None:
        if step is None:
            return None
        self._keeper.put(staying(step.review, self.review))
        return step.name

    # --- on disk -----------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Save now what is not on disk, in the caller's thread; nothing to save is a success.

        Raises:
            NotSaved: It could not be written; what was on disk before still is.
        """
        self._keeper.save()

    def save_elsewhere(self, path: Path) -> None:
        """Save all of it in a new file at `path`, and go on there, with the right to write it.

        Raises:
            AlreadyThere: There is a file of this name.
            HeldByAnother: Another program is making it.
            NotSaved: It could not be written.
            ReadOnly: Nothing can be written there.
        """
        claim = created(path, self.review)
        self.read_only, self._is_followed = "", False
        self._keeper.go_on_with(*claim)

    def close(self) -> None:
        """Save what is not on disk, and let another process have the review.

        Raises:
            NotSaved: The last changes could not be written; the session stays open.
        """
        self.save()
        self._keeper.keep_a_copy()
        self.abandon()

    def abandon(self) -> None:
        """Let another process have the review, whether or not all of it is on disk."""
        self._keeper.stop()

    # --- what others do ----------------------------------------------------------------------------------------------

    @property
    def wanted_by(self) -> str:
        """Which program asks to write the review; empty if none does."""
        return self._keeper.wanted_by

    def look(self) -> None:
        """Look now at what others do to the file; this is also done by itself, time and again."""
        self._keeper.look()

    def catch_up(self) -> bool:
        """Take in what another program has saved while this one follows it, and tell whether there was anything."""
        arrived = self._keeper.take_in()
        if arrived is None or not self.read_only:
            return False
        self._keeper.put(msgspec.structs.replace(arrived, stage=self.review.stage))
        return True

    def take_theirs(self) -> None:
        """Go on with what something else has written; that is a step of undo, and what was here stays a version."""
        outside = self.standing.outside
        if outside is not None and outside.review is not None:
            self._keeper.settle()
            self.apply(take_from_disk.asked(other=outside.review))

    def keep_mine(self) -> None:
        """Go on with what is here; what something else has written stays a version."""
        self._keeper.settle()

    def hand_over(self) -> None:
        """Save, let the program that asks for it have the review, and follow what it does.

        Raises:
            NotSaved: The last changes could not be written; the review stays here.
        """
        by = self.wanted_by
        self.save()
        self._become_read_only(by)

    def _become_read_only(self, by: str) -> None:
        self.read_only, self._is_followed = f"taken over {by}", True
        self._steps.forget()
        self._keeper.only_follow(by)

    def claim(self, patience: float = PATIENCE) -> Claim:
        """Ask the program that has the review to let go of it, and wait for that; from any thread.

        Returns:
            What `hold` goes on with.

        Raises:
            HeldByAnother: It did not let go.
            ReadOnly: Nothing can be written there.
            UnreadableFile: What it left can't be read.
        """
        lock = take_over(self.path, patience)
        try:
            return Claim(opened(ReviewFile.open(self.path)), lock)
        except BaseException:  # an interrupt leaves no lock behind either
            lock.release()
            raise

    def hold(self, claim: Claim) -> None:
        """Write the review from now on."""
        stage = self.review.stage
        self.read_only, self._is_followed = "", False
        self._keeper.go_on_with(*claim)
        if self.review.stage is not stage:
            self._keeper.put(msgspec.structs.replace(self.review, stage=stage))


def created(path: Path, review: Review) -> Claim:
    """Make the file of a review at `path`, which is then held.

    Raises:
        AlreadyThere: There is a file of this name.
        HeldByAnother: Another program is making it.
        NotSaved: It could not be written.
        ReadOnly: Nothing can be written there.
    """
    make_folder(path.parent)
    lock = FileLock.acquire(path)
    try:
        return Claim(Opened(review, ReviewFile.create(path, codec.to_documents(review))), lock)
    except BaseException:  # an interrupt leaves no lock behind either
        lock.release()
        raise
