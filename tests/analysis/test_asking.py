"""Whom to ask next, and what."""

from pathlib import Path

import msgspec
import pytest

from reviewtui.analysis.asking import Ask, Asking, Asks, Prompt, asking_at, go_on
from reviewtui.analysis.wording import Wording, hints
from reviewtui.data import records
from reviewtui.errors import UnreadableFile
from reviewtui.model.review import EventId, Question, QuestionId, Review, ReviewKind
from tests.reviews import empty_review, review_of

BANK = records("prompts.toml", "prompt", Prompt)
WORDING = records("wording.toml", "hint", Wording)
OF_KIND = {kind: {text for one in BANK if one.kind is kind for text in one.ask} for kind in Asks}
ROOM = """
role Delivery, delivery, present
role Operations, operations, present
role Users, users, present
"""


def at(review: Review, event: int = 0, before: Asking | None = None) -> Asking:
    return asking_at(review, review.events[event].id, BANK, before)


def ask_of(review: Review, event: int = 0) -> Ask:
    """What is asked first at an event."""
    found = at(review, event).ask
    assert found is not None
    return found


def test_every_kind_has_several_questions_and_none_is_there_twice() -> None:
    assert all(len(OF_KIND[kind]) >= 3 for kind in Asks)
    texts = [text for one in BANK for text in one.ask]
    assert len(texts) == len(set(texts))


def test_no_hint_is_given_on_a_question() -> None:
    assert [text for one in BANK for text in one.ask if hints(text, WORDING, soft=True)] == []


def test_the_furthest_away_is_asked_first_and_then_who_has_told_least() -> None:
    assert ask_of(review_of(f"{ROOM}\n* 10:42 alert: errors")).role == "Users"
    said = "  Users | impact: total\n  Operations | we saw it\n  Delivery | one\n           | two"
    here = f"{ROOM}\n* 10:42 alert: errors\n{said}"
    told_elsewhere = f"{here}\n10:50 normal\n  Users | better"
    assert ask_of(review_of(here)).role == "Users"
    assert ask_of(review_of(told_elsewhere)).role == "Operations"


def test_written_answers_are_no_speech() -> None:
    review = review_of(
        f"{ROOM}\n* 10:42 errors\n10:50 normal\n  Users (blind) | better\n  Operations | better\n  Delivery | x"
    )
    assert ask_of(review).role == "Users"


@pytest.mark.parametrize("attendance", ["absent", "invited", "in writing"])
def test_only_who_is_in_the_room_is_asked(attendance: str) -> None:
    review = review_of(f"role Delivery, delivery, late\nrole Users, users, {attendance}\n* 10:42 errors")
    assert ask_of(review).role == "Delivery"


def test_before_anybody_is_there_those_are_asked_who_are_invited() -> None:
    review = review_of("role Delivery, delivery, absent\nrole Users, users, invited\n* 10:42 errors")
    assert ask_of(review).role == "Users"
    assert at(review_of("role Users, users, absent\n* 10:42 errors")).ask is None
    assert asking_at(empty_review(), EventId("gone"), BANK).ask is None


@pytest.mark.parametrize(
    ("role", "event", "kind"),
    [
        ("Users, users", "alert: errors", Asks.USERS),
        ("Operations, operations", "alert: errors", Asks.OBSERVATION),
        ("Operations, operations", "decision: roll back", Asks.DECISION),
        ("Delivery, delivery", "change: v2", Asks.EXPECTATION),
        ("Vendor", "errors", Asks.OBSERVATION),
    ],
)
def test_the_question_fits_the_event_and_the_role(role: str, event: str, kind: Asks) -> None:
    assert ask_of(review_of(f"role {role}\n* 10:42 {event}")).text in OF_KIND[kind]


def all_asks(review: Review) -> list[Ask]:
    """Every question at the first event, until they begin again."""
    asking, found = at(review), []
    while asking.ask and asking.ask not in found:
        found.append(asking.ask)
        asking = go_on(review, BANK, asking)
    return found


def test_what_has_been_told_is_not_asked_again() -> None:
    review = review_of(
        "role Operations, operations\n* 10:42 alert: errors\n"
        "  Operations | noticed: 10:44 pager\n             | normally: we wait"
    )
    texts = {ask.text for ask in all_asks(review)}
    assert not texts & (OF_KIND[Asks.OBSERVATION] | OF_KIND[Asks.NORMALLY])
    assert texts >= OF_KIND[Asks.ZOOM_OUT] | OF_KIND[Asks.GOALS]
    assert not texts & (OF_KIND[Asks.USERS] | OF_KIND[Asks.BUILT_SO] | OF_KIND[Asks.OBVIOUSLY])


