"""Where things are on this machine."""

import os
from collections.abc import Mapping
from pathlib import Path

FOLDER_VARIABLE = "REVIEWTUI_SESSIONS"
REVIEW_SUFFIX = ".review.json"


def config_file() -> Path:
    """Return where the settings file would be, in the platform's config folder."""
    from platformdirs import user_config_path

    return user_config_path("reviewtui", appauthor=False) / "config.toml"


def cache_folder() -> Path:
    """Return where what can be made anew is kept, in the platform's cache folder."""
    from platformdirs import user_cache_path

    return user_cache_path("reviewtui", appauthor=False)


def sessions_folder(
    asked: Path | None,
    configured: Path | None,
    environment: Mapping[str, str] = os.environ,
    here: Path | None = None,
) -> Path:
    """Return the folder that reviews are kept in; it may not exist yet.

    The first that is given: `asked` for on the command line, the environment's REVIEWTUI_SESSIONS, `configured` in the
    settings file, `./sessions` if it is there, the platform's data folder.
    """
    if asked is not None:
        return asked
    if named := environment.get(FOLDER_VARIABLE):
        return typed_path(named)
    if configured is not None:
        return typed_path(str(configured))
    if (beside := (here or Path()) / "sessions").is_dir():
        return beside
    from platformdirs import user_data_path

    return user_data_path("reviewtui", appauthor=False) / "sessions"


def review_file(folder: Path, name: str) -> Path:
    """Return the path of the review that is called `name` in `folder`."""
    return folder / f"{name}{REVIEW_SUFFIX}"


def place_for_review(answer: str, name: str) -> Path:
    """Return the file that a person means who is asked where a review is to be saved.

    Args:
        answer: A path: of a file, whose ending may be left out, or of a folder.
        name: What the review is called, if they mean a folder.
    """
    path = _expanded(answer)
    if answer.endswith(os.sep) or path.is_dir():
        return review_file(path, name)
    return path if path.name.endswith(REVIEW_SUFFIX) else path.with_name(f"{path.name}{REVIEW_SUFFIX}")


def _expanded(written: str) -> Path:
    try:
        return Path(written).expanduser()
    except RuntimeError:
        return Path(written)


def name_of(path: Path) -> str:
    """Return the name of the review in `path`: its file's name without the ending."""
    return path.name.removesuffix(REVIEW_SUFFIX)


def typed_path(text: str) -> Path:
    """Return the path that somebody typed: `~` is a home folder wherever there is one of that name."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


def is_a_file(path: Path) -> bool:
    """Tell whether there is a file at a path; at one that can't be there is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
