import json
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

import pytest
from hypothesis import given
from tinydb import TinyDB, where
from tinydb.table import Document

from reviewtui.errors import AlreadyThere, NotSaved, UnreadableFile
from reviewtui.store import HISTORY, ReviewFile, ReviewTable, StagedStorage, keep_original, read_documents
from reviewtui.store.tables import DEEPEST, Documents, fragments
from tests.faults.disk import Disk, working_on
from tests.store.samples import SMALL, content, documents_of_any_kind

SMALL_TEXT = """\
{
  "review": {
    "r1": {
      "schema": 1,
      "title": "Paketlabel zu spät 📦"
    }
  },
  "events": {
    "e2": {
      "title": "queue grows",
      "when": {
        "start": "2026-11-12T14:02:00Z",
        "precision": "exact"
      }
    },
    "e1": {
      "title": "alert: label-service",
      "evidence": []
    }
  },
  "accounts": {}
}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.review.json"


def ordered(documents: Mapping[str, Any]) -> str:
    """Return documents as text, by which they differ too if only their order does."""
    return json.dumps(documents)


@given(documents_of_any_kind, documents_of_any_kind)
def test_any_documents_come_back_in_order_and_are_the_same_bytes(first: Documents, changed: Documents) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.review.json")
        file = ReviewFile.create(path, first)
        assert ordered(read_documents(path)) == ordered(first)
        file.save(changed)
        assert ordered(file.read()) == ordered(read_documents(path)) == ordered({**first, **changed})
        assert path.read_bytes() == content({**first, **changed})
        file.replace(changed)
        assert path.read_bytes() == content(changed)


def test_a_file_is_pretty_and_says_letters_as_they_are(path: Path) -> None:
    ReviewFile.create(path, SMALL)
    assert path.read_text(encoding="utf-8") == SMALL_TEXT


def test_a_save_rewrites_the_tables_it_is_given_in_their_order(path: Path) -> None:
    file = ReviewFile.create(path, SMALL)
    file.save({"people": {"p1": {"name": "Ada"}}, "events": {"e1": {}, "e3": {}, "e2": {}}})
    found = read_documents(path)
    assert list(found) == ["review", "events", "accounts", "people"]
    assert list(found["events"]) == ["e1", "e3", "e2"]
    assert found["review"] == SMALL["review"]


def test_any_mapping_is_a_document(path: Path) -> None:
    ReviewFile.create(path, MappingProxyType({"a": MappingProxyType({"1": MappingProxyType({"x": 1})})}))
    assert read_documents(path) == {"a": {"1": {"x": 1}}}


def test_what_could_not_be_saved_is_saved_the_next_time(path: Path) -> None:
    file = ReviewFile.create(path, SMALL)
    with working_on(Disk(1, lasting=True)):
        with pytest.raises(NotSaved):
            file.save({"events": {"e9": {}}})
        with pytest.raises(NotSaved):
            file.save({"people": {"p1": {}}})
    assert read_documents(path) == SMALL
    file.save({})
    assert read_documents(path) == {**SMALL, "events": {"e9": {}}, "people": {"p1": {}}}


def nested(depth: int) -> Any:
    return {"deeper": nested(depth - 1)} if depth else 0


@pytest.mark.parametrize(
    ("hopeless", "why"),
    [
        ({"text": "half a character: \ud83d"}, "a text in “events” holds a character that no file can hold"),
        (nested(DEEPEST), "it is nested too deeply"),
        (nested(900), "it is nested too deeply"),
    ],
    ids=["a surrogate", "deep", "deeper than Python goes"],
)
def test_what_no_file_can_hold_is_refused_as_a_whole(path: Path, hopeless: Mapping[str, Any], why: str) -> None:
    file = ReviewFile.create(path, SMALL)
    with pytest.raises(NotSaved) as raised:
        file.save({"people": {"p1": {}}, "events": {"e1": hopeless}})
    assert raised.value.why == why
    with pytest.raises(NotSaved):
        ReviewFile.create(path.with_name("b"), {"events": {"e1": hopeless}})
    assert not path.with_name("b").exists()
    file.save({})
    assert read_documents(path) == SMALL


def test_what_can_just_be_nested_can_be_read_again(path: Path) -> None:
    documents = {"events": {"e1": nested(DEEPEST - 1)}}
    ReviewFile.create(path, documents)
    assert read_documents(path) == documents


def test_a_new_review_never_replaces_anything(path: Path) -> None:
    path.write_bytes(b"mine")
    with pytest.raises(AlreadyThere):
        ReviewFile.create(path, SMALL)
    assert path.read_bytes() == b"mine"
    dangling = path.with_name("link")
    dangling.symlink_to("nowhere")
    with pytest.raises(AlreadyThere):
        ReviewFile.create(dangling, SMALL)
    assert {left.name for left in path.parent.iterdir()} == {"a.review.json", "link"}


def test_saving_through_a_link_replaces_what_it_leads_to(path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    ReviewFile.create(elsewhere / "real.review.json", SMALL)
    path.symlink_to("elsewhere/real.review.json")
    ReviewFile.open(path).save({"people": {"p1": {}}})
    assert path.is_symlink()
    assert "people" in read_documents(elsewhere / "real.review.json")
    assert keep_original(path, "format-1") == elsewhere / HISTORY / "real.format-1.review.json"


def test_links_in_a_circle_are_refused(path: Path) -> None:
    path.symlink_to(path.name)
    with pytest.raises(UnreadableFile, match="circle"):
        ReviewFile.open(path)
    with pytest.raises(NotSaved, match="circle"):
        ReviewFile(path, {}).save(SMALL)
    assert path.is_symlink()


@pytest.mark.parametrize("name", ["x" * 300, "nul \0 inside", "half \ud800"])
def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotSaved):
        ReviewFile.create(tmp_path / name, SMALL)
    with pytest.raises(NotSaved):
        ReviewFile(tmp_path / name, {}).save(SMALL)
    with pytest.raises(UnreadableFile):
        ReviewFile.open(tmp_path / name)
    assert not any(tmp_path.iterdir())


def test_the_longest_name_there_can_be_is_saved(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 243 + ".review.json")
    ReviewFile.create(path, {}).save(SMALL)
    assert read_documents(path) == SMALL


def test_a_folder_that_is_gone_is_told_and_never_made_anew(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    file = ReviewFile.create(folder / path.name, SMALL)
    file.path.unlink()
    folder.rmdir()
    with pytest.raises(NotSaved, match="the folder is gone"):
        file.save(SMALL)
    assert not folder.exists()


def ids(found: list[Document]) -> list[str]:
    return [str(document.doc_id) for document in found]


def test_tables_can_be_queried_and_changed_with_tinydb(path: Path) -> None:
    file = ReviewFile.create(path, SMALL)
    events = file.table("events")
    assert isinstance(events, ReviewTable)
    assert ids(events.search(where("title") == "queue grows")) == ["e2"]
    file.save({"events": {"e7": {"title": "queue grows"}}})
    assert ids(events.search(where("title") == "queue grows")) == ["e7"]
    events.insert(Document({"title": "new"}, "e8"))  # type: ignore[arg-type]
    assert events.get(doc_id="e8") == {"title": "new"}  # type: ignore[call-overload]
    assert "e8" not in read_documents(path)["events"]
    file.save({})
    assert list(read_documents(path)["events"]) == ["e7", "e8"]


def test_a_record_is_never_given_a_number_for_an_id(path: Path) -> None:
    file = ReviewFile.create(path, SMALL)
    with pytest.raises(TypeError, match="is given"):
        file.table("events").insert({"title": "new"})
    assert file.read() == SMALL


def test_the_storage_is_one_for_tinydb(path: Path) -> None:
    database = TinyDB(path, fragments(SMALL), storage=StagedStorage)
    assert database.tables() == set(SMALL)
    database.drop_table("events")
    assert not path.exists()
    cast("StagedStorage", database.storage).commit()
    assert list(read_documents(path)) == ["review", "accounts"]
    database.drop_tables()
    cast("StagedStorage", database.storage).commit()
    assert read_documents(path) == {}


def test_the_original_is_kept_once_and_never_overwritten(path: Path) -> None:
    path.write_bytes(b"the first")
    first = keep_original(path, "format-1")
    assert first == path.parent / HISTORY / "a.format-1.review.json"
    assert keep_original(path, "format-1") == first
    path.write_bytes(b"the second")
    second = keep_original(path, "format-1")
    assert second.name == "a.format-1-2.review.json"
    assert keep_original(path, "format-1") == second
    assert (first.read_bytes(), second.read_bytes()) == (b"the first", b"the second")
    assert stat.S_IMODE(first.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(first.stat().st_mode) == 0o600


def test_copies_are_not_led_out_of_the_folder_by_a_link(path: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / HISTORY).symlink_to("elsewhere")
    path.write_bytes(b"private")
    with pytest.raises(NotSaved, match="it is a link"):
        keep_original(path, "format-1")
    assert not any((tmp_path / "elsewhere").iterdir())