@pytest.mark.parametrize("said", ["Obviously the cache", "it was, of  course, the cache", "that goes without saying"])
def test_who_says_that_it_was_plain_is_asked_for_whom(said: str) -> None:
    review = review_of(f"role Delivery, delivery\n* 10:42 alert: errors\n  Delivery | {said}")
    assert ask_of(review).text in OF_KIND[Asks.OBVIOUSLY]


def prepared(review: Review, **fields: object) -> Review:
    """A review with a prepared question about its first event."""
    question = Question(id=QuestionId("q"), text="op: who was on call?", event=review.events[0].id, prepared=True)
    return msgspec.structs.replace(review, questions=(msgspec.structs.replace(question, **fields),))


def test_a_prepared_question_of_the_event_comes_first() -> None:
    review = prepared(review_of(f"{ROOM}\n* 10:42 errors\n10:50 normal"))
    assert ask_of(review) == Ask(review.roles[1].id, "op: who was on call?", QuestionId("q"))
    assert ask_of(review, 1).prepared is None
    assert ask_of(prepared(review, answer="nobody")).prepared is None
    assert ask_of(prepared(review, prepared=False)).prepared is None
    assert ask_of(prepared(review, text="What: else?")).role is None


def test_it_stands_until_one_moves_on_or_the_role_has_told() -> None:
    review = review_of(f"{ROOM}\n* 10:42 errors")
    first = at(review)
    for elsewhere in ("  Delivery | noticed: today", "10:50 normal\n  Users | better", "  Users (blind) |"):
        assert at(review_of(f"{ROOM}\n* 10:42 errors\n{elsewhere}"), before=first) is first
    told = at(review_of(f"{ROOM}\n* 10:42 errors\n  Users | the page was blank"), before=first)
    assert told.ask is not None
    assert told.ask.role == "Operations"


def test_moving_on_gives_every_question_once_and_then_begins_again() -> None:
    review = prepared(review_of(f"{ROOM}\n* 10:42 errors\n10:50 normal"))
    found = all_asks(review)
    assert len(found) > 50
    assert {ask.role for ask in found[1:]} == {"Users"}
    second = go_on(review, BANK, at(review))
    there_and_back = at(review, 0, at(review, 1, second))
    assert there_and_back.ask == second.ask == found[1]


def test_an_event_and_a_role_have_a_first_question_of_their_own() -> None:
    events = "\n".join(f"* 10:{minute} errors" for minute in range(10, 30))
    review = review_of(f"role Delivery, delivery\n{events}")
    assert len({ask_of(review, number).text for number in range(20)}) > 2
    assert ask_of(review) == ask_of(review)


def test_an_organisation_adds_questions_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "prompts.toml").write_text('[[prompt]]\nkind = "users"\nask = ["which clinics?"]\n')
    assert records("prompts.toml", "prompt", Prompt, tmp_path)[len(BANK) :] == (
        Prompt(Asks.USERS, ("which clinics?",)),
    )
    (tmp_path / "prompts.toml").write_text('[[prompt]]\nkind = "blame"\nask = ["who?"]\n')
    with pytest.raises(UnreadableFile):
        records("prompts.toml", "prompt", Prompt, tmp_path)


EXPERIMENT = f"{ROOM}\n* 14:00 experiment: the cache is emptied"


def a_chaos_day(text: str) -> Review:
    return msgspec.structs.replace(review_of(text), kind=ReviewKind.CHAOS_DAY)


def test_before_an_experiment_it_is_asked_what_one_expects_of_whoever_has_not_written_it() -> None:
    first = ask_of(a_chaos_day(EXPERIMENT))
    assert (first.role, first.text in OF_KIND[Asks.PREDICTION]) == ("Users", True)
    written = a_chaos_day(f"{EXPERIMENT}\n  Users (blind, prediction) | expected: to be the last to know")
    assert ask_of(written).role == "Operations"
    begun = at(a_chaos_day(EXPERIMENT))
    assert at(written, before=begun).ask != begun.ask
    everybody = "".join(f"\n  {role} (prediction) | expected: x" for role in ("Delivery", "Operations", "Users"))
    assert at(a_chaos_day(EXPERIMENT + everybody)).ask is None


def test_once_it_has_run_and_anywhere_else_nobody_is_asked_to_foretell() -> None:
    seen = f"{EXPERIMENT}\n  Users (blind, prediction) | expected: x\n  Delivery | service: it was slow"
    for review in (a_chaos_day(seen), review_of(EXPERIMENT), a_chaos_day(f"{ROOM}\n14:05 alert: errors")):
        asking = at(review)
        texts = set()
        for _ in range(60):
            assert asking.ask is not None
            texts.add(asking.ask.text)
            asking = go_on(review, BANK, asking)
        assert not texts & OF_KIND[Asks.PREDICTION]
