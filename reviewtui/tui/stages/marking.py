"""What can be marked at the event that one stands at, wherever events are walked."""

from reviewtui.edits.timeline import mark_discussed, mark_key_moment
from reviewtui.model.lookups import event_of
from reviewtui.model.review import Event, Review
from reviewtui.tui.desk import Desk
from reviewtui.tui.stages.stage import StageView


class EventsStage(StageView):
    """A stage that walks the events."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._review: Review | None = None

    @property
    def _event(self) -> Event | None:
        """The event that one stands at."""
        return event_of(self._review, self.here) if self._review else None

    def action_key_moment(self) -> None:
        """Mark the event as a key moment, or not any more."""
        if here := self.here:
            self.desk.ask(mark_key_moment.asked(event=here))

    def action_discussed(self) -> None:
        """Mark the event as discussed, or not any more."""
        if event := self._event:
            self.desk.ask(mark_discussed.asked(event=event.id, discussed=not event.discussed))
