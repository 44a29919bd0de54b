"""A review with something in every place, and the same with another text in each of its text fields."""

import re
from collections.abc import Callable
from typing import Any

import msgspec

from reviewtui.model.review import Account, Link, Notes, Release, Review, Source
from tests.report.whole_reviews import whole_review_of

FULL = whole_review_of(
    """
    zone Europe/Berlin
    title Cards declined
    severity SEV 2
    summary It came in waves.
    status draft with participants
    link Ticket https://desk.example/1
    service Router
    involved Registry: Delivery
    facilitator Noor, Lending
    role Delivery, delivery
    role Operations, operations
    role Users, users
    role Vendor, absent
    person Amara, Delivery
    person Priya, Users, for people who buy
    person Victor, Vendor, absent
    * 10:42 alert: success below 90 %
    detail The average of fifteen minutes.
    evidence Board https://boards.example/1
      Delivery | A robot told us.
               | noticed: 11:30 the bot
               | thought: the first of them
               | because: it saved a slow call
               | data: the chart
               | harder: a riddle
               | easier: a name
               | service: a 200
               | quote: "Who knew?"
      Operations | Green.
               | noticed: 10:44 pager
               | thought: the second of them
               | impact: none, on the wall
               | normally: an average
               | did: looked
               | expected: quiet
      Users    | A queue.
               | noticed: today, as it was read out
               | impact: total, every card
               | reputation: they asked
               | help: rang
               | improvised: paper
    by Priya
    verdict confirmed, unaware, Delivery, Operations, Users: nothing leads from a till to a pager
    verdict left open, timing, Delivery, Operations: to be looked at
    verdict confirmed, belief, Delivery, Operations: each saw a part
    factor technical, contributed, Delivery: a cache without a log
    factor human, made it easier, Users: words passed on unchanged
    insight usage, Users > Delivery: callers tell when // support teams
    action agreed, Payments, 2026-12-01: show it on the board // it is cheap
    action idea: a second look // nobody has time
    question Users: who went elsewhere?
    question Delivery: what kept the rhythm? // chance
    prepared ask Users first // they were
    * 10:50 the second moment
      Delivery (prediction) | expected: a dent
      Users | It dipped.
    10:55 change: a small event
      Operations | Nothing to see.
    2026-11-13 09:00 the day after
    at some time a note
    """
)
_LABELLED = re.compile(r"(noticed: (?:\d\d:\d\d|today,)|impact: \w+,?|\w+:|thought: the \w+) ?(.*)")
_KEPT = frozenset({"zone", "url"})

NewText = Callable[[str, str], str]
"""Given the field's name, as `Event.title`, and its text: another one."""


def with_texts(review: Review, new: NewText) -> Review:
    """The review with another text wherever people may write one; times, labels and addresses stay."""
    full = msgspec.structs.replace(
        review,
        notes=Notes(text="n"),
        set_aside=(Source(format="s", document="d", own_id="o", title="t", detail="e"),),
        settings=msgspec.structs.replace(
            review.settings, agenda="a", hints_dismissed=("h",), releases=(Release(kind="k", text="r"),)
        ),
    )
    changed: Review = _changed(full, new)
    return changed


def _changed(value: Any, new: NewText) -> Any:
    if isinstance(value, tuple):
        return tuple(_changed(one, new) for one in value)
    if not isinstance(value, msgspec.Struct):
        return value
    kind = type(value)
    fields = {}
    for field in msgspec.structs.fields(kind):
        old = getattr(value, field.name)
        if isinstance(value, Account) and field.name == "text":
            fields[field.name] = "\n".join(_line(line, new) for line in old.split("\n"))
        elif field.type is str and field.name not in _KEPT and old:
            fields[field.name] = new(f"{kind.__name__}.{field.name}", old)
        else:
            fields[field.name] = _changed(old, new)
    return msgspec.structs.replace(value, **fields)


def _line(line: str, new: NewText) -> str:
    """A line of an account with other words: what it states stays, for that is structure and meant to be."""
    if line.startswith("thought: the "):
        head, rest = line[: line.index(" of")], line[line.index(" of") :]
    elif found := _LABELLED.fullmatch(line):
        head, rest = found[1], found[2]
    else:
        head, rest = "So", line
    return f"{head} {' '.join(new('Account.text', rest).split())}"


def with_addresses(review: Review, url: str) -> Review:
    """The review with every address replaced."""
    links = (Link(label="look", url=url),)
    events = (msgspec.structs.replace(event, evidence=links) for event in review.events)
    actions = (msgspec.structs.replace(action, tracker=url) for action in review.actions)
    return msgspec.structs.replace(review, links=links, events=tuple(events), actions=tuple(actions))
