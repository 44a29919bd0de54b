"""Every record of a review, from the review itself to the smallest note.

All are frozen and hold tuples; nothing is edited in place. A record that belongs to another names it by its id.
"""

from datetime import date
from enum import StrEnum
from typing import NewType

import msgspec

from reviewtui.model.moments import UNKNOWN_MOMENT, Instant, Moment

ReviewId = NewType("ReviewId", str)
ServiceId = NewType("ServiceId", str)
RoleId = NewType("RoleId", str)
PersonId = NewType("PersonId", str)
EventId = NewType("EventId", str)
AccountId = NewType("AccountId", str)
DiscussionId = NewType("DiscussionId", str)
FactorId = NewType("FactorId", str)
InsightId = NewType("InsightId", str)
ActionId = NewType("ActionId", str)
QuestionId = NewType("QuestionId", str)


COLOURS = 8
"""How many role colours there are."""


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something that a review holds."""


class ReviewKind(StrEnum):
    """What the review looks back on."""

    LIVE_INCIDENT = "live incident"
    CHAOS_DAY = "chaos day"
    NEAR_MISS = "near miss"


class Status(StrEnum):
    """How far the review is on its way to its readers."""

    IN_PREPARATION = "in preparation"
    IN_REVIEW = "in review"
    DRAFT = "draft with participants"
    SHARED = "shared"


class Stage(StrEnum):
    """The stages of a review, in the order in which they lead through it."""

    PEOPLE = "people"
    TIMELINE = "timeline"
    ACCOUNTS = "accounts"
    DIFFERENCES = "differences"
    LEARNING = "learning"
    REPORT = "report"


class OperatingModel(StrEnum):
    """Who runs what is built."""

    CENTRAL_OPERATIONS = "central operations"
    YOU_BUILD_IT = "you build it you run it"
    CUSTOM = "custom"


class Group(StrEnum):
    """Those without whom a whole kind of insight is impossible."""

    DELIVERY = "delivery"
    """Product managers, and engineers who build the service."""
    OPERATIONS = "operations"
    """Analysts and responders who run live services."""
    USERS = "users"
    """Users, upstream consumers of an API, or a proxy for them."""


class Attendance(StrEnum):
    """Whether somebody is in the room."""

    INVITED = "invited"
    PRESENT = "present"
    LATE = "late"
    IN_WRITING = "in writing"
    ABSENT = "absent"


class Part(StrEnum):
    """What a service had to do with the incident."""

    SET_IT_OFF = "set it off"
    INVOLVED = "involved"


class Duty(StrEnum):
    """What a person is in the room for."""

    PARTICIPANT = "participant"
    FACILITATOR = "facilitator"
    NOTE_TAKER = "note-taker"
    OBSERVER = "observer"


class EventKind(StrEnum):
    """What sort of thing happened."""

    EVENT = "event"
    SERVICE_BEHAVIOUR = "service behaviour"
    ALERT = "alert"
    HUMAN_ACTION = "human action"
    CHANGE = "change"
    COMMUNICATION = "communication"
    DECISION = "decision"
    EXPERIMENT = "experiment"
    """The fault that a Chaos Day injected."""


class Veil(StrEnum):
    """Whether the blind answers at an event may be seen."""

    OFF = "off"
    ON = "on"
    LIFTED = "lifted"


class Via(StrEnum):
    """How an account was given."""

    ROOM = "room"
    FORM = "form"
    INTERVIEW = "interview"
    TRANSCRIPT = "transcript"


class DifferenceKind(StrEnum):
    """How pictures of one event can differ."""

    UNAWARE = "unaware"
    TIMING = "timing"
    IMPACT = "impact"
    BELIEF = "belief"
    EXPECTATION = "expectation"
    KNOWN_TO_ONE = "known to one"
    SILENT = "silent"


class Verdict(StrEnum):
    """What the room made of a difference."""

    CONFIRMED = "confirmed"
    LEFT_OPEN = "left open"
    NOT_A_DIFFERENCE = "not a difference"


class FactorKind(StrEnum):
    """Where a factor lies."""

    HUMAN = "human"
    TECHNICAL = "technical"


class Effect(StrEnum):
    """What a factor did."""

    CONTRIBUTED = "contributed"
    MADE_IT_HARDER = "made it harder"
    MADE_IT_EASIER = "made it easier"


class Lens(StrEnum):
    """The knowledge that an insight comes from."""

    USAGE = "usage"
    ENGINEERING = "engineering"
    OPERATIONAL = "operational"


class ActionState(StrEnum):
    """How far an idea for action has come."""

    IDEA = "idea"
    SOAKING = "soaking"
    AGREED = "agreed"
    UNDER_WAY_ELSEWHERE = "under way elsewhere"
    DECLINED = "declined"
    DONE = "done"


class Impact(StrEnum):
    """What users lost."""

    NONE = "none"
    DEGRADED = "degraded"
    PARTIAL = "partial"
    TOTAL = "total"
    UNKNOWN = "unknown"


class Link(Record, frozen=True, kw_only=True):
    """A place to look."""

    label: str = ""
    url: str


class Service(Record, frozen=True, kw_only=True):
    """A service that set the incident off or was involved in it."""

    id: ServiceId
    name: str
    part: Part = Part.SET_IT_OFF
    roles: tuple[RoleId, ...] = ()
    """The roles that stand for it; none named: all."""


class Role(Record, frozen=True, kw_only=True):
    """One column at the table: one team, or one kind of user."""

    id: RoleId
    name: str
    short_name: str = ""
    """What one types for it, such as `ops`; empty: the beginning of its name."""
    groups: tuple[Group, ...] = ()
    """The groups it covers: any of the three, or none (a vendor, the experimenters of a Chaos Day)."""
    attendance: Attendance = Attendance.INVITED
    """Whether it is there; a role that has people takes it from them."""
    colour: int = 0
    """Which of the role colours is its own, from 0."""

    @property
    def slot(self) -> int:
        """The colour it is shown in: one of those there are, whatever a file says."""
        return self.colour % COLOURS


class Person(Record, frozen=True, kw_only=True):
    """Somebody who was asked to the review."""

    id: PersonId
    name: str
    role: RoleId | None = None
    """The role of a participant."""
    duty: Duty = Duty.PARTICIPANT
    team: str = ""
    """Where they work; for a facilitator, what tells whether they are external."""
    proxy_for: str = ""
    """Whom they speak for, if not for themselves: a proxy is not a user."""
    attendance: Attendance = Attendance.INVITED


class Source(Record, frozen=True, kw_only=True):
    """Where an event was read: what finds it again, and what it said there."""

    format: str
    document: str
    """The file's own name for itself: a channel, an incident, a text's first heading."""
    own_id: str
    """What names it in there; for a text, its moment as read and an ordinal."""
    title: str = ""
    """The title as it was read."""
    detail: str = ""
    """The detail as it was read."""


class Event(Record, frozen=True, kw_only=True):
    """Something that happened in the incident."""

    id: EventId
    when: Moment = UNKNOWN_MOMENT
    title: str
    detail: str = ""
    kind: EventKind = EventKind.EVENT
    evidence: tuple[Link, ...] = ()
    sources: tuple[Source, ...] = ()
    """Where it was read; several after a merge, none if it was typed."""
    key_moment: bool = False
    discussed: bool = False
    veil: Veil = Veil.OFF


class Account(Record, frozen=True, kw_only=True):
    """What one role told of one event, in the words in which it was said."""

    id: AccountId
    event: EventId | None = None
    """`None`: not filed yet."""
    role: RoleId | None = None
    """`None`: not filed yet."""
    person: PersonId | None = None
    via: Via = Via.ROOM
    prediction: bool = False
    """Told before an experiment."""
    blind: bool = False
    """Written where the words of others could not be seen."""
    zone: str = "UTC"
    """The zone in force when it was told: what a bare clock in it means."""
    recorded_at: Instant
    text: str
    """Their words, in the notation of accounts."""


class Discussion(Record, frozen=True, kw_only=True):
    """What the room made of one difference."""

    id: DiscussionId
    kind: DifferenceKind
    events: tuple[EventId, ...]
    roles: tuple[RoleId, ...]
    sentence: str
    """The sentence it was about, as it stood then."""
    verdict: Verdict
    note: str = ""


class Factor(Record, frozen=True, kw_only=True):
    """A human or technical condition that had a part. None of them is the cause."""

    id: FactorId
    kind: FactorKind
    effect: Effect = Effect.CONTRIBUTED
    text: str
    events: tuple[EventId, ...] = ()
    roles: tuple[RoleId, ...] = ()
    """Those who raised it."""


class Insight(Record, frozen=True, kw_only=True):
    """Something that was learned."""

    id: InsightId
    text: str
    lens: Lens
    said_by: tuple[RoleId, ...] = ()
    new_to: tuple[RoleId, ...] = ()
    for_whom: str = ""
    """Teams elsewhere who should hear it, and what they could do with it."""
    factors: tuple[FactorId, ...] = ()
    events: tuple[EventId, ...] = ()


class Action(Record, frozen=True, kw_only=True):
    """An idea for action, and what became of it."""

    id: ActionId
    text: str
    owner: str = ""
    due: date | None = None
    state: ActionState = ActionState.IDEA
    reason: str = ""
    insights: tuple[InsightId, ...] = ()
    tracker: str = ""
    """Its address in a tracker."""


class Question(Record, frozen=True, kw_only=True):
    """Something to ask, or left open."""

    id: QuestionId
    text: str
    asked_by: RoleId | None = None
    event: EventId | None = None
    answer: str = ""
    prepared: bool = False
    """The facilitator's own, and private."""
    parked: bool = False
    """Of the facilitator's own: set aside because it was off the subject when somebody came to it."""


