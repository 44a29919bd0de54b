"""The saved versions of a review: when each was saved and what it brought, compared with the present, and restored."""

from functools import cache, partial
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.worker import get_current_worker

from reviewtui.analysis.changes import changes_between
from reviewtui.edits.veil import with_veils_of
from reviewtui.edits.versions import go_back
from reviewtui.errors import UnreadableFile
from reviewtui.library import read_review
from reviewtui.model.review import Review
from reviewtui.store import Version, versions_of
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.desk import Desk
from reviewtui.tui.present.versions import change_words, comparison, holds_words, version_row, when_words
from reviewtui.tui.present.words import row, said_line
from reviewtui.tui.widgets.drawn import Drawn
from reviewtui.tui.widgets.foot_line import FootLine
from reviewtui.tui.widgets.row_list import RowList, Rows

_EMPTY = "No versions yet: each time the review is saved, the state before it is kept here"


class VersionsScreen(Screen[None]):
    """The versions of a review; `enter` asks for going back to the one that the cursor is on.

    Args:
        desk: Where changes are asked for.
        path: The review's file.
        review: The review as it is.
        unkept: Why the state before the last save could not be kept; empty if it was.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.VERSIONS)
    where = Where.VERSIONS

    def __init__(self, desk: Desk, path: Path, review: Review, unkept: str = "") -> None:
        super().__init__()
        self._desk = desk
        self._path = path
        self._review = review
        self._unkept = unkept
        self._versions: tuple[Version, ...] = ()
        self._words: dict[str, str] = {}
        self._read = ""
        """The path of the version that was read last."""

    def compose(self) -> ComposeResult:
        """Make the list, and beside or below it the comparison."""
        yield Static(said_line(f"Saved versions of {self._review.title}", "bold"), id="versions-title", markup=False)
        yield Static(self._about(), id="versions-about", markup=False)
        with Container(id="versions"):
            yield RowList(id="versions-list")
            with VerticalScroll(can_focus=False):
                yield Drawn(id="versions-head")
                yield Drawn(id="versions-changes")
        yield Static(_EMPTY, classes="empty", markup=False)
        yield FootLine(Where.VERSIONS)

    def _about(self) -> Content:
        if self._unkept:
            return said_line(f"The last state could not be kept: {self._unkept}", "$trouble")
        return row(("The present: ", "$dim"), (holds_words(self._review), "$dim"))

    def on_mount(self) -> None:
        """Read what there is."""
        self._versions = versions_of(self._path)
        self.query_one(".empty").display = not self._versions
        self.query_one("#versions").display = bool(self._versions)
        self.query_one(RowList).add_class("-active")
        self._draw()
        self.read_all()

    def on_resize(self, event: events.Resize) -> None:
        """Put the comparison beside the list where there is room."""
        self.set_class(event.size.width >= 100, "-wide")

    def _draw(self) -> None:
        if not self.is_attached:
            return

        def rows(width: int) -> Rows:
            zone = self._review.zone
            return [
                (str(one.path), version_row(one, zone, self._words.get(str(one.path), "…"), width))
                for one in self._versions
            ]

        self.query_one(RowList).show(rows)

    # --- reading ------------------------------------------------------------------------------------------------------

    @work(thread=True, exclusive=True, exit_on_error=False, group="versions")
    def read_all(self) -> None:
        """Say of each version what it brought, from the newest on."""
        worker = get_current_worker()
        later, later_review = "", self._review
        for version in self._versions:
            if worker.is_cancelled:
                return
            path = str(version.path)
            try:
                review = read_review(version.path)
            except UnreadableFile as error:
                self._words[path] = f"can't be read: {error.why}"
                continue
            if later:
                self._words[later] = change_words(changes_between(review, later_review, self._review)) or "the same"
            later, later_review = path, review
            self.app.call_from_thread(self._draw)
        if later:
            self._words[later] = f"the earliest: {holds_words(with_veils_of(self._review, later_review))}"
        self.app.call_from_thread(self._draw)

    @on(OptionList.OptionHighlighted)
    def _at_another(self) -> None:
        self.compare()

    @work(thread=True, exclusive=True, exit_on_error=False, group="compared version")
    def compare(self) -> None:
        """Read the version that the cursor is on, and show what going back to it would change."""
        here = self.query_one(RowList).here
        if here is None or here == self._read:
            return
        review, trouble = read_version(Path(here))
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show_comparison, here, review, trouble)

    def _show_comparison(self, here: str, review: Review | None, trouble: str) -> None:
        if not self.is_attached:
            return
        self._read = here
        at = next(one.at for one in self._versions if str(one.path) == here)
        head = f"Going back to {when_words(at, self._review.zone)} would change"
        if review is None:
            head = f"It can't be read: {trouble}"
        self.query_one("#versions-head", Drawn).show(lambda width: said_line(head, "bold", cells=width))
        draw = partial(comparison, self._review, review) if review else lambda _: Content("")
        self.query_one("#versions-changes", Drawn).show(cache(draw))
        self.query_one(VerticalScroll).scroll_home(animate=False)

    # --- choosing ----------------------------------------------------------------------------------------------------

    def action_step(self, by: int) -> None:
        """Move by so many versions."""
        self.query_one(RowList).step(by)

    def action_page(self, by: int) -> None:
        """Scroll the comparison by so many pages."""
        view = self.query_one(VerticalScroll)
        view.scroll_relative(y=by * max(view.size.height - 2, 1), animate=False, immediate=True)

    @on(OptionList.OptionSelected)
    def action_restore(self) -> None:
        """Ask for going back to the version that the cursor is on, and close."""
        here = self.query_one(RowList).here
        if here is None:
            return
        review, trouble = read_version(Path(here))
        if review is None:
            self.query_one(FootLine).say(trouble)
            return
        saved = when_words(next(one.at for one in self._versions if str(one.path) == here), self._review.zone)
        self.dismiss(None)
        before = self._review
        if self._desk.ask(go_back.asked(version=review, saved=saved)) is not before:
            self._desk.say(f"as it was on {saved}; u takes that back")

    def action_leave(self) -> None:
        """Leave, with everything as it is."""
        self.dismiss(None)


def read_version(path: Path) -> tuple[Review | None, str]:
    """Return the review in a file, or why it can't be read."""
    try:
        return read_review(path), ""
    except UnreadableFile as error:
        return None, error.why
