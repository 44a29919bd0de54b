"""Each role tells its view of one event, side by side: the screen that the program exists for."""

from asyncio import sleep
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from reviewtui.analysis.points import Points
from reviewtui.model.lookups import event_of, not_filed
from reviewtui.model.place import Place
from reviewtui.model.review import Account, AccountId, Attendance, Event, EventId, Review, ReviewKind, Stage
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.desk import Desk
from reviewtui.tui.messages import RoleWanted, Stood
from reviewtui.tui.present.accounts import Cell, cells, event_head
from reviewtui.tui.present.capture import not_filed_words
from reviewtui.tui.present.differences import difference_lines
from reviewtui.tui.present.timeline import legend
from reviewtui.tui.present.words import said_line
from reviewtui.tui.stages.telling import TellingStage
from reviewtui.tui.stages.writing import Foretelling, Writing
from reviewtui.tui.widgets.board import Board
from reviewtui.tui.widgets.drawn import Drawn
from reviewtui.tui.widgets.prompt_line import PromptLine
from reviewtui.tui.widgets.timeline import TimelineList

_LIST_FROM = 100
_TALL = 28
"""Lines from which there is room for everything below the accounts."""
_NO_EVENTS = "No moments yet: 2 goes to the timeline, where e adds one"
_NO_ROLES = "No roles yet: 1 goes to the people, where r adds one"
_UNTIL_WRITTEN = 0.005
"""Seconds within which what was drawn is on its way to the terminal."""


