"""Reviews of any size, invented."""

from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from reviewtui.model.moments import Moment, Precision
from reviewtui.model.review import Account, AccountId, Event, EventId, Group, Review, ReviewId, Role, RoleId
from reviewtui.session import create_session

BEGUN = datetime(2026, 11, 12, 6, 0, tzinfo=UTC)
TOLD = (
    "We looked at the board and saw nothing new\nnoticed: {clock} {through}\nthought: the nightly job {number}",
    "noticed: {clock} {through}\nimpact: partial\nIt was slow for everybody at counter {number}",
    "expected: a quiet evening\nnormally: one node after another, number {number} last",
)
THROUGH = ("pager", "phone", "the board", "a customer")


def title(number: int) -> str:
    """Return the title of an event, by its place from 0."""
    return f"event {number:05} of the evening"


def large_review(events: int, roles: int, accounts: int) -> Review:
    """Return a review.

    Args:
        events: How many events, a minute apart.
        roles: How many roles.
        accounts: How many of them told of each event.
    """
    there = tuple(_role(number) for number in range(roles))
    happened = tuple(_event(number) for number in range(events))
    ids = count()
    told = tuple(_account(next(ids), event, there[place]) for event in happened for place in range(accounts))
    return Review(
        id=ReviewId("large00000"), title="A long evening", created_at=BEGUN, roles=there, events=happened, accounts=told
    )


def _role(number: int) -> Role:
    groups = (tuple(Group)[number % len(Group)],)
    return Role(id=RoleId(f"role{number:06}"), name=f"Team {number + 1}", groups=groups, colour=number)


def _event(number: int) -> Event:
    when = Moment(start=BEGUN + timedelta(minutes=number), precision=Precision.EXACT)
    return Event(id=EventId(f"e{number:09}"), when=when, title=title(number), key_moment=number % 10 == 0)


def _account(number: int, event: Event, role: Role) -> Account:
    clock = f"{event.when.start:%H:%M}" if event.when.start else ""
    text = TOLD[number % len(TOLD)].format(clock=clock, through=THROUGH[number % len(THROUGH)], number=number)
    return Account(id=AccountId(f"a{number:09}"), event=event.id, role=role.id, recorded_at=BEGUN, text=text)


def kept(folder: Path, name: str, review: Review) -> Path:
    """Write a review to a folder, and return its file."""
    path = folder / f"{name}.review.json"
    create_session(path, review).close()
    return path
