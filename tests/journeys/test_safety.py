"""What may happen to a file while people talk, and what the facilitator sees and does then."""

import errno
import threading
from pathlib import Path

import msgspec
import pytest

from reviewtui import codec
from reviewtui.library import copy_example, read_review
from reviewtui.model.review import Review
from reviewtui.session import open_session
from reviewtui.store import keep_copy, moment_of, versions_of, write_durably
from reviewtui.store.tables import fragments, joined
from reviewtui.store.versions import Kind
from tests.faults.disk import FULL, Disk, working_on
from tests.journeys.facilitator import Facilitator, at_the_keyboard, in_the_example


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    return folder


def bytes_of(review: Review) -> bytes:
    return joined(fragments(codec.to_documents(review)).values())


def texts(review: Review) -> str:
    return "\n".join(account.text for account in review.accounts)


async def write(user: Facilitator, text: str) -> None:
    await user.press("3", "enter")
    await user.types(f" {text}")
    await user.press("escape")


def written_long_ago(path: Path, text: str) -> None:
    """Keep a version of a review of another day, in which another title stands."""
    keep_copy(path, bytes_of(msgspec.structs.replace(read_review(path), title=text)), Kind.SAVED, moment_of(0))


# --- saved versions ---------------------------------------------------------------------------------------------------


