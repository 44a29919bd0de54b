"""The names of the four lists, with what is in each; and a look at a list from another."""

from textual import events
from textual.content import Content
from textual.message import Message

from reviewtui.model.review import Review
from reviewtui.notation.learned import Kind
from reviewtui.tui.present.learning import counts, peek
from reviewtui.tui.present.words import row
from reviewtui.tui.widgets.drawn import Drawn


class KindWanted(Message):
    """Another list is to be shown.

    Args:
        kind: Which.
    """

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.kind = kind


class KindBar(Drawn):
    """One line; posts `KindWanted` for a name that is clicked."""

    def __init__(self) -> None:
        super().__init__()
        self._names: list[tuple[Kind, Content]] = []

    def show_kinds(self, review: Review, kind: Kind, at_hand: Content) -> None:
        """Draw the names, that of the list one is in lit, and at the right what is at hand."""
        found = counts(review)

        def line(width: int) -> Content:
            self._names = _spaced(found, kind, width)
            return _beside(row(*(name for _, name in self._names)), at_hand, width)

        self.show(line)

    def on_click(self, event: events.Click) -> None:
        """Ask for the list that was clicked."""
        end = 0
        for kind, name in self._names:
            begin, end = end, end + name.cell_length
            if begin <= event.x < end:
                self.post_message(KindWanted(kind))


def _spaced(found: list[tuple[Kind, Content]], at: Kind, width: int) -> list[tuple[Kind, Content]]:
    """Return the names with space around them, less of it where there is no room for more."""
    room = width - sum(name.cell_length for _, name in found)
    space = "  " if room >= 4 * len(found) else " "
    return [
        (kind, row(space, name, space).stylize("bold $background on $here" if kind is at else "$dim"))
        for kind, name in found
    ]


def _beside(left: Content, right: Content, width: int) -> Content:
    """Return what stands at both ends of a line; nothing at the right where there is no room for most of it."""
    room = width - left.cell_length - 3
    if room < 24:
        return left.truncate(width, ellipsis=True)
    shown = right.truncate(room, ellipsis=True)
    return row(left, " " * (width - left.cell_length - shown.cell_length - 1), shown)


class Peek(Drawn):
    """A list in short; posts `KindWanted` when it is clicked.

    Args:
        kind: Which list.
    """

    def __init__(self, kind: Kind) -> None:
        super().__init__(classes="peek")
        self.kind = kind

    def show_list(self, review: Review, most: int) -> None:
        """Draw the list in so many lines at most."""
        self.show(lambda width: peek(review, self.kind, width, most))

    def on_click(self) -> None:
        """Ask for this list."""
        self.post_message(KindWanted(self.kind))
