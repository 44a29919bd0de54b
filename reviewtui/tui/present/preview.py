"""What would be read from a file, as rows to choose from."""

from textual.content import Content

from reviewtui.analysis.phrases import ended
from reviewtui.edits.reading import Fate
from reviewtui.model.moments import day_of, order
from reviewtui.model.reading import Reading, ReadRow, SkippedText, ZoneOrigin
from reviewtui.notation.event import more_than_title
from reviewtui.notation.moment import clock_text
from reviewtui.tui.present.timeline import moment_words
from reviewtui.tui.present.words import counted, hanging, packed, row, said, said_line, stacked

_FATES = {Fate.NEW: "", Fate.CHANGED: "changed", Fate.SAME: "already here", Fate.SET_ASIDE: "removed before"}
_ORIGINS = {
    ZoneOrigin.NAMED: "named in the file",
    ZoneOrigin.GIVEN: "as you gave it",
    ZoneOrigin.ASSUMED: "assumed: it names none",
}
_MOST_DOUBTS = 4


def summary(name: str, reading: Reading, chosen: int, zone: str, width: int) -> Content:
    """Return how many events would be read, from when to when, in which zone, and what is doubtful.

    Args:
        name: What the file is called.
        reading: What was found in it.
        chosen: How many of its events are chosen.
        zone: The review's zone, in which times are shown.
        width: The cells there are.
    """
    facts = [_how_many(len(reading.rows), chosen), *_stretch(reading.rows, zone), *_zones(reading)]
    lines = [said_line(name, "bold", cells=width), *packed(facts, width)]
    doubts = reading.doubts[:_MOST_DOUBTS]
    for doubt in doubts:
        taken = f" Taken: {doubt.likelier}" if doubt.likelier else ""
        words = said(f"line {doubt.line}: {ended(doubt.question)}{taken}")
        lines += hanging(Content.styled("? ", "$key-moment"), words, width)
    if len(reading.doubts) > len(doubts):
        lines.append(Content.styled(f"  and {len(reading.doubts) - len(doubts)} more like these", "$dim"))
    return stacked(lines)


def _how_many(events: int, chosen: int) -> str:
    words = "all" if chosen == events else str(chosen) if chosen else "none"
    return f"{counted(events, 'event')}, {words} chosen" if events else "no events"


def _stretch(rows: tuple[ReadRow, ...], zone: str) -> list[str]:
    timed = sorted((one.when for one in rows if one.when.start), key=order)
    if not timed:
        return []
    return [f"{moment_words(timed[0], zone)} to {moment_words(timed[-1], zone)} in {zone}"]


def _zones(reading: Reading) -> list[str]:
    return [f"times in {one.zone} ({_ORIGINS[one.origin]})" for one in reading.zones]


def read_row(one: ReadRow, fate: Fate, zone: str, width: int, *, chosen: bool) -> Content:
    """Return the row of an event that would be read, with a mark if it is chosen."""
    mark = "■" if chosen else "□"
    style = "" if chosen else "$dim"
    day = day_of(one.when, zone)
    when = f"{day.day:>2} {day:%b} " if day else "       "
    head = row((f" {mark} ", style), (f"{when}{clock_text(one.when, zone):<13} ", style))
    words = f"  {_FATES[fate]}" if _FATES[fate] else ""
    title = said_line(one.title, style, cells=width - head.cell_length - len(words))
    return row(head, title, (words, "$key-moment"))


def skipped_row(skipped: SkippedText, width: int) -> Content:
    """Return the row of something that was not read as an event."""
    head = f"   line {skipped.line}  {skipped.why}  "
    return row(said_line(head, "$dim"), said_line(skipped.text, "$dim italic", cells=max(width - len(head), 10)))


def skipped_head(number: int) -> Content:
    """Return the row above what was not read as events."""
    return Content.styled(f" Not read as events: {number}", "$here")


def row_detail(one: ReadRow, zone: str, width: int, most: int) -> Content:
    """Return all there is of a row, in at most so many lines."""
    head = said_line(
        f"{moment_words(one.when, zone)} · as written: {one.when.as_written} · line {one.line}", "$dim", cells=width
    )
    text = "\n".join(part for part in (one.title, more_than_title(one.title, one.detail, one.evidence)) if part)
    return stacked([head, *said(text).wrap(width)][:most])
