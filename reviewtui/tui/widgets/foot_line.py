"""The last line: the keys of where one is, and for a moment what there is to tell."""

from collections.abc import Mapping

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.timer import Timer
from textual.widget import Widget

from reviewtui.tui.commands import Command, Where, in_reach, keys_of
from reviewtui.tui.present.words import row, said_line

NOTICE_SECONDS = 6.0


class FootLine(Widget):
    """One line below everything else."""

    def __init__(self, where: Where) -> None:
        super().__init__()
        self._where = where
        self._notice = ""
        self._timer: Timer | None = None

    def show(self, where: Where) -> None:
        """Show the keys of another place."""
        if where is not self._where:
            self._where = where
            self.refresh()

    def say(self, text: str) -> None:
        """Show a line instead of the keys, for a few seconds or until it is clicked."""
        if self._timer is not None:
            self._timer.stop()
        self._notice = text
        self._timer = self.set_timer(NOTICE_SECONDS, self.clear)
        self.refresh()

    def clear(self) -> None:
        """Show the keys again."""
        self._notice = ""
        self.refresh()

    @property
    def notice(self) -> str:
        """What is being told; empty if nothing is."""
        return self._notice

    def on_click(self, event: events.Click) -> None:
        """Let go of what is being told."""
        event.stop()
        self.clear()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """Return one line."""
        return 1

    def render(self) -> Content:
        """Draw what is being told, or else the keys."""
        if self._notice:
            return said_line(f" {self._notice}", "bold", cells=self.size.width)
        return foot(self._where, self.app.keymap_in_use(), self.size.width)  # type: ignore[attr-defined]  # this app's


def foot(where: Where, keymap: Mapping[str, str], width: int) -> Content:
    """Return the keys of a place in one line; where there is no room, its own last ones give way to undo and help."""
    named = [one for one in in_reach(where) if one.foot]
    own, around = ([_entry(one, keymap) for one in named if (one.where is where) == is_own] for is_own in (True, False))
    kept = _fitting(around, width - 1)
    fitting = _fitting(own, width - 1 - sum(entry.cell_length for entry in kept))
    return row(" ", *fitting, *kept)


def _entry(command: Command, keymap: Mapping[str, str]) -> Content:
    return row((keys_of(command, keymap), "bold"), (f" {command.foot}  ", "$dim"))


def _fitting(entries: list[Content], room: int) -> list[Content]:
    """Return as many entries, from the first, as there is room for."""
    fitting: list[Content] = []
    for entry in entries:
        room -= entry.cell_length
        if room < 0:
            break
        fitting.append(entry)
    return fitting
