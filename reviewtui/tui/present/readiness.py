"""What is to decide before a review is shared, what is known to be missing, and what was decided, as rows."""

from collections import Counter
from collections.abc import Iterable, Iterator

from textual.content import Content

from reviewtui.analysis.item import Item
from reviewtui.analysis.readiness import Readiness
from reviewtui.model.review import QuotedLine, Status
from reviewtui.tui.present.words import counted, hanging, row, said_line, stacked
from reviewtui.tui.widgets.row_list import Rows

TO_DECIDE = "decide"
KNOWN_GAPS = "gap"
DECIDED = "decided"

_SIGNS = {TO_DECIDE: ("○ ", "$key-moment"), KNOWN_GAPS: ("· ", "$dim"), DECIDED: ("✓ ", "$kept")}
_LONGEST = 400
"""Characters of a sentence that are shown: whoever wants more goes to where it stands."""


def readiness_rows(found: Readiness, width: int) -> Rows:
    """Return a row for each item under the heading of its list; the ids of `items_by_row` name them."""
    rows: Rows = [("", _heading("To decide", found.to_decide, "Nothing to decide"))]
    rows += _section(TO_DECIDE, found.to_decide, width)
    if found.known_gaps:
        rows.append(("", _below(_heading("Known gaps", found.known_gaps), "they need no decision")))
        rows += _section(KNOWN_GAPS, found.known_gaps, width)
    if found.decided:
        rows.append(("", _below(_heading("Decided", found.decided))))
        rows += _section(DECIDED, found.decided, width)
    return rows


def items_by_row(found: Readiness) -> dict[str, Item]:
    """Return the items by the ids of their rows."""
    lists = ((TO_DECIDE, found.to_decide), (KNOWN_GAPS, found.known_gaps), (DECIDED, found.decided))
    return {id_: item for name, items in lists for id_, item in _named(name, items)}


def _named(name: str, items: Iterable[Item]) -> Iterator[tuple[str, Item]]:
    """Yield items with ids of which no two are the same."""
    seen: Counter[str] = Counter()
    for item in items:
        seen[item.key] += 1
        yield f"{name}:{seen[item.key]}:{item.key}", item


def _section(name: str, items: Iterable[Item], width: int) -> Rows:
    return [(id_, _item(name, item, width)) for id_, item in _named(name, items)]


def _item(name: str, item: Item, width: int) -> Content:
    sign = ("– ", "$dim") if item.may_be_shown is False else _SIGNS[name]
    sentence = item.sentence if len(item.sentence) <= _LONGEST else f"{item.sentence[:_LONGEST]}…"
    return stacked(hanging(Content.styled(*sign), said_line(sentence, "" if name == TO_DECIDE else "$dim"), width))


def _heading(words: str, items: tuple[Item, ...], none: str = "") -> Content:
    if not items and none:
        return Content.styled(none, "$kept")
    return row((words, "bold"), (f"  {len(items)}", "$dim"))


def _below(heading: Content, aside: str = "") -> Content:
    return row("\n", heading, (f"  {aside}", "$dim"))


def readiness_line(found: Readiness, status: Status) -> Content:
    """Return in one line how far it is, as it stands above the text where there is no room for the list."""
    if found.is_ready:
        left = Content.styled("nothing to decide", "$kept")
    else:
        left = Content.styled(f"{len(found.to_decide)} to decide", "$key-moment")
    gaps = f" · {counted(len(found.known_gaps), 'known gap')}" if found.known_gaps else ""
    return row((f"{status.value} · ", "$dim"), left, (f"{gaps} · ", "$dim"), ("tab", "bold"), (" shows them", "$dim"))


def what_decides(item: Item) -> str:
    """Return what to say of an item that cannot be decided on the spot."""
    return f"decided by {item.decided_by}" if item.decided_by else "a known gap, which needs no decision"


def status_words(status: Status, found: Readiness) -> str:
    """Return what it means that the review has this status, in one line."""
    if status is not Status.SHARED:
        return "a draft, for those who were in the room"
    left = [one for one in found.to_decide if isinstance(one.subject, QuotedLine)]
    without = f"; {counted(len(left), 'quote')} without consent left out" if left else ""
    others = f"; {len(found.to_decide)} still to decide" if found.to_decide else ""
    return f"for all readers inside{without}{others}"
