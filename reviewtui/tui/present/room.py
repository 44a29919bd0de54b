"""What the room sees: the moment and what was told of it, large and calm, and nothing else.

Everything here is given a review that holds only what the room may see; see `analysis.room`.
"""

from collections.abc import Iterable

from textual.content import Content

from reviewtui.analysis.catching_up import catch_up
from reviewtui.analysis.discussed import Point
from reviewtui.analysis.knowing import knowing
from reviewtui.analysis.opening import Opening
from reviewtui.analysis.telling import telling_of, tellings
from reviewtui.analysis.told import marks
from reviewtui.model.lookups import event_of, key_moments
from reviewtui.model.moments import local
from reviewtui.model.place import CATCHING_UP, WHO_KNEW, Place, read_aloud_at
from reviewtui.model.review import ActionState, Event, EventId, Review, Stage
from reviewtui.notation.moment import clock_text
from reviewtui.report import outline
from reviewtui.report.differing import shown_differences
from reviewtui.tui.present.arrivals import catch_up_page
from reviewtui.tui.present.knowing import drawing, grid_head, grid_layout, grid_row
from reviewtui.tui.present.long_page import TextLine, heading, in_sight, line_at, named, top_for
from reviewtui.tui.present.opening import opening_page
from reviewtui.tui.present.people import people_rows
from reviewtui.tui.present.report import report_lines
from reviewtui.tui.present.room_accounts import side_by_side
from reviewtui.tui.present.services import gap_lines
from reviewtui.tui.present.timeline import day_row, event_row, kinds_width, rows, star
from reviewtui.tui.present.words import hanging, row, said, said_line, stacked

_NOTHING_TO_READ = Opening()
_HEAD = {Stage.PEOPLE: "Who is here", Stage.DIFFERENCES: "Where our pictures differ", Stage.LEARNING: "What we learn"}
_OPEN_ACTIONS = frozenset(ActionState) - {ActionState.DECLINED, ActionState.DONE}


def room_page(review: Review, place: Place, width: int, height: int, opening: Opening = _NOTHING_TO_READ) -> Content:
    """Return what the room sees of a place, as so many lines of so many cells.

    Args:
        review: What the room may see of the review.
        place: Where the facilitator stands.
        width: Cells.
        height: Lines.
        opening: What is read aloud, where that is what the facilitator does.
    """
    at = read_aloud_at(place)
    shown = _body(review, place, width, height - 2) if at is None else opening_page(opening, at, width, height - 2)
    return stacked([*shown, *([Content("")] * (height - 1 - len(shown))), _foot(review, place, width)])


def _body(review: Review, place: Place, width: int, height: int) -> list[Content]:
    if place.record == CATCHING_UP:
        return in_sight(named(_where_it_stands(review, place, width)), 0, height)
    match place.stage:
        case Stage.TIMELINE:
            return _timeline(review, place.event, width, height)
        case Stage.ACCOUNTS:
            return in_sight(named(_moment(review, place, width, height)), 0, height)
        case Stage.DIFFERENCES if place.record == WHO_KNEW:
            return in_sight(named(_who_knew(review, place.event, width)), 0, height)
        case Stage.REPORT:
            report = report_lines(outline(review), width)
            return in_sight(report, line_at(report, place.record), height)
        case stage:
            lines = _list(review, stage, width)
            return _listed(_HEAD.get(stage, _HEAD[Stage.PEOPLE]), lines, _names_at(review, place, lines), height)


def _list(review: Review, stage: Stage, width: int) -> list[TextLine]:
    match stage:
        case Stage.DIFFERENCES:
            return _differences(review, width)
        case Stage.LEARNING:
            return _learning(review, width)
        case _:
            return _people(review, width)


def _listed(head: str, lines: list[TextLine], names: Iterable[str], height: int) -> list[Content]:
    """Return what is listed under a head that stays, as far as what is at hand is in sight."""
    room = max(height - 2, 1)
    return [Content.styled(head, "bold"), Content(""), *in_sight(lines, top_for(lines, names, room), room)]


def _names_at(review: Review, place: Place, lines: list[TextLine]) -> Iterable[str]:
    """Return what names the lines that are at hand: a record's, or a difference's and those of an event before it."""
    if place.stage is not Stage.DIFFERENCES:
        return (place.record,)
    there = {line.name for line in lines}
    at = next((number for number, event in enumerate(review.events) if event.id == place.event), -1)
    before = next((event.id for event in reversed(review.events[: at + 1]) if event.id in there), "")
    return (f"{place.event} {place.record}", before)


def _where_it_stands(review: Review, place: Place, width: int) -> list[Content]:
    """Return the five lines for somebody who has arrived."""
    page = catch_up_page(catch_up(review, place.event, place.role), width)
    return [Content.styled("Where we are", "bold"), Content(""), *page.split("\n")]


def _foot(review: Review, place: Place, width: int) -> Content:
    """Return the last line: which review this is, which moment of how many, and when it ends."""
    end = review.meeting.planned_end
    ends = f"ends {local(end, review.zone):%H:%M}" if end and review.meeting.ended is None else ""
    moment = _moment_count(review, place.event) if place.stage in {Stage.TIMELINE, Stage.ACCOUNTS} else ""
    room = width - len(ends) - len(moment) - 2
    left = row(said_line(review.title, "$dim", cells=room), (moment, "$dim"))
    return row(left, " " * max(width - left.cell_length - len(ends), 1), (ends, "$dim"))


