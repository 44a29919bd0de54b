"""Published timelines and what is read from them. `python -m tests.importers.samples` writes the expected files."""

import json
from pathlib import Path
from typing import Any

import msgspec

from reviewtui.importers.registry import read_file

DATA = Path(__file__).parent.parent / "data"
SAMPLES = ("markdown-12-hour-bst", "markdown-headings-cest", "markdown-table-cet")


def expected_path(sample: str) -> Path:
    """The file that says what is read from a sample."""
    return DATA / f"{sample}.expected.json"


def what_is_read(sample: str) -> str:
    """All that is read from a sample, as it stands in its expected file."""
    reading = read_file(f"{sample}.md", (DATA / f"{sample}.md").read_bytes())
    plain: dict[str, Any] = msgspec.to_builtins(reading)
    for row in plain["rows"]:
        # A source repeats the title and the detail as they were read, which are those of the row.
        row["source"] = {key: row["source"][key] for key in ("format", "document", "own_id")}
    return json.dumps(plain, indent=1, ensure_ascii=False) + "\n"


def regenerate() -> None:
    """Write the expected files."""
    for sample in SAMPLES:
        expected_path(sample).write_text(what_is_read(sample), encoding="utf-8")


if __name__ == "__main__":
    regenerate()
