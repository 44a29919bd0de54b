"""What is to decide before a review is shared, and what its report says openly that it lacks."""

import re

import msgspec
import pytest
from hypothesis import given

from reviewtui.analysis.item import Decision, ItemKind
from reviewtui.analysis.readiness import readiness
from reviewtui.model.place import Place
from reviewtui.model.review import Meeting, QuotedLine, Release, Review, Stage, Veil
from reviewtui.report import report_text
from tests.report.every_field import FULL, with_texts
from tests.report.test_wording import HINTED
from tests.report.whole_reviews import whole_review_of
from tests.reviews import NOW
from tests.strategies import texts

ROOM = """
service Records
facilitator Noor, Lending
role Delivery, delivery
role Operations, operations
role Users, users
"""


def held(text: str, room: str = ROOM) -> Review:
    return msgspec.structs.replace(whole_review_of(f"{room}{text}"), meeting=Meeting(started=NOW, ended=NOW))


def gaps_of(review: Review, kind: ItemKind) -> list[str]:
    return [one.sentence for one in readiness(review).known_gaps if one.kind == kind]


def asked_of(review: Review) -> list[tuple[str, str]]:
    return [(one.kind, one.sentence) for one in readiness(review).to_decide]


def test_a_review_with_all_in_the_room_and_nothing_said_has_nothing_to_decide_and_no_gap() -> None:
    found = readiness(held(""))
    assert found.is_ready
    assert not any(found)


# --- to decide -------------------------------------------------------------------------------------------------------


def test_what_texts_expose_is_one_line_each_with_every_place() -> None:
    review = held(
        """
person Priya Raman, Delivery
* 10:42 it began
  Delivery | harder: Priya had the key
  Users | we asked Priya, at 10.0.0.5
action agreed, Payments: ask Priya // 10.0.0.5 is hers
"""
    )
    assert asked_of(review) == [
        ("name", "The name “Priya” stands in what Delivery told of 10:42 and two more texts."),
        ("network address", "The network address “10.0.0.5” stands in what Users told of 10:42 and one more text."),
    ]
    name = readiness(review).to_decide[0]
    assert [place.stage for place in name.places] == [Stage.ACCOUNTS, Stage.ACCOUNTS, Stage.LEARNING]
    assert name.subject == Release(kind="name", text="Priya")
    assert name.decided_by


def test_no_line_shows_a_secret_whole() -> None:
    review = held("* 10:42 it began\n  Delivery | password: sw0rdfish1")
    assert asked_of(review) == [("secret", "The secret “sw…” stands in what Delivery told of 10:42.")]


def test_a_quote_is_to_decide_until_there_is_consent_or_it_is_left_out() -> None:
    review = held('* 10:42 it began\n  Users | quote: "A queue."\n        | quote: "A queue."\n  Delivery | quote:')
    (quote,) = readiness(review).to_decide
    assert (quote.kind, quote.sentence) == ("quote", "Users at 10:42, “A queue.”: no consent is noted.")
    account = review.accounts[0]
    assert quote.places == (Place(Stage.ACCOUNTS, account.event, account.role, account.id),)
    assert isinstance(quote.subject, QuotedLine)
    for field, decision in (("quotes_with_consent", Decision.CONSENT), ("quotes_left_out", Decision.LEFT_OUT)):
        settings = msgspec.structs.replace(review.settings, **{field: (quote.subject,)})
        found = readiness(msgspec.structs.replace(review, settings=settings))
        assert found.is_ready
        assert [(one.decision, one.sentence) for one in found.decided] == [
            (decision, f"Users at 10:42, “A queue.”: {decision}.")
        ]


def test_a_release_decides_what_it_names_and_nothing_else() -> None:
    review = held("* 10:42 10.0.0.5 and 10.0.0.6 were down")
    settings = msgspec.structs.replace(
        review.settings,
        releases=(Release(kind="network address", text="10.0.0.5"),),
        held_back=(Release(kind="network address", text="10.0.0.6"), Release(kind="name", text="Gone")),
    )
    found = readiness(msgspec.structs.replace(review, settings=settings))
    assert found.is_ready
    assert [one.sentence for one in found.decided] == [
        "The network address “10.0.0.5” may be shown to everybody.",
        "The network address “10.0.0.6” stays with readers inside.",
    ]


def test_an_agreed_action_needs_an_owner_and_an_insight_readers() -> None:
    review = held(
        """
insight usage, Users: callers tell when
insight usage, Users: and where // support teams
action agreed: show it
action agreed, Payments: log it
action idea: think of it
action declined: drop it
"""
    )
    assert asked_of(review) == [
        ("owner", "An agreed action has no owner: “show it”."),
        ("readers", "An insight is for nobody elsewhere yet: “callers tell when”."),
    ]
    assert [one.places for one in readiness(review).to_decide] == [
        (Place(Stage.LEARNING, record=review.actions[0].id),),
        (Place(Stage.LEARNING, record=review.insights[0].id),),
    ]


