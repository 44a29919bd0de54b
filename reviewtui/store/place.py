"""Where the facilitator stands, in a small file beside the review: what the room's window follows."""

from pathlib import Path

import msgspec

from reviewtui.errors import UnreadableFile
from reviewtui.model.place import Place
from reviewtui.paths import name_of
from reviewtui.store.durable import read_bytes, target_of, write_durably

_LARGEST = 4096


def place_file(path: Path) -> Path:
    """Return the file that tells the place in the review at `path`."""
    target = target_of(path)
    return target.with_name(f".{name_of(target)}.place.json")


def write_place(path: Path, place: Place) -> None:
    """Tell the place in the review at `path`.

    Raises:
        NotSaved: It could not be written.
    """
    write_durably(place_file(path), msgspec.json.encode(place))


def read_place(path: Path) -> Place | None:
    """Return the place in the review at `path`; `None` if none is told, or nothing that can be read."""
    try:
        return msgspec.json.decode(read_bytes(place_file(path), _LARGEST), type=Place)
    except (UnreadableFile, msgspec.DecodeError):
        return None
