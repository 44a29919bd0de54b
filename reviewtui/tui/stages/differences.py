"""Where the pictures differ over the whole review, and what the room makes of each difference."""

from time import perf_counter
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from reviewtui.analysis.discussed import Point
from reviewtui.analysis.points import AtEvent, Points
from reviewtui.model.lookups import account_of
from reviewtui.model.place import Place
from reviewtui.model.review import Event, EventId, Review, Stage, Verdict
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.desk import Desk
from reviewtui.tui.dialogs.discuss import DiscussDialog
from reviewtui.tui.discussing import id_of, taking_back_asked, verdict_asked
from reviewtui.tui.messages import Stood
from reviewtui.tui.present.differences import why_lines
from reviewtui.tui.present.words import stacked
from reviewtui.tui.stages.stage import StageView
from reviewtui.tui.widgets.difference_list import DifferenceList
from reviewtui.tui.widgets.drawn import Drawn

SLICE_SECONDS = 0.03
"""How long looking for differences may keep a key waiting."""
_TALL = 26
_NOTHING_TOLD = "Nothing told yet: 3 goes to the accounts, where enter writes what a role tells"
_NO_DIFFERENCES = "No differences in what was told so far: 3 goes to the accounts"


class DifferencesStage(StageView):
    """The differences by event, and below them the lines that the one at hand rests on."""

    stage = Stage.DIFFERENCES
    where = Where.DIFFERENCES
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.DIFFERENCES)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._points: Points | None = None
        self._to_look_at: tuple[Event, ...] = ()
        self._looked = 0
        self._came_from: EventId | None = None
        self._came_to: EventId | None = None
        self._line = 0

    def compose(self) -> ComposeResult:
        """Make the list, and the place for what the one at hand rests on."""
        yield Static(classes="empty", markup=False)
        yield DifferenceList()
        with Vertical(id="why"):
            yield Drawn()

    # --- drawing -----------------------------------------------------------------------------------------------------

    @property
    def _list(self) -> DifferenceList:
        return self.query_one(DifferenceList)

    @property
    def _point(self) -> Point | None:
        return self._list.point

    @property
    def here(self) -> EventId | None:
        """The event that one stands at: until one moves here, the one that one came from."""
        return self._came_from if self._list.here == self._came_to else self._list.here

    def show(self, review: Review, here: EventId | None) -> None:
        """Draw a review's differences. Those of a long one come bit by bit, so that no key waits for them."""
        if self._points is None or self._points.review is not review:
            self._points = Points(review, self._points)
            self._to_look_at, self._looked = self._points.events(), 0
            self._list.show(review, self._found(), self._to_come())
        if here is not None and here != self.here:
            self._list.stand_at(self._nearest(here))
            self._came_from, self._came_to = here, self._list.here
        self._go_on_looking()
        self._draw()

    def _nearest(self, here: EventId | None) -> EventId | None:
        """Return the first event from here on that has a difference."""
        ids = [event.id for event in self._to_look_at[: self._looked]]
        order = {event.id: place for place, event in enumerate(self._points.review.events)} if self._points else {}
        begin = order.get(here, 0) if here else 0
        return next((one for one in ids if order[one] >= begin and self._points and self._points.at(one)), None)

    def _found(self) -> list[AtEvent]:
        """Return the differences of the events that were not looked at yet, as many as there is time for now."""
        end, found = perf_counter() + SLICE_SECONDS, []
        while self._points and self._looked < len(self._to_look_at):
            event = self._to_look_at[self._looked]
            if perf_counter() > end and not self._points.is_known_at(event.id):
                break
            if points := self._points.at(event.id):
                found.append(AtEvent(event, points))
            self._looked += 1
        return found

    def _to_come(self) -> str:
        number = len(self._to_look_at)
        return f"looking on: {self._looked} of {number} moments so far" if self._looked < number else ""

    def _go_on_looking(self) -> None:
        if self._looked < len(self._to_look_at):
            self.set_timer(SLICE_SECONDS / 10, self._look_on)

    def _look_on(self) -> None:
        if self.display and self._looked < len(self._to_look_at):
            was_empty = self._point is None
            self._list.add(self._found(), self._to_come())
            self._go_on_looking()
            if was_empty:
                self._draw()

    def _draw(self) -> None:
        points, point = self._points, self._point
        if points is None:
            return
        self._list.display = self.query_one("#why").display = point is not None
        empty = self.query_one(".empty", Static)
        empty.display = point is None
        empty.update(Content(self._to_come() or (_NO_DIFFERENCES if self._to_look_at else _NOTHING_TOLD)))
        if point is not None:
            self._line = min(self._line, max(len(point.why) - 1, 0))
            most, at = max(3, self.size.height // 4), self._line
            why = self.query_one("#why Drawn", Drawn)
            why.show(lambda width: stacked(why_lines(points.review, point, at, width, most)))

    def on_resize(self, event: events.Resize) -> None:
        """Give what the difference rests on as much room as there is."""
        self.set_class(event.size.height >= _TALL, "-tall")
        self._draw()

    # --- moving ------------------------------------------------------------------------------------------------------

    @property
    def place(self) -> Place:
        """The difference that one stands at."""
        point = self._point
        return Place(self.stage, point.event, record=point.name) if point else Place(self.stage, self.here)

    def stand_at(self, place: Place) -> None:
        """Go to a difference, or to the first one of an event."""
        points = self._points.at(place.event) if self._points and place.event else ()
        named = next((point.key for point in points if point.name == place.record), None)
        self._list.stand_at(place.event, named)
        self._came_from, self._came_to = place.event, self._list.here
        self._arrive()

    @on(Stood)
    def _arrive(self) -> None:
        self._line = 0
        self._draw()

    def action_step(self, by: int) -> None:
        """Move by so many differences."""
        self._list.step(by)
        self._arrive()

    def action_page(self, by: int) -> None:
        """Move by so many pages."""
        self._list.page(by)
        self._arrive()

    def action_end(self, side: int) -> None:
        """Move to the first difference, or the last."""
        self._list.end(side)
        self._arrive()

    def action_next_open(self) -> None:
        """Move to the next difference that the room has not discussed."""
        if not self._list.next_open():
            self.desk.say("the room has discussed every difference")
        self._arrive()

    def action_line(self, by: int) -> None:
        """Choose another of the lines that the difference rests on."""
        if self._point:
            self._line = min(max(self._line + by, 0), max(len(self._point.why) - 1, 0))
            self._draw()

    async def action_look(self) -> None:
        """Go to the account that the chosen line stands in, or to where an account would be; `esc` comes back."""
        if (point := self._point) is None or self._points is None:
            return
        ground = point.why[self._line] if point.why else None
        account = account_of(self._points.review, ground.account) if ground else None
        role = account.role if account else next(iter(point.roles), None)
        await self.desk.jump(Place(Stage.ACCOUNTS, point.event, role, account.id if account else ""))

    # --- discussing --------------------------------------------------------------------------------------------------

    def action_verdict(self, name: str) -> None:
        """Keep what the room makes of the difference, in a word."""
        if (point := self._point) is None or self._points is None:
            return
        before = self._points.review
        after = self.desk.ask(verdict_asked(point, Verdict(name), id_of(point, self.desk.fresh_id())))
        self.desk.say(
            f"{'already ' if after is before else ''}{name}; t adds what the room says of it, del takes it back"
        )

    def action_take_back(self) -> None:
        """Take back what the room made of the difference, which can be undone."""
        if (point := self._point) and (change := taking_back_asked(point)):
            self.desk.ask(change)
            self.desk.say("taken back; u brings it back")

    async def action_discuss(self, field: str) -> None:
        """Open the verdict and the note of the difference.

        Args:
            field: Where to begin: `verdict` or `note`.
        """
        if (point := self._point) and (points := self._points):
            dialog = DiscussDialog(self.desk, points.review, point.event, points.at(point.event), point.key, field)
            await self.app.push_screen(dialog)
