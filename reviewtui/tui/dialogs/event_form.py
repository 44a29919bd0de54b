"""The form of an event."""

from datetime import date

import msgspec

from reviewtui.edits.naming import Change
from reviewtui.edits.timeline import add_event, change_event
from reviewtui.model.moments import Moment
from reviewtui.model.review import Event, EventKind, Review
from reviewtui.notation.clock import scan_time
from reviewtui.notation.evidence import format_links, parse_links
from reviewtui.notation.moment import ReadMoment, format_moment, read_moment, unknown
from reviewtui.tui.dialogs.fields import ChoiceField, LongField, TextField, Values, text_in, words_in, words_of
from reviewtui.tui.dialogs.record_form import RecordForm
from reviewtui.tui.present.timeline import moment_words


def event_form(review: Review, event: Event, *, is_new: bool, day: date | None) -> RecordForm:
    """Return the form of an event.

    Args:
        review: The review.
        event: The event.
        is_new: Whether it is not in the review yet.
        day: The day that a bare clock is on.
    """
    ask = add_event if is_new else change_event
    written = format_moment(event.when, review.zone)

    def when(text: str) -> Moment:
        return event.when if text == written else _retimed(event, read_when(text, day, review.zone).moment)

    def change(values: Values) -> Change | None:
        title = text_in(values, "title").strip()
        changed = msgspec.structs.replace(
            event,
            when=when(text_in(values, "when")),
            kind=EventKind(words_in(values, "kind")[0]),
            title=title,
            detail=text_in(values, "detail"),
            evidence=parse_links(text_in(values, "evidence")),
        )
        return ask.asked(event=changed) if title else None

    return RecordForm(
        title="Event",
        fields=(
            TextField("when", "when", written, "10:42, ~13:30-13:45, 2026-11-12 10:42 CET"),
            TextField("title", "title", event.title),
            ChoiceField("kind", "kind", words_of(EventKind), event.kind.value),
            LongField("detail", "detail", event.detail, rows=6),
            LongField("evidence", "evidence", format_links(event.evidence), "a line each: Grafana https://…", rows=2),
        ),
        change=change,
        hints=lambda values: {
            "when": _hint(review, event, when(text_in(values, "when")), text_in(values, "when"), day)
        },
    )


def read_when(text: str, day: date | None, zone: str) -> ReadMoment:
    """Return the moment that a field for a time says; words that are no time are kept as they were written."""
    written = scan_time(text, loose=True)
    return read_moment(written, day, zone) if written else ReadMoment(unknown(text.strip()))


def _retimed(event: Event, moment: Moment) -> Moment:
    """Return another moment for an event, which keeps what its source wrote for the time."""
    return msgspec.structs.replace(moment, as_written=event.when.as_written) if event.sources else moment


def _hint(review: Review, event: Event, moment: Moment, text: str, day: date | None) -> str:
    problems = read_when(text, day, review.zone).problems
    return "; ".join([moment_words(moment, review.zone), *problems, *_as_written(event)])


def _as_written(event: Event) -> tuple[str, ...]:
    return (f"as written: {event.when.as_written}",) if event.sources and event.when.as_written else ()
