"""What a line of an account was understood as, for whoever types it."""

from textual.content import Content

from reviewtui.analysis.signs import noticed_at
from reviewtui.model.moments import day_of
from reviewtui.model.review import Event, Impact
from reviewtui.notation.account import Line, NoticedKind, parse_account, parse_impact, parse_noticed
from reviewtui.notation.labels import Label, form_of, labels_near, word_of
from reviewtui.notation.moment import clock_text, span_of
from reviewtui.tui.present.words import said_line

_NO_TIME = {
    NoticedKind.NEVER: "never",
    NoticedKind.TODAY: "today, in this room",
    NoticedKind.NO_TIME: "no time: 10:44, +12m, never, today",
}
_LONGEST_LABEL = max(map(len, Label))
_NO_LEVEL = f"no level: {', '.join(Impact)}"


def stated(line: str) -> str:
    """Return in a word what a line of an account states; empty if it narrates."""
    label = next((one.label for one in parse_account(line)), None)
    return word_of(label) if label else ""


def understood(line: str, event: Event, told_in: str, zone: str) -> Content:
    """Return what a line of an account was understood as; empty for a blank one.

    Args:
        line: The line, as it is typed.
        event: The event that it tells of.
        told_in: The zone that its clocks are read in.
        zone: The zone that clocks are shown in.
    """
    parts = [part for one in parse_account(line) for part in _parts(one, event, told_in, zone)]
    return said_line(f"→ {' · '.join(part for part in parts if part)}" if parts else "", "$dim")


def _parts(line: Line, event: Event, told_in: str, zone: str) -> tuple[str, ...]:
    if line.label is None:
        return (_no_label(line.text) or "narrative",)
    word, means = word_of(line.label), form_of(line.label).means
    if not line.text:
        return word, means
    if line.label is Label.NOTICED:
        return word, _when(line.text, event, told_in, zone), parse_noticed(line.text).through
    if line.label is Label.IMPACT:
        impact = parse_impact(line.text)
        return word, impact.level or _NO_LEVEL, impact.words
    return word, means


def _no_label(text: str) -> str:
    """Return which word looks like a label and is none, or else ask for the labels that it may have been meant for."""
    word, colon, _ = text.partition(":")
    if not colon or not word.isalpha() or len(word) > _LONGEST_LABEL:
        return ""
    near = " or ".join(f"{label}:" for label in labels_near(word))
    # A column is narrow: in this no word more has room.
    return f"{near}?" if near else f"no label “{word}:”"


def _when(text: str, event: Event, told_in: str, zone: str) -> str:
    """Return when a sign came, as far as the words behind `noticed:` tell."""
    at = noticed_at(event, text, told_in)
    if at is None:
        return _NO_TIME.get(parse_noticed(text).kind, "")
    if span_of(at) is None:
        return f"{at.as_written}, of which nobody knows when it was"
    day = day_of(at, zone)
    is_far = day is not None and day != day_of(event.when, zone)
    return f"{clock_text(at, zone)} on {day.day} {day:%b}" if day and is_far else clock_text(at, zone)
