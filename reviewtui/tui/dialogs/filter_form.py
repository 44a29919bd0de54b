"""Choosing which events are shown."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from reviewtui.analysis.filtering import Filter, fitting
from reviewtui.analysis.told import marks
from reviewtui.model.review import EventKind, Review, RoleId
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.dialogs.fields import ChoicesField, Field, Values, words_in
from reviewtui.tui.present.filtering import KEY_MOMENTS, NOT_DISCUSSED
from reviewtui.tui.present.words import said_line
from reviewtui.tui.widgets.foot_line import FootLine
from reviewtui.tui.widgets.form import Form, fields_where


class FilterDialog(ModalScreen[Filter]):
    """What an event has to be to be shown; gives that.

    Args:
        review: The review.
        chosen: What it has to be so far.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.FORM)
    where = Where.FORM

    def __init__(self, review: Review, chosen: Filter) -> None:
        super().__init__()
        self._review = review
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        """Make the fields, and the line that says how many events fit."""
        with Vertical(classes="dialog"):
            yield Static(said_line("Show only"), classes="dialog-title", markup=False)
            yield Form(_fields(self._review, self._chosen))
            yield Static(id="fitting", classes="dialog-text", markup=False)
            yield FootLine(Where.FORM)

    def on_mount(self) -> None:
        """Begin in the first field."""
        self.query_one(Form).focus_first()
        self._count()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the keys of the field that one is in."""
        self.query_one(FootLine).show(*fields_where(event.widget), self.where)

    @on(Form.Changed)
    def _count(self) -> None:
        """Say how many events fit by now."""
        review = self._review
        number = len(fitting(review, _filter_of(self.query_one(Form).values), marks(review)))
        self.query_one("#fitting", Static).update(said_line(f"{number} of {len(review.events)} events", "$dim"))

    def action_enter(self) -> None:
        """Take what is chosen."""
        self.action_keep()

    def action_keep(self) -> None:
        """Take what is chosen."""
        self.dismiss(_filter_of(self.query_one(Form).values))


def _fields(review: Review, chosen: Filter) -> tuple[Field, ...]:
    """Return the fields in which is chosen what an event has to be."""
    there = {event.kind for event in review.events} | set(chosen.kinds)
    kinds = tuple((kind.value, kind.value) for kind in EventKind if kind in there)
    only = ((KEY_MOMENTS, KEY_MOMENTS), (NOT_DISCUSSED, NOT_DISCUSSED))
    held = tuple(
        word for word, holds in ((KEY_MOMENTS, chosen.key_moments), (NOT_DISCUSSED, chosen.not_discussed)) if holds
    )
    roles = tuple((role.id, role.name) for role in review.roles)
    return (
        ChoicesField("only", "only", only, held),
        ChoicesField("untold", "not told by", roles, tuple(chosen.not_told_by)),
        ChoicesField("kinds", "kind", kinds, tuple(chosen.kinds)),
    )


def _filter_of(values: Values) -> Filter:
    """Return what is chosen in the fields."""
    only = words_in(values, "only")
    return Filter(
        kinds=tuple(EventKind(word) for word in words_in(values, "kinds")),
        key_moments=KEY_MOMENTS in only,
        not_discussed=NOT_DISCUSSED in only,
        not_told_by=tuple(RoleId(role) for role in words_in(values, "untold")),
    )
