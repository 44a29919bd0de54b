"""The order of the report, and what a reader meets first."""

from itertools import pairwise

import msgspec
import pytest

from reviewtui.model.review import Meeting, ReviewKind, Status
from reviewtui.report import outline, report_text
from reviewtui.report.blocks import Heading
from tests.report.every_field import FULL
from tests.report.parsed import lines
from tests.report.parts import section, sections, top
from tests.report.whole_reviews import whole_review_of
from tests.reviews import NOW, empty_review

ROOM = "Who was in the room, and who was not"
SECTIONS = [
    "What surprised us",
    "Impact as users lived it",
    "What happened",
    "Where our pictures differed",
    "Who knew what, when",
    "Contributing factors",
    "What people did and used",
    "What we learned",
    "Actions",
    "Open questions",
    "Who was in the room, and who was not",
    "Appendix",
]


def test_the_order() -> None:
    assert sections(FULL) == SECTIONS


def test_of_a_review_with_nothing_in_it() -> None:
    assert sections(empty_review()) == [ROOM]


def test_headings_go_down_one_level_at_a_time() -> None:
    levels = [block.level for block in outline(FULL) if isinstance(block, Heading)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("  Users | A queue.", {"Impact as users lived it", "What happened", "Where our pictures differed"}),
        ("  Users | noticed: 10:44", {"What happened", "Where our pictures differed", "Who knew what, when"}),
        ("  Users | harder: no log", {"What surprised us", "What happened", "Where our pictures differed"}),
        ("  Users | did: looked", {"What people did and used", "What happened", "Where our pictures differed"}),
        ("factor human, contributed: a handover", {"Contributing factors"}),
        ("insight usage: callers tell when", {"What we learned"}),
        ("action idea: look again", {"Actions"}),
        ("question Users: who else?", {"Open questions"}),
        ("prepared ask Users", set()),
    ],
)
def test_a_section_is_there_for_what_is_in_it(line: str, missing: set[str]) -> None:
    without = whole_review_of("role Users, users\n10:42 it began")
    with_it = whole_review_of(f"role Users, users\n10:42 it began\n{line}")
    assert set(sections(without)) == {ROOM, "Appendix"}
    assert set(sections(with_it)) - set(sections(without)) == missing


class TestTop:
    def test_the_facts_in_a_line(self) -> None:
        review = whole_review_of(
            """
            zone Europe/Berlin
            title Cards declined
            severity SEV 2
            kind chaos day
            summary It came in waves. It went by itself.
            link Ticket https://desk.example/1
            link a paper note
            service Router
            involved Registry
            10:42 it began
            """
        )
        review = msgspec.structs.replace(review, status=Status.SHARED, meeting=Meeting(started=NOW))
        assert top(review).rstrip() == (
            "# Cards declined\n\n"
            "Thursday 12 November 2026 · Chaos Day · set off by Router · involved: Registry · severity: SEV 2"
            " · reviewed on 13 November 2026 · times in Europe/Berlin\n\n"
            "It came in waves. It went by itself.\n\n"
            "See also: [Ticket](https://desk.example/1), a paper note"
        )

    def test_of_several_days(self) -> None:
        review = whole_review_of("10:42 it began\n2026-11-14 09:00 it ended")
        assert "Thursday 12 November 2026 to Saturday 14 November 2026 · " in top(review)
        assert " · times in UTC, on 12 November where no day is given" in top(review)

    @pytest.mark.parametrize("status", [status for status in Status if status is not Status.SHARED])
    def test_a_draft_says_so_and_whom_to_tell(self, status: Status) -> None:
        review = whole_review_of("facilitator Noor, Lending")
        draft = lines(top(msgspec.structs.replace(review, status=status)))[1]
        assert draft.startswith("A draft, for those who were in the room.")
        assert "tell Noor before" in draft

    def test_of_several_or_no_facilitators(self) -> None:
        assert "tell Noor or Ida before" in top(whole_review_of("facilitator Noor, Lending\nfacilitator Ida, Lending"))
        assert "tell the facilitator before" in top(empty_review())

    def test_what_is_shared_is_no_draft(self) -> None:
        assert "draft" not in report_text(whole_review_of("status shared"))

    @pytest.mark.parametrize("kind", list(ReviewKind))
    def test_every_kind_has_its_words(self, kind: ReviewKind) -> None:
        assert kind.value in top(empty_review(kind=kind)).casefold()

    def test_without_a_title(self) -> None:
        assert top(empty_review(title=" ")).startswith("# Incident review\n")


