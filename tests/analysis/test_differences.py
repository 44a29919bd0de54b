"""Each kind of difference: where it must be found, and above all where it must not."""

import re

import msgspec
import pytest

from reviewtui.analysis.difference import Difference
from reviewtui.analysis.differences import differences, differences_at, discussion_of
from reviewtui.model.review import DifferenceKind, Discussion, DiscussionId, EventId, Review, Veil, Verdict
from tests.reviews import empty_review, review_of

ROLES = """
    role Delivery, delivery
    role Operations, operations
    role Users, users
"""


def at_alert(*accounts: str, roles: str = ROLES, event: str = "10:42 alert: error rate above 5 %") -> Review:
    return review_of("\n".join([*roles.split("\n"), "    " + event, *("      " + line for line in accounts)]))


def found(review: Review, kind: DifferenceKind) -> list[Difference]:
    return [difference for difference in differences(review) if difference.kind is kind]


def sentences(review: Review, kind: DifferenceKind) -> list[str]:
    return [difference.sentence for difference in found(review, kind)]


class TestUnaware:
    kind = DifferenceKind.UNAWARE

    def test_one_role_has_a_time_and_another_heard_of_it_today(self) -> None:
        review = at_alert("Delivery | noticed: today", "Operations | noticed: 10:44 pager")
        (difference,) = found(review, self.kind)
        assert difference.sentence == (
            "The alert reached Operations at 10:44 by pager; Delivery heard of it in this room."
        )
        assert difference.certain
        assert difference.roles == ("Delivery", "Operations")
        assert [(ground.account, ground.line) for ground in difference.why] == [("a2", 1), ("a1", 1)]

    def test_never_is_told_as_what_the_sign_did(self) -> None:
        review = at_alert("Delivery | noticed: never", "Operations | noticed: +2m told by support")
        assert sentences(review, self.kind) == [
            "The alert reached Operations at 10:44 (told by support); no sign of it reached Delivery."
        ]

    def test_those_who_had_the_same_are_told_together(self) -> None:
        roles = ROLES + "    role Shops, users\n    role Vendor\n"
        review = at_alert(
            "Delivery | noticed: today",
            "Operations | noticed: 10:44 pager",
            "Users | noticed: today",
            "Shops | noticed: never",
            "Vendor | noticed: never",
            roles=roles,
        )
        (sentence,) = sentences(review, self.kind)
        assert sentence.endswith(
            "; Delivery and Users heard of it in this room; no sign of it reached Shops or Vendor."
        )

    @pytest.mark.parametrize(
        ("event", "signal"),
        [
            ("10:42 alert: above 5 %", "The alert"),
            ("10:42 communication: a mail to all", "Word of this"),
            ("10:42 decision: roll back", "Word of this"),
            ("10:42 service behaviour: pages are blank", "The first sign of this"),
            ("10:42 experiment: the index is taken away", "The first sign of this"),
            ("10:42 it began", "The first sign of this"),
        ],
    )
    def test_what_reached_them_is_of_the_events_kind(self, event: str, signal: str) -> None:
        review = at_alert("Delivery | noticed: today", "Operations | noticed: 10:44 pager", event=event)
        assert sentences(review, self.kind) == [
            f"{signal} reached Operations at 10:44 by pager; Delivery heard of it in this room."
        ]

    def test_a_time_wins_over_never_within_one_role(self) -> None:
        review = at_alert("Delivery | noticed: never", "Delivery | noticed: 10:43", "Operations | noticed: 10:44 pager")
        assert not found(review, self.kind)

    def test_an_event_of_unknown_time_still_has_signs_with_a_time(self) -> None:
        review = at_alert(
            "Delivery | noticed: today", "Operations | noticed: 10:44 pager", event="error rate above 5 %"
        )
        assert sentences(review, self.kind) == [
            "The first sign of this reached Operations at 10:44 by pager; Delivery heard of it in this room."
        ]

    @pytest.mark.parametrize(
        "accounts",
        [
            ["Delivery | noticed: today", "Operations | noticed: never"],
            ["Delivery | noticed: 10:43", "Operations | noticed: 10:44"],
            ["Delivery | we were asleep", "Operations | noticed: 10:44"],
            ["Delivery | noticed: through the grapevine", "Operations | noticed: 10:44"],
            ["Delivery | noticed: today"],
        ],
        ids=["nobody has a time", "both have one", "no line is no evidence", "no time is told", "one role"],
    )
    def test_not_reported(self, accounts: list[str]) -> None:
        assert not found(at_alert(*accounts), self.kind)


