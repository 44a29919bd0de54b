import re
from collections import Counter
from collections.abc import Iterator
from datetime import time
from importlib import resources
from pathlib import Path
from typing import NamedTuple

import pytest

from reviewtui import codec
from reviewtui.analysis.differences import differences
from reviewtui.identity import ALPHABET, LENGTH
from reviewtui.library import FIRST_EXAMPLE, copy_example, example_title, examples, read_review
from reviewtui.model.lookups import attendance_of, facilitators, is_told, key_moments, person_of
from reviewtui.model.moments import local
from reviewtui.model.review import (
    ActionState,
    Attendance,
    DifferenceKind,
    Effect,
    FactorKind,
    Lens,
    Review,
    Stage,
    Verdict,
)
from reviewtui.notation.account import parse_account
from reviewtui.notation.labels import Label
from reviewtui.store import ReviewFile

NOON, EVENING = time(12), time(18)
URL = re.compile(r"https?://[^\s\"]+")
ON_AN_INVENTED_HOST = re.compile(r"https://(?:[a-z-]+\.)+example/\S*")
END_OF_SENTENCE = re.compile(r"[.!?](?:\s|$)")


class Shows(NamedTuple):
    """What a worked example is there to show."""

    differences: frozenset[DifferenceKind]
    labels: frozenset[Label] = frozenset(Label)
    lenses: frozenset[Lens] = frozenset(Lens)


SHOWS = {
    "payments-cache": Shows(frozenset(DifferenceKind)),
}


@pytest.fixture(params=examples())
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def review(name: str) -> Review:
    return review_named(name)


def review_named(name: str) -> Review:
    with resources.as_file(resources.files("reviewtui") / "demos" / f"{name}.review.json") as path:
        return read_review(path)


def test_there_is_one_to_begin_with_and_each_says_what_it_shows() -> None:
    assert examples()[0] == FIRST_EXAMPLE
    assert set(examples()) == set(SHOWS)


def test_one_afternoon_in_order(review: Review) -> None:
    assert 12 <= len(review.events) <= 18
    starts = [event.when.start for event in review.events if event.when.start]
    assert len(starts) == len(review.events)
    assert starts == sorted(starts)
    clocks = [local(start, review.zone) for start in starts]
    assert len({clock.date() for clock in clocks}) == 1
    assert all(NOON <= clock.time() < EVENING for clock in clocks)
    assert all(event.when.as_written for event in review.events)
    assert all(event.when.end > event.when.start for event in review.events if event.when.start and event.when.end)
    assert 5 <= len(key_moments(review)) <= 6


def test_all_who_are_there_have_told_something(review: Review) -> None:
    there = {role.id for role in review.roles if attendance_of(review, role) in {Attendance.PRESENT, Attendance.LATE}}
    assert there
    assert there <= {account.role for account in review.accounts if account.event and is_told(account)}


def test_accounts_are_of_people_in_that_role_and_told_after_it_was_over(review: Review) -> None:
    last = max(event.when.start for event in review.events if event.when.start)
    for account in review.accounts:
        person = person_of(review, account.person)
        assert person is None or person.role == account.role
        assert account.prediction or account.recorded_at > last


def test_what_is_named_is_there(name: str, review: Review) -> None:
    missing = [(where, id_) for where, id_, known in references(review) if id_ not in known]
    assert missing == []
    others = {review_named(other).id for other in examples() if other != name}
    assert set(review.related_reviews) <= others


def references(review: Review) -> Iterator[tuple[str, str, set[str]]]:
    """Every id that something in the review names, and the ids it may be one of."""
    tables = {table: {record.id for record in getattr(review, table)} for table in codec.TABLES}
    named_by = {
        "services": {"roles": "roles"},
        "people": {"role": "roles"},
        "accounts": {"event": "events", "role": "roles", "person": "people"},
        "discussions": {"events": "events", "roles": "roles"},
        "factors": {"events": "events", "roles": "roles"},
        "insights": {"said_by": "roles", "new_to": "roles", "factors": "factors", "events": "events"},
        "actions": {"insights": "insights"},
        "questions": {"asked_by": "roles", "event": "events"},
    }
    for table, fields in named_by.items():
        for record in getattr(review, table):
            for field, into in fields.items():
                value = getattr(record, field)
                for id_ in value if isinstance(value, tuple) else (value,):
                    if id_ is not None:
                        yield f"{table}.{field}", id_, tables[into]
    for quote in review.settings.quotes_with_consent:
        yield "quotes_with_consent", quote.account, tables["accounts"]


