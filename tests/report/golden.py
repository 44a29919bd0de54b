"""A realistic review and its report as it is expected. `python -m tests.report.golden` writes the expected file."""

from pathlib import Path

from reviewtui.model.review import Review
from reviewtui.report import report_text
from tests.report.whole_reviews import whole_review_of

FOLDER = Path(__file__).parent
EXPECTED = FOLDER / "tickets-by-post.expected.md"


def review() -> Review:
    """The review as its file has it."""
    return whole_review_of((FOLDER / "tickets-by-post.txt").read_text(encoding="utf-8"))


def regenerate() -> None:
    """Write the expected file."""
    EXPECTED.write_text(report_text(review()), encoding="utf-8")


if __name__ == "__main__":
    regenerate()
