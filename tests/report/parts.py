"""A report, section by section."""

from reviewtui.model.review import Review
from reviewtui.report import outline, report_text
from reviewtui.report.blocks import Heading


def sections(review: Review) -> list[str]:
    return [block.text for block in outline(review) if isinstance(block, Heading) and block.level == 2]


def section(review: Review, name: str) -> str:
    """The Markdown of one section."""
    parts = report_text(review).split("\n## ")
    return next((part for part in parts if part.startswith(f"{name}\n")), "").partition("\n\n")[2].rstrip("\n")


def top(review: Review) -> str:
    """What stands before the first section."""
    return report_text(review).split("\n## ")[0]
