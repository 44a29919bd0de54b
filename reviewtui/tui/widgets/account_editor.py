"""The editor of one account, in the column of its role."""

from collections.abc import Callable, Collection
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reviewtui.notation.account import parse_account
from reviewtui.plaintext import displayable
from reviewtui.tui.present.understood import stated
from reviewtui.tui.widgets.drawn import Drawn
from reviewtui.tui.widgets.strips import strip_of
from reviewtui.tui.widgets.text_editor import TextEditor, from_editor

_PLACEHOLDER = "in their words; noticed: 10:44 pager, thought: …"
_FORETOLD = "what they expect; expected: the breaker to open"
_UNDERSTOOD = Style(bold=True)
_GAP = 2
"""Cells between a line and the word for it, at least: the cursor, and a blank."""


class _Read(NamedTuple):
    """How a line of an account is read."""

    labelled: int
    """The characters of its label as it is shown, with the colon; 0 if it has none."""
    word: str
    """What it states, in a word; empty if it narrates."""


@lru_cache(maxsize=256)
def _read(held: str) -> _Read:
    """Return how a line is read, as the editor holds it."""
    source = from_editor(held)
    parsed = parse_account(source)
    labelled = displayable(source).index(":") + 1 if parsed and parsed[0].label is not None else 0
    return _Read(labelled, stated(source))


class _Part(NamedTuple):
    """What stands in a line on the screen: a line of the text, or what had room of it."""

    line: int
    begin: int
    """The character of the line that it begins with."""
    end: int
    """The character of the line that is after it."""
    text: str
    """The whole line, as the editor holds it."""

    @property
    def is_last(self) -> bool:
        """Whether the line ends with it."""
        return self.end == len(self.text)


class _Around(NamedTuple):
    """What every line of an editor looks like it does for."""

    look: tuple[object, ...]
    cursor: tuple[int, int] | None
    """The line and the character that the cursor is before; `None` where something is selected."""


def _looks(part: _Part | None, around: _Around) -> tuple[object, ...] | None:
    """Return all that a line on the screen looks like it does for; `None` where a cursor or a selection may be."""
    if part is None or around.cursor is None:
        return None
    line, column = around.cursor
    # Where a tab ends depends on what is before it.
    if part.line == line and (part.begin <= column <= part.end or "\t" in part.text):
        return None
    read = _read(part.text)
    said = part if "\t" in part.text else part.text[part.begin : part.end]
    return said, part.begin > 0, max(read.labelled - part.begin, 0), part.is_last and read.word, around.look


class AccountEditor(TextEditor):
    """A short editor of what a role told; what a line states stands at its right while it is typed, where it has room.

    Where there is a text it opens on a new line below it, which is no part of it until something is typed there.

    Args:
        text: What was told so far.
        typed: Called whenever the text has changed. No message tells of that, nor of where the cursor is: every
            widget on its way would hold the drawing of a letter up. `selection` can be watched.
        foretold: Whether it is what they expect.
    """

    def __init__(self, text: str, typed: Callable[[], None], *, foretold: bool = False) -> None:
        self._begun = bool(text.strip())
        self._drawn: dict[tuple[object, ...], Strip] = {}
        self._shown: dict[int, tuple[object, ...] | None] = {}
        """What each line looked like when it was last asked to be drawn; where that is not known, nothing."""
        super().__init__(f"{text}\n" if self._begun else text, placeholder=_FORETOLD if foretold else _PLACEHOLDER)
        self._typed = typed
        self.disable_messages(self.SelectionChanged)

    @property
    def said(self) -> str:
        """What is told by now."""
        return super().said.removesuffix("\n") if self._begun else super().said

    @property
    def line_here(self) -> str:
        """The line that the cursor is in."""
        return from_editor(self.document.get_line(self.cursor_location[0]))

    def post_message(self, message: Message) -> bool:
        """Call who wants to know that the text has changed, and post every other message."""
        if isinstance(message, self.Changed):
            self._typed()
            return True
        return super().post_message(message)

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is shown, with its label made bold."""
        line = super().get_line(line_index)
        if labelled := _read(self.document.get_line(line_index)).labelled:
            line.stylize(_UNDERSTOOD, 0, labelled)
        return line

    def render_line(self, y: int) -> Strip:
        """Draw a line as it is on the screen; one that the cursor is not in is drawn once for as long as it stays."""
        part = self._part(y + self.scroll_offset.y)
        seen = _looks(part, self._around)
        if seen != self._shown.get(y):
            # Nobody asked for it to be drawn anew, so it may be drawn for no screen: for a mouse that is over it.
            self._shown.pop(y, None)
        if seen is None:
            return self._drawn_line(y, part)
        if seen not in self._drawn:
            self._drawn[seen] = self._drawn_line(y, part)
        return self._drawn[seen]

    def _part(self, at: int) -> _Part | None:
        """Return what stands in a line on the screen, counted from the first of the text; `None` below the last."""
        wrapped = self.wrapped_document
        # Textual tells nowhere else what stands there without going through the whole line.
        places = wrapped._offset_to_line_info  # noqa: SLF001
        if at >= len(places):
            return None
        line, section = places[at]
        text = self.document.get_line(line)
        ends = (0, *wrapped.get_offsets(line), len(text))
        return _Part(line, ends[section], ends[section + 1], text)

    @property
    def _around(self) -> _Around:
        """What every line looks like it does for."""
        # Both together are how wide the text is; Textual looks that up in many places, and each line asks for it.
        width = self.outer_size.width, self.show_vertical_scrollbar
        said = *width, self.scroll_offset.x, self.app.theme, self.has_focus
        return _Around(said, self.cursor_location if self.selection.is_empty else None)

    def _exchange_repaint_regions(self) -> Collection[Region]:
        """Return what is to be drawn anew: not the whole editor for a letter, but the lines that look otherwise now."""
        regions = super()._exchange_repaint_regions()
        if self.outer_size.region not in regions:
            return regions
        (left, top), (width, height) = self.content_offset, self.scrollable_size
        above, around = self.scroll_offset.y, self._around
        before, self._shown = self._shown, {y: _looks(self._part(above + y), around) for y in range(height)}
        return [
            Region(left, top + y, width, 1) for y, seen in self._shown.items() if seen is None or seen != before.get(y)
        ]

    def notify_style_update(self) -> None:
        """Draw anew in another theme."""
        self._drawn.clear()
        self._shown.clear()
        super().notify_style_update()

    def _drawn_line(self, y: int, part: _Part | None) -> Strip:
        """Draw a line, and in what its text leaves free the word for what it states."""
        strip = super().render_line(y)
        if part is None or not part.is_last or "\t" in part.text or not (word := _read(part.text).word):
            return strip
        free = strip.cell_length - len(word) - 1
        if cell_len(displayable(from_editor(part.text[part.begin :]))) + _GAP > free:
            return strip
        style = self.get_component_rich_style("text-area--placeholder")
        return Strip.join([strip.crop(0, free), Strip([Segment(f"{word} ", style)], len(word) + 1)])


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

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - Textual's signature; there is one line
        """Draw them."""
        width = self.size.width
        return strip_of(self, self._words.truncate(max(width, 1), ellipsis=True), width, self.visual_style)


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

    def on_mount(self) -> None:
        """Look at another line once the cursor is in it."""
        self.watch(self.editor, "selection", self.look)

    def look(self) -> None:
        """Show what the line that one is in was understood as."""
        self._understood.show(self._understand(self.editor.line_here))
