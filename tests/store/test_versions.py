import errno
import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.errors import ChangedOnDisk, NotSaved
from reviewtui.store import HISTORY, Kind, ReviewFile, Version, keep_copy, keep_original, read_documents, versions_of
from reviewtui.store.tables import fragments, joined
from reviewtui.store.versions import FEWEST, MOST, MOST_BYTES, superfluous
from tests.faults.disk import BROKEN, Disk, working_on
from tests.store.samples import SMALL, numbered

NOON = datetime(2026, 11, 12, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.review.json"


def bytes_of(number: int) -> bytes:
    return joined(fragments(numbered(number)).values())


def written_at(path: Path, at: datetime) -> None:
    os.utime(path, ns=(0, int(at.timestamp() * 1000) * 1_000_000))


# --- what is kept -----------------------------------------------------------------------------------------------------


def test_a_save_keeps_the_state_before_it_under_the_time_it_was_written(path: Path) -> None:
    file = ReviewFile.create(path, numbered(1))
    written_at(path, NOON)
    file.save(numbered(2))
    (kept,) = versions_of(path)
    assert (kept.path.name, kept.at, kept.kind) == ("a.2026-11-12T12-00-00.000Z.review.json", NOON, Kind.SAVED)
    assert kept.path.read_bytes() == bytes_of(1)
    assert kept.size == len(bytes_of(1))
    assert path.read_bytes() == bytes_of(2)


def test_what_is_kept_is_for_nobody_else(path: Path) -> None:
    before = os.umask(0)
    try:
        file = ReviewFile.create(path, numbered(1))
        path.chmod(0o644)
        file.save(numbered(2))
    finally:
        os.umask(before)
    (kept,) = versions_of(path)
    assert stat.S_IMODE(kept.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.path.parent.stat().st_mode) == 0o700


def test_of_many_saves_in_a_minute_the_last_state_is_kept(path: Path) -> None:
    file = ReviewFile.create(path, numbered(0))
    for number in range(1, 10):
        written_at(path, NOON + timedelta(seconds=number))
        file.save(numbered(number))
    assert [kept.path.read_bytes() for kept in versions_of(path)] == [bytes_of(8)]


def test_a_state_of_the_minute_before_stays(path: Path) -> None:
    file = ReviewFile.create(path, numbered(0))
    for number in range(1, 4):
        written_at(path, NOON + number * timedelta(seconds=50))
        file.save(numbered(number))
    assert [kept.at - NOON for kept in versions_of(path)] == [
        timedelta(seconds=150),
        timedelta(seconds=100),
        timedelta(seconds=50),
    ]


def test_a_disk_without_second_names_gets_copies(path: Path) -> None:
    def refuse(name: str, arguments: tuple[object, ...]) -> None:
        if name == "link":
            raise OSError(errno.EPERM, "Operation not permitted")

    file = ReviewFile.create(path, numbered(1))
    with working_on(Disk(watch=refuse)):
        file.save(numbered(2))
    assert [kept.path.read_bytes() for kept in versions_of(path)] == [bytes_of(1)]


@pytest.mark.parametrize("what", ["a file", "a link", "a disk that breaks"])
def test_where_no_history_can_be_the_review_is_saved_all_the_same(path: Path, tmp_path: Path, what: str) -> None:
    def breaks(name: str, arguments: tuple[object, ...]) -> None:
        if what == "a disk that breaks" and name == "link":
            raise OSError(BROKEN, "Input/output error")

    file = ReviewFile.create(path, numbered(1))
    if what == "a file":
        (tmp_path / HISTORY).write_bytes(b"mine")
    if what == "a link":
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / HISTORY).symlink_to("elsewhere")
    with working_on(Disk(watch=breaks)):
        file.save(numbered(2))
    assert path.read_bytes() == bytes_of(2)
    assert HISTORY in file.unkept
    assert versions_of(path) == ()


def test_a_file_that_is_gone_is_written_anew(path: Path) -> None:
    file = ReviewFile.create(path, numbered(1))
    path.unlink()
    file.save(numbered(2))
    assert path.read_bytes() == bytes_of(2)


def test_reviews_keep_their_states_apart(tmp_path: Path) -> None:
    for name in ("a", "a.b", "a.format-1", "x" * 240, "x" * 239 + "y"):
        ReviewFile.create(tmp_path / f"{name}.review.json", numbered(len(name))).save(SMALL)
    for name in ("a", "a.b", "a.format-1", "x" * 240, "x" * 239 + "y"):
        (kept,) = versions_of(tmp_path / f"{name}.review.json")
        assert kept.path.read_bytes() == bytes_of(len(name))


def test_what_is_no_state_of_the_review_is_passed_over(path: Path) -> None:
    ReviewFile.create(path, numbered(1)).save(numbered(2))
    (kept,) = versions_of(path)
    for name in (
        "a.2026-99-12T12-00-00.000Z",
        "a.2026-11-12T12-00-00.000Z.[x]",
        "a.2026-11-12T12-00-00.000Z.else",
        "a.x",
    ):
        (kept.path.parent / f"{name}.review.json").write_bytes(b"{}")
    (kept.path.parent / "a.2026-11-11T12-00-00.000Z.review.json").symlink_to(path)
    (kept.path.parent / "a.2026-11-10T12-00-00.000Z.review.json").mkdir()
    assert versions_of(path) == (kept,)


