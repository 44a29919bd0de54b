"""One question with an answer of one line."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.present.words import said_line
from reviewtui.tui.widgets.foot_line import FootLine
from reviewtui.tui.widgets.line_input import LineInput


class AskLineDialog(ModalScreen[str | None]):
    """A question; gives the answer, or `None` if it was left.

    Args:
        question: What is asked.
        value: The answer to begin with.
        hint: Gives what there is to know of an answer before it is taken; empty: nothing.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.ANSWER)
    where = Where.ANSWER

    def __init__(self, question: str, value: str, hint: Callable[[str], str] = lambda _: "") -> None:
        super().__init__()
        self._question = question
        self._value = value
        self._hint = hint

    def compose(self) -> ComposeResult:
        """Make the question and the field."""
        with Vertical(classes="dialog"):
            yield Static(said_line(self._question), classes="dialog-title", markup=False)
            yield LineInput(self._value)
            yield Static("", id="answer-hint", markup=False)
            yield FootLine(Where.ANSWER)

    def on_mount(self) -> None:
        """Begin with the whole answer selected, so that typing takes its place."""
        field = self.query_one(LineInput)
        self.set_focus(field)
        field.action_select_all()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        words = self._hint(event.value)
        below = self.query_one("#answer-hint", Static)
        below.update(said_line(words, "$key-moment"))
        below.display = bool(words)

    def action_take(self) -> None:
        """Give the answer."""
        self.dismiss(self.query_one(LineInput).value.strip() or None)

    def action_leave(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)
