"""A review in which every text is hostile."""

from datetime import timedelta

from reviewtui.model.moments import Moment, Precision
from reviewtui.model.review import (
    Account,
    AccountId,
    Action,
    ActionId,
    ActionState,
    Attendance,
    DifferenceKind,
    Discussion,
    DiscussionId,
    Duty,
    Effect,
    Event,
    EventId,
    EventKind,
    Factor,
    FactorId,
    FactorKind,
    Group,
    Insight,
    InsightId,
    Lens,
    Link,
    Person,
    PersonId,
    Question,
    QuestionId,
    Review,
    Role,
    RoleId,
    Service,
    ServiceId,
    Settings,
    Source,
    Verdict,
)
from reviewtui.notation.labels import Label
from tests.reviews import NOW, empty_review

HIDDEN_COMMANDS = (
    "\x1b]52;c;c3RvbGVu\x07",
    "\x1b]0;STOLEN\x07",
    "\x1b]8;;https://stolen.example\x1b\\click\x1b]8;;\x1b\\",
    "\x1b[31;46;5mRED",
    "\x9b31;46;5mRED",
    "\x1bP+q544e\x1b\\",
    "right \u202e to left",
    "two \u2028 lines",
    "\ufeffmarked",
    "\x00nul",
    "a\rb",
)
"""What a terminal would obey; each can be told from what the program itself sends."""

HOSTILE = (
    "[/]",
    "[/var/log/x]",
    "[ERROR] 100%",
    "[@click=app.quit]x[/]",
    "[link=https://x]",
    "arr[i]",
    '[a="b',
    "$primary {title} %s",
    "a trailing backslash \\",
    "🏳️‍🌈 👩‍👩‍👧 🔥 family",
    "e" + "\u0301" * 200,
    "wide 漢字かな交じり文 and more",
    "w" * 300,
    "",
    " ",
    *HIDDEN_COMMANDS,
)


def hostile_review() -> Review:
    """A review with an event, an account, a person, a service and a role for each hostile text."""
    roles = tuple(
        Role(
            id=RoleId(f"r{number}"),
            name=HOSTILE[number] or "-",
            short_name=HOSTILE[-number - 1],
            groups=(list(Group)[number % 3],),
            colour=number,
        )
        for number in range(4)
    )
    return empty_review(
        title="[@click=app.quit]x[/]\x1b]0;STOLEN\x07",
        severity=HIDDEN_COMMANDS[0],
        summary="\n".join(HOSTILE),
        roles=roles,
        services=tuple(Service(id=ServiceId(f"s{n}"), name=text) for n, text in enumerate(HOSTILE[:4])),
        people=tuple(_person(n, text) for n, text in enumerate(HOSTILE)),
        settings=Settings(agenda="\n".join(HOSTILE)),
        events=tuple(_event(n, text) for n, text in enumerate(HOSTILE)),
        accounts=tuple(_account(n, text, role) for n, text in enumerate(HOSTILE) for role in roles),
        discussions=tuple(_discussion(n, text) for n, text in enumerate(HOSTILE)),
        factors=tuple(_factor(n, text) for n, text in enumerate(HOSTILE)),
        insights=tuple(_insight(n, text) for n, text in enumerate(HOSTILE)),
        actions=tuple(_action(n, text) for n, text in enumerate(HOSTILE)),
        questions=tuple(_question(n, text) for n, text in enumerate(HOSTILE)),
    )


def _person(number: int, text: str) -> Person:
    return Person(
        id=PersonId(f"p{number}"),
        name=text or "-",
        role=RoleId(f"r{number % 4}"),
        team=text,
        proxy_for=text,
        duty=list(Duty)[number % 4],
        attendance=Attendance.PRESENT,
    )


def _event(number: int, text: str) -> Event:
    start = NOW + timedelta(minutes=number)
    return Event(
        id=EventId(f"e{number}"),
        when=Moment(start=start, precision=Precision.EXACT, as_written=text),
        title=text,
        detail="\n".join((text, *HOSTILE)),
        kind=list(EventKind)[number % 8],
        key_moment=True,
        evidence=(Link(label=text, url=f"https://x.example/{text}"),),
        sources=(Source(format="text", document=text, own_id=text),),
    )


def _account(number: int, text: str, role: Role) -> Account:
    labelled = "\n".join(f"{label}: {text} {role.id}" for label in Label)
    return Account(
        id=AccountId(f"a{number}{role.id}"),
        event=EventId(f"e{number}"),
        role=role.id,
        person=PersonId(f"p{number}"),
        recorded_at=NOW,
        text=f"{text}\n{labelled}",
    )


def _discussion(number: int, text: str) -> Discussion:
    return Discussion(
        id=DiscussionId(f"d{number}"),
        kind=DifferenceKind.SILENT,
        events=(EventId(f"e{number}"),),
        roles=(RoleId("r0"),),
        sentence=text,
        verdict=list(Verdict)[number % 3],
        note="\n".join((text, *HOSTILE)),
    )


def _factor(number: int, text: str) -> Factor:
    return Factor(
        id=FactorId(f"f{number}"),
        kind=list(FactorKind)[number % 2],
        effect=list(Effect)[number % 3],
        text=text,
        events=(EventId(f"e{number}"),),
        roles=(RoleId(f"r{number % 4}"),),
    )


def _insight(number: int, text: str) -> Insight:
    return Insight(
        id=InsightId(f"i{number}"),
        text=text,
        lens=list(Lens)[number % 3],
        said_by=(RoleId(f"r{number % 4}"),),
        new_to=(RoleId("r0"), RoleId("r1")),
        for_whom="\n".join((text, *HOSTILE)),
        factors=(FactorId(f"f{number}"),),
        events=(EventId(f"e{number}"),),
    )


def _action(number: int, text: str) -> Action:
    return Action(
        id=ActionId(f"x{number}"),
        text=text,
        owner=text,
        state=list(ActionState)[number % 6],
        reason=text,
        insights=(InsightId(f"i{number}"),),
        tracker=text,
    )


def _question(number: int, text: str) -> Question:
    return Question(
        id=QuestionId(f"q{number}"),
        text=text,
        asked_by=RoleId(f"r{number % 4}"),
        event=EventId(f"e{number}"),
        answer=text if number % 2 else "",
        prepared=number % 3 == 0,
    )