def _moment_count(review: Review, here: EventId | None) -> str:
    moments = key_moments(review)
    place = next((number for number, event in enumerate(moments, 1) if event.id == here), None)
    return f" · key moment {place} of {len(moments)}" if place else ""


# --- a moment --------------------------------------------------------------------------------------------------------


def _moment(review: Review, place: Place, width: int, height: int) -> list[Content]:
    event = event_of(review, place.event)
    if event is None:
        return [Content.styled("No moment yet", "$dim")]
    head = _event_head(review, event, width)
    below = _differences_at(review, event, width)
    room = max(height - len(head) - len(below) - 1, 3)
    told = side_by_side(review, event, width, room, place)
    gap = [Content("")] * max(height - len(head) - len(told) - len(below), 1) if below else []
    return [*head, *told, *gap, *below]


def _event_head(review: Review, event: Event, width: int) -> list[Content]:
    """Return which moment it is: its time and title, and what it is and was seen on."""
    head = row(star(event), (f"{clock_text(event.when, review.zone)}   ", "bold"))
    about = [event.kind.value, *dict.fromkeys(link.label for link in event.evidence if link.label)]
    below = row(" " * head.cell_length, said_line(" · ".join(about), "$dim", cells=width - head.cell_length))
    return [*hanging(head, said(event.title, "bold"), width), below, Content("")]


def _differences_at(review: Review, event: Event, width: int) -> list[Content]:
    told = telling_of(review, event.id)
    found = shown_differences(review, (told,)).get(event.id, ()) if told else ()
    return [
        line for shown in found for line in hanging(Content.styled("≠ ", "$key-moment"), said(shown.sentence), width)
    ]


# --- the other stages ------------------------------------------------------------------------------------------------


def _timeline(review: Review, here: EventId | None, width: int, height: int) -> list[Content]:
    """Return the events around the one at hand, days above them."""
    places = rows(review)
    at = next((n for n, one in enumerate(places) if one.event is not None and review.events[one.event].id == here), 0)
    first = min(max(at - height // 2, 0), max(len(places) - height, 0))
    told, kinds = marks(review), kinds_width(review)
    lines: list[Content] = []
    for number, one in enumerate(places[first : first + height], first):
        if one.event is None:
            lines.append(day_row(one.day, width))
        else:
            line = event_row(review, review.events[one.event], told, width - 2, kinds)
            lines.append(row(("▌ ", "$here"), line.stylize("bold")) if number == at else row("  ", line))
    return lines or [Content.styled("No moments yet", "$dim")]


def _people(review: Review, width: int) -> list[TextLine]:
    people = [line for name, content in people_rows(review, width) for line in named(content.split("\n"), name)]
    return [*people, *named([Content(""), *gap_lines(review, width)])]


def _differences(review: Review, width: int) -> list[TextLine]:
    """Return by event where the pictures differ, and what the room made of it; an event without stands unseen."""
    found = shown_differences(review, tellings(review))
    lines: list[TextLine] = []
    for event in review.events:
        if event.id in found:
            clock = Content.styled(f"{clock_text(event.when, review.zone)}  ", "bold")
            lines += heading(hanging(clock, said(event.title, "bold"), width), event.id)
            lines += (line for shown in found[event.id] for line in _difference(shown, width))
            lines += named([Content("")])
    return lines or named([Content.styled("Nothing differs yet", "$dim")])


def _difference(shown: Point, width: int) -> list[TextLine]:
    lines = hanging(Content.styled("  ≠ ", "$key-moment"), said(shown.sentence), width)
    if shown.discussion and shown.discussion.note.strip():
        lines += hanging(Content("    "), said(shown.discussion.note, "$dim"), width)
    return named(lines, f"{shown.event} {shown.name}")


def _who_knew(review: Review, here: EventId | None, width: int) -> list[Content]:
    """Return who knew of the moment at hand since when, and below it of every key moment."""
    known = knowing(review, here)
    at = next((one for one in known if one.event.id == here), None)
    if at is None:
        return [Content.styled("No moments yet", "$dim")]
    layout = grid_layout(review, width, 0)
    return [
        *_event_head(review, at.event, width),
        *drawing(review, at, [one.event for one in known], width, None),
        Content(""),
        grid_head(review, layout),
        *(grid_row(review, one, layout, None) for one in known),
    ]


def _learning(review: Review, width: int) -> list[TextLine]:
    """Return what was found, thought of and left open, each list under its name."""
    open_actions = [one for one in review.actions if one.state in _OPEN_ACTIONS]
    lists: tuple[tuple[str, list[tuple[str, str]]], ...] = (
        ("Factors", [(one.id, f"{one.kind}, {one.effect}: {one.text}") for one in review.factors]),
        ("Insights", [(one.id, f"{one.lens}: {one.text}") for one in review.insights]),
        ("Ideas for action", [(one.id, _action(one.text, one.owner)) for one in open_actions]),
        ("Open questions", [(one.id, one.text) for one in review.questions if not one.answer.strip()]),
    )
    lines: list[TextLine] = []
    for name, points in lists:
        if points:
            lines += heading([Content.styled(name, "$here")])
            lines += (line for id_, text in points for line in _point(id_, text, width))
            lines += named([Content("")])
    return lines or named([Content.styled("Nothing is written down yet", "$dim")])


def _action(text: str, owner: str) -> str:
    return f"{text} · {owner}" if owner.strip() else text


def _point(id_: str, text: str, width: int) -> list[TextLine]:
    return named(hanging(Content("· "), said(text), width), id_)