class Meeting(Record, frozen=True, kw_only=True):
    """The hour itself."""

    started: Instant | None = None
    ended: Instant | None = None
    planned_minutes: int = 60
    planned_end: Instant | None = None


class QuotedLine(Record, frozen=True, kw_only=True):
    """A `quote:` line, named by the account it stands in and its words."""

    account: AccountId
    text: str


class Release(Record, frozen=True, kw_only=True):
    """Something that was looked at and may go into the wider report as it is."""

    kind: str
    text: str


class Settings(Record, frozen=True, kw_only=True):
    """What is set for one review."""

    timing_threshold_minutes: int = 5
    """Signs further apart than this are a difference."""
    hints_dismissed: tuple[str, ...] = ()
    quotes_with_consent: tuple[QuotedLine, ...] = ()
    quotes_left_out: tuple[QuotedLine, ...] = ()
    """Quotes whose speaker would rather not be quoted; no report shows them."""
    releases: tuple[Release, ...] = ()
    held_back: tuple[Release, ...] = ()
    """What was looked at, and is for nobody but the readers inside."""
    export_choices: tuple[str, ...] = ()
    agenda: str = ""


class Notes(Record, frozen=True, kw_only=True):
    """The facilitator's own, for next time. Private."""

    text: str = ""


class Review(Record, frozen=True, kw_only=True):
    """One incident review: everything that people said, and nothing that can be derived from it."""

    id: ReviewId
    title: str
    kind: ReviewKind = ReviewKind.LIVE_INCIDENT
    operating_model: OperatingModel = OperatingModel.CENTRAL_OPERATIONS
    severity: str = ""
    summary: str = ""
    zone: str = "UTC"
    """The zone in which times are shown: an IANA name, or an offset."""
    links: tuple[Link, ...] = ()
    related_reviews: tuple[ReviewId, ...] = ()
    set_aside: tuple[Source, ...] = ()
    """Sources of events that were removed, so that reading them again does not bring them back."""
    status: Status = Status.IN_PREPARATION
    stage: Stage = Stage.PEOPLE
    created_at: Instant
    meeting: Meeting = Meeting()
    settings: Settings = Settings()
    notes: Notes = Notes()
    services: tuple[Service, ...] = ()
    roles: tuple[Role, ...] = ()
    people: tuple[Person, ...] = ()
    events: tuple[Event, ...] = ()
    """In the order of time; where times are equal or unknown, in the order they were put in."""
    accounts: tuple[Account, ...] = ()
    discussions: tuple[Discussion, ...] = ()
    factors: tuple[Factor, ...] = ()
    insights: tuple[Insight, ...] = ()
    actions: tuple[Action, ...] = ()
    questions: tuple[Question, ...] = ()
