"""What the room sees, over the whole window: nothing to press, nothing that is private."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from reviewtui.model.place import Place, read_aloud_at
from reviewtui.model.review import Review
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.phrasebook import Phrasebook
from reviewtui.tui.present.room import room_page
from reviewtui.tui.present.words import said_line


class RoomPage(Widget):
    """Draws a place of a review as the room sees it.

    Args:
        phrasebook: Where what is read aloud is.
    """

    def __init__(self, phrasebook: Phrasebook) -> None:
        super().__init__()
        self._phrasebook = phrasebook
        self._seen: tuple[Review, Place] | None = None
        self._trouble = ""

    def show(self, review: Review, place: Place) -> None:
        """Draw a place.

        Args:
            review: What the room may see of the review.
            place: Where the facilitator stands.
        """
        # Two reviews that were read one after the other are compared by nobody: one may be large.
        if self._trouble or self._seen is None or self._seen[0] is not review or self._seen[1] != place:
            self._seen, self._trouble = (review, place), ""
            self.refresh()

    def show_trouble(self, trouble: str) -> None:
        """Say why there is nothing to see."""
        self._trouble = trouble
        self.refresh()

    def render(self) -> Content:
        """Draw it."""
        if self._trouble:
            return said_line(self._trouble, "$dim", cells=self.content_size.width)
        if self._seen is None:
            return Content("")
        review, place = self._seen
        width, height = max(self.content_size.width, 20), max(self.content_size.height, 5)
        if read_aloud_at(place) is not None:
            return room_page(review, place, width, height, self._phrasebook.opening)
        return room_page(review, place, width, height)


class RoomScreen(Screen[None]):
    """The room's view; whoever made it shows it what there is to see.

    Args:
        phrasebook: Where what is read aloud is.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.ROOM)
    where = Where.ROOM

    def __init__(self, phrasebook: Phrasebook) -> None:
        super().__init__()
        self._phrasebook = phrasebook

    def compose(self) -> ComposeResult:
        """Make the page."""
        yield RoomPage(self._phrasebook)

    def show(self, review: Review, place: Place) -> None:
        """Draw a place; see `RoomPage`."""
        self.query_one(RoomPage).show(review, place)

    def show_trouble(self, trouble: str) -> None:
        """Say why there is nothing to see."""
        self.query_one(RoomPage).show_trouble(trouble)

    def action_leave(self) -> None:
        """Go back to what lies below; where nothing does, end."""
        if len(self.app.screen_stack) > 1:
            self.dismiss(None)
        else:
            self.app.exit()
