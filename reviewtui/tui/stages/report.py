"""The report as it will be read, beside what is to decide before it is, and its export."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList, Static

from reviewtui.analysis.item import Item
from reviewtui.analysis.readiness import Readiness, readiness
from reviewtui.edits.deciding import decided, set_status
from reviewtui.model.place import Place
from reviewtui.model.review import EventId, Review, Stage, Status
from reviewtui.report import outline, to_markdown
from reviewtui.report.blocks import Block
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.desk import Desk
from reviewtui.tui.dialogs.about_form import about_form
from reviewtui.tui.dialogs.record_form import RecordFormDialog
from reviewtui.tui.exporting import export
from reviewtui.tui.messages import RowsChanged
from reviewtui.tui.present.long_page import is_spot
from reviewtui.tui.present.readiness import (
    items_by_row,
    readiness_line,
    readiness_rows,
    status_words,
    what_decides,
)
from reviewtui.tui.present.report import report_lines
from reviewtui.tui.stages.stage import StageView
from reviewtui.tui.widgets.row_list import RowList
from reviewtui.tui.widgets.stage_bar import NUMBERS
from reviewtui.tui.widgets.text_view import TextView

_IN_THE_TEXT = frozenset({"scroll", "page", "end", "heading", "copy", "about", "to_list"})
_IN_THE_LIST = frozenset({"step", "go_there", "decide", "to_text"})


class ReportStage(StageView):
    """The report's text, and the list of what is to decide, known and decided; the keys are those of one of them."""

    stage = Stage.REPORT
    where = Where.REPORT
    wide_from = 110
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.REPORT), *bindings(Where.READINESS)]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._review: Review | None = None
        self._here: EventId | None = None
        self._report: tuple[Block, ...] = ()
        self._found = Readiness((), (), ())
        self._in_list = False
        self._visits: dict[str, int] = {}

    def compose(self) -> ComposeResult:
        """Make the text and the list."""
        with Horizontal():
            with Vertical(id="report-text"):
                yield Static(id="readiness-line", markup=False)
                yield TextView()
            yield RowList(id="readiness")

    @property
    def here(self) -> EventId | None:
        """The event that one stood at before."""
        return self._here

    @property
    def place(self) -> Place:
        """The item of the list that one stands at, or where one is in the text."""
        return Place(self.stage, self._here, record=(self._rows.here or "") if self._in_list else self._view.spot)

    @property
    def has_rows(self) -> bool:
        """Whether there is an item to stand at, or one is in the text."""
        return not self._in_list or any(self._found)

    def stand_at(self, place: Place) -> None:
        """Go to an item of the list, or to where one was in the text."""
        in_text = not place.record or is_spot(place.record)
        self._go(to_list=not in_text)
        if in_text:
            self._view.scroll_to_spot(place.record)
        else:
            self._rows.stand_at(place.record)

    def show(self, review: Review, here: EventId | None) -> None:
        """Draw a review's report, and what is to decide."""
        self._here = here
        if review is self._review:
            return
        self._review, self._found = review, readiness(review)
        report, found = outline(review), self._found
        if report != self._report:
            self._report = report
            self._view.show(lambda width: report_lines(report, width))
        self._rows.show(lambda width: readiness_rows(found, width))
        self.query_one("#readiness-line", Static).update(readiness_line(found, review.status))

    @property
    def _view(self) -> TextView:
        return self.query_one(TextView)

    @property
    def _markdown(self) -> str:
        """The report as it is exported."""
        return to_markdown(self._report)

    @property
    def _rows(self) -> RowList:
        return self.query_one("#readiness", RowList)

    # --- the text ----------------------------------------------------------------------------------------------------

    def action_scroll(self, by: int) -> None:
        """Scroll by so many lines."""
        self._view.scroll_lines(by)

    def action_page(self, by: int) -> None:
        """Scroll by so many pages."""
        self._view.scroll_page(by)

    def action_end(self, side: int) -> None:
        """Go to the beginning, or the end."""
        self._view.scroll_side(side)

    def action_heading(self, by: int) -> None:
        """Go to the next section, or the one before."""
        self._view.scroll_section(by)

    # --- what is to decide -------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell whether an action can be done now: the text's own in the text, the list's own in the list."""
        if action in (_IN_THE_TEXT if self._in_list else _IN_THE_LIST):
            return False
        return super().check_action(action, parameters)

    def action_to_list(self) -> None:
        """Go to the list."""
        self._go(to_list=True)

    def action_to_text(self) -> None:
        """Go to the text."""
        self._go(to_list=False)

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self._go(to_list=True)

    def _go(self, *, to_list: bool) -> None:
        self._in_list = to_list
        self.where = Where.READINESS if to_list else Where.REPORT
        self.set_class(to_list, "-list")
        self._rows.set_class(to_list, "-active")
        self.post_message(RowsChanged())

    def action_step(self, by: int) -> None:
        """Move by so many items."""
        self._rows.step(by)

    @property
    def _item(self) -> Item | None:
        return items_by_row(self._found).get(self._rows.here or "")

    async def action_go_there(self) -> None:
        """Go to where the item stands; each time to the next of several places."""
        if (item := self._item) is None or (row := self._rows.here) is None:
            return
        places = [place for place in item.places if place.stage in NUMBERS]
        if not places:
            self.desk.say(what_decides(item))
            return
        visits = self._visits.get(row, 0)
        self._visits[row] = visits + 1
        await self.desk.jump(places[visits % len(places)])

    def action_decide(self, may_be_shown: bool) -> None:
        """Decide on the item; to decide the same again is to open it again."""
        if (item := self._item) is None:
            return
        if item.subject is None:
            self.desk.say(what_decides(item))
            return
        wanted = None if item.may_be_shown is may_be_shown else may_be_shown
        self.desk.ask(decided(item.subject, may_be_shown=wanted))

    def action_status(self) -> None:
        """Share the review with all readers inside, or make it a draft again."""
        if self._review:
            status = Status.SHARED if self._review.status is Status.DRAFT else Status.DRAFT
            self.desk.say(status_words(self.desk.ask(set_status.asked(status=status)).status, self._found))

    # --- sharing -----------------------------------------------------------------------------------------------------

    async def action_about(self) -> None:
        """Open the form of the review itself."""
        if self._review:
            await self.app.push_screen(RecordFormDialog(self.desk, about_form(self._review), "about"))

    def action_copy(self) -> None:
        """Copy the report to the clipboard."""
        self.app.copy_to_clipboard(self._markdown)
        self.desk.say("the report is on the clipboard")

    async def action_export(self) -> None:
        """Ask where to, and write the report there."""
        question, name = "Export the report as Markdown to", f"{self.desk.review_name()}.md"
        await export(self.app, self.desk, question, name, lambda: self._markdown)
