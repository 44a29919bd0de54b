"""What the commands print: values in shapes that stay, for scripts, and the same as lines, for people.

Times are ISO 8601 with offset. A shape may gain names, and never loses one.
"""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from reviewtui.analysis.difference import Difference
from reviewtui.analysis.differences import discussion_of
from reviewtui.analysis.item import Item
from reviewtui.analysis.phrases import ended
from reviewtui.analysis.readiness import Readiness
from reviewtui.analysis.search import Hit, Hits
from reviewtui.analysis.signs import Sign, SignKind, signs
from reviewtui.analysis.telling import telling_of
from reviewtui.analysis.wording import Hint
from reviewtui.doctor import ExaminedReview, Findings, Mend, Trouble
from reviewtui.edits.reading import Fate, fates
from reviewtui.library import Entry, Example
from reviewtui.model.lookups import event_of, key_moments, role_of
from reviewtui.model.moments import Moment, day_of, local
from reviewtui.model.place import Place
from reviewtui.model.reading import Doubt, Reading, ReadRow
from reviewtui.model.review import Event, Review
from reviewtui.notation.moment import NO_CLOCK, clock_text
from reviewtui.store import HISTORY
from reviewtui.terminal import Terminal


def _iso(instant: datetime | None, zone: str) -> str | None:
    return local(instant, zone).isoformat() if instant else None


def _when(moment: Moment, zone: str) -> str:
    day = day_of(moment, zone)
    return " ".join(part for part in (day.isoformat() if day else "", clock_text(moment, zone)) if part)


# --- list ------------------------------------------------------------------------------------------------------------


def _how_many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def entry_row(entry: Entry) -> dict[str, Any]:
    """Return a review of the library: `open` counts what is still open; `trouble` says why it can't be opened."""
    return {
        "name": entry.name,
        "title": entry.title or None,
        "date": entry.day.isoformat() if entry.day else None,
        "stage": entry.stage.value if entry.stage else None,
        "open": entry.open._asdict() if entry.open else None,
        "trouble": entry.trouble or None,
    }


def entry_line(entry: Entry) -> str:
    """Return a review of the library in one line."""
    if entry.trouble:
        return f"{entry.name}  {entry.trouble}"
    left = entry.open
    counts = ((left.moments, "moment"), (left.questions, "question"), (left.actions, "action")) if left else ()
    still = f"{', '.join(_how_many(number, noun) for number, noun in counts)} open" if counts else ""
    day = entry.day.isoformat() if entry.day else ""
    return "  ".join([entry.name, entry.title, day, entry.stage.value if entry.stage else "", still])


# --- demo ------------------------------------------------------------------------------------------------------------


def example_lines(examples: tuple[Example, ...]) -> Iterator[str]:
    """Yield the worked examples, a line each: name, title and what it shows, one below the other."""
    name = max((len(one.name) for one in examples), default=0)
    title = max((len(one.title) for one in examples), default=0)
    for one in examples:
        yield f"{one.name:<{name}}  {one.title:<{title}}  {one.shows}"


# --- differences -----------------------------------------------------------------------------------------------------


def difference_row(review: Review, difference: Difference) -> dict[str, Any]:
    """Return a difference: `event` is the event's id, `roles` are names, `verdict` is null until it was discussed."""
    event = event_of(review, difference.event)
    made = discussion_of(review, difference)
    return {
        "kind": difference.kind.value,
        "certain": difference.certain,
        "event": difference.event,
        "event_start": _iso(event.when.start, review.zone) if event else None,
        "event_title": event.title if event else None,
        "roles": [role.name for id_ in difference.roles if (role := role_of(review, id_))],
        "sentence": difference.sentence,
        "verdict": made.verdict.value if made else None,
        "note": made.note if made else None,
        "why": [{"account": ground.account, "line": ground.line} for ground in difference.why],
    }


def difference_lines(review: Review, found: tuple[Difference, ...]) -> Iterator[str]:
    """Yield the differences event by event, then who knew what when at each key moment."""
    for event in review.events:
        here = [difference for difference in found if difference.event == event.id]
        if here:
            yield f"{_when(event.when, review.zone)}  {event.title}"
            yield from (_difference_line(review, difference) for difference in here)
            yield ""
    knew = [line for event in key_moments(review) if (line := _knew_line(review, event))]
    if knew:
        yield "Who knew what, when"
        yield from knew


def _difference_line(review: Review, difference: Difference) -> str:
    made = discussion_of(review, difference)
    verdict = f"  [{made.verdict.value}]" if made else ""
    return f"  {'≠' if difference.certain else '?'} {difference.sentence}{verdict}"


