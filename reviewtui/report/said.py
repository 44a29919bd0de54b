"""How a report shows what somebody said, and where it leads."""

from collections.abc import Callable, Iterable, Iterator

from reviewtui.model.review import Event, Link
from reviewtui.notation.labels import Label
from reviewtui.report.blocks import Block, BulletList, Item, Paragraph, Piece, Words, emphasised, link, strong, words
from reviewtui.report.material import Material
from reviewtui.report.when import brief_name_of


def all_said(
    material: Material, label: Label, name: Callable[[Material, Event], str] = brief_name_of
) -> tuple[Item, ...]:
    """Return everything that was said under a label; what was foretold before an experiment had not happened yet.

    Args:
        material: The review.
        label: The label.
        name: What a moment is called; before the story was told its time alone says nothing.
    """
    lines = material.lines(label)
    return tuple(
        Item(words(told.line.text, " — ", emphasised(f"{material.teller(told.account)}, {name(material, event)}")))
        for event, told in lines
        if not told.account.prediction
    )


def group(name: str, items: Iterable[Item]) -> Iterator[Block]:
    """Yield points under a name; nothing if there are none."""
    points = tuple(items)
    if points:
        yield Paragraph((strong(name),))
        yield BulletList(points)


def see(before: str, links: Iterable[Link]) -> Words:
    """Return places to look as words."""
    pieces: list[Piece] = []
    for one in links:
        pieces += [Piece(", "), link(one.label, one.url)]
    return words(before, *pieces[1:])
