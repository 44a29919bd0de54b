"""Choosing a file by typing its path, with what there is in sight."""

import os
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static

from reviewtui.paths import is_a_file, typed_path
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.present.words import said_line
from reviewtui.tui.widgets.foot_line import FootLine
from reviewtui.tui.widgets.line_input import LineInput
from reviewtui.tui.widgets.row_list import RowList

_MOST = 200


class ChooseFileDialog(ModalScreen[Path | None]):
    """A path and what it could become; gives the file, or `None` if the dialog was left.

    Args:
        question: What is asked.
        folder: Where to begin.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.FILE)
    where = Where.FILE

    def __init__(self, question: str, folder: Path) -> None:
        super().__init__()
        self._question = question
        self._folder = folder

    def compose(self) -> ComposeResult:
        """Make the field and the list."""
        with Vertical(classes="dialog"):
            yield Static(said_line(self._question), classes="dialog-title", markup=False)
            yield LineInput(placeholder=f"a path; below is {self._folder}")
            yield RowList(id="files")
            yield FootLine(Where.FILE)

    def on_mount(self) -> None:
        """Begin in the field."""
        self.set_focus(self.query_one(LineInput))
        self._draw()

    @on(Input.Changed)
    def _draw(self) -> None:
        found = matches(self.query_one(LineInput).value, self._folder)
        self.query_one(RowList).show(lambda _: [(str(path), _row(path)) for path in found])

    def action_step(self, by: int) -> None:
        """Move by so many files."""
        self.query_one(RowList).step(by)

    def action_complete(self) -> None:
        """Take the file that the cursor is on into the field."""
        if chosen := self._chosen():
            field = self.query_one(LineInput)
            field.value = _shown_folder(chosen) if chosen.is_dir() else str(chosen)
            field.cursor_position = len(field.value)

    def action_take(self) -> None:
        """Give the file that is written in the field, or else the one that the cursor is on; open a folder."""
        written = self._folder / typed_path(self.query_one(LineInput).value)
        chosen = written if is_a_file(written) else self._chosen()
        if chosen is None:
            return
        if chosen.is_dir():
            self.action_complete()
        else:
            self.dismiss(chosen)

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_take()

    def action_leave(self) -> None:
        """Leave without a file."""
        self.dismiss(None)

    def _chosen(self) -> Path | None:
        here = self.query_one(RowList).here
        return Path(here) if here else None


def matches(typed: str, here: Path) -> list[Path]:
    """Return the folders and files that a typed path could become, folders first; none where nothing can be read.

    Args:
        typed: What was typed of a path.
        here: The folder that a path is in if it does not say so.
    """
    folder, begun = os.path.split(typed)
    try:
        there = list((here / typed_path(folder)).iterdir())
    except (OSError, ValueError):
        return []
    fitting = [path for path in there if _fits(path.name, begun)]
    return sorted(fitting, key=lambda path: (not path.is_dir(), path.name.casefold()))[:_MOST]


def _fits(name: str, begun: str) -> bool:
    hidden = name.startswith(".") and not begun.startswith(".")
    return not hidden and begun.casefold() in name.casefold()


def _shown_folder(folder: Path) -> str:
    return os.path.join(folder, "")  # noqa: PTH118 - a Path would drop the separator at the end


def _row(path: Path) -> Content:
    return said_line(f"{path.name}{os.sep}" if path.is_dir() else path.name)
