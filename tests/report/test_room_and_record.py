"""Who knew what, who was in the room, and the record behind the report."""

import msgspec
import pytest

from reviewtui.model.moments import Moment, Precision
from reviewtui.model.review import Attendance, Veil
from reviewtui.report import report_text
from tests.report.parsed import links
from tests.report.parts import section
from tests.report.whole_reviews import whole_review_of

ROOM = "Who was in the room, and who was not"
OPERATIONS_MISSING = (
    "This review could not produce operational insights: how it is really operated, "
    "which monitoring and fixes exist elsewhere."
)
USERS_MISSING = (
    "This review could not produce usage insights: how it was lived, "
    "whether service was lost in part or in whole, what it did to trust."
)


class TestWhoKnew:
    def test_roles_by_moments(self) -> None:
        review = whole_review_of(
            """
            zone Europe/Berlin
            role Delivery, delivery
            role Operations, operations
            role Users, users
            role Vendor
            * 10:42 alert: below 90 %
              Delivery | noticed: today
              Operations | noticed: +2m pager
              Users | noticed: never, we have no screen
            * 23:50 it ended
              Operations | noticed: 00:10 told by support
              Vendor | A calm day.
            10:50 no key moment
              Users | noticed: 10:51
            """
        )
        rows = [line.strip("|").split("|") for line in section(review, "Who knew what, when").split("\n")[2:]]
        assert [[cell.strip() for cell in row] for row in rows] == [
            ["", "Delivery", "Operations", "Users"],
            ["---"] * 4,
            ["10:42 below 90 %", "in this review", "10:44 by pager", "no sign of it: we have no screen"],
            ["23:50 it ended", "–", "13 Nov 00:10 (told by support)", "–"],
        ]


class TestRoom:
    def test_who_stood_for_whom(self) -> None:
        review = whole_review_of(
            """
            service Router
            service Registry: Delivery, Vendor
            facilitator Noor, Lending
            role Delivery, delivery
            role Users, users, in writing
            role Vendor, operations, absent
            person Amara, Delivery
            person Jonas, Delivery, late
            person Priya, Users, for people who buy
            """
        )
        assert section(review, ROOM) == "\n".join(
            [
                "Noor (Lending, from outside the teams involved) facilitated.\n",
                "|          | builds it | operates it                | uses it          |",
                "| -------- | --------- | -------------------------- | ---------------- |",
                "| Router   | Delivery  | nobody (not there: Vendor) | Users (by proxy) |",
                "| Registry | Delivery  | nobody (not there: Vendor) | nobody           |\n",
                f"- **Nobody stood for those who operate Router and Registry.** {OPERATIONS_MISSING}",
                f"- **Nobody stood for those who use Registry.** {USERS_MISSING}\n",
                "Who that was:\n",
                "- **Delivery:** Amara; Jonas (joined later)",
                "- **Users:** Priya (by proxy for people who buy)",
                "- **Vendor:** not there",
            ]
        )

    @pytest.mark.parametrize(
        ("people", "line"),
        [
            ("", "No facilitator is named."),
            ("facilitator Noor", "Noor (team not said) facilitated."),
            (
                "role Delivery, delivery\nfacilitator Noor, delivery",
                "Noor (delivery, from a team involved) facilitated.",
            ),
        ],
    )
    def test_the_facilitator(self, people: str, line: str) -> None:
        assert section(whole_review_of(people), ROOM).startswith(line)

    def test_a_facilitator_who_was_not_there(self) -> None:
        review = whole_review_of("facilitator Noor, Lending")
        people = tuple(msgspec.structs.replace(one, attendance=Attendance.ABSENT) for one in review.people)
        review = msgspec.structs.replace(review, people=people)
        assert "was asked to facilitate and was not there." in section(review, ROOM)

    def test_a_proxy_is_not_a_user(self) -> None:
        review = whole_review_of(
            """
            role Users, users
            person Mette, Users
            person Priya, Users, for people who buy
            * 10:42 it began
              Users | A queue.
            """
        )
        assert "Users (in part by proxy)" in section(review, "Where our pictures differed")
        assert "Users (in part by proxy)" in section(review, ROOM)

    def test_an_answer_under_its_veil_is_no_missing_account(self) -> None:
        review = whole_review_of(
            """
            role Delivery, delivery
            role Users, users
            * 10:42 it began
              Delivery | A test.
              Users (blind) | A queue.
            * 10:50 it ended
              Delivery | Quiet.
            """
        )
        said = section(review, ROOM)
        assert "- There is no account by Users of 10:50." in said
        assert "- What Users wrote of 10:42 is not opened yet, and not in this report." in said