# --- known gaps ------------------------------------------------------------------------------------------------------


def test_an_absent_group_is_a_gap_with_what_it_costs() -> None:
    review = held("service Search", ROOM.replace("role Users, users", "role Users, users, absent"))
    (sentence,) = gaps_of(review, ItemKind.ABSENT)
    assert sentence == (
        "Nobody stood for those who use Records and Search. This review could not produce usage insights: how it was "
        "lived, whether service was lost in part or in whole, what it did to trust."
    )
    assert readiness(review).is_ready
    (gap,) = readiness(review).known_gaps
    assert gap.places == (Place(Stage.PEOPLE, record="Users"),)


@pytest.mark.parametrize(
    ("facilitator", "gap"),
    [
        ("", "No facilitator is named."),
        ("facilitator Noor", "Noor facilitated; from which team is not said."),
        ("facilitator Noor, Delivery", "Noor facilitated, and is from a team involved."),
    ],
)
def test_a_facilitator_who_is_not_from_outside_is_a_gap(facilitator: str, gap: str) -> None:
    assert gaps_of(held("", ROOM.replace("facilitator Noor, Lending", facilitator)), ItemKind.FACILITATOR) == [gap]


def test_a_proxy_is_a_gap_and_one_who_was_not_there_is_none() -> None:
    review = held("person Priya, Users, for people who buy\nperson Leo, Users, for others, absent")
    assert gaps_of(review, ItemKind.PROXY) == ["Priya spoke by proxy for people who buy."]


def test_who_was_there_and_has_no_account_of_a_key_moment_was_not_asked() -> None:
    review = held(
        "* 10:42 it began\n  Users | a queue\n10:50 small\n* 11:00 it ended\n  Users | quiet\n  Delivery | so"
    )
    assert gaps_of(review, ItemKind.NOT_ASKED) == [
        "There is no account by Delivery of 10:42.",
        "There is no account by Operations of 10:42 and 11:00.",
    ]
    assert "- There is no account by Operations of 10:42 and 11:00.\n" in report_text(review)


def test_what_is_veiled_or_not_filed_is_not_in_the_report() -> None:
    review = held(
        "* 10:42 it began\n  Users (blind) | SEEN\n  Delivery | so\n  Operations | so\nnot filed | Users | later"
    )
    assert gaps_of(review, ItemKind.VEILED) == ["What Users wrote of 10:42 is veiled, and not in the report."]
    assert gaps_of(review, ItemKind.NOT_ASKED) == []
    assert gaps_of(review, ItemKind.NOT_FILED) == ["One account is not filed yet, and not in the report."]
    lifted = msgspec.structs.replace(review, events=(msgspec.structs.replace(review.events[0], veil=Veil.LIFTED),))
    assert gaps_of(lifted, ItemKind.VEILED) == []


def test_open_questions_are_gaps_and_prepared_ones_are_private() -> None:
    review = held("question Users: who went elsewhere?\nquestion : why // so\nprepared ask Users first")
    assert gaps_of(review, ItemKind.QUESTION) == ["An open question: “who went elsewhere?”"]


def test_a_report_states_every_gap_but_what_can_still_be_put_in() -> None:
    """Whoever stands in a gap is named in the report, by the same words."""
    review = held(
        "person Priya, Users, for people who buy\n* 10:42 it began\n  Users | a queue\nquestion : who else?",
        ROOM.replace("role Operations, operations", "role Operations, operations, absent"),
    )
    text = report_text(review)
    found = readiness(review).known_gaps
    assert [one.kind for one in found] == ["absent group", "proxy", "not asked", "open question"]
    for stated in ("Nobody stood for those who operate Records.", "by proxy for people who buy", "who else?"):
        assert stated in text
    assert "There is no account by Delivery of 10:42." in text


# --- any review ------------------------------------------------------------------------------------------------------


@given(texts)
def test_any_text_can_be_looked_through(text: str) -> None:
    found = readiness(with_texts(FULL, lambda _field, _old: text))
    assert all(item.places for items in found for item in items)


@pytest.mark.parametrize("hinted", HINTED)
def test_no_sentence_would_be_hinted_at(hinted: str) -> None:
    ordinary = with_texts(FULL, lambda _field, _old: "ordinary")
    reviews = [
        ordinary,
        held("* 10:42 a\n  Users (blind) | b\nnot filed | Users | c\naction agreed: d\ninsight usage, Users: e"),
        held("", "role A, absent\nfacilitator Noor"),
        held("", "role A, delivery\nfacilitator Noor, A"),
    ]
    sentences = [item for review in reviews for items in readiness(review) for item in items]
    assert len({one.kind for one in sentences}) > 9
    for one in sentences:
        assert re.search(rf"\b(?:{hinted})", f"{one.sentence} {one.decided_by}", re.IGNORECASE) is None