def _knew_line(review: Review, event: Event) -> str:
    telling = telling_of(review, event.id)
    found = signs(telling) if telling else ()
    told = " · ".join(_sign_words(sign, review.zone) for sign in found)
    return f"  {_when(event.when, review.zone)}  {event.title}: {told}" if told else ""


def _sign_words(sign: Sign, zone: str) -> str:
    if sign.kind is not SignKind.AT or sign.at is None:
        return f"{sign.role.name} {sign.kind.value}"
    clock = clock_text(sign.at, zone)
    time = sign.at.as_written if clock == NO_CLOCK else clock
    return " ".join(part for part in (sign.role.name, time, sign.through) if part)


# --- check -----------------------------------------------------------------------------------------------------------


def readiness_value(found: Readiness) -> dict[str, Any]:
    """Return what is to decide before a review is shared, and which gaps its report states; no secret is in it."""
    return {
        "to_decide": [_item(one) for one in found.to_decide],
        "known_gaps": [_item(one) for one in found.known_gaps],
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "kind": str(item.kind),
        "sentence": item.sentence,
        "decided_by": item.decided_by or None,
        "places": [_place(place) for place in item.places],
    }


def _place(place: Place) -> dict[str, Any]:
    return {"stage": place.stage.value, "event": place.event, "role": place.role, "record": place.record or None}


def readiness_lines(found: Readiness) -> Iterator[str]:
    """Yield the same in lines."""
    if found.is_ready:
        yield "Nothing to decide"
    else:
        yield "To decide"
        yield from (f"  {one.sentence} Decided by {one.decided_by}." for one in found.to_decide)
    if found.known_gaps:
        yield ""
        yield "Known gaps, which need no decision"
        yield from (f"  {one.sentence}" for one in found.known_gaps)


# --- search ----------------------------------------------------------------------------------------------------------


def hit_row(entry: Entry, hit: Hit) -> dict[str, Any]:
    """Return something that was found in a review of the library."""
    return {
        "name": entry.name,
        "title": entry.title,
        "what": hit.what,
        "text": hit.text,
        "private": hit.private,
        "place": _place(hit.place),
    }


def hit_lines(entry: Entry, found: Hits) -> Iterator[str]:
    """Yield what was found in a review under its name, a line for each line of a text that has it."""
    if found.hits:
        yield f"{entry.name}  {entry.title}"
    for hit in found.hits:
        private = "private, " if hit.private else ""
        yield from (f"  {private}{hit.what}: {line}" for line in _lines_with(hit))
    if found.more:
        yield f"  and {found.more} more"


def _lines_with(hit: Hit) -> Iterator[str]:
    begin = 0
    for line in hit.text.splitlines(keepends=True):
        end = begin + len(line)
        if any(first < end and last > begin for first, last in hit.spans):
            yield line.strip()
        begin = end


# --- hints ------------------------------------------------------------------------------------------------------------


def hint_row(source: str, hint: Hint) -> dict[str, Any]:
    """Return a hint on the words of a text; `source` is the file it stands in."""
    return {
        "source": source,
        "line": hint.line,
        "phrase": hint.phrase,
        "ask": hint.ask,
        "group": hint.group,
        "soft": hint.soft,
    }


def hint_line(source: str, hint: Hint) -> str:
    """Return the same in one line."""
    return f"{source}:{hint.line}: “{hint.phrase}”  {hint.ask}"


# --- preview and import ----------------------------------------------------------------------------------------------


def reading_value(reading: Reading) -> dict[str, Any]:
    """Return what would be read: the rows, what was skipped and why, in which zones, and what is in doubt."""
    return {
        "rows": [_row(row) for row in reading.rows],
        "skipped": [
            {"source": one.source, "line": one.line, "why": one.why, "text": one.text} for one in reading.skipped
        ],
        "zones": [
            {"source": one.source, "zone": one.zone, "read_as": one.read_as, "origin": one.origin.value}
            for one in reading.zones
        ],
        "questions": [
            {
                "source": one.source,
                "line": one.line,
                "about": one.kind.value,
                "question": one.question,
                "likelier": one.likelier,
            }
            for one in reading.doubts
        ],
    }


def _row(row: ReadRow) -> dict[str, Any]:
    return {
        "start": _iso(row.when.start, row.when.zone),
        "end": _iso(row.when.end, row.when.zone),
        "day": row.when.day.isoformat() if row.when.day else None,
        "precision": row.when.precision.value,
        "title": row.title,
        "detail": row.detail,
        "kind": row.kind.value,
        "source": row.file,
        "line": row.line,
        "as_written": row.when.as_written,
        "evidence": [{"label": link.label, "url": link.url} for link in row.evidence],
    }


