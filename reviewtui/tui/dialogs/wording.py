"""Words to think about, and what to ask or say instead: a look that the facilitator alone has."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from reviewtui.analysis.worded import ALL, Worded, phrase_of
from reviewtui.edits.naming import Change
from reviewtui.edits.wording import bring_hints_back, dismiss_all_hints, dismiss_hint
from reviewtui.model.place import Place
from reviewtui.model.review import Review
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.desk import Desk
from reviewtui.tui.present.wording import none_words, trouble_words, wording_rows
from reviewtui.tui.present.words import stacked
from reviewtui.tui.widgets.foot_line import FootLine
from reviewtui.tui.widgets.row_list import RowList

Looks = Callable[[Review], tuple[tuple[Worded, ...], tuple[Worded, ...]]]
"""Gives what there is at hand in a review, and what there is elsewhere."""


class WordingDialog(ModalScreen[Place | None]):
    """What the words at hand may be asked about, then those elsewhere; gives the place that was gone to, or `None`.

    Args:
        desk: Where changes are asked for.
        review: The review.
        looks: What there is.
        trouble: Why an organisation's own phrases are left out; empty if they are not.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.WORDING)
    where = Where.WORDING

    def __init__(self, desk: Desk, review: Review, looks: Looks, trouble: str = "") -> None:
        super().__init__()
        self._desk = desk
        self._review = review
        self._looks = looks
        self._trouble = trouble
        self._all: tuple[Worded, ...] = ()

    def compose(self) -> ComposeResult:
        """Make the list."""
        with Vertical(classes="dialog", id="wording"):
            yield Static("Words to think about (private)", classes="dialog-title", markup=False)
            yield Static(id="wording-none", markup=False)
            yield RowList(id="worded")
            yield FootLine(Where.WORDING)

    def on_mount(self) -> None:
        """Draw what there is."""
        self._draw()

    def _draw(self) -> None:
        here, elsewhere = self._looks(self._review)
        self._all = (*here, *elsewhere)
        self._list.show(lambda width: wording_rows(here, elsewhere, width))
        self._list.display = bool(self._all)
        lines = [none_words(self._review)] if not self._all else []
        lines += [trouble_words(self._trouble)] if self._trouble else []
        words = self.query_one("#wording-none", Static)
        words.display = bool(lines)
        words.update(stacked(lines))
        self.query_one(FootLine).show(Where.WORDING, has_rows=bool(self._all))

    @property
    def _list(self) -> RowList:
        return self.query_one(RowList)

    @property
    def _at(self) -> Worded | None:
        here = self._list.here
        return self._all[int(here)] if here is not None and int(here) < len(self._all) else None

    def action_step(self, by: int) -> None:
        """Move by so many phrases."""
        self._list.step(by)

    def action_page(self, by: int) -> None:
        """Move by a page of phrases."""
        self._list.page(by)

    @on(OptionList.OptionSelected)
    def action_go(self) -> None:
        """Go to where the phrase stands."""
        if (at := self._at) is not None:
            self.dismiss(at.found.place)

    def action_let_be(self) -> None:
        """Let the phrase that one stands at be, wherever it stands in the review."""
        if (at := self._at) is not None:
            self._ask(dismiss_hint.asked(phrase=phrase_of(at.hint)))

    def action_let_all_be(self) -> None:
        """Let all phrases in the review be."""
        self._ask(dismiss_all_hints.asked(every=ALL))

    def action_bring_back(self) -> None:
        """Give hints again on what was dismissed in the review."""
        self._ask(bring_hints_back.asked())

    def _ask(self, change: Change) -> None:
        self._review = self._desk.ask(change)
        self._draw()

    def action_leave(self) -> None:
        """Leave, with the words as they are."""
        self.dismiss(None)
