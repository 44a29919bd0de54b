import json
import threading
from pathlib import Path

import pytest

from reviewtui import codec
from reviewtui.edits.accounts import write_account
from reviewtui.edits.meeting import enter_stage
from reviewtui.edits.naming import Change
from reviewtui.edits.timeline import mark_key_moment
from reviewtui.edits.veil import lift_veil, put_back_veil
from reviewtui.errors import AlreadyThere, HeldByAnother, NewerSchema, NotSaved, ReadOnly, UnreadableFile
from reviewtui.library import read_review
from reviewtui.model.review import AccountId, EventId, RoleId, Stage, Veil
from reviewtui.session import Saving, Session, create_session, open_session, open_to_write
from reviewtui.store import ReviewFile, write_durably
from tests.reviews import NOW, review_of

REVIEW = review_of(
    """
    role Delivery, delivery
    10:42 alert: error rate
    11:00 rollback
    """
)
NEVER = 3600.0
"""A pause that no test waits for."""


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return create_session(tmp_path / "outage.review.json", REVIEW, pause=NEVER)


def typing(text: str, account: str = "a") -> Change:
    return write_account.asked(
        account=AccountId(account), event=EventId("e1"), role=RoleId("Delivery"), recorded_at=NOW, text=text
    )


def told(session: Session) -> list[str]:
    return [account.text for account in session.review.accounts]


def test_steps_are_taken_back_and_brought_back_by_name(session: Session) -> None:
    session.apply(mark_key_moment.asked(event=EventId("e1")))
    session.apply(typing("x"))
    assert session.undoable == "record Delivery's account of 10:42 error rate"
    assert session.undo() == "record Delivery's account of 10:42 error rate"
    assert session.undo() == "mark 10:42 error rate as a key moment"
    assert session.review == REVIEW
    assert session.undo() is None
    session.redo()
    assert session.redoable == "record Delivery's account of 10:42 error rate"
    session.redo()
    assert told(session) == ["x"]
    assert session.redo() is None


def test_typing_in_one_editor_is_one_step(session: Session) -> None:
    for text in ("n", "no", "not"):
        session.apply(typing(text), merge_key="a")
    session.end_step()
    session.apply(typing("not yet"), merge_key="a")
    session.undo()
    assert told(session) == ["not"]
    session.undo()
    assert told(session) == []


def test_typing_that_leaves_nothing_is_no_step(session: Session) -> None:
    session.apply(typing("n"), merge_key="a")
    session.apply(typing(""), merge_key="a")
    assert session.undoable is None


def test_a_new_change_ends_what_could_be_brought_back(session: Session) -> None:
    session.apply(typing("x"))
    session.undo()
    session.apply(typing("y", "b"))
    assert session.redoable is None


def test_where_one_stands_is_not_taken_back(session: Session) -> None:
    session.apply(typing("x"))
    session.go(enter_stage.asked(stage=Stage.REPORT))
    session.undo()
    assert session.review.stage is Stage.REPORT
    assert told(session) == []


def test_what_changes_nothing_is_no_step_and_no_save(session: Session) -> None:
    session.apply(typing(""))
    assert session.undoable is None
    assert session.saving is Saving.SAVED


def test_saved_is_said_when_it_is_so(session: Session) -> None:
    states = [session.saving]
    session.apply(typing("x"))
    states.append(session.saving)
    session.save()
    states.append(session.saving)
    assert states == [Saving.SAVED, Saving.UNSAVED, Saving.SAVED]
    assert read_review(session.path) == session.review


def test_a_change_is_saved_without_being_asked_for(tmp_path: Path) -> None:
    session = create_session(tmp_path / "outage.review.json", REVIEW, pause=0.0)
    saved = threading.Event()
    session.listen(lambda: saved.set() if session.saving is Saving.SAVED else None)
    session.apply(typing("x"))
    assert saved.wait(timeout=30)
    assert [account.text for account in read_review(session.path).accounts] == ["x"]
    session.close()