def reading_lines(reading: Reading) -> Iterator[str]:
    """Yield what would be read, in lines."""
    for row in reading.rows:
        kind = "" if row.kind.value == "event" else f"{row.kind.value}: "
        yield f"{_when(row.when, row.when.zone):<26} {kind}{row.title}"
    yield _how_many(len(reading.rows), "event")
    for zone in reading.zones:
        yield f"times in {zone.zone} ({zone.origin.value}), {zone.source}"
    for skipped in reading.skipped:
        yield f"not read: {skipped.source}, line {skipped.line}: {skipped.why}"
    for doubt in reading.doubts:
        yield f"in doubt: {doubt.source}, line {doubt.line}: {_in_doubt(doubt)}"


def _in_doubt(doubt: Doubt) -> str:
    likelier = f" Likelier: {doubt.likelier}" if doubt.likelier else ""
    return f"{ended(doubt.question)}{likelier}"


def taken_value(before: Review, reading: Reading) -> dict[str, int]:
    """Return how many events reading into a review added and changed, and how many texts and rows were left out."""
    found = fates(before, reading.rows)
    return {
        "added": found.count(Fate.NEW),
        "changed": found.count(Fate.CHANGED),
        "unchanged": found.count(Fate.SAME),
        "set_aside": found.count(Fate.SET_ASIDE),
        "skipped": len(reading.skipped),
    }


def taken_line(before: Review, reading: Reading) -> str:
    """Return the same in one line."""
    counts = taken_value(before, reading)
    return ", ".join(f"{number} {name.replace('_', ' ')}" for name, number in counts.items())


# --- doctor ----------------------------------------------------------------------------------------------------------


def doctor_value(config: Path, cache: Path, terminal: Terminal | None, found: Findings, mended: set[Trouble]) -> Any:
    """Return where things are, what the terminal can do, every review, and what is not as it should be."""
    return {
        "places": {
            "config": {"path": str(config), "there": config.exists()},
            "sessions": {"path": str(found.folder), "there": found.folder.exists()},
            "history": {"path": str(found.folder / HISTORY), "there": (found.folder / HISTORY).exists()},
            "cache": {"path": str(cache), "there": cache.exists()},
        },
        "terminal": terminal._asdict() if terminal else None,
        "reviews": [_examined_row(review) for review in found.reviews],
        "troubles": [
            {
                "path": str(one.path),
                "what": one.what,
                "can_be_mended": one.mend is not Mend.NOTHING,
                "mended": one in mended,
            }
            for one in found.troubles
        ],
    }


def _examined_row(review: ExaminedReview) -> dict[str, Any]:
    newest = review.versions[0].at.isoformat() if review.versions else None
    return {
        "name": review.name,
        "path": str(review.path),
        "trouble": review.trouble or None,
        "held_by": review.held_by or None,
        "versions": len(review.versions),
        "newest_version": newest,
        "good_copy": review.good_copy.at.isoformat() if review.good_copy else None,
    }


def doctor_lines(
    config: Path, cache: Path, terminal: Terminal | None, found: Findings, mended: set[Trouble]
) -> Iterator[str]:
    """Yield the same in lines."""
    for what, path in (
        ("settings", config),
        ("reviews", found.folder),
        ("versions", found.folder / HISTORY),
        ("cache", cache),
    ):
        yield f"{what:<10} {path}{'' if path.exists() else '  (not there yet)'}"
    yield f"{'terminal':<10} {_terminal_words(terminal) if terminal else 'none: this is a pipe or a job without one'}"
    yield ""
    yield from (_examined_line(review) for review in found.reviews)
    readable = sum(not review.trouble for review in found.reviews)
    yield f"reviews that can be opened: {readable} of {len(found.reviews)}"
    yield ""
    for trouble in found.troubles:
        state = "mended: " if trouble in mended else ""
        hint = "  (--fix mends it)" if trouble.mend is not Mend.NOTHING and trouble not in mended else ""
        yield f"{state}{trouble.path}: {trouble.what}{hint}"
    if not found.troubles:
        yield "all is as it should be"


def _terminal_words(terminal: Terminal) -> str:
    colours = f"{terminal.colours} colours" if terminal.colours else "no colours"
    letters = "UTF-8" if terminal.is_utf8 else "no UTF-8: all is drawn in ASCII"
    size = f"{terminal.columns}×{terminal.rows}"
    small = (
        ", smaller than the 80×24 that the screens are made for" if terminal.columns < 80 or terminal.rows < 24 else ""
    )
    return f"{terminal.name or 'unnamed'}, {size}{small}, {colours}, {letters}"


def _examined_line(review: ExaminedReview) -> str:
    held = f"  open {review.held_by}" if review.held_by else ""
    if not review.trouble:
        return f"  {review.name}  {len(review.versions)} versions{held}"
    copy = f"  a copy of {review.good_copy.at:%Y-%m-%d %H:%M} UTC can be read" if review.good_copy else ""
    return f"  {review.name}  can't be opened{copy}{held}"
