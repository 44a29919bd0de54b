"""What happened, in order: building the timeline and walking it."""

from datetime import date
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from reviewtui.analysis.filtering import EVERYTHING, Filter
from reviewtui.edits.merging import merge_events
from reviewtui.edits.timeline import add_event, move_event, remove_event
from reviewtui.model.lookups import event_of
from reviewtui.model.moments import day_of
from reviewtui.model.place import Place
from reviewtui.model.review import Event, EventId, Review, Stage
from reviewtui.notation.event import EventLine, parse_event
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.desk import Desk
from reviewtui.tui.dialogs.choose_file import ChooseFileDialog
from reviewtui.tui.dialogs.event_form import event_form
from reviewtui.tui.dialogs.filter_form import FilterDialog
from reviewtui.tui.dialogs.record_form import RecordFormDialog
from reviewtui.tui.dialogs.split_form import split_form
from reviewtui.tui.messages import Stood
from reviewtui.tui.present.filtering import filter_line
from reviewtui.tui.present.timeline import event_detail, line_meaning
from reviewtui.tui.present.words import counted, said_line
from reviewtui.tui.stages.marking import EventsStage
from reviewtui.tui.widgets.drawn import Drawn
from reviewtui.tui.widgets.line_input import LineInput
from reviewtui.tui.widgets.timeline import TimelineList

_EMPTY = "No moments yet: e adds one (10:42 alert: error rate above 5 %), ctrl+o reads a file"
_PLACEHOLDER = "10:42 alert: error rate above 5 %"


