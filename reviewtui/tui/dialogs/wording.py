"""Words to think about, and what to ask or say instead: a look that the facilitator alone has."""

from asyncio import sleep
from collections.abc import Callable, Iterator
from time import perf_counter
from typing import ClassVar, NamedTuple

from textual import on, work
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
from reviewtui.tui.present.wording import LOOKING, none_words, trouble_words, wording_rows
from reviewtui.tui.present.words import stacked
from reviewtui.tui.widgets.foot_line import FootLine
from reviewtui.tui.widgets.row_list import RowList

_MOST_ELSEWHERE = 200
_SLICE, _PAUSE = 0.02, 0.005
"""Seconds for which texts are looked at in one go, and for which everything else then has its turn."""


class Looks(NamedTuple):
    """What looks at the words of a review."""

    here: Callable[[Review], tuple[Worded, ...]]
    """Gives the phrases at hand."""
    elsewhere: Callable[[Review], Iterator[tuple[Worded, ...]]]
    """Gives those of each text elsewhere, text by text: of a large review that takes seconds."""


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
        self._here: tuple[Worded, ...] = ()
        self._elsewhere: tuple[Worded, ...] = ()
        self._is_looking = False

    def compose(self) -> ComposeResult:
        """Make the list."""
        with Vertical(classes="dialog", id="wording"):
            yield Static("Words to think about (private)", classes="dialog-title", markup=False)
            yield Static(id="wording-none", markup=False)
            yield RowList(id="worded")
            yield FootLine(Where.WORDING)

    def on_mount(self) -> None:
        """Draw what there is at hand, and then what there is elsewhere."""
        self._look()

    def _look(self) -> None:
        self._here, self._is_looking = self._looks.here(self._review), True
        self._draw()
        self._look_elsewhere()

    @work(exclusive=True, group="words elsewhere")
    async def _look_elsewhere(self) -> None:
        found: list[Worded] = []
        end = perf_counter() + _SLICE
        for phrases in self._looks.elsewhere(self._review):
            found += phrases
            if len(found) >= _MOST_ELSEWHERE:
                break
            if perf_counter() > end:
                await sleep(_PAUSE)
                end = perf_counter() + _SLICE
        self._elsewhere, self._is_looking = tuple(found[:_MOST_ELSEWHERE]), False
        self._draw()

    @property
    def _all(self) -> tuple[Worded, ...]:
        return (*self._here, *self._elsewhere)

    def _draw(self) -> None:
        here, elsewhere = self._here, self._elsewhere
        self._list.show(lambda width: wording_rows(here, elsewhere, width))
        self._list.display = bool(self._all)
        lines = [LOOKING] if self._is_looking else [] if self._all else [none_words(self._review)]
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
        self._look()

    def action_leave(self) -> None:
        """Leave, with the words as they are."""
        self.dismiss(None)
