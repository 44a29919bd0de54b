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
    bundled = tomllib.loads(resources.files(__name__).joinpath(name).read_text(encoding="utf-8"))
    own = own_folder / name if own_folder else None
    return (*_listed(bundled, array, kind), *(_own(own, array, kind) if own and own.exists() else ()))


def _listed(found: dict[str, Any], array: str, kind: type[Kept]) -> tuple[Kept, ...]:
    return msgspec.convert(found, dict[str, tuple[kind, ...]])[array]  # type: ignore[valid-type]  # known while running


def _own(path: Path, array: str, kind: type[Kept]) -> tuple[Kept, ...]:
    try:
        return _listed(tomllib.loads(path.read_text(encoding="utf-8")), array, kind)
    except KeyError:
        raise UnreadableFile(path, f"it holds no [[{array}]]") from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UnreadableFile(path, str(error)) from None
