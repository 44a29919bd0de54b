"""Somebody who types a whole review from nothing, and counts the keys that are not what was said."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from reviewtui.analysis.learned import Learned, records
from reviewtui.model.lookups import people_in
from reviewtui.model.moments import day_of
from reviewtui.model.review import (
    Action,
    DifferenceKind,
    Duty,
    Event,
    EventId,
    Group,
    Part,
    Person,
    Question,
    Review,
    ReviewKind,
    Role,
    RoleId,
    Verdict,
)
from reviewtui.notation.event import format_event
from reviewtui.notation.learned import Kind
from reviewtui.tui.present.learning import line_of
from reviewtui.tui.widgets.difference_list import DifferenceList
from tests.journeys.facilitator import Facilitator

_KIND_KEYS = {Kind.FACTOR: "f", Kind.INSIGHT: "i", Kind.ACTION: "a", Kind.QUESTION: "o"}
_VERDICT_KEYS = {Verdict.CONFIRMED: "y", Verdict.LEFT_OPEN: "m", Verdict.NOT_A_DIFFERENCE: "x"}


@dataclass
class Typist:
    """Types at a keyboard, and counts.

    Args:
        user: The keyboard.
    """

    user: Facilitator
    keys: int = 0
    """Keys beyond what was said."""
    facts: int = 0
    """What was said: a name, a time with its event, a line that somebody told, a mark."""
    strokes: list[str] = field(default_factory=list)
    """Everything in order: what was said behind `=`, keys by Textual's names."""

    async def whole(self, review: Review) -> None:
        """Prepare a review, hold it, and export its report."""
        await self.begin(review)
        await self.prepare(review)
        await self.press("m")
        await self.build_timeline(review)
        await self.walk(review)
        await self.gather_actions(review)
        await self.judge(review)
        await self.export()

    async def press(self, *keys: str) -> None:
        """Press keys that are not what was said."""
        self.keys += len(keys)
        self.strokes += keys
        await self.user.press(*keys)

    async def say(self, text: str, facts: int = 1) -> None:
        """Type what was said: each of its lines but the last ends with a key that is not."""
        self.facts += facts
        first, *more = text.split("\n")
        await self._type(first)
        for line in more:
            await self.press("enter")
            await self._type(line)

    async def _type(self, line: str) -> None:
        self.strokes.append(f"={line}")
        if line:
            await self.user.pastes(line)

    # --- before ------------------------------------------------------------------------------------------------------

    async def begin(self, review: Review) -> None:
        """Make the review."""
        await self.press("n")
        await self.say(review.title)
        await self.press("tab", *["right"] * list(ReviewKind).index(review.kind), "tab", "left", "ctrl+s")
        self.facts += 2

    async def prepare(self, review: Review) -> None:
        """Those without a role, roles and their people, services, the plan, questions to bring."""
        for person in (one for one in review.people if one.role is None):
            await self._add_person(person)
        for role in review.roles:
            await self._add_role(role)
            for person in people_in(review, role.id):
                await self._add_person(person)
        for service in review.services:
            await self.press("s")
            await self.say(service.name)
            await self.press("tab", *["right"] * list(Part).index(service.part), "tab")
            await self._tick(review.roles, [role for role in review.roles if role.id in service.roles])
            await self.press("ctrl+s")
            self.facts += 1 + len(service.roles)
        await self.press("e", "tab")
        await self.say(review.settings.agenda, review.settings.agenda.count("\n") + 1)
        await self.press("ctrl+s")
        for question in (one for one in review.questions if one.prepared):
            await self.press("q")
            await self.say(question.text)
            await self.press("ctrl+s")

    async def _add_role(self, role: Role) -> None:
        await self.press("r")
        await self.say(role.name)
        await self.press("tab")
        await self.say(role.short_name)
        await self.press("tab")
        await self._tick(Group, role.groups)
        await self.press("ctrl+s")
        self.facts += len(role.groups)

    async def _add_person(self, person: Person) -> None:
        await self.press("p")
        await self.say(person.name)
        duty = list(Duty).index(person.duty)
        await self.press("tab", "tab", *["right"] * duty, "tab")
        self.facts += duty > 0
        await self.say(person.team)
        await self.press("ctrl+s")

    async def _tick(self, options: Iterable[object], wanted: Iterable[object]) -> None:
        chosen, at = list(wanted), 0
        for place, option in enumerate(options):
            if option in chosen:
                await self.press(*["right"] * (place - at), "space")
                at = place

    # --- during ------------------------------------------------------------------------------------------------------

    async def build_timeline(self, review: Review) -> None:
        """Add every event in a line, and mark the key moments."""
        await self.press("2", "e")
        day = day_of(review.events[0].when, review.zone)
        for number, event in enumerate(review.events):
            known = day if number else None
            await self.say(format_event(event.when, event.kind, event.title, review.zone, known))
            await self.press("enter")
        await self.press("escape", "home")
        for event in review.events:
            if event.key_moment:
                await self.press("asterisk")
                self.facts += 1
            await self.press("down")

    async def walk(self, review: Review) -> None:
        """Go from event to event, and write what each role tells, and what comes of it."""
        await self.press("3", "home")
        role = 0
        for event in review.events:
            role = await self._tell(review, event, role)
            for kind, key in _KIND_KEYS.items():
                for record in records(review, kind):
                    if _first_event(record) == event.id:
                        await self.press(key)
                        await self.say(line_of(review, record, review.created_at.date()))
                        await self.press("enter", "escape")
            if event.discussed:
                await self.press("x")
                self.facts += 1
            await self.press("down")

    async def _tell(self, review: Review, event: Event, at: int) -> int:
        """Write the accounts of an event, from the role one stands at; return the one one stands at then."""
        for place, role in enumerate(review.roles):
            told = [one for one in review.accounts if (one.event, one.role) == (event.id, role.id)]
            for number, account in enumerate(told):
                await self.press(*["right"] * (place - at), *["left"] * (at - place), "N" if number else "enter")
                at = place
                await self.say(account.text, account.text.count("\n") + 1)
                await self.press("escape")
                people = [person.id for person in people_in(review, role.id)]
                if account.person in people:
                    await self.press(*["p"] * (people.index(account.person) + 1))
                    self.facts += 1
        return at

    async def gather_actions(self, review: Review) -> None:
        """Write the ideas for action, one after the other."""
        await self.press("5", "a")
        for action in review.actions:
            await self.say(line_of(review, action, review.created_at.date()), 1 + bool(action.owner) + bool(action.due))
            await self.press("enter")
        await self.press("escape")

    async def judge(self, review: Review) -> None:
        """Say what the room made of each difference that it took up."""
        await self.press("4", "home")
        listed = self.user.app.screen.query_one(DifferenceList)
        made = {_names(review, one.kind, one.events, one.roles): one for one in review.discussions}
        for _ in range(len(listed._places)):
            point = listed.point
            assert point is not None
            taken_up = made.get(_names(self.user.review, *point.key))
            if taken_up is not None:
                await self.press(_VERDICT_KEYS[taken_up.verdict])
                self.facts += 1
                if taken_up.note:
                    await self.press("t")
                    await self.say(taken_up.note)
                    await self.press("escape")
            await self.press("down")

    async def export(self) -> None:
        """End the meeting, and export the report."""
        await self.press("1", "m", "6", "x", "enter")
        self.facts += 2


def _first_event(record: Learned) -> EventId | None:
    """Return the event at which somebody said it; of an idea for action, which names none, none."""
    if isinstance(record, Question):
        return None if record.prepared else record.event
    return None if isinstance(record, Action) else next(iter(record.events), None)


def _names(
    review: Review, kind: DifferenceKind, events: Iterable[EventId], roles: Iterable[RoleId]
) -> tuple[str, tuple[str, ...], frozenset[str]]:
    """Return what names a difference in any review that says the same."""
    titles = {event.id: event.title for event in review.events}
    names = {role.id: role.name for role in review.roles}
    return kind, tuple(titles[event] for event in events), frozenset(names[role] for role in roles)
