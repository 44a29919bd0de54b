"""The timeline as rows: days, and below each its events."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from textual.content import Content

from reviewtui.analysis.told import Mark, Marks, mark_of
from reviewtui.model.moments import Moment, day_of
from reviewtui.model.review import Event, EventKind, Review, Role
from reviewtui.notation.event import KIND_WORDS, EventLine, more_than_title
from reviewtui.notation.moment import NO_CLOCK, clock_text
from reviewtui.tui.present.words import counted, day_words, row, said, said_line, stacked

SIGNS = {Mark.TOLD: "●", Mark.WRITTEN: "◐", Mark.NOT_YET: "○"}
KEY_MOMENT = "★"
DISCUSSED = "✓"
CHOSEN = "+"
_NO_DAY = "Time not known"
_WIDE = 64
_MOST_MARKS = 6


class TimelineRow(NamedTuple):
    """A row of the timeline: an event, or the day that those below it are on."""

    event: int | None
    """The place of the event in the review; `None`: a day."""
    day: date | None


def rows(review: Review, places: Iterable[int] | None = None) -> tuple[TimelineRow, ...]:
    """Return the rows of the timeline: each event, and a row above the first of each day.

    Args:
        review: The review.
        places: The places of the events that are shown, in order; `None`: all are.
    """
    found: list[TimelineRow] = []
    last: tuple[date | None] | None = None
    for place in range(len(review.events)) if places is None else places:
        day = day_of(review.events[place].when, review.zone)
        if last != (day,):
            found.append(TimelineRow(None, day))
            last = (day,)
        found.append(TimelineRow(place, day))
    return tuple(found)


def day_row(day: date | None, width: int) -> Content:
    """Return the row above the events of a day."""
    return said_line(day_words(day) if day else _NO_DAY, "$dim", cells=width)


def kinds_width(review: Review) -> int:
    """Return the cells that kinds take in a review, so that all its titles stand in one column."""
    return max((kind_words(kind).cell_length for kind in {event.kind for event in review.events}), default=0)


def event_row(
    review: Review, event: Event, all_marks: Marks, width: int, kinds: int, *, is_chosen: bool = False
) -> Content:
    """Return an event's row: its time, who has told it, whether it is a key moment, and its title.

    Args:
        review: The review.
        event: The event.
        all_marks: Who has told what.
        width: The cells there are.
        kinds: The cells that kinds take.
        is_chosen: Whether something is to be done with it.
    """
    chosen = Content.styled(CHOSEN, "bold $here") if is_chosen else Content(" ")
    head = row(
        _clock(review, event, wide=width >= _WIDE), chosen, _told(review, event, all_marks, width), " ", star(event)
    )
    kind = _padded(kind_words(event.kind), kinds) if width >= _WIDE else Content("")
    done = _done(event)
    rest = width - head.cell_length - kind.cell_length - done.cell_length
    title = said_line(event.title, cells=rest)
    return row(head, kind, _padded(title, rest) if event.discussed else title, done)


def pick_rows(review: Review, places: Iterable[int], all_marks: Marks, width: int) -> list[tuple[str, Content]]:
    """Return the rows of events to pick from, by their ids; a day's row, above those that are on it, has none."""
    kinds = kinds_width(review)
    found: list[tuple[str, Content]] = []
    for one in rows(review, places):
        if one.event is None:
            found.append(("", day_row(one.day, width)))
        else:
            event = review.events[one.event]
            found.append((event.id, event_row(review, event, all_marks, width, kinds)))
    return found


def picked_words(shown: int, fitting: int, query: str) -> str:
    """Return how many events fit what was typed."""
    if not fitting:
        return "no moment is like that"
    fewer = f", {shown} shown: another word narrows them" if shown < fitting else ""
    return f"{counted(fitting, 'moment')}{' found' if query.strip() else ''}{fewer}"


def _told(review: Review, event: Event, all_marks: Marks, width: int) -> Content:
    """Return who has told an event: a sign for each role, or how many have where there is no room for all signs."""
    if width >= _WIDE or len(review.roles) <= _MOST_MARKS:
        return marks_of(review, event, all_marks)
    found = [mark_of(all_marks, event.id, role.id) for role in review.roles]
    sign = next((mark for mark in (Mark.WRITTEN, Mark.TOLD) if mark in found), Mark.NOT_YET)
    of_all = f"/{len(found)}"
    count = f"{found.count(Mark.TOLD):>{len(of_all) - 1}}{of_all}"
    return row((f"{SIGNS[sign]}{count}", "$dim" if sign is Mark.NOT_YET else ""))


