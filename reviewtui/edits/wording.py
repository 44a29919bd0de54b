"""Hints on words that are dismissed: what the facilitator does not want to be asked in a review any more."""

from reviewtui.edits.naming import edit
from reviewtui.edits.records import with_fields
from reviewtui.model.review import Review


@edit("dismiss the hint on “{phrase}”")
def dismiss_hint(review: Review, *, phrase: str) -> Review:
    """Let a phrase be, wherever it stands in the review."""
    return _with(review, tuple(dict.fromkeys([*review.settings.hints_dismissed, phrase])))


@edit("dismiss all hints")
def dismiss_all_hints(review: Review, *, every: str) -> Review:
    """Let all phrases be; `every` is what stands for them."""
    return _with(review, tuple(dict.fromkeys([*review.settings.hints_dismissed, every])))


@edit("bring all hints back")
def bring_hints_back(review: Review) -> Review:
    """Give hints on what was dismissed again."""
    return _with(review, ())


def _with(review: Review, dismissed: tuple[str, ...]) -> Review:
    return with_fields(review, settings=with_fields(review.settings, hints_dismissed=dismissed))
