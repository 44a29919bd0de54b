"""What every stage is: it composes, listens and asks."""

from typing import ClassVar

from textual import events, on
from textual.widget import Widget
from textual.widgets import Input, TextArea

from reviewtui.model.place import Place
from reviewtui.model.review import EventId, Review, Stage
from reviewtui.notation.learned import Kind
from reviewtui.tui.commands import Where
from reviewtui.tui.desk import Desk


class StageView(Widget, can_focus=True):
    """One stage of a review. Its keys act while it has the focus itself; a field in it has it only when asked for.

    Args:
        desk: Where it asks for changes.
    """

    stage: ClassVar[Stage]
    where: Where
    """Where one is in the table of commands; a stage with keys for several of its parts changes it."""
    wide_from: ClassVar[int | None] = None
    """The cells from which it has room for one more of its parts; `None` if it looks the same at any width."""
    while_writing: ClassVar[frozenset[str]] = frozenset()
    """The actions that are for a field that has the focus, and for nothing else."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(id=self.stage.value, classes="stage")
        self.desk = desk

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Look the same: no style asks for it, and Textual would look up those of all that stands in the stage."""

    @on(events.Mount)
    @on(events.Resize)
    def _show_what_has_room(self) -> None:
        # Before it is laid out it is as wide as the terminal, so that nothing jumps once it knows its own width.
        width = self.size.width or self.app.size.width
        self.set_class(self.wide_from is not None and width >= self.wide_from, "-wide")

    @property
    def here(self) -> EventId | None:
        """The event that one stands at, as far as this stage knows."""
        return None

    def show(self, review: Review, here: EventId | None) -> None:
        """Draw a review.

        Args:
            review: The review.
            here: The event that one stands at.
        """

    @property
    def place(self) -> Place:
        """Where one stands in this stage."""
        return Place(self.stage, self.here)

    def stand_at(self, place: Place) -> None:
        """Go to a place in this stage, as far as it is still there; a review has been shown before.

        Args:
            place: The place; its stage is this one.
        """

    @property
    def has_rows(self) -> bool:
        """Whether there is anything to stand at."""
        return True

    def come_from(self, place: Place) -> None:
        """Hear where one stood before, in another stage."""

    def learn(self, kind: Kind) -> bool:  # noqa: ARG002 - stages with a line of their own look at it
        """Open the stage's own line for a factor, an insight, an action or a question; tell whether it has one."""
        return False

    def keep(self) -> None:
        """Ask for whatever was typed and not yet asked for, and close where it was typed."""

    def submit(self) -> None:
        """Ask for whatever was typed and not yet asked for, which may be gone on with."""

    @property
    def is_writing(self) -> bool:
        """Whether a field in the stage has the focus."""
        return isinstance(self.screen.focused, Input | TextArea)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Tell whether an action can be done now: a field's own while one writes, all others while one does not."""
        return (action in self.while_writing) == self.is_writing