def test_an_original_is_listed_too(path: Path) -> None:
    ReviewFile.create(path, numbered(1))
    written_at(path, NOON)
    copy = keep_original(path, "format-0")
    written_at(copy, NOON)
    assert versions_of(path) == (Version(copy, NOON, Kind.ORIGINAL, len(bytes_of(1))),)


# --- which may go -----------------------------------------------------------------------------------------------------


def version(age: timedelta, size: int = 1000, kind: Kind = Kind.SAVED) -> Version:
    return Version(Path(f"{age}{kind}"), NOON - age, kind, size)


def left_after(saves: list[datetime]) -> list[datetime]:
    """Return the times of what is left after saves at these times, each keeping the state of the one before."""
    kept: list[Version] = []
    for before in saves:
        kept.append(Version(Path(str(before)), before, Kind.SAVED, 1000))
        gone = superfluous(kept, before)
        kept = [one for one in kept if one not in gone]
    return [one.at for one in kept]


def test_a_day_of_typing_and_a_year_of_days() -> None:
    hours = [NOON + timedelta(seconds=20) * number for number in range(3 * 180)]
    left = left_after(hours)
    dense = [at for at in left if hours[-1] - at <= timedelta(hours=1)]
    assert 59 <= len(dense) <= 62
    assert 4 <= len(left) - len(dense) <= 6
    year = [NOON + day * DAY + minute * timedelta(minutes=10) for day in range(365) for minute in range(6)]
    left = left_after(year)
    assert 30 + 11 <= len(left) <= 30 + 12 + 8
    assert left[0] - year[0] <= timedelta(days=30)


ages = st.timedeltas(min_value=timedelta(0), max_value=400 * DAY)
histories = st.lists(st.builds(version, ages, st.integers(100, 30 * 2**20), st.sampled_from(Kind)), max_size=300)


@given(histories)
def test_what_may_go_leaves_a_history_within_its_bounds(kept: list[Version]) -> None:
    gone = superfluous(kept, NOON)
    left = [one for one in kept if one.kind is Kind.SAVED and one not in gone]
    assert all(one.kind is Kind.SAVED and one.at != NOON for one in gone)
    assert len(left) <= MOST or len({one.at for one in left}) < len(left)
    assert len(left) <= FEWEST + 1 or sum(one.size for one in left if one.at != NOON) <= MOST_BYTES
    plain = [one.at for one in kept if one.kind is Kind.SAVED]
    if plain and NOON - max(plain) > timedelta(minutes=1):
        assert max(plain) in [one.at for one in left]


def test_a_clock_that_was_wrong_once_takes_few_with_it(path: Path) -> None:
    file = ReviewFile.create(path, numbered(0))
    for number in range(1, 20):
        written_at(path, NOON + number * timedelta(minutes=2))
        file.save(numbered(number))
    written_at(path, NOON + 3650 * DAY)
    file.save(numbered(99))
    assert len(versions_of(path)) >= 15


def test_what_somebody_has_to_look_at_never_goes(path: Path) -> None:
    file = ReviewFile.create(path, numbered(1))
    for number in range(3):
        keep_copy(path, bytes_of(number), Kind.THEIRS, NOON)
    file.save(numbered(5))
    assert [one.path.name for one in versions_of(path) if one.kind is Kind.THEIRS] == [
        "a.2026-11-12T12-00-00.000Z.theirs.review.json",
        "a.2026-11-12T12-00-00.000Z.theirs-3.review.json",
        "a.2026-11-12T12-00-00.000Z.theirs-2.review.json",
    ]


# --- what others write ------------------------------------------------------------------------------------------------


def test_what_something_else_has_written_is_never_replaced_unseen(path: Path) -> None:
    file = ReviewFile.create(path, numbered(1))
    path.write_bytes(b"theirs")
    with pytest.raises(ChangedOnDisk, match="something else has changed it on disk"):
        file.save(numbered(2))
    assert path.read_bytes() == b"theirs"
    found = file.outside()
    assert found is not None
    assert file.keep_theirs(found).read_bytes() == b"theirs"
    file.accept(found)
    assert file.outside() is None
    file.save({})
    assert path.read_bytes() == bytes_of(2)
    assert b"theirs" in [kept.path.read_bytes() for kept in versions_of(path)]


def test_a_change_in_the_very_moment_of_a_save_is_noticed(path: Path) -> None:
    file = ReviewFile.create(path, numbered(1))

    def another_writes(name: str, _: object) -> None:
        if name == "fsync":
            path.write_bytes(b"theirs")

    with working_on(Disk(watch=another_writes)), pytest.raises(ChangedOnDisk):
        file.save(numbered(2))
    assert path.read_bytes() == b"theirs"


def test_the_same_content_written_anew_is_no_change(path: Path) -> None:
    file = ReviewFile.create(path, numbered(1))
    path.rename(path.with_name("other"))
    path.write_bytes(bytes_of(1))
    assert file.outside() is None
    file.save(numbered(2))


def test_what_was_saved_and_not_confirmed_is_no_change_by_others(path: Path) -> None:
    file = ReviewFile.create(path, numbered(1))
    file.save(numbered(2))
    fsyncs = 0

    def fails_at_the_last_flush(name: str, _: object) -> None:
        nonlocal fsyncs
        fsyncs += name == "fsync"
        if fsyncs == 2:
            raise OSError(BROKEN, "Input/output error")

    with working_on(Disk(watch=fails_at_the_last_flush)), pytest.raises(NotSaved):
        file.save(numbered(3))
    assert path.read_bytes() == bytes_of(3)
    assert file.outside() is None
    file.save(numbered(4))
    assert read_documents(path) == numbered(4)
