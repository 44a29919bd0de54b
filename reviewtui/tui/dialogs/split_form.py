"""The form in which one event becomes two."""

from datetime import date

import msgspec

from reviewtui.edits.merging import split_event
from reviewtui.edits.naming import Change
from reviewtui.model.moments import Moment
from reviewtui.model.review import Event, EventId, EventKind, Review
from reviewtui.notation.event import EventLine, parse_event
from reviewtui.notation.moment import format_moment
from reviewtui.tui.dialogs.event_form import read_when
from reviewtui.tui.dialogs.fields import LongField, TextField, Values, text_in
from reviewtui.tui.dialogs.record_form import RecordForm
from reviewtui.tui.present.timeline import moment_words


def split_form(review: Review, event: Event, new_id: EventId, day: date | None) -> RecordForm:
    """Return the form that makes two events of one.

    Where a line of its detail is an event with a time, as it is after a merge, that one and what stands below it are
    proposed.

    Args:
        review: The review.
        event: The event.
        new_id: The id of the second.
        day: The day that a bare clock is on.
    """
    above, line, below = _proposed(event.detail, day, review.zone)
    written = format_moment(line.when, review.zone) if line else format_moment(event.when, review.zone)

    def when(values: Values) -> Moment:
        text = text_in(values, "when")
        if text == written:
            return line.when if line else event.when
        return read_when(text, day, review.zone).moment

    def change(values: Values) -> Change:
        title, detail = _second(values)
        of_first = text_in(values, "first_detail")
        first = msgspec.structs.replace(
            event,
            title=text_in(values, "first").strip() or event.title,
            detail=of_first if title else _whole(event.detail, above, of_first),
        )
        kind = line.kind if line else EventKind.EVENT
        second = Event(id=new_id, when=when(values), title=title, detail=detail, kind=kind)
        return split_event.asked(event=first, second=second)

    return RecordForm(
        title="Split",
        fields=(
            TextField("first", "first", event.title),
            LongField("first_detail", "its detail", above, rows=4),
            TextField("second", "second", line.title if line else "", "what else happened"),
            TextField("when", "when", written, "10:42, ~13:30-13:45, 2026-11-12 10:42 CET"),
            LongField("second_detail", "its detail", below, rows=4),
        ),
        change=change,
        hints=lambda values: {
            "when": moment_words(when(values), review.zone),
            "second": "" if _second(values)[0] else "a title makes it an event of its own",
        },
    )


def _proposed(detail: str, day: date | None, zone: str) -> tuple[str, EventLine | None, str]:
    """Return what stays in a detail, the event that stands in one of its lines, and what is told of that below it."""
    lines = detail.split("\n")
    for number, text in enumerate(lines):
        read = parse_event(text, day, zone)
        if read.when.start is not None and read.title:
            return "\n".join(lines[:number]), read, "\n".join(lines[number + 1 :])
    return detail, None, ""


def _whole(detail: str, above: str, typed: str) -> str:
    """Return a detail with what was typed in place of what stands above the line that was proposed as the second."""
    cut = detail[len(above) :].removeprefix("\n")
    return detail if typed == above else "\n".join(part for part in (typed, cut) if part)


def _second(values: Values) -> tuple[str, str]:
    """Return the title and the detail of the second; without a title the first line of its detail is that."""
    title, detail = text_in(values, "second").strip(), text_in(values, "second_detail")
    if title or not detail.strip():
        return title, detail
    first, _, rest = detail.strip().partition("\n")
    return first, rest
