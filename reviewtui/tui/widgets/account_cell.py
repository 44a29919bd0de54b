"""One role's place on the screen: its name in its colour, what it told, and the editor while it is being written."""

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from reviewtui.tui.messages import RoleWanted
from reviewtui.tui.present.accounts import Cell, cell_text, role_head
from reviewtui.tui.widgets.account_editor import AccountEditor
from reviewtui.tui.widgets.drawn import Drawn


class AccountText(Drawn):
    """What a role told, wrapped to the room there is."""

    def __init__(self, cell: Cell, at: int | None) -> None:
        super().__init__()
        self._shown: tuple[Cell, int | None, bool] | None = None
        self.show_cell(cell, at, in_rows=False)

    def show_cell(self, cell: Cell, at: int | None, *, in_rows: bool) -> None:
        """Draw what a cell tells; `at` is the account one stands at."""
        self.display = bool(cell.told) or cell.is_veiled or not cell.is_being_written
        if (cell, at, in_rows) != self._shown:
            self._shown = (cell, at, in_rows)
            self.show(lambda width: cell_text(cell, max(width, 8), at, with_teller=not in_rows))


class AccountCell(VerticalScroll, can_focus=False):
    """One role at one event; posts `RoleWanted` when it is clicked.

    Args:
        place: Its place among the roles, from 0.
        cell: What there is to draw.
        at: Which of its accounts one stands at; `None` where one stands at another role.
    """

    def __init__(self, place: int, cell: Cell, at: int | None) -> None:
        super().__init__(classes=f"role-{cell.role.colour}")
        self._place = place
        self._cell = cell
        self._at = at
        self._head = role_head(cell, with_teller=False)
        self.set_class(at is not None, "-here")

    def compose(self) -> ComposeResult:
        """Make the name and the text; the editor comes when it is asked for."""
        yield Static(self._head, classes="role-name", markup=False)
        yield AccountText(self._cell, self._at)

    def show(self, cell: Cell, at: int | None, *, in_rows: bool) -> None:
        """Draw a role at an event.

        Args:
            cell: What there is to draw.
            at: Which of its accounts one stands at; `None` where one stands at another role.
            in_rows: Whether the name stands beside what was told, and not above it.
        """
        self.set_class(at is not None, "-here")
        if self._cell.role.colour != cell.role.colour:
            self.remove_class(f"role-{self._cell.role.colour}").add_class(f"role-{cell.role.colour}")
        head = role_head(cell, with_teller=in_rows)
        if not head.is_same(self._head):
            self._head = head
            self.query_one(".role-name", Static).update(head)
        self._cell = cell
        self.query_one(AccountText).show_cell(cell, at, in_rows=in_rows)

    @property
    def editor(self) -> AccountEditor | None:
        """The editor, while it is open."""
        return next(iter(self.query(AccountEditor)), None)

    def on_click(self, event: events.Click) -> None:
        """Ask to stand here."""
        event.stop()
        self.post_message(RoleWanted(self._place))