def test_a_save_that_fails_is_a_state_and_nothing_is_lost(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    states: list[Saving] = []
    session.listen(lambda: states.append(session.saving))

    def full(self: ReviewFile, changed: object) -> None:
        raise NotSaved(self.path, "the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(ReviewFile, "save", full)
        session.apply(typing("x"))
        with pytest.raises(NotSaved, match="the disk is full"):
            session.save()
        assert session.saving is Saving.FAILED
        assert session.trouble == "the disk is full"
        session.apply(typing("y", "b"))
        with pytest.raises(NotSaved):
            session.close()
    session.close()
    assert states[-1] is Saving.SAVED
    assert [account.text for account in read_review(session.path).accounts] == ["x", "y"]


def test_saved_waits_for_the_fsync(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    during: list[Saving] = []
    save = ReviewFile.save

    def watched(self: ReviewFile, changed: codec.Documents) -> None:
        during.append(session.saving)
        save(self, changed)
        during.append(session.saving)

    monkeypatch.setattr(ReviewFile, "save", watched)
    session.apply(typing("x"))
    session.save()
    assert during == [Saving.UNSAVED, Saving.UNSAVED]
    assert session.saving is Saving.SAVED


def test_leaving_saves(session: Session) -> None:
    session.apply(typing("x"))
    session.close()
    again = open_session(session.path, pause=NEVER)
    assert told(again) == ["x"]
    again.close()


def test_the_second_one_may_only_read_and_is_told_by_whom_it_is_held(session: Session) -> None:
    second = open_session(session.path, pause=NEVER)
    assert "open elsewhere" in second.read_only
    with pytest.raises(ReadOnly):
        second.apply(typing("x"))
    assert second.go(enter_stage.asked(stage=Stage.REPORT)).stage is Stage.REPORT
    assert second.saving is Saving.SAVED
    second.close()
    with pytest.raises(HeldByAnother):
        open_to_write(session.path)
    assert read_review(session.path) == REVIEW
    session.close()
    open_to_write(session.path).close()


def test_a_lifted_veil_is_on_disk_at_once_and_no_step_of_undo(tmp_path: Path) -> None:
    review = review_of("role Users, users\n10:42 it began\n  Users (blind) | we saw it")
    session = create_session(tmp_path / "outage.review.json", review, pause=NEVER)
    saved = threading.Event()
    session.listen(lambda: saved.set() if session.saving is Saving.SAVED else None)
    session.go_at_once(lift_veil.asked(event=EventId("e1")))
    assert saved.wait(timeout=30)
    assert read_review(session.path).events[0].veil is Veil.LIFTED
    assert session.undo() is None
    second = open_session(session.path, pause=NEVER)
    with pytest.raises(ReadOnly):
        second.go_at_once(put_back_veil.asked(event=EventId("e1")))
    second.close()
    session.close()


def test_a_new_review_takes_no_others_place(session: Session) -> None:
    session.close()
    with pytest.raises(AlreadyThere):
        create_session(session.path, REVIEW)
    open_to_write(session.path).close()


DAMAGED = {
    "empty": b"",
    "null": b"null",
    "truncated": None,
    "another kind of file": b'{"name": "left-pad", "version": "1.3.0"}',
    "no tables": b"{}",
}


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_file_is_one_clear_line_and_stays_as_it_is(session: Session, data: bytes | None) -> None:
    session.close()
    data = session.path.read_bytes()[:-40] if data is None else data
    session.path.write_bytes(data)
    with pytest.raises(UnreadableFile, match="left as it is") as refused:
        open_session(session.path)
    assert "\n" not in str(refused.value)
    assert str(session.path) in str(refused.value)
    assert session.path.read_bytes() == data
    with pytest.raises(UnreadableFile):
        open_session(session.path)


def test_what_a_later_version_wrote_is_refused_and_stays_as_it_is(session: Session) -> None:
    session.close()
    documents = json.loads(session.path.read_bytes())
    documents["review"]["review0000"]["schema"] = 999
    data = json.dumps(documents).encode()
    write_durably(session.path, data)
    with pytest.raises(NewerSchema, match="later reviewtui"):
        open_session(session.path)
    assert session.path.read_bytes() == data


def test_what_an_earlier_version_wrote_is_kept_before_it_is_upgraded(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.close()
    documents = json.loads(session.path.read_bytes())
    documents["review"]["review0000"]["schema"] = 0
    data = json.dumps(documents).encode()
    write_durably(session.path, data)
    monkeypatch.setitem(codec.UPGRADES, 0, lambda documents: documents)
    upgraded = open_session(session.path, pause=NEVER)
    assert upgraded.review == REVIEW
    assert session.path.read_bytes() == data
    upgraded.apply(typing("x"))
    upgraded.close()
    kept = session.path.parent / ".history" / "outage.format-0.review.json"
    assert kept.read_bytes() == data
    assert json.loads(session.path.read_bytes())["review"]["review0000"]["schema"] == codec.SCHEMA
