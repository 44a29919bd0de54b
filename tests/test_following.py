"""What the room's window follows: what is on disk, of which it reads again what has changed."""

import os
from pathlib import Path

import msgspec
import pytest

from reviewtui import codec
from reviewtui.errors import NewerSchema, UnreadableFile
from reviewtui.model.review import Account, AccountId, Review
from reviewtui.session import Follower
from reviewtui.store import ReviewFile
from tests.reviews import review_of

BEFORE = review_of(
    """
    role Delivery, delivery
    role Users, users
    10:42 alert: error rate
      Delivery | noticed: today
      Users | harder: no log
    11:00 rollback
      Delivery | thought: it is the queue
    """
)


def saved(path: Path, review: Review) -> None:
    """Put a review on the disk, as a save does that replaces another."""
    path.unlink(missing_ok=True)
    ReviewFile.create(path, codec.to_documents(review))


def replaced(path: Path, old: bytes, new: bytes) -> None:
    """Have something else write over the file."""
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new, 1))
    os.utime(path, ns=(0, path.stat().st_mtime_ns + 1_000_000))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    saved(tmp_path / "outage.review.json", BEFORE)
    return tmp_path / "outage.review.json"


def with_accounts(*accounts: Account) -> Review:
    return msgspec.structs.replace(BEFORE, accounts=accounts)


def test_of_what_has_not_changed_the_same_records_are_seen_again(path: Path) -> None:
    follower = Follower(path)
    before = follower.read().review
    first, *others = BEFORE.accounts
    after = with_accounts(msgspec.structs.replace(first, text="noticed: 10:44 pager"), *others)
    saved(path, after)
    seen = follower.read().review
    assert seen == codec.from_documents(codec.to_documents(after), path)
    assert seen.events is before.events
    assert [one is other for one, other in zip(seen.accounts, before.accounts, strict=True)] == [False, True, True]


@pytest.mark.parametrize(
    "after",
    [
        with_accounts(),
        with_accounts(*BEFORE.accounts[1:]),
        with_accounts(*BEFORE.accounts[:-1]),
        with_accounts(*reversed(BEFORE.accounts)),
        with_accounts(*BEFORE.accounts, msgspec.structs.replace(BEFORE.accounts[0], id=AccountId("later"))),
        msgspec.structs.replace(BEFORE, events=BEFORE.events[1:], title="Another, to be seen 📦"),
        msgspec.structs.replace(BEFORE, zone="Europe/Berlin", roles=BEFORE.roles[:1]),
    ],
)
def test_any_later_state_is_seen_as_it_is_and_so_is_the_one_after_it(path: Path, after: Review) -> None:
    follower = Follower(path)
    follower.read()
    for review in (after, BEFORE, after):
        saved(path, review)
        assert follower.has_news
        assert follower.read().review == review
        assert not follower.has_news


def test_events_that_something_else_wrote_out_of_order_are_seen_in_order(path: Path) -> None:
    documents = codec.to_documents(BEFORE)
    events = dict(reversed(list(documents["events"].items())))
    path.unlink()
    ReviewFile.create(path, {**documents, "events": events})
    follower = Follower(path)
    assert follower.read().review == BEFORE
    first, *others = events.items()
    id_, event = first
    path.unlink()
    ReviewFile.create(path, {**documents, "events": dict([(id_, {**event, "title": "rolled back"}), *others])})
    assert [one.title for one in follower.read().review.events] == [BEFORE.events[0].title, "rolled back"]


def test_what_something_else_wrote_in_its_own_way_is_seen_too(path: Path) -> None:
    follower = Follower(path)
    follower.read()
    replaced(path, b"\n", b"\r\n")
    replaced(path, b"it is the queue", b"it is the board")
    assert follower.read().review.accounts[2].text == "thought: it is the board"
    saved(path, BEFORE)
    assert follower.read().review == BEFORE


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (b"it is the queue", b"it is \xe5", "it is not written in UTF-8"),
        (b'"accounts": {', b'"accounts": [', "not well-formed JSON"),
        (b'"text": "thought', b'"text": 3, "more": "thought', "accounts"),
        (b'"zone": "UTC"', b'"zone": "Nowhere/At all"', "Nowhere/At all"),
        (b'"schema": 1', b'"schema": 0', "format 0"),
    ],
)
def test_what_is_wrong_in_a_later_state_is_told_and_a_good_one_after_it_seen(
    path: Path, old: bytes, new: bytes, why: str
) -> None:
    follower = Follower(path)
    follower.read()
    replaced(path, old, new)
    with pytest.raises(UnreadableFile, match=why):
        follower.read()
    saved(path, BEFORE)
    assert follower.read().review == BEFORE


def test_a_record_that_stands_twice_is_told(path: Path) -> None:
    follower = Follower(path)
    first, *_, last = (f'"{account.id}": {{'.encode() for account in follower.read().review.accounts)
    replaced(path, last, first)
    with pytest.raises(UnreadableFile, match="stands twice"):
        follower.read()


def test_a_state_that_a_later_version_wrote_is_refused(path: Path) -> None:
    follower = Follower(path)
    follower.read()
    replaced(path, b'"schema": 1', b'"schema": 99')
    with pytest.raises(NewerSchema):
        follower.read()
