"""The line in which a factor, an insight, an action or a question is added, and below it what it becomes."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from reviewtui.analysis.entry import NO_LINKS, Adding, Entry, Links, entry, links_at
from reviewtui.analysis.learned import Learned, learned_of
from reviewtui.model.place import Place
from reviewtui.model.review import Review
from reviewtui.notation.learned import FORMS, Kind
from reviewtui.tui.desk import Desk
from reviewtui.tui.learning import adding_asked
from reviewtui.tui.present.learning import becomes
from reviewtui.tui.widgets.drawn import Drawn
from reviewtui.tui.widgets.line_input import EntryInput


class EntryLine(Vertical):
    """One line; what stands in it when it is left is there when it is opened again, wherever that is.

    Args:
        desk: Where changes are asked for.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._review: Review | None = None
        self._links: tuple[Links, ...] = (NO_LINKS,)
        self._chosen = 0
        self.kind = Kind.FACTOR

    def compose(self) -> ComposeResult:
        """Make the field, and the place for what it becomes."""
        with Horizontal():
            yield Static(classes="prompt", markup=False)
            yield EntryInput()
        yield Drawn()

    @property
    def field(self) -> EntryInput:
        """The field."""
        return self.query_one(EntryInput)

    def open(self, kind: Kind, review: Review, place: Place) -> None:
        """Begin a line, or go on with the one that was left.

        Args:
            kind: What it adds.
            review: The review.
            place: Where one stands: what it is linked to.
        """
        self.kind, self._review = kind, review
        self._links, self._chosen = links_at(review, kind, place), 0
        self.query_one(".prompt", Static).update(Content(f"{kind} › "))
        self.field.placeholder = FORMS[kind][0].example
        self.field.value = self._desk.drafts.get(kind, "")
        self.field.cursor_position = len(self.field.value)
        self.screen.set_focus(self.field)
        self._draw()

    def show(self, review: Review) -> None:
        """Draw what the line becomes in another review."""
        self._review = review
        self._draw()

    def next_links(self) -> None:
        """Link the line to less of where one stands; after nothing, to all of it again."""
        self._chosen = (self._chosen + 1) % len(self._links)
        self._draw()

    def add(self) -> Learned | None:
        """Ask for what stands in the line, and empty it; `None` if nothing does, or it was refused."""
        found = self._read(self._desk.fresh_id()) if self.field.value.strip() else None
        if found is None or not found.record.text:
            return None
        if learned_of(self._desk.ask(adding_asked(found.record)), found.record.id) is None:
            return None
        self.field.value = ""
        return found.record

    def _read(self, new_id: str) -> Entry | None:
        review = self._review
        if review is None:
            return None
        adding = Adding(review, self._links[self._chosen], self._desk.today(review.zone), new_id)
        return entry(self.kind, self.field.value, adding)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._desk.drafts[self.kind] = event.value
        self._draw()

    def _draw(self) -> None:
        review, found = self._review, self._read("")
        if review is not None and found is not None:
            self.query_one(Drawn).show(lambda width: becomes(review, found, width))
