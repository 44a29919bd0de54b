"""A walk through the whole program, in one go."""

from collections.abc import AsyncIterator
from pathlib import Path

from textual.strip import Strip

from tests.journeys.facilitator import Facilitator

TIMELINE = Path(__file__).parents[1] / "data" / "markdown-12-hour-bst.md"
PLACES: dict[str, tuple[str, tuple[str, ...]]] = {
    "people": ("Amara Teal", ("1",)),
    "services": ("payment-router", ("left",)),
    "a service": ("in this incident", ("enter",)),
    "plan": ("agenda", ("escape", "right", "right")),
    "the plan's form": ("minutes", ("e",)),
    "a role": ("short name", ("escape", "left", "enter")),
    "the meeting": ("the meeting is", ("escape", "m")),
    "timeline": ("Thu 12 Nov 2026", ("escape", "2")),
    "a line for an event": ("12:05 x", ("e", "1", "2", ":", "0", "5", " ", "x")),
    "an event": ("evidence", ("escape", "escape", "enter")),
    "only some": ("not told by", ("escape", "v")),
    "reading a file": ("Read a timeline from", ("escape", "ctrl+o")),
    "what would be read": ("17 events, all chosen", (*str(TIMELINE), "enter")),
    "accounts": ("2 of 16", ("escape", "escape", "3", "n")),
    "the other layout": ("2 of 16", ("v",)),
    "writing": ("next role", ("v", "enter", "x")),
    "moving an account": ("16 moments", ("escape", "m")),
    "capture": ("narrative", ("escape", "c", "o", "p", "s", " ", "1", "4", ":", "1", "2", " ", "x")),
    "not filed": ("not filed yet", ("escape", "C")),
    "who knew": ("Who knew what, when", ("escape", "w")),
    "search": (" found", ("escape", "slash", "r", "e", "g")),
    "differences": ("Loss looked different", ("escape", "4")),
    "discussing": ("in its words", ("d",)),
    "factors": ("raised by", ("escape", "5")),
    "insights": ("said by", ("right",)),
    "actions": ("Agreed", ("right",)),
    "questions": ("Answered", ("right",)),
    "a question": ("asked by", ("enter",)),
    "adding": ("enter add", ("escape", "a", "x")),
    "the keys": ("esc close", ("escape", "escape", "question_mark")),
    "the palette": ("Go to Report", ("escape", "ctrl+p", "r", "e", "down")),
    "out of the palette": ("move", ("escape", "escape")),
    "report": ("A draft, for those", ("escape", "6")),
    "readiness": ("To decide", ("tab",)),
    "the room": ("A draft, for those", ("tab", "f9")),
    "versions": ("Saved versions", ("f9", "ctrl+r")),
    "saving elsewhere": ("Save the review in", ("escape", "f6")),
    "library": ("payments-cache", ("escape", "ctrl+l")),
    "a new review": ("looks back on", ("n",)),
    "examples": ("Worked examples", ("escape", "d")),
}
"""Every place, with what stands there, and the keys from the one before it."""


async def everywhere(user: Facilitator) -> AsyncIterator[tuple[str, list[Strip]]]:
    """Go from place to place, and give the name of each with what stands on the screen there, line by line."""
    for name, (there, keys) in PLACES.items():
        await user.press(*keys)
        user.sees(there)
        yield name, user.strips
