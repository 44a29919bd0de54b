"""Where the review stands: what is kept, and what no undo takes back."""

import msgspec

from reviewtui.edits.naming import edit
from reviewtui.edits.records import with_fields
from reviewtui.model.review import Event, Review, Stage, Veil


@edit("go to {stage}")
def enter_stage(review: Review, *, stage: Stage) -> Review:
    """Stand in another stage."""
    return with_fields(review, stage=stage)


def staying(restored: Review, here: Review) -> Review:
    """Return an earlier review as an undo brings it back: where one stands, the clock and lifted veils stay.

    Args:
        restored: The review as it was.
        here: The review as it is.
    """
    lifted = {event.id for event in here.events if event.veil is Veil.LIFTED}

    def unveiled(event: Event) -> Event:
        return with_fields(event, veil=Veil.LIFTED) if event.id in lifted else event

    events = tuple(unveiled(event) for event in restored.events) if lifted else restored.events
    if (restored.stage, restored.meeting, restored.events) == (here.stage, here.meeting, events):
        return restored
    return msgspec.structs.replace(restored, stage=here.stage, meeting=here.meeting, events=events)
