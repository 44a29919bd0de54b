"""A review prepared, held and exported from nothing: a whole worked example, typed, in few keys beyond what is said."""

from pathlib import Path

import msgspec
import pytest

from reviewtui.library import copy_example, read_review
from reviewtui.model.lookups import event_of, is_veiled, person_of, role_of
from reviewtui.model.review import Person, Review
from reviewtui.settings import Preferences
from tests.journeys.facilitator import at_the_keyboard
from tests.journeys.typist import Typist

MOST_KEYS_A_FACT = 2
EVENTS = 4
"""As many of the example's events are typed as have everything in them; `benchmarks/typed.py` types all of them."""


@pytest.fixture
def example(tmp_path: Path) -> Review:
    """What was told in the worked example; what is still veiled in it came in by a form, and nobody typed it."""
    (tmp_path / "example").mkdir()
    review = read_review(copy_example("auth-test-env", tmp_path / "example"))
    return as_typed(review, EVENTS)


def as_typed(review: Review, number: int) -> Review:
    """The first so many events of a review, with what was told of them and what came of it."""
    events = {event.id: event for event in review.events[:number]}
    told = (one for one in review.accounts if one.event in events and not is_veiled(events[one.event], one))
    return msgspec.structs.replace(
        review,
        events=tuple(events.values()),
        accounts=tuple(told),
        factors=tuple(one for one in review.factors if one.events[0] in events),
        insights=tuple(one for one in review.insights if one.events[0] in events),
        questions=tuple(one for one in review.questions if one.prepared or one.event in events),
        discussions=tuple(one for one in review.discussions if set(one.events) <= set(events)),
    )


def learned_in(review: Review) -> list[tuple[object, ...]]:
    factors = [(one.text, one.kind, one.effect) for one in review.factors]
    insights = [(one.text, one.lens, one.for_whom, len(one.said_by), len(one.new_to)) for one in review.insights]
    actions = [(one.text, one.state, one.owner, one.due, one.reason) for one in review.actions]
    questions = [(one.text, one.answer) for one in review.questions if not one.prepared]
    return sorted((*factors, *insights, *actions, *questions), key=str)


def in_roles(review: Review) -> list[Person]:
    return sorted(review.people, key=lambda person: person.name)


def made_of_it(review: Review) -> list[tuple[str, str]]:
    return sorted((one.verdict, one.note) for one in review.discussions)


def events_in(review: Review) -> list[tuple[object, ...]]:
    return [(one.when.start, one.when.end, one.kind, one.title, one.key_moment, one.discussed) for one in review.events]


def told_in(review: Review) -> list[tuple[str, ...]]:
    found = []
    for one in review.accounts:
        event, role, person = event_of(review, one.event), role_of(review, one.role), person_of(review, one.person)
        assert event is not None
        assert role is not None
        found.append((event.title, role.name, person.name if person else "", one.text))
    return sorted(found)


async def test_a_whole_review_is_typed_in_two_keys_a_fact(
    tmp_path: Path, example: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with at_the_keyboard(tmp_path / "kept", size=(80, 24), preferences=Preferences(zone=example.zone)) as user:
        typist = Typist(user)
        await typist.whole(example)
        typed = user.saved()
    assert events_in(typed) == events_in(example)
    assert told_in(typed) == told_in(example)
    assert learned_in(typed) == learned_in(example)
    assert made_of_it(typed) == made_of_it(example)
    assert [(one.name, one.groups) for one in typed.roles] == [(one.name, one.groups) for one in example.roles]
    assert [(one.name, one.team, one.duty) for one in in_roles(typed)] == [
        (one.name, one.team, one.duty) for one in in_roles(example)
    ]
    report = (tmp_path / "locked-out-of-the-test-environment.md").read_text()
    for text in (
        "Sign-ins hang for thirty seconds",
        "The first sign of this reached Roaming at 13:14",
        "A full store neither refuses",
    ):
        assert text in report
    assert typist.keys <= MOST_KEYS_A_FACT * typist.facts
