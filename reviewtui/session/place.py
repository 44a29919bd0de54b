"""The place where the facilitator stands, told to the room's window."""

from contextlib import suppress
from pathlib import Path
from threading import Condition, Thread

from reviewtui.errors import NotSaved
from reviewtui.model.place import Place
from reviewtui.store import write_place


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
