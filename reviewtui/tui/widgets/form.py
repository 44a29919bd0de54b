"""A form: a label and a field a row."""

from collections.abc import Iterator
from typing import assert_never

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from reviewtui.tui.commands import Where
from reviewtui.tui.dialogs.fields import ChoiceField, ChoicesField, Field, LongField, TextField, Values
from reviewtui.tui.present.words import said_line
from reviewtui.tui.widgets.choice import Choice
from reviewtui.tui.widgets.line_input import LineInput
from reviewtui.tui.widgets.text_editor import TextEditor


class Form(VerticalScroll, can_focus=False):
    """Some fields, one below the other; posts `Changed` at every change.

    Args:
        fields: The fields.
    """

    class Changed(Message):
        """Something in the form is different."""

    def __init__(self, fields: tuple[Field, ...]) -> None:
        super().__init__()
        self._fields = fields

    def compose(self) -> ComposeResult:
        """Make a row for each field."""
        for field in self._fields:
            with Horizontal(classes="field"):
                yield Static(said_line(field.label), classes="field-label", markup=False)
                yield _widget(field)
            yield Static("", id=f"hint-{field.name}", classes="field-hint", markup=False)

    def on_mount(self) -> None:
        """Begin in the first field."""
        self.hint({})

    def focus_first(self) -> None:
        """Go to the first field."""
        first = next(iter(self._widgets()), None)
        if first is not None:
            self.screen.set_focus(first[1])

    @property
    def values(self) -> Values:
        """What stands in the form."""
        return {field.name: _value(widget) for field, widget in self._widgets()}

    def hint(self, hints: dict[str, str]) -> None:
        """Show a line below a field, by the field's name: how it was understood, or what is wrong with it."""
        for field in self._fields:
            below = self.query_one(f"#hint-{field.name}", Static)
            words = hints.get(field.name, "")
            below.display = bool(words)
            below.update(said_line(words))

    def _widgets(self) -> Iterator[tuple[Field, Widget]]:
        for field in self._fields:
            yield field, self.query_one(f"#field-{field.name}")

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Choice.Changed)
    def _changed(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Changed())


def _widget(field: Field) -> Widget:
    name = f"field-{field.name}"
    match field:
        case TextField():
            return LineInput(field.value, placeholder=field.placeholder, select_on_focus=field.is_replaced, id=name)
        case LongField():
            editor = TextEditor(field.value, placeholder=field.placeholder, id=name)
            editor.styles.height = field.rows
            return editor
        case ChoiceField():
            options = tuple((one, one) if isinstance(one, str) else one for one in field.options)
            return Choice(options, (field.value,), several=False, id=name)
        case ChoicesField():
            return Choice(field.options, field.value, several=True, id=name)
        case _:
            assert_never(field)


def _value(widget: Widget) -> str | tuple[str, ...]:
    if isinstance(widget, LineInput):
        return widget.value
    if isinstance(widget, TextEditor):
        return widget.said
    if isinstance(widget, Choice):
        return widget.value
    return ""


def fields_where(widget: Widget) -> tuple[Where, ...]:
    """Return the place in the table of commands that a field is, if it has keys of its own."""
    return (Where.CHOICE,) if isinstance(widget, Choice) else ()
