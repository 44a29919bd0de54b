"""Reviews written as text, so that a test's input reads like the notes of a facilitator.

zone Europe/Berlin                    day 2026-11-12
service Checkout: Delivery            threshold 5
role Delivery, delivery, present      person Ana, Delivery, absent, for those who buy
* 10:42 alert: error rate above 5 %   an event; the star makes it a key moment
  Delivery | noticed: today           an account, one line a row
           | harder: no log
  Users (blind, prediction) | …       flags stand in brackets
not filed | Operations | …            an account of no event
"""

import re
from datetime import UTC, date, datetime
from textwrap import dedent

import msgspec

from reviewtui.model.lookups import in_order
from reviewtui.model.review import (
    Account,
    AccountId,
    Attendance,
    Duty,
    Event,
    EventId,
    Group,
    Person,
    PersonId,
    Review,
    ReviewId,
    Role,
    RoleId,
    Service,
    ServiceId,
    Veil,
)
from reviewtui.notation.event import parse_event

NOW = datetime(2026, 11, 13, 9, 0, tzinfo=UTC)
DAY = date(2026, 11, 12)
_ACCOUNT = re.compile(r"\s+(?P<role>[^|(]*?)\s*(?:\((?P<flags>[^)]*)\))?\s*\|\s?(?P<text>.*)")


def empty_review(**fields: object) -> Review:
    """A review of 12 November 2026 in UTC with nothing in it."""
    start = Review(id=ReviewId("review0000"), title="Checkout outage", created_at=NOW)
    return msgspec.structs.replace(start, **fields)


def review_of(text: str) -> Review:
    """The review that a text block describes, as the module's docstring has it; ids are the names of things."""
    return Reader().whole(text)


class Reader:
    """Reads a text block line by line; a word at the beginning of a line is one of its methods."""

    def __init__(self) -> None:
        self.review = empty_review()
        self.day = DAY
        self.event: EventId | None = None
        self.veiled: set[EventId] = set()

    def whole(self, text: str) -> Review:
        for line in dedent(text).splitlines():
            if line.strip():
                self.line(line)
        return msgspec.structs.replace(self.review, events=in_order(self.review.events))

    def line(self, line: str) -> None:
        word, _, rest = line.strip().partition(" ")
        if line[0] == " " and (found := _ACCOUNT.fullmatch(line)):
            self.account(found["role"], found["flags"] or "", found["text"])
        elif line.startswith("not filed |"):
            role, _, said = line.removeprefix("not filed |").partition("|")
            self.event = None
            self.account(role.strip(), "", said.strip())
        elif reads := getattr(self, f"read_{word}", None):
            reads(rest)
        else:
            self.add_event(line)

    def add(self, table: str, record: object) -> None:
        self.review = msgspec.structs.replace(self.review, **{table: (*getattr(self.review, table), record)})

    def read_zone(self, rest: str) -> None:
        self.review = msgspec.structs.replace(self.review, zone=rest)

    def read_day(self, rest: str) -> None:
        self.day = date.fromisoformat(rest)

    def read_threshold(self, rest: str) -> None:
        settings = msgspec.structs.replace(self.review.settings, timing_threshold_minutes=int(rest))
        self.review = msgspec.structs.replace(self.review, settings=settings)

    def read_service(self, rest: str) -> None:
        name, _, roles = rest.partition(":")
        named = tuple(RoleId(role.strip()) for role in roles.split(",") if role.strip())
        self.add("services", Service(id=ServiceId(name), name=name, roles=named))

    def read_role(self, rest: str) -> None:
        name, *words = (part.strip() for part in rest.split(","))
        groups = tuple(Group(word) for word in words if word in list(Group))
        attendance = next((Attendance(word) for word in words if word in list(Attendance)), Attendance.PRESENT)
        colour = len(self.review.roles)
        self.add("roles", Role(id=RoleId(name), name=name, groups=groups, attendance=attendance, colour=colour))

    def read_person(self, rest: str) -> None:
        name, role, *words = (part.strip() for part in rest.split(","))
        attendance = next((Attendance(word) for word in words if word in list(Attendance)), Attendance.PRESENT)
        stands_for = next((word.removeprefix("for ") for word in words if word.startswith("for ")), "")
        person = Person(id=PersonId(name), name=name, role=RoleId(role), proxy_for=stands_for)
        self.add("people", msgspec.structs.replace(person, attendance=attendance))

    def read_facilitator(self, rest: str) -> None:
        name, _, team = rest.partition(",")
        person = Person(id=PersonId(name), name=name, team=team.strip(), duty=Duty.FACILITATOR)
        self.add("people", msgspec.structs.replace(person, attendance=Attendance.PRESENT))

    def add_event(self, line: str) -> None:
        read = parse_event(line.removeprefix("* "), self.day, self.review.zone)
        self.event = EventId(f"e{len(self.review.events) + 1}")
        key = line.startswith("* ")
        self.add("events", Event(id=self.event, when=read.when, kind=read.kind, title=read.title, key_moment=key))

    def account(self, role: str, flags: str, text: str) -> None:
        if not role:
            last = self.review.accounts[-1]
            longer = msgspec.structs.replace(last, text=f"{last.text}\n{text}")
            self.review = msgspec.structs.replace(self.review, accounts=(*self.review.accounts[:-1], longer))
            return
        account = Account(
            id=AccountId(f"a{len(self.review.accounts) + 1}"),
            event=self.event,
            role=RoleId(role),
            zone=self.review.zone,
            recorded_at=NOW,
            text=text,
            blind="blind" in flags,
            prediction="prediction" in flags,
        )
        self.add("accounts", account)
        if account.blind:
            self.veil(self.event)

    def veil(self, event: EventId | None) -> None:
        veiled = (msgspec.structs.replace(one, veil=Veil.ON) if one.id == event else one for one in self.review.events)
        self.review = msgspec.structs.replace(self.review, events=tuple(veiled))
