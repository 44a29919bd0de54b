import re
from collections import Counter
from collections.abc import Iterator
from datetime import time
from importlib import resources
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from reviewtui import codec
from reviewtui.analysis.differences import differences, differences_at
from reviewtui.analysis.representation import External, facilitation, gaps
from reviewtui.identity import ALPHABET, LENGTH
from reviewtui.library import (
    FIRST_EXAMPLE,
    copy_example,
    example_title,
    examples,
    read_review,
    review_files,
    worked_examples,
)
from reviewtui.model.lookups import accounts_at, attendance_of, event_of, is_told, key_moments, person_of
from reviewtui.model.moments import local
from reviewtui.model.review import (
    ActionState,
    Attendance,
    DifferenceKind,
    Effect,
    EventId,
    EventKind,
    FactorKind,
    Group,
    Impact,
    Lens,
    OperatingModel,
    Review,
    ReviewKind,
    RoleId,
    Stage,
    Veil,
    Verdict,
    Via,
)
from reviewtui.notation.account import parse_account, parse_impact
from reviewtui.notation.labels import Label
from reviewtui.paths import name_of
from reviewtui.report import report_text
from reviewtui.store import ReviewFile
from tests.report.test_wording import HINTED

WHAT_WAS_LOST = "While the breaker was open: did clinics lose the service in part, in whole, or not at all?"
NOON, EVENING = time(12), time(18)
URL = re.compile(r"https?://[^\s\"]+")
IN_QUOTATION_MARKS = re.compile(r"“[^”]*”|\"[^\"]*\"")
ROOM_FOR_A_LINE = 68
ON_AN_INVENTED_HOST = re.compile(r"https://(?:[a-z-]+\.)+example/\S*")
END_OF_SENTENCE = re.compile(r"[.!?](?:\s|$)")


class Shows(NamedTuple):
    """What a worked example is there to show."""

    kind: ReviewKind
    differences: frozenset[DifferenceKind]
    labels: frozenset[Label] = frozenset(Label)
    lenses: frozenset[Lens] = frozenset(Lens)


