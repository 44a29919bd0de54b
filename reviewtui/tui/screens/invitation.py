"""The invitation to a review, to look through, to copy and to save."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Static

from reviewtui.model.review import Review
from reviewtui.report.invitation import invitation
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.desk import Desk
from reviewtui.tui.exporting import export
from reviewtui.tui.present.invitation import invitation_lines
from reviewtui.tui.widgets.foot_line import FootLine
from reviewtui.tui.widgets.text_view import TextView


class InvitationScreen(Screen[None]):
    """The text as it is sent: nothing private is in it.

    Args:
        desk: What names the review, and tells of what was done.
        review: The review.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.INVITATION)
    where = Where.INVITATION

    def __init__(self, desk: Desk, review: Review) -> None:
        super().__init__()
        self._desk = desk
        self._text = invitation(review)

    def compose(self) -> ComposeResult:
        """Make the page."""
        yield Static("The invitation, to send in your own words", id="invitation-title", markup=False)
        yield TextView()
        yield FootLine(Where.INVITATION)

    def on_mount(self) -> None:
        """Show the text."""
        self._view.show(lambda width: invitation_lines(self._text, width))

    @property
    def _view(self) -> TextView:
        return self.query_one(TextView)

    def action_scroll(self, by: int) -> None:
        """Scroll by so many lines."""
        self._view.scroll_lines(by)

    def action_page(self, by: int) -> None:
        """Scroll by so many pages."""
        self._view.scroll_page(by)

    def action_end(self, side: int) -> None:
        """Go to the beginning, or the end."""
        self._view.scroll_side(side)

    def action_copy(self) -> None:
        """Copy the text to the clipboard."""
        self.app.copy_to_clipboard(self._text)
        self._desk.say("the invitation is on the clipboard; x saves it to a file")

    async def action_save(self) -> None:
        """Ask where to, and write the text there."""
        name = f"{self._desk.review_name()}-invitation.txt"
        await export(self.app, self._desk, "Save the invitation to", name, lambda: self._text)

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss(None)