class TestSurprises:
    def test_who_said_so_and_when(self) -> None:
        review = whole_review_of(
            """
            role Delivery, delivery
            role Users, users
            person Priya, Users, for people who buy
            10:42 it began
              Delivery | harder: no log
                       | easier: two were in the office
              Users    | easier: he wrote it down
            """
        )
        assert section(review, "What surprised us") == (
            "**It made things harder**\n\n- no log — *Delivery, 10:42 it began*\n\n"
            "**It made things easier**\n\n- two were in the office — *Delivery, 10:42 it began*\n"
            "- he wrote it down — *Users, by proxy for people who buy, 10:42 it began*"
        )


class TestImpact:
    def test_users_and_where_others_saw_it_differently(self) -> None:
        review = whole_review_of(
            """
            role Operations, operations
            role Users, users
            person Mette, Users
            person Priya, Users, for people who buy
            10:42 it began
              Operations | impact: none
              Users | A queue.
                    | thought: our internet
                    | impact: total, every card
                    | quote: "Oh no"
            by Mette
              Users | reputation: they asked
            by Priya
              Users (prediction) | impact: none
            """
        )
        assert section(review, "Impact as users lived it") == (
            "- **10:42 it began**\n"
            "  - A queue. · *impact:* total, every card — *Users*\n"
            "  - *reputation:* they asked — *Users, by proxy for people who buy*\n"
            "  - Loss looked different from each seat: none to Operations and total to Users."
        )

    def test_told_by_others_alone_says_what_it_costs_that_no_user_was_there(self) -> None:
        text = "role Delivery, delivery\n10:42 it began\n  Delivery | impact: unknown, we saw none"
        cost = "This review could not produce usage insights: how it was lived, whether service was lost in part or in "
        seen = "As other roles saw it:\n\n- unknown, we saw none — *Delivery, 10:42 it began*"
        assert section(whole_review_of(text), "Impact as users lived it") == (
            f"**Nobody stood for those who use the service.** {cost}whole, what it did to trust.\n\n{seen}"
        )
        assert section(whole_review_of(f"role Users, users\n{text}"), "Impact as users lived it") == (
            f"In this review no user said what was lost. {seen}"
        )

    def test_users_of_one_service_do_not_stand_for_those_of_another(self) -> None:
        review = whole_review_of(
            """
            service Router
            service Registry: Delivery
            role Delivery, delivery
            role Users, users
            10:42 it began
              Users | A queue.
            """
        )
        assert section(review, "Impact as users lived it").startswith("**Nobody stood for those who use Registry.**")


class TestStory:
    def test_key_moments_in_order(self) -> None:
        review = whole_review_of(
            """
            role Users, users
            * 11:00 decision: roll back
            10:50 a small event
            * 10:42 alert: success below 90 %
            detail The average stands at 84 %.
              Users | quote: "Who knew?"
            * 11:10 Is it over?
            * 11:20 a page says “resolved”
            * 11:30 a page asks “Again?”
            """
        )
        assert section(review, "What happened") == (
            "**10:42 Alert: success below 90 %.** The average stands at 84 %.\n\n"
            "> “Who knew?” — *Users*\n\n"
            "**11:00 Decision: roll back.**\n\n"
            "**11:10 Is it over?**\n\n"
            "**11:20 a page says “resolved”.**\n\n"
            "**11:30 a page asks “Again?”**"
        )

    def test_without_key_moments_it_is_led_by_what_was_told(self) -> None:
        review = whole_review_of("role Users, users\n10:42 it began\n  Users | A queue.\n10:50 nobody told this")
        assert section(review, "What happened") == "**10:42 it began.**"

    @pytest.mark.parametrize(
        ("event", "name"),
        [
            ("~10:42 x", "~10:42 x."),
            ("10:42-10:55 x", "10:42–10:55 x."),
            ("23:50-00:10 x", "23:50–00:10 x."),
            ("2026-11-12 --:-- x", "12 Nov x."),
            ("x", "x."),
            ("10:42", "10:42 (untitled)."),
        ],
    )
    def test_times(self, event: str, name: str) -> None:
        assert section(whole_review_of(f"* {event}"), "What happened") == f"**{name}**"

    @pytest.mark.parametrize(
        ("events", "shown"),
        [
            ("* 10:42 one\n* 2026-11-13 09:00 two", "**10:42 one.**\n\n**13 Nov 09:00 two.**"),
            (
                "* 10:42 one\n* 2026-11-13 09:00 two\n* 2026-11-13 10:00 three",
                "**12 Nov 10:42 one.**\n\n**09:00 two.**\n\n**10:00 three.**",
            ),
        ],
        ids=["the first day", "the day of most"],
    )
    def test_a_time_of_another_day_brings_it(self, events: str, shown: str) -> None:
        assert section(whole_review_of(events), "What happened") == shown
