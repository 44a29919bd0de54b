"""The record behind the report: the whole timeline, what else was told, and what the labels mean."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from reviewtui.analysis.telling import ToldLine
from reviewtui.model.moments import day_of
from reviewtui.model.review import Event, EventKind
from reviewtui.notation.event import more_than_title
from reviewtui.notation.labels import LABELS, LabelForm
from reviewtui.report.blocks import Block, BulletList, Heading, Item, Paragraph, Words, plain, strong, words
from reviewtui.report.material import Material
from reviewtui.report.said import see
from reviewtui.report.sections_pictures import told_of
from reviewtui.report.side_by_side import BEFOREHAND
from reviewtui.report.when import clock, long_day, title_of, written_otherwise

_KEY_MOMENT = "★"


def appendix(material: Material) -> Iterator[Block]:
    """Yield the timeline with its evidence, what was told of events that no section shows, and the labels used."""
    parts = (*_timeline(material), *_told_besides(material), *_glossary(material))
    if parts:
        yield Heading(2, "Appendix")
        yield from parts


def _timeline(material: Material) -> Iterator[Block]:
    review = material.review
    if review.events:
        yield Heading(3, f"The whole timeline, as clocks show it in {review.zone}")
    if any(event.key_moment for event in review.events):
        yield Paragraph(plain(f"{_KEY_MOMENT} marks a key moment."))
    for day, events in groupby(review.events, key=lambda event: day_of(event.when, review.zone)):
        yield Heading(4, long_day(day) if day else "At a time that nobody could say")
        yield BulletList(tuple(_event(event, review.zone) for event in events))


def _event(event: Event, zone: str) -> Item:
    kind = "" if event.kind is EventKind.EVENT else f"{event.kind}: "
    mark = f"{_KEY_MOMENT} " if event.key_moment else ""
    line = f" {mark}{kind}{title_of(event)}{_as_written(event, zone)}"
    return Item(words(strong(clock(event.when, zone)), line), tuple(_details(event)))


def _as_written(event: Event, zone: str) -> str:
    if not written_otherwise(event.when, zone):
        return ""
    place = "" if event.when.zone == zone else f", {event.when.zone}"
    return f" (written as “{event.when.as_written}”{place})"


def _details(event: Event) -> Iterator[Words]:
    if more := more_than_title(event.title, event.detail, event.evidence):
        yield plain(more)
    if event.evidence:
        yield see("Evidence: ", event.evidence)


def _told_besides(material: Material) -> Iterator[Block]:
    if material.told_besides:
        yield Heading(3, "What was told of other events")
    for telling in material.told_besides:
        yield from told_of(material, telling, level=4)


def _glossary(material: Material) -> Iterator[Block]:
    lines = [told for telling in material.told for one in telling.roles for told in one.lines]
    used = {told.line.label for told in lines}
    known = [form for form in LABELS if form.label in used]
    if known:
        yield Heading(3, "What the labels mean")
        yield BulletList(tuple(_meanings(known, lines)))


def _meanings(known: Iterable[LabelForm], lines: Iterable[ToldLine]) -> Iterator[Item]:
    for form in known:
        yield Item(words(strong(f"{form.label}:"), f" {form.means}"))
    if any(told.account.prediction for told in lines):
        yield Item(words(strong(f"{BEFOREHAND}:"), " foretold, before there was anything to see"))
