"""One role's place on the screen: its name in its colour, what it told, and the editor while it is being written."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Offset, Region
from textual.message import Message
from textual.widget import Widget

from reviewtui.tui.messages import RoleWanted
from reviewtui.tui.present.accounts import (
    Cell,
    cell_text,
    has_text,
    lines_of_account,
    marked_head,
    role_head,
    teller_line,
    teller_words,
)
from reviewtui.tui.widgets.account_editor import AccountEditor, OpenAccount
from reviewtui.tui.widgets.drawn import Drawn


class AccountText(Drawn):
    """What a role told, wrapped to the room there is: all of it, or what is above or below the editor."""

    def __init__(self, cell: Cell, at: int | None, *, below: bool = False) -> None:
        super().__init__()
        self._below = below
        self._shown: tuple[Cell, int | None, bool] | None = None
        self.show_cell(cell, at, in_rows=False)

    def show_cell(self, cell: Cell, at: int | None, *, in_rows: bool) -> None:
        """Draw what a cell tells; `at` is the account one stands at."""
        below = self._below
        self.display = has_text(cell, below=below)
        if self.display and (cell, at, in_rows) != self._shown:
            self._shown = (cell, at, in_rows)
            self.show(lambda width: cell_text(cell, max(width, 8), at, with_teller=not in_rows, below=below))

    @property
    def here(self) -> Region:
        """Where below the texts' top the account is that one stands at."""
        cell, at, in_rows = self._shown or (None, None, False)
        x, y, width, _ = self.virtual_region
        lines = (
            lines_of_account(cell, max(width, 8), at, with_teller=not in_rows) if cell and at is not None else range(0)
        )
        return Region(x, y + lines.start, width, len(lines))


class AccountCell(VerticalScroll, can_focus=False):
    """One role at one event; posts `RoleWanted` when it is clicked, and `Fitted` when it has got another size.

    Args:
        place: Its place among the roles, from 0.
        cell: What there is to draw.
        at: Which of its accounts one stands at; `None` where one stands at another role.
    """

    class Fitted(Message):
        """It has got another size."""

    def __init__(self, place: int, cell: Cell, at: int | None) -> None:
        super().__init__(classes=f"role-{cell.role.slot}")
        self._place = place
        self._cell = cell
        self._head: tuple[Content, bool] | None = None
        self._role_name = Drawn(classes="role-name")
        self._show_head(role_head(cell, with_teller=False), is_here=at is not None)
        self._above, self._below = AccountText(cell, at), AccountText(cell, at, below=True)
        self._told = Vertical(self._above, self._below, classes="told")
        self.set_class(at is not None, "-here")

    def compose(self) -> ComposeResult:
        """Make the name and the texts; the editor comes between them when it is asked for."""
        yield self._role_name
        yield self._told

    def show(self, cell: Cell, at: int | None, *, in_rows: bool) -> None:
        """Draw a role at an event.

        Args:
            cell: What there is to draw.
            at: Which of its accounts one stands at; `None` where one stands at another role.
            in_rows: Whether the name stands beside what was told, and not above it.
        """
        self.set_class(at is not None, "-here")
        if self._cell.role.slot != cell.role.slot:
            self.remove_class(f"role-{self._cell.role.slot}").add_class(f"role-{cell.role.slot}")
        self._show_head(role_head(cell, with_teller=in_rows), is_here=at is not None)
        self._cell = cell
        self._above.show_cell(cell, at, in_rows=in_rows)
        self._below.show_cell(cell, at, in_rows=in_rows)

    def _show_head(self, head: Content, *, is_here: bool) -> None:
        before, self._head = self._head, (head, is_here)
        if before is None or before[1] is not is_here or not head.is_same(before[0]):
            self._role_name.show(lambda width: marked_head(head, width, is_here=is_here))

    def bring_account(self, scrolled: Widget, at: Offset, *, its_end: bool) -> None:
        """Have the account that one stands at in sight; its beginning or its end, where there is more of it than room.

        Args:
            scrolled: What is scrolled for it.
            at: Where in that this cell is; nowhere, if it is this cell itself.
            its_end: Whether it is the end.
        """
        here, above = self._above.here.translate(self._told.virtual_region.offset + at), self._told.dock_gutter
        begun = min(here.height, max(scrolled.size.height - above.height, 1))
        region = Region(here.x, here.bottom - begun if its_end else here.y, here.width, begun)
        scrolled.scroll_to_region(region, spacing=above, animate=False, immediate=True)

    def on_mount(self) -> None:
        """Keep what is being written in sight while it grows."""
        self.watch(self, "virtual_size", lambda: self.bring_written(self, Offset()), init=False)

    def bring_written(self, scrolled: Widget, at: Offset) -> None:
        """Have what is being written in sight, and above it as much as there is room for; of more than that its end.

        So it stands where it stands whichever way the room for it came to be.

        Args:
            scrolled: What is scrolled for it.
            at: Where in that this cell is; nowhere, if it is this cell itself.
        """
        if (account := self._open) is not None:
            below = account.virtual_region.translate(self._told.virtual_region.offset + at).bottom
            scrolled.scroll_to(y=max(below - scrolled.size.height, 0), animate=False, immediate=True)

    async def open(self, account: OpenAccount) -> None:
        """Put what is being written where it stands among what the role told."""
        cell, place = self._cell, self._cell.written or 0
        is_said = bool(teller_words(cell, place))
        account.show_teller(lambda width: teller_line(cell, place, width, is_here=True), is_said=is_said)
        account.set_class(has_text(cell), "-behind").set_class(has_text(cell, below=True), "-before")
        await self._told.mount(account, after=self._above)

    @property
    def editor(self) -> AccountEditor | None:
        """The editor, while it is open."""
        return self._open.editor if self._open is not None else None

    @property
    def _open(self) -> OpenAccount | None:
        return next((one for one in self._told.children if isinstance(one, OpenAccount)), None)

    def on_resize(self) -> None:
        """Say so: only now is it known where it stands."""
        self.post_message(self.Fitted())

    def on_click(self, event: events.Click) -> None:
        """Ask to stand here."""
        event.stop()
        self.post_message(RoleWanted(self._place))
