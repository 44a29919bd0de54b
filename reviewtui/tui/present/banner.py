"""The line above the stages: what holds for the review and its file, and the key that does something about it."""

from reviewtui.model.moments import local
from reviewtui.session import Standing


def banner_words(standing: Standing, zone: str, key: str) -> str:
    """Return what there is to tell about a review and its file; empty if all is as it should be.

    Args:
        standing: How it stands with them.
        zone: The review's zone, in which times are shown.
        key: The key that does what the line offers.
    """
    if standing.trouble:
        return f"Not saved: {standing.trouble}. It is tried again · {key} saves elsewhere"
    if standing.outside is not None:
        at = f"{local(standing.outside.at, zone):%H:%M}"
        return f"Changed on disk by something else, {at}; both are kept · {key} chooses"
    if not standing.read_only:
        return ""
    if not standing.is_followed:
        return f"Read-only: {standing.read_only} · {key} saves a copy elsewhere"
    if standing.holder:
        return f"Read-only, follows along: open {standing.holder} · {key} takes over"
    return f"Read-only: nobody has it open for writing any more · {key} writes here"
