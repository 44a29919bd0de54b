"""What is shared of a review afterwards: an outline of plain blocks, and the forms it is written in."""

from reviewtui.model.review import Review
from reviewtui.report.as_markdown import to_markdown
from reviewtui.report.outline import outline

__all__ = ["outline", "report_text", "to_markdown"]


def report_text(review: Review) -> str:
    """Return the report of a review as Markdown."""
    return to_markdown(outline(review))
