"""A review file that is damaged: what is wrong with it, and the copies from before."""

from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from reviewtui.paths import name_of
from reviewtui.store import Version, versions_of
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.present.versions import holds_words, version_row
from reviewtui.tui.present.words import said, said_line
from reviewtui.tui.screens.versions import read_version
from reviewtui.tui.widgets.foot_line import FootLine
from reviewtui.tui.widgets.row_list import RowList, Rows

_OFFER = (
    "The file stays as it is, byte for byte. A copy from before opens as a new review beside it, "
    "“{name}-recovered”, with everything that was in it then:"
)
_NONE = "The file stays as it is, byte for byte. No copy from before was kept in the folder .history beside it."


class RecoverDialog(ModalScreen[Path | None]):
    """The copies of a damaged file; gives the one that is to be opened, or `None` if the dialog was left.

    Args:
        path: The damaged file.
        why: What is wrong with it.
        zone: The zone in which times are shown.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.DAMAGED)
    where = Where.DAMAGED

    def __init__(self, path: Path, why: str, zone: str) -> None:
        super().__init__()
        self._path = path
        self._why = why
        self._zone = zone
        self._versions: tuple[Version, ...] = ()
        self._words: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """Make what is wrong, what can be done, and the copies."""
        self._versions = versions_of(self._path)
        name = name_of(self._path)
        offer = _OFFER.format(name=name) if self._versions else _NONE
        with Vertical(classes="dialog"):
            title = f"{name} can't be opened: {self._why.removesuffix('; left as it is')}"
            yield Static(said_line(title), classes="dialog-title", markup=False)
            yield Static(said(offer), classes="dialog-text", markup=False)
            yield RowList(id="copies")
            yield FootLine(Where.DAMAGED)

    def on_mount(self) -> None:
        """Show the copies, and look what is in each."""
        self.query_one(RowList).display = bool(self._versions)
        self._draw()
        self.read_all()

    def _draw(self) -> None:
        def rows(width: int) -> Rows:
            found = ((one, self._words.get(str(one.path), "…")) for one in self._versions)
            return [(str(one.path), version_row(one, self._zone, words, width)) for one, words in found]

        if self.is_attached:
            self.query_one(RowList).show(rows)

    @work(thread=True, exclusive=True, exit_on_error=False, group="versions")
    def read_all(self) -> None:
        """Look what is in each copy, and stand at the newest that can be read."""
        last_good = ""
        for version in self._versions:
            path = str(version.path)
            review, trouble = read_version(version.path)
            self._words[path] = holds_words(review) if review else trouble
            self.app.call_from_thread(self._draw)
            if review is not None and not last_good:
                last_good = path
                self.app.call_from_thread(self._stand_at, path)

    def _stand_at(self, path: str) -> None:
        if self.is_attached:
            self.query_one(RowList).stand_at(path)

    def action_step(self, by: int) -> None:
        """Move by so many copies."""
        self.query_one(RowList).step(by)

    @on(OptionList.OptionSelected)
    def action_recover(self) -> None:
        """Give the copy that the cursor is on."""
        if here := self.query_one(RowList).here:
            review, trouble = read_version(Path(here))
            if review is None:
                self.query_one(FootLine).say(trouble)
            else:
                self.dismiss(Path(here))

    def action_leave(self) -> None:
        """Leave, with everything as it is."""
        self.dismiss(None)
