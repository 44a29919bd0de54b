"""Where the pictures differed, and who knew what, when: what the review is there for."""

from collections.abc import Iterator

from reviewtui.analysis.discussed import Point, Standing
from reviewtui.analysis.signs import Sign, signs
from reviewtui.analysis.telling import Telling
from reviewtui.model.review import Discussion, RoleId, Verdict
from reviewtui.report.blocks import Block, BulletList, Heading, Item, Paragraph, Table, Words, emphasised, plain, words
from reviewtui.report.material import Material
from reviewtui.report.side_by_side import side_by_side, sign_text
from reviewtui.report.when import name_of


def pictures(material: Material) -> Iterator[Block]:
    """Yield what the roles told of each moment, side by side, and below it where that differs."""
    if material.compared:
        yield Heading(2, "Where our pictures differed")
        yield Paragraph(
            plain("What each role told, in its own words. People stood in different places, and saw different things.")
        )
    for telling in material.compared:
        yield from told_of(material, telling)


def told_of(material: Material, telling: Telling, *, level: int = 3) -> Iterator[Block]:
    """Yield what was told of one event under a heading: who said what, and where that differs."""
    yield Heading(level, name_of(material, telling.event))
    yield side_by_side(material, telling)
    if differences := material.differences.get(telling.event.id):
        yield BulletList(tuple(_difference(point) for point in differences))


def _difference(point: Point) -> Item:
    if point.discussion is None:
        return Item(plain(point.sentence))
    open_still = point.verdict is Verdict.LEFT_OPEN
    words_of_it = words(point.sentence, " ", emphasised("still open")) if open_still else plain(point.sentence)
    return Item(words_of_it, _made_of_it(point.discussion, point.standing))


def _made_of_it(discussion: Discussion, standing: Standing) -> tuple[Words, ...]:
    """Return what the room made of a difference. Its note may be on a sentence that the accounts no longer give."""
    if not (note := discussion.note.strip()):
        return (plain("The room confirmed it."),) if discussion.verdict is Verdict.CONFIRMED else ()
    earlier = standing is Standing.CHANGED
    return (words(emphasised("The room, of an earlier form of this:" if earlier else "The room:"), f" {note}"),)


def who_knew(material: Material) -> Iterator[Block]:
    """Yield when and through what each role had its first sign of each moment."""
    led = {event.id for event in material.moments}
    found = [(telling, signs(telling)) for telling in material.told if telling.event.id in led]
    known = [(telling, {sign.role.id: sign for sign in there}) for telling, there in found if there]
    roles = [role for role in material.review.roles if any(role.id in there for _, there in known)]
    if known:
        yield Heading(2, "Who knew what, when")
        yield Paragraph(
            plain("When the first sign of each moment reached each role, and through what. A dash: not told.")
        )
        yield Table(
            ("", *(material.title(role) for role in roles)),
            tuple(_row(material, telling, there, [role.id for role in roles]) for telling, there in known),
        )


def _row(material: Material, telling: Telling, there: dict[RoleId, Sign], roles: list[RoleId]) -> tuple[Words, ...]:
    cells = (sign_text(material, telling.event, there[role]) if role in there else "–" for role in roles)
    return (plain(name_of(material, telling.event)), *(plain(cell) for cell in cells))
