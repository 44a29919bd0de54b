"""What others do to an open review: another program that follows or takes over, and whatever else writes its file."""

import errno
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from reviewtui import codec
from reviewtui.edits.meeting import enter_stage
from reviewtui.edits.versions import go_back
from reviewtui.errors import AlreadyThere, HeldByAnother, NotSaved, ReadOnly
from reviewtui.library import read_review
from reviewtui.model.review import Review, Stage
from reviewtui.session import Saving, Session, create_session, open_session
from reviewtui.store import HISTORY, Kind, ReviewFile, lock, moment_of, versions_of, write_durably
from reviewtui.store.tables import fragments, joined
from tests.faults.disk import FULL, Disk, working_on
from tests.test_session import NEVER, REVIEW, typing

ROOT = Path(__file__).parents[1]
THEIRS = msgspec.structs.replace(REVIEW, title="Theirs [/]")
OTHER_PROGRAM = """
import sys
from pathlib import Path
from reviewtui.session import open_session
from tests.test_session import typing
session = open_session(Path(sys.argv[1]), pause=0.0)
print("opened", session.read_only, flush=True)
for line in sys.stdin:
    word = line.strip()
    if word == "type":
        session.apply(typing("typed there"))
        session.save()
    if word == "hand over":
        while not session.wanted_by:
            session.look()
        session.hand_over()
    print("done", session.read_only, len(session.review.accounts), flush=True)
"""


def bytes_of(review: Review) -> bytes:
    return joined(fragments(codec.to_documents(review)).values())


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return create_session(tmp_path / "outage.review.json", REVIEW, pause=NEVER)


def texts(review: Review | None) -> list[str]:
    return [account.text for account in review.accounts] if review else []


def kept(session: Session) -> dict[Kind, list[bytes]]:
    found: dict[Kind, list[bytes]] = {}
    for version in versions_of(session.path):
        found.setdefault(version.kind, []).append(version.path.read_bytes())
    return found


# --- something else writes the file -----------------------------------------------------------------------------------


def test_what_is_written_while_one_types_is_kept_before_it_is_replaced(session: Session) -> None:
    session.apply(typing("mine"))
    write_durably(session.path, bytes_of(THEIRS))
    session.save()
    assert session.saving is Saving.SAVED
    assert texts(read_review(session.path)) == ["mine"]
    outside = session.standing.outside
    assert outside is not None
    assert outside.review == THEIRS
    assert outside.copy.read_bytes() == bytes_of(THEIRS)
    session.close()


def test_what_is_written_while_nobody_types_is_noticed_and_both_are_kept(session: Session) -> None:
    write_durably(session.path, bytes_of(THEIRS))
    session.look()
    assert session.standing.outside is None, "it may still be being written"
    session.look()
    outside = session.standing.outside
    assert outside is not None
    assert outside.review == THEIRS
    assert session.review == REVIEW
    assert kept(session) == {Kind.THEIRS: [bytes_of(THEIRS)], Kind.MINE: [bytes_of(REVIEW)]}
    assert session.path.read_bytes() == bytes_of(THEIRS), "nothing was chosen yet"
    session.close()


def noticed(session: Session) -> None:
    write_durably(session.path, bytes_of(THEIRS))
    session.look()
    session.look()


def test_theirs_can_be_taken_and_that_can_be_taken_back(session: Session) -> None:
    session.apply(typing("mine"))
    session.save()
    session.go(enter_stage.asked(stage=Stage.ACCOUNTS))
    noticed(session)
    session.take_theirs()
    assert (session.review.title, texts(session.review), session.review.stage) == ("Theirs [/]", [], Stage.ACCOUNTS)
    assert session.standing.outside is None
    session.save()
    assert read_review(session.path) == session.review
    assert session.undo() == "take what was changed on disk"
    assert texts(session.review) == ["mine"]
    session.save()
    assert texts(read_review(session.path)) == ["mine"]
    session.close()


def test_mine_can_be_kept_and_is_on_disk_then(session: Session) -> None:
    noticed(session)
    session.keep_mine()
    assert session.standing.outside is None
    assert session.saving is Saving.UNSAVED
    session.save()
    assert read_review(session.path) == REVIEW
    assert bytes_of(THEIRS) in kept(session)[Kind.THEIRS]
    session.close()


def test_leaving_without_a_choice_leaves_the_file_as_they_wrote_it(session: Session) -> None:
    noticed(session)
    session.close()
    assert session.path.read_bytes() == bytes_of(THEIRS)
    assert kept(session)[Kind.MINE] == [bytes_of(REVIEW)]