def test_every_id_is_one_of_its_own(review: Review) -> None:
    ids = [review.id, *(record.id for table in codec.TABLES for record in getattr(review, table))]
    assert [id_ for id_, times in Counter(ids).items() if times > 1] == []
    assert all(len(id_) == LENGTH and set(id_) <= set(ALPHABET) for id_ in ids)


def test_discussions_are_of_differences_that_there_are(review: Review) -> None:
    today = {(found.kind, (found.event,), found.roles): found.sentence for found in differences(review)}
    discussed = [((one.kind, one.events, one.roles), one.sentence) for one in review.discussions]
    assert [one for one in discussed if one not in today.items()] == []
    assert len({key for key, _ in discussed}) == len(discussed) < len(today)
    assert {one.verdict for one in review.discussions} == set(Verdict)


def test_it_shows_what_it_is_there_for(name: str, review: Review) -> None:
    assert {found.kind for found in differences(review)} >= SHOWS[name].differences
    lines = [line for account in review.accounts for line in parse_account(account.text)]
    assert {line.label for line in lines} >= SHOWS[name].labels
    assert None in {line.label for line in lines}
    assert {insight.lens for insight in review.insights} >= SHOWS[name].lenses


def test_learning_is_whole(review: Review) -> None:
    assert {factor.kind for factor in review.factors} == set(FactorKind)
    assert {factor.effect for factor in review.factors} == set(Effect)
    assert all(insight.said_by and insight.for_whom for insight in review.insights)
    assert len({action.state for action in review.actions}) >= 4
    agreed = [action for action in review.actions if action.state is ActionState.AGREED]
    assert agreed
    assert all(action.owner and action.due for action in agreed)
    assert all(action.reason for action in review.actions if action.state is ActionState.DECLINED)
    assert [question for question in review.questions if question.prepared]
    assert [question for question in review.questions if not question.prepared and not question.answer]


def test_quotes_with_consent_were_said(review: Review) -> None:
    said = {
        (account.id, line.text)
        for account in review.accounts
        for line in parse_account(account.text)
        if line.label is Label.QUOTE
    }
    assert review.settings.quotes_with_consent
    assert {(quote.account, quote.text) for quote in review.settings.quotes_with_consent} <= said


def test_it_can_be_read_at_a_glance(review: Review) -> None:
    assert review.title
    assert 1 <= len(END_OF_SENTENCE.findall(review.summary)) <= 3
    assert facilitators(review)
    assert len({role.colour for role in review.roles}) == len(review.roles)


def test_links_lead_nowhere(name: str) -> None:
    text = (resources.files("reviewtui") / "demos" / f"{name}.review.json").read_text(encoding="utf-8")
    found = URL.findall(text)
    assert found
    assert [url for url in found if not ON_AN_INVENTED_HOST.fullmatch(url)] == []


def test_it_is_what_the_program_writes(name: str, review: Review, tmp_path: Path) -> None:
    again = tmp_path / "again.review.json"
    ReviewFile.create(again, codec.to_documents(review))
    assert again.read_bytes() == (resources.files("reviewtui") / "demos" / f"{name}.review.json").read_bytes()


def test_a_copy_that_was_edited_is_left_as_it_is(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "sessions"
    path = copy_example(name, folder)
    assert read_review(path) == review_named(name)
    path.write_text("edited")
    assert copy_example(name, folder) == path
    assert path.read_text() == "edited"
    assert [file.name for file in folder.iterdir()] == [path.name]


def test_its_title_is_known_without_opening_it(name: str, review: Review) -> None:
    assert example_title(name) == review.title


class TestPaymentsCache:
    @pytest.fixture
    def name(self) -> str:
        return "payments-cache"

    def test_a_newcomer_has_something_to_write(self, review: Review) -> None:
        assert review.stage is Stage.ACCOUNTS
        silent = [found for found in differences(review) if found.kind is DifferenceKind.SILENT]
        assert len(silent) == 1
        assert [account.text for account in review.accounts if account.event is None]

    def test_the_first_sign_was_at_the_till(self, review: Review) -> None:
        (timing,) = (found for found in differences(review) if found.kind is DifferenceKind.TIMING)
        assert timing.sentence == (
            "The first sign of this reached Users at 13:36 at the till, Operations at 14:12 by pager "
            "and Delivery at 14:31 by the rollout bot."
        )

    def test_two_of_one_role_tell_one_event_in_two_ways(self, review: Review) -> None:
        told = Counter((account.event, account.role) for account in review.accounts)
        assert {account.role for account in review.accounts if told[account.event, account.role] > 1} == {
            role.id for role in review.roles
        }
