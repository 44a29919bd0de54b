"""Changes to what the room made of a difference. It is named by its kind, its events and its roles."""

from reviewtui.edits.naming import edit
from reviewtui.edits.records import adding, replacing, with_fields, with_table, without_record
from reviewtui.model.lookups import discussion_about, discussion_of, veiled_discussions
from reviewtui.model.review import DifferenceKind, Discussion, DiscussionId, EventId, Review, RoleId, Verdict


@edit("mark a difference at {event} as {verdict}")
def give_verdict(
    review: Review,
    *,
    discussion: DiscussionId,
    kind: DifferenceKind,
    event: EventId,
    roles: tuple[RoleId, ...],
    sentence: str,
    verdict: Verdict,
) -> Review:
    """Keep what the room made of a difference, and the sentence it was said of; a note that is there stays.

    Args:
        review: The review.
        discussion: The id of what was discussed, new or known; one of this difference that is there keeps its own,
            unless it was about other words over which a veil was put back: its note is not to be seen by this.
        kind: The kind of the difference.
        event: The event it is at.
        roles: The roles it is about, in the review's order.
        sentence: The sentence that the room has before it.
        verdict: What it made of it.
    """
    there = discussion_of(review, discussion) or discussion_about(review, kind, (event,), roles)
    if there is not None and (there.sentence == sentence or there.id not in veiled_discussions(review)):
        return replacing(review, "discussions", with_fields(there, sentence=sentence, verdict=verdict))
    made = Discussion(id=discussion, kind=kind, events=(event,), roles=roles, sentence=sentence, verdict=verdict)
    return adding(review, "discussions", made)


@edit("note what the room made of a difference at {event}")
def note_discussion(review: Review, *, discussion: DiscussionId, event: EventId, note: str) -> Review:  # noqa: ARG001 - the event names the edit
    """Keep in the room's words what it made of a difference; the sentence stays that of the verdict."""
    there = discussion_of(review, discussion)
    return replacing(review, "discussions", with_fields(there, note=note)) if there else review


@edit("take back the verdict on a difference at {event}")
def take_back_verdict(review: Review, *, discussion: DiscussionId, event: EventId) -> Review:  # noqa: ARG001 - the event names the edit
    """Remove what the room made of a difference, its note with it."""
    return with_table(review, "discussions", without_record(review.discussions, discussion))
