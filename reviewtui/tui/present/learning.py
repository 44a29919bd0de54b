"""What a review comes to, as it is looked at: four lists, and what a line becomes while it is typed."""

from collections.abc import Iterable
from datetime import date

from textual.content import Content

from reviewtui.analysis.entry import Entry
from reviewtui.analysis.learned import (
    OPEN,
    PARKED,
    Learned,
    Together,
    events_of,
    group_of,
    is_private,
    kind_of,
    records,
    together,
)
from reviewtui.model.lookups import role_of
from reviewtui.model.review import (
    Action,
    ActionState,
    Effect,
    Event,
    Factor,
    FactorKind,
    Insight,
    InsightId,
    Lens,
    Question,
    Review,
    RoleId,
)
from reviewtui.notation.learned import FORMS, Kind
from reviewtui.notation.lines import (
    ActionLine,
    InsightLine,
    QuestionLine,
    format_action,
    format_factor,
    format_insight,
    format_question,
)
from reviewtui.notation.moment import NO_CLOCK, clock_text
from reviewtui.tui.present.words import day_words, hanging, row, said_line, said_lines, stacked

NAMES = {Kind.FACTOR: "Factors", Kind.INSIGHT: "Insights", Kind.ACTION: "Actions", Kind.QUESTION: "Questions"}
ADDED_BY = {Kind.FACTOR: "f", Kind.INSIGHT: "i", Kind.ACTION: "a", Kind.QUESTION: "o"}
_GROUPS: dict[str, str] = {
    FactorKind.HUMAN: "Human",
    FactorKind.TECHNICAL: "Technical",
    Lens.USAGE: "From using it",
    Lens.ENGINEERING: "From building it",
    Lens.OPERATIONAL: "From operating it",
    ActionState.AGREED: "Agreed",
    ActionState.UNDER_WAY_ELSEWHERE: "Under way elsewhere",
    ActionState.DONE: "Done",
    ActionState.SOAKING: "Being thought over",
    ActionState.IDEA: "Ideas, not agreed",
    ActionState.DECLINED: "Declined",
    "open": "Open",
    "answered": "Answered",
    "prepared": "Prepared, yours alone",
    PARKED: "Parked, yours alone",
}
_EFFECTS = {Effect.CONTRIBUTED: "", Effect.MADE_IT_HARDER: "harder", Effect.MADE_IT_EASIER: "easier"}
_EFFECT_COLUMN = 8
_INDENT = 2
_MOST_LINES = 8
_MOST_CELLS_BESIDE = 400
_MOST_TIMES = 5
_NONE_YET = {
    Kind.FACTOR: "Several conditions met, and none of them is the cause.",
    Kind.INSIGHT: "What somebody here knows now and did not know before.",
    Kind.ACTION: "An idea first; space says what becomes of it. None, with the reason, is a good answer.",
    Kind.QUESTION: "What nobody here could answer.",
}


# --- the lists -------------------------------------------------------------------------------------------------------


def none_yet(kind: Kind) -> Content:
    """Return what stands in place of a list that is empty: what to press, and what to write."""
    example = FORMS[kind][0].example
    head = row(f"No {NAMES[kind].lower()} yet: ", (ADDED_BY[kind], "bold"), f" adds one, such as “{example}”")
    return stacked([head, Content.styled(_NONE_YET[kind], "$dim")])


def learned_rows(review: Review, kind: Kind, width: int, *, spaced: bool) -> list[tuple[str, Content]]:
    """Return the rows of a list by id, those of one group below its name, which has no id.

    Args:
        review: The review.
        kind: The list.
        width: The cells there are.
        spaced: Whether there is room between the groups.
    """
    found: list[tuple[str, Content]] = []
    for group in together(review, kind):
        found.append(("", row("\n" if found and spaced else "", _group_name(group))))
        found += [(one.id, stacked(_record(review, one, width))) for one in group.records]
    return found


def _group_name(group: Together) -> Content:
    return Content.styled(_GROUPS[group.name], "$private" if is_private(group.records[0]) else "$dim")


