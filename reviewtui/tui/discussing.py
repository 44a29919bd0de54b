"""What is asked for when the room makes something of a difference."""

from reviewtui.analysis.discussed import Point
from reviewtui.edits.differences import give_verdict, note_discussion, take_back_verdict
from reviewtui.edits.naming import Change
from reviewtui.model.review import DiscussionId, Verdict


def id_of(point: Point, fresh: str) -> DiscussionId:
    """Return the id of what the room made of a difference: its own, or for what was not discussed yet a fresh one."""
    return point.discussion.id if point.discussion else DiscussionId(fresh)


def verdict_asked(point: Point, verdict: Verdict, discussion: DiscussionId) -> Change:
    """Return the change that gives a difference a verdict, on the sentence that the accounts give now."""
    kind, _, roles = point.key
    now = point.difference or point.discussion
    return give_verdict.asked(
        discussion=discussion,
        kind=kind,
        event=point.event,
        roles=roles,
        sentence=now.sentence if now else "",
        verdict=verdict,
    )


def note_asked(point: Point, note: str, discussion: DiscussionId) -> Change:
    """Return the change that keeps the room's words on a difference that has a verdict."""
    return note_discussion.asked(discussion=discussion, event=point.event, note=note)


def taking_back_asked(point: Point) -> Change | None:
    """Return the change that takes a verdict back; `None` if there is none."""
    if point.discussion is None:
        return None
    return take_back_verdict.asked(discussion=point.discussion.id, event=point.event)