class TimelineStage(EventsStage):
    """The events of a review, the one at hand beside them, and below a line to add more."""

    stage = Stage.TIMELINE
    where = Where.TIMELINE
    wide_from = 100
    while_writing = frozenset({"submit", "leave"})
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.TIMELINE), *bindings(Where.LINE)]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._filter = EVERYTHING
        self._marked: frozenset[EventId] = frozenset()

    def compose(self) -> ComposeResult:
        """Make the list, the event at hand and the line."""
        yield Drawn(id="filter")
        with Horizontal():
            with Vertical(id="timeline-side"):
                yield Static(_EMPTY, classes="empty", markup=False)
                yield TimelineList()
            yield Drawn(id="event-detail")
        with Horizontal(id="event-line"):
            yield Static("› ", classes="prompt", markup=False)
            yield LineInput(placeholder=_PLACEHOLDER)
            yield Static(id="line-meaning", markup=False)

    def on_mount(self) -> None:
        """Keep the line out of sight until it is asked for."""
        self.query_one("#event-line").display = False

    @property
    def _list(self) -> TimelineList:
        return self.query_one(TimelineList)

    @property
    def here(self) -> EventId | None:
        """The event that the cursor is on."""
        return self._list.here

    @property
    def has_rows(self) -> bool:
        """Whether there are events."""
        return self.here is not None

    def show(self, review: Review, here: EventId | None) -> None:
        """Draw a review."""
        self._review = review
        if self._marked:
            self._marked &= {event.id for event in review.events}
        self._list.show(review, here, self._filter, self._marked)
        self._list.display = bool(review.events)
        self.query_one(".empty").display = not review.events
        self._draw_here()

    def stand_at(self, place: Place) -> None:
        """Go to an event."""
        if self._review:
            self.show(self._review, place.event)

    def _draw_here(self) -> None:
        """Draw the event at hand, and what the list shows besides."""
        self._draw_filter()
        review = self._review
        event = event_of(review, self.here) if review else None
        if review and event:
            told = self._list.marks
            self.query_one("#event-detail", Drawn).show(lambda width: event_detail(review, event, told, width))
        else:
            self.query_one("#event-detail", Drawn).show(lambda _: Content(""))

    def _draw_filter(self) -> None:
        line, review = self.query_one("#filter", Drawn), self._review
        line.display = self._filter != EVERYTHING
        if review is not None and line.display:
            chosen, fitting, has_guest = self._filter, self._list.fitting, self._list.has_guest
            line.show(lambda width: filter_line(review, chosen, fitting, width, has_guest=has_guest))

    # --- walking -----------------------------------------------------------------------------------------------------

    @on(Stood)
    def _stood(self) -> None:
        self._draw_here()

    def action_step(self, by: int) -> None:
        """Move by so many events."""
        self._list.step(by)

    def action_page(self, by: int) -> None:
        """Move by so many pages."""
        self._list.page(by)

    def action_end(self, side: int) -> None:
        """Move to the first event, or the last."""
        self._list.end(side)

    def action_next_key_moment(self) -> None:
        """Move to the next key moment."""
        self._list.next_key_moment()

    # --- looking at some of it ---------------------------------------------------------------------------------------

    async def action_filter(self) -> None:
        """Choose which events are shown."""
        if self._review is not None:
            await self.app.push_screen(FilterDialog(self._review, self._filter), self._show_only)

    def _show_only(self, chosen: Filter | None) -> None:
        if chosen is not None and self._review is not None:
            self._filter = chosen
            self.show(self._review, self.here)

    def action_let_go(self) -> None:
        """Let go of what is marked; if nothing is, show all events again."""
        if self._marked:
            self._mark(frozenset())
        else:
            self._show_only(EVERYTHING)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell whether an action can be done now: one lets go only of what there is."""
        is_held = bool(self._marked) or self._filter != EVERYTHING
        return super().check_action(action, parameters) and (action != "let_go" or is_held)

    # --- building ----------------------------------------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        """Move the event among those of the same time."""
        if (
            (review := self._review)
            and (here := self.here)
            and self.desk.ask(move_event.asked(event=here, by=by)) is review
        ):
            self.desk.say("only events of the same time change places; enter changes the time")

    def action_mark(self) -> None:
        """Mark the event to be merged into another, or not any more."""
        if here := self.here:
            self._mark(self._marked ^ {here})
            if number := len(self._marked):
                self.desk.say(f"{number} marked: m merges into the moment you stand at, esc lets go")

    def _mark(self, marked: frozenset[EventId]) -> None:
        self._marked = marked
        if self._review:
            self.show(self._review, self.here)

    def action_merge(self) -> None:
        """Merge the marked events into the one at hand; if none is marked, the one below it."""
        here, after = self.here, self._list.after
        others = tuple(self._marked - {here}) or ((after,) if after else ())
        if here is None or not others:
            self.desk.say("there is nothing to merge with: space marks a moment")
            return
        self._marked = frozenset()
        self.desk.ask(merge_events.asked(event=here, others=others))
        self.desk.say(f"merged: {counted(len(others) + 1, 'moment')} are one; u takes them apart again")

    async def action_split(self) -> None:
        """Make two events of the one at hand."""
        review = self._review
        if review and (event := event_of(review, self.here)):
            new_id = EventId(self.desk.fresh_id())
            form = split_form(review, event, new_id, day_of(event.when, review.zone) or self._day(review))
            key = f"split:{new_id}"
            if change := form.change({field.name: field.value for field in form.fields}):
                self.desk.ask(change, key)
            await self.app.push_screen(RecordFormDialog(self.desk, form, key))

    def action_remove(self) -> None:
        """Remove the event, which can be undone."""
        if here := self.here:
            self._list.step(1)
            if self.here == here:
                self._list.step(-1)
            self.desk.ask(remove_event.asked(event=here))

    async def action_edit(self) -> None:
        """Open the form of the event."""
        review = self._review
        if review and (event := event_of(review, self.here)):
            day = day_of(event.when, review.zone) or self._day(review)
            form = event_form(review, event, is_new=False, day=day)
            await self.app.push_screen(RecordFormDialog(self.desk, form, f"event:{event.id}"))

    def _day(self, review: Review) -> date | None:
        """Return the day that a bare clock is on: that of the event at hand, or of the first that has one, or today."""
        here = event_of(review, self.here)
        days = (day_of(event.when, review.zone) for event in (here, *review.events) if event)
        found = next((day for day in days if day is not None), None)
        return found or self.desk.today(review.zone)

    # --- the line ----------------------------------------------------------------------------------------------------

    def action_add(self) -> None:
        """Open the line, and go there."""
        self.query_one("#event-line").display = True
        self.screen.set_focus(self.query_one(LineInput))

    def action_leave(self) -> None:
        """Leave the line; what stands in it is there when it is opened again."""
        self.screen.set_focus(self)
        self.query_one("#event-line").display = bool(self.query_one(LineInput).value)

    def action_submit(self) -> None:
        """Add the event that stands in the line, and stay in it."""
        field = self.query_one(LineInput)
        read = self._read(field.value)
        if read is None or not read.title:
            return
        new = Event(id=EventId(self.desk.fresh_id()), when=read.when, kind=read.kind, title=read.title)
        self.show(self.desk.ask(add_event.asked(event=new)), new.id)
        field.value = ""

    def _read(self, text: str) -> EventLine | None:
        return parse_event(text, self._day(self._review), self._review.zone) if self._review and text.strip() else None

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        read = self._read(event.value)
        meaning = line_meaning(read, self._review.zone) if read and self._review else ""
        self.query_one("#line-meaning", Static).update(said_line(meaning, "$dim"))

    # --- reading files -----------------------------------------------------------------------------------------------

    async def action_read_file(self) -> None:
        """Choose a file, and look at what is in it."""
        await self.app.push_screen(ChooseFileDialog("Read a timeline from", Path.cwd()), self._chosen)

    async def _chosen(self, path: Path | None) -> None:
        if path is not None:
            await self.desk.preview(path)

    async def on_paste(self, event: events.Paste) -> None:
        """Look at a timeline that was pasted."""
        if not self.is_writing and event.text.strip():
            event.stop()
            await self.desk.preview(event.text)
