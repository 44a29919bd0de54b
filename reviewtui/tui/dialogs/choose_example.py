"""Choosing a worked example to open."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.present.library import example_row
from reviewtui.tui.widgets.foot_line import FootLine
from reviewtui.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from reviewtui.library import Example


class ChooseExampleDialog(ModalScreen[str | None]):
    """The worked examples, each with what it shows; gives the name of one, or `None` if the dialog was left.

    Args:
        examples: The examples, in the order in which they are offered.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.EXAMPLES)
    where = Where.EXAMPLES

    def __init__(self, examples: "tuple[Example, ...]") -> None:
        super().__init__()
        self._examples = examples

    def compose(self) -> ComposeResult:
        """Make the list."""
        with Vertical(classes="dialog"):
            yield Static("Worked examples: yours to try, copied to this folder", classes="dialog-title", markup=False)
            yield RowList(id="examples")
            yield FootLine(Where.EXAMPLES)

    def on_mount(self) -> None:
        """Stand at the first."""
        self.query_one(RowList).show(lambda width: [(one.name, example_row(one, width)) for one in self._examples])

    def action_step(self, by: int) -> None:
        """Move by so many examples."""
        self.query_one(RowList).step(by)

    @on(OptionList.OptionSelected)
    def action_take(self) -> None:
        """Give the example that the cursor is on."""
        self.dismiss(self.query_one(RowList).here)

    def action_leave(self) -> None:
        """Leave without an example."""
        self.dismiss(None)
