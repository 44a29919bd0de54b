"""The report as it will be read, and its export."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from reviewtui.errors import NotSaved
from reviewtui.library import write_export
from reviewtui.model.review import EventId, Review, Stage
from reviewtui.paths import is_a_file, typed_path
from reviewtui.report import outline, to_markdown
from reviewtui.report.blocks import Block
from reviewtui.tui.commands import Where, bindings
from reviewtui.tui.desk import Desk
from reviewtui.tui.dialogs.about_form import about_form
from reviewtui.tui.dialogs.ask_line import AskLineDialog
from reviewtui.tui.dialogs.record_form import RecordFormDialog
from reviewtui.tui.present.report import report_lines
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
        self._report: tuple[Block, ...] = ()

    def compose(self) -> ComposeResult:
        """Make the text."""
        yield TextView()

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
            report = outline(review)
            if report != self._report:
                self._report = report
                self._view.show(lambda width: report_lines(report, width))

    @property
    def _markdown(self) -> str:
        """The report as it is exported."""
        return to_markdown(self._report)

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
        question = "Export the report as Markdown to"
        await self.app.push_screen(AskLineDialog(question, f"{self.desk.review_name()}.md", _is_there), self._export)

    def _export(self, answer: str | None) -> None:
        if answer is None:
            return
        path = typed_path(answer)
        try:
            write_export(path, self._markdown)
        except NotSaved as error:
            self.desk.say(str(error))
        else:
            self.desk.say(f"exported to {path.absolute()}")


def _is_there(answer: str) -> str:
    """Say so if an answer is the path of a file that is there: nothing brings back what an export replaces."""
    return "this file is there already: enter replaces it" if is_a_file(typed_path(answer.strip())) else ""
