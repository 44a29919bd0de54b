"""What stages and dialogs are given to work with: the app, as far as it is theirs."""

from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from reviewtui.edits.naming import Change
from reviewtui.model.place import Place
from reviewtui.model.review import Review
from reviewtui.tui.phrasebook import Phrasebook


class Desk(Protocol):
    """Where changes are asked for.

    A change is made before `ask` returns, and before the next key is read: who types on while the program is busy finds
    everything in the order of the keys. A message that goes up through a queue could be overtaken by one.
    """

    @property
    def drafts(self) -> dict[str, str]:
        """What stands in lines that were left half-typed, by what they would add to the review that is open."""
        ...

    @property
    def phrasebook(self) -> Phrasebook:
        """The words that an organisation may extend."""
        ...

    def ask(self, change: Change, merge_key: str | None = None) -> Review:
        """Make a change and return the review as it is then; a refusal is told to the facilitator.

        Args:
            change: The change.
            merge_key: What it belongs to: changes of one key are one step of undo until `end_step`.
        """
        ...

    def go(self, change: Change) -> Review:
        """Make a change that no undo takes back, such as where one stands, and return the review as it is then."""
        ...

    def go_at_once(self, change: Change) -> Review:
        """Make a change that no undo takes back, save it at once, and return the review as it is then."""
        ...

    def end_step(self) -> None:
        """Let the next change be a step of undo of its own."""
        ...

    def say(self, text: str) -> None:
        """Tell the facilitator something, in one line."""
        ...

    def fresh_id(self) -> str:
        """Return an id for a new record."""
        ...

    def now(self) -> datetime:
        """Return the time, in UTC."""
        ...

    def today(self, zone: str) -> date:
        """Return the day it is in `zone`."""
        ...

    def tell_place(self, place: Place) -> None:
        """Have the room's window follow to where one stands."""
        ...

    async def jump(self, place: Place) -> None:
        """Go to a place in any stage; `esc` comes back from there."""
        ...

    async def preview(self, source: Path | str) -> None:
        """Show what would be read from a file, or from a text that was pasted."""
        ...

    def review_name(self) -> str:
        """Return the name of the review that is open: its file's, without the ending."""
        ...