class AccountsStage(TellingStage):
    """One event, and a column or a row for what each role told of it."""

    stage = Stage.ACCOUNTS
    where = Where.ACCOUNTS
    wide_from = 160
    while_writing = frozenset({"next", "before", "keep"})
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.ACCOUNTS), *bindings(Where.EDITOR)]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._role = 0
        self._at = 0
        self._writing: Writing | None = None
        self._drawn_at: EventId | None = None

    def compose(self) -> ComposeResult:
        """Make the list of events, and the place where the roles stand."""
        with Horizontal():
            with Vertical(id="moments"):
                yield TimelineList()
                yield Drawn(id="not-filed")
                yield Static(legend(), id="legend", markup=False)
            with Vertical(id="telling"):
                yield Drawn(id="event-head")
                yield Board()
                yield Drawn(id="differences")
                yield PromptLine(self.desk.phrasebook)

    # --- drawing -----------------------------------------------------------------------------------------------------

    @property
    def here(self) -> EventId | None:
        """The event that one stands at."""
        return self._list.here

    @property
    def _list(self) -> TimelineList:
        return self.query_one(TimelineList)

    @property
    def has_rows(self) -> bool:
        """Whether there is an event that somebody could tell of."""
        return self._event is not None and self._review is not None and bool(self._review.roles)

    def show(self, review: Review, here: EventId | None) -> None:
        """Draw a review. While an account is being written nothing else moves: it is drawn when the editor closes."""
        self._review = review
        if self._writing is None:
            first = review.events[0].id if review.events else None
            self._list.show(review, here if event_of(review, here) else first)
            self._draw()

    @property
    def place(self) -> Place:
        """The event, the role and the account that one stands at."""
        told = self._told_here()
        role = self._review.roles[self._role].id if self._review and self._review.roles else None
        account = told[self._at].id if self._at < len(told) else AccountId("")
        at_its_end = self._writing is not None or self._board.is_at_the_end_of(account)
        return Place(self.stage, self.here, role, account, at_its_end)

    def stand_at(self, place: Place) -> None:
        """Go to an event, a role and one of its accounts."""
        if self._review is None:
            return
        roles = [role.id for role in self._review.roles]
        self.show(self._review, place.event)
        self._role, self._at = roles.index(place.role) if place.role in roles else self._role, 0
        told = [account.id for account in self._told_here()]
        self._at = told.index(AccountId(place.record)) if place.record in told else 0
        self._draw()

    def _draw(self) -> None:
        self._draw_told()
        self._draw_differences()

    def _draw_told(self) -> None:
        review, event = self._review, self._event
        self._drawn_at = self.here
        if review is None:
            return
        self._draw_not_filed(review)
        found = cells(review, event) if event else ()
        self._role = min(self._role, max(len(found) - 1, 0))
        self._at = min(self._at, max(len(found[self._role].told) - 1, 0)) if found else 0
        self._draw_head(review, event)
        self._draw_cells(found)
        self._prompts.show(review, event)

    def _draw_not_filed(self, review: Review) -> None:
        waiting = self.query_one("#not-filed", Drawn)
        waiting.display = bool(not_filed(review))
        waiting.show(lambda width: said_line(not_filed_words(review), "$key-moment", cells=width))

    def _draw_head(self, review: Review, event: Event | None) -> None:
        head = self.query_one("#event-head", Drawn)
        head.set_class(event is None or not review.roles, "empty")
        if event is None or not review.roles:
            empty = Content(_NO_ROLES if event else _NO_EVENTS)
            head.show(lambda _: empty)
        else:
            head.show(lambda width: event_head(review, event, width))

    def _draw_cells(self, found: tuple[Cell, ...]) -> None:
        self._board.show(tuple(self._with_written(cell) for cell in found), self._role, self._at)

    @property
    def _board(self) -> Board:
        return self.query_one(Board)

    def _with_written(self, cell: Cell) -> Cell:
        if self._writing is None or self._writing.role != cell.role.id:
            return cell
        there = [*(told.account.id for told in cell.told), self._writing.account]
        return cell._replace(written=there.index(self._writing.account))

    def _draw_differences(self) -> None:
        review, event = self._review, self._event
        if review is None:
            return
        if self._points is None or self._points.review is not review:
            self._points = Points(review, self._points)
        below = self.query_one("#differences", Drawn)
        found = self._points.at(event.id) if event else ()
        below.display = bool(found)
        below.show(lambda width: difference_lines(found, width, self._most_below))

    @property
    def _most_below(self) -> int:
        return 1 if self._is_short and self._prompts.display else max(2, self.size.height // 5)

    def on_resize(self, event: events.Resize) -> None:
        """Show the list of events where there is room for it."""
        self.query_one("#moments").display = event.size.width >= _LIST_FROM
        self.set_class(self._is_short, "-short")

    @property
    def _is_short(self) -> bool:
        return self.size.height < _TALL

    # --- walking -----------------------------------------------------------------------------------------------------

    def action_step(self, by: int) -> None:
        """Move by so many moments."""
        self._list.step(by)
        self._arrive()

    def action_end(self, side: int) -> None:
        """Move to the first moment (-1) or the last one (1)."""
        self._list.end(side)
        self._arrive()

    def action_next_key_moment(self) -> None:
        """Move to the next key moment."""
        self._list.next_key_moment()
        self._arrive()

    @on(Stood)
    def _stood(self) -> None:
        if self._writing is None and self.here != self._drawn_at:
            self._arrive()

    def _arrive(self) -> None:
        """Draw what was told at once, and then where it differs: that may take a look at all that was ever said."""
        self._at = 0
        self._draw_told()
        points, here = self._points, self.here
        if points is not None and points.review is self._review and here is not None and points.is_known_at(here):
            self._draw_differences()
        else:
            self.call_after_refresh(self._find_differences)

    async def _find_differences(self) -> None:
        # The thread that writes to the terminal has to have its turn before lines are compared, which gives it none.
        await sleep(_UNTIL_WRITTEN)
        self._draw_differences()

    def action_role(self, by: int) -> None:
        """Move to the next account of the role, or to the next role."""
        told = len(self._told_here())
        if 0 <= self._at + by < told:
            self._at += by
        elif 0 <= self._role + by < len(self._review.roles if self._review else ()):
            self._role += by
            self._at = 0 if by > 0 else max(len(self._told_here()) - 1, 0)
        self._draw()

    @on(RoleWanted)
    def _role_wanted(self, message: RoleWanted) -> None:
        if self._writing is None:
            self._role, self._at = message.place, 0
            self._draw()

    @property
    def _account(self) -> Account | None:
        told = self._told_here()
        return told[self._at] if self._at < len(told) else None

    def _stand_by(self, account: Account) -> None:
        self.stand_at(Place(self.stage, account.event, account.role, account.id))

    def _told_here(self) -> tuple[Account, ...]:
        if self._review is None or self._event is None or not self._review.roles:
            return ()
        return tuple(told.account for told in cells(self._review, self._event)[self._role].told)

    def action_layout(self) -> None:
        """Set the roles side by side, or one under the other."""
        self._board.turn()

    def action_scroll(self, by: int) -> None:
        """Scroll what the role told by half of what is in sight."""
        self._board.scroll_page(by)

    # --- writing -----------------------------------------------------------------------------------------------------

    async def action_write(self) -> None:
        """Open the editor on the account that one stands at, or on a new one; what was foretold stays as it was."""
        told = self._told_here()
        while self._at < len(told) and told[self._at].prediction:
            self._at += 1
        await self._open(told[self._at] if self._at < len(told) else None)

    async def action_write_another(self) -> None:
        """Open the editor on another account of the role."""
        self._at = len(self._told_here())
        await self._open(None)

    async def action_foretell(self) -> None:
        """Open the editor on what the role expects before an experiment: what one stands at, or else something new."""
        if self._review is not None and self._review.kind is not ReviewKind.CHAOS_DAY:
            self.desk.say("predictions are for a Chaos Day: 1 goes to the people, where t says what the review is")
            return
        told = self._told_here()
        account = told[self._at] if told and told[self._at].prediction else None
        await self._open(account, foretold=account is None)

    async def _open(self, account: Account | None, *, foretold: bool = False) -> None:
        await self._board.ready()
        review, event = self._review, self._event
        if review is None or event is None or self._board.cell is None:
            return
        role = review.roles[self._role]
        if foretold:
            self._writing = Foretelling(self.desk, review, event, role)
        else:
            self._writing = Writing(self.desk, review, event, role, account)
        editor, place = self._writing.editor, self._writing.place
        self._draw_cells(cells(review, event))
        self.add_class("-writing")
        await self._board.open(place)
        if not editor.is_attached:
            return
        editor.action_to_the_end()
        self.screen.set_focus(editor)

    def submit(self) -> None:
        """Keep what is being written, and go on with it."""
        if self._writing is not None:
            self._writing.ask()

    def keep(self) -> None:
        """Keep what is being written, and close the editor."""
        if self._writing is None:
            return
        self._writing.finish()
        written, editor, self._writing = self._writing, self._writing.editor, None
        self.remove_class("-writing")
        self.desk.end_step()
        closed = written.place.remove()
        if self.screen.focused is None or self.screen.focused is editor:
            self.screen.set_focus(self)
        if self._review:
            self.show(self._review, self.here)
        self._board.end_at(written.account, closed)
        if written.is_blind and editor.said.strip():
            self.desk.say("a prediction is veiled until r lifts it")

    def action_keep(self) -> None:
        """Keep what is being written, and close the editor."""
        self.keep()

    async def action_next(self) -> None:
        """Keep, and open the next role's editor; after the last role, the first one's of the next event."""
        await self._go_on(1)

    async def action_before(self) -> None:
        """Keep, and open the editor of the role before; before the first role, the last one's of the event before."""
        await self._go_on(-1)

    async def _go_on(self, by: int) -> None:
        foretold = self._writing is not None and self._writing.is_prediction
        self.keep()
        found = cells(self._review, self._event) if self._review and self._event else ()
        place = self._role + by
        while 0 <= place < len(found) and found[place].attendance is Attendance.ABSENT:
            place += by
        if foretold and not 0 <= place < len(found):
            self.desk.say("that was the last role" if by > 0 else "that was the first role")
            return
        if not 0 <= place < len(found):
            before = self.here
            self._list.step(by)
            if self.here == before:
                self.desk.say("that was the last moment" if by > 0 else "that was the first moment")
                return
            place = 0 if by > 0 else len(found) - 1
        self._role, self._at = place, 0
        self._draw()
        await (self.action_foretell() if foretold else self.action_write())

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Keep what is being written when the focus goes elsewhere; an editor closed before says so late.

        When the program ends it has been kept before, and there is no screen left to show it on.
        """
        editor = self._writing.editor if self._writing else None
        if self.app.is_running and event.widget is editor and not event.widget.has_focus:
            self.keep()
