"""The reviews in a folder as rows."""

from textual.content import Content

from reviewtui.library import Entry, Example
from reviewtui.tui.present.words import counted, row, said_line

_WIDE = 100
_TITLE = 36
_NAME = 22
_NARROW_NAME = 17
_DAY_AND_STAGE = 23
_NUMBER = 6


def library_head(width: int) -> Content:
    """Return the head of the table of reviews."""
    title, name = _columns(width)
    left = "Still open" if width >= _WIDE else "Open"
    return Content.styled(f" {'Review':<{title}}{'File':<{name}}{'Day':<12}{'Stage':<11}{left}", "$dim")


def library_row(entry: Entry, width: int) -> Content:
    """Return a review's row: title, file, day, stage, and what is still open."""
    title, name = _columns(width)
    file = _column(said_line(entry.name, "$dim", cells=name - 2), name)
    if entry.trouble:
        words = said_line(entry.trouble, "$trouble", cells=max(width - title - name, 20))
        return row(_column(said_line("can't be opened", "$trouble", cells=title - 2), title), file, words)
    day = entry.day.isoformat() if entry.day else ""
    stage = entry.stage.value.capitalize() if entry.stage else ""
    head = _column(said_line(entry.title, "bold", cells=title - 2), title)
    left = _open_words(entry) if width >= _WIDE else _open_number(entry)
    rest = width - title - name - _DAY_AND_STAGE
    return row(head, file, f"{day:<12}{stage:<11}", said_line(left, "$dim", cells=rest))


def example_row(example: Example, width: int) -> Content:
    """Return a worked example's row: its title and its name, and below them what it shows."""
    title = said_line(example.title, "bold", cells=width)
    name = said_line(f"  {example.name}", "$dim", cells=width - title.cell_length)
    return row(title, name, "\n", "  ", said_line(example.shows, "$dim", cells=width - 2))


def _columns(width: int) -> tuple[int, int]:
    if width >= _WIDE:
        return _TITLE, _NAME
    return max(width - _NARROW_NAME - _DAY_AND_STAGE - _NUMBER, 16), _NARROW_NAME


def _column(content: Content, width: int) -> Content:
    return content.pad_right(max(width - content.cell_length, 0))


def _open_words(entry: Entry) -> str:
    if entry.open is None:
        return ""
    parts = ((entry.open.moments, "moment"), (entry.open.questions, "question"), (entry.open.actions, "action"))
    return ", ".join(counted(number, noun) for number, noun in parts if number)


def _open_number(entry: Entry) -> str:
    return str(sum(entry.open)) if entry.open and any(entry.open) else ""
