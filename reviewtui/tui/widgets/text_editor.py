"""An editor of several lines that changes nothing it was not told to change."""

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import TextAreaTheme

from reviewtui.plaintext import displayable, storable
from reviewtui.tui.keyboard import character_of

# The editor's document breaks lines at all of these and would give back newlines for them. While text is in the editor,
# noncharacters stand in; `storable` keeps those out of every text that is stored.
_LINE_BREAKERS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_STAND_INS = "".join(chr(0xFDD0 + place) for place in range(len(_LINE_BREAKERS)))
_TO_EDITOR = str.maketrans(_LINE_BREAKERS, _STAND_INS)
_FROM_EDITOR = str.maketrans(_STAND_INS, _LINE_BREAKERS)


def to_editor(text: str) -> str:
    """Return a stored text as the editor holds it."""
    return storable(text).translate(_TO_EDITOR)


def from_editor(text: str) -> str:
    """Return the text that the editor holds as it is stored: the inverse of `to_editor`."""
    return text.translate(_FROM_EDITOR)


class TextEditor(TextArea):
    """An editor of several lines in the look of this program."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+home", "to_the_beginning", show=False),
        Binding("ctrl+end", "to_the_end", show=False),
    ]
    _styled: TextAreaTheme | None = None
    """The theme of the editor that its styles were looked up for."""

    def __init__(self, text: str = "", *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(
            to_editor(text),
            soft_wrap=True,
            compact=True,
            highlight_cursor_line=False,
            placeholder=Content(placeholder),
            id=id,
        )
        self.cursor_blink = False
        # What is written here is no program.
        self.match_cursor_bracket = False

    @property
    def said(self) -> str:
        """The text in the editor, as it is stored."""
        return from_editor(self.text)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines; of an editor that has been closed, which is still drawn below what comes over it, none."""
        if not self.is_attached:
            return [Strip.blank(crop.width)] * crop.height
        # What a `TextArea` asks anew for every drawing can't have changed before `notify_style_update`, and costs as
        # much as all else.
        if self._theme is not self._styled:
            self._theme.apply_css(self)
            self._styled = self._theme
        return super(TextArea, self).render_lines(crop)

    def notify_style_update(self) -> None:
        """Draw in other colours."""
        self._styled = None
        super().notify_style_update()

    def _refresh_size(self) -> None:
        """Have scroll bars looked at when there is a line more or less, and not at every letter."""
        if self.virtual_size.height != self.wrapped_document.height:
            super()._refresh_size()
            # A line that was added is only there to scroll to once the editor is laid out.
            self.call_after_refresh(self.scroll_cursor_visible)

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Bring the cursor in sight, and return how far that went; a letter seldom takes it out of sight."""
        self._recompute_cursor_offset()  # type: ignore[no-untyped-call]
        _, line = self._cursor_offset
        if not center and 0 <= line - self.scroll_offset.y < self.size.height:
            return Offset()
        return super().scroll_cursor_visible(center, animate)

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is shown: control characters visible, everything else as it is."""
        return Text(displayable(from_editor(self.document.get_line(line_index))), end="", no_wrap=True)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        text = to_editor(event.text.replace("\r\n", "\n").replace("\r", "\n"))
        self.move_cursor(self.replace(text, *self.selection).end_location)

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Tell whether a key is for this field: where nothing can be changed letters are no commands either."""
        # It is asked for every command that there is, whenever a key is pressed.
        return character_of(key, character) is not None

    def action_to_the_end(self) -> None:
        """Put the cursor behind the last character."""
        self.move_cursor(self.document.end)

    def action_to_the_beginning(self) -> None:
        """Put the cursor before the first character."""
        self.move_cursor((0, 0))