class TestTiming:
    kind = DifferenceKind.TIMING

    def test_signs_further_apart_than_the_threshold(self) -> None:
        review = at_alert("Delivery | noticed: 11:02", "Operations | noticed: 10:44 pager", "Users | noticed: 10:43")
        (difference,) = found(review, self.kind)
        assert difference.sentence == (
            "The alert reached Users at 10:43, Operations at 10:44 by pager and Delivery at 11:02."
        )
        assert difference.certain

    def test_where_a_role_had_none_it_names_the_first_and_the_last(self) -> None:
        roles = ROLES + "    role Shops, users\n"
        accounts = ["Delivery | noticed: today", "Operations | noticed: 10:44 pager", "Users | noticed: 10:50 phone"]
        review = at_alert(*accounts, "Shops | noticed: 11:02", roles=roles)
        assert sentences(review, self.kind) == [
            "The first sign of this came to Operations at 10:44 by pager, the last to Shops at 11:02."
        ]
        (difference,) = found(review, self.kind)
        assert difference.roles == ("Operations", "Users", "Shops")

    def test_a_sign_before_the_event_is_not_told_as_the_event(self) -> None:
        review = at_alert("Users | noticed: 10:31 phone", "Operations | noticed: 10:44 pager")
        assert sentences(review, self.kind) == [
            "The first sign of this reached Users at 10:31 by phone and Operations at 10:44 by pager."
        ]

    def test_a_sign_on_another_day_says_so(self) -> None:
        review = at_alert("Users | noticed: 2026-11-13 09:00 mail", "Operations | noticed: 10:44")
        assert sentences(review, self.kind) == [
            "The alert reached Operations at 10:44 and Users at 09:00 on 13 November by mail."
        ]

    def test_a_bare_clock_after_midnight_is_the_night_that_follows(self) -> None:
        review = at_alert("Users | noticed: 00:10", "Operations | noticed: 23:55", event="23:50 alert: queue grows")
        assert sentences(review, self.kind) == [
            "The alert reached Operations at 23:55 and Users at 00:10 on 13 November."
        ]

    def test_about_is_a_range_and_gaps_are_between_ranges(self) -> None:
        assert not found(at_alert("Users | noticed: 10:42", "Operations | noticed: ~10:52"), self.kind)
        assert found(at_alert("Users | noticed: 10:42", "Operations | noticed: ~10:53"), self.kind)

    def test_the_threshold_is_the_reviews(self) -> None:
        wide = ROLES + "    threshold 30\n"
        assert not found(at_alert("Users | noticed: 10:43", "Operations | noticed: 11:02", roles=wide), self.kind)

    def test_the_earliest_of_several_people_counts(self) -> None:
        review = at_alert("Delivery | noticed: 11:30", "Delivery | noticed: 10:44", "Operations | noticed: 10:44")
        assert not found(review, self.kind)

    @pytest.mark.parametrize(
        ("accounts", "event"),
        [
            (["Users | noticed: 10:42", "Operations | noticed: 10:47"], "10:42 alert: x"),
            (["Users | noticed: 10:30", "Operations | noticed: 11:30"], "an event of unknown time"),
            (["Users | noticed: 10:30", "Operations | noticed: never"], "10:42 alert: x"),
            (["Users | noticed: 10:30"], "10:42 alert: x"),
            (["Users | noticed: 10:30", "Users | noticed: 11:30"], "10:42 alert: x"),
        ],
        ids=["exactly the threshold", "no lag without a date", "never is no time", "one role", "one role twice"],
    )
    def test_not_reported(self, accounts: list[str], event: str) -> None:
        assert not found(at_alert(*accounts, event=event), self.kind)

    def test_a_written_date_gives_a_lag_even_at_an_event_of_unknown_time(self) -> None:
        review = at_alert(
            "Users | noticed: 2026-11-12 10:30", "Operations | noticed: 2026-11-12 11:30", event="sometime"
        )
        assert found(review, self.kind)

    def test_an_event_with_only_a_day_gives_its_day(self) -> None:
        review = at_alert("Users | noticed: 10:30", "Operations | noticed: 11:30", event="2026-11-10 --:-- surge")
        assert found(review, self.kind)

    def test_no_arithmetic_of_lateness(self) -> None:
        review = at_alert("Delivery | noticed: +20m", "Operations | noticed: +2m")
        (sentence,) = sentences(review, self.kind)
        assert not re.search(r"\+|\bmin|late", sentence)


