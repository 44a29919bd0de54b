"""The labelled list of what is to be found in texts, and what is not."""

import re
from pathlib import Path
from typing import NamedTuple

LABELLED = Path(__file__).with_name("exposures.labelled.txt")
_MARKED = re.compile(r"⟦([a-z -]+):([^⟧]*)⟧")


class Sample(NamedTuple):
    """A text, and what stands in it by kind."""

    text: str
    found: tuple[tuple[str, str], ...]
    section: str


def people() -> tuple[str, ...]:
    (line,) = (line for line in LABELLED.read_text(encoding="utf-8").splitlines() if line.startswith("# people: "))
    return tuple(name.strip() for name in line.removeprefix("# people: ").split(","))


def samples() -> tuple[Sample, ...]:
    found = []
    section = ""
    for line in LABELLED.read_text(encoding="utf-8").replace("·", "").splitlines():
        if line.startswith("# --- "):
            section = line.removeprefix("# --- ").split(":")[0]
        elif line and not line.startswith("#"):
            marked = tuple((kind, text) for kind, text in _MARKED.findall(line))
            found.append(Sample(_MARKED.sub(lambda one: one[2], line), marked, section))
    return tuple(found)
