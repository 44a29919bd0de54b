"""Taking a whole other state of the review: an earlier one that was saved, or one that something else has written."""

import msgspec

from reviewtui.edits.meeting import staying
from reviewtui.edits.naming import edit
from reviewtui.model.review import Review


@edit("go back to the version of {saved}")
def go_back(review: Review, *, version: Review, saved: str) -> Review:  # noqa: ARG001 - it is there for the name
    """Have the review as it was in a saved version; where one stands, the clock and lifted veils stay.

    Args:
        review: The review as it is.
        version: The review as it was.
        saved: When it was saved, in words.
    """
    restored = msgspec.structs.replace(staying(version, review), id=review.id)
    return review if restored == review else restored


@edit("take what was changed on disk")
def take_from_disk(review: Review, *, other: Review) -> Review:
    """Have the review as something else has written it; where one stands and lifted veils stay."""
    taken = staying(other, msgspec.structs.replace(review, meeting=other.meeting))
    return review if taken == review else taken
