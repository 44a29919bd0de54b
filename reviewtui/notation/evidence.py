"""Evidence: a line each, a name for the place and its address."""

import re
from collections.abc import Iterable

from reviewtui.model.review import Link

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{0,30}://\S+", re.IGNORECASE)


def parse_links(text: str) -> tuple[Link, ...]:
    """Return the links that stand in a text, a line each. Takes any text; never raises.

    The last word of a line is its address if it looks like one; a line without an address is a name alone.
    """
    return tuple(_link(line.strip()) for line in text.split("\n") if line.strip())


def _link(line: str) -> Link:
    *words, last = line.split(" ")
    return Link(label=" ".join(words).strip(), url=last) if _ADDRESS.fullmatch(last) else Link(label=line, url="")


def format_links(links: Iterable[Link]) -> str:
    """Return links as a text: the inverse of `parse_links`."""
    return "\n".join(f"{link.label} {link.url}".strip() for link in links)
