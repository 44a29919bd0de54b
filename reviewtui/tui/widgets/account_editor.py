"""The editor of one account, in the column of its role."""

from collections.abc import Callable

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Offset
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import TextArea

from reviewtui.notation.account import parse_account
from reviewtui.plaintext import displayable
from reviewtui.tui.present.understood import stated
from reviewtui.tui.widgets.drawn import Drawn
from reviewtui.tui.widgets.text_editor import TextEditor, from_editor

_PLACEHOLDER = "in their words; noticed: 10:44 pager, thought: …"
_FORETOLD = "what they expect; expected: the breaker to open"
_UNDERSTOOD = Style(bold=True)
_GAP = 2
"""Cells between a line and the word for it, at least: the cursor, and a blank."""


class AccountEditor(TextEditor):
    """A short editor of what a role told; what a line states stands at its right while it is typed, where it has room.

    Where there is a text it opens on a new line below it, which is no part of it until something is typed there.

    Args:
        text: What was told so far.
        foretold: Whether it is what they expect.
    """

    def __init__(self, text: str, *, foretold: bool = False) -> None:
        self._begun = bool(text.strip())
        self._drawn: dict[tuple[object, ...], Strip] = {}
        super().__init__(f"{text}\n" if self._begun else text, placeholder=_FORETOLD if foretold else _PLACEHOLDER)

    @property
    def said(self) -> str:
        """What is told by now."""
        return super().said.removesuffix("\n") if self._begun else super().said

    @property
    def line_here(self) -> str:
        """The line that the cursor is in."""
        return from_editor(self.document.get_line(self.cursor_location[0]))

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is shown, with its label made bold."""
        line = super().get_line(line_index)
        source = from_editor(self.document.get_line(line_index))
        parsed = parse_account(source)
        if parsed and parsed[0].label is not None:
            line.stylize(_UNDERSTOOD, 0, displayable(source).index(":") + 1)
        return line

    def render_line(self, y: int) -> Strip:
        """Draw a line as it is on the screen; one that the cursor is not in is drawn once for as long as it stays."""
        if (seen := self._untouched(y + self.scroll_offset.y)) is None:
            return self._drawn_line(y)
        if seen not in self._drawn:
            self._drawn[seen] = self._drawn_line(y)
        return self._drawn[seen]

    def _untouched(self, y: int) -> tuple[object, ...] | None:
        """Return all that a line on the screen looks like it does for; `None` where a cursor or a selection may be."""
        if y >= self.wrapped_document.height or not self.selection.is_empty:
            return None
        line, column = self.wrapped_document.offset_to_location(Offset(0, y))
        if line == self.cursor_location[0]:
            return None
        text, width, breaks = self.document.get_line(line), self.size.width, self.wrapped_document.get_offsets(line)
        return text, column, *breaks, width, self.scroll_offset.x, self.app.theme, self.has_focus

    def notify_style_update(self) -> None:
        """Draw anew in another theme."""
        self._drawn.clear()
        super().notify_style_update()

    def _drawn_line(self, y: int) -> Strip:
        """Draw a line, and in what its text leaves free the word for what it states."""
        strip = super().render_line(y)
        word, used = self._word_behind(y + self.scroll_offset.y)
        free = strip.cell_length - len(word) - 1
        if not word or used + _GAP > free:
            return strip
        style = self.get_component_rich_style("text-area--placeholder")
        return Strip.join([strip.crop(0, free), Strip([Segment(f"{word} ", style)], len(word) + 1)])

    def _word_behind(self, y: int) -> tuple[str, int]:
        """Return the word that stands behind a line on the screen, and the cells that its text takes."""
        if y >= self.wrapped_document.height:
            return "", 0
        line, column = self.wrapped_document.offset_to_location(Offset(0, y))
        source = from_editor(self.document.get_line(line))
        goes_on = any(offset > column for offset in self.wrapped_document.get_offsets(line))
        return ("" if goes_on or "\t" in source else stated(source)), cell_len(displayable(source[column:]))


class Understood(Widget):
    """A line that is drawn anew at every key, and never moves what is around it."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Content("")

    def show(self, words: Content) -> None:
        """Show other words."""
        if not words.is_same(self._words):
            self._words = words
            self.refresh()

    def render(self) -> Content:
        """Draw them."""
        return self._words.truncate(max(self.content_size.width, 1), ellipsis=True)


class OpenAccount(Vertical):
    """An account that is being written: who tells it, the editor, and what the line one is in was understood as.

    Args:
        editor: The editor.
        understand: Gives what a line was understood as.
    """

    def __init__(self, editor: AccountEditor, understand: Callable[[str], Content]) -> None:
        super().__init__()
        self.editor = editor
        self._understand = understand
        self._teller = Drawn()
        self._understood = Understood()

    def compose(self) -> ComposeResult:
        """Make its three parts, one below the other."""
        yield self._teller
        yield self.editor
        yield self._understood

    def show_teller(self, draw: Callable[[int], Content], *, is_said: bool) -> None:
        """Show who tells it, or which of several it is, if that is said."""
        self._teller.display = is_said
        self._teller.show(draw)

    @on(TextArea.Changed)
    @on(TextArea.SelectionChanged)
    def _look(self) -> None:
        self._understood.show(self._understand(self.editor.line_here))
