"""What every section of a report is made from: the review, and what follows from it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from reviewtui.analysis.discussed import Point
from reviewtui.analysis.phrases import joined
from reviewtui.analysis.representation import proxy_of, stood_for_by
from reviewtui.analysis.telling import RoleTelling, Telling, ToldLine, tellings
from reviewtui.model.lookups import is_in_writing
from reviewtui.model.moments import day_of
from reviewtui.model.review import (
    Account,
    Event,
    EventId,
    Factor,
    FactorId,
    Person,
    PersonId,
    QuotedLine,
    Review,
    Role,
    RoleId,
    Status,
)
from reviewtui.notation.labels import Label
from reviewtui.report.differing import shown_differences


class Material:
    """A review, and what follows from it: each found once, when it is first needed."""

    def __init__(self, review: Review) -> None:
        self.review = review

    @cached_property
    def _tellings(self) -> tuple[Telling, ...]:
        return tuple(telling for telling in tellings(self.review) if telling.tellers)

    @cached_property
    def told(self) -> tuple[Telling, ...]:
        """What was told of each event that anybody told: the roles that told it, and what readers may see of it."""
        found = (self._for_readers(telling) for telling in self._tellings)
        return tuple(telling for telling in found if telling.roles)

    @cached_property
    def differences(self) -> dict[EventId, tuple[Point, ...]]:
        """The differences that readers may see, by event; an event that has none is missing."""
        return shown_differences(self.review, self._tellings)

    @cached_property
    def moments(self) -> tuple[Event, ...]:
        """The events that the report is led by: the key moments, or if none is marked those that were told."""
        marked = tuple(event for event in self.review.events if event.key_moment)
        return marked or tuple(telling.event for telling in self.told)

    @cached_property
    def compared(self) -> tuple[Telling, ...]:
        """What was told of the events that the report shows side by side: its moments, and wherever pictures differ."""
        led = {event.id for event in self.moments}
        return tuple(one for one in self.told if one.event.id in led or one.event.id in self.differences)

    @cached_property
    def told_besides(self) -> tuple[Telling, ...]:
        """What was told of all other events."""
        compared = {telling.event.id for telling in self.compared}
        return tuple(telling for telling in self.told if telling.event.id not in compared)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days that events are on, in order."""
        return tuple(sorted(set(self._days_of(self.review.events))))

    @cached_property
    def usual_day(self) -> date | None:
        """The day that most moments are on, the first of several: where no other is written, a time is of this one."""
        counted = Counter(sorted(self._days_of(self.moments))) or Counter(self.days)
        return next((day for day, _ in counted.most_common(1)), None)

    def _days_of(self, events: Iterable[Event]) -> Iterator[date]:
        found = (day_of(event.when, self.review.zone) for event in events)
        return (day for day in found if day is not None)

    @cached_property
    def roles(self) -> dict[RoleId, Role]:
        """The roles by id."""
        return {role.id: role for role in self.review.roles}

    @cached_property
    def events(self) -> dict[EventId, Event]:
        """The events by id."""
        return {event.id: event for event in self.review.events}

    @cached_property
    def _people(self) -> dict[PersonId, Person]:
        return {person.id: person for person in self.review.people}

    @cached_property
    def _stood_for(self) -> dict[RoleId, tuple[str, ...]]:
        """By role, whom each of its people who is not absent spoke for; empty for who spoke for themselves."""
        return {role.id: stood_for_by(self.review, role) for role in self.review.roles}

    @cached_property
    def _with_consent(self) -> frozenset[QuotedLine]:
        return frozenset(self.review.settings.quotes_with_consent)

    @cached_property
    def _left_out(self) -> frozenset[QuotedLine]:
        return frozenset(self.review.settings.quotes_left_out)

    def lines(self, *labels: Label) -> Iterator[tuple[Event, ToldLine]]:
        """Yield what was said under some labels, with the event that it was said of, in the order of the timeline."""
        for telling in self.told:
            for one in telling.roles:
                for told in one.labelled(*labels):
                    yield telling.event, told

    def names(self, roles: Iterable[RoleId]) -> str:
        """Return roles by name as a list in a sentence; one that is no longer there is left out."""
        return joined(self.roles[role].name for role in roles if role in self.roles)

    def factors(self, named: Iterable[FactorId]) -> tuple[Factor, ...]:
        """Return the factors of these ids that say anything, in the review's order."""
        ids = set(named)
        return tuple(factor for factor in self.review.factors if factor.id in ids and factor.text.strip())

    def teller(self, account: Account) -> str:
        """Return whose account it is: the role, for whom it spoke if it was a proxy, and whether it was in writing."""
        role = self.roles.get(account.role) if account.role else None
        if role is None:
            return ""
        person = self._people.get(account.person) if account.person else None
        stood_for = (person.proxy_for.strip(),) if person else self._stood_for[role.id]
        proxy = f", by proxy for {joined(stood_for)}" if all(stood_for) and stood_for else ""
        return f"{role.name}{proxy}{', in writing' if is_in_writing(account) else ''}"

    def title(self, role: Role) -> str:
        """Return a role as it stands over a column: a proxy is not a user, so it says which it was."""
        proxy = proxy_of(self.review, role)
        return f"{role.name} ({proxy.value})" if proxy.value else role.name

    def _for_readers(self, telling: Telling) -> Telling:
        shown = (RoleTelling(one.role, tuple(filter(self._may_be_shown, one.lines))) for one in telling.roles)
        return Telling(telling.event, tuple(one for one in shown if one.lines))

    def _may_be_shown(self, told: ToldLine) -> bool:
        """Tell whether a line may stand in the report: a quote needs consent, except in the draft for who was there.

        One that its speaker would rather not see is in neither.
        """
        if not told.line.text or told.line.label is not Label.QUOTE:
            return bool(told.line.text)
        quote = QuotedLine(account=told.account.id, text=told.line.text)
        return quote in self._with_consent or (self.review.status is not Status.SHARED and quote not in self._left_out)
