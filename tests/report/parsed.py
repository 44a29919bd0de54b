"""Markdown as a renderer sees it: its structure without the text, and its text without the structure."""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reviewtui.plaintext import displayable
from reviewtui.report.blocks import Block, BulletList, Heading, Item, Manner, Paragraph, Piece, Quote, Table, Words

# As GitHub reads it and more: this one makes links of bare hosts too, and of whatever looks like a file's name.
READER = MarkdownIt("commonmark", {"linkify": True}).enable(["table", "strikethrough", "linkify"])
NEVER_FROM_TEXT = frozenset(
    {"image", "html_inline", "html_block", "code_inline", "code_block", "fence", "s_open", "hr"}
)


def tokens(markdown: str) -> Iterator[Token]:
    """Every token, those inside lines among them."""
    for token in READER.parse(markdown):
        yield token
        yield from token.children or ()


def skeleton(markdown: str) -> list[str]:
    """The structure: the kinds of tokens and how deep each stands, but no word of what they hold."""
    return [f"{token.level} {token.type} {token.tag}" for token in tokens(markdown) if token.type != "text"]


def links(markdown: str) -> list[str]:
    """Where the links lead."""
    return [str(token.attrs["href"]) for token in tokens(markdown) if token.type == "link_open"]


def lines(markdown: str) -> list[str]:
    """What is shown of each heading, paragraph, point and cell."""
    return [_shown(token) for token in READER.parse(markdown) if token.type == "inline"]


def _shown(token: Token) -> str:
    return spaced("".join(child.content for child in token.children or () if child.type == "text"))


def spaced(text: str) -> str:
    """A text as it is to be seen: what a terminal would obey made visible, any run of spaces as one."""
    return " ".join(displayable(text).split())


def lines_of(blocks: tuple[Block, ...]) -> list[str]:
    """What has to be shown of each heading, paragraph, point and cell."""
    return [spaced(line) for block in blocks for line in _texts(block)]


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading(_, text):
            yield text
        case Paragraph(words) | Quote(words):
            yield _text(words)
        case BulletList(items):
            for item in items:
                yield from _texts_of_item(item)
        case Table(header, rows):
            yield from header
            yield from (_text(cell) for row in rows for cell in row)


def _texts_of_item(item: Item) -> Iterator[str]:
    yield _text(item.words)
    yield from map(_text, item.under)


def _text(words: Words) -> str:
    return "".join(_text_of_piece(piece) for piece in words)


def _text_of_piece(piece: Piece) -> str:
    """What is shown of a piece; one that is set in some manner begins and ends with a letter."""
    is_set = piece.url or piece.manner is not Manner.PLAIN
    return displayable(piece.text).strip() if is_set else piece.text
