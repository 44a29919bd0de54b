"""Deciding before others read a review."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.edits.deciding import (
    hold_back,
    leave_out,
    note_consent,
    release,
    reopen_exposure,
    reopen_quote,
    set_status,
)
from reviewtui.model.review import AccountId, QuotedLine, Release, Review, Status
from tests.reviews import empty_review
from tests.strategies import texts

ACCOUNT = AccountId("a1")
QUOTE = QuotedLine(account=ACCOUNT, text="“So.”")
NAME = Release(kind="name", text="Priya")


def decided(review: Review) -> tuple[tuple[object, ...], ...]:
    settings = review.settings
    return (settings.releases, settings.held_back, settings.quotes_with_consent, settings.quotes_left_out)


def test_a_decision_takes_the_place_of_another() -> None:
    review = release(empty_review(), kind="name", text="Priya")
    assert decided(review) == ((NAME,), (), (), ())
    assert release(review, kind="name", text="Priya") is review
    review = hold_back(review, kind="name", text="Priya")
    assert decided(review) == ((), (NAME,), (), ())
    review = note_consent(review, account=ACCOUNT, text="“So.”")
    assert decided(review) == ((), (NAME,), (QUOTE,), ())
    review = leave_out(review, account=ACCOUNT, text="“So.”")
    assert decided(review) == ((), (NAME,), (), (QUOTE,))
    review = reopen_quote(reopen_exposure(review, kind="name", text="Priya"), account=ACCOUNT, text="“So.”")
    assert decided(review) == ((), (), (), ())
    assert reopen_quote(review, account=ACCOUNT, text="“So.”") is review
    assert reopen_exposure(review, kind="name", text="Priya") is review


def test_the_kind_belongs_to_a_decision() -> None:
    review = release(empty_review(), kind="name", text="Priya")
    assert reopen_exposure(review, kind="secret", text="Priya") is review


@given(st.lists(st.tuples(st.sampled_from([release, hold_back, reopen_exposure]), texts), max_size=8))
def test_nothing_is_ever_decided_twice(changes: list[tuple[object, str]]) -> None:
    review = empty_review()
    last: dict[str, object] = {}
    for edit, text in changes:
        review = edit(review, kind="name", text=text)  # type: ignore[operator]
        last[text] = edit
    for text, edit in last.items():
        one = Release(kind="name", text=text)
        assert review.settings.releases.count(one) == (edit is release)
        assert review.settings.held_back.count(one) == (edit is hold_back)


@pytest.mark.parametrize(
    ("change", "name"),
    [
        (release.asked(kind="name", text="Priya"), "let the name Priya be shown"),
        (note_consent.asked(account=ACCOUNT, text="“So.”"), "note the consent to “So.”"),
        (set_status.asked(status=Status.SHARED), "mark the review as shared"),
    ],
)
def test_a_decision_has_a_name(change: object, name: str) -> None:
    assert change.name_on(empty_review()) == name  # type: ignore[attr-defined]


def test_how_far_it_is() -> None:
    review = set_status(empty_review(), status=Status.SHARED)
    assert review.status is Status.SHARED
    assert set_status(review, status=Status.SHARED) is review
