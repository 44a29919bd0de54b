"""The report as it will be read, and its export."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from reviewtui.errors import NotSaved
from reviewtui.library import write_export
from reviewtui.model.review import EventId, Review, Stage
from reviewtui.report import outline, to_markdown
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.desk import Desk
from reviewtui.tui.dialogs.about_form import about_form
from reviewtui.tui.dialogs.ask_line import AskLineDialog
from reviewtui.tui.dialogs.record_form import RecordFormDialog
from reviewtui.tui.present.report import is_heading, report_lines
from reviewtui.tui.stages.stage import StageView
from reviewtui.tui.widgets.text_view import TextView


class ReportStage(StageView):
    """The report's text."""

    stage = Stage.REPORT
    where = Where.REPORT
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.REPORT)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._review: Review | None = None
        self._here: EventId | None = None
        self._text = ""

    def compose(self) -> ComposeResult:
        """Make the text."""
        yield TextView(report_lines)

    @property
    def here(self) -> EventId | None:
        """The event that one stood at before."""
        return self._here

    @property
    def _view(self) -> TextView:
        return self.query_one(TextView)

    def show(self, review: Review, here: EventId | None) -> None:
        """Draw a review's report."""
        self._here = here
        if review is not self._review:
            self._review = review
            self._text = to_markdown(outline(review))
            self._view.show(self._text)

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
        self._view.scroll_to_line(by, is_heading)

    async def action_about(self) -> None:
        """Open the form of the review itself."""
        if self._review:
            await self.app.push_screen(RecordFormDialog(self.desk, about_form(self._review), "about"))

    def action_copy(self) -> None:
        """Copy the report to the clipboard."""
        self.app.copy_to_clipboard(self._text)
        self.desk.say("the report is on the clipboard")

    async def action_export(self) -> None:
        """Ask where to, and write the report there."""
        question = "Export the report as Markdown to"
        await self.app.push_screen(AskLineDialog(question, f"{self.desk.review_name()}.md"), self._export)

    def _export(self, answer: str | None) -> None:
        if answer is None:
            return
        path = Path(answer).expanduser()
        try:
            write_export(path, self._text)
        except NotSaved as error:
            self.desk.say(str(error))
        else:
            self.desk.say(f"exported to {path.absolute()}")
