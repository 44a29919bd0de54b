"""Five lines for a latecomer: what they say, and what they never do."""

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.analysis.catching_up import catch_up
from reviewtui.model.review import (
    DifferenceKind,
    Discussion,
    DiscussionId,
    EventId,
    Notes,
    Question,
    QuestionId,
    Review,
    RoleId,
    Stage,
    Verdict,
)
from tests.report.test_wording import HINTED
from tests.reviews import review_of
from tests.strategies import texts

TOLD = """
    service Checkout
    role Delivery, delivery
    role Operations, operations
    role Users, users
    * 10:02 change: v2.3.1 rolled out
      Delivery | did: rolled it out
    * 10:42 alert: error rate above 5 %
      Delivery | noticed: today
               | thought: the cache again
      Operations | noticed: 10:44 pager
                 | thought: the nightly job
    * 11:05 rollback starts
    11:30 back to normal
"""
REVIEW = msgspec.structs.replace(review_of(TOLD), stage=Stage.ACCOUNTS)
ALERT = EventId("e2")


def lines(review: Review = REVIEW, here: EventId | None = ALERT, role: str = "") -> dict[str, str]:
    return {line.label: line.text for line in catch_up(review, here, RoleId(role) if role else None)}


def test_five_lines_say_what_happened_where_we_are_what_was_told_what_differs_and_what_is_next() -> None:
    assert lines() == {
        "what": "Checkout outage, 12 November 2026. Set off by Checkout.",
        "where": "Each role tells its view of 10:42 error rate above 5 %, key moment 2 of 3.",
        "told": "Two of three key moments: 10:02 v2.3.1 rolled out and 10:42 error rate above 5 %.",
        "differs": "The alert reached Operations at 10:44 by pager; Delivery heard of it in this room.",
        "next": "10:42 error rate above 5 %. Tell it as it looked to you then: several pictures of it are what we are "
        "here for.",
    }


def test_what_is_next_is_what_the_role_that_comes_has_not_told() -> None:
    assert lines(role="Operations")["next"].startswith("11:05 rollback starts.")
    assert lines(here=EventId("e4"), role="Users")["next"].startswith("10:02 v2.3.1")
    told = review_of("role Users, users\n* 10:42 alert: x\n  Users | it was slow")
    assert lines(told, None, "Users")["next"].startswith("What would you add?")


def test_an_empty_review_has_five_lines_too() -> None:
    found = lines(review_of(""), None)
    assert found["what"] == "Checkout outage."
    assert found["told"] == "Nothing has been told yet."
    assert found["differs"] == "There is nothing to compare yet."
    assert all(found.values())
    assert len(found) == 5


def test_a_question_to_ask_is_heard_of_only_when_it_is_confirmed() -> None:
    found = Discussion(
        id=DiscussionId("d"),
        kind=DifferenceKind.BELIEF,
        events=(ALERT,),
        roles=(RoleId("Delivery"), RoleId("Operations")),
        sentence="x",
        verdict=Verdict.CONFIRMED,
    )
    none = Discussion(
        id=DiscussionId("n"),
        kind=DifferenceKind.UNAWARE,
        events=(ALERT,),
        roles=(RoleId("Delivery"), RoleId("Operations")),
        sentence="x",
        verdict=Verdict.NOT_A_DIFFERENCE,
    )
    assert "nightly job" not in lines()["differs"]
    assert "nightly job" in lines(msgspec.structs.replace(REVIEW, discussions=(found, none)))["differs"]
    elsewhere = msgspec.structs.replace(none, verdict=Verdict.CONFIRMED)
    both = msgspec.structs.replace(REVIEW, discussions=(found, elsewhere))
    assert "nightly job" not in lines(both, None)["differs"]
    open_one = msgspec.structs.replace(found, verdict=Verdict.LEFT_OPEN)
    only_open = lines(msgspec.structs.replace(REVIEW, discussions=(open_one, none)))
    assert only_open["differs"] == "Nothing that was told so far differs from one role to the next."


@given(st.lists(texts.filter(lambda text: len(text.split()) > 1), max_size=3))
def test_nothing_private_or_veiled_is_in_them(told: list[str]) -> None:
    secret = "zzsecretzz"
    questions = tuple(
        Question(id=QuestionId(str(number)), text=f"{secret} {text}", event=ALERT, prepared=True)
        for number, text in enumerate(told)
    )
    blind = review_of(
        TOLD.replace("* 11:05 rollback starts", f"* 11:05 r\n      Users (blind) | noticed: 11:06 {secret}")
    )
    review = msgspec.structs.replace(blind, questions=questions, notes=Notes(text=secret), stage=Stage.ACCOUNTS)
    for here in (None, *(event.id for event in review.events)):
        found = lines(review, here)
        assert secret not in "".join(found.values())
        assert found["told"].startswith("Two of three")


@given(texts, texts, texts)
def test_there_are_always_five_lines_each_on_one_line(title: str, summary: str, name: str) -> None:
    events = tuple(msgspec.structs.replace(event, title=title) for event in REVIEW.events)
    services = tuple(msgspec.structs.replace(service, name=name) for service in REVIEW.services)
    for stage in Stage:
        review = msgspec.structs.replace(
            REVIEW, title=title, summary=summary, events=events, services=services, stage=stage
        )
        found = lines(review)
        assert len(found) == 5
        assert all(text.strip() and "\n" not in text for text in found.values())


def test_a_long_summary_is_cut_at_its_first_sentence() -> None:
    summary = "At 10.42, v2.3.1 slowed every call. Then " + "it went on " * 40
    assert lines(msgspec.structs.replace(REVIEW, summary=summary))["what"].endswith("v2.3.1 slowed every call.")


@pytest.mark.parametrize("stage", Stage)
def test_no_hint_would_be_given_on_them(stage: Stage) -> None:
    for review in (REVIEW, review_of(""), review_of("10:42 x\n10:43 y")):
        for here in (None, EventId("e1")):
            text = " ".join(lines(msgspec.structs.replace(review, stage=stage), here).values())
            assert re.search("|".join(rf"\b(?:{hinted})" for hinted in HINTED), text, re.IGNORECASE) is None
