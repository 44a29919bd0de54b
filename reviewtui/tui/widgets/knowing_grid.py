"""Who knew of which moment: a row for each moment, a column for each role, drawn line by line."""

from textual import events
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reviewtui.analysis.knowing import Knowing
from reviewtui.model.review import Review
from reviewtui.tui.present.knowing import GridLayout, grid_head, grid_layout, grid_row
from reviewtui.tui.widgets.strips import strip_of


class KnowingGrid(Widget):
    """A grid with a cursor, which its screen moves; posts `Pointed` when a cell is clicked."""

    COMPONENT_CLASSES = {"knowing--cursor"}  # noqa: RUF012 - Textual's own way

    class Pointed(Message):
        """Somebody clicked on a cell."""

        def __init__(self, moment: int, role: int) -> None:
            super().__init__()
            self.moment, self.role = moment, role

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Review, tuple[Knowing, ...]] | None = None
        self._moment = self._role = self._top = 0

    def show(self, review: Review, known: tuple[Knowing, ...], moment: int, role: int) -> None:
        """Draw a grid.

        Args:
            review: The review.
            known: Its rows.
            moment: The row that the cursor is in.
            role: The place in the review of the role that the cursor is at.
        """
        self._shown, self._moment, self._role = (review, known), moment, role
        self._fit()

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._fit()

    @property
    def rows_in_sight(self) -> int:
        """How many rows there is room for, below the head."""
        return max(self.size.height - 1, 1)

    def _fit(self) -> None:
        last = len(self._shown[1]) - self.rows_in_sight if self._shown else 0
        self._top = max(min(self._top, self._moment, last), self._moment - self.rows_in_sight + 1, 0)
        self.refresh()

    @property
    def _layout_now(self) -> GridLayout | None:
        return grid_layout(self._shown[0], self.size.width - 1, self._role) if self._shown else None

    def render_line(self, y: int) -> Strip:
        """Draw one line: the roles, then a moment each; the first and the last one say how many are beyond."""
        width, style, layout = self.size.width, self.visual_style, self._layout_now
        if self._shown is None or layout is None:
            return Strip.blank(width, style.rich_style)
        review, known = self._shown
        number = self._top + y - 1
        if y == 0:
            return self._with_count(strip_of(self, grid_head(review, layout), width, style), self._top, "↑")
        if number >= len(known):
            return Strip.blank(width, style.rich_style)
        on_cursor = number == self._moment
        style = self.get_visual_style("knowing--cursor") if on_cursor else style
        chosen = review.roles[self._role].id if on_cursor and review.roles else None
        strip = strip_of(self, grid_row(review, known[number], layout, chosen), width, style)
        below = len(known) - self._top - self.rows_in_sight
        return self._with_count(strip, below if y == self.size.height - 1 else 0, "↓")

    def _with_count(self, strip: Strip, count: int, arrow: str) -> Strip:
        if count <= 0:
            return strip
        hint = Content.styled(f" {arrow} {count}", "$dim")
        return Strip.join(
            [
                strip.crop(0, max(self.size.width - hint.cell_length, 0)),
                strip_of(self, hint, hint.cell_length, self.visual_style),
            ]
        )

    def on_click(self, event: events.Click) -> None:
        """Point at the cell that was clicked."""
        layout, moment = self._layout_now, self._top + event.y - 1
        if self._shown is None or layout is None or event.y < 1 or moment >= len(self._shown[1]):
            return
        column = (event.x - layout.moment) // layout.cell
        role = layout.first + column if 0 <= column < layout.shown else self._role
        self.post_message(self.Pointed(moment, role))
