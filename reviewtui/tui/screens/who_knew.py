"""Who knew what, when: over time for the moment at hand, and below it for every key moment."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from reviewtui.analysis.knowing import Knowing, knowing
from reviewtui.model.place import WHO_KNEW, Place
from reviewtui.model.review import Review, RoleId, Stage
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.present.differences import event_line
from reviewtui.tui.present.knowing import detail, drawing, first_words
from reviewtui.tui.present.words import said, stacked
from reviewtui.tui.widgets.drawn import Drawn
from reviewtui.tui.widgets.foot_line import FootLine
from reviewtui.tui.widgets.knowing_grid import KnowingGrid

_NOTHING = "No moments yet: in Timeline e adds events, and * makes one a key moment"


class WhoKnewScreen(Screen[Place]):
    """The picture, and a cursor on one role at one moment; gives the place to go to, or none if it was left.

    Args:
        review: The review.
        place: Where one stands: its event and its role are the ones one begins at.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.WHO_KNEW)
    where = Where.WHO_KNEW

    def __init__(self, review: Review, place: Place) -> None:
        super().__init__()
        self._read(review, place)

    def _read(self, review: Review, place: Place) -> None:
        self._review = review
        self._known = knowing(review, place.event)
        ids = [known.event.id for known in self._known]
        roles = [role.id for role in review.roles]
        self._moment = ids.index(place.event) if place.event in ids else 0
        self._role = roles.index(place.role) if place.role in roles else 0

    def compose(self) -> ComposeResult:
        """Make the drawing, the grid, and what was said in full."""
        yield Static("Who knew what, when", id="knew-title", markup=False)
        with Vertical(id="knew-drawing"):
            yield Drawn()
        yield KnowingGrid()
        yield Drawn(id="knew-detail")
        yield FootLine(Where.WHO_KNEW)

    def on_mount(self) -> None:
        """Draw it."""
        self._draw()

    def show(self, review: Review) -> None:
        """Show a new value of the review, from where one stands."""
        self._read(review, self.place)
        self._draw()

    @property
    def place(self) -> Place:
        """The role and the moment that one stands at."""
        known = self._here
        return Place(Stage.DIFFERENCES, known.event.id if known else None, self._role_id, WHO_KNEW)

    @property
    def _here(self) -> Knowing | None:
        return self._known[self._moment] if self._known else None

    @property
    def _role_id(self) -> RoleId | None:
        return self._review.roles[self._role].id if self._review.roles else None

    def _draw(self) -> None:
        review, known = self._review, self._here
        over_time, said_of_it = self.query_one("#knew-drawing Drawn", Drawn), self.query_one("#knew-detail", Drawn)
        if known is None:
            over_time.show(lambda _: Content.styled(_NOTHING, "$dim"))
            return
        moments, role = [one.event for one in self._known], self._role_id
        over_time.show(
            lambda width: stacked(
                [
                    event_line(review, known.event, width),
                    Content(""),
                    *drawing(review, known, moments, width, role),
                    Content(""),
                    *said(first_words(known), "$dim").wrap(width),
                ]
            )
        )
        self.query_one(KnowingGrid).show(review, self._known, self._moment, self._role)
        if review.roles:
            said_of_it.show(lambda width: stacked(detail(review, known, review.roles[self._role], width)[:2]))

    def action_step(self, by: int) -> None:
        """Move by so many moments."""
        self._moment = min(max(self._moment + by, 0), max(len(self._known) - 1, 0))
        self._draw()

    def action_page(self, by: int) -> None:
        """Move by so many pages of moments."""
        self.action_step(by * self.query_one(KnowingGrid).rows_in_sight)

    def action_end(self, side: int) -> None:
        """Move to the first moment (-1) or the last one (1)."""
        self.action_step(side * len(self._known))

    def action_role(self, by: int) -> None:
        """Move by so many roles."""
        self._role = min(max(self._role + by, 0), max(len(self._review.roles) - 1, 0))
        self._draw()

    @on(KnowingGrid.Pointed)
    def _pointed(self, message: KnowingGrid.Pointed) -> None:
        self._moment, self._role = message.moment, message.role
        self._draw()

    def action_look(self) -> None:
        """Go to the account that tells of the sign, or to where one would be."""
        if (known := self._here) is None:
            return
        account = known.account_of(self._role_id) if self._role_id else None
        self.dismiss(Place(Stage.ACCOUNTS, known.event.id, self._role_id, account or ""))

    def action_leave(self) -> None:
        """Leave without going anywhere."""
        self.dismiss(None)
