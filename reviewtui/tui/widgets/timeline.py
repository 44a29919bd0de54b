"""The timeline, drawn line by line: ten thousand events cost a key press no more than ten."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import partial
from itertools import islice

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from reviewtui.analysis.filtering import EVERYTHING, Filter, fitting
from reviewtui.analysis.told import Marks, marks
from reviewtui.model.review import EventId, Review
from reviewtui.tui.messages import Stood
from reviewtui.tui.present.timeline import TimelineRow, day_row, event_row, kinds_width, rows
from reviewtui.tui.present.words import CURSOR, row
from reviewtui.tui.widgets.strips import strip_of

_LOOK_AHEAD = 3
"""What part of the rows the cursor has before it when they move: a third."""
_DRAWN_AHEAD = 2
"""How many rows out of sight are drawn at a time."""
_LOOK_AHEAD_AFTER = 0.03
"""Seconds from a key until rows out of sight are drawn: all that is in sight comes before."""


class TimelineList(Widget):
    """The events of a review with a cursor on one of them; posts `Stood` when the cursor moves.

    While only some events are shown, the one that the cursor is on stays even if it fits no more, until one moves on.
    """

    COMPONENT_CLASSES = {"timeline--cursor"}  # noqa: RUF012 - Textual's own way

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id)
        self._review: Review | None = None
        self._marks: Marks = {}
        self._filter = EVERYTHING
        self._chosen: frozenset[EventId] = frozenset()
        self._fitting: Sequence[int] = ()
        self._places: Sequence[int] = ()
        self._rows: tuple[TimelineRow, ...] = ()
        self._kinds = 0
        self._row_of: dict[EventId, int] = {}
        self._cursor = -1
        self._top = 0
        self._ahead: Timer | None = None
        self._strips: dict[tuple[int, bool, int, str], Strip] = {}

    def show(
        self,
        review: Review,
        here: EventId | None,
        only: Filter = EVERYTHING,
        chosen: frozenset[EventId] = frozenset(),
    ) -> None:
        """Draw a review with the cursor on an event; what it drew before is not drawn again.

        Args:
            review: The review.
            here: The event; where it is not there any more, the cursor is on what stands in its place.
            only: What an event has to be to be shown.
            chosen: The events that something is to be done with.
        """
        before, place = self._review, self._place or 0
        is_as_it_was = before is not None and _looks_the_same(before, review) and only == self._filter
        has_its_rows = before is not None and _has_the_same_rows(before, review) and only == self._filter == EVERYTHING
        if not is_as_it_was or chosen != self._chosen:
            self._review, self._filter, self._chosen = review, only, chosen
            self._marks = marks(review)
            self._strips.clear()
            self.refresh()
        if not has_its_rows and not (is_as_it_was and here == self.here):
            self._fitting = fitting(review, only, self._marks)
            self._lay_out(here)
        self._put_cursor(self._row_of[at] if (at := here if here in self._row_of else self._shown_at(place)) else -1)

    def _lay_out(self, here: EventId | None) -> None:
        """Make the rows: the events that fit, and the one that the cursor is to be on."""
        if self._review is None:
            return
        events = self._review.events
        self._places = self._fitting
        if self._filter != EVERYTHING:
            fitting_ones = set(self._fitting)
            guest = (place for place, event in enumerate(events) if event.id == here and place not in fitting_ones)
            self._places = sorted((*self._fitting, *guest))
        self._rows = rows(self._review, self._places)
        self._row_of = {events[row.event].id: number for number, row in enumerate(self._rows) if row.event is not None}
        self._kinds = kinds_width(self._review)
        self._strips.clear()
        self.refresh()

    def _shown_at(self, place: int) -> EventId | None:
        """Return the event that is shown at a place in the review, or else the next one, or the last."""
        if self._review is None or not self._places:
            return None
        number = min(bisect_left(self._places, place), len(self._places) - 1)
        return self._review.events[self._places[number]].id

    @property
    def here(self) -> EventId | None:
        """The event that the cursor is on."""
        if self._review is None or (place := self._place) is None:
            return None
        return self._review.events[place].id

    @property
    def marks(self) -> Marks:
        """Which role has told which event, of the review that is drawn."""
        return self._marks

    @property
    def _place(self) -> int | None:
        return self._rows[self._cursor].event if 0 <= self._cursor < len(self._rows) else None

    @property
    def after(self) -> EventId | None:
        """The event that is shown below the one that the cursor is on."""
        number = -1 if self._place is None else bisect_left(self._places, self._place) + 1
        if self._review is None or not 0 < number < len(self._places):
            return None
        return self._review.events[self._places[number]].id

    @property
    def fitting(self) -> int:
        """How many events fit what is to be shown."""
        return len(self._fitting)

    @property
    def has_guest(self) -> bool:
        """Whether the event that the cursor is on is shown although it does not fit."""
        return len(self._places) > len(self._fitting)

    # --- moving ------------------------------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Move by so many events."""
        place = self._place
        self._stand(0 if place is None else bisect_left(self._places, place) + by)

    def page(self, by: int) -> None:
        """Move by so many pages."""
        self.step(by * max(1, self.size.height - 2))

    def end(self, side: int) -> None:
        """Move to the first event (-1) or the last one (1)."""
        self._stand(0 if side < 0 else len(self._places) - 1)

    def next_key_moment(self) -> None:
        """Move to the next key moment, from the last one to the first."""
        if self._review is None:
            return
        events, here = self._review.events, self._place
        found = [(number, place) for number, place in enumerate(self._places) if events[place].key_moment]
        after = [number for number, place in found if here is None or place > here]
        if found:
            self._stand((after or [found[0][0]])[0])

    def _stand(self, number: int) -> None:
        """Move to one of the events that are shown, by its place among them."""
        if self._review is None or not self._places:
            return
        event = self._review.events[self._places[min(max(number, 0), len(self._places) - 1)]].id
        if event != self.here:
            if self.has_guest:
                self._lay_out(event)
            self._put_cursor(self._row_of[event])
            self.post_message(Stood(event))

    def _put_cursor(self, number: int) -> None:
        before, self._cursor = self._cursor, number
        top = self._top_for(number)
        if top != self._top:
            self._top = top
            self.refresh()
        elif before != number:
            self.refresh(*(self._region(one) for one in (before, number) if one >= 0))
        if self._ahead is None and before >= 0 and number >= 0 and before != number:
            self._ahead = self.set_timer(_LOOK_AHEAD_AFTER, partial(self._draw_ahead, 1 if number > before else -1))

    def _top_for(self, number: int) -> int:
        """Return the first row to draw so that `number` is in sight, with the day above it where that is a row more."""
        height = max(1, self.size.height)
        last = max(0, len(self._rows) - height)
        if number < 0:
            return min(self._top, last)
        day_above = number > 0 and self._rows[number - 1].event is None
        highest = number - 1 if day_above and height > 1 else number
        # The last line may say how many are below, so the cursor keeps off it where there are more.
        lowest = number - height + (2 if number < len(self._rows) - 1 and height > 2 else 1)
        if lowest <= self._top <= highest:
            return min(self._top, last)
        # It stands still as long as it can: whoever looks on keeps the place, and a shared screen little to send.
        ahead = height // _LOOK_AHEAD
        return max(highest - ahead, 0) if highest < self._top else min(lowest + ahead, highest, last)

    def _region(self, number: int) -> Region:
        return Region(0, number - self._top, self.size.width, 1)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._strips.clear()
        self._top = self._top_for(self._cursor)
        self.refresh()

    def notify_style_update(self) -> None:
        """Draw anew in another theme."""
        self._strips.clear()
        super().notify_style_update()

    def on_click(self, event: events.Click) -> None:
        """Stand at the event that was clicked."""
        number = self._top + event.y
        if 0 <= number < len(self._rows) and (place := self._rows[number].event) is not None:
            self._stand(bisect_left(self._places, place))

    def on_mouse_scroll_down(self) -> None:
        """Scroll down without moving the cursor."""
        self._scroll(3)

    def on_mouse_scroll_up(self) -> None:
        """Scroll up without moving the cursor."""
        self._scroll(-3)

    def _scroll(self, by: int) -> None:
        self._top = min(max(0, self._top + by), max(0, len(self._rows) - self.size.height))
        self.refresh()

    # --- drawing -----------------------------------------------------------------------------------------------------

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines; one that has not changed is the strip that it was, and what became of that is known already."""
        size = self.size
        lines = [self._line(y, size) for y in crop.line_range]
        return lines if crop.column_span == (0, size.width) else [line.crop(*crop.column_span) for line in lines]

    def _line(self, y: int, size: Size) -> Strip:
        """Draw what stands at a line; the first and the last one say how many rows there are beyond them."""
        number = self._top + y
        if not 0 <= number < len(self._rows):
            return self._filtered(Strip.blank(size.width, self.visual_style.rich_style))
        above, below = self._top, len(self._rows) - self._top - size.height
        if y == 0 and above > 0:
            return self._strip(number, size.width, f" ↑ {above}")
        if y == size.height - 1 and below > 0:
            return self._strip(number, size.width, f" ↓ {below}")
        return self._strip(number, size.width)

    def _strip(self, number: int, width: int, count: str = "") -> Strip:
        """Return a row as it is on the screen, drawn once for as long as it looks like that."""
        on_cursor = number == self._cursor
        key = (number, on_cursor, width, count)
        if key not in self._strips:
            self._strips[key] = self._filtered(self._drawn(number, width, count, on_cursor=on_cursor))
        return self._strips[key]

    def _drawn(self, number: int, width: int, count: str, *, on_cursor: bool) -> Strip:
        content = self._content(self._rows[number], width - 1)
        strip = self._on_cursor(content, width) if on_cursor else self._off_cursor(content, width)
        if not count:
            return strip
        hint = strip_of(self, Content.styled(count, "$dim"), len(count), self.visual_style)
        return Strip.join([strip.crop(0, max(0, width - len(count))), hint])

    def _filtered(self, strip: Strip) -> Strip:
        for one in self.get_line_filters():
            strip = strip.apply_filter(one, self.background_colors[1])
        return strip

    def _draw_ahead(self, by: int) -> None:
        """Draw one row or two of those that come in sight next, for the key that moves the rows to draw fewer."""
        self._ahead = None
        width, height = self.size
        edge = self._top + height if by > 0 else self._top - 1
        rows = range(edge, edge + by * (height // _LOOK_AHEAD + 1), by)
        undrawn = (one for one in rows if 0 <= one < len(self._rows) and (one, False, width, "") not in self._strips)
        for number in islice(undrawn, _DRAWN_AHEAD):
            self._strip(number, width)

    def _on_cursor(self, content: Content, width: int) -> Strip:
        """Draw the row that the cursor is on, without colours where the cursor turns light and dark around."""
        style = self.get_visual_style("timeline--cursor")
        line = row((CURSOR, "bold $here"), content)
        is_turned = style.foreground != self.visual_style.foreground
        return strip_of(self, Content(line.plain, strip_control_codes=False) if is_turned else line, width, style)

    def _off_cursor(self, content: Content, width: int) -> Strip:
        return strip_of(self, row(" ", content), width, self.visual_style)

    def _content(self, place: TimelineRow, width: int) -> Content:
        if self._review is None or place.event is None:
            return day_row(place.day, width)
        event = self._review.events[place.event]
        return event_row(self._review, event, self._marks, width, self._kinds, is_chosen=event.id in self._chosen)


def _has_the_same_rows(one: Review, other: Review) -> bool:
    return one.events is other.events and one.zone == other.zone


def _looks_the_same(one: Review, other: Review) -> bool:
    return _has_the_same_rows(one, other) and one.accounts is other.accounts and one.roles is other.roles
