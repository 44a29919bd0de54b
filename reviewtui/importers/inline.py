"""What stands in a line of Markdown: its words without their marks, and where its links lead."""

import html
import re
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

from reviewtui.model.review import Link

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MOST_LETTERS = 2000
"""How much of a text is searched for marks and links; what is beyond stays as it is written."""
# A parser is slow with brackets within brackets, and no title has as many.
_MOST_BRACKETS = 60
_MARKS = re.compile(r"[*_`~\[\]<>&\\!:]")
_ADDRESS = re.compile(r"https?://[^\s<>\"'`|\])]{1,1000}", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:b|i|em|strong|u|s|sub|sup|span|p|div|code|kbd|small|big|font|details|summary|center|a)\b[^<>]{0,300}>",
    re.IGNORECASE,
)
_LINE_BREAK_TAG = re.compile(r"<br[ \t]{0,3}/?>", re.IGNORECASE)
_DEFINITION = re.compile(r" {0,3}\[([^\]\[]{1,200})\]:[ \t]{0,20}<?(\S{1,1000}?)>?(?:[ \t].{0,300})?")


class Inline(NamedTuple):
    """A text without its marks."""

    text: str
    """Its words, in one line."""
    links: tuple[Link, ...] = ()
    """Its links to the web."""
    leads_elsewhere: bool = False
    """Whether it also leads to places that are no web address: a file, a picture beside the document, a mail."""


InlineReader = Callable[[str], Inline]
"""How a line of a document becomes words and links: as Markdown, or as it stands."""


def markdown_reader(lines: Iterable[str]) -> InlineReader:
    """Return what reads the lines of a Markdown document, whose links may be given by labels defined anywhere in it."""
    return lru_cache(maxsize=1024)(partial(_read_markdown, _references_in(lines)))


def read_plain(text: str) -> Inline:
    """Return a plain text as it stands, in one line, and the web addresses in it."""
    return Inline(" ".join(text.split()), distinct_links(_web_links(text[:MOST_LETTERS])))


def distinct_links(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return links without those whose address came before."""
    by_url: dict[str, Link] = {}
    for link in links:
        by_url.setdefault(link.url, link)
    return tuple(by_url.values())


def _references_in(lines: Iterable[str]) -> dict[str, dict[str, str]]:
    candidates = (line.rstrip() for line in lines if "]:" in line and len(line) < MOST_LETTERS)
    found = (_DEFINITION.fullmatch(line) for line in candidates)
    return {match[1].upper(): {"href": match[2], "title": ""} for match in found if match}


def _read_markdown(references: dict[str, dict[str, str]], markdown: str) -> Inline:
    if not _MARKS.search(markdown):
        return Inline(" ".join(markdown.split()))
    head, tail = _LINE_BREAK_TAG.sub(" ", markdown[:MOST_LETTERS]), markdown[MOST_LETTERS:]
    without_tags = _TAG.sub("", head)
    if without_tags.count("[") > _MOST_BRACKETS:
        return Inline(" ".join(html.unescape(without_tags + tail).split()), distinct_links(_web_links(head)))
    tokens = _tokens(without_tags, references)
    targets = tuple(_targets(tokens))
    to_the_web = tuple(link for link in targets if link.url.casefold().startswith(("http://", "https://")))
    words = " ".join(("".join(map(_words, tokens)) + tail).split())
    links = distinct_links((*to_the_web, *_web_links(words[:MOST_LETTERS]), *_web_links("".join(_TAG.findall(head)))))
    return Inline(words, links, len(to_the_web) < len(targets))


def _tokens(markdown: str, references: dict[str, dict[str, str]]) -> list["Token"]:
    blocks = _parser().parseInline(markdown, {"references": references})
    return list(blocks[0].children or ()) if blocks else []


@lru_cache(maxsize=1)
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("strikethrough")


def _words(token: "Token") -> str:
    return " " if token.type in ("softbreak", "hardbreak") else token.content


def _targets(tokens: list["Token"]) -> Iterable[Link]:
    """Return where links and pictures lead, each with the words that are shown for it."""
    for at, token in enumerate(tokens):
        if token.type == "image":
            yield Link(label=token.content, url=str(token.attrs.get("src", "")))
        elif token.type == "link_open":
            end = next(place for place in range(at, len(tokens)) if tokens[place].type == "link_close")
            label, url = " ".join("".join(map(_words, tokens[at + 1 : end])).split()), str(token.attrs.get("href", ""))
            yield Link(label="" if label == url else label, url=url)


def _web_links(text: str) -> tuple[Link, ...]:
    """Return the web addresses that stand in a text as they are."""
    return tuple(Link(url=found[0].rstrip(".,;:!?*_~")) for found in _ADDRESS.finditer(text))
