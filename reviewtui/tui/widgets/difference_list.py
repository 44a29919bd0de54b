"""The differences of a whole review, drawn line by line from where one looks: their number costs nothing."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

from reviewtui.analysis.discussed import Key, Point
from reviewtui.analysis.points import AtEvent
from reviewtui.model.review import Event, EventId, Review
from reviewtui.tui.messages import Stood
from reviewtui.tui.present.differences import event_line, point_lines
from reviewtui.tui.present.words import CURSOR, row
from reviewtui.tui.widgets.strips import strip_of


class _Block(NamedTuple):
    """What stands together: an event, or one of its differences below it."""

    event: Event
    point: Point | None


class _Shown(NamedTuple):
    """A line on the screen, and the block that it is of."""

    block: int
    line: Content


class DifferenceList(Widget):
    """Events, and below each its differences, with a cursor on one of these; posts `Stood` when one is clicked.

    Blocks can come while one looks: they are put below those that are there, so that nothing moves.
    """

    COMPONENT_CLASSES = {"differences--cursor"}  # noqa: RUF012 - Textual's own way

    def __init__(self) -> None:
        super().__init__()
        self._review: Review | None = None
        self._blocks: list[_Block] = []
        self._places: list[int] = []
        self._at = 0
        self._top = (0, 0)
        self._lines: dict[int, list[Content]] = {}
        self._shown: list[_Shown] = []
        self._below = ""
        self._height = 0

    # --- what is shown -----------------------------------------------------------------------------------------------

    def show(self, review: Review, found: Iterable[AtEvent], below: str) -> None:
        """Draw a review's differences from the first; the cursor stays on the one it was on, as far as it is there.

        Args:
            review: The review.
            found: Its differences so far, in order.
            below: What is still to come, as a line below them; empty if nothing is.
        """
        here, at = self._named_here, self._at
        self._review, self._blocks, self._places, self._lines = review, [], [], {}
        self._put(found, below)
        self._at = self._placed(here, at)
        self._fit()

    def add(self, found: Iterable[AtEvent], below: str) -> None:
        """Draw more differences below those that are there."""
        self._put(found, below)
        self._at = max(self._at, 0)
        self._fit()

    def _put(self, found: Iterable[AtEvent], below: str) -> None:
        self._below = below
        for event, points in found:
            self._blocks.append(_Block(event, None))
            self._places += range(len(self._blocks), len(self._blocks) + len(points))
            self._blocks += (_Block(event, point) for point in points)

    def _placed(self, name: tuple[EventId, Key] | None, at: int) -> int:
        """Return where the cursor goes: to the difference of this name, or if it is not there to where it was."""
        if name is None or self._is_at(at, *name):
            return max(at, 0)
        found = (number for number in range(len(self._places)) if self._is_at(number, *name))
        return next(found, min(max(at, 0), max(len(self._places) - 1, 0)))

    def _is_at(self, at: int, event: EventId | None, key: Key) -> bool:
        block = self._block(at)
        return block is not None and block.point is not None and (block.event.id, block.point.key) == (event, key)

    def _block(self, at: int) -> _Block | None:
        return self._blocks[self._places[at]] if 0 <= at < len(self._places) else None

    @property
    def _named_here(self) -> tuple[EventId, Key] | None:
        return (self.here, self.point.key) if self.here and self.point else None

    @property
    def here(self) -> EventId | None:
        """The event of the difference that the cursor is on."""
        block = self._block(self._at)
        return block.event.id if block else None

    @property
    def point(self) -> Point | None:
        """The difference that the cursor is on."""
        block = self._block(self._at)
        return block.point if block else None

    # --- moving ------------------------------------------------------------------------------------------------------

    def stand_at(self, event: EventId | None, key: Key | None = None) -> bool:
        """Put the cursor on the first difference of an event, or on the one that is named; tell if there is one."""
        there = [at for at, place in enumerate(self._places) if self._blocks[place].event.id == event]
        named = [at for at in there if key and self._is_at(at, event, key)]
        if there:
            self._at = (named or there)[0]
            self._fit()
        return bool(there)

    def step(self, by: int) -> None:
        """Move by so many differences."""
        self._stand(min(max(self._at + by, 0), len(self._places) - 1))

    def page(self, by: int) -> None:
        """Move by a page: by as many differences as fill it."""
        lines, step = max(1, self.size.height - 2), 1 if by > 0 else -1
        at = self._at
        while 0 <= at + step < len(self._places) and lines > 0:
            lines -= len(self._drawn(self._places[at]))
            at += step
        self._stand(at)

    def end(self, side: int) -> None:
        """Move to the first difference (-1) or the last one (1)."""
        self._stand(0 if side < 0 else len(self._places) - 1)

    def next_open(self) -> bool:
        """Move to the next difference that was not discussed, from the last one to the first; tell if there is one."""
        there = [at for at in range(len(self._places)) if self._is_open(at)]
        after = [at for at in there if at > self._at]
        if there:
            self._stand((after or there)[0])
        return bool(there)

    def _is_open(self, at: int) -> bool:
        block = self._block(at)
        return block is not None and block.point is not None and block.point.discussion is None

    def _stand(self, at: int) -> None:
        if at != self._at and 0 <= at < len(self._places):
            self._at = at
            self._fit()

    # --- drawing -----------------------------------------------------------------------------------------------------

    def on_resize(self) -> None:
        """Wrap anew."""
        self._lines.clear()
        self._fit()

    def _fit(self) -> None:
        """Find the lines that are in sight, the difference at hand among them."""
        if self.size.height:
            self._height = self._height_in_sight()
            self._top = self._top_for(self._places[self._at]) if self._places else (0, 0)
            self._shown = list(self._from(self._top, self._height))
            self.refresh()

    def _height_in_sight(self) -> int:
        """Return the lines for differences: where there are more, the last one says how many."""
        height = self.size.height
        fits = sum(1 for _ in self._from((0, 0), height + 1)) <= height
        return height if fits else max(height - 1, 1)

    def _top_for(self, cursor: int) -> tuple[int, int]:
        """Return the first line to draw, as a block and a line of it: where it is, if the cursor is in sight so."""
        highest = cursor - 1 if self._blocks[cursor - 1].point is None else cursor
        top = self._top if self._top[0] < len(self._blocks) else (0, 0)
        if (highest, 0) <= top:
            return (highest, 0)
        place, line, lines_left = cursor, len(self._drawn(cursor)), self._height
        while lines_left and (place, line) > top:
            if line == 0:
                place -= 1
                line = len(self._drawn(place))
            line, lines_left = line - 1, lines_left - 1
        return (place, line)

    def _from(self, top: tuple[int, int], height: int) -> Iterator[_Shown]:
        (place, skipped), left = top, height
        while place < len(self._blocks) and left > 0:
            for line in self._drawn(place)[skipped : skipped + left]:
                yield _Shown(place, line)
                left -= 1
            place, skipped = place + 1, 0

    def _drawn(self, place: int) -> list[Content]:
        if place not in self._lines:
            self._lines[place] = self._draw(self._blocks[place], max(self.size.width - 4, 10))
        return self._lines[place]

    def _draw(self, block: _Block, width: int) -> list[Content]:
        if block.point is not None:
            return point_lines(block.point, width)
        gap = [] if self._blocks[0] is block else [Content("")]
        return [*gap, event_line(self._review, block.event, width)] if self._review else gap

    def render_line(self, y: int) -> Strip:
        """Draw one line; where not all are in sight, the last one says how many differences are above and below."""
        width, style = self.size.width, self.visual_style
        if y >= self._height:
            beyond = Content.styled(self._beyond, "$dim")
            return strip_of(self, beyond.pad_left(max(width - beyond.cell_length - 1, 0)), width, style)
        if y >= len(self._shown):
            words = f"  {self._below}" if y == len(self._shown) and self._below else ""
            return strip_of(self, Content.styled(words, "$dim italic"), width, style)
        place, line = self._shown[y]
        on_cursor = place == self._places[self._at]
        style = self.get_visual_style("differences--cursor") if on_cursor else style
        is_first = on_cursor and (y == 0 or self._shown[y - 1].block != place)
        return strip_of(self, row((f" {CURSOR} " if is_first else "   ", "$here"), line), width, style)

    @property
    def _beyond(self) -> str:
        """How many differences begin above the first line, and below the last one."""
        above = bisect_left(self._places, self._shown[0].block) if self._shown else 0
        below = len(self._places) - bisect_right(self._places, self._shown[-1].block) if self._shown else 0
        return "  ".join(f"{sign} {count}" for sign, count in (("↑", above), ("↓", below)) if count)

    def on_click(self, event: events.Click) -> None:
        """Stand at the difference that was clicked."""
        block = self._shown[event.y].block if event.y < len(self._shown) else -1
        if block in self._places[(at := bisect_left(self._places, block)) : at + 1]:
            self._stand(at)
            self.post_message(Stood(self._blocks[block].event.id))

    def on_mouse_scroll_down(self) -> None:
        """Move down."""
        self._roll(1)

    def on_mouse_scroll_up(self) -> None:
        """Move up."""
        self._roll(-1)

    def _roll(self, by: int) -> None:
        self.step(by)
        if self.here:
            self.post_message(Stood(self.here))
