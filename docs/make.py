"""Makes the pages and pictures that are derived from the program: run `make docs` after keys or screens change.

python docs/make.py [pages|pictures]
"""

import asyncio
import re
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from reviewtui.analysis.representation import COST_OF_ABSENCE
from reviewtui.library import copy_example
from reviewtui.model.review import Group, Impact
from reviewtui.notation.event import KIND_WORDS
from reviewtui.notation.labels import LABELS
from reviewtui.tui.app import ReviewApp
from reviewtui.tui.commands import COMMANDS, Where, all_keys_of

HERE = Path(__file__).parent
NOW = datetime(2026, 11, 13, 10, 30, tzinfo=UTC)
SIZE = (120, 36)
PICTURES = {
    "timeline": ("payments-cache", ["2"]),
    "accounts": ("payments-cache", ["3", "n"]),
    "writing": ("payments-cache", ["3", "n", "right", "enter"]),
    "learning": ("payments-cache", ["5"]),
    "report": ("payments-cache", ["6"]),
    "absent": ("records-breaker", ["1"]),
    "foretold": ("breaker-chaos-day", ["3", "n", "n"]),
    "who-knew": ("payments-cache", ["3", "n", "n", "w"]),
}
"""Each picture, the worked example that it is of, and the keys that lead to it."""
_GROUPS = {
    Group.DELIVERY: "**build it**: product managers, engineers",
    Group.OPERATIONS: "**operate it**: analysts and responders of the live service",
    Group.USERS: "**use it**: its users, the teams upstream of it, or a proxy for them",
}
_LEVELS = {
    Impact.NONE: "nothing was lost",
    Impact.DEGRADED: "all of it worked, and worse: slower, or with detours",
    Impact.PARTIAL: "a part was gone, or was gone for some",
    Impact.TOTAL: "all of it was gone",
    Impact.UNKNOWN: "nobody there can say; this is no level, and is compared with nothing",
}
_HEAD = """# Keys

Made from the program's table of commands. The program shows the same with `?`, for the place one is at, and every
action by name with `ctrl+p`. A key can be given to another command in `config.toml`, by the command's id:

```toml
[keys]
"timeline.import" = "ctrl+t"
```
"""


def keys_page() -> str:
    """Return the page of all keys, as Markdown."""
    return "\n".join([_HEAD, *(_section(where) for where in Where)])


def _section(where: Where) -> str:
    rows = [
        f"| {all_keys_of(one, {}).replace(' ', ' · ')} | {one.text} | `{one.id}` |"
        for one in COMMANDS
        if one.where is where
    ]
    return "\n".join([f"## {where.value}", "", "| key | does | id |", "|---|---|---|", *rows, ""])


def notation_page() -> str:
    """Return the page of the notation, its tables made anew from the program's own."""
    return _with_tables("notation.md", labels=_labels(), impact=_impact(), kinds=_kinds())


def guide_page() -> str:
    """Return the facilitator's guide, its table of who must be there made anew from the program's own."""
    return _with_tables("guide.md", costs=_costs())


def _with_tables(name: str, **tables: str) -> str:
    page = (HERE / name).read_text(encoding="utf-8")
    for table, text in tables.items():
        begin, end = f"<!-- {table}: made by make docs -->\n", f"<!-- end of {table} -->"
        before, rest = page.split(begin)
        page = f"{before}{begin}\n{text}\n\n{end}{rest.split(end)[1]}"
    return page


def _costs() -> str:
    return _table(
        ("those who", "without them the review can't produce"),
        ((_GROUPS[group], cost) for group, cost in COST_OF_ABSENCE.items()),
    )


def _labels() -> str:
    return _table(
        ("label", "at its shortest", "states", "example"),
        ((f"`{one.label}:`", f"`{one.shortest}:`", one.means, f"`{one.example}`") for one in LABELS),
    )


def _impact() -> str:
    return _table(("level", "is"), ((f"`{level}`", _LEVELS[level]) for level in Impact))


def _kinds() -> str:
    rows = ((kind, " · ".join(f"`{word}:`" for word in words)) for kind, words in KIND_WORDS.items())
    return _table(("kind", "written as"), ((kind.value, written) for kind, written in rows))


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *rows))


async def _picture(example: str, keys: list[str]) -> str:
    with TemporaryDirectory() as folder:
        app = ReviewApp(Path(folder), copy_example(example, Path(folder)), clock=lambda: NOW)
        async with app.run_test(size=SIZE) as pilot:
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
            if app.session is not None:
                app.session.save()
                await pilot.pause()
            picture = app.export_screenshot()
            if app.session is not None:
                app.session.abandon()
    return self_contained(picture)


def self_contained(picture: str) -> str:
    """Return a picture that looks the same wherever it is shown.

    A page shows it without fetching anything, so fonts from elsewhere would only be addresses in it; and some who draw
    it take the spaces at the beginning of a text away unless they are told not to.
    """
    without_fonts = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)
    fonts = without_fonts.replace("Fira Code", "Fira Code, Menlo, DejaVu Sans Mono")
    return fonts.replace("<svg ", '<svg xml:space="preserve" ', 1)


def make_pages() -> None:
    """Write the page of keys, and the tables of other pages."""
    (HERE / "keys.md").write_text(keys_page(), encoding="utf-8")
    (HERE / "notation.md").write_text(notation_page(), encoding="utf-8")
    (HERE / "guide.md").write_text(guide_page(), encoding="utf-8")


def make_pictures() -> None:
    """Write the pictures."""
    for name, (example, keys) in PICTURES.items():
        (HERE / "pictures" / f"{name}.svg").write_text(asyncio.run(_picture(example, keys)), encoding="utf-8")


def main(words: Sequence[str]) -> None:
    """Write what is asked for, or all of it."""
    if "pictures" not in words:
        make_pages()
    if "pages" not in words:
        make_pictures()


if __name__ == "__main__":
    main(sys.argv[1:])
