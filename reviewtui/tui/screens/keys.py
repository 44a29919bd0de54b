"""The keys of where one is."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen

from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.present.keys import keys_page
from reviewtui.tui.widgets.drawn import Drawn
from reviewtui.tui.widgets.foot_line import FootLine


class KeysScreen(ModalScreen[None]):
    """Every key that does something where one is, and in the fields there.

    Args:
        where: Where one is.
        keymap: Keys that are mapped otherwise, by the id of the command.
        in_words: Whether arrows are named and not drawn.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.KEYS)
    where = Where.KEYS

    def __init__(self, where: Where, keymap: Mapping[str, str], *, in_words: bool) -> None:
        super().__init__()
        self._of = where
        self._keymap = keymap
        self._in_words = in_words

    def compose(self) -> ComposeResult:
        """Make the page."""
        with Vertical(classes="dialog"):
            with VerticalScroll(can_focus=False):
                yield Drawn(id="keys")
            yield FootLine(Where.KEYS)

    def on_mount(self) -> None:
        """Draw the page."""
        page = self.query_one("#keys", Drawn)
        page.show(lambda width: keys_page(self._of, self._keymap, width, in_words=self._in_words))

    def action_scroll(self, by: int) -> None:
        """Scroll by so many lines."""
        self.query_one(VerticalScroll).scroll_relative(y=by * 3, animate=False, immediate=True)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)
