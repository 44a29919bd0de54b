"""The differences of a review event by event: what an edit does not touch is not found again."""

from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.analysis import findings as findings_module
from reviewtui.analysis.difference import Difference, Scene
from reviewtui.analysis.differences import differences, differences_in
from reviewtui.analysis.findings import Findings
from reviewtui.edits.accounts import remove_account, write_account
from reviewtui.edits.people import mark_role
from reviewtui.edits.timeline import mark_key_moment, remove_event
from reviewtui.model.review import AccountId, Attendance, EventId, Review, RoleId
from tests.reviews import NOW, review_of

REVIEW = review_of(
    """
    role Delivery, delivery
    role Operations, operations
    role Users, users
    * 10:42 alert: error rate above 5 %
      Delivery   | noticed: today
                 | because: the cache saved a slow call
      Operations | noticed: 10:44 pager
    * 11:00 rollback
      Delivery   | data: Grafana checkout board
      Operations | it went back
    11:30 normal
      Delivery   | thought: over
      Operations | thought: not yet
    """
)
E1, E2, E3 = EventId("e1"), EventId("e2"), EventId("e3")
OPERATIONS = RoleId("Operations")


def told(review: Review, event: EventId, text: str, role: RoleId = OPERATIONS) -> Review:
    return write_account(review, account=AccountId("new"), event=event, role=role, recorded_at=NOW, text=text)


def all_of(findings: Findings) -> tuple[Difference, ...]:
    return tuple(one for event in findings.review.events for one in findings.at(event.id))


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The events that were looked at anew, in order."""
    titles: list[str] = []

    def noted(scene: Scene) -> Iterator[Difference]:
        titles.append(scene.telling.event.title)
        return differences_in(scene)

    monkeypatch.setattr(findings_module, "differences_in", noted)
    return titles


def test_event_by_event_gives_what_the_whole_gives() -> None:
    assert all_of(Findings(REVIEW)) == differences(REVIEW) != ()
    assert Findings(REVIEW).at(EventId("nowhere")) == ()


def test_nothing_is_found_before_it_is_asked_for_and_nothing_twice(looked_at: list[str]) -> None:
    findings = Findings(REVIEW)
    assert (looked_at, findings.is_known_at(E2)) == ([], False)
    assert findings.at(E2) is findings.at(E2)
    assert (looked_at, findings.is_known_at(E2)) == (["rollback"], True)


def test_after_an_edit_only_the_event_it_is_at_is_looked_at_anew(looked_at: list[str]) -> None:
    before = Findings(REVIEW)
    all_of(before)
    looked_at.clear()
    all_of(Findings(told(REVIEW, E3, "we went home", RoleId("Users")), before))
    assert looked_at == ["normal"]


@pytest.mark.parametrize(
    ("text", "also"),
    [("the cache saved a slow call, we heard", "error rate above 5 %"), ("a board of Grafana, checkout", "rollback")],
)
def test_an_event_is_looked_at_anew_where_something_said_elsewhere_names_what_one_knew(
    looked_at: list[str], text: str, also: str
) -> None:
    before = Findings(REVIEW)
    all_of(before)
    looked_at.clear()
    after = Findings(told(REVIEW, E3, text), before)
    assert all_of(after) == differences(after.review) != differences(REVIEW)
    assert looked_at == [also, "normal"]


def test_what_is_no_longer_named_is_known_to_one_again() -> None:
    named = told(REVIEW, E3, "the cache saved a slow call")
    before = Findings(named)
    all_of(before)
    removed = remove_account(named, account=AccountId("new"), role=OPERATIONS, event=E3)
    assert all_of(Findings(removed, before)) == differences(removed) == differences(REVIEW)


_edits = st.lists(
    st.one_of(
        st.builds(
            lambda event, text, role, account: (
                lambda review: write_account(
                    review, account=AccountId(account), event=event, role=RoleId(role), recorded_at=NOW, text=text
                )
            ),
            st.sampled_from([E1, E2, E3]),
            st.sampled_from(
                ["", "noticed: never", "data: Grafana board", "because: the cache saved a call", "impact: none", "hm"]
            ),
            st.sampled_from(["Delivery", "Operations", "Users"]),
            st.sampled_from(["a1", "a2", "a5", "x", "y"]),
        ),
        st.builds(
            lambda role, attendance: lambda review: mark_role(review, role=RoleId(role), attendance=attendance),
            st.sampled_from(["Delivery", "Users"]),
            st.sampled_from([Attendance.ABSENT, Attendance.PRESENT]),
        ),
        st.sampled_from([E1, E2, E3]).map(lambda event: lambda review: mark_key_moment(review, event=event)),
        st.just(lambda review: remove_event(review, event=E2)),
        st.just(lambda review: msgspec.structs.replace(review, zone="Asia/Kolkata")),
    ),
    max_size=6,
)


@given(_edits, st.lists(st.booleans(), min_size=6, max_size=6))
def test_whatever_is_edited_what_is_taken_over_is_what_would_be_found(edits, are_asked) -> None:  # type: ignore[no-untyped-def]
    review, findings = REVIEW, Findings(REVIEW)
    all_of(findings)
    for make, is_asked in zip(edits, are_asked, strict=False):
        review = make(review)
        findings = Findings(review, findings)
        if is_asked:
            assert all_of(findings) == differences(review)
    assert all_of(findings) == differences(review)