def test_each_copy_goes_by_the_time_that_it_was_written(session: Session) -> None:
    session.apply(typing("mine"))
    session.save()
    mine = session.path.stat().st_mtime_ns
    theirs = mine + 5_000_000_000
    write_durably(session.path, bytes_of(THEIRS))
    os.utime(session.path, ns=(theirs, theirs))
    session.look()
    session.look()
    session.close()
    assert bytes_of(THEIRS) == session.path.read_bytes()
    times = {version.kind: version.at for version in versions_of(session.path)}
    assert times[Kind.MINE] == moment_of(mine)
    assert times[Kind.THEIRS] == moment_of(theirs)
    for version in versions_of(session.path):
        assert read_review(version.path).title == ("Theirs [/]" if version.kind is Kind.THEIRS else REVIEW.title)


def test_what_they_write_next_is_kept_too(session: Session) -> None:
    noticed(session)
    later = msgspec.structs.replace(THEIRS, title="Theirs again")
    write_durably(session.path, bytes_of(later))
    session.apply(typing("mine"))
    session.save()
    assert set(kept(session)[Kind.THEIRS]) == {bytes_of(THEIRS), bytes_of(later)}
    outside = session.standing.outside
    assert outside is not None
    assert outside.review == later
    session.close()


def test_something_that_is_no_review_is_kept_and_can_not_be_taken(session: Session) -> None:
    session.path.write_bytes(b'{"review": <<<<<<< HEAD')
    session.look()
    session.look()
    outside = session.standing.outside
    assert outside is not None
    assert outside.review is None
    assert "well-formed" in outside.trouble
    session.take_theirs()
    assert session.review == REVIEW
    session.apply(typing("mine"))
    session.save()
    assert texts(read_review(session.path)) == ["mine"]
    assert outside.copy.read_bytes() == b'{"review": <<<<<<< HEAD'
    session.close()


def test_the_same_review_in_other_words_is_no_change(session: Session) -> None:
    session.path.write_bytes(bytes_of(REVIEW).replace(b"\n", b"\r\n"))
    session.look()
    session.look()
    assert session.standing.outside is None
    session.apply(typing("mine"))
    session.save()
    assert session.standing.outside is None
    session.close()


def test_if_theirs_can_not_be_kept_it_is_not_replaced(session: Session) -> None:
    session.apply(typing("mine"))
    session.path.write_bytes(bytes_of(THEIRS))
    (session.path.parent / HISTORY).write_bytes(b"a file")
    with pytest.raises(NotSaved, match="a file has this name"):
        session.save()
    assert session.path.read_bytes() == bytes_of(THEIRS)
    (session.path.parent / HISTORY).unlink()
    session.close()
    assert texts(read_review(session.path)) == ["mine"]


# --- a version is restored --------------------------------------------------------------------------------------------


def test_going_back_to_a_version_is_one_step_that_can_be_taken_back(session: Session) -> None:
    session.apply(typing("first"))
    session.save()
    version = read_review(session.path)
    session.apply(typing("second", "b"))
    session.save()
    assert texts(version) == ["first"]
    session.apply(go_back.asked(version=version, saved="10:42"))
    assert (texts(session.review), session.undoable) == (["first"], "go back to the version of 10:42")
    session.apply(go_back.asked(version=version, saved="10:42"))
    session.undo()
    assert texts(session.review) == ["first", "second"]
    session.close()


def test_leaving_keeps_a_copy_that_a_later_mishap_to_the_file_does_not_reach(session: Session) -> None:
    session.apply(typing("the last words"))
    session.close()
    with session.path.open("r+b") as file:
        file.write(b"\0" * 100)
    assert texts(read_review(versions_of(session.path)[0].path)) == ["the last words"]


# --- saving elsewhere -------------------------------------------------------------------------------------------------


def test_on_a_full_disk_the_session_goes_on_elsewhere_with_a_lock_of_its_own(session: Session, tmp_path: Path) -> None:
    session.apply(typing("kept"))
    before, elsewhere = session.path, tmp_path / "stick" / "outage.review.json"
    with working_on(Disk(1, FULL, lasting=True)), pytest.raises(NotSaved):
        session.save()
    session.save_elsewhere(elsewhere)
    assert (session.path, session.saving, session.trouble) == (elsewhere, Saving.SAVED, "")
    assert texts(read_review(elsewhere)) == ["kept"]
    assert read_review(before) == REVIEW
    create_session(tmp_path / "free.review.json", REVIEW).close()
    open_session(before).close()
    assert open_session(elsewhere, pause=NEVER).read_only
    session.undo()
    session.save()
    assert texts(read_review(elsewhere)) == []
    session.close()


def test_nothing_is_replaced_elsewhere(session: Session, tmp_path: Path) -> None:
    (tmp_path / "taken.review.json").write_bytes(b"precious")
    with pytest.raises(AlreadyThere):
        session.save_elsewhere(tmp_path / "taken.review.json")
    assert (tmp_path / "taken.review.json").read_bytes() == b"precious"
    session.apply(typing("still here"))
    session.close()
    assert texts(read_review(session.path)) == ["still here"]


