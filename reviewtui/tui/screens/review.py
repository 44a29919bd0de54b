"""One review: its title and stages above, the stage that one is in, the keys below."""

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import ContentSwitcher

from reviewtui.analysis.learned import PARKED
from reviewtui.analysis.meeting_time import seconds_to_next_minute
from reviewtui.analysis.search import SearchIndex
from reviewtui.analysis.voices import not_spoken_of
from reviewtui.edits.meeting import enter_stage
from reviewtui.edits.plan import park
from reviewtui.model.lookups import not_filed
from reviewtui.model.place import WHO_KNEW, Place, linkable
from reviewtui.model.review import EventId, Question, QuestionId, Review, RoleId, Stage
from reviewtui.notation.learned import Kind
from reviewtui.session import Saving
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.desk import Desk
from reviewtui.tui.drawing import ChangesOnly
from reviewtui.tui.hinting import LOOK_EVERY, WordsAtHand
from reviewtui.tui.messages import RowsChanged, StageWanted
from reviewtui.tui.present.search import hit_words
from reviewtui.tui.screens.search import Search, SearchScreen
from reviewtui.tui.stages.stage import StageView
from reviewtui.tui.widgets.banner import Banner
from reviewtui.tui.widgets.foot_line import FootLine
from reviewtui.tui.widgets.stage_bar import NUMBERS, StageBar

if TYPE_CHECKING:
    from reviewtui.tui.screens.who_knew import WhoKnewScreen

_PARK = "Off the subject, for later (private)"
TELL_EVERY = 0.1
"""Seconds from one look at where one stands to the next: the room's window is to follow a move within 0.25."""