def _record(review: Review, record: Learned, width: int) -> list[Content]:
    """Return a record whole: its text, and below it who, when and what it is linked to."""
    style = "$private" if is_private(record) else ""
    head = Content(" " * _INDENT)
    if isinstance(record, Factor):
        head = row(head, (f"{_EFFECTS[record.effect]:<{_EFFECT_COLUMN}}", "$dim"))
    text = said_lines(record.text, max(width - head.cell_length, 4), _MOST_LINES, style)
    lines = hanging_lines(head, text)
    below = Content(" " * (head.cell_length + _INDENT))
    for aside in _asides(review, record):
        lines += hanging(below, aside, width)
    if isinstance(record, Action):
        lines += [
            row(below, one.truncate(width - below.cell_length, ellipsis=True)) for one in _insights(review, record)
        ]
    return lines


def hanging_lines(head: Content, lines: list[Content]) -> list[Content]:
    """Return lines beside a head, which stands on the first of them."""
    below = Content(" " * head.cell_length)
    return [row(head if number == 0 else below, line) for number, line in enumerate(lines)]


def _asides(review: Review, record: Learned) -> list[Content]:
    """Return what there is to say below a record, a line each."""
    match record:
        case Factor():
            found = [_joined([_roles(review, "raised by", record.roles), *_times(review, record)])]
        case Insight():
            who = [_roles(review, "said by", record.said_by), _roles(review, "new to", record.new_to)]
            found = [_joined([*who, *_times(review, record)]), _text("for others: ", record.for_whom)]
        case Action():
            found = [
                _joined(_who_and_when(record)),
                _text("reason: ", record.reason),
                _text("tracker: ", record.tracker),
            ]
        case Question():
            asked_by = (record.asked_by,) if record.asked_by else ()
            found = [_joined([_roles(review, "asked by", asked_by), *_times(review, record)])]
            found.append(_text("→ ", record.answer, style=""))
    return [one for one in found if one.plain]


def _joined(parts: Iterable[Content]) -> Content:
    return Content.styled(" · ", "$dim").join(part for part in parts if part.plain)


def _text(before: str, text: str, style: str = "$dim") -> Content:
    """Return a text behind a word that says what it is; nothing of a text that is blank."""
    if not text.strip():
        return Content("")
    return row((before, "$dim"), said_line(" ".join(text.split()), style, cells=_MOST_CELLS_BESIDE))


def _roles(review: Review, before: str, roles: Iterable[RoleId]) -> Content:
    found = [role for one in roles if (role := role_of(review, one))]
    names = Content.styled(", ", "$dim").join(said_line(role.name, f"$role-{role.slot}", cells=40) for role in found)
    return row((f"{before} ", "$dim"), names) if found else Content("")


def _times(review: Review, record: Learned) -> list[Content]:
    events = events_of(review, record)
    named = [brief_event(review, event) for event in events[:_MOST_TIMES]]
    more = f" and {len(events) - _MOST_TIMES} more" if len(events) > _MOST_TIMES else ""
    return [said_line(f"at {', '.join(named)}{more}", "$dim")] if events else []


def brief_event(review: Review, event: Event) -> str:
    """Return an event by its time, or if nobody knows it by the beginning of its title."""
    clock = clock_text(event.when, review.zone)
    return clock if clock != NO_CLOCK else said_line(event.title.strip() or "(untitled)", cells=20).plain


def _who_and_when(action: Action) -> list[Content]:
    parts = [_text("", action.owner), Content.styled(due_words(action.due), "$dim")]
    if action.state is ActionState.AGREED and not action.owner.strip():
        parts.insert(0, Content.styled("no owner yet", "$key-moment"))
    return parts


def due_words(due: date | None) -> str:
    """Return a day by which something is to be done: `due Fri 4 Dec 2026`."""
    return f"due {day_words(due)}" if due else ""


def _insights(review: Review, action: Action) -> list[Content]:
    named: dict[InsightId, Insight] = {one.id: one for one in review.insights}
    return [_text("from: ", named[one].text) for one in action.insights if one in named]


# --- beside the list -------------------------------------------------------------------------------------------------


def counts(review: Review) -> list[tuple[Kind, Content]]:
    """Return the name of each list with what is in it."""
    return [(kind, row(f"{NAMES[kind]} ", str(len(records(review, kind))), _of_which(review, kind))) for kind in Kind]


