"""A list of rows by id, whose cursor its stage moves."""

from collections.abc import Callable

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.content import Content
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reviewtui.tui.present.words import CURSOR
from reviewtui.tui.widgets.strips import strip_of

Rows = list[tuple[str, Content]]
"""Rows by id; one without an id is a heading, on which no cursor stands."""


class RowList(OptionList, can_focus=False):
    """Rows of content, made for the width there is. What is shown again keeps its cursor and its scroll."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id, markup=False, compact=True)
        self._draw: Callable[[int], Rows] = lambda _: []
        self._rows: Rows = []

    def show(self, draw: Callable[[int], Rows]) -> None:
        """Draw rows; only those that are different are drawn anew.

        Args:
            draw: Gives the rows for a width in cells.
        """
        self._draw = draw
        self._show(draw(self._width))

    @property
    def _width(self) -> int:
        """The cells of a row, beside its padding and a scroll bar; before it is laid out, those of the terminal."""
        return max((self.size.width or self.app.size.width) - 3, 20)

    def on_resize(self) -> None:
        """Make the rows anew for another width."""
        self._show(self._draw(self._width))

    def _show(self, rows: Rows) -> None:
        if [id_ for id_, _ in rows] == [id_ for id_, _ in self._rows]:
            for place, ((_, before), (_, now)) in enumerate(zip(self._rows, rows, strict=True)):
                if not before.is_same(now):
                    self.replace_option_prompt_at_index(place, now)
        else:
            here, place = self.here, self.highlighted or 0
            self.clear_options()
            self.add_options(Option(content, id=id_ or None, disabled=not id_) for id_, content in rows)
            self._put_cursor(rows, here, place)
        self._rows = rows

    def _put_cursor(self, rows: Rows, here: str | None, place: int) -> None:
        ids = [id_ for id_, _ in rows]
        if here in ids:
            self.highlighted = ids.index(here)
        else:
            places = [number for number, id_ in enumerate(ids) if id_]
            self.highlighted = next((number for number in places if number >= place), places[-1] if places else None)

    @property
    def here(self) -> str | None:
        """The id of the row that the cursor is on; `None` if there are no rows."""
        option = self.highlighted_option
        return option.id if option else None

    def stand_at(self, row: str) -> None:
        """Put the cursor on the row with this id, if there is one."""
        ids = [id_ for id_, _ in self._rows]
        if row and row in ids:
            self.highlighted = ids.index(row)

    def step(self, by: int) -> None:
        """Move the cursor by so many rows, without going round."""
        places = [number for number, (id_, _) in enumerate(self._rows) if id_]
        if places:
            at = places.index(self.highlighted) if self.highlighted in places else 0
            self.highlighted = places[min(max(at + by, 0), len(places) - 1)]

    def page(self, by: int) -> None:
        """Move the cursor by so many times the rows that are in sight."""
        lines = sum(content.plain.count("\n") + 1 for _, content in self._rows)
        self.step(by * max(len(self._rows) * self.size.height // max(lines, 1), 1))

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Keep what the cursor is on in sight, and above the first row its heading."""
        super().watch_highlighted(highlighted)
        if highlighted is not None and not any(id_ for id_, _ in self._rows[:highlighted]):
            self.scroll_home(animate=False, immediate=True)

    # --- drawing -----------------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draw one line; the first one of the row that the cursor is on begins with its mark."""
        strip = super().render_line(y)
        line = self.scroll_offset.y + y
        row, line_of_it = self._lines[line] if line < len(self._lines) else (None, 0)
        if row is None or row != self.highlighted or not self.shows_cursor:
            return strip
        return self._marked(strip, CURSOR if line_of_it == 0 else " ")

    @property
    def shows_cursor(self) -> bool:
        """Whether the row that the cursor is on looks unlike the others: one list of several has the keys."""
        return self._colours("option-list--option-highlighted") != self._colours()

    def _colours(self, *names: str) -> tuple[Color | None, Color | None]:
        style = self.get_visual_style("option-list--option", *names)
        return style.background, style.foreground

    def _marked(self, strip: Strip, mark: str) -> Strip:
        """Return a line with a mark before it, without colours where the cursor turns light and dark around."""
        style = self.get_visual_style("option-list--option", "option-list--option-highlighted")
        if style.foreground == self.visual_style.foreground:
            return Strip.join([strip_of(self, Content.styled(mark, "bold $here"), 1, style), strip.crop(1)])
        colour = Style.from_color(style.rich_style.color)
        turned = Strip([Segment(text, own + colour if own else colour) for text, own, _ in strip], strip.cell_length)
        return Strip.join([strip_of(self, Content.styled(mark, "bold"), 1, style), turned.crop(1)])
