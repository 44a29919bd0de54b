"""What would be read from a file, to choose from before anything is added."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList

from reviewtui.edits.reading import Fate, fates, take_rows
from reviewtui.importers.registry import read_file, read_text
from reviewtui.library import read_source
from reviewtui.model.reading import DateOrder, Reading
from reviewtui.model.review import EventId, Review
from reviewtui.notation.zones import is_zone
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.desk import Desk
from reviewtui.tui.dialogs.ask_line import AskLineDialog
from reviewtui.tui.present.preview import read_row, row_detail, skipped_head, skipped_row, summary
from reviewtui.tui.present.words import counted
from reviewtui.tui.widgets.drawn import Drawn
from reviewtui.tui.widgets.foot_line import FootLine
from reviewtui.tui.widgets.row_list import RowList, Rows

_DETAIL_LINES = 5


class Source(NamedTuple):
    """What is read, as often as its zone or the order of its dates is given otherwise."""

    name: str
    read: Callable[[str | None, DateOrder | None], Reading]
    """Reads it, with a zone and an order of dates where they are given."""


class ImportPreviewScreen(Screen[None]):
    """The rows of a reading; `enter` asks for those that are chosen.

    Args:
        desk: Where changes are asked for.
        review: The review that it would be read into.
        source: What is read.

    Raises:
        ReviewtuiError: It can't be read.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.IMPORT)
    where = Where.IMPORT

    def __init__(self, desk: Desk, review: Review, source: Source) -> None:
        super().__init__()
        self._desk = desk
        self._review = review
        self._source = source
        self._order: DateOrder | None = None
        self._zone: str | None = None
        self._chosen: set[int] = set()
        self._read()

    def _read(self) -> None:
        self._reading = self._source.read(self._zone, self._order)
        self._fates = fates(self._review, self._reading.rows)
        self._chosen = {place for place, fate in enumerate(self._fates) if fate in {Fate.NEW, Fate.CHANGED}}

    def compose(self) -> ComposeResult:
        """Make the summary, the rows and the one at hand."""
        yield Drawn(id="preview-summary")
        yield RowList(id="preview-rows")
        yield Drawn(id="preview-detail")
        yield FootLine(Where.IMPORT)

    def on_mount(self) -> None:
        """Mark the list as the one that the keys are for."""
        self._rows.add_class("-active")
        self._draw()

    @property
    def _rows(self) -> RowList:
        return self.query_one(RowList)

    def _draw(self) -> None:
        reading, name, chosen, zone = self._reading, self._source.name, len(self._chosen), self._review.zone
        self.query_one("#preview-summary", Drawn).show(lambda width: summary(name, reading, chosen, zone, width))
        self._rows.show(self._all_rows)
        self._draw_detail()

    def _all_rows(self, width: int) -> Rows:
        return [(str(place), self._row(place, width)) for place in range(len(self._reading.rows))] + self._skipped(
            width
        )

    def _row(self, place: int, width: int) -> Content:
        one, fate = self._reading.rows[place], self._fates[place]
        return read_row(one, fate, self._review.zone, width, chosen=place in self._chosen)

    def _skipped(self, width: int) -> Rows:
        skipped = self._reading.skipped
        lines = [(f"skipped-{place}", skipped_row(one, width)) for place, one in enumerate(skipped)]
        return [("skipped", skipped_head(len(skipped))), *lines] if skipped else []

    @on(OptionList.OptionHighlighted)
    def _draw_detail(self) -> None:
        place, zone = self._place, self._review.zone
        one = self._reading.rows[place] if place is not None else None
        self.query_one("#preview-detail", Drawn).show(
            lambda width: row_detail(one, zone, width, _DETAIL_LINES) if one else Content("")
        )

    @property
    def _place(self) -> int | None:
        """The place of the row that the cursor is on; `None` on what was skipped."""
        here = self._rows.here
        return int(here) if here is not None and here.isdigit() else None

    # --- choosing ----------------------------------------------------------------------------------------------------

    def action_step(self, by: int) -> None:
        """Move by so many rows."""
        self._rows.step(by)

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Choose the row, or not any more; what the review has already can't be."""
        if (place := self._place) is not None and self._fates[place] is not Fate.SAME:
            self._chosen ^= {place}
            self._draw()

    def action_choose_all(self) -> None:
        """Choose every row, or if all are chosen none."""
        possible = {place for place, fate in enumerate(self._fates) if fate is not Fate.SAME}
        self._chosen = set() if self._chosen == possible else possible
        self._draw()

    def action_date_order(self) -> None:
        """Read dates the other way round."""
        month_first = self._order is not DateOrder.MONTH_FIRST
        self._order = DateOrder.MONTH_FIRST if month_first else DateOrder.DAY_FIRST
        self._read()
        self._draw()
        self.query_one(FootLine).say(f"03/04 is read with the {'month' if month_first else 'day'} first")

    async def action_zone(self) -> None:
        """Ask for another zone, and read the times in it."""
        await self.app.push_screen(AskLineDialog("Read the times in", self._zone or self._review.zone), self._in_zone)

    def _in_zone(self, zone: str | None) -> None:
        if zone is None:
            return
        if not is_zone(zone):
            self.query_one(FootLine).say(f"“{zone}” is no time zone; write one as Europe/Berlin or UTC+02:00")
            return
        self._zone = zone
        self._read()
        self._draw()

    def action_take(self) -> None:
        """Ask for the rows that are chosen, and close."""
        rows = tuple(self._reading.rows[place] for place in sorted(self._chosen))
        if not rows:
            self.query_one(FootLine).say("nothing is chosen: space chooses an event, esc leaves")
            return
        ids = tuple(EventId(self._desk.fresh_id()) for _ in rows)
        self.dismiss(None)
        self._desk.ask(take_rows.asked(rows=rows, ids=ids))
        self._desk.say(f"read {counted(len(rows), 'event')}; u takes them back")

    def action_leave(self) -> None:
        """Leave without adding anything."""
        self.dismiss(None)


def preview_of(desk: Desk, review: Review, source: Path | str) -> ImportPreviewScreen:
    """Return the preview of a file, or of a text that was pasted.

    Raises:
        ReviewtuiError: It can't be read, or no known kind of timeline is in it.
    """
    if isinstance(source, str):
        read = partial(_read_text, source, review.zone)
        return ImportPreviewScreen(desk, review, Source("Pasted text", read))
    data = read_source(source)
    return ImportPreviewScreen(desk, review, Source(source.name, partial(_read_data, source.name, data, review.zone)))


def _read_text(text: str, assumed: str, zone: str | None, order: DateOrder | None) -> Reading:
    return read_text(text, zone=zone, assumed_zone=assumed, date_order=order)


def _read_data(name: str, data: bytes, assumed: str, zone: str | None, order: DateOrder | None) -> Reading:
    return read_file(name, data, zone=zone, assumed_zone=assumed, date_order=order)
