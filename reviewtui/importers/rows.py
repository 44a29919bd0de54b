"""Rows of a timeline as they go into a review: title, detail, evidence, and the source that finds each again."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reviewtui.importers.bodies import as_written, blocks, first_words, lines_that_speak, paragraph
from reviewtui.importers.candidates import Candidate, Shape
from reviewtui.importers.inline import Inline, InlineReader, distinct_links
from reviewtui.importers.markdown_lines import Line
from reviewtui.importers.titles import title_of_line, title_of_prose
from reviewtui.model.moments import Moment
from reviewtui.model.reading import ReadRow
from reviewtui.model.review import Link, Source
from reviewtui.notation.event import split_kind

_MOST_LINKS = 100


class Told(NamedTuple):
    """What a row tells besides its time."""

    title: str
    """Empty: it has no words."""
    detail: str
    evidence: tuple[Link, ...]


class Placed(NamedTuple):
    """A row with its time and its words."""

    line: int
    """From 1."""
    when: Moment
    told: Told


class Origin(NamedTuple):
    """Where rows come from, as each of their sources says."""

    format: str
    document: str
    """The document's own name for itself."""
    file: str


def tell(row: Candidate, body: Sequence[Line], read: InlineReader) -> Told:
    """Return what a row tells, given the lines below it that belong to it."""
    if row.shape is Shape.CELLS:
        return _told_in_cells(row, read)
    rest = row.head.rest.strip() if row.head else row.text
    note = row.head.note if row.head else ""
    address = (Link(url=row.head.address),) if row.head and row.head.address else ()
    told = _told_beside(rest, row, body, read) if rest else _told_below(body, read)
    detail = f"{note}\n\n{told.detail}".strip() if note else told.detail
    found = (link for block in blocks(body) if "[" in block or "://" in block for link in read(block).links)
    return Told(told.title, detail, distinct_links((*address, *told.evidence, *found))[:_MOST_LINKS])


def rows_of(placed: Iterable[Placed], origin: Origin) -> tuple[ReadRow, ...]:
    """Return rows with their sources, which are the same each time the same text is read."""
    seen: Counter[str] = Counter()
    return tuple(_row(one, origin, seen) for one in placed)


def _row(placed: Placed, origin: Origin, seen: Counter[str]) -> ReadRow:
    written = " ".join(placed.when.as_written.casefold().split())
    seen[written] += 1
    kind, title = split_kind(placed.told.title)
    title = title or placed.told.title
    source = Source(
        format=origin.format,
        document=origin.document,
        own_id=f"{written} #{seen[written]}".strip(),
        title=title,
        detail=placed.told.detail,
    )
    return ReadRow(
        when=placed.when,
        title=title,
        detail=placed.told.detail,
        kind=kind,
        evidence=placed.told.evidence,
        source=source,
        line=placed.line,
        file=origin.file,
    )


def _told_in_cells(row: Candidate, read: InlineReader) -> Told:
    what, other = (row.text.strip(), row.other) if row.text.strip() else (row.other, "")
    words, rest = read(what), read(other)
    title = title_of_line(_clean(words))
    pieces = (what if _says_more(words, title) else "", other)
    return Told(title, "\n".join(filter(None, pieces)), distinct_links((*words.links, *rest.links)))


def _told_beside(rest: str, row: Candidate, body: Sequence[Line], read: InlineReader) -> Told:
    """Return what is told in the line of the time itself."""
    lines = () if row.shape is Shape.HEADING else paragraph(row.text, body, in_prose=False)
    words = read("\n".join((rest, *(line.text for line in lines))))
    title = title_of_line(_clean(words))
    below = as_written(body[len(lines) :])
    if not _says_more(words, title):
        return Told(title, below, words.links)
    above = "\n".join((rest, *(line.text for line in lines)))
    parted = "\n\n" if row.shape is Shape.HEADING or (below and not body[len(lines)].raw.strip()) else "\n"
    return Told(title, parted.join(filter(None, (above, below))), words.links)


def _told_below(body: Sequence[Line], read: InlineReader) -> Told:
    """Return what is told below a time that stands alone: the first sentence is the title, and all of it the detail."""
    for lines in first_words(body):
        words = read("\n".join(line.text for line in lines))
        if title := title_of_prose(_clean(words)):
            more = lines_that_speak(body) > len(lines) or _says_more(words, title)
            return Told(title, as_written(body) if more else "", words.links)
    return Told("", as_written(body), ())


def _clean(words: Inline) -> str:
    return words.text.rstrip(" \\|").strip()


def _says_more(words: Inline, title: str) -> bool:
    return title != _clean(words) or words.leads_elsewhere
