"""The timeline, drawn line by line: ten thousand events cost a key press no more than ten."""

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from reviewtui.analysis.told import Marks, marks
from reviewtui.model.review import EventId, Review
from reviewtui.tui.messages import Stood
from reviewtui.tui.present.timeline import TimelineRow, day_row, event_row, kinds_width, rows
from reviewtui.tui.present.words import row
from reviewtui.tui.widgets.strips import strip_of


class TimelineList(Widget):
    """The events of a review with a cursor on one of them; posts `Stood` when the cursor moves."""

    COMPONENT_CLASSES = {"timeline--cursor"}  # noqa: RUF012 - Textual's own way

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id)
        self._review: Review | None = None
        self._marks: Marks = {}
        self._rows: tuple[TimelineRow, ...] = ()
        self._kinds = 0
        self._row_of: dict[EventId, int] = {}
        self._cursor = -1
        self._top = 0
        self._strips: dict[tuple[int, bool, int], Strip] = {}

    def show(self, review: Review, here: EventId | None) -> None:
        """Draw a review with the cursor on an event; what it drew before is not drawn again."""
        before = self._review
        if before is None or not _looks_the_same(before, review):
            self._review = review
            self._marks = marks(review)
            self._strips.clear()
            if before is None or before.events is not review.events or before.zone != review.zone:
                self._rows = rows(review)
                self._kinds = kinds_width(review)
                self._row_of = {
                    review.events[place.event].id: number
                    for number, place in enumerate(self._rows)
                    if place.event is not None
                }
            self.refresh()
        self._put_cursor(self._row_of.get(here, -1) if here else -1)

    @property
    def here(self) -> EventId | None:
        """The event that the cursor is on."""
        if self._review is None or not 0 <= self._cursor < len(self._rows):
            return None
        place = self._rows[self._cursor].event
        return None if place is None else self._review.events[place].id

    # --- moving ------------------------------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Move by so many events."""
        if self._review and self._review.events:
            place = self._rows[self._cursor].event if self._cursor >= 0 else None
            self._stand(0 if place is None else place + by)

    def page(self, by: int) -> None:
        """Move by so many pages."""
        self.step(by * max(1, self.size.height - 2))

    def end(self, side: int) -> None:
        """Move to the first event (-1) or the last one (1)."""
        if self._review:
            self._stand(0 if side < 0 else len(self._review.events) - 1)

    def next_key_moment(self) -> None:
        """Move to the next key moment, from the last one to the first."""
        if self._review is None:
            return
        places = [place for place, event in enumerate(self._review.events) if event.key_moment]
        here = self._rows[self._cursor].event if self._cursor >= 0 else None
        after = [place for place in places if here is None or place > here]
        if places:
            self._stand((after or places)[0])

    def _stand(self, place: int) -> None:
        if self._review is None or not self._review.events:
            return
        event = self._review.events[min(max(place, 0), len(self._review.events) - 1)].id
        if event != self.here:
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

    def _top_for(self, number: int) -> int:
        """Return the first row to draw so that `number` is in sight, with the day above it where that is a row more."""
        height = max(1, self.size.height)
        last = max(0, len(self._rows) - height)
        if number < 0:
            return min(self._top, last)
        day_above = number > 0 and self._rows[number - 1].event is None
        highest = number - 1 if day_above and height > 1 else number
        top = min(self._top, highest)
        # The last line may say how many are below, so the cursor keeps off it where there are more.
        return min(max(top, number - height + (2 if number < len(self._rows) - 1 and height > 2 else 1)), last)

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
            self._stand(place)

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

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        number, width = self._top + y, self.size.width
        style = self.visual_style
        if not 0 <= number < len(self._rows):
            return Strip.blank(width, style.rich_style)
        strip = self._strip(number, width)
        above, below = self._top, len(self._rows) - self._top - self.size.height
        if y == 0 and above > 0:
            return self._with_count(strip, f" ↑ {above}")
        if y == self.size.height - 1 and below > 0:
            return self._with_count(strip, f" ↓ {below}")
        return strip

    def _strip(self, number: int, width: int) -> Strip:
        on_cursor = number == self._cursor
        key = (number, on_cursor, width)
        if key not in self._strips:
            style = self.get_visual_style("timeline--cursor") if on_cursor else self.visual_style
            self._strips[key] = strip_of(self, self._content(self._rows[number], width - 1), width, style)
        return self._strips[key]

    def _content(self, place: TimelineRow, width: int) -> Content:
        if self._review is None or place.event is None:
            return row(" ", day_row(place.day, width))
        return event_row(self._review, self._review.events[place.event], self._marks, width, self._kinds)

    def _with_count(self, strip: Strip, count: str) -> Strip:
        hint = strip_of(self, Content.styled(count, "$dim"), len(count), self.visual_style)
        return Strip.join([strip.crop(0, max(0, self.size.width - len(count))), hint])


def _looks_the_same(one: Review, other: Review) -> bool:
    return (
        one.events is other.events
        and one.accounts is other.accounts
        and one.roles is other.roles
        and one.zone == other.zone
    )
