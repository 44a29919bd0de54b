"""Which differences a reader sees, and how what was told stands side by side."""

import msgspec
import pytest

from reviewtui.model.review import DifferenceKind, Review, Verdict
from reviewtui.report import report_text
from tests.report.whole_reviews import whole_review_of

ALERT = """
role Delivery, delivery
role Operations, operations
* 10:42 alert: below 90 %
  Delivery | noticed: today
           | thought: the cache
  Operations | noticed: 10:44 pager
             | thought: the release
"""
CERTAIN = "- The alert reached Operations at 10:44 by pager; Delivery heard of it in this room."
TO_ASK = (
    "- Two beliefs, side by side: “the cache” (Delivery) and “the release” (Operations): what did each rest on then?"
)


def shown(text: str) -> list[str]:
    """The lines below the table of the alert, with more of a review."""
    return below(ALERT + text)


def below(text: str) -> list[str]:
    """The lines below the table of the first moment of a review."""
    markdown = report_text(whole_review_of(text))
    section = markdown.split("## Where our pictures differed")[1].split("\n\n## ")[0]
    return [line for line in section.split("\n") if line.startswith(("- ", "  - "))]


def test_a_certain_one_is_shown() -> None:
    assert shown("") == [CERTAIN]


def test_a_certain_one_that_is_no_difference_is_not() -> None:
    assert shown("verdict not a difference, unaware, Delivery, Operations: they share a desk") == []


@pytest.mark.parametrize("verdict", ["confirmed", "left open"])
def test_a_certain_one_with_what_the_room_made_of_it(verdict: str) -> None:
    marked = " *still open*" if verdict == "left open" else ""
    assert shown(f"verdict {verdict}, unaware, Delivery, Operations: nothing leads there") == [
        f"{CERTAIN}{marked}",
        "  - *The room:* nothing leads there",
    ]


@pytest.mark.parametrize("verdict", ["confirmed", "left open"])
def test_one_to_ask_is_shown_when_the_room_took_it_up(verdict: str) -> None:
    marked = " *still open*" if verdict == "left open" else ""
    assert shown(f"verdict {verdict}, belief, Delivery, Operations: each saw a part") == [
        CERTAIN,
        f"{TO_ASK}{marked}",
        "  - *The room:* each saw a part",
    ]


def test_one_to_ask_that_is_no_difference_is_not_shown() -> None:
    assert shown("verdict not a difference, belief, Delivery, Operations: the same") == [CERTAIN]


LATE = "  Users | noticed: 11:02 phone"
TIMING = "The alert reached Operations at 10:44 by pager and Users at 11:02 by phone"


def test_when_each_role_had_a_sign_is_said_once() -> None:
    text = f"role Users, users\n{ALERT}{LATE}\n"
    assert [line for line in below(text) if "reached" in line] == [f"- {TIMING}; Delivery heard of it in this room."]
    discussed = f"{text}verdict confirmed, timing, Operations, Users: a phone is slower than a pager"
    assert below(discussed)[:3] == [
        f"- {TIMING}; Delivery heard of it in this room.",
        "- The first sign of this came to Operations at 10:44 by pager, the last to Users at 11:02 by phone.",
        "  - *The room:* a phone is slower than a pager",
    ]


def test_without_a_note() -> None:
    assert shown("verdict confirmed, unaware, Delivery, Operations") == [CERTAIN, "  - The room confirmed it."]
    assert shown("verdict left open, unaware, Delivery, Operations") == [f"{CERTAIN} *still open*"]


def test_a_note_on_what_the_accounts_said_before() -> None:
    review = whole_review_of(f"{ALERT}\nverdict confirmed, unaware, Delivery, Operations: nothing leads there")
    (discussion,) = review.discussions
    before = msgspec.structs.replace(discussion, sentence="The alert reached nobody at all.")
    text = report_text(msgspec.structs.replace(review, discussions=(before,)))
    assert f"{CERTAIN}\n  - *The room, of an earlier form of this:* nothing leads there" in text
    assert "reached nobody" not in text


def test_a_verdict_on_a_difference_that_is_gone_is_left_out() -> None:
    text = report_text(whole_review_of(f"{ALERT}\nverdict confirmed, timing, Delivery, Operations: gone since"))
    assert "gone since" not in text


@pytest.mark.parametrize("kind", [kind for kind in DifferenceKind if kind not in {"unaware", "timing", "impact"}])
def test_no_question_is_shown_before_the_room_took_it_up(kind: DifferenceKind) -> None:
    review = everything_to_ask()
    assert "?" in report_text(taken_up(review, kind, Verdict.CONFIRMED))
    assert "?" in report_text(taken_up(review, kind, Verdict.LEFT_OPEN))
    assert "?" not in report_text(taken_up(review, kind, Verdict.NOT_A_DIFFERENCE))
    assert "?" not in report_text(review)


def everything_to_ask() -> Review:
    return whole_review_of(
        """
        status shared
        role Delivery, delivery
        role Operations, operations
        role Users, users
        * 10:42 it began
          Delivery | thought: the cache
                   | expected: quiet
                   | because: it saved a call
          Operations | thought: the release
                     | expected: a dent
        """
    )


def taken_up(review: Review, kind: DifferenceKind, verdict: Verdict) -> Review:
    roles = {"known to one": "Delivery", "silent": "Users"}.get(kind, "Delivery, Operations")
    event = review.events[0].id
    (discussion,) = whole_review_of(
        f"role Delivery\nrole Operations\nrole Users\n10:42 it began\nverdict {verdict}, {kind}, {roles}: so"
    ).discussions
    return msgspec.structs.replace(review, discussions=(msgspec.structs.replace(discussion, events=(event,)),))


def test_no_arithmetic_of_lateness() -> None:
    text = report_text(
        whole_review_of(
            """
            role Delivery, delivery
            role Operations, operations
            * 10:42 alert: below 90 %
              Delivery | noticed: +23m the bot
              Operations | noticed: 10:44 pager
            """
        )
    )
    assert "11:05 (the bot" in text
    assert "23" not in text
    assert "min" not in text


def test_a_moment_side_by_side() -> None:
    text = report_text(
        whole_review_of(
            """
            role Delivery, delivery
            role Operations, operations
            role Users, users
            * 10:42 it began
              Operations (prediction) | expected: quiet
              Delivery | A robot told us.
                       | noticed: +5m
                       | noticed: in the corridor
                       | thought: the cache
                       | We looked twice.
              Delivery | thought: the registry
              Operations | THOUGHT : the release
                         | quote: 'Who knew?'
                         | impact:
            """
        )
    )
    assert (
        """
### 10:42 it began

|                     | Delivery         | Operations    |
| ------------------- | ---------------- | ------------- |
| expected beforehand |                  | quiet         |
| told                | A robot told us. |               |
|                     | We looked twice. |               |
| noticed             | 10:47            |               |
|                     | in the corridor  |               |
| thought             | the cache        | the release   |
|                     | the registry     |               |
| quote               |                  | “'Who knew?'” |
"""
        in text
    )


def test_a_difference_brings_its_moment_with_it_and_others_stay_in_the_appendix() -> None:
    text = report_text(
        whole_review_of(
            """
            role Delivery, delivery
            role Operations, operations
            * 10:42 it began
            10:50 a small event
              Delivery | noticed: never
              Operations | noticed: 10:51
            10:55 a smaller one
              Delivery | Nothing.
            """
        )
    )
    body, _, appendix = text.partition("## Appendix")
    assert "### 10:50 a small event" in body
    assert "#### 10:55 a smaller one" in appendix
    assert "### 10:42" not in text
