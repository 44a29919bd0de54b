"""The last line: the keys of where one is, what is marked, and for a moment what there is to tell."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.timer import Timer
from textual.widget import Widget

from reviewtui.tui.commands import COMMANDS, NEEDS_A_ROW, Command, Where, first_key_of, in_reach, keys_of, spelled
from reviewtui.tui.present.words import row, said_line

if TYPE_CHECKING:
    from reviewtui.tui.app import ReviewApp

NOTICE_SECONDS = 6.0
_WORDING = next(one for one in COMMANDS if one.id == "wording")

Place = tuple[tuple[Where, ...], bool]
"""Where one is, and whether there is anything to stand at."""


class FootLine(Widget):
    """One line below everything else.

    Args:
        where: Where one is.
        has_rows: Whether there is anything to stand at.
    """

    def __init__(self, where: Where, *, has_rows: bool = True) -> None:
        super().__init__()
        self._place: Place = ((where,), has_rows)
        self._notice = ""
        self._hints = 0
        self._timer: Timer | None = None

    def show(self, *places: Where, has_rows: bool = True) -> None:
        """Show the keys of another place; what was told of the one before is over.

        Args:
            places: Where one is, and what that is a part of, if that is no part of it anywhere else.
            has_rows: Whether there is anything to stand at.
        """
        if (places, has_rows) == self._place:
            return
        if places != self._place[0]:
            self._notice = ""
        self._place = (places, has_rows)
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

    def mark(self, hints: int) -> None:
        """Say at the end of the line on how many phrases there are hints; on none, say nothing."""
        if hints != self._hints:
            self._hints = hints
            self.refresh()

    @property
    def marked(self) -> str:
        """What is marked; empty if nothing is."""
        return self._mark.plain

    @property
    def _mark(self) -> Content:
        keymap = self.app.keymap_in_use()  # type: ignore[attr-defined]  # this app's
        return Content.styled(
            f"{first_key_of(_WORDING, keymap)} words {self._hints}" if self._hints else "", "$private"
        )

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
        places, has_rows = self._place
        app: ReviewApp = self.app  # type: ignore[assignment]  # the only one that has this line
        mark = self._mark
        width = self.size.width - mark.cell_length - (1 if mark else 0)
        keys = foot(places, app.keymap_in_use(), width, has_rows=has_rows, in_words=app.in_ascii)
        return row(keys.pad_right(max(width - keys.cell_length, 0)), mark) if mark else keys


def foot(
    places: tuple[Where, ...], keymap: Mapping[str, str], width: int, *, has_rows: bool, in_words: bool = False
) -> Content:
    """Return the keys of a place in one line; where there is no room, its own last ones give way to undo and help.

    What gives way to everything else stands between them.

    Args:
        places: The place, and what it is a part of beside what the table says.
        keymap: Keys that are mapped otherwise, by the id of the command.
        width: The cells there are.
        has_rows: Whether there is anything to stand at; if not, what would do nothing is left out.
        in_words: Whether arrows are named and not drawn.
    """
    reached = [one for place in places for one in in_reach(place)]
    named = [one for one in reached if one.foot and (has_rows or one.id not in NEEDS_A_ROW)]
    own = [one for one in named if one.where in places] + [one for one in named if one.gives_way]
    kept = _fitting([_entry(one, keymap, in_words=in_words) for one in named if one not in own], width - 1)
    fitting = _fitting(
        [_entry(one, keymap, in_words=in_words) for one in own], width - 1 - sum(entry.cell_length for entry in kept)
    )
    return row(" ", *fitting, *kept)


def _entry(command: Command, keymap: Mapping[str, str], *, in_words: bool) -> Content:
    keys = keys_of(command, keymap)
    return row((spelled(keys) if in_words else keys, "bold"), (f" {command.foot}  ", "$dim"))


def _fitting(entries: list[Content], room: int) -> list[Content]:
    """Return as many entries, from the first, as there is room for."""
    fitting: list[Content] = []
    for entry in entries:
        room -= entry.cell_length
        if room < 0:
            break
        fitting.append(entry)
    return fitting