def test_what_may_only_be_read_can_be_written_elsewhere(session: Session, tmp_path: Path) -> None:
    second = open_session(session.path, pause=NEVER)
    second.save_elsewhere(tmp_path / "copy.review.json")
    second.apply(typing("in the copy"))
    second.close()
    session.close()
    assert texts(read_review(tmp_path / "copy.review.json")) == ["in the copy"]


# --- two programs -----------------------------------------------------------------------------------------------------


class Other:
    """Another program that has the review open."""

    def __init__(self, path: Path) -> None:
        command = [sys.executable, "-c", OTHER_PROGRAM, str(path)]
        self.process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.opened = self.hears()

    def hears(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def is_killed(self) -> None:
        self.process.kill()
        self.process.communicate()

    def does(self, word: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{word}\n")
        self.process.stdin.flush()


@pytest.fixture
def path(session: Session) -> Path:
    session.close()
    return session.path


def comes_to_hold(session: Session, holds: Callable[[], bool]) -> None:
    happened = threading.Event()
    session.listen(lambda: happened.set() if holds() else None)
    assert holds() or happened.wait(30)


def test_the_second_program_follows_and_takes_over_and_the_first_one_follows_then(path: Path) -> None:
    other = Other(path)
    assert other.opened == "opened"
    second = open_session(path)
    assert f"process {other.process.pid}" in second.read_only
    assert second.standing.is_followed
    other.does("type")
    comes_to_hold(second, second.catch_up)
    assert texts(second.review) == ["typed there"]
    assert other.hears() == "done  1"
    other.does("hand over")
    second.hold(second.claim())
    assert other.hears().startswith("done taken over on host")
    assert second.standing.read_only == ""
    second.apply(typing("typed here", "b"))
    second.save()
    assert texts(read_review(path)) == ["typed there", "typed here"]
    other.is_killed()
    second.close()


def test_a_program_that_does_not_let_go_keeps_it(path: Path) -> None:
    other = Other(path)
    second = open_session(path, pause=NEVER)
    with pytest.raises(HeldByAnother, match=f"process {other.process.pid}"):
        second.claim(patience=0.1)
    with pytest.raises(ReadOnly):
        second.apply(typing("x"))
    other.is_killed()
    second.look()
    assert second.standing.holder == ""
    second.hold(second.claim(patience=0.0))
    second.apply(typing("x"))
    second.close()
    assert texts(read_review(path)) == ["x"]


def test_who_has_handed_over_forgets_the_steps_and_may_take_it_back(session: Session) -> None:
    session.apply(typing("first"))
    second = open_session(session.path, pause=NEVER)
    taking = threading.Thread(target=lambda: second.hold(second.claim()))
    taking.start()
    while not session.wanted_by:
        session.look()
    session.hand_over()
    taking.join()
    assert texts(second.review) == ["first"]
    assert session.undo() is None
    assert session.standing.is_followed
    second.apply(typing("second", "b"))
    second.close()
    session.look()
    assert session.catch_up()
    assert texts(session.review) == ["first", "second"]
    session.look()
    assert session.standing.holder == ""
    session.hold(session.claim())
    session.apply(typing("third", "c"))
    session.close()
    assert texts(read_review(session.path)) == ["first", "second", "third"]


def test_a_wish_of_a_program_that_is_gone_counts_for_nothing(session: Session) -> None:
    lock.wish_file(session.path).write_text('{"host": "pine", "pid": 1, "since": "2026-11-12T14:02:00Z"}')
    session.look()
    assert session.wanted_by == ""
    session.close()


def test_what_can_not_be_saved_is_not_handed_over(session: Session) -> None:
    session.apply(typing("precious"))
    with working_on(Disk(1, errno.EACCES, lasting=True)), pytest.raises(NotSaved):
        session.hand_over()
    assert session.standing.read_only == ""
    session.close()
    assert texts(read_review(session.path)) == ["precious"]


def test_a_file_that_is_half_written_is_not_followed(session: Session) -> None:
    second = open_session(session.path, pause=NEVER)
    whole = bytes_of(THEIRS)
    session.path.write_bytes(whole[:200])
    second.look()
    assert not second.catch_up()
    session.path.write_bytes(whole)
    second.look()
    assert second.catch_up()
    assert second.review == THEIRS
    second.close()
    session.abandon()


def test_a_file_that_returns_to_what_it_was_is_followed_there(session: Session) -> None:
    second = open_session(session.path, pause=NEVER)
    for review in (THEIRS, REVIEW):
        session.path.write_bytes(bytes_of(review))
        second.look()
        assert second.catch_up()
        assert second.review == review
    second.close()
    session.abandon()


def test_the_store_knows_the_file_it_has_just_created(tmp_path: Path) -> None:
    file = ReviewFile.create(tmp_path / "a.review.json", codec.to_documents(REVIEW))
    assert file.outside() is None