class TestImpact:
    kind = DifferenceKind.IMPACT

    def test_levels_that_differ(self) -> None:
        review = at_alert("Operations | impact: partial, search only", "Users | impact: total")
        (difference,) = found(review, self.kind)
        assert difference.sentence == "Loss looked different from each seat: partial to Operations and total to Users."
        assert difference.certain

    def test_roles_that_lost_the_same_are_told_together(self) -> None:
        review = at_alert("Operations | impact: total", "Users | impact: none", "Delivery | impact: total")
        assert sentences(review, self.kind) == [
            "Loss looked different from each seat: total to Delivery and Operations; none to Users."
        ]

    def test_sets_of_levels_are_compared(self) -> None:
        review = at_alert("Operations | impact: partial\n", "Users | impact: none", "Users | impact: partial")
        assert sentences(review, self.kind) == [
            "Loss looked different from each seat: partial to Operations; none and partial to Users."
        ]

    @pytest.mark.parametrize(
        "accounts",
        [
            ["Operations | impact: partial", "Users | impact: partial, checkout"],
            ["Operations | impact: partial", "Users | impact: unknown"],
            ["Operations | impact: partial", "Users | impact: search was gone"],
            ["Operations | impact: partial", "Users | it was bad"],
            ["Users | impact: partial", "Users | impact: total"],
            ["Operations (prediction) | impact: none", "Users | impact: total"],
        ],
        ids=["alike", "unknown is no level", "no level given", "no line", "one role", "foretold"],
    )
    def test_not_reported(self, accounts: list[str]) -> None:
        assert not found(at_alert(*accounts), self.kind)


class TestBelief:
    kind = DifferenceKind.BELIEF

    def test_thoughts_that_differ(self) -> None:
        review = at_alert("Delivery | thought: the cache is full", "Operations | thought: the deployment")
        (difference,) = found(review, self.kind)
        assert difference.sentence == (
            "Two beliefs, side by side: “the cache is full” (Delivery) and “the deployment” (Operations): "
            "what did each rest on then?"
        )
        assert not difference.certain

    @pytest.mark.parametrize(
        "accounts",
        [
            ["Delivery | thought: the nightly job", "Operations | thought:  The Nightly Job!"],
            ["Delivery | thought: one", "Delivery | thought: two"],
            ["Delivery | thought: one", "Operations | it was two"],
        ],
        ids=["alike when normalised", "one role", "narrative is no belief"],
    )
    def test_not_reported(self, accounts: list[str]) -> None:
        assert not found(at_alert(*accounts), self.kind)


