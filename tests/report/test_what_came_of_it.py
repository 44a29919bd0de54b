"""Factors, what people did, what was learned, actions and questions."""

import msgspec

from reviewtui.model.review import FactorId
from tests.report.parts import section
from tests.report.whole_reviews import whole_review_of


class TestFactors:
    def test_by_what_they_did_and_none_is_the_cause(self) -> None:
        review = whole_review_of(
            """
            role Delivery, delivery
            10:42 it began
            factor technical, made it easier: a board
            factor technical, contributed, Delivery: a cache without a log
            factor human, contributed: a handover
            """
        )
        assert section(review, "Contributing factors") == (
            "None of these is *the* cause. Each had a part, and they worked together.\n\n"
            "**Contributed**\n\n"
            "- *human:* a handover (at 10:42)\n"
            "- *technical:* a cache without a log (raised by Delivery; at 10:42)\n\n"
            "**Made it easier**\n\n"
            "- *technical:* a board (at 10:42)"
        )

    def test_the_moments_of_one_are_in_their_order(self) -> None:
        review = whole_review_of("10:42 it began\n10:50 it went on\nfactor human, contributed: a handover")
        (factor,) = review.factors
        late_first = tuple(reversed([event.id for event in review.events]))
        review = msgspec.structs.replace(review, factors=(msgspec.structs.replace(factor, events=late_first),))
        assert "- *human:* a handover (at 10:42 and 10:50)" in section(review, "Contributing factors")


def test_what_people_did_and_used() -> None:
    review = whole_review_of(
        """
        role Operations, operations
        10:42 it began
          Operations | service: a 200
                     | help: rang the DBA, no answer
                     | data: the board
                     | did: rolled back
                     | improvised: paper bags
                     | because: it saved a call
        """
    )
    assert section(review, "What people did and used") == (
        "**Improvised**\n\n- paper bags — *Operations, 10:42*\n\n"
        "**Done**\n\n- rolled back — *Operations, 10:42*\n\n"
        "**Help that was asked for**\n\n- rang the DBA, no answer — *Operations, 10:42*\n\n"
        "**Sources of data**\n\n- the board — *Operations, 10:42*\n\n"
        "**What the service did**\n\n- a 200 — *Operations, 10:42*"
    )


def test_what_we_learned_by_lens() -> None:
    review = whole_review_of(
        """
        role Delivery, delivery
        role Users, users
        insight engineering: caches fill in the same minute
        10:42 it began
        insight usage, Users > Delivery: callers tell when // support teams
        """
    )
    assert section(review, "What we learned") == (
        "**From using it**\n\n"
        "- callers tell when\n  - Said by Users; new to Delivery; at 10:42.\n  - *For others:* support teams\n\n"
        "**From building it**\n\n- caches fill in the same minute"
    )


def test_an_insight_says_which_factors_are_behind_it() -> None:
    review = whole_review_of("factor technical, contributed: no log\ninsight usage: callers tell when")
    linked = msgspec.structs.replace(review.insights[0], factors=(review.factors[0].id, FactorId("gone")))
    review = msgspec.structs.replace(review, insights=(linked,))
    assert section(review, "What we learned").endswith("- callers tell when\n  - *Behind it:* no log")


class TestActions:
    def test_ideas_stand_apart_from_what_was_agreed(self) -> None:
        review = whole_review_of(
            """
            action idea: rename it
            action agreed: show it
            insight usage: callers tell when
            action agreed, Payments, 2026-12-01: write it down
            action done, Payments: mend it
            action soaking: reword it // certified until spring
            action under way elsewhere, Data: move it
            action declined: stop rollouts // it waits longer then
            """
        )
        *others, agreed, done, soaking, elsewhere, declined = review.actions
        tracked = msgspec.structs.replace(agreed, tracker="https://tracker.example/1")
        review = msgspec.structs.replace(review, actions=(*others, tracked, done, soaking, elsewhere, declined))
        from_it = "  - *Comes from:* callers tell when"
        assert section(review, "Actions") == "\n".join(
            [
                "**Agreed**\n",
                "- show it — *no owner yet*",
                "- write it down — *Payments · due 1 December 2026* · [tracker](https://tracker.example/1)",
                f"{from_it}\n",
                "**Under way elsewhere**\n",
                "- move it — *Data*",
                f"{from_it}\n",
                "**Done**\n",
                "- mend it — *Payments*",
                f"{from_it}\n",
                "**Being thought over**\n",
                "- reword it",
                "  - *Reason:* certified until spring",
                f"{from_it}\n",
                "**Ideas, not agreed**\n",
                "- rename it\n",
                "**Declined**\n",
                "- stop rollouts",
                "  - *Reason:* it waits longer then",
                from_it,
            ]
        )

    def test_none_with_the_reason_is_a_good_answer(self) -> None:
        review = whole_review_of("action declined: stop rollouts // it waits longer then")
        assert section(review, "Actions").startswith(
            "None was agreed.\n\n**Declined**\n\n- stop rollouts\n  - *Reason:*"
        )


class TestQuestions:
    def test_open_ones_first(self) -> None:
        review = whole_review_of(
            """
            role Users, users
            10:42 it began
            question Users: what kept the rhythm? // chance
            question : who went elsewhere?
            """
        )
        assert section(review, "Open questions") == (
            "- who went elsewhere? — *10:42*\n\n**Answered**\n\n- what kept the rhythm? — *Users, 10:42*\n  - chance"
        )

    def test_answered_ones_are_not_called_open(self) -> None:
        review = whole_review_of("question : what kept the rhythm? // chance")
        assert section(review, "Questions that found an answer") == "- what kept the rhythm?\n  - chance"
