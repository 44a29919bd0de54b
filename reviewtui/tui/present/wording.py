"""Words to think about, each with what to ask or say instead, as rows for the facilitator alone."""

from textual.content import Content

from reviewtui.analysis.search import Hit
from reviewtui.analysis.worded import ALL, Worded
from reviewtui.model.review import Review
from reviewtui.tui.present.search import excerpt
from reviewtui.tui.present.words import counted, hanging, row, said_line, shortened, stacked

_WHAT = 26
_NARROW_WHAT = 18
_WIDE = 76
_LONGEST = 400
_ASK, _INSTEAD = "ask      ", "instead  "

HERE, ELSEWHERE = "At hand", "Elsewhere in this review"
LOOKING = Content.styled("looking elsewhere in this review …", "$dim")


def wording_rows(here: tuple[Worded, ...], elsewhere: tuple[Worded, ...], width: int) -> list[tuple[str, Content]]:
    """Return a row for each phrase by its number, first those at hand.

    Args:
        here: The phrases at hand.
        elsewhere: Those that stand elsewhere.
        width: The cells there are.
    """
    rows: list[tuple[str, Content]] = []
    number = 0
    for heading, found in ((HERE, here), (ELSEWHERE, elsewhere)):
        if found:
            rows.append(("", Content.styled(heading, "$dim")))
        for one in found:
            rows.append((str(number), _phrase(one, width)))
            number += 1
    return rows


def _phrase(one: Worded, width: int) -> Content:
    """Return a phrase in its text, and below it what to ask next, or for the facilitator's own words to say instead."""
    column = _WHAT if width >= _WIDE else _NARROW_WHAT
    what = said_line(shortened(one.found.what, _LONGEST), "$dim", cells=column)
    span = (one.hint.start, one.hint.end)
    hit = Hit(one.found.place, one.found.what, one.found.text, (span,), one.found.private)
    head = row(what.pad_right(column + 2 - what.cell_length), excerpt(hit, width - column - 2))
    label = Content.styled(f"  {_ASK if one.is_told else _INSTEAD}", "$dim")
    return stacked([head, *hanging(label, said_line(shortened(one.hint.ask, _LONGEST), "$private"), width)])


def none_words(review: Review) -> Content:
    """Return why there is nothing to think about."""
    dismissed = review.settings.hints_dismissed
    if ALL in dismissed:
        return row("Dismissed for this review; ", ("b", "bold"), " brings them back.")
    if dismissed:
        others = f"No other words; {counted(len(dismissed), 'phrase')} dismissed, "
        return row(others, ("b", "bold"), " brings them back.")
    return Content("Nothing here judges anybody or asks for another past.")


def trouble_words(trouble: str) -> Content:
    """Return why an organisation's own phrases are left out."""
    return said_line(f"your own phrases are left out: {shortened(trouble, _LONGEST)}", "$trouble")
