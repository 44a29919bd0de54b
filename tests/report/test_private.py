"""What no reader ever sees, and what only some see."""

import msgspec
import pytest

from reviewtui.analysis.differences import differences
from reviewtui.edits.veil import put_back_veil
from reviewtui.model.review import (
    AccountId,
    Attendance,
    Event,
    Meeting,
    Notes,
    QuotedLine,
    Release,
    Review,
    Settings,
    Source,
    Status,
    Veil,
)
from reviewtui.notation.labels import Label
from reviewtui.report import report_text
from tests.report.whole_reviews import whole_review_of

EVERY_LABEL = "\n".join(f"           | {label}: MARKED" for label in Label)


@pytest.fixture(params=list(Status))
def status(request: pytest.FixtureRequest) -> Status:
    return Status(request.param)


def in_status(review: Review, status: Status) -> str:
    return report_text(msgspec.structs.replace(review, status=status))


def test_a_veiled_account_is_not_there(status: Status) -> None:
    text = f"""
role Delivery, delivery
role Users, users
* 10:42 it began
  Delivery | noticed: 10:44
           | thought: a test
           | impact: none
  Users (blind) | MARKED
{EVERY_LABEL}
           | noticed: never
           | impact: total, MARKED
verdict confirmed, unaware, Delivery, Users: MARKED
verdict confirmed, belief, Delivery, Users: MARKED
verdict confirmed, impact, Delivery, Users: MARKED
consent
"""
    review = whole_review_of(text)
    assert review.events[0].veil is Veil.ON
    assert "MARKED" not in in_status(review, status)
    assert (
        in_status(review, status).count("Users") == 3
    )  # who covers the group, who was in the room, and has no account
    lifted = tuple(msgspec.structs.replace(event, veil=Veil.LIFTED) for event in review.events)
    assert "MARKED" in in_status(msgspec.structs.replace(review, events=lifted), status)


def test_what_the_room_made_of_words_that_are_veiled_again_is_not_there(status: Status) -> None:
    review = whole_review_of(
        """
role Delivery, delivery
role Users, users
* 10:42 it began
  Delivery | thought: a test
  Users | thought: a queue
verdict confirmed, belief, Delivery, Users: it could be heard
"""
    )
    blind = msgspec.structs.replace(review.accounts[1], id=AccountId("blind"), blind=True, text="thought: MARKED")
    lifted = (msgspec.structs.replace(review.events[0], veil=Veil.LIFTED),)
    review = msgspec.structs.replace(review, accounts=(*review.accounts, blind), events=lifted)
    made = msgspec.structs.replace(review.discussions[0], sentence=differences(review)[0].sentence, note="MARKED too")
    review = msgspec.structs.replace(review, discussions=(made,))
    assert "MARKED too" in in_status(review, status)
    assert "MARKED" not in in_status(put_back_veil(review, event=review.events[0].id), status)


def test_an_account_of_an_absent_role_is_not_there(status: Status) -> None:
    review = whole_review_of(
        f"""
role Delivery, delivery
role Users, users
* 10:42 it began
  Delivery | noticed: 10:44
  Users    | MARKED
{EVERY_LABEL}
           | noticed: never
verdict confirmed, unaware, Delivery, Users: MARKED
consent
"""
    )
    assert "MARKED" in in_status(review, status)
    delivery, users = review.roles
    absent = msgspec.structs.replace(users, attendance=Attendance.ABSENT)
    assert "MARKED" not in in_status(msgspec.structs.replace(review, roles=(delivery, absent)), status)


def test_nothing_private_is_there(status: Status) -> None:
    review = whole_review_of("role Users, users\n10:42 it began\n  Users | A queue.\nprepared MARKED? // MARKED")
    source = Source(format="MARKED", document="MARKED", own_id="MARKED", title="MARKED", detail="MARKED")
    events = tuple(_read_from(event, source) for event in review.events)
    private = Settings(
        hints_dismissed=("MARKED",),
        quotes_with_consent=(QuotedLine(account=review.accounts[0].id, text="MARKED"),),
        releases=(Release(kind="MARKED", text="MARKED"),),
        export_choices=("MARKED",),
        agenda="MARKED",
    )
    review = msgspec.structs.replace(
        review, notes=Notes(text="MARKED"), settings=private, set_aside=(source,), events=events, meeting=Meeting()
    )
    assert "MARKED" not in in_status(review, status)


def _read_from(event: Event, source: Source) -> Event:
    return msgspec.structs.replace(event, sources=(source,))


def test_what_is_not_filed_is_not_there_yet() -> None:
    assert "MARKED" not in report_text(whole_review_of("role Users, users\nnot filed | Users | harder: MARKED"))


QUOTES = """
role Users, users
* 10:42 it began
  Users | quote: "With consent"
consent
  Users | quote: "Without it"
10:50 a small event
  Users | quote: "Without it, elsewhere"
"""


@pytest.mark.parametrize("draft", [status for status in Status if status is not Status.SHARED])
def test_those_who_were_in_the_room_see_every_quote(draft: Status) -> None:
    text = in_status(whole_review_of(QUOTES), draft)
    assert "> “With consent” — *Users*" in text
    assert "> “Without it” — *Users*" in text
    assert "“Without it, elsewhere”" in text


def test_others_see_those_with_consent() -> None:
    text = in_status(whole_review_of(QUOTES), Status.SHARED)
    assert "> “With consent” — *Users*" in text
    assert "Without" not in text
    assert "10:50 a small event" not in text.split("### The whole timeline")[0]


def test_nobody_sees_a_quote_that_is_left_out(status: Status) -> None:
    review = whole_review_of(QUOTES)
    said = next(one for one in review.accounts if "Without it, elsewhere" in one.text)
    left_out = (QuotedLine(account=said.id, text='"Without it, elsewhere"'),)
    settings = msgspec.structs.replace(review.settings, quotes_left_out=left_out)
    text = in_status(msgspec.structs.replace(review, settings=settings), status)
    assert "it, elsewhere" not in text
    assert "“With consent”" in text


def test_consent_is_to_the_words_as_they_were() -> None:
    review = whole_review_of(QUOTES)
    first, *others = review.accounts
    accounts = (msgspec.structs.replace(first, text='quote: "With consent, and more"'), *others)
    assert "With consent" not in in_status(msgspec.structs.replace(review, accounts=accounts), Status.SHARED)


def test_without_any_quote_no_label_is_explained() -> None:
    review = whole_review_of('role Users, users\n10:42 it began\n  Users | quote: "No"\n       | thought: a test')
    assert "**quote:**" in in_status(review, Status.DRAFT)
    assert "**quote:**" not in in_status(review, Status.SHARED)
