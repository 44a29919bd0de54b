"""What a person may set once for all reviews: the settings file."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Literal

from reviewtui.errors import UnreadableFile


@dataclass(frozen=True)
class Preferences:
    """The settings file `config.toml`; every line in it may be missing."""

    sessions: str | None = None
    """The folder that reviews are kept in."""
    zone: str | None = None
    """The time zone of new reviews, as an IANA name; without it the machine's."""
    theme: str | None = None
    """The name of a theme."""
    hints: Literal["on", "off", "soft"] = "on"
    """Whether words are hinted at while a review is open; `soft`: those as well that are off otherwise."""
    ascii: bool | None = None
    """Whether nothing but ASCII is drawn; without it as the terminal's locale says."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys by the id of a command, as the page of keys names them: `"timeline.import" = "ctrl+t"`."""

    @property
    def sessions_folder(self) -> Path | None:
        """The folder that reviews are kept in, if one is set."""
        return Path(self.sessions) if self.sessions else None


NO_PREFERENCES = Preferences()


def load(path: Path) -> Preferences:
    """Read the settings file at `path`; a missing one sets nothing.

    Raises:
        UnreadableFile: It can't be read, is no TOML, or sets something that is not known.
    """
    if not path.exists():
        return NO_PREFERENCES
    import tomllib

    import msgspec

    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        if unknown := set(found) - {field.name for field in fields(Preferences)}:
            raise UnreadableFile(path, f"it sets “{min(unknown)}”, which is not known")
        return msgspec.convert(found, Preferences)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UnreadableFile(path, str(error)) from None


def zone_of_new_reviews(preferences: Preferences) -> str:
    """Return the time zone of new reviews: the one that is set, else the machine's, else UTC."""
    if preferences.zone:
        return preferences.zone
    from tzlocal import get_localzone_name

    name = get_localzone_name()
    return "UTC" if name in {None, "Etc/UTC"} else name
