"""Adding a factor, an insight, an action or a question from any stage, which stays in sight above."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from reviewtui.model.place import Place
from reviewtui.model.review import Review
from reviewtui.notation.learned import Kind
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.desk import Desk
from reviewtui.tui.present.learning import added
from reviewtui.tui.widgets.entry_line import EntryLine
from reviewtui.tui.widgets.foot_line import FootLine


class EntryDialog(ModalScreen[str | None]):
    """A line at the foot of the screen; gives what to tell of what was added, or `None` if it was left.

    Args:
        desk: Where changes are asked for.
        kind: What is added.
        review: The review.
        place: Where one stands.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.ENTRY)
    where = Where.ENTRY

    def __init__(self, desk: Desk, kind: Kind, review: Review, place: Place) -> None:
        super().__init__()
        self._desk = desk
        self._begun = (kind, review, place)

    def compose(self) -> ComposeResult:
        """Make the line."""
        with Vertical(id="entry"):
            yield EntryLine(self._desk)
            yield FootLine(Where.ENTRY)

    def on_mount(self) -> None:
        """Begin in the line."""
        self.query_one(EntryLine).open(*self._begun)

    def action_submit(self) -> None:
        """Add what stands in the line, and go back."""
        if record := self.query_one(EntryLine).add():
            self.dismiss(added(record))

    def action_links(self) -> None:
        """Link the line to less of where one stands."""
        self.query_one(EntryLine).next_links()

    def action_leave(self) -> None:
        """Leave the line; what stands in it is there when it is opened again."""
        self.dismiss(None)
