"""What a reader meets first: what it was, whose draft this is, the story in three sentences, and what surprised."""

from collections.abc import Iterator

from reviewtui.analysis.phrases import joined
from reviewtui.model.lookups import facilitators
from reviewtui.model.moments import local
from reviewtui.model.review import Part, Review, ReviewKind, Status
from reviewtui.notation.labels import Label
from reviewtui.report.blocks import Block, Heading, Paragraph, Quote, plain, strong, words
from reviewtui.report.material import Material
from reviewtui.report.said import all_said, group, see
from reviewtui.report.when import day_and_month, long_day, name_of, plain_day

_KIND = {
    ReviewKind.LIVE_INCIDENT: "live incident",
    ReviewKind.CHAOS_DAY: "Chaos Day",
    ReviewKind.NEAR_MISS: "near miss",
}
_PART = {Part.SET_IT_OFF: "set off by", Part.INVOLVED: "involved:"}


def opening(material: Material) -> Iterator[Block]:
    """Yield the title, whose draft it is, the facts in a line, the summary, and where else to look."""
    review = material.review
    yield Heading(1, review.title.strip() or "Incident review")
    if review.status is not Status.SHARED:
        yield Quote(words(strong("A draft, for those who were in the room."), f" {_whom_to_tell(review)}"))
    yield Paragraph(plain(" · ".join(_facts(material))))
    if review.summary.strip():
        yield Paragraph(plain(review.summary))
    if review.links:
        yield Paragraph(see("See also: ", review.links))


def _whom_to_tell(review: Review) -> str:
    names = joined((person.name for person in facilitators(review)), last=" or ").strip() or "the facilitator"
    return f"Is something wrong, or not said in your words? Please tell {names} before others read it."


def _facts(material: Material) -> Iterator[str]:
    review = material.review
    if material.days:
        yield " to ".join(dict.fromkeys((long_day(material.days[0]), long_day(material.days[-1]))))
    yield _KIND[review.kind]
    for part, before in _PART.items():
        named = joined(service.name for service in review.services if service.part is part)
        if named.strip():
            yield f"{before} {named}"
    if review.severity.strip():
        yield f"severity: {review.severity.strip()}"
    if review.meeting.started is not None:
        yield f"reviewed on {plain_day(local(review.meeting.started, review.zone).date())}"
    yield from _times(material)


def _times(material: Material) -> Iterator[str]:
    """Yield what a clock in this report means."""
    where = f"times in {material.review.zone}"
    if len(material.days) > 1 and material.usual_day:
        yield f"{where}, on {day_and_month(material.usual_day)} where no day is given"
    elif material.days:
        yield where


def surprises(material: Material) -> Iterator[Block]:
    """Yield what surprised people and made it harder or easier, with who said so."""
    harder, easier = (all_said(material, label, name_of) for label in (Label.HARDER, Label.EASIER))
    if harder or easier:
        yield Heading(2, "What surprised us")
        yield from group("It made things harder", harder)
        yield from group("It made things easier", easier)
