"""What is shown of the timeline while only some of it is looked at."""

from textual.content import Content

from reviewtui.analysis.filtering import Filter
from reviewtui.analysis.phrases import joined
from reviewtui.model.lookups import role_of
from reviewtui.model.review import Review
from reviewtui.tui.present.words import row, said_line, stacked

KEY_MOMENTS = "key moments"
NOT_DISCUSSED = "not discussed"
_BACK = "; esc shows all"
_LINES = 2


def filter_line(review: Review, chosen: Filter, fitting: int, width: int, *, has_guest: bool) -> Content:
    """Return the line above a timeline of which only some events are shown.

    Args:
        review: The review.
        chosen: What they have to be.
        fitting: How many are.
        width: The cells there are.
        has_guest: Whether the one that one stands at is shown although it does not fit.
    """
    guest = " and this one" if has_guest else ""
    head = Content.styled(f"showing {fitting} of {len(review.events)}{guest}", "$here")
    words = said_line(f": {filter_words(review, chosen)}", cells=_LINES * width - head.cell_length - len(_BACK))
    return stacked(list(row(head, words, (_BACK, "$dim")).wrap(width)))


def filter_words(review: Review, chosen: Filter) -> str:
    """Return what an event has to be, in words."""
    named = (role_of(review, role) for role in chosen.not_told_by)
    words = (
        joined((kind.value for kind in chosen.kinds), last=" or "),
        KEY_MOMENTS if chosen.key_moments else "",
        NOT_DISCUSSED if chosen.not_discussed else "",
        *(f"not told by {role.name}" for role in named if role),
    )
    return " · ".join(word for word in words if word)
