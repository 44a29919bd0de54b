"""What to ask next, as the line that the facilitator alone sees."""

from textual.content import Content

from reviewtui.analysis.asking import Ask
from reviewtui.model.lookups import role_of
from reviewtui.model.review import Review
from reviewtui.tui.present.words import row, said, said_line, said_lines, shortened, stacked

_MOST_LINES = 3
_LONGEST = 2000
"""Characters of a question that are shown at most."""
_ASK, _INDENT = "ask ", "    "
_PRIVATE = "  private · q another"


def ask_lines(review: Review, ask: Ask, width: int) -> Content:
    """Return a question, with the role that it is for; what was prepared names whom it likes in its own words."""
    role = None if ask.prepared else role_of(review, ask.role)
    whom = row(said_line(shortened(role.name, 120), f"bold $role-{role.slot}"), (": ", "$private")) if role else ""
    words = row(whom, said(shortened(" ".join(ask.text.split()), _LONGEST), "$private"), (_PRIVATE, "$dim italic"))
    lines = words.wrap(max(width - len(_ASK), 4))
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], row(lines[_MOST_LINES - 1].truncate(max(width - 6, 1)), ("…", "$private"))]
    heads = [(_ASK, "bold $private"), *[(_INDENT, "")] * len(lines)]
    return stacked([row(head, line) for head, line in zip(heads, lines, strict=False)])


def trouble_line(trouble: str, width: int) -> Content:
    """Return why an organisation's own questions are left out."""
    return stacked(said_lines(f"your own questions are left out: {trouble}", width, 2, "$trouble"))
