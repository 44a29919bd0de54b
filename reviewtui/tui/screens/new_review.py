"""The form of a new review."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from reviewtui.errors import ReviewtuiError
from reviewtui.library import create_review
from reviewtui.model.review import OperatingModel, ReviewKind
from reviewtui.notation.zones import is_zone
from reviewtui.plaintext import storable
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.dialogs.about_form import zone_hint
from reviewtui.tui.dialogs.fields import ChoiceField, TextField, Values, text_in, words_in, words_of
from reviewtui.tui.widgets.foot_line import FootLine
from reviewtui.tui.widgets.form import Form, fields_where

_MODELS = "decides which roles it begins with; all can be changed"


class NewReviewScreen(ModalScreen[None]):
    """A form.

    Args:
        folder: Where reviews are kept.
        zone: The zone to begin with.
        open_review: Opens the review that was made; the next key that is typed is for that one.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.NEW_REVIEW)
    where = Where.NEW_REVIEW

    def __init__(self, folder: Path, zone: str, open_review: Callable[[Path], Awaitable[None]]) -> None:
        super().__init__()
        self._folder = folder
        self._zone = zone
        self._open_review = open_review

    def compose(self) -> ComposeResult:
        """Make the form."""
        with Vertical(classes="dialog"):
            yield Static("A new review", classes="dialog-title", markup=False)
            yield Form(
                (
                    TextField("title", "title", placeholder="what people call it: Checkout outage"),
                    ChoiceField("kind", "looks back on", words_of(ReviewKind), ReviewKind.LIVE_INCIDENT.value),
                    ChoiceField(
                        "model", "who runs it", words_of(OperatingModel), OperatingModel.CENTRAL_OPERATIONS.value
                    ),
                    TextField("zone", "times in", self._zone, "Europe/Berlin, UTC, UTC+02:00"),
                )
            )
            yield FootLine(Where.NEW_REVIEW)

    def on_mount(self) -> None:
        """Begin in the first field."""
        form = self.query_one(Form)
        form.focus_first()
        form.hint(_hints(form.values))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the keys of the field that one is in."""
        self.query_one(FootLine).show(*fields_where(event.widget), self.where)

    @on(Form.Changed)
    def _changed(self) -> None:
        form = self.query_one(Form)
        form.hint(_hints(form.values))

    async def action_begin(self) -> None:
        """Make the review and open it."""
        values = self.query_one(Form).values
        title, zone = storable(text_in(values, "title").strip()), text_in(values, "zone").strip()
        if not title or not is_zone(zone):
            self.query_one(FootLine).say("it needs a title and a time zone")
            return
        try:
            path = create_review(
                self._folder,
                title=title,
                zone=zone,
                operating_model=OperatingModel(words_in(values, "model")[0]),
                kind=ReviewKind(words_in(values, "kind")[0]),
            )
        except ReviewtuiError as error:
            self.query_one(FootLine).say(str(error))
            return
        self.dismiss(None)
        await self._open_review(path)

    def action_leave(self) -> None:
        """Leave without a new review."""
        self.dismiss(None)


def _hints(values: Values) -> dict[str, str]:
    return {**zone_hint(text_in(values, "zone")), "model": _MODELS}
