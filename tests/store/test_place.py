"""The small file that the room's window follows."""

import stat
from pathlib import Path

import pytest

from reviewtui.model.place import Place
from reviewtui.model.review import EventId, RoleId, Stage
from reviewtui.session import PlaceTeller
from reviewtui.store import place_file, read_place, write_place

PLACE = Place(Stage.ACCOUNTS, EventId("e"), RoleId("r"), "\x1b[2J[/]")


def test_a_place_is_read_as_it_was_told(tmp_path: Path) -> None:
    path = tmp_path / "checkout.review.json"
    write_place(path, PLACE)
    assert read_place(path) == PLACE
    assert place_file(path).name == ".checkout.place.json"
    assert stat.S_IMODE(place_file(path).stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"null", b"[]", b"{", b'["nowhere"]', b"\xff", b"[" * 2000, b"1" * 5000])
def test_what_is_no_place_is_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "checkout.review.json"
    assert read_place(path) is None
    place_file(path).write_bytes(content)
    assert read_place(path) is None


def test_the_last_place_is_told_and_a_folder_that_is_gone_stops_nothing(tmp_path: Path) -> None:
    teller = PlaceTeller()
    for stage in Stage:
        teller.tell(tmp_path / "gone" / "x.review.json", Place(stage))
    teller.tell(tmp_path / "checkout.review.json", PLACE)
    teller.close()
    assert read_place(tmp_path / "checkout.review.json") == PLACE
