"""How a report writes when something was."""

from collections.abc import Iterable, Iterator
from datetime import date

from reviewtui.analysis.phrases import joined
from reviewtui.model.moments import Moment, day_of, local
from reviewtui.model.review import Event, EventId
from reviewtui.notation.moment import clock_text, format_moment
from reviewtui.report.material import Material


def long_day(day: date) -> str:
    """Return a day in full: `Thursday 12 November 2026`."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def plain_day(day: date) -> str:
    """Return a day: `12 November 2026`."""
    return f"{day.day} {day:%B} {day.year}"


def day_and_month(day: date) -> str:
    """Return a day of a year that is known, in a sentence: `12 November`."""
    return f"{day.day} {day:%B}"


def short_day(day: date) -> str:
    """Return a day of a year that is known: `12 Nov`."""
    return f"{day.day} {day:%b}"


def clock(moment: Moment, zone: str) -> str:
    """Return the time of day: `13:34`, `~11:30`, `13:30–13:45`; a range that ends on another day says on which."""
    if moment.start is None:
        return ""
    if moment.end is None or _ends_soon(moment, zone):
        return clock_text(moment, zone)
    start = Moment(start=moment.start, precision=moment.precision)
    end = Moment(start=moment.end)
    return f"{clock_text(start, zone)} – {short_day(local(moment.end, zone).date())} {clock_text(end, zone)}"


def _ends_soon(moment: Moment, zone: str) -> bool:
    """Tell whether a range ends on the day it begins on, or in the night after."""
    if moment.start is None or moment.end is None:
        return True
    start, end = local(moment.start, zone), local(moment.end, zone)
    return (end.date() - start.date()).days <= (0 if end.time() >= start.time() else 1)


def time_of(material: Material, event: Event) -> str:
    """Return when an event was, as briefly as this report allows; empty if nobody knows."""
    zone = material.review.zone
    day = day_of(event.when, zone)
    if day is None:
        return event.when.as_written.strip()
    time = clock(event.when, zone)
    return time if time and day == material.usual_day else f"{short_day(day)} {time}".strip()


def title_of(event: Event) -> str:
    """Return what an event is called."""
    return event.title.strip() or "(untitled)"


def name_of(material: Material, event: Event) -> str:
    """Return an event by its time and its title."""
    return f"{time_of(material, event)} {title_of(event)}".strip()


def brief_name_of(material: Material, event: Event) -> str:
    """Return an event by its time, or if nobody knows it by its title."""
    return time_of(material, event) or title_of(event)


def seen_at(material: Material, events: Iterable[EventId]) -> str:
    """Return at which events something was, in order, as the end of a sentence; empty if none is there any more."""
    named = set(events)
    names = joined(brief_name_of(material, one) for one in material.review.events if one.id in named)
    return f"at {names}" if names else ""


def written_otherwise(moment: Moment, zone: str) -> bool:
    """Tell whether the source has a time in other letters than those that the clocks of `zone` give it."""
    written = moment.as_written.strip().replace("-", "–")
    return written not in {"", clock(moment, zone)} and written not in _forms(moment, zone)


def _forms(moment: Moment, zone: str) -> Iterator[str]:
    day = day_of(moment, zone)
    forms = [format_moment(moment, zone, day), format_moment(moment, zone), day.isoformat() if day else ""]
    return (form.replace("-", "–") for form in forms)
