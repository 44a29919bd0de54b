"""Whom to ask next, and what: the line below the accounts, for the facilitator alone."""

from textual.app import ComposeResult
from textual.containers import Vertical

from reviewtui.analysis.asking import Asking, asking_at, go_on
from reviewtui.model.review import Event, Review
from reviewtui.tui.phrasebook import Phrasebook
from reviewtui.tui.present.asking import ask_lines, trouble_line
from reviewtui.tui.widgets.drawn import Drawn


class PromptLine(Vertical):
    """A question that fits. It stays as long as nobody moves on, and nothing of it is kept in the review.

    Args:
        phrasebook: Where the questions are.
    """

    def __init__(self, phrasebook: Phrasebook) -> None:
        super().__init__()
        self._phrasebook = phrasebook
        self._asking: Asking | None = None
        self._review: Review | None = None
        self._is_wanted = True

    def compose(self) -> ComposeResult:
        """Make room for the question, and for why there may be fewer than an organisation has written."""
        yield Drawn(id="ask")
        yield Drawn(id="ask-trouble")

    def show(self, review: Review, event: Event | None) -> None:
        """Draw what is to be asked at an event."""
        self._review = review
        if event is not None:
            self._asking = asking_at(review, event.id, self._phrasebook.prompts, self._asking)
        self._draw(event is not None)

    def _draw(self, at_event: bool) -> None:
        review, ask = self._review, self._asking.ask if self._asking else None
        self.display = self._is_wanted and at_event and ask is not None
        if review is not None and ask is not None:
            self.query_one("#ask", Drawn).show(lambda width: ask_lines(review, ask, width))
        trouble = self._phrasebook.trouble_with("prompts.toml")
        line = self.query_one("#ask-trouble", Drawn)
        line.display = bool(trouble)
        line.show(lambda width: trouble_line(trouble, width))

    @property
    def is_wanted(self) -> bool:
        """Whether it is shown where there is something to ask."""
        return self._is_wanted

    def turn(self) -> None:
        """Hide it for the time that the review is open, or show it again."""
        self._is_wanted = not self._is_wanted
        self._draw(at_event=True)

    def next(self) -> None:
        """Draw the next question; where it is hidden, show it."""
        if self._review is not None and self._asking is not None and self._is_wanted:
            self._asking = go_on(self._review, self._phrasebook.prompts, self._asking)
        self._is_wanted = True
        self._draw(at_event=True)
