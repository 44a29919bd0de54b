"""A field of one line."""

from rich.highlighter import Highlighter
from rich.text import Text
from textual import events
from textual.widgets import Input

from reviewtui.plaintext import displayable_line, storable
from reviewtui.tui.keyboard import character_of


class _Shown(Highlighter):
    """Shows control characters in a field instead of sending them to the terminal."""

    def highlight(self, text: Text) -> None:
        """Make what is in `text` displayable; every character stays one, so that the cursor stays where it is."""
        text.plain = displayable_line(text.plain)


class LineInput(Input):
    """A field of one line that keeps every word: what is pasted over several lines is joined, not cut."""

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(
            value=value,
            placeholder=placeholder,
            highlighter=_Shown(),
            select_on_focus=False,
            compact=True,
            id=id,
        )
        self.cursor_blink = False

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Tell whether a key is for this field, and no command."""
        return super().check_consume_key(key, character_of(key, character))

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.replace(" ".join(storable(event.text).split("\n")).replace("\r", ""), *self.selection)


class EntryInput(LineInput):
    """The field in which what was learned is added."""