def marks_of(review: Review, event: Event, all_marks: Marks) -> Content:
    """Return a sign for each role, in its colour: told, written, not yet."""
    signs = ((mark_of(all_marks, event.id, role.id), role.slot) for role in review.roles)
    return row(*((SIGNS[mark], f"$role-{slot}" if mark is not Mark.NOT_YET else "$dim") for mark, slot in signs))


def legend() -> Content:
    """Return what the signs beside an event mean."""
    told = "  ".join(f"{sign} {mark.value}" for mark, sign in SIGNS.items())
    return row(
        (f"{told}\n", "$dim"),
        (KEY_MOMENT, "$key-moment"),
        (" key moment  ", "$dim"),
        (DISCUSSED, "$kept"),
        (" discussed", "$dim"),
    )


def star(event: Event) -> Content:
    """Return the sign of a key moment, or its room."""
    return Content.styled(f"{KEY_MOMENT} ", "$key-moment") if event.key_moment else Content("  ")


def _done(event: Event) -> Content:
    """Return the sign at the end of the row of an event that the room has talked about."""
    return Content.styled(f" {DISCUSSED}" if event.discussed else "", "$kept")


def kind_words(kind: EventKind) -> Content:
    """Return a kind in the shortest word that one may write for it, with room behind; none of a plain event."""
    words = "" if kind is EventKind.EVENT else min(KIND_WORDS[kind], key=len)
    return Content.styled(f"{words}  ", "$dim") if words else Content("")


def _padded(content: Content, width: int) -> Content:
    return content.pad_right(max(width - content.cell_length, 0))


def _clock(review: Review, event: Event, *, wide: bool) -> Content:
    """Return the time of an event, set so that the clocks of all rows stand in one column."""
    clock = clock_text(event.when, review.zone)
    if clock == NO_CLOCK:
        return Content.styled(f" {NO_CLOCK:<12}" if wide else f" {NO_CLOCK}", "$dim")
    about, plain = ("~", clock[1:]) if clock.startswith("~") else (" ", clock)
    start = plain.split("–", maxsplit=1)[0]
    return Content(f"{about}{plain:<12}" if wide else f"{about}{start}")


def moment_words(moment: Moment, zone: str) -> str:
    """Return a moment as it was understood: `Thu 12 Nov 2026, 10:42`."""
    day = day_of(moment, zone)
    if moment.start is not None and day is not None:
        return f"{day_words(day)}, {clock_text(moment, zone)}"
    return f"{day_words(day)}, time not known" if day else "time not known"


def line_meaning(read: EventLine, zone: str) -> str:
    """Return what an event line will become, as it stands beside it while it is typed."""
    kind = "" if read.kind is EventKind.EVENT else f" · {read.kind.value}"
    return "; ".join([f"→ {moment_words(read.when, zone)}{kind}", *read.problems])


def event_detail(review: Review, event: Event, told: Marks, width: int) -> Content:
    """Return all there is of an event: when, what, from where, and who has told it."""
    lines = [
        row(
            (moment_words(event.when, review.zone), "bold"),
            (f"  {KEY_MOMENT}" if event.key_moment else "", "$key-moment"),
        ),
        *(_aside(words, width) for words in (_kind(event), _as_written(event)) if words),
        *([Content.styled(f"{DISCUSSED} discussed", "$kept")] if event.discussed else []),
        Content(""),
        *said(event.title, "bold").wrap(width),
    ]
    if more := more_than_title(event.title, event.detail, event.evidence):
        lines += [Content(""), *said(more).wrap(width)]
    lines += [Content("")] if event.evidence or _documents(event) else []
    for link in event.evidence:
        lines += said(f"{link.label} {link.url}".strip(), "$dim").wrap(width)
    lines += [line for document in _documents(event) for line in said(f"read from {document}", "$dim").wrap(width)]
    lines += [Content(""), *(_role_mark(role, mark_of(told, event.id, role.id)) for role in review.roles)]
    return stacked(lines)


def _aside(text: str, width: int) -> Content:
    return said_line(text, "$dim", cells=width)


def _kind(event: Event) -> str:
    return "" if event.kind is EventKind.EVENT else event.kind.value


def _as_written(event: Event) -> str:
    return f"as written: {event.when.as_written}" if event.sources and event.when.as_written else ""


def _documents(event: Event) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source.document for source in event.sources if source.document))


def _role_mark(role: Role, mark: Mark) -> Content:
    style = "$dim" if mark is Mark.NOT_YET else f"$role-{role.slot}"
    return row((f"{SIGNS[mark]} ", style), said_line(role.name), (f" {mark.value}", "$dim"))
