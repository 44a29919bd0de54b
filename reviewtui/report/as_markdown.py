"""A report as GitHub-flavoured Markdown. This is the one place where text is escaped for it.

Whatever stands in the text of a block is shown as that text. Only what Markdown would read as something else gets a
backslash, so that prose stays prose in the source too. No HTML is written.

One thing no backslash can keep: GitHub makes a `mailto:` link of an e-mail address, and mentions of `@names`, from what
is shown and not from what is written. Both are shown letter for letter all the same.
"""

import re
from collections.abc import Iterable
from urllib.parse import quote

from reviewtui.plaintext import displayable, storable
from reviewtui.report.blocks import Block, BulletList, Heading, Item, Manner, Paragraph, Piece, Quote, Table, Words

PADDED_UP_TO = 100
"""Columns up to which a table is padded so that it reads well as it is written."""

_BREAKS = re.compile(r"[\n\t]+")
# What may follow the dot of a host's name, as the autolinkers know it: any country, and the common others.
_TOP_LEVEL = r"(?i:[a-z]{2}|aero|asia|biz|com|coop|edu|gov|info|museum|name|net|org|pro|shop|web|xxx|xn--[a-z0-9-]+|рф)"
# Every branch begins with the one letter that it is about, so that the search can skip all others at once. What stands
# before that letter is looked at after it, for the same reason.
_SPECIAL = re.compile(
    rf"""
      \\ (?= [!-/:-@\[-`{{-~] | \s*\Z )            # a backslash that would escape something, or break a line
    | ` | \[ | \|                                  # code, links, images, footnotes, tasks; cells
    | \* (?: (?!\s) | (?<!\s\*) )                  # emphasis; not in 5 * 3
    | _ (?: (?![^\W_]) | (?<![^\W_]_) )            # emphasis; not in snake_case
    | ~ (?: (?![^\W_]) | (?<= [^\s(]~ ) )          # what would strike through; not in ~13:30
    | < (?!\s)                                     # HTML and <autolinks>
    | & (?= \#?\w{{1,40}}; | \#?\w{{0,40}}\Z )     # entities
    | \$ (?<= \S\$ )                               # what would end a formula; not in $5
    | / (?=/)                                      # https://…
    | @ (?<= \S@ ) (?=\w)                          # somebody@somewhere
    | \. (?: (?<= [Ww]{{3}}\. ) | (?<= \S\. ) (?= {_TOP_LEVEL} (?![^\W_]) ) )
    | \# (?<! \S\# ) (?= \#* \s* \Z )              # what would be dropped at the end of a heading
    """,
    re.VERBOSE,
)
_OPENING = re.compile(r"\d{1,9}(?=[.)](?:\s|\Z))|(?=#{1,6}(?:\s|\Z)|>|[+*](?:\s|\Z)|-(?:[\s-]|\Z)|=+\s*\Z)")
_MARKS = {Manner.PLAIN: "", Manner.STRONG: "**", Manner.EMPHASISED: "*"}
_KEPT_IN_ADDRESS = "%/:?#@!$&'*+,;=~[]"
_PLAIN_ADDRESS = re.compile(r"https?://[A-Za-z0-9/_.~%?=+:@#-]+(?:&[A-Za-z0-9_]*=[A-Za-z0-9/_.~%?=+:@#-]*)*")
_ENTITY = re.compile(r"&(?=#?\w{1,40};)")


def to_markdown(blocks: Iterable[Block]) -> str:
    """Return blocks as GitHub-flavoured Markdown that ends with one line break."""
    return "\n\n".join(_block(block) for block in blocks) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(level, text):
            return f"{'#' * level} {_text(text).strip()}"
        case Paragraph(words):
            return _beginning(words)
        case Quote(words):
            return f"> {_beginning(words)}"
        case BulletList(items):
            return "\n".join(line for item in items for line in _item(item))
        case Table(header, rows):
            return _table(header, rows)
    raise TypeError(block)


def _item(item: Item) -> Iterable[str]:
    yield f"- {_beginning(item.words)}"
    for below in item.under:
        yield f"  - {_beginning(below)}"


def _table(header: tuple[str, ...], rows: tuple[tuple[Words, ...], ...]) -> str:
    cells = [[_text(name).strip() for name in header], *([_inline(cell) for cell in row] for row in rows)]
    widths = [max(3, *map(len, column)) for column in zip(*cells, strict=True)]
    if len(_row(cells[0], widths)) > PADDED_UP_TO:
        widths = [0] * len(widths)
    rule = ["-" * max(3, width) for width in widths]
    return "\n".join(_row(row, widths) for row in (cells[0], rule, *cells[1:]))


def _row(cells: list[str], widths: list[int]) -> str:
    return f"| {' | '.join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True))} |"


def _beginning(words: Words) -> str:
    """Return words as they stand where a block begins: what would open another kind of block there doesn't."""
    line = _inline(words)
    if opening := _OPENING.match(line):
        return f"{opening[0]}\\{line[opening.end() :]}"
    return line


def _inline(words: Words) -> str:
    return "".join(_piece(piece) for piece in words).strip()


def _piece(piece: Piece) -> str:
    if piece.manner is Manner.PLAIN and not piece.url:
        return _text(piece.text)
    shown = _escaped(_line(piece.text).strip())
    if piece.url and shown:
        label = shown.replace("]", r"\]")
        shown = f"[{label}]({_address(piece.url)})"
    mark = _MARKS[piece.manner] if shown else ""
    return f"{mark}{shown}{mark}"


def _text(text: str) -> str:
    """Return text of any shape as Markdown that shows it, on one line."""
    return _escaped(_line(text))


def _line(text: str) -> str:
    # Whatever has to be made visible is something that Python doesn't print, and that is quickly asked.
    return text if text.isprintable() else _BREAKS.sub(" ", displayable(text))


def _escaped(line: str) -> str:
    # A function is quicker than a template, which is parsed anew each time.
    return _SPECIAL.sub(_with_backslash, line)


def _with_backslash(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def _address(url: str) -> str:
    """Return an address as it may stand in parentheses; what belongs into none is percent-encoded."""
    if _PLAIN_ADDRESS.fullmatch(url):
        return url
    return _ENTITY.sub(r"\&", quote(storable(url), safe=_KEPT_IN_ADDRESS))
