"""The hints on words at hand: a mark in the last line, for the facilitator alone, and what it stands for on a key."""

from collections.abc import Callable, Iterator
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from textual.screen import Screen
from textual.widgets import Input, TextArea

from reviewtui.analysis.findable import Findable
from reviewtui.analysis.worded import Worded, texts_at, texts_of, worded
from reviewtui.analysis.wording import NOBODY, Hint, hints, people_of
from reviewtui.model.place import Place
from reviewtui.model.review import Review, Stage
from reviewtui.tui.commands import Where
from reviewtui.tui.desk import Desk
from reviewtui.tui.phrasebook import Phrasebook
from reviewtui.tui.widgets.foot_line import FootLine

if TYPE_CHECKING:
    from reviewtui.tui.dialogs.wording import Looks
    from reviewtui.tui.screens.review import ReviewScreen

LOOK_EVERY = 0.25
"""Seconds from one look at the words at hand to the next."""
QUIET = 1.2
"""Seconds that somebody has not typed before the mark is another."""
_KEPT = 131072
"""Texts whose hints are kept."""
_FOR_WORDS = frozenset({Where.LINE, Where.ENTRY, Where.CAPTURE, Where.FORM, Where.DIFFERENCE})
"""Where a field takes words that the review does not have yet."""
_SAID = frozenset({Where.CAPTURE})
"""Where what is typed is what people say."""
_TYPED = (Place(Stage.ACCOUNTS), Place(Stage.LEARNING))
"""Where what stands in a field is: nowhere yet."""


class Hinting:
    """Hints on texts; what was looked at once is known.

    Args:
        phrasebook: What is hinted at.
    """

    def __init__(self, phrasebook: Phrasebook) -> None:
        self._phrasebook = phrasebook
        self._people = NOBODY
        self._known: dict[str, tuple[Hint, ...]] = {}

    def about(self, review: Review) -> None:
        """Have the people and the roles of a review known by their names."""
        if (people := people_of(review)) != self._people:
            self._people, self._known = people, {}

    def on(self, text: str) -> tuple[Hint, ...]:
        """Return the hints on a text."""
        if text not in self._known:
            if len(self._known) >= _KEPT:
                self._known = {}
            book = self._phrasebook
            self._known[text] = hints(text, book.wording, self._people, soft=book.has_soft_hints)
        return self._known[text]


class _Subject(NamedTuple):
    """What is at hand: what stands in a field, or else what one stands at."""

    field: str | None
    place: Place
    review: Review

    def is_same(self, other: "_Subject | None") -> bool:
        """Tell whether nothing is different; a review that was changed is another object."""
        return other is not None and self[:2] == other[:2] and self.review is other.review


class WordsAtHand:
    """Looks at the words at hand, and marks the last line when nobody types.

    Args:
        screen: The review's.
        desk: Where changes are asked for, and what is hinted at.
    """

    def __init__(self, screen: "ReviewScreen", desk: Desk) -> None:
        self._screen = screen
        self._desk = desk
        self._book = desk.phrasebook
        self._hinting = Hinting(desk.phrasebook)
        self._subject: _Subject | None = None
        self._since = 0.0
        self.clock: Callable[[], float] = monotonic
        """Gives seconds that only go forward."""
        self._is_marked = True

    def look(self) -> None:
        """Mark the last line if the words at hand are others than before; while somebody types, wait."""
        at = self.clock()
        if (subject := self._at_hand()) is None:
            return
        if not subject.is_same(self._subject):
            self._subject, self._since, self._is_marked = subject, at, False
        is_typed = isinstance(self._top.focused, Input | TextArea)
        if not self._is_marked and (not is_typed or at - self._since >= QUIET):
            self._is_marked = True
            self._mark(len(self.here()))

    def _mark(self, number: int) -> None:
        for line in self._top.query(FootLine):
            line.mark(number)

    @property
    def _top(self) -> Screen[object]:
        return self._screen.app.screen

    def _at_hand(self) -> _Subject | None:
        stage, top = self._screen.stage_view, self._top
        if stage is None or (where := self._where) is None:
            return None
        field = top.focused if where in _FOR_WORDS else None
        text = field.value if isinstance(field, Input) else field.text if isinstance(field, TextArea) else None
        if text is None and top is not self._screen:
            text = ""
        return _Subject(text, stage.place, self._screen.review)

    @property
    def _where(self) -> Where | None:
        """Return where one is, if there are words to be looked at there."""
        if self._top is self._screen:
            return self._screen.where
        where = getattr(self._top, "where", None)
        return where if where in _FOR_WORDS else None

    def here(self) -> tuple[Worded, ...]:
        """Return the hints on the words at hand."""
        subject = self._at_hand()
        if subject is None or not self._book.has_hints:
            return ()
        self._hinting.about(subject.review)
        return tuple(worded(subject.review, self._texts(subject), self._hinting.on))

    def _texts(self, subject: _Subject) -> tuple[Findable, ...]:
        if subject.field is None:
            return texts_at(subject.review, subject.place)
        place = Place(Stage.ACCOUNTS if self._where in _SAID else Stage.LEARNING)
        return (Findable(place, "what is typed", subject.field),)

    # --- reading -----------------------------------------------------------------------------------------------------

    async def read(self) -> None:
        """Show the hints on the words at hand, and from a stage those elsewhere too; again: close."""
        from reviewtui.tui.dialogs.wording import WordingDialog

        if isinstance(self._top, WordingDialog):
            self._top.action_leave()
        elif not self._book.has_hints:
            self._desk.say("hints on words are switched off in the settings")
        elif (subject := self._at_hand()) is None:
            self._desk.say("there are no words to think about here")
        else:
            self._hinting.about(subject.review)
            dialog = WordingDialog(self._desk, subject.review, self._looks(subject), self._book.trouble_with_wording)
            await self._screen.app.push_screen(dialog, self._go)

    def _looks(self, subject: _Subject) -> "Looks":
        """Return what gives the hints at hand, and from a stage those elsewhere."""
        from reviewtui.tui.dialogs.wording import Looks

        from_stage, texts, hints_on = self._top is self._screen, self._texts, self._hinting.on

        def here(review: Review) -> tuple[Worded, ...]:
            return tuple(worded(review, texts(subject._replace(review=review)), hints_on))

        def elsewhere(review: Review) -> Iterator[tuple[Worded, ...]]:
            near = texts(subject._replace(review=review))
            for text in texts_of(review) if from_stage else ():
                yield () if text in near else tuple(worded(review, (text,), hints_on))

        return Looks(here, elsewhere)

    async def _go(self, place: Place | None) -> None:
        if place is not None and place not in _TYPED and self._top is self._screen:
            await self._screen.jump(place)