def _of_which(review: Review, kind: Kind) -> str:
    """Return how many of a list are agreed, or open and parked."""
    wanted = {Kind.ACTION: (ActionState.AGREED.value,), Kind.QUESTION: (OPEN, PARKED)}.get(kind, ())
    groups = [group_of(one) for one in records(review, kind)]
    return "".join(f" · {groups.count(one)} {one}" for one in wanted if one in groups)


def peek(review: Review, kind: Kind, width: int, most: int) -> Content:
    """Return a list in short, for a look at it from another: a line each, at most so many.

    Args:
        review: The review.
        kind: The list.
        width: The cells there are.
        most: The lines there may be, its name among them.
    """
    everything = [one for group in together(review, kind) for one in group.records]
    room = max(most - 1, 1)
    shown = everything if len(everything) <= room else everything[: room - 1]
    lines = [Content.styled(NAMES[kind], "bold"), *(_in_short(one, width) for one in shown)]
    if len(shown) < len(everything):
        lines.append(Content.styled(f"  and {len(everything) - len(shown)} more", "$dim"))
    if not everything:
        lines.append(row(("  none yet: ", "$dim"), (ADDED_BY[kind], "bold"), (" adds one", "$dim")))
    return stacked(lines)


def _in_short(record: Learned, width: int) -> Content:
    style, head = ("$private", "private · ") if is_private(record) else ("$dim", "")
    return row("  ", said_line(head + " ".join(record.text[: 4 * width].split()), style, cells=width - 2))


# --- the line --------------------------------------------------------------------------------------------------------


def at_hand(review: Review, event: Event | None) -> Content:
    """Return the event that new lines are linked to, as it stands beside the names of the lists."""
    if event is None:
        return Content("")
    return row(("at hand ", "$dim"), said_line(f"{brief_event(review, event)} {event.title}", "$dim", cells=60))


def line_of(review: Review, record: Learned, today: date) -> str:
    """Return the line that would add a record."""
    roles = review.roles
    match record:
        case Factor():
            return format_factor(record.kind, record.effect, record.text)
        case Insight():
            said = InsightLine(record.text, record.lens, record.said_by, record.new_to, record.for_whom)
            return format_insight(said, roles)
        case Action():
            return format_action(ActionLine(record.text, record.state, record.owner, record.due, record.reason), today)
        case Question():
            return format_question(QuestionLine(record.text, record.asked_by, answer=record.answer), roles)


def becomes(review: Review, entry: Entry, width: int) -> Content:
    """Return what a line becomes, and what was doubtful in reading it, in one line."""
    record = entry.record
    parts = [Content(f"→ {_what(record)}"), *_linked(review, record)]
    meaning = Content(" · ").join(part for part in parts if part.plain).stylize("$dim")
    doubts = said_line("".join(f"; {problem}" for problem in entry.problems), "$key-moment")
    return row(meaning, doubts).truncate(max(width, 1), ellipsis=True)


def _what(record: Learned) -> str:
    match record:
        case Factor():
            return f"{record.kind} factor, {record.effect}"
        case Insight():
            return f"insight {_GROUPS[record.lens].lower()}"
        case Action():
            return f"action: {record.state}"
        case Question():
            return "question, answered" if record.answer.strip() else "open question"


def _linked(review: Review, record: Learned) -> list[Content]:
    if isinstance(record, Action):
        owner = said_line(record.owner and f"@{record.owner}", cells=30)
        insights = (one.truncate(40, ellipsis=True) for one in _insights(review, record))
        return [owner, Content(due_words(record.due)), *insights]
    named = [one.truncate(60, ellipsis=True) for one in _asides(review, record)[:1]]
    if isinstance(record, Insight):
        factors = [one.text for one in review.factors if one.id in record.factors]
        named += [said_line(f"with the factor “{text}”", cells=40) for text in factors]
    titles = [said_line(event.title, cells=30) for event in events_of(review, record)]
    return [*named, *titles]


def added(record: Learned) -> str:
    """Return what to tell when a record was added from another stage."""
    return f"added to {NAMES[kind_of(record)].lower()}: 5 shows them"