class TestExpectation:
    kind = DifferenceKind.EXPECTATION

    def test_expectations_that_differ(self) -> None:
        review = at_alert("Delivery | expected: the breaker opens", "Operations | expected: a page")
        (sentence,) = sentences(review, self.kind)
        assert sentence == (
            "Expected, side by side: “the breaker opens” (Delivery) and “a page” (Operations): "
            "what was each picture built on?"
        )

    def test_a_surprise_where_another_expected_something(self) -> None:
        review = at_alert("Delivery | expected: the breaker opens", "Operations | harder: the breaker stayed shut")
        (difference,) = found(review, self.kind)
        assert difference.sentence == (
            "Expected: “the breaker opens” (Delivery). Met: “the breaker stayed shut” (Operations). "
            "What was each picture built on?"
        )
        assert difference.roles == ("Delivery", "Operations")
        assert not difference.certain

    def test_a_prediction_beside_what_was_seen_even_by_the_same_role(self) -> None:
        review = at_alert("Delivery (prediction) | expected: no loss", "Delivery | impact: partial, search")
        assert len(found(review, self.kind)) == 1

    def test_one_finding_an_event(self) -> None:
        review = at_alert(
            "Delivery | expected: a", "Operations | expected: b", "Users | harder: c", "Operations | easier: d"
        )
        assert len(found(review, self.kind)) == 1

    @pytest.mark.parametrize(
        "accounts",
        [
            ["Delivery | expected: a page", "Operations | expected: A page."],
            ["Delivery | expected: a page", "Delivery | harder: no page"],
            ["Delivery | harder: x", "Operations | easier: y"],
            ["Delivery | expected: a page", "Operations | impact: partial"],
            ["Delivery (prediction) | expected: no loss", "Delivery (prediction) | impact: none"],
        ],
        ids=["alike", "their own surprise", "nobody expected", "no prediction", "nothing seen yet"],
    )
    def test_not_reported(self, accounts: list[str]) -> None:
        assert not found(at_alert(*accounts), self.kind)


class TestKnownToOne:
    kind = DifferenceKind.KNOWN_TO_ONE

    def test_what_no_other_role_names(self) -> None:
        review = at_alert("Delivery | because: the cache saved a slow call", "Operations | we saw nothing odd")
        (difference,) = found(review, self.kind)
        assert difference.sentence == (
            "Only Delivery mentioned “the cache saved a slow call” so far: who else knew of it?"
        )
        assert not difference.certain

    def test_one_finding_a_role_however_many_lines(self) -> None:
        review = at_alert(
            "Delivery | because: one thing",
            "Delivery | data: another",
            "Delivery | normally: third",
            "Operations | service: slow",
        )
        assert sentences(review, self.kind) == [
            "Only Delivery mentioned “one thing”, “another” and one more so far: who else knew of them?",
            "Only Operations mentioned “slow” so far: who else knew of it?",
        ]

    @pytest.mark.parametrize(
        "accounts",
        [
            ["Delivery | data: Grafana checkout board", "Operations | data: checkout board in Grafana"],
            ["Delivery | data: Grafana checkout board", "Operations | we looked at the grafana checkout board"],
            ["Delivery | data: Grafana checkout board"],
            ["Delivery | thought: the cache", "Operations | harder: no log"],
            ["Delivery | data:", "Operations | nothing"],
        ],
        ids=["alike", "in narrative", "one role told", "other labels", "no words"],
    )
    def test_not_reported(self, accounts: list[str]) -> None:
        assert not found(at_alert(*accounts), self.kind)

    def test_not_reported_when_it_is_named_at_another_event_or_not_filed(self) -> None:
        elsewhere = review_of(
            ROLES
            + """
    10:42 alert: x
      Delivery | data: Grafana checkout board
      Operations | nothing
    11:00 y
      Operations | the Grafana checkout board was red
    """
        )
        assert not found(elsewhere, self.kind)
        unfiled = at_alert("Delivery | data: the checkout board", "Operations | hm")
        assert found(unfiled, self.kind)
        text = (
            ROLES
            + "    not filed | Operations | the checkout board\n    10:42 x\n      Delivery | data: the checkout board"
        )
        assert not found(review_of(text + "\n      Operations | hm"), self.kind)


class TestSilent:
    kind = DifferenceKind.SILENT

    def test_a_key_moment_that_a_role_has_not_told(self) -> None:
        review = at_alert("Delivery | x", "Operations | y", event="* 10:42 alert: z")
        (difference,) = found(review, self.kind)
        assert difference.roles == ("Users",)
        assert difference.sentence == (
            "Only Delivery and Operations told this moment so far: what did it look like from Users?"
        )
        assert difference.why == ()

    def test_late_counts_as_present(self) -> None:
        late = "    role Delivery, delivery\n    role Users, users, late\n"
        assert found(at_alert("Delivery | x", roles=late, event="* 10:42 z"), self.kind)

    @pytest.mark.parametrize("attendance", ["absent", "invited", "in writing"])
    def test_not_reported_of_those_who_are_not_in_the_room(self, attendance: str) -> None:
        roles = f"    role Delivery, delivery\n    role Users, users, {attendance}\n"
        assert not found(at_alert("Delivery | x", roles=roles, event="* 10:42 z"), self.kind)

    def test_not_reported_at_other_events_or_where_nobody_told(self) -> None:
        assert not found(at_alert("Delivery | x", event="10:42 z"), self.kind)
        assert not found(at_alert(event="* 10:42 z"), self.kind)

    def test_a_blank_account_is_none(self) -> None:
        assert len(found(at_alert("Delivery | x", "Users |  ", event="* 10:42 z"), self.kind)) == 2


