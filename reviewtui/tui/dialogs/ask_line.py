"""One question with an answer of one line."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.present.words import said_line
from reviewtui.tui.widgets.foot_line import FootLine
from reviewtui.tui.widgets.line_input import LineInput


class AskLineDialog(ModalScreen[str | None]):
    """A question; gives the answer, or `None` if it was left.

    Args:
        question: What is asked.
        value: The answer to begin with.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.ANSWER)
    where = Where.ANSWER

    def __init__(self, question: str, value: str) -> None:
        super().__init__()
        self._question = question
        self._value = value

    def compose(self) -> ComposeResult:
        """Make the question and the field."""
        with Vertical(classes="dialog"):
            yield Static(said_line(self._question), classes="dialog-title", markup=False)
            yield LineInput(self._value)
            yield FootLine(Where.ANSWER)

    def on_mount(self) -> None:
        """Begin with the whole answer selected, so that typing takes its place."""
        field = self.query_one(LineInput)
        self.set_focus(field)
        field.action_select_all()

    def action_take(self) -> None:
        """Give the answer."""
        self.dismiss(self.query_one(LineInput).value.strip() or None)

    def action_leave(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)
