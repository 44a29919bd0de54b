"""The two lines at the top: which review this is, how its time stands and whether it is saved, and the stages."""

from collections.abc import Callable
from datetime import datetime

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from reviewtui.model.review import Review, Stage
from reviewtui.session import Saving
from reviewtui.tui.messages import StageWanted
from reviewtui.tui.present.meeting import time_words
from reviewtui.tui.present.words import row, said_line
from reviewtui.tui.widgets.strips import strip_of

NUMBERS: dict[Stage, int] = {stage: number for number, stage in enumerate(Stage, 1)}
"""The stages there are, under their numbers."""

_SAVING_STYLES = {Saving.SAVED: "$kept", Saving.UNSAVED: "$dim", Saving.FAILED: "bold $trouble"}


class StageBar(Widget):
    """The title, and the stages with the one that one is in; posts `StageWanted` for one that is clicked.

    Args:
        now: Gives the time, in UTC.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._time = (Content(""), Content(""))
        self._review: Review | None = None
        self._stage = Stage.PEOPLE
        self._saving = Saving.SAVED
        self._read_only = False

    def show(self, review: Review, stage: Stage) -> None:
        """Draw a review's title, and the stage that one is in."""
        before, self._review, self._stage = (self._review, self._stage), review, stage
        if before[0] is None or before[1] is not stage or _heading(before[0]) != _heading(review):
            self.refresh()
        self.show_time()

    def show_time(self) -> None:
        """Draw how the time of the meeting stands, if it stands otherwise than it is drawn."""
        if self._review is None:
            return
        time, brief = (time_words(self._review, self._now(), brief=brief) for brief in (False, True))
        if time.plain != self._time[0].plain:
            self._time = (time, brief)
            self._refresh_title()

    def show_saving(self, saving: Saving, *, read_only: bool) -> None:
        """Draw what of the review is on disk, or that it may only be read."""
        if (saving, read_only) != (self._saving, self._read_only):
            self._saving, self._read_only = saving, read_only
            self._refresh_title()

    def _refresh_title(self) -> None:
        """Have the first line drawn anew: it says otherwise whenever something is saved, also while somebody types."""
        self.refresh(Region(0, 0, self.size.width, 1))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """Return two lines."""
        return 2

    def render_line(self, y: int) -> Strip:
        """Draw the title, or below it the stages."""
        width = self.size.width
        if self._review is None:
            return Strip.blank(width, self.visual_style.rich_style)
        line = self._title(self._review, width) if y == 0 else row(*(part for _, part in self._tabs()))
        return strip_of(self, line, width, self.visual_style)

    def _title(self, review: Review, width: int) -> Content:
        """Return the first line; where there is little room the kind gives way, then words of the time."""
        saving = ("read-only", "$dim") if self._read_only else (self._saving.value, _SAVING_STYLES[self._saving])
        state = row(saving, " ")
        kind, none = Content.styled(f"   {review.kind.value} · {review.zone}", "$dim"), Content("")
        title = said_line(review.title, "bold", cells=width - state.cell_length - 3)
        time, brief = self._time
        for about, words in ((kind, time), (none, time), (none, brief)):
            right = row(words, "   ", state) if words.plain else state
            room = width - 1 - about.cell_length - right.cell_length
            if title.cell_length + 2 <= room:
                break
        title = said_line(review.title, "bold", cells=room - 2)
        return row(" ", title, about, " " * max(room - title.cell_length, 1), right)

    def _tabs(self) -> list[tuple[Stage, Content]]:
        named = sum(len(stage.value) + len("1 ") for stage in NUMBERS)
        beside = "  " if named + 4 * len(NUMBERS) <= self.size.width else " "
        return [
            (stage, Content.styled(f"{beside}{number} {stage.value.capitalize()}{beside}", self._tab_style(stage)))
            for stage, number in NUMBERS.items()
        ]

    def _tab_style(self, stage: Stage) -> str:
        return "bold $background on $here" if stage is self._stage else "$dim"

    def on_click(self, event: events.Click) -> None:
        """Ask for the stage that was clicked."""
        end = 0
        for stage, tab in self._tabs():
            begin, end = end, end + tab.cell_length
            if event.y == 1 and begin <= event.x < end:
                self.post_message(StageWanted(stage))


def _heading(review: Review) -> tuple[str, str, str]:
    return review.title, review.kind.value, review.zone
