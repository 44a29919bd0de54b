"""The report of a review as a tree of plain blocks: what it says, in which order, and nothing of how it looks."""

from collections.abc import Callable, Iterator

from reviewtui.model.review import Review
from reviewtui.report.appendix import appendix
from reviewtui.report.blocks import Block
from reviewtui.report.material import Material
from reviewtui.report.sections_factors import doings, factors
from reviewtui.report.sections_learning import actions, learned, questions
from reviewtui.report.sections_opening import opening, surprises
from reviewtui.report.sections_pictures import pictures, who_knew
from reviewtui.report.sections_room import room
from reviewtui.report.sections_story import impact, story

SECTIONS: tuple[Callable[[Material], Iterator[Block]], ...] = (
    opening,
    surprises,
    impact,
    story,
    pictures,
    who_knew,
    factors,
    doings,
    learned,
    actions,
    questions,
    room,
    appendix,
)
"""What a report is made of, in its order. One that has nothing to say yields nothing, not even its heading."""


def outline(review: Review) -> tuple[Block, ...]:
    """Return the report of a review for the readers inside the organisation.

    Nothing private is in it: no prepared question, no note, no question to ask that the room has not confirmed or left
    open. Accounts that are veiled or of absent roles are not there at all. Once a review is shared, a quote needs the
    consent of whoever said it; until then the report is a draft for those who were in the room, and says so.
    """
    material = Material(review)
    return tuple(block for section in SECTIONS for block in section(material))