class TestAppendix:
    def test_the_whole_timeline(self) -> None:
        review = whole_review_of(
            """
            zone Europe/Berlin
            role Users, users
            * 10:42 alert: below 90 %
            detail The average.
            evidence Board https://boards.example/1
            evidence Script javascript:alert(1)
            2026-11-13 09:00 the day after
            some note
            """
        )
        assert section(review, "Appendix") == (
            "### The whole timeline, as clocks show it in Europe/Berlin\n\n"
            "★ marks a key moment.\n\n"
            "#### Thursday 12 November 2026\n\n"
            "- **10:42** ★ alert: below 90 %\n"
            "  - The average.\n"
            "  - Evidence: [Board](https://boards.example/1), Script javascript:alert(1)\n\n"
            "#### Friday 13 November 2026\n\n- **09:00** the day after\n\n"
            "#### At a time that nobody could say\n\n- some note"
        )
        assert links(report_text(review)) == ["https://boards.example/1"]

    @pytest.mark.parametrize(
        ("written", "zone", "shown"),
        [
            ("10:42", "Europe/Berlin", ""),
            ("2026-11-12 10:42", "Europe/Berlin", ""),
            ("", "UTC", ""),
            ("10.42 Uhr", "Europe/Berlin", " (written as “10.42 Uhr”)"),
            ("10:42:07", "Europe/Berlin", " (written as “10:42:07”)"),
            ("9:42", "UTC", " (written as “9:42”, UTC)"),
        ],
    )
    def test_times_as_they_were_written(self, written: str, zone: str, shown: str) -> None:
        review = whole_review_of("zone Europe/Berlin\n10:42 it began")
        (event,) = review.events
        when = Moment(start=event.when.start, precision=Precision.EXACT, zone=zone, as_written=written)
        review = msgspec.structs.replace(review, events=(msgspec.structs.replace(event, when=when),))
        assert section(review, "Appendix").endswith(f"- **10:42** it began{shown}")

    def test_what_no_section_shows_was_told_all_the_same(self) -> None:
        review = whole_review_of("role Users, users\n* 10:42 it began\n10:50 a small event\n  Users | thought: a test")
        assert "a test" not in report_text(review).split("## Appendix")[0]
        assert section(review, "Appendix").split("\n\n")[4:] == [
            "### What was told of other events",
            "#### 10:50 a small event",
            "|         | Users  |\n| ------- | ------ |\n| thought | a test |",
            "### What the labels mean",
            "- **thought:** what was believed to be going on",
        ]

    def test_only_labels_that_were_used_are_explained(self) -> None:
        review = whole_review_of("role Users, users\n10:42 it began\n  Users | A queue.")
        assert "What the labels mean" not in report_text(review)

    def test_what_was_foretold_is_explained_too(self) -> None:
        text = "role Users, users\n* 10:42 experiment: taken away\n  Users (prediction) | expected: a white page"
        review = whole_review_of(text)
        events = tuple(msgspec.structs.replace(event, veil=Veil.LIFTED) for event in review.events)
        assert section(msgspec.structs.replace(review, events=events), "Appendix").endswith(
            "- **expected:** what was expected at that moment\n"
            "- **beforehand:** foretold, before there was anything to see"
        )
