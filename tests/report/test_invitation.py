import re

import msgspec
import pytest
from hypothesis import given

from reviewtui.edits.plan import plan_meeting
from reviewtui.model.review import Notes, Question, QuestionId
from reviewtui.report.invitation import invitation
from tests.report.test_wording import HINTED
from tests.reviews import empty_review, review_of
from tests.strategies import texts

REVIEW = plan_meeting(
    review_of(
        """
        service Checkout
        role Delivery, delivery
        role Users, users, invited
        facilitator Noor, Lending
        person Ana, Delivery
        person Ben, Delivery, absent
        person Priya, Users, for people who buy
        person Otto, Delivery, in writing
        * 10:42 alert: error rate above 5 %
        * 10:50 experiment: cache switched off
        11:05 rollback starts
        """
    ),
    minutes=90,
    agenda="who is here (5 min)\n\nsix key moments",
)


def test_it_says_what_for_who_how_long_and_how_the_words_are_used() -> None:
    text = invitation(REVIEW)
    for part in (
        "Incident review: Checkout outage\n",
        "what happened on 12 November 2026 with Checkout:",
        "- Delivery (those who build it): Ana and Otto (in writing)\n",
        "- Users (those who use it): Priya for people who buy\n",
        "- Those who operate Checkout: nobody yet. Do you know whom to ask?\n",
        "Noor (Lending, from outside the teams involved) facilitates.\n",
        "It takes 90 minutes:\n- who is here (5 min)\n- six key moments\n",
        "in the time of UTC:\n- 10:42 error rate above 5 %\n\n",
        "How to answer:\n- Say whether you come",
        "in your words",
        "only if you agree",
    ):
        assert part in text


def test_a_review_that_knows_nothing_yet_invites_too() -> None:
    text = invitation(empty_review())
    assert "It takes 60 minutes." in text
    assert "Those who use it: nobody yet." in text


def test_nothing_private_is_in_it() -> None:
    question = Question(id=QuestionId("q"), text="secret", prepared=True)
    assert "secret" not in invitation(
        msgspec.structs.replace(REVIEW, questions=(question,), notes=Notes(text="secret"))
    )


@given(texts)
def test_any_text_stays_on_its_line_and_is_nothing_to_obey(text: str) -> None:
    people = tuple(msgspec.structs.replace(one, name=text, team=text, proxy_for=text) for one in REVIEW.people)
    roles = tuple(msgspec.structs.replace(one, name=text) for one in REVIEW.roles)
    services = tuple(msgspec.structs.replace(one, name=text) for one in REVIEW.services)
    events = tuple(msgspec.structs.replace(one, title=text) for one in REVIEW.events)
    review = msgspec.structs.replace(REVIEW, title=text, events=events, people=people, roles=roles, services=services)
    written = invitation(review)
    assert len(written.splitlines()) == len(invitation(REVIEW).splitlines())
    assert re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u202a-\u202e\u2066]", written) is None


@pytest.mark.parametrize("hinted", HINTED)
def test_no_hint_would_be_given_on_it(hinted: str) -> None:
    for review in (REVIEW, empty_review()):
        assert re.search(rf"\b(?:{hinted})", invitation(review), re.IGNORECASE) is None
