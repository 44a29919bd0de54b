"""Putting words together in the sentences that are derived from a review."""

from collections.abc import Iterable

from reviewtui.model.review import Event
from reviewtui.notation.moment import NO_CLOCK, clock_text

_MARKS = '"“”'
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def joined(words: Iterable[str], separator: str = ", ", last: str = " and ") -> str:
    """Return words as a list in a sentence: `a, b and c`."""
    parts = list(words)
    if len(parts) < 2:
        return "".join(parts)
    return separator.join(parts[:-1]) + last + parts[-1]


def quoted(text: str) -> str:
    """Return what somebody said in quotation marks, on one line; marks around all of it are not doubled."""
    words = " ".join(text.split())
    inside = words[1:-1]
    if len(words) > 1 and words[0] in _MARKS and words[-1] in _MARKS and not any(mark in inside for mark in _MARKS):
        words = inside
    return f"“{words}”"


def counted(number: int) -> str:
    """Return a number as a word up to twelve, beyond that in figures."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def capitalised(words: str) -> str:
    """Return words with a capital at the beginning, the rest as it is."""
    return words[:1].upper() + words[1:]


def ended(words: str) -> str:
    """Return words that end like a sentence."""
    return words if words.endswith((".", "?", "!", "…")) else f"{words}."


def event_name(event: Event, zone: str) -> str:
    """Return an event by its time and its title, on one line: `10:42 error rate above 5 %`."""
    clock = clock_text(event.when, zone)
    title = " ".join(event.title.split()) or "what has no title yet"
    return title if clock == NO_CLOCK else f"{clock} {title}"
