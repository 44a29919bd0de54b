"""The roles at one event, side by side or one under the other, and at its edges which of them go on beyond it."""

from textual import on
from textual.app import ComposeResult
from textual.await_remove import AwaitRemove
from textual.containers import ScrollableContainer, Vertical
from textual.geometry import Offset
from textual.widget import AwaitMount, Widget

from reviewtui.model.review import AccountId, Role
from reviewtui.tui.present.accounts import NARROWEST_COLUMN, Cell, edge
from reviewtui.tui.widgets.account_cell import AccountCell
from reviewtui.tui.widgets.account_editor import AccountEditor, OpenAccount
from reviewtui.tui.widgets.drawn import Drawn

_COLUMN = NARROWEST_COLUMN + 1
"""The cells of the narrowest column with what sets it apart from the next."""
_LEAST_ROWS = 6
_AROUND_IN_ROWS, _AROUND_IN_COLUMNS = (2, 9), (5, 16)
"""The lines that a cell needs beside those of its editor, and the most lines that this grows to."""

Hidden = tuple[tuple[Role, ...], tuple[Role, ...]]
"""The roles of which there is more before what is in sight, and after it."""


class Board(Vertical):
    """A cell for each role. It knows where one stands, so that this stays in sight."""

    def __init__(self) -> None:
        super().__init__(id="board")
        self._room = ScrollableContainer(id="cells", can_focus=False)
        self._before, self._after = Drawn(id="edge-before", classes="edge"), Drawn(id="edge-after", classes="edge")
        self._cells: tuple[Cell, ...] = ()
        self._place = 0
        self._at = 0
        self._wanted: bool | None = None
        self._mounting: AwaitMount | None = None
        self._stood: tuple[object, ...] = ()
        self._ends: AccountId | None = None
        """The account whose end is to be in sight, for as long as one stands at it."""
        self._edges: tuple[object, ...] = ((), (), "")

    def compose(self) -> ComposeResult:
        """Make room for the cells, and an edge on both sides of it."""
        yield self._before
        yield self._room
        yield self._after

    def on_mount(self) -> None:
        """Look again at what is out of sight whenever something is scrolled or grows."""
        for what in ("scroll_x", "scroll_y"):
            self.watch(self._room, what, self._draw_edges, init=False)
        self.watch(self._room, "virtual_size", self._grown, init=False)

    @property
    def _there(self) -> list[AccountCell]:
        # Not by a query: that goes through all that there is, and this is asked for many times a key.
        return [cell for cell in self._room.children if isinstance(cell, AccountCell)]

    # --- drawing -----------------------------------------------------------------------------------------------------

    def show(self, cells: tuple[Cell, ...], place: int, at: int) -> None:
        """Draw the roles at an event.

        Args:
            cells: The roles.
            place: The one that one stands at, from 0.
            at: Which of its accounts one stands at.
        """
        ids = tuple(told.account.id for cell in cells for told in cell.told)
        if (place, at, ids) != self._stood:
            self._stood = (place, at, ids)
            self._ends = self._ends if self._ends == _stood_at(cells, place, at) else None
            self.call_after_refresh(self._bring_account)
        self._cells, self._place, self._at = cells, place, at
        if len(self._there) == len(cells):
            self._draw()
        else:
            self._room.remove_children()
            self._mounting = self._room.mount_all(
                AccountCell(number, cell, self._at_in(number)) for number, cell in enumerate(cells)
            )
            self.call_after_refresh(self._draw_again)

    async def ready(self) -> None:
        """Wait until there is a cell for each role."""
        mounting, self._mounting = self._mounting, None
        if mounting is not None:
            await mounting

    def _draw_again(self) -> None:
        self.show(self._cells, self._place, self._at)

    def _draw(self) -> None:
        for number, (widget, cell) in enumerate(zip(self._there, self._cells, strict=True)):
            widget.show(cell, self._at_in(number), in_rows=self.in_rows)
        self._lay_out()
        self.call_after_refresh(self._draw_edges)

    def _at_in(self, number: int) -> int | None:
        return self._at if number == self._place else None

    @property
    def cell(self) -> AccountCell | None:
        """The cell of the role that one stands at."""
        there = self._there
        return there[self._place] if self._place < len(there) else None

    # --- laying out --------------------------------------------------------------------------------------------------

    @property
    def in_rows(self) -> bool:
        """Whether the roles stand one under the other: as it was asked for, or else where a column had no room."""
        return self._is_crowded if self._wanted is None else self._wanted

    @property
    def _is_crowded(self) -> bool:
        return len(self._cells) * _COLUMN > self.size.width

    def turn(self) -> None:
        """Set the roles side by side, or one under the other."""
        self._wanted = not self.in_rows
        self._draw_again()

    def on_resize(self) -> None:
        """Fit the roles to the room there is."""
        self._draw_again()

    def _lay_out(self) -> None:
        self.set_class(self.in_rows, "-rows")
        self.set_class(not self.in_rows, "-columns")
        self.set_class(self._is_crowded, "-crowded")
        self._fit_columns()
        if self.cell is not None and (editor := self.cell.editor) is not None:
            self._fit(editor)
        if self.cell is not None and not (self.in_rows and self.cell.editor):
            self._room.scroll_to_widget(self.cell, animate=False, immediate=True)
        self.call_after_refresh(self._bring_written)

    def _fit_columns(self) -> None:
        """Where not all columns fit, make them as wide as it takes for those in sight to be whole."""
        fits = self.in_rows or not self._is_crowded
        number = max(self.size.width // _COLUMN, 1)
        width = None if fits else max(self.size.width // number, _COLUMN)
        _set_width(self._room, None if width is None else width * number)
        for cell in self._there:
            _set_width(cell, None if width is None else width - 1)

    def _bring_account(self) -> None:
        """Have the account that one stands at in sight, where a role told several; or what is being written."""
        if (cell := self.cell) is None or cell.editor is not None or not self.is_attached:
            self._bring_written()
            return
        its_end = self._ends is not None
        if self.in_rows:
            cell.bring_account(self._room, cell.virtual_region.offset, its_end=its_end)
        else:
            cell.bring_account(cell, Offset(), its_end=its_end)

    def end_at(self, written: AccountId, closed: AwaitRemove) -> None:
        """Have the end of what has been written in sight once its editor is closed, for as long as one stays at it."""
        if written == _stood_at(self._cells, self._place, self._at):
            self._ends = written
            self.call_later(self._show_end, closed)

    async def _show_end(self, closed: AwaitRemove) -> None:
        await closed
        self.call_after_refresh(self._bring_account)

    def is_at_the_end_of(self, account: AccountId) -> bool:
        """Tell whether the end of an account is in sight because it was the last that was written."""
        return bool(account) and self._ends == account

    def scroll_page(self, by: int) -> None:
        """Scroll what the role told by half of what is in sight."""
        scrolled = self._room if self.in_rows or self.cell is None else self.cell
        scrolled.scroll_relative(y=by * max(1, scrolled.size.height // 2), animate=False, immediate=True)

    def _grown(self) -> None:
        """Keep what is being written in sight, and look again at what is not."""
        self._bring_written()
        self._draw_edges()

    async def open(self, account: OpenAccount) -> None:
        """Put what is being written into the cell of the role that one stands at."""
        if self.cell is not None:
            # Before it is there: what changes its size later lays all out once more.
            self._fit(account.editor)
            await self.cell.open(account)
            self.call_after_refresh(self._bring_written)

    def _bring_written(self) -> None:
        if self.cell is None or not self.is_attached:
            return
        if self.in_rows:
            self.cell.bring_written(self._room, self.cell.virtual_region.offset)
        else:
            self.cell.bring_written(self.cell, Offset())

    def _fit(self, editor: AccountEditor) -> None:
        """Let the editor grow no higher than there is room for it between who tells and how it is understood."""
        around, most = _AROUND_IN_ROWS if self.in_rows else _AROUND_IN_COLUMNS
        editor.styles.max_height = max(min(self._room.size.height - around, most), 1)
        editor.styles.min_height = min(self._room.size.height - around, _LEAST_ROWS)

    @on(AccountCell.Fitted)
    def _fitted(self, event: AccountCell.Fitted) -> None:
        event.stop()
        self.call_after_refresh(self._bring_account)
        self.call_after_refresh(self._draw_edges)

    # --- edges -------------------------------------------------------------------------------------------------------

    def _draw_edges(self) -> None:
        (before, after), signs = self._out_of_sight(), "↑↓" if self.in_rows else "←→"
        if (before, after, signs) == self._edges:
            return
        self._edges = (before, after, signs)
        self._before.show(lambda width: edge(signs[0], before, width))
        self._after.show(lambda width: edge(signs[1], after, width))

    def _out_of_sight(self) -> Hidden:
        room = self._room
        begin, length = (room.scroll_y, room.size.height) if self.in_rows else (room.scroll_x, room.size.width)
        before, after = [], []
        for widget, cell in zip(self._there, self._cells, strict=False):
            region = widget.virtual_region
            first, last = (region.y, region.bottom) if self.in_rows else (region.x, region.right)
            before += [cell.role] if first < begin else []
            after += [cell.role] if last > begin + length else []
        return tuple(before), tuple(after)


def _stood_at(cells: tuple[Cell, ...], place: int, at: int) -> AccountId | None:
    told = cells[place].told if place < len(cells) else ()
    return told[at].account.id if at < len(told) else None


def _set_width(widget: Widget, width: int | None) -> None:
    """Make a widget so many cells wide, or let it take what there is: said again that would lay out everything."""
    own = widget.styles.inline
    if (own.width.value if own.width is not None and own.has_rule("width") else None) != width:
        widget.styles.width = width
