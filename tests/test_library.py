import os
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui import codec, library
from reviewtui.errors import (
    AlreadyThere,
    NoSuchExample,
    NoSuchReview,
    NotSaved,
    SeveralReviews,
    UnreadableFile,
)
from reviewtui.library import (
    FIRST_EXAMPLE,
    copy_example,
    entries,
    example_title,
    examples,
    find,
    free_path,
    read_review,
    review_files,
    worked_examples,
)
from reviewtui.model.review import Review, ReviewId, Stage
from reviewtui.store import ReviewFile
from tests.reviews import empty_review, review_of

HOSTILE_NAMES = [
    "../outside",
    "../outside.review.json",
    "../../outside",
    "./inside",
    "sub/inside",
    "inside/../../outside",
    "..",
    ".",
    "/",
    "~",
    "*",
    "inside\0",
    "inside\nx",
    "\x1b]52;c;aGk=\x07",
    "\ud800",
    "x" * 5000,
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    sessions = tmp_path / "sessions"
    sessions.mkdir()
    return sessions


def put(folder: Path, name: str, title: str = "", **fields: object) -> Path:
    """Put a review into a folder, with its file's name for an id unless one is given."""
    return put_review(folder, name, empty_review(title=title or name, **{"id": ReviewId(name), **fields}))


def put_review(folder: Path, name: str, review: Review) -> Path:
    path = folder / f"{name}.review.json"
    ReviewFile.create(path, codec.to_documents(review))
    return path


def everything(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


class TestEntries:
    def test_newest_first_and_what_cannot_be_opened_last(self, folder: Path) -> None:
        put(folder, "older", created_at=datetime(2026, 10, 1, tzinfo=UTC))
        (folder / "aa-broken.review.json").write_text("{")
        put(folder, "newer", created_at=datetime(2026, 11, 1, tzinfo=UTC))
        (folder / "zz-empty.review.json").touch()
        found = entries(folder)
        assert [entry.name for entry in found[:2]] == ["newer", "older"]
        assert {entry.name for entry in found[2:]} == {"aa-broken", "zz-empty"}
        assert [bool(entry.trouble) for entry in found] == [False, False, True, True]

    def test_why_one_cannot_be_opened(self, folder: Path) -> None:
        (folder / "empty.review.json").touch()
        (folder / "folder.review.json").mkdir()
        (folder / "later.review.json").write_text('{"review": {"r": {"schema": 999}}}')
        (folder / "nowhere.review.json").symlink_to(folder / "gone")
        (folder / "list.review.json").write_text("[]")
        why = {entry.name: entry.trouble for entry in entries(folder)}
        assert why["empty"] == "it is empty (0 bytes); left as it is"
        assert why["folder"] == "it is a folder"
        assert why["later"].startswith("written by a later reviewtui (format 999")
        assert why["nowhere"] == "there is no such file"
        assert "a list" in why["list"]

    def test_what_is_told_of_one(self, folder: Path) -> None:
        review = review_of(
            """
            zone Europe/Berlin
            role Delivery, delivery
            role Operations, operations
            * 00:30 alert: error rate
              Delivery | we saw it
            """
        )
        path = put_review(folder, "outage", msgspec.structs.replace(review, stage=Stage.ACCOUNTS))
        (entry,) = entries(folder)
        assert (entry.name, entry.path, entry.id, entry.title) == ("outage", path, review.id, "Checkout outage")
        assert (entry.day, entry.stage, entry.trouble) == (date(2026, 11, 12), Stage.ACCOUNTS, "")
        assert entry.open is not None
        assert entry.open.moments == 1

    def test_the_day_is_that_of_the_first_event_that_has_one(self, folder: Path) -> None:
        put_review(folder, "known", review_of("day 2026-03-04\n--:-- nobody knows when\n10:42 alert"))
        put(folder, "unknown", created_at=datetime(2026, 5, 6, 23, 30, tzinfo=UTC), zone="Europe/Berlin")
        assert {entry.name: entry.day for entry in entries(folder)} == {
            "known": date(2026, 3, 4),
            "unknown": date(2026, 5, 7),
        }

    def test_only_review_files_are_listed(self, folder: Path) -> None:
        put(folder, "outage")
        put(folder, ".hidden")
        (folder / ".history").mkdir()
        put(folder / ".history", "outage.1")
        for other in (".review.json", "notes.txt", "outage.json", ".outage.review.lock"):
            (folder / other).touch()
        assert [path.name for path in review_files(folder)] == ["outage.review.json"]

    def test_a_folder_that_is_not_there_has_none(self, folder: Path) -> None:
        assert review_files(folder / "missing") == ()
        assert entries(folder / "missing") == ()

    def test_what_is_no_folder_is_told(self, folder: Path) -> None:
        file = folder / "file"
        file.touch()
        with pytest.raises(UnreadableFile, match="Not a directory"):
            review_files(file)


class TestFind:
    def test_by_file_name_with_or_without_its_ending(self, folder: Path) -> None:
        path = put(folder, "outage", title="Checkout")
        assert find(folder, "outage") == find(folder, "outage.review.json") == path

    def test_by_id(self, folder: Path) -> None:
        path = put(folder, "outage", id=ReviewId("4rk9xk2m0c"))
        put(folder, "other")
        assert find(folder, "4rk9xk2m0c") == path

    def test_by_a_part_of_its_title(self, folder: Path) -> None:
        path = put(folder, "a", title="Checkout outage")
        put(folder, "b", title="Search outage")
        assert find(folder, "checkOUT") == find(folder, " checkout ") == path

    def test_a_file_name_counts_before_an_id_and_an_id_before_a_title(self, folder: Path) -> None:
        named = put(folder, "first", id=ReviewId("one"))
        known = put(folder, "second", id=ReviewId("two"), title="first")
        put(folder, "third", id=ReviewId("first"), title="two")
        assert find(folder, "first") == named
        assert find(folder, "two") == known

    def test_several(self, folder: Path) -> None:
        put(folder, "a", title="Checkout outage")
        put(folder, "b", title="Search outage")
        with pytest.raises(SeveralReviews) as caught:
            find(folder, "outage")
        assert set(caught.value.names) == {"a", "b"}

    def test_copies_of_one_review_are_several(self, folder: Path) -> None:
        put(folder, "a", id=ReviewId("4rk9xk2m0c"))
        put(folder, "b", id=ReviewId("4rk9xk2m0c"))
        with pytest.raises(SeveralReviews):
            find(folder, "4rk9xk2m0c")

    def test_none(self, folder: Path) -> None:
        put(folder, "outage")
        with pytest.raises(NoSuchReview, match="no review “elsewhere” in"):
            find(folder, "elsewhere")
        with pytest.raises(NoSuchReview):
            find(folder / "missing", "outage")

    @pytest.mark.parametrize("name", ["", "  "])
    def test_no_name_means_none(self, folder: Path, name: str) -> None:
        put(folder, "outage", title="The only  one")
        with pytest.raises(NoSuchReview):
            find(folder, name)

    def test_one_that_cannot_be_opened_is_found_by_its_file_name(self, folder: Path) -> None:
        path = folder / "broken.review.json"
        path.write_text("{")
        assert find(folder, "broken") == path

    @pytest.mark.parametrize("name", HOSTILE_NAMES)
    def test_nothing_is_found_outside_the_folder(self, folder: Path, name: str) -> None:
        put(folder, "inside")
        put(folder.parent, "outside")
        (folder / "sub").mkdir()
        put(folder / "sub", "inside")
        with pytest.raises(NoSuchReview):
            find(folder, name)

    def test_a_whole_path_is_no_name(self, folder: Path) -> None:
        path = put(folder, "inside")
        for name in (str(path), str(path).removesuffix(".review.json"), path.as_uri()):
            with pytest.raises(NoSuchReview):
                find(folder, name)


class TestFreePath:
    @pytest.mark.parametrize(
        ("title", "name"),
        [
            ("Declined every half hour", "declined-every-half-hour"),
            ("Größe: 5 %, Łódź — 支払い", "größe-5-łódź-支払い"),
            ("../../etc/passwd", "etc-passwd"),
            ("/home/ana/.ssh/id", "home-ana-ssh-id"),
            ("C:\\temp\\x", "c-temp-x"),
            (".hidden", "hidden"),
            ("a&#47;b%2fc", "a-b-2fc"),
            ("\x1b[2J\0tea\n\u202egnp", "2j-tea-gnp"),
            ("\ud800 half", "half"),
            ("", "review"),
            ("  ", "review"),
            ("📦 /// …", "review"),
        ],
    )
    def test_a_title_as_a_file_name(self, folder: Path, title: str, name: str) -> None:
        assert free_path(folder, title) == folder / f"{name}.review.json"

    def test_a_long_title_ends_after_a_word(self, folder: Path) -> None:
        title = "Half of all payments in the north and the whole of a south-western region went astray at an odd hour"
        name = "half-of-all-payments-in-the-north-and-the-whole-of-a-south.review.json"
        assert free_path(folder, title).name == name

    @pytest.mark.parametrize("letter", ["x", "é", "支", "\U00020000", "ﷺ"])
    def test_however_long_a_title_it_can_be_created(self, folder: Path, letter: str) -> None:
        for _ in range(12):
            path = put_review(
                folder, free_path(folder, letter * 100_000).name.removesuffix(".review.json"), empty_review()
            )
            assert len(os.fsencode(path.name)) <= 200
        assert len(review_files(folder)) == 12

    @given(st.text())
    def test_any_title_stays_in_the_folder(self, title: str) -> None:
        path = free_path(Path("sessions"), title)
        assert path.parent == Path("sessions")
        assert not path.name.startswith(".")
        assert path.name.isprintable()
        assert path.name.encode()

    def test_a_taken_name_gets_a_number(self, folder: Path) -> None:
        names = []
        for _ in range(3):
            path = free_path(folder, "Outage")
            path.touch()
            names.append(path.name)
        assert names == ["outage.review.json", "outage-2.review.json", "outage-3.review.json"]

    def test_a_gap_in_the_numbers_is_used(self, folder: Path) -> None:
        put(folder, "outage")
        put(folder, "outage-3")
        assert free_path(folder, "Outage").name == "outage-2.review.json"

    @pytest.mark.parametrize("taken", ["Outage", "OUTAGE"])
    def test_names_that_differ_in_case_are_one_on_some_disks(self, folder: Path, taken: str) -> None:
        put(folder, taken)
        assert free_path(folder, "outage").name == "outage-2.review.json"

    def test_letters_that_fold_into_others_are_taken_too(self, folder: Path) -> None:
        put(folder, "straße")
        assert free_path(folder, "Straße").name == "straße-2.review.json"

    def test_whatever_has_the_name_has_taken_it(self, folder: Path) -> None:
        (folder / "outage.review.json").symlink_to(folder / "gone")
        (folder / "outage-2.review.json").mkdir()
        assert free_path(folder, "Outage").name == "outage-3.review.json"

    def test_a_folder_that_is_not_there_has_all_names_free(self, folder: Path) -> None:
        assert free_path(folder / "missing", "Outage").name == "outage.review.json"
        assert not (folder / "missing").exists()


class TestExamples:
    def test_the_first_is_the_one_to_begin_with(self) -> None:
        assert examples()[0] == FIRST_EXAMPLE
        assert [example.name for example in worked_examples()] == list(examples())

    def test_a_copy_can_be_opened(self, folder: Path) -> None:
        path = copy_example(FIRST_EXAMPLE, folder)
        assert path == folder / f"{FIRST_EXAMPLE}.review.json"
        assert find(folder, example_title(FIRST_EXAMPLE)) == path

    @pytest.mark.parametrize("name", [*HOSTILE_NAMES, "", "no-such", f"{FIRST_EXAMPLE}.review.json", "../demos/x"])
    def test_there_is_no_such_example(self, folder: Path, name: str) -> None:
        before = everything(folder.parent)
        with pytest.raises(NoSuchExample, match=f"there is {FIRST_EXAMPLE}"):
            copy_example(name, folder)
        with pytest.raises(NoSuchExample):
            example_title(name)
        assert everything(folder.parent) == before

    def test_a_link_that_has_its_name_is_left_as_it_is(self, folder: Path) -> None:
        link = folder / f"{FIRST_EXAMPLE}.review.json"
        link.symlink_to(folder.parent / "gone")
        assert copy_example(FIRST_EXAMPLE, folder) == link
        assert everything(folder.parent) == ["sessions", f"sessions/{link.name}"]

    def test_one_that_another_program_copied_meanwhile_is_left_as_it_is(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def beaten(path: Path, data: bytes) -> None:
            path.write_text("theirs")
            raise AlreadyThere(path)

        monkeypatch.setattr(library, "create_durably", beaten)
        assert copy_example(FIRST_EXAMPLE, folder).read_text() == "theirs"

    def test_what_cannot_be_written_is_told(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(path: Path, data: bytes) -> None:
            raise NotSaved(path, "the disk is full")

        monkeypatch.setattr(library, "create_durably", full)
        with pytest.raises(NotSaved, match="the disk is full"):
            copy_example(FIRST_EXAMPLE, folder)

    def test_a_file_where_the_folder_would_be_is_told(self, folder: Path) -> None:
        (folder / "file").touch()
        with pytest.raises(UnreadableFile):
            copy_example(FIRST_EXAMPLE, folder / "file")

    def test_one_that_is_there_can_be_opened_where_nothing_can_be_written(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = copy_example(FIRST_EXAMPLE, folder)
        monkeypatch.delattr(library, "create_durably")
        assert copy_example(FIRST_EXAMPLE, folder) == path


def test_a_review_is_read_as_it_was_written(folder: Path) -> None:
    review = empty_review(title="Checkout")
    assert read_review(put_review(folder, "outage", review)) == review
