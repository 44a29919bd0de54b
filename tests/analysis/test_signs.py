from datetime import UTC, datetime

import pytest

from reviewtui.analysis.signs import SignKind, signs
from reviewtui.analysis.telling import telling_of
from reviewtui.model.review import EventId
from tests.reviews import review_of


def first_sign(noticed: str, event: str = "10:42 alert: x", zone: str = "UTC") -> tuple[SignKind, datetime | None, str]:
    review = review_of(f"zone {zone}\nrole Ops, operations\n{event}\n  Ops | noticed: {noticed}")
    telling = telling_of(review, EventId("e1"))
    assert telling is not None
    (sign,) = signs(telling)
    return sign.kind, sign.at.start if sign.at else None, sign.through


def at(*parts: int) -> datetime:
    return datetime(2026, 11, *parts, tzinfo=UTC)  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    ("noticed", "start", "through"),
    [
        ("10:44 pager", at(12, 10, 44), "pager"),
        ("~10:44 pager", at(12, 10, 44), "pager"),
        ("+12m told by support", at(12, 10, 54), "told by support"),
        ("-1h", at(12, 9, 42), ""),
        ("04:43", at(12, 4, 43), ""),
        ("04:30", at(13, 4, 30), ""),
        ("2026-11-14 08:00", at(14, 8, 0), ""),
        ("14 November, 08:00 by mail", at(14, 8, 0), "by mail"),
        ("10:44 EST", at(12, 15, 44), ""),
    ],
)
def test_when_the_first_sign_came(noticed: str, start: datetime, through: str) -> None:
    assert first_sign(noticed) == (SignKind.AT, start, through)


def test_a_bare_clock_is_in_the_zone_of_its_account() -> None:
    assert first_sign("10:44", "10:42 x", "Europe/Berlin") == (SignKind.AT, at(12, 9, 44), "")


@pytest.mark.parametrize("noticed", ["10:44", "+12m"])
def test_at_an_event_of_unknown_time_a_sign_without_a_date_can_not_be_placed(noticed: str) -> None:
    assert first_sign(noticed, "sometime") == (SignKind.AT, None, "")


def test_at_an_event_with_only_a_day_a_bare_clock_is_on_that_day() -> None:
    assert first_sign("10:44", "2026-11-10 --:-- surge") == (SignKind.AT, at(10, 10, 44), "")


@pytest.mark.parametrize(("noticed", "kind"), [("never", SignKind.NEVER), ("today, from you", SignKind.TODAY)])
def test_signs_without_a_time(noticed: str, kind: SignKind) -> None:
    assert first_sign(noticed)[0] is kind
