"""The forms of the plan: how long and what for, the prepared questions, and the meeting's clock."""

from datetime import date, datetime, timedelta

import msgspec

from reviewtui.analysis.phrases import event_name
from reviewtui.edits.meeting import planned_end, set_clock, status_at
from reviewtui.edits.naming import Change
from reviewtui.edits.plan import change_question, plan_meeting, prepare_question
from reviewtui.model.lookups import Phase, event_of, phase_of
from reviewtui.model.moments import Moment, Precision, local
from reviewtui.model.review import Event, Question, Review
from reviewtui.notation.moment import format_moment
from reviewtui.tui.dialogs.event_form import read_when
from reviewtui.tui.dialogs.fields import ChoiceField, LongField, TextField, Values, text_in, words_in, words_of
from reviewtui.tui.dialogs.record_form import RecordForm

_LONGEST = 24 * 60
_AGENDA = "a line each: 09:30 who is here and what for (5 min)"
_NOT_A_LENGTH = f"a number of minutes, from 1 to {_LONGEST}"
_NO_TIME = "no time yet; write it as 10:42"
_NO_EVENT = "no event has this in its time and title"


def plan_form(review: Review) -> RecordForm:
    """Return the form of how long the meeting is to be and what it is to go through."""

    def change(values: Values) -> Change:
        minutes = _minutes(text_in(values, "minutes"))
        return plan_meeting.asked(
            minutes=minutes if minutes is not None else review.meeting.planned_minutes,
            agenda=text_in(values, "agenda"),
        )

    return RecordForm(
        title="The plan of the meeting",
        fields=(
            TextField("minutes", "minutes", str(review.meeting.planned_minutes), "60", is_replaced=True),
            LongField("agenda", "agenda", review.settings.agenda, _AGENDA, rows=9),
        ),
        change=change,
        hints=lambda values: {} if _minutes(text_in(values, "minutes")) else {"minutes": _NOT_A_LENGTH},
    )


def _minutes(text: str) -> int | None:
    """Return how many minutes a text says; `None` if it says no length that a meeting can have."""
    digits = text.strip()
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= len(str(_LONGEST))):
        return None
    return int(digits) if 0 < int(digits) <= _LONGEST else None


def clock_form(review: Review, now: datetime) -> RecordForm:
    """Return the form of the meeting's clock: whether it is under way, and its times.

    Args:
        review: The review.
        now: What a time is that nothing is written for.
    """
    meeting, zone = review.meeting, review.zone
    started = meeting.started or now
    ends = meeting.planned_end or planned_end(started, meeting.planned_minutes)
    day = local(started, zone).date()

    def times(values: Values) -> tuple[datetime, datetime, datetime]:
        begun = _time_in(text_in(values, "started"), day, zone) or started
        until = _time_in(text_in(values, "ends"), day, zone, begun) or ends
        return begun, until, _time_in(text_in(values, "ended"), day, zone, begun) or meeting.ended or now

    def change(values: Values) -> Change:
        phase = Phase(words_in(values, "phase")[0])
        begun, until, ended = times(values)
        return set_clock.asked(
            started=None if phase is Phase.BEFORE else begun,
            planned_end=until,
            ended=ended if phase is Phase.HELD else None,
            status=status_at(review, phase),
        )

    def hints(values: Values) -> dict[str, str]:
        names = ("started", "ends", "ended")
        written = {name: text_in(values, name) for name in names}
        return {name: _NO_TIME for name in names if written[name].strip() and not _time_in(written[name], day, zone)}

    def shown(at: datetime | None) -> str:
        return format_moment(Moment(start=at, precision=Precision.EXACT), zone, day) if at else ""

    return RecordForm(
        title="The meeting's clock",
        fields=(
            ChoiceField("phase", "the meeting is", words_of(Phase), phase_of(meeting).value),
            TextField("started", "started", shown(meeting.started), "now"),
            TextField("ends", "is to end", shown(meeting.planned_end), shown(ends)),
            TextField("ended", "ended", shown(meeting.ended), "now"),
        ),
        change=change,
        hints=hints,
        is_undoable=False,
    )


def _time_in(text: str, day: date, zone: str, after: datetime | None = None) -> datetime | None:
    """Return the time that a text says; one that is not `after` what it follows is of the day after.

    `None` if it says no time.
    """
    found = read_when(text, day, zone).moment.start
    if found is not None and after is not None and found < after:
        return read_when(text, day + timedelta(days=1), zone).moment.start
    return found


def question_form(review: Review, question: Question, *, is_new: bool) -> RecordForm:
    """Return the form of a prepared question."""
    ask = prepare_question if is_new else change_question
    of = event_of(review, question.event)
    written = event_name(of, review.zone) if of else ""

    def event(values: Values) -> Event | None:
        text = text_in(values, "event")
        return of if text == written else event_meant(review, text)

    def change(values: Values) -> Change | None:
        found = event(values)
        changed = msgspec.structs.replace(question, text=text_in(values, "text"), event=found.id if found else None)
        return ask.asked(question=changed) if changed.text.strip() else None

    def hint(values: Values) -> str:
        found = event(values)
        if found is None:
            return _NO_EVENT if text_in(values, "event").strip() else ""
        return event_name(found, review.zone)

    title = "Parked (private)" if question.parked else "Prepared question (private)"
    return RecordForm(
        title="A question to bring (private)" if is_new else title,
        fields=(
            LongField("text", "question", question.text, "Users: what were you seeing when the first call came?"),
            TextField("event", "at", written, "the event it is about, if any: 10:42, or part of its title"),
        ),
        change=change,
        hints=lambda values: {"event": hint(values)},
    )


def event_meant(review: Review, text: str) -> Event | None:
    """Return the first event that has a text in its time and title; `None` if there is none, or no text."""
    part = " ".join(text.split()).casefold()
    if not part:
        return None
    return next((one for one in review.events if part in event_name(one, review.zone).casefold()), None)
