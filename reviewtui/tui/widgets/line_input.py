"""A field of one line."""

from bisect import bisect_right
from itertools import accumulate

from rich.cells import cell_len, get_character_cell_size
from rich.text import Text
from textual import events
from textual.widgets import Input

from reviewtui.plaintext import displayable_line, storable
from reviewtui.tui.keyboard import character_of


class LineInput(Input):
    """A field of one line that keeps every word: what is pasted over several lines is joined, not cut.

    Control characters are shown instead of sent to the terminal. Each takes a cell, so all that looks for a character
    by its cell, or the other way round, has to look at what is shown.
    """

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        select_on_focus: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's own word
    ) -> None:
        super().__init__(
            value=value,
            placeholder=placeholder,
            select_on_focus=select_on_focus,
            compact=True,
            id=id,
        )
        self.cursor_blink = False

    @property
    def _value(self) -> Text:
        return Text(displayable_line(self.value), no_wrap=True, overflow="ignore", end="")

    def _position_to_cell(self, position: int) -> int:
        return cell_len(displayable_line(self.value[:position]))

    def _cell_offset_to_index(self, offset: int) -> int:
        ends = list(accumulate(map(get_character_cell_size, displayable_line(self.value))))
        return bisect_right(ends, offset + self.scroll_offset.x)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Tell whether a key is for this field, and no command."""
        return super().check_consume_key(key, character_of(key, character))

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.replace(" ".join(storable(event.text).split("\n")).replace("\r", ""), *self.selection)


class EntryInput(LineInput):
    """The field in which what was learned is added."""
