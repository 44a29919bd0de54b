"""What the review comes to: factors, insights, ideas for action and open questions."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList, Static

from reviewtui.analysis.learned import Learned, events_of, kind_of, learned_of, records
from reviewtui.edits.learning import answer_question
from reviewtui.model.lookups import event_of
from reviewtui.model.place import Place
from reviewtui.model.review import Action, Event, EventId, Question, Review, Stage
from reviewtui.notation.learned import Kind
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.desk import Desk
from reviewtui.tui.dialogs.ask_line import AskLineDialog
from reviewtui.tui.dialogs.learning_forms import learned_form
from reviewtui.tui.dialogs.record_form import RecordFormDialog
from reviewtui.tui.learning import linking_asked, moving_asked, next_asked, removing_asked
from reviewtui.tui.messages import RowsChanged
from reviewtui.tui.present.learning import at_hand, learned_rows, line_of, none_yet
from reviewtui.tui.present.words import said_line
from reviewtui.tui.stages.stage import StageView
from reviewtui.tui.widgets.entry_line import EntryLine
from reviewtui.tui.widgets.kind_bar import KindBar, KindWanted, Peek
from reviewtui.tui.widgets.row_list import RowList

_KINDS = tuple(Kind)
_TALL = 28
_MOST_ASKED = 240


class LearningStage(StageView):
    """Four lists, one of them at full length, and below a line to add more."""

    stage = Stage.LEARNING
    where = Where.LEARNING
    wide_from = 100
    while_writing = frozenset({"submit", "links", "leave"})
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.LEARNING), *bindings(Where.ENTRY)]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._review: Review | None = None
        self._kind = Kind.FACTOR
        self._from = Place(Stage.LEARNING)
        self._shown: dict[Kind, str] = {}
        self._last_jump: tuple[str, int] = ("", -1)

    def compose(self) -> ComposeResult:
        """Make the names of the lists, the list at hand, the others in short, and the line."""
        yield KindBar()
        with Horizontal():
            with Vertical(id="learned-side"):
                yield Static(classes="empty", markup=False)
                yield RowList(id="learned")
            with Vertical(id="peeks"):
                yield from (Peek(kind) for kind in _KINDS)
        yield EntryLine(self.desk)

    def on_mount(self) -> None:
        """Keep the line out of sight until it is asked for."""
        self._line.display = False

    @property
    def _list(self) -> RowList:
        return self.query_one("#learned", RowList)

    @property
    def _line(self) -> EntryLine:
        return self.query_one(EntryLine)

    @property
    def _record(self) -> Learned | None:
        """What one stands at."""
        return learned_of(self._review, self._list.here) if self._review and self._list.here else None

    @property
    def here(self) -> EventId | None:
        """The event that one came from."""
        return self._from.event

    @property
    def place(self) -> Place:
        """Where one came from, and the record that one stands at."""
        return Place(self.stage, self._from.event, self._from.role, self._list.here or "")

    @property
    def has_rows(self) -> bool:
        """Whether there is anything in the list that one is in."""
        return bool(self._review and records(self._review, self._kind))

    # --- drawing -----------------------------------------------------------------------------------------------------

    def come_from(self, place: Place) -> None:
        """Link new lines to the event and the role that one stood at."""
        if place.event is not None:
            self._from = place

    def show(self, review: Review, here: EventId | None) -> None:
        """Draw a review."""
        self._review = review
        if here != self._from.event:
            self._from = Place(self.stage, here)
        self._line.show(review)
        self._draw()

    def stand_at(self, place: Place) -> None:
        """Go to a factor, an insight, an action or a question."""
        self._from = place if place.event else self._from
        if self._review and (record := learned_of(self._review, place.record)):
            self._stand_at(record)
        else:
            self._draw()

    def _stand_at(self, record: Learned) -> None:
        self._go_to(kind_of(record))
        self._list.stand_at(record.id)

    def _go_to(self, kind: Kind) -> None:
        """Show another list, at the record that one stood at there."""
        self._shown[self._kind] = self._list.here or ""
        self._kind = kind
        self._draw()
        self.post_message(RowsChanged())
        self.action_end(-1)
        self._list.stand_at(self._shown.get(kind, ""))

    def _draw(self) -> None:
        review, kind = self._review, self._kind
        if review is None:
            return
        self.query_one(KindBar).show_kinds(review, kind, at_hand(review, self._event))
        self._list.display = bool(records(review, kind))
        empty = self.query_one(".empty", Static)
        empty.display = not self._list.display
        empty.update(none_yet(kind))
        spaced = self.size.height >= _TALL
        self._list.show(lambda width: learned_rows(review, kind, width, spaced=spaced))
        self._draw_peeks(review)

    def _draw_peeks(self, review: Review) -> None:
        most = max((self.size.height - 4) // (len(_KINDS) - 1) - 1, 2)
        for peek in self.query(Peek):
            peek.display = peek.kind is not self._kind
            peek.show_list(review, most)

    @property
    def _event(self) -> Event | None:
        return event_of(self._review, self._from.event) if self._review else None

    def on_resize(self) -> None:
        """Draw as much of the other lists as has room, once those that are drawn already have their places."""
        self.call_after_refresh(self._draw)

    # --- walking -----------------------------------------------------------------------------------------------------

    def action_step(self, by: int) -> None:
        """Move by so many records."""
        self._list.step(by)

    def action_page(self, by: int) -> None:
        """Move by a page of records."""
        self._list.page(by)

    def action_end(self, side: int) -> None:
        """Move to the first record, or the last."""
        self._list.step(side * len(records(self._review, self._kind)) if self._review else 0)

    def action_list(self, by: int) -> None:
        """Go to the list beside this one."""
        self._go_to(_KINDS[(_KINDS.index(self._kind) + by) % len(_KINDS)])

    @on(KindWanted)
    def _kind_wanted(self, message: KindWanted) -> None:
        if not self.is_writing:
            self._go_to(message.kind)

    # --- changing ----------------------------------------------------------------------------------------------------

    async def action_edit(self) -> None:
        """Open the form of what one stands at."""
        if self._review and (record := self._record):
            form = learned_form(self._review, record, self._from.event, self.desk.today(self._review.zone))
            await self.app.push_screen(RecordFormDialog(self.desk, form, f"learned:{record.id}"))

    @on(OptionList.OptionSelected)
    async def _clicked(self) -> None:
        await self.action_edit()

    async def action_next(self) -> None:
        """Go to the next effect, lens or state of what one stands at; a question is answered, or taken up."""
        record = self._record
        if record and (change := next_asked(record)):
            self.desk.ask(change, f"next:{record.id}")
            self._list.stand_at(record.id)
        elif isinstance(record, Question) and "\n" in record.answer:
            await self.action_edit()
        elif isinstance(record, Question):
            await self._ask_answer(record)

    async def _ask_answer(self, question: Question) -> None:
        def answered(answer: str | None) -> None:
            if answer is not None and answer != question.answer.strip():
                self.desk.ask(answer_question.asked(question=question.id, answer=answer))

        asked = said_line(question.text, cells=_MOST_ASKED).plain
        await self.app.push_screen(AskLineDialog(asked, question.answer), answered)

    def action_move(self, by: int) -> None:
        """Move what one stands at among its like."""
        record, before = self._record, self._review
        if record and self.desk.ask(moving_asked(record, by)) is before:
            self.desk.say("one moves only among its like: space or enter puts it elsewhere")

    def action_remove(self) -> None:
        """Remove what one stands at, which can be undone."""
        if record := self._record:
            self.desk.ask(removing_asked(record))

    def action_link(self) -> None:
        """Link what one stands at to the event that one came from, or take the link away."""
        record, event = self._record, self._event
        if record is None:
            return
        if isinstance(record, Action):
            self.desk.say("an action comes from insights: enter opens its form, which names them")
        elif event is None:
            self.desk.say("no moment at hand: stand at one in the timeline or the accounts, then come here")
        elif change := linking_asked(record, event):
            self.desk.ask(change)

    async def action_jump(self) -> None:
        """Go to the moment that the record is about, again to the next one; from an action to its insight."""
        record = self._record
        if self._review is None or record is None:
            return
        if isinstance(record, Action) and record.insights:
            await self.desk.jump(Place(self.stage, self._from.event, self._from.role, record.insights[0]))
        elif found := events_of(self._review, record):
            stage = Stage.ACCOUNTS if self._review.roles else Stage.TIMELINE
            await self.desk.jump(Place(stage, self._next_of(record, found)))
        else:
            self.desk.say("it is linked to no moment: m links it to the one at hand, enter opens its form")

    def _next_of(self, record: Learned, found: tuple[Event, ...]) -> EventId:
        """Return the first event of a record, or if one jumped from it just before the one after that."""
        number = self._last_jump[1] + 1 if self._last_jump[0] == record.id else 0
        self._last_jump = (record.id, number % len(found))
        return found[self._last_jump[1]].id

    def action_copy(self) -> None:
        """Copy what one stands at as the line that would add it."""
        if self._review and (record := self._record):
            self.app.copy_to_clipboard(line_of(self._review, record, self.desk.today(self._review.zone)))
            self.desk.say("its line is on the clipboard")

    # --- the line ----------------------------------------------------------------------------------------------------

    def learn(self, kind: Kind) -> bool:
        """Open the line for another factor, insight, action or question."""
        if self._review:
            place = self.place
            self._go_to(kind)
            self._line.display = True
            self._line.open(kind, self._review, place)
        return True

    def action_add(self) -> None:
        """Open the line for the list that one is in."""
        self.learn(self._kind)

    def action_submit(self) -> None:
        """Add what stands in the line, and stay in it."""
        if added := self._line.add():
            self._stand_at(added)

    def action_links(self) -> None:
        """Link the line to less of where one stands."""
        self._line.next_links()

    def action_leave(self) -> None:
        """Leave the line; what stands in it is there when it is opened again."""
        self.screen.set_focus(self)
        self._line.display = bool(self._line.field.value)
