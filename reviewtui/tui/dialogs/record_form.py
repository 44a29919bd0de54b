"""Editing one record: what is typed is kept while it is typed, so that nothing waits for a key that says so."""

from collections.abc import Callable, Mapping
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Static, TextArea

from reviewtui.edits.naming import Change
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.desk import Desk
from reviewtui.tui.dialogs.fields import Field, Values
from reviewtui.tui.present.words import said_line
from reviewtui.tui.widgets.foot_line import FootLine
from reviewtui.tui.widgets.form import Form, fields_where

KEEP_AFTER = 0.15
"""Seconds from a key to the change it asks for, at most."""


_AROUND = 5
"""The lines of the dialog above and below the form."""


class RecordForm(NamedTuple):
    """What there is to edit, and what an edit of it is."""

    title: str
    fields: tuple[Field, ...]
    change: Callable[[Values], Change | None]
    """Gives the change that what stands in the form asks for; `None` while it asks for none, as without a name."""
    hints: Callable[[Values], Mapping[str, str]] = lambda _values: {}
    """Gives a line to stand below a field: how it is understood."""
    is_undoable: bool = True
    """Whether an undo takes back what is changed in it."""


class RecordFormDialog(ModalScreen[None]):
    """A form over the stage; `esc`, `ctrl+s` and `enter` close it, and each keeps what was typed.

    Args:
        desk: Where changes are asked for.
        form: What there is to edit.
        merge_key: What makes all that is typed here one step of undo.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.FORM)
    where = Where.FORM

    def __init__(self, desk: Desk, form: RecordForm, merge_key: str) -> None:
        super().__init__()
        self._desk = desk
        self._record = form
        self._merge_key = merge_key
        self._asked: Values = {}
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Make the form."""
        with Vertical(classes="dialog"):
            yield Static(said_line(self._record.title), classes="dialog-title", markup=False)
            yield Form(self._record.fields)
            yield FootLine(Where.FORM)

    def on_mount(self) -> None:
        """Begin in the first field."""
        form = self.query_one(Form)
        self._asked = form.values
        form.focus_first()
        form.hint(dict(self._record.hints(form.values)))

    def on_resize(self, event: events.Resize) -> None:
        """Leave the keys in sight below a form that is longer than the screen."""
        self.query_one(Form).styles.max_height = max(event.size.height * 9 // 10 - _AROUND, 3)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the keys of the field that one is in."""
        self.query_one(FootLine).show(*fields_where(event.widget), self.where)

    @on(Form.Changed)
    def _changed(self) -> None:
        form = self.query_one(Form)
        form.hint(dict(self._record.hints(form.values)))
        if self._timer is None:
            self._timer = self.set_timer(KEEP_AFTER, self.ask)

    def ask(self) -> None:
        """Ask for the change that what stands in the form is, if it is another than before."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        values = self.query_one(Form).values
        if values != self._asked:
            self._asked = values
            if change := self._record.change(values):
                self._make(change)

    def _make(self, change: Change) -> None:
        if self._record.is_undoable:
            self._desk.ask(change, self._merge_key)
        else:
            self._desk.go_at_once(change)

    def keep(self) -> None:
        """Ask for whatever was typed and not yet asked for."""
        self.ask()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Let `enter` be a new line in a field of several lines."""
        return action != "enter" or not isinstance(self.focused, TextArea)

    def action_enter(self) -> None:
        """Keep what was typed, and close."""
        self.action_keep()

    def action_keep(self) -> None:
        """Keep what was typed, and close."""
        self.ask()
        self._desk.end_step()
        self.dismiss(None)
