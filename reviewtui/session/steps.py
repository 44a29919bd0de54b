"""What can be taken back and brought back."""

from typing import NamedTuple

from reviewtui.model.review import Review


class Step(NamedTuple):
    """One step of undo."""

    name: str
    """What was done, in the words of the review then."""
    review: Review
    """The review without it; in the list of steps to redo, the review with it."""
    merge_key: str | None = None


class Steps:
    """The steps that were made, and those that were taken back."""

    def __init__(self) -> None:
        self._undo: list[Step] = []
        self._redo: list[Step] = []

    @property
    def undoable(self) -> str | None:
        """The name of what `back` would take back."""
        return self._undo[-1].name if self._undo else None

    @property
    def redoable(self) -> str | None:
        """The name of what `forth` would bring back."""
        return self._redo[-1].name if self._redo else None

    def made(self, step: Step, now: Review) -> None:
        """Remember a step that led to `now`; those of one key that follow each other are one."""
        last = self._undo[-1] if self._undo else None
        self._redo.clear()
        if step.merge_key is None or last is None or last.merge_key != step.merge_key:
            self._undo.append(step)
        elif last.review == now:
            self._undo.pop()
        else:
            self._undo[-1] = last._replace(name=step.name)

    def end_step(self) -> None:
        """Let the next step be one of its own, whatever its key."""
        if self._undo:
            self._undo[-1] = self._undo[-1]._replace(merge_key=None)

    def back(self, now: Review) -> Step | None:
        """Return the last step, which is being taken back from `now`."""
        return _moved(self._undo, self._redo, now)

    def forth(self, now: Review) -> Step | None:
        """Return the step that was taken back last, which is being brought back to `now`."""
        return _moved(self._redo, self._undo, now)

    def forget(self) -> None:
        """Forget all steps: others have changed the review since."""
        self._undo.clear()
        self._redo.clear()


def _moved(from_list: list[Step], to_list: list[Step], now: Review) -> Step | None:
    if not from_list:
        return None
    step = from_list.pop()
    to_list.append(Step(step.name, now))
    return step
