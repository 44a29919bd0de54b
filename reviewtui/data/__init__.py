"""What the program knows in words and lists, as files that an organisation may extend with its own."""

import tomllib
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from reviewtui.errors import UnreadableFile

Kept = TypeVar("Kept")


def records(name: str, array: str, kind: type[Kept], own_folder: Path | None = None) -> tuple[Kept, ...]:
    """Return what one of this folder's files lists, with what an organisation has added.

    Args:
        name: The file's name, such as `wording.toml`.
        array: The array of tables in it.
        kind: What each table is a record of.
        own_folder: Where a file of the same name may add more; it need not be there.

    Raises:
        UnreadableFile: The organisation's file can't be read, or does not have this form.
    """
    own = own_folder / name if own_folder else None
    return (*_listed(_bundled(name), array, kind), *(_own(own, array, kind) if own and own.exists() else ()))


def whole(name: str, kind: type[Kept], own_folder: Path | None = None) -> tuple[Kept, ...]:
    """Return what one of this folder's files is, and behind it an organisation's own, if there is one.

    Args:
        name: The file's name, such as `ground_rules.toml`.
        kind: What the file is a record of.
        own_folder: Where a file of the same name may be; it need not be there.

    Raises:
        UnreadableFile: The organisation's file can't be read, or does not have this form.
    """
    own = own_folder / name if own_folder else None
    return (msgspec.convert(_bundled(name), kind), *((_own_whole(own, kind),) if own and own.exists() else ()))


def _bundled(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__name__).joinpath(name).read_text(encoding="utf-8"))


def _own_whole(path: Path, kind: type[Kept]) -> Kept:
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), kind)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UnreadableFile(path, str(error)) from None


def _listed(found: dict[str, Any], array: str, kind: type[Kept]) -> tuple[Kept, ...]:
    return msgspec.convert(found, dict[str, tuple[kind, ...]])[array]  # type: ignore[valid-type]  # known while running


def _own(path: Path, array: str, kind: type[Kept]) -> tuple[Kept, ...]:
    try:
        return _listed(tomllib.loads(path.read_text(encoding="utf-8")), array, kind)
    except KeyError:
        raise UnreadableFile(path, f"it holds no [[{array}]]") from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UnreadableFile(path, str(error)) from None
