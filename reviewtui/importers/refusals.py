"""What looks like a row of a timeline and is none, wherever it stands: a duration, a task, what was never filled in."""

import re

from reviewtui.importers.candidates import Candidate, Shape
from reviewtui.importers.phrases import is_blank, is_blank_time, is_duration

_CLOCK = re.compile(r"\d:\d\d")
_TASK = re.compile(r"\[[ xX]\](?:\s|$)")
_METADATA = re.compile(
    r"[ \t*_`]{0,4}(?:authors?|owners?|reporters?|(?:detected|reported) by|incident commander|ic|customers?"
    r"|severity|status|priority|services?|components?|affected \w{1,20}|environment|incident id|id"
    r"|links?|tags?|durations?|notes?|n\.?b\.?)[ \t*_`]{0,4}:",
    re.IGNORECASE,
)


def refusal(candidate: Candidate) -> str | None:
    """Return why a candidate is no row, or `None` if nothing in itself speaks against it; empty: not worth a word."""
    if _was_never_filled_in(candidate):
        return "was never filled in" if candidate.head or is_blank_time(candidate.text) else ""
    if _TASK.match(candidate.text):
        return "is a task" if candidate.head else ""
    if is_duration(candidate.text) or (candidate.head and is_duration(candidate.head.rest)):
        return "is a duration" if _CLOCK.search(candidate.text) else ""
    return None


def is_metadata(text: str) -> bool:
    """Tell an item that says something of the incident and not what happened in it: `Authors: …`."""
    return _METADATA.match(text) is not None


def _was_never_filled_in(candidate: Candidate) -> bool:
    if candidate.shape is Shape.CELLS:
        time = candidate.head.as_written if candidate.head else ""
        has_no_words = is_blank(candidate.text) and is_blank(candidate.other)
        words_only = candidate.head is not None and candidate.head.written is None
        return is_blank_time(time) or (words_only and is_blank(time) and has_no_words)
    if is_blank_time(candidate.text):
        return True
    rest = candidate.head.rest if candidate.head else candidate.text
    return bool(rest.strip()) and is_blank(rest)
