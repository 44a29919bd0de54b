"""What the room makes of the differences at one event: a verdict, and a note in its own words."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import OptionList, Static, TextArea

from reviewtui.analysis.discussed import Discussions, Key, Point
from reviewtui.edits.naming import Change
from reviewtui.model.lookups import event_of
from reviewtui.model.review import DiscussionId, EventId, Review, Verdict
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.desk import Desk
from reviewtui.tui.discussing import id_of, note_asked, taking_back_asked, verdict_asked
from reviewtui.tui.present.differences import event_line, point_line, point_sentence, point_sign
from reviewtui.tui.present.words import hanging, stacked
from reviewtui.tui.widgets.choice import Choice
from reviewtui.tui.widgets.drawn import Drawn
from reviewtui.tui.widgets.foot_line import FootLine
from reviewtui.tui.widgets.row_list import RowList
from reviewtui.tui.widgets.text_editor import TextEditor, to_editor

KEEP_AFTER = 0.25
"""Seconds from a key in the note to the change it asks for, at most."""
_ALWAYS = frozenset({"other_field", "keep"})
_NOT_YET = "not discussed"
_PLACEHOLDER = "what the room makes of it, in its words"
_OPTIONS = ((_NOT_YET, _NOT_YET), *((verdict.value, verdict.value) for verdict in Verdict))


class DiscussDialog(ModalScreen[None]):
    """The differences of an event, one of them at hand with its verdict and its note; what is typed is kept.

    Args:
        desk: Where changes are asked for.
        review: The review.
        event: The event.
        points: Its differences, at least one.
        at: The one to begin with; `None`: the first.
        field: Where to begin: `verdict` or `note`.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.DIFFERENCE)
    where = Where.DIFFERENCE

    def __init__(
        self,
        desk: Desk,
        review: Review,
        event: EventId,
        points: tuple[Point, ...],
        at: Key | None = None,
        field: str = "verdict",
    ) -> None:
        super().__init__()
        self._desk = desk
        self._review = review
        self._event = event
        self._points = points
        self._ids = {point.key: id_of(point, desk.fresh_id()) for point in points}
        self._at = next((place for place, point in enumerate(points) if point.key == at), 0)
        self._field = field
        self._noted = ""
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Make the list of the differences, and the verdict and the note of the one at hand."""
        with Vertical(classes="dialog"):
            yield Drawn(classes="dialog-title")
            yield RowList(id="points")
            yield Drawn(id="sentence")
            with Horizontal(classes="field"):
                yield Static("the room", classes="field-label", markup=False)
                yield Choice(_OPTIONS, (_NOT_YET,), several=False, id="verdict")
            with Horizontal(classes="field"):
                yield Static("in its words", classes="field-label", markup=False)
                yield TextEditor(placeholder=_PLACEHOLDER, id="note")
            yield FootLine(Where.DIFFERENCE)

    def on_mount(self) -> None:
        """Begin with the difference at hand."""
        if event := event_of(self._review, self._event):
            self.query_one(".dialog-title", Drawn).show(lambda width: event_line(self._review, event, width))
        self.query_one("#points").display = len(self._points) > 1
        self._draw()
        self._open()
        self.set_focus(self.query_one(f"#{self._field}"))
        self.query_one("#points", RowList).stand_at(str(self._at))

    # --- drawing -----------------------------------------------------------------------------------------------------

    @property
    def _point(self) -> Point:
        return self._points[self._at]

    def _draw(self) -> None:
        """Draw the differences with what the room made of them by now."""
        points, point = self._points, self._point
        rows = self.query_one("#points", RowList)
        rows.show(lambda width: [(str(place), point_line(one, width)) for place, one in enumerate(points)])
        self.query_one("#sentence", Drawn).show(
            lambda width: stacked(hanging(point_sign(point), point_sentence(point), width))
        )

    def _open(self) -> None:
        """Show the verdict and the note of the difference at hand."""
        made = self._point.discussion
        self.query_one("#verdict", Choice).choose(made.verdict.value if made else _NOT_YET)
        self._note.load_text(to_editor(made.note if made else ""))
        self._note.action_to_the_end()
        self._noted = self._note.said

    @property
    def _note(self) -> TextEditor:
        return self.query_one("#note", TextEditor)

    # --- asking ------------------------------------------------------------------------------------------------------

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        if self._timer is None:
            self._timer = self.set_timer(KEEP_AFTER, self.ask)

    @on(Choice.Changed)
    def _chosen(self, event: Choice.Changed) -> None:
        event.stop()
        if self._verdict is None:
            self.action_take_back()
        else:
            self.ask()

    @property
    def _verdict(self) -> Verdict | None:
        chosen = self.query_one("#verdict", Choice).value[0]
        return None if chosen == _NOT_YET else Verdict(chosen)

    def ask(self) -> None:
        """Ask for what stands in the dialog, as far as it is another than before.

        A note on what has no verdict yet leaves it open: that is a verdict too, and never one too many.
        """
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        note, verdict = self._note.said, self._verdict
        is_noted = note != self._noted
        if verdict is None and is_noted and note.strip():
            verdict = Verdict.LEFT_OPEN
            self.query_one("#verdict", Choice).choose(verdict.value)
        if verdict is not None and verdict is not self._point.verdict:
            self._ask(verdict_asked(self._point, verdict, self._discussion))
        if verdict is not None and is_noted:
            self._noted = note
            self._ask(note_asked(self._point, note, self._discussion))

    @property
    def _discussion(self) -> DiscussionId:
        return self._ids[self._point.key]

    def _ask(self, change: Change) -> None:
        here = self._point.key
        review = self._desk.ask(change, f"difference:{self._discussion}")
        found = [point.difference for point in self._points if point.difference]
        self._points = Discussions(review).points(self._event, found)
        self._at = next((place for place, point in enumerate(self._points) if point.key == here), 0)
        if self._points:
            self._draw()

    # --- what can be done --------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Leave the letters to the note while it is written."""
        return action in _ALWAYS or not isinstance(self.focused, TextArea)

    def action_verdict(self, name: str) -> None:
        """Give the difference a verdict, on the sentence that the accounts give now."""
        self.query_one("#verdict", Choice).choose(name)
        self._ask(verdict_asked(self._point, Verdict(name), self._discussion))

    def action_take_back(self) -> None:
        """Take the verdict back, and the note with it, which can be undone; leave if nothing is left to discuss."""
        if change := taking_back_asked(self._point):
            self._ask(change)
        if not self._points:
            self._leave()
        else:
            self._open()

    def action_note(self) -> None:
        """Go to the note."""
        self.set_focus(self._note)

    def action_other_field(self) -> None:
        """Go from the verdict to the note, or back, and keep what was typed."""
        self.ask()
        self.set_focus(self.query_one("#verdict") if self.focused is self._note else self._note)

    def action_step(self, by: int) -> None:
        """Go to another difference of the event."""
        self.ask()
        self._desk.end_step()
        self._at = min(max(self._at + by, 0), len(self._points) - 1)
        self.query_one("#points", RowList).stand_at(str(self._at))
        self._draw()
        self._open()

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_step(event.option_index - self._at)

    def action_keep(self) -> None:
        """Keep what was typed, and close."""
        self.ask()
        self._leave()

    def _leave(self) -> None:
        self._desk.end_step()
        self.dismiss(None)
