"""The program's own words that an organisation may extend: which questions to ask."""

from functools import cached_property
from pathlib import Path
from typing import TypeVar

from reviewtui.analysis.asking import Prompt
from reviewtui.data import records
from reviewtui.errors import UnreadableFile

Kept = TypeVar("Kept")


class Phrasebook:
    """What is read once, when it is first asked for. An own file that can't be read is left out, and told.

    Args:
        own_folder: Where an organisation's own files are; `None`: it has none.
    """

    def __init__(self, own_folder: Path | None) -> None:
        self._own_folder = own_folder
        self.troubles: dict[str, str] = {}
        """Why a file of an organisation's own was left out, by its name."""

    @cached_property
    def prompts(self) -> tuple[Prompt, ...]:
        """The questions of the bank."""
        return self._read("prompts.toml", "prompt", Prompt)

    def _read(self, name: str, array: str, kind: type[Kept]) -> tuple[Kept, ...]:
        try:
            return records(name, array, kind, self._own_folder)
        except UnreadableFile as error:
            self.troubles[name] = str(error)
            return records(name, array, kind)