async def test_a_version_is_looked_at_and_gone_back_to_and_that_is_taken_back(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        written_long_ago(tmp_path / "payments-cache.review.json", "An [/] old title")
        await write(user, "noticed: 12:10 pager")
        user.saved()
        await user.press("ctrl+r")
        user.sees("Saved versions of", "The present: 16 events", "the earliest: 16 events")
        user.sees("Going back to", "noticed: 12:10 pager")
        await user.press("down", "down")
        user.sees("Going back to Thu 1 Jan 01:00 would change", "An [/] old title", "~1 account", "title")
        await user.press("enter")
        assert user.review.title == "An [/] old title"
        assert user.notice == "as it was on Thu 1 Jan 01:00; u takes that back"
        await user.press("u")
        assert user.review.title == "Declined every half hour"
        assert "12:10 pager" in texts(user.saved())


async def test_without_versions_it_says_when_there_will_be_some(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("ctrl+r")
        user.sees("No versions yet", "esc leave")
        await user.press("enter", "down", "space", "escape")
        user.sees("3 Accounts")


# --- a disk that fails ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "why"), [(FULL, "the disk is full"), (errno.EACCES, "no permission"), (errno.EROFS, "is read-only")]
)
async def test_what_can_not_be_saved_is_said_until_it_is_saved_elsewhere(
    tmp_path: Path, home: Path, error: int, why: str
) -> None:
    async with in_the_example(tmp_path) as user:
        assert user.app.session is not None
        before = user.app.session.path
        with working_on(Disk(1, error, lasting=True)):
            await write(user, "precious")
            await user.wait_until(lambda: "Not saved" in user.screen)
            user.sees(why, "f7 saves elsewhere")
            await write(user, "and more")
            user.sees("Not saved")
        await user.press("f7")
        user.sees("Save the review in", "~/payments-cache.review.json")
        await user.press("enter")
        user.does_not_see("Not saved")
        assert user.app.session.path == home / "payments-cache.review.json"
        await write(user, "goes on")
        assert "goes on" in texts(user.saved())
    assert "precious" in texts(read_review(home / "payments-cache.review.json"))
    assert "precious" not in texts(read_review(before))


async def test_a_folder_that_vanishes_takes_nothing_with_it(tmp_path: Path, home: Path) -> None:
    folder = tmp_path / "stick"
    async with in_the_example(folder) as user:
        folder.rename(tmp_path / "pulled out")
        await write(user, "precious")
        await user.wait_until(lambda: "Not saved: the folder is gone" in user.screen)
        await user.press("f6", "ctrl+u")
        (home / "taken.review.json").write_bytes(b"mine")
        await user.types(f"{home}/taken")
        await user.press("enter")
        user.sees("is already there")
        await user.press("ctrl+u")
        await user.types(f"{home}/new folder/")
        await user.press("enter")
        assert "precious" in texts(user.saved())
    assert "precious" in texts(read_review(home / "new folder" / "payments-cache.review.json"))
    assert (home / "taken.review.json").read_bytes() == b"mine"


async def test_a_disk_that_works_again_needs_nobody(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        with working_on(Disk(1, FULL, lasting=True)):
            await write(user, "precious")
            await user.wait_until(lambda: "Not saved" in user.screen)
        user.saved()
        await user.settle()
        user.does_not_see("Not saved")


# --- something else writes the file -----------------------------------------------------------------------------------


async def changed_outside(user: Facilitator, **fields: object) -> None:
    assert user.app.session is not None
    path = user.app.session.path
    write_durably(path, bytes_of(msgspec.structs.replace(read_review(path), **fields)))
    user.app.session.look()
    user.app.session.look()
    await user.settle()


async def test_a_change_on_disk_is_told_and_either_can_be_gone_on_with(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await write(user, "mine")
        user.saved()
        await changed_outside(user, title="Pulled [/]", accounts=())
        user.sees("Changed on disk by something else", "f7 chooses")
        await user.press("f7")
        user.sees("Something else has changed this review", "−40 accounts, title", "−")
        await user.press("escape")
        user.sees("f7 chooses")
        await user.press("f7", "t")
        user.sees("Pulled [/]")
        user.does_not_see("f7 chooses")
        assert user.saved().accounts == ()
        await user.press("u")
        assert "mine" in texts(user.saved())
        kinds = [version.kind for version in versions_of(tmp_path / "payments-cache.review.json")]
        assert {Kind.MINE, Kind.THEIRS} <= set(kinds)


async def test_typing_on_after_a_change_on_disk_loses_neither(tmp_path: Path) -> None:
    path = tmp_path / "payments-cache.review.json"
    async with in_the_example(tmp_path) as user:
        await changed_outside(user, title="Pulled")
        await write(user, "typed on")
        assert "typed on" in texts(user.saved())
        user.sees("f7 chooses")
        await user.press("f7", "m")
        user.does_not_see("f7 chooses")
        assert "typed on" in texts(user.saved())
    assert "Pulled" in [read_review(version.path).title for version in versions_of(path)]


async def test_a_change_on_disk_that_is_no_review_can_only_be_kept_aside(tmp_path: Path) -> None:
    path = tmp_path / "payments-cache.review.json"
    async with in_the_example(tmp_path) as user:
        path.write_bytes(b"<<<<<<< HEAD\n[/]")
        assert user.app.session is not None
        user.app.session.look()
        user.app.session.look()
        await user.settle()
        await user.press("f7")
        user.sees("can't be opened", "merge conflict")
        await user.press("t")
        user.sees("Something else has changed")
        await user.press("m")
        assert user.saved() == user.review
    assert b"<<<<<<< HEAD\n[/]" in [version.path.read_bytes() for version in versions_of(path)]


# --- two programs -----------------------------------------------------------------------------------------------------


async def test_the_second_program_follows_and_takes_over(tmp_path: Path) -> None:
    path = copy_example("payments-cache", tmp_path)
    first = open_session(path, pause=3600)
    async with at_the_keyboard(tmp_path, path) as user:
        user.sees("Read-only, follows along: open on host", "f7 takes over", "read-only")
        write_durably(path, bytes_of(msgspec.structs.replace(read_review(path), title="Followed [/]")))
        assert user.app.session is not None
        user.app.session.look()
        await user.settle()
        user.sees("Followed [/]")
        await user.press("3", "enter")
        assert user.notice.startswith("read-only: open elsewhere, on host")
        await user.types("swallowed by nobody")
        await user.press("escape")
        user.does_not_see("swallowed")
        await user.press("f7")

        def is_asked() -> bool:
            first.look()
            return bool(first.wanted_by)

        await user.wait_until(is_asked)
        first.hand_over()
        await user.wait_until(lambda: "Read-only" not in user.screen)
        await write(user, "written here now")
        assert "written here now" in texts(user.saved())
    first.abandon()


async def test_the_first_program_saves_and_lets_go_and_follows(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("3", "enter")
        await user.types(" half a sentence")
        second = open_session(tmp_path / "payments-cache.review.json", pause=3600)
        taking = threading.Thread(target=lambda: second.hold(second.claim()))
        taking.start()

        def is_taken() -> bool:
            assert user.app.session is not None
            user.app.session.look()
            return not taking.is_alive() and "Read-only, follows along" in user.screen

        await user.wait_until(is_taken)
        user.sees("f7 takes over")
        assert "half a sentence" in texts(second.review)
        second.close()
        assert user.app.session is not None
        user.app.session.look()
        await user.settle()
        user.sees("nobody has it open for writing any more", "f7 writes here")
        await user.press("f7")
        await user.wait_until(lambda: "Read-only" not in user.screen)


async def test_what_may_only_be_read_is_read_and_a_copy_can_be_written(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = copy_example("payments-cache", tmp_path / "cd")
    monkeypatch.setattr("os.access", lambda asked, _: Path(asked) != path.parent)
    async with at_the_keyboard(path.parent, path) as user:
        user.sees("Read-only: no permission", "f7")
        for key in ("1", "2", "3", "6"):
            await user.press(key)
        await user.press("f7", "enter")
        user.does_not_see("Read-only")
        await write(user, "in the copy")
        user.saved()
    assert "in the copy" in texts(read_review(home / path.name))
    assert [file.name for file in path.parent.iterdir() if file.name[0] != "."] == [path.name]


# --- a damaged file ---------------------------------------------------------------------------------------------------


async def test_a_damaged_file_offers_the_last_good_copy_and_stays_as_it_is(tmp_path: Path) -> None:
    path = copy_example("payments-cache", tmp_path)
    written_long_ago(path, "The good [/] copy")
    keep_copy(path, b"{", Kind.SAVED, moment_of(10**15))
    path.write_bytes(b'{"review": ')
    async with at_the_keyboard(tmp_path) as user:
        user.sees("can't be opened")
        await user.press("enter")
        user.sees("payments-cache can't be opened", "ends in the middle", "byte for byte", "-recovered", "16 events")
        await user.press("enter")
        user.sees("The good [/] copy", "opened as payments-cache-recovered.review.json")
        await write(user, "goes on")
        user.saved()
        await user.press("ctrl+l")
        user.sees("The good [/] copy", "can't be opened")
    assert path.read_bytes() == b'{"review": '
    assert read_review(tmp_path / "payments-cache-recovered.review.json").title == "The good [/] copy"


async def test_a_copy_that_is_damaged_too_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "x.review.json"
    path.write_bytes(b"")
    keep_copy(path, b"{", Kind.SAVED, moment_of(10**15))
    async with at_the_keyboard(tmp_path, path) as user:
        user.sees("x can't be opened", "it is empty")
        await user.press("enter")
        assert "in the middle" in user.notice
        await user.press("escape")
        user.sees("Still open")
    assert [file.name for file in tmp_path.glob("*.review.json")] == ["x.review.json"]