class TestWhatCountsForNothing:
    accounts = (
        "Delivery | noticed: today",
        "Operations | noticed: 10:44",
        "Delivery | impact: none",
        "Users | impact: total",
    )

    def test_an_absent_role(self) -> None:
        roles = ROLES.replace("role Delivery, delivery", "role Delivery, delivery, absent")
        assert differences(at_alert(*self.accounts, roles=roles)) == ()

    def test_a_role_all_of_whose_people_are_absent(self) -> None:
        roles = ROLES + "    person Ana, Delivery, absent\n"
        assert differences(at_alert(*self.accounts, roles=roles)) == ()

    def test_a_veiled_account_until_it_is_lifted(self) -> None:
        review = at_alert("Delivery (blind) | noticed: today", "Operations | noticed: 10:44")
        assert differences(review) == ()
        lifted = review_of_lifted(review)
        assert [one.kind for one in differences(lifted)] == [DifferenceKind.UNAWARE]

    def test_nothing_at_all(self) -> None:
        assert differences(empty_review()) == ()
        assert differences_at(empty_review(), EventId("nowhere")) == ()


def review_of_lifted(review: Review) -> Review:
    events = tuple(msgspec.structs.replace(event, veil=Veil.LIFTED) for event in review.events)
    return msgspec.structs.replace(review, events=events)


def test_one_event_gives_what_the_whole_gives_for_it() -> None:
    review = at_alert("Delivery | noticed: today", "Operations | noticed: 10:44", event="* 10:42 alert: x")
    assert differences_at(review, EventId("e1")) == differences(review) != ()


def test_certain_ones_come_first() -> None:
    review = at_alert(
        "Delivery | noticed: today\n", "Delivery | thought: a", "Operations | noticed: 10:44", "Operations | thought: b"
    )
    certain = [difference.certain for difference in differences(review)]
    assert certain == sorted(certain, reverse=True)
    assert len(set(certain)) == 2


def test_what_the_room_made_of_one_is_found_by_its_key() -> None:
    review = at_alert("Delivery | noticed: today", "Operations | noticed: 10:44")
    (difference,) = differences(review)
    made = Discussion(
        id=DiscussionId("d1"),
        kind=difference.kind,
        events=(difference.event,),
        roles=difference.roles,
        sentence="as it was",
        verdict=Verdict.LEFT_OPEN,
    )
    assert discussion_of(review, difference) is None
    assert discussion_of(msgspec.structs.replace(review, discussions=(made,)), difference) is made


def test_sentences_judge_nobody() -> None:
    review = at_alert(
        "Delivery | noticed: today",
        "Delivery | thought: a\n",
        "Delivery | expected: a page",
        "Delivery | data: q",
        "Operations | noticed: 10:44 pager",
        "Operations | thought: b",
        "Operations | harder: none",
        "Operations | impact: none",
        "Users | noticed: 11:30",
        "Users | impact: total",
        roles=ROLES + "    role Vendor, operations\n",
        event="* 10:42 alert: x",
    )
    assert {difference.kind for difference in differences(review)} == set(DifferenceKind)
    told = [re.sub("“[^”]*”", "", difference.sentence) for difference in differences(review)]
    hinted = re.compile(
        r"\b(should|could|would|fail\w*|forg\w+|miss\w*|overlook\w*|ignor\w*|neglect\w*|careless|error|mistake|wrong|"
        r"obviously|clearly|of course|just|simply|only had to|root cause|blame|fault|late|too slow|confus\w+|lucky|"
        r"didn't|why)\b",
        re.IGNORECASE,
    )
    assert [sentence for sentence in told if hinted.search(sentence)] == []
