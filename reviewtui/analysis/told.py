"""Which role has told which event: the marks that stand beside the timeline."""

from collections.abc import Mapping
from enum import StrEnum

from reviewtui.model.lookups import is_told
from reviewtui.model.remembering import remembered
from reviewtui.model.review import EventId, Review, RoleId


class Mark(StrEnum):
    """What there is of a role's account of an event."""

    TOLD = "told"
    WRITTEN = "written"
    """An answer that was written blind, whether it may be seen by now or not: nobody has told it in the room."""
    NOT_YET = "not yet"


Marks = Mapping[EventId, Mapping[RoleId, Mark]]
"""By event and role; a role that is missing has not told it yet."""


@remembered
def marks(review: Review) -> Marks:
    """Return which role has told which event. To be told counts more than to be written."""
    events = {event.id for event in review.events}
    found: dict[EventId, dict[RoleId, Mark]] = {}
    for account in review.accounts:
        if account.event is None or account.role is None or account.event not in events or not is_told(account):
            continue
        at_event = found.setdefault(account.event, {})
        if account.blind:
            at_event.setdefault(account.role, Mark.WRITTEN)
        else:
            at_event[account.role] = Mark.TOLD
    return found


def mark_of(all_marks: Marks, event: EventId, role: RoleId) -> Mark:
    """Return the mark of one role at one event."""
    return all_marks.get(event, {}).get(role, Mark.NOT_YET)
