"""The program's own words that an organisation may extend: questions to ask, rules to read aloud, what is hinted at."""

from functools import cached_property
from pathlib import Path
from typing import TypeVar

from reviewtui.analysis.asking import Prompt
from reviewtui.analysis.opening import Opening, with_own
from reviewtui.analysis.wording import Wording
from reviewtui.data import records, whole
from reviewtui.errors import UnreadableFile

Kept = TypeVar("Kept")
OPENING_FILE = "ground_rules.toml"


class Phrasebook:
    """What is read once, when it is first asked for. An own file that can't be read is left out, and told.

    Args:
        own_folder: Where an organisation's own files are; `None`: it has none.
        hints: Whether words are hinted at: `on`, `off`, or `soft`, with those that are off otherwise.
    """

    def __init__(self, own_folder: Path | None, hints: str = "on") -> None:
        self.has_hints = hints != "off"
        self.has_soft_hints = hints == "soft"
        self._own_folder = own_folder
        self.left_out: dict[str, UnreadableFile] = {}
        """Why a file of an organisation's own was left out, by its name."""

    @cached_property
    def prompts(self) -> tuple[Prompt, ...]:
        """The questions of the bank."""
        return self._read("prompts.toml", "prompt", Prompt)

    @cached_property
    def wording(self) -> tuple[Wording, ...]:
        """The phrases that are hinted at."""
        return self._read("wording.toml", "hint", Wording)

    @property
    def trouble_with_wording(self) -> str:
        """Why an organisation's own phrases are left out; empty if they are not."""
        return self.trouble_with("wording.toml") if self.wording else ""

    def trouble_with(self, name: str) -> str:
        """Return why the file of this name was left out; empty if it was not, or was not asked for yet."""
        return str(self.left_out.get(name, ""))

    def look_through(self) -> tuple[UnreadableFile, ...]:
        """Read every file, and return why those that were left out were."""
        _ = self.prompts, self.wording, self.opening
        return tuple(self.left_out.values())

    @cached_property
    def opening(self) -> Opening:
        """What is read aloud before the telling begins."""
        name = OPENING_FILE
        try:
            bundled, *own = whole(name, Opening, self._own_folder)
        except UnreadableFile as error:
            self.left_out[name] = error
            return whole(name, Opening)[0]
        return with_own(bundled, *own) if own else bundled

    def _read(self, name: str, array: str, kind: type[Kept]) -> tuple[Kept, ...]:
        try:
            return records(name, array, kind, self._own_folder)
        except UnreadableFile as error:
            self.left_out[name] = error
            return records(name, array, kind)