SHOWS = {
    "payments-cache": Shows(ReviewKind.LIVE_INCIDENT, frozenset(DifferenceKind)),
    "auth-test-env": Shows(
        ReviewKind.NEAR_MISS,
        frozenset({DifferenceKind.UNAWARE, DifferenceKind.KNOWN_TO_ONE, DifferenceKind.EXPECTATION}),
    ),
    "records-breaker": Shows(
        ReviewKind.LIVE_INCIDENT,
        frozenset({DifferenceKind.SILENT, DifferenceKind.KNOWN_TO_ONE, DifferenceKind.BELIEF}),
        # Nobody is there who used it: trust and usage are what this review can't speak of.
        labels=frozenset(Label) - {Label.REPUTATION},
        lenses=frozenset({Lens.ENGINEERING, Lens.OPERATIONAL}),
    ),
    "breaker-chaos-day": Shows(ReviewKind.CHAOS_DAY, frozenset({DifferenceKind.EXPECTATION, DifferenceKind.IMPACT})),
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
    with resources.as_file(resources.files("reviewtui") / "demos") as folder:
        assert {name_of(path) for path in review_files(folder)} == set(examples()) == set(SHOWS)
    assert all(0 < len(example.shows) <= ROOM_FOR_A_LINE for example in worked_examples())


def test_together_they_show_every_kind_of_difference_review_and_operating_model() -> None:
    reviews = [review_named(name) for name in examples()]
    assert {found.kind for review in reviews for found in differences(review)} == set(DifferenceKind)
    assert {review.kind for review in reviews} == set(ReviewKind)
    assert {review.operating_model for review in reviews} >= {
        OperatingModel.CENTRAL_OPERATIONS,
        OperatingModel.YOU_BUILD_IT,
    }
    assert [review.title for review in reviews if gaps(review)] == ["Yesterday's answers"]


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
    assert review.kind is SHOWS[name].kind
    assert {found.kind for found in differences(review)} >= SHOWS[name].differences
    lines = [line for account in review.accounts for line in parse_account(account.text)]
    assert {line.label for line in lines} >= SHOWS[name].labels
    assert None in {line.label for line in lines}
    assert {insight.lens for insight in review.insights} == SHOWS[name].lenses


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
    assert [one.external for one in facilitation(review) if one.is_there] == [External.YES]
    assert len({role.colour for role in review.roles}) == len(review.roles)


def test_nothing_would_be_hinted_at_in_the_words_of_the_facilitator_or_of_the_program(review: Review) -> None:
    texts = [review.title, review.summary, review.severity, *(found.sentence for found in differences(review))]
    texts += [text for event in review.events for text in (event.title, event.detail)]
    texts += [factor.text for factor in review.factors]
    texts += [text for insight in review.insights for text in (insight.text, insight.for_whom)]
    texts += [text for action in review.actions for text in (action.text, action.reason)]
    texts += [text for question in review.questions for text in (question.text, question.answer)]
    texts += [discussion.note for discussion in review.discussions]
    own = [IN_QUOTATION_MARKS.sub("", text) for text in texts]
    hinted = re.compile(rf"\b(?:{'|'.join(HINTED)})", re.IGNORECASE)
    # A service may fail, and so may a test; no sentence here says it of a person.
    assert [(text, found) for text in own for found in hinted.findall(text) if found.lower() != "fail"] == []


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
    assert [example.title for example in worked_examples() if example.name == name] == [review.title]


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


class TestAuthTestEnv:
    @pytest.fixture
    def name(self) -> str:
        return "auth-test-env"

    def test_operations_learn_of_it_in_the_room(self, review: Review) -> None:
        unaware = [found for found in differences(review) if found.kind is DifferenceKind.UNAWARE]
        assert unaware[1].sentence.endswith("; Operations heard of it in this room.")
        assert event_of(review, unaware[1].event) == key_moments(review)[0]

    def test_only_operations_know_of_the_board(self, review: Review) -> None:
        (operations,) = (role for role in review.roles if role.groups == (Group.OPERATIONS,))
        known = [found.sentence for found in differences(review) if found.kind is DifferenceKind.KNOWN_TO_ONE]
        assert [sentence for sentence in known if "our token board for live" in sentence] == [
            sentence for sentence in known if sentence.startswith(f"Only {operations.name} mentioned “our token")
        ]

    def test_several_teams_deliver_and_others_upstream_of_them_use_it(self, review: Review) -> None:
        groups = Counter(group for role in review.roles for group in role.groups)
        assert groups[Group.DELIVERY] == groups[Group.USERS] == 2
        assert gaps(review) == ()
        assert Attendance.IN_WRITING in {attendance_of(review, role) for role in review.roles}

    def test_two_of_one_role_hold_different_beliefs_of_one_moment(self, review: Review) -> None:
        believed = Counter(
            (account.event, account.role)
            for account in review.accounts
            for line in parse_account(account.text)
            if line.label is Label.THOUGHT
        )
        two = [(event, role) for (event, role), times in believed.items() if times == 2]
        decision = [event.id for event in review.events if event.kind is EventKind.DECISION and event.key_moment][1]
        assert (decision, review.roles[0].id) in two

    def test_the_answers_to_the_last_moment_wait_under_their_veil(self, review: Review) -> None:
        last = key_moments(review)[-1]
        assert last.veil is Veil.ON
        answers = [account for account in accounts_at(review, last.id) if account.blind]
        assert len({account.role for account in answers}) == 3
        assert all(account.via is Via.FORM for account in answers)
        assert differences_at(review, last.id) == ()
        lifted = msgspec.structs.replace(
            review,
            events=tuple(
                msgspec.structs.replace(event, veil=Veil.LIFTED) if event == last else event for event in review.events
            ),
        )
        assert {found.kind for found in differences_at(lifted, last.id)} >= {
            DifferenceKind.UNAWARE,
            DifferenceKind.EXPECTATION,
        }

    def test_other_answers_were_lifted_one_moment_at_a_time(self, review: Review) -> None:
        veils = Counter(event.veil for event in review.events)
        assert veils[Veil.LIFTED] >= 3
        assert all(
            event.veil is not Veil.OFF
            for event in review.events
            if any(account.blind for account in accounts_at(review, event.id))
        )


class TestRecordsBreaker:
    @pytest.fixture
    def name(self) -> str:
        return "records-breaker"

    def test_nobody_stood_for_those_who_use_it(self, review: Review) -> None:
        assert {cover.group for cover in gaps(review)} == {Group.USERS}
        assert {attendance_of(review, role) for role in review.roles if Group.USERS in role.groups} == {
            Attendance.ABSENT
        }
        report = report_text(review)
        assert report.index("This review could not produce usage insights") < report.index("As other roles saw it:")
        assert review.stage is Stage.PEOPLE

    def test_one_team_is_two_roles_which_say_why_and_how_side_by_side(self, review: Review) -> None:
        teams = {person.team for person in review.people if person.role and person.attendance is Attendance.PRESENT}
        assert teams == {"Patient records"}
        labels: dict[EventId | None, set[tuple[Label | None, RoleId | None]]] = {}
        for account in review.accounts:
            labels.setdefault(account.event, set()).update(
                (line.label, account.role) for line in parse_account(account.text)
            )
        engineers, on_call, _ = (role.id for role in review.roles)
        assert [one for one in labels.values() if {(Label.BECAUSE, engineers), (Label.NORMALLY, on_call)} <= one]

    def test_on_call_was_not_asked_about_one_key_moment(self, review: Review) -> None:
        (silent,) = (found for found in differences(review) if found.kind is DifferenceKind.SILENT)
        assert silent.sentence == ("Only Engineers told this moment so far: what did it look like from On call?")

    def test_what_clinics_lost_nobody_can_say(self, review: Review) -> None:
        levels = [
            parse_impact(line.text).level
            for account in review.accounts
            for line in parse_account(account.text)
            if line.label is Label.IMPACT
        ]
        assert levels.count(Impact.UNKNOWN) >= 2
        assert WHAT_WAS_LOST in {question.text for question in review.questions if not question.answer}


class TestBreakerChaosDay:
    @pytest.fixture
    def name(self) -> str:
        return "breaker-chaos-day"

    def test_every_role_foretold_something_before_the_experiment(self, review: Review) -> None:
        (experiment,) = (event for event in review.events if event.kind is EventKind.EXPERIMENT)
        foretold = [account for account in review.accounts if account.prediction]
        assert {account.role for account in foretold} == {role.id for role in review.roles}
        assert experiment.when.start is not None
        assert all(account.blind and account.recorded_at < experiment.when.start for account in foretold)
        assert {event.veil for event in review.events if event.id in {one.event for one in foretold}} == {Veil.LIFTED}

    def test_what_was_foretold_stands_beside_what_was_seen(self, review: Review) -> None:
        predictions = {account.id for account in review.accounts if account.prediction}
        expectations = [found for found in differences(review) if found.kind is DifferenceKind.EXPECTATION]
        mixed = [found for found in expectations if {why.account for why in found.why} & predictions]
        assert len(mixed) == 3
        assert all("Met: " in found.sentence for found in mixed)

    def test_users_are_there_and_say_what_was_lost(self, review: Review) -> None:
        assert gaps(review) == ()
        clinics = next(role for role in review.roles if Group.USERS in role.groups)
        assert attendance_of(review, clinics) is Attendance.PRESENT
        impact = [found for found in differences(review) if found.kind is DifferenceKind.IMPACT]
        assert impact
        assert all(clinics.id in found.roles for found in impact)

    def test_the_question_that_was_left_open_has_its_answer(self, review: Review) -> None:
        before = review_named("records-breaker")
        assert review.related_reviews == (before.id,)
        assert before.related_reviews == (review.id,)
        left_open = {question.text for question in before.questions if not question.prepared and not question.answer}
        answered = {question.text for question in review.questions if question.answer}
        assert WHAT_WAS_LOST in left_open & answered

    def test_a_learning_is_taken_across(self, review: Review) -> None:
        before = review_named("records-breaker")
        learned = "A sign that hangs in one room works in that room's hours"
        assert [insight for insight in before.insights if insight.text.startswith(learned)]
        assert [insight for insight in review.insights if learned in insight.text]
