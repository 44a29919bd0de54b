"""How it was lived, and what happened: the parts that are read as a story."""

from collections.abc import Iterator

from reviewtui.analysis.phrases import capitalised, quoted
from reviewtui.analysis.representation import absences
from reviewtui.analysis.telling import Telling, ToldLine
from reviewtui.model.review import DifferenceKind, Event, EventId, EventKind, Group
from reviewtui.notation.event import more_than_title
from reviewtui.notation.labels import Label
from reviewtui.report.blocks import (
    Block,
    BulletList,
    Heading,
    Item,
    Paragraph,
    Piece,
    Quote,
    Words,
    emphasised,
    plain,
    strong,
    words,
)
from reviewtui.report.material import Material
from reviewtui.report.said import all_said
from reviewtui.report.when import name_of, time_of, title_of

_LIVED = frozenset({None, Label.IMPACT, Label.REPUTATION})
_KINDS_THAT_TELL = frozenset({EventKind.ALERT, EventKind.CHANGE, EventKind.DECISION, EventKind.EXPERIMENT})
_ENDS_A_SENTENCE = (".", "!", "?", "…")
_CLOSING_MARKS = "”\"’')"


def impact(material: Material) -> Iterator[Block]:
    """Yield what users told of each moment and what they lost, and where other roles saw it differently.

    Where nobody stood for users it says so first, with what that costs: what others saw of it is no answer to it.
    """
    lived = any(_lived_at(material, telling) for telling in material.told)
    seen = all_said(material, Label.IMPACT, name_of)
    absent = tuple(_without_users(material))
    if lived or seen:
        yield Heading(2, "Impact as users lived it")
        yield from absent
    if lived:
        yield BulletList(tuple(item for telling in material.told for item in _lived_or_seen(material, telling)))
    elif seen:
        nobody = "" if absent else "In this review no user said what was lost. "
        yield Paragraph(plain(f"{nobody}As other roles saw it:"))
        yield BulletList(seen)


def _without_users(material: Material) -> Iterator[Block]:
    for absence in absences(material.review):
        if absence.group is Group.USERS:
            yield Paragraph(words(strong(absence.who), f" {absence.cost}"))


def _lived_or_seen(material: Material, telling: Telling) -> Iterator[Item]:
    """Yield a moment, with what users told of it and what looked different from elsewhere; nothing if neither is so."""
    found = material.differences.get(telling.event.id, ())
    seen = (plain(one.sentence) for one in found if one.kind is DifferenceKind.IMPACT)
    if under := (*_lived_at(material, telling), *seen):
        yield Item((strong(name_of(material, telling.event)),), under)


def _lived_at(material: Material, telling: Telling) -> tuple[Words, ...]:
    """Return a line for each account by users: one role may hold users and those who speak for others."""
    by_account: dict[str, list[ToldLine]] = {}
    for one in telling.roles:
        for told in one.lines:
            if Group.USERS in one.role.groups and told.line.label in _LIVED and not told.account.prediction:
                by_account.setdefault(told.account.id, []).append(told)
    return tuple(_in_a_line(material, lines) for lines in by_account.values())


def _in_a_line(material: Material, lines: list[ToldLine]) -> Words:
    pieces: list[str | Piece] = []
    for told in lines:
        pieces += [" · ", emphasised(f"{told.line.label}:"), " "] if told.line.label else [" · "]
        pieces.append(told.line.text)
    return words(*pieces[1:], " — ", emphasised(material.teller(lines[0].account)))


def story(material: Material) -> Iterator[Block]:
    """Yield the moments that the report is led by, each a short paragraph, and what was said at it word for word."""
    quotes: dict[EventId, list[ToldLine]] = {}
    for event, told in material.lines(Label.QUOTE):
        quotes.setdefault(event.id, []).append(told)
    if material.moments:
        yield Heading(2, "What happened")
    for event in material.moments:
        yield Paragraph(
            words(strong(_headline(material, event)), f" {more_than_title(event.title, event.detail, event.evidence)}")
        )
        for told in quotes.get(event.id, ()):
            yield Quote(words(quoted(told.line.text), " — ", emphasised(material.teller(told.account))))


def _headline(material: Material, event: Event) -> str:
    kind = f"{capitalised(event.kind)}: " if event.kind in _KINDS_THAT_TELL else ""
    line = f"{time_of(material, event)} {kind}{title_of(event)}".strip()
    return line if line.rstrip(_CLOSING_MARKS).endswith(_ENDS_A_SENTENCE) else f"{line}."