class ReviewScreen(Screen[None]):
    """A review that is open.

    Args:
        desk: Where changes are asked for.
        review: The review.
        banner: What holds for the review as a whole, such as that it may only be read; empty if nothing does.
        read_only: Whether it may only be read.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.REVIEW)

    def __init__(self, desk: Desk, review: Review, banner: str = "", *, read_only: bool = False) -> None:
        super().__init__()
        self._desk = desk
        self._review = review
        self._read_only = read_only
        self._here: EventId | None = None
        self._jumped_from: list[Place] = []
        self._who_knew: WhoKnewScreen | None = None
        self._index: SearchIndex | None = None
        self._search = Search()
        self._bar = StageBar(desk.now)
        self._banner = Banner(banner)
        self._stages = ContentSwitcher(id="stages")
        self._foot = FootLine(Where.REVIEW)
        self.words = WordsAtHand(self, desk)
        self._compositor = ChangesOnly()

    def compose(self) -> ComposeResult:
        """Make the frame; a stage is made when it is first gone to."""
        yield self._bar
        yield self._banner
        yield self._stages
        yield self._foot

    async def on_mount(self) -> None:
        """Stand where one stood when the review was left."""
        self._bar.show_saving(Saving.SAVED, read_only=self._read_only)
        self.set_interval(TELL_EVERY, self._tell_place)
        self.set_interval(LOOK_EVERY, self.words.look)
        self._wait_for_the_minute()
        await self._enter(self._review.stage if self._review.stage in NUMBERS else Stage.REPORT)

    def _wait_for_the_minute(self) -> None:
        """Have the time of the meeting drawn anew when its minutes change, and nothing before."""
        self.set_timer(seconds_to_next_minute(self._review.meeting, self._desk.now()), self._minute_passed)

    def _minute_passed(self) -> None:
        self._bar.show_time()
        self._wait_for_the_minute()

    def show(self, review: Review) -> None:
        """Show a new value to the bar and to the stage that one is in; others are shown it when they are gone to."""
        self._review = review
        if self._who_knew is not None:
            self._who_knew.show(review)
        if (stage := self.stage_view) is not None:
            self._bar.show(review, stage.stage)
            stage.show(review, stage.here)
            self.show_keys()

    @property
    def stage_view(self) -> StageView | None:
        """The stage that one is in."""
        visible = self._stages.visible_content
        return visible if isinstance(visible, StageView) else None

    def show_standing(self, saving: Saving, banner: str, *, read_only: bool) -> None:
        """Show what of the review is on disk, and what else holds for it as a whole."""
        self._bar.show_saving(saving, read_only=read_only)
        self._banner.show(banner)

    @on(StageWanted)
    async def _stage_wanted(self, message: StageWanted) -> None:
        await self.action_stage(message.stage)

    async def action_stage(self, name: str) -> None:
        """Go to a stage; nothing is lost by it."""
        stage = Stage(name)
        self._jumped_from.clear()
        if self.stage_view is None or self.stage_view.stage is not stage:
            await self._enter(stage)

    @property
    def place(self) -> Place | None:
        """Where one stands: what lies over the stage counts, if it tells of a place of its own."""
        over = (getattr(screen, "place", None) for screen in reversed(self.app.screen_stack) if screen is not self)
        stage = self.stage_view
        return next((one for one in over if isinstance(one, Place)), stage.place if stage is not None else None)

    def _tell_place(self) -> None:
        if (place := self.place) is not None:
            self._desk.tell_place(place)

    async def jump(self, place: Place) -> None:
        """Go to a place in any stage, from which `esc` comes back."""
        if self.stage_view is not None:
            self._jumped_from.append(self.stage_view.place)
        await self._stand_at(place)
        self._desk.say("esc comes back to where you were")

    async def action_back(self) -> None:
        """Come back to where one jumped from."""
        place = self._jumped_from.pop()
        if place.record == WHO_KNEW:
            await self.action_back()
            await self._look_who_knew(place)
        else:
            await self._stand_at(place)

    async def _stand_at(self, place: Place) -> None:
        await self._enter(place.stage)
        if (view := self.stage_view) is not None:
            view.stand_at(place)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Tell whether an action can be done now: one comes back only from a jump, and leaves a field first."""
        if action == "back":
            return bool(self._jumped_from) and self.stage_view is not None and not self.stage_view.is_writing
        return True

    async def action_search(self) -> None:
        """Search everything that was said, and go to what is chosen."""
        self.keep()
        if self._index is None or self._index.review is not self._review:
            self._index = SearchIndex(self._review)
        await self.app.push_screen(SearchScreen(self._index, self._search), self._searched)

    async def _searched(self, search: Search | None) -> None:
        if search is not None and search.hit is not None:
            self._search = search
            await self.jump(search.hit.place)

    async def action_search_next(self) -> None:
        """Go to the next thing that was found; `esc` comes back to where one was before the first."""
        self._search = self._search.next()
        if (hit := self._search.hit) is None:
            self._desk.say("nothing was searched yet: / searches")
            return
        await (self._stand_at(hit.place) if self._jumped_from else self.jump(hit.place))
        self._desk.say(hit_words(hit, self._search.at, self._search.found))

    async def action_who_knew(self) -> None:
        """Look at who knew what, when, from the moment one stands at."""
        self.keep()
        if (stage := self.stage_view) is not None:
            await self._look_who_knew(stage.place._replace(event=stage.here or self._here))

    async def _look_who_knew(self, place: Place) -> None:
        from reviewtui.tui.screens.who_knew import WhoKnewScreen

        self._who_knew = WhoKnewScreen(self._review, place)
        await self.app.push_screen(self._who_knew, self._looked_who_knew)

    async def _looked_who_knew(self, place: Place | None) -> None:
        looked, self._who_knew = self._who_knew, None
        if place is not None and looked is not None and self.stage_view is not None:
            self._jumped_from += (self.stage_view.place, looked.place)
            await self._stand_at(place)
            self._desk.say("esc comes back to who knew what, when")

    async def action_voices(self) -> None:
        """Show who has spoken so far; from there one goes to what a role has not told."""
        from reviewtui.tui.dialogs.voices import VoicesDialog

        self.keep()
        if (stage := self.stage_view) is not None:
            await self.app.push_screen(VoicesDialog(self._review, stage.place.role), self._heard)

    async def _heard(self, role: RoleId | None) -> None:
        if role is None:
            return
        if left := not_spoken_of(self._review, role):
            await self.jump(Place(Stage.ACCOUNTS, left[0].id, role))
        else:
            self._desk.say("it has spoken of every key moment")

    async def action_arrival(self) -> None:
        """Mark who has arrived, and tell them where the review stands."""
        from reviewtui.tui.arriving import welcome

        if (stage := self.stage_view) is not None:
            stage.keep()
            place = stage.place._replace(event=stage.here or self._here)
            await welcome(self.app, self._desk, lambda: self._review, place)

    async def action_capture(self) -> None:
        """Catch what is said in one line."""
        from reviewtui.tui.dialogs.capture import CaptureDialog

        if (stage := self.stage_view) is not None:
            stage.keep()
            await self.app.push_screen(CaptureDialog(self._desk, self._review, stage.here or self._here), self._learned)

    async def action_not_filed(self) -> None:
        """File what was caught."""
        from reviewtui.tui.dialogs.not_filed import NotFiledDialog

        if (stage := self.stage_view) is None:
            return
        if not not_filed(self._review):
            self._desk.say("nothing waits to be filed; c catches what is said")
            return
        stage.keep()
        await self.app.push_screen(NotFiledDialog(self._desk, self._review, stage.here or self._here))

    async def action_learn(self, kind: str) -> None:
        """Add a factor, an insight, an action or a question, linked to where one stands."""
        from reviewtui.tui.dialogs.entry import EntryDialog

        if (stage := self.stage_view) is None or stage.learn(Kind(kind)):
            return
        stage.keep()
        dialog = EntryDialog(self._desk, Kind(kind), self._review, linkable(stage.place))
        await self.app.push_screen(dialog, self._learned)

    async def action_park(self) -> None:
        """Set aside what is off the subject, at the moment one stands at; it is private until it is taken up."""
        from reviewtui.tui.dialogs.ask_line import AskLineDialog

        if (stage := self.stage_view) is None:
            return
        stage.keep()
        event = linkable(stage.place).event

        def parked(text: str | None) -> None:
            if text is not None:
                question = Question(id=QuestionId(self._desk.fresh_id()), text=text, event=event)
                self._desk.ask(park.asked(question=question))
                self._desk.drafts.pop(PARKED, None)
                self._desk.say("parked among the questions, for you alone: 5 shows it")

        def keep_draft(text: str) -> str:
            self._desk.drafts[PARKED] = text
            return ""

        dialog = AskLineDialog(_PARK, self._desk.drafts.get(PARKED, ""), keep_draft)
        await self.app.push_screen(dialog, parked)

    def _learned(self, told: str | None) -> None:
        if told is not None:
            self._desk.say(told)

    async def _enter(self, stage: Stage) -> None:
        stood: Place | None = None
        if (before := self.stage_view) is not None:
            before.keep()
            self._here = before.here or self._here
            stood = before.place
        if not self._stages.query_children(f"#{stage.value}"):
            await self._stages.add_content(_view(stage, self._desk))
        self._stages.current = stage.value
        self._review = self._desk.go(enter_stage.asked(stage=stage))
        if (view := self.stage_view) is not None:
            self.set_focus(view)
            self._bar.show(self._review, stage)
            if stood is not None and before is not view:
                view.come_from(linkable(stood))
            view.show(self._review, self._here)
            self.show_keys()

    def keep(self) -> None:
        """Have whatever was typed and not yet asked for asked for."""
        if (stage := self.stage_view) is not None:
            stage.keep()

    @on(RowsChanged)
    def _rows_changed(self) -> None:
        self.show_keys()

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Show the keys of where one is."""
        self.show_keys()

    @property
    def review(self) -> Review:
        """The review as it is shown."""
        return self._review

    @property
    def where(self) -> Where:
        """Where one is, in the table of commands."""
        return where_is(self.focused, self.stage_view)

    def show_keys(self) -> None:
        """Show the keys of where one is."""
        stage = self.stage_view
        where = self.where
        self._foot.show(where, has_rows=stage is None or stage.has_rows)


def where_is(widget: object, stage: StageView | None) -> Where:
    """Return the place in the table of commands that a widget with the focus stands for."""
    from reviewtui.tui.widgets.account_editor import AccountEditor
    from reviewtui.tui.widgets.line_input import EntryInput, LineInput

    if isinstance(widget, AccountEditor):
        return Where.EDITOR
    if isinstance(widget, EntryInput):
        return Where.ENTRY
    if isinstance(widget, LineInput):
        return Where.LINE
    return stage.where if stage is not None else Where.REVIEW


def _view(stage: Stage, desk: Desk) -> StageView:
    """Return a new view of a stage; each is imported when it is first gone to."""
    if stage is Stage.PEOPLE:
        from reviewtui.tui.stages.people import PeopleStage

        return PeopleStage(desk)
    if stage is Stage.TIMELINE:
        from reviewtui.tui.stages.timeline import TimelineStage

        return TimelineStage(desk)
    if stage is Stage.ACCOUNTS:
        from reviewtui.tui.stages.accounts import AccountsStage

        return AccountsStage(desk)
    if stage is Stage.DIFFERENCES:
        from reviewtui.tui.stages.differences import DifferencesStage

        return DifferencesStage(desk)
    if stage is Stage.LEARNING:
        from reviewtui.tui.stages.learning import LearningStage

        return LearningStage(desk)
    from reviewtui.tui.stages.report import ReportStage

    return ReportStage(desk)
