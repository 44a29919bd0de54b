"""Finding what was said: words, and what has them, while they are typed."""

from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reviewtui.analysis.search import Hit, Hits, SearchIndex
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.present.search import found_words, hit_row
from reviewtui.tui.present.words import said_line
from reviewtui.tui.widgets.foot_line import FootLine
from reviewtui.tui.widgets.line_input import LineInput
from reviewtui.tui.widgets.row_list import RowList


class Search(NamedTuple):
    """What was searched, what was found, and at which of it one stands."""

    query: str = ""
    found: Hits = Hits()
    at: int = 0

    @property
    def hit(self) -> Hit | None:
        """What one stands at."""
        return self.found.hits[self.at] if self.at < len(self.found.hits) else None

    def next(self) -> "Search":
        """Return the search at what comes after; after the last the first."""
        return self._replace(at=(self.at + 1) % max(len(self.found.hits), 1))


class SearchScreen(ModalScreen[Search]):
    """A line over the stage and what has its words; gives the search, at what was chosen, or none if it was left.

    Args:
        index: The review.
        before: What was searched last.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.SEARCH)
    where = Where.SEARCH

    def __init__(self, index: SearchIndex, before: Search) -> None:
        super().__init__()
        self._index = index
        self._before = before
        self._query: str | None = None
        self._found = Hits()

    def compose(self) -> ComposeResult:
        """Make the line and the list."""
        with Vertical(classes="dialog", id="search"):
            with Horizontal(id="search-line"):
                yield Static("/ ", classes="prompt", markup=False)
                yield LineInput(self._before.query, placeholder="what was said")
            yield Static(id="search-count", markup=False)
            yield RowList(id="hits")
            yield FootLine(Where.SEARCH)

    def on_mount(self) -> None:
        """Begin with what was searched last, so that typing takes its place, at what was gone to."""
        field = self.query_one(LineInput)
        self.set_focus(field)
        field.action_select_all()
        self._search()
        self._list.stand_at(str(self._before.at))

    @property
    def _list(self) -> RowList:
        return self.query_one(RowList)

    @on(Input.Changed)
    def _search(self) -> None:
        """Show what has the words in the line by now; a key that is faster than the field's message asks for it too."""
        query = self.query_one(LineInput).value
        if query == self._query:
            return
        self._query = query
        found = self._found = self._index.find(query)
        self.query_one("#search-count", Static).update(said_line(found_words(found, query), "$dim"))
        self._list.show(lambda width: [(str(place), hit_row(hit, width)) for place, hit in enumerate(found.hits)])
        self._list.action_first()

    def action_step(self, by: int) -> None:
        """Move by so many hits."""
        self._search()
        self._list.step(by)

    def action_page(self, by: int) -> None:
        """Move by so many pages."""
        self._search()
        self._list.step(by * max(1, self._list.size.height - 1))

    def action_take(self) -> None:
        """Go to what one stands at."""
        self._search()
        if self._list.here is not None:
            self.dismiss(Search(self._query or "", self._found, int(self._list.here)))

    def action_leave(self) -> None:
        """Leave without going anywhere."""
        self.dismiss(None)
