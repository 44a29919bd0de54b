"""Five lines for somebody who comes later: enough to join in, and nothing that the room has not heard."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reviewtui.analysis.certain import impact, timing, unaware
from reviewtui.analysis.difference import CERTAIN, Difference, Everywhere, Scene
from reviewtui.analysis.differences import PASSES, discussion_of
from reviewtui.analysis.phrases import capitalised, counted, event_name, joined
from reviewtui.analysis.telling import Telling, tellings
from reviewtui.model.lookups import event_of, key_moments, role_of
from reviewtui.model.moments import day_of
from reviewtui.model.review import Event, EventId, Part, Review, RoleId, Stage, Verdict

_NAMED = 3
_LONGEST_SUMMARY = 240
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=\W*[A-Z0-9])|\n")
_WHERE = {
    Stage.PEOPLE: "At the beginning: who is here, and what for.",
    Stage.DIFFERENCES: "We look at where our pictures differ.",
    Stage.LEARNING: "We collect what we learned, and ideas for action.",
    Stage.REPORT: "We look at what is to be shared, and with whom.",
}
_ALIKE = "Nothing that was told so far differs from one role to the next."
_HOW = "Tell it as it looked to you then: several pictures of it are what we are here for."


class CatchUpLine(NamedTuple):
    """One of the five lines."""

    label: str
    text: str


def catch_up(review: Review, here: EventId | None = None, role: RoleId | None = None) -> tuple[CatchUpLine, ...]:
    """Return five lines: what happened, where the review is, what was told, what differs, and what comes next.

    Nothing private is in them, nothing veiled, and of the differences only those that are certain or confirmed.

    Args:
        review: The review.
        here: The event that one stands at.
        role: The role of whoever comes, if they have one.
    """
    told = tuple(telling for telling in tellings(review) if telling.tellers)
    return (
        CatchUpLine("what", _what(review)),
        CatchUpLine("where", _where(review, event_of(review, here))),
        CatchUpLine("told", _told(review, told)),
        CatchUpLine("differs", _differs(review, told, here)),
        CatchUpLine("next", _next(review, told, here, role)),
    )


def _what(review: Review) -> str:
    days = (day_of(event.when, review.zone) for event in review.events)
    day = next((day for day in days if day), None)
    title = _one_line(review.title) or "An incident"
    name = f"{title}, {day.day} {day:%B %Y}" if day else title
    return f"{name}. {_opening(review.summary) or _set_off(review)}".strip()


def _opening(summary: str) -> str:
    """Return a summary on one line; of a long one what it begins with."""
    if len(summary) <= _LONGEST_SUMMARY:
        return _one_line(summary)
    return _one_line(_SENTENCE_END.split(summary.strip(), maxsplit=1)[0])


def _set_off(review: Review) -> str:
    named = joined(_one_line(service.name) for service in review.services if service.part is Part.SET_IT_OFF)
    return f"Set off by {named}." if named else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _where(review: Review, event: Event | None) -> str:
    if review.stage in _WHERE:
        return _WHERE[review.stage]
    if review.stage is Stage.TIMELINE or event is None:
        number = counted(len(review.events))
        return f"We put together what happened when: {number} event{'' if len(review.events) == 1 else 's'} so far."
    moments = [moment.id for moment in key_moments(review)]
    place = f", key moment {moments.index(event.id) + 1} of {len(moments)}" if event.id in moments else ""
    return f"Each role tells its view of {event_name(event, review.zone)}{place}."


def _told(review: Review, told: tuple[Telling, ...]) -> str:
    moments = key_moments(review)
    all_told = [telling.event for telling in told]
    events = [event for event in all_told if event.key_moment] if moments else all_told
    if not events:
        return "Nothing has been told yet."
    begun = "" if len(events) <= _NAMED else ", most lately "
    named = joined(event_name(event, review.zone) for event in events[-_NAMED:])
    if not moments:
        return f"{capitalised(counted(len(events)))} of {len(review.events)} events{begun or ': '}{named}."
    return f"{capitalised(counted(len(events)))} of {counted(len(moments))} key moments{begun or ': '}{named}."


def _differs(review: Review, told: tuple[Telling, ...], here: EventId | None) -> str:
    found = tuple(_heard(review, told))
    if not found:
        return _ALIKE if told else "There is nothing to compare yet."
    lately = next((one for one in reversed(found) if one.kind in CERTAIN), found[-1])
    at_hand = next((one for one in found if one.event == here), lately)
    more = len(found) - 1
    return at_hand.sentence if not more else f"{at_hand.sentence} And {counted(more)} more."


def _heard(review: Review, told: Iterable[Telling]) -> Iterator[Difference]:
    """Yield the differences that everybody may hear of: those that are certain or confirmed, and not judged to be none.

    Those to ask take long to find: they are looked for only where one was confirmed.
    """
    confirmed = {event for one in review.discussions if one.verdict is Verdict.CONFIRMED for event in one.events}
    around = Everywhere(review)
    for telling in told:
        for look in PASSES if telling.event.id in confirmed else (unaware, timing, impact):
            yield from (one for one in look(Scene(telling, around)) if _may_be_heard(review, one))


def _may_be_heard(review: Review, difference: Difference) -> bool:
    discussion = discussion_of(review, difference)
    verdict = discussion.verdict if discussion else None
    if difference.kind in CERTAIN:
        return verdict is not Verdict.NOT_A_DIFFERENCE
    return verdict is Verdict.CONFIRMED


def _next(review: Review, told: Iterable[Telling], here: EventId | None, role: RoleId | None) -> str:
    """Return what is to be told next, from where one stands on: by the role that comes, or if it has none by any."""
    by_event = {telling.event.id: {one.role.id for one in telling.tellers} for telling in told}
    asked = {role} if role_of(review, role) else {one.id for one in review.roles}
    left = [event for event in key_moments(review) if not asked <= by_event.get(event.id, set())]
    places = {event.id: place for place, event in enumerate(review.events)}
    at = places.get(here, 0) if here else 0
    ahead = next((event for event in left if places[event.id] >= at), next(iter(left), None))
    return f"{event_name(ahead, review.zone)}. {_HOW}" if ahead else f"What would you add? {_HOW}"
