"""The capture line: who, when and what in one line, from any stage, while somebody is talking."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, Static

from reviewtui.edits.accounts import capture_account
from reviewtui.model.review import AccountId, EventId, Review
from reviewtui.notation.capture import Captured, completed, parse_capture
from reviewtui.plaintext import displayable_line
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.desk import Desk
from reviewtui.tui.present.capture import capture_meaning, kept_words
from reviewtui.tui.widgets.drawn import Drawn
from reviewtui.tui.widgets.foot_line import FootLine
from reviewtui.tui.widgets.line_input import LineInput

DRAFT = "capture"
_PLACEHOLDER = "ops 10:42 thought: the nightly job"


class _Completion(Suggester):
    """Completes roles and labels; `→` takes what it offers."""

    def __init__(self, review: Review) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._roles = review.roles

    async def get_suggestion(self, value: str) -> str | None:
        """Return the whole line with its last word completed, if the terminal would show it and obey none of it."""
        line = completed(value, self._roles)
        added = line[len(value) :] if line is not None else ""
        return line if added == displayable_line(added) else None


class CaptureDialog(ModalScreen[str | None]):
    """A line at the foot of the screen; `enter` keeps it and stays. Gives what to tell of what was kept last.

    Args:
        desk: Where changes are asked for.
        review: The review.
        here: The event at hand.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.CAPTURE)
    where = Where.CAPTURE

    def __init__(self, desk: Desk, review: Review, here: EventId | None) -> None:
        super().__init__()
        self._desk = desk
        self._review = review
        self._here = here
        self._told: str | None = None

    def compose(self) -> ComposeResult:
        """Make the line, and the place for what it will become."""
        with Vertical(id="capture"):
            with Horizontal():
                yield Static("› ", classes="prompt", markup=False)
                yield LineInput(self._desk.drafts.get(DRAFT, ""), placeholder=_PLACEHOLDER)
            yield Drawn()
            yield FootLine(Where.CAPTURE)

    def on_mount(self) -> None:
        """Begin in the line, behind what stands there from before."""
        field = self.query_one(LineInput)
        field.suggester = _Completion(self._review)
        field.cursor_position = len(field.value)
        self.set_focus(field)
        self._draw()

    def _read(self) -> Captured:
        return parse_capture(self.query_one(LineInput).value, self._review, self._here)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._desk.drafts[DRAFT] = event.value
        self._draw()

    def _draw(self) -> None:
        review, captured = self._review, self._read()
        self.query_one(Drawn).show(lambda width: capture_meaning(review, captured, width))

    def action_submit(self) -> None:
        """Keep what stands in the line, and stay for the next."""
        captured = self._read()
        if not captured.text.strip():
            return
        change = capture_account.asked(
            account=AccountId(self._desk.fresh_id()),
            event=captured.event,
            role=captured.role,
            recorded_at=self._desk.now(),
            text=captured.text,
        )
        before = self._review
        self._review = self._desk.ask(change)
        if self._review is before:
            return
        self._told = kept_words(self._review, captured)
        self.query_one(LineInput).value = ""
        self.query_one(FootLine).say(self._told)

    def action_leave(self) -> None:
        """Leave the line; what stands in it is there when it is opened again."""
        self.dismiss(self._told)
