"""An account while it is being written: its editor, and how what is typed reaches the review."""

from textual.timer import Timer

from reviewtui.edits.accounts import write_account, write_prediction
from reviewtui.edits.naming import Change
from reviewtui.model.lookups import veil_at
from reviewtui.model.review import Account, AccountId, Event, Review, Role, Veil
from reviewtui.tui.desk import Desk
from reviewtui.tui.present.understood import understood
from reviewtui.tui.widgets.account_editor import AccountEditor, OpenAccount

ASK_AFTER = 0.15
"""Seconds from a key in an editor until it has reached the review, at most."""


class Writing:
    """What is being written.

    Args:
        desk: Where it is asked for.
        review: The review.
        event: The event that is told.
        role: The role that tells it.
        account: The account that is gone on with; `None`: a new one.
    """

    is_prediction = False
    """Whether it is what the role expects."""

    def __init__(self, desk: Desk, review: Review, event: Event, role: Role, account: Account | None) -> None:
        self.account = account.id if account else AccountId(desk.fresh_id())
        self.event = event.id
        self.role = role.id
        self.is_blind = False
        """Whether it is veiled when it is closed."""
        self.editor = AccountEditor(account.text if account else "", self._typed, foretold=self.is_prediction)
        told_in = account.zone if account else review.zone
        self.place = OpenAccount(self.editor, lambda line: understood(line, event, told_in, review.zone))
        self._desk = desk
        self._timer: Timer | None = None
        self._is_finished = False

    def finish(self) -> None:
        """Ask for what stands in the editor, for the last time."""
        self._is_finished = True
        self.ask()

    def _typed(self) -> None:
        """Have what is typed understood at once, and asked for in a moment, with what is typed until then."""
        self.place.look()
        if self._timer is None and not self._is_finished:
            self._timer = self.editor.set_timer(ASK_AFTER, self._ask_in_time)

    def _ask_in_time(self) -> None:
        # When the program ends all has been kept before, and of the screen there may be only a part.
        if self.editor.app.is_running:
            self.ask()

    def ask(self) -> None:
        """Ask for what stands in the editor."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if not self.editor.said.strip():
            # What stood there is brought back by a step of its own.
            self._desk.end_step()
        self._desk.ask(self._change(), f"account:{self.account}")

    def _change(self) -> Change:
        return write_account.asked(
            account=self.account,
            event=self.event,
            role=self.role,
            recorded_at=self._desk.now(),
            text=self.editor.said,
        )


class Foretelling(Writing):
    """What a role expects before an experiment, while it is being written.

    Args:
        desk: Where it is asked for.
        review: The review.
        event: The experiment.
        role: The role.
    """

    is_prediction = True

    def __init__(self, desk: Desk, review: Review, event: Event, role: Role) -> None:
        super().__init__(desk, review, event, role, None)
        # Once a veil is lifted, whoever foretells has what the others expect before them.
        self.is_blind = veil_at(review, event.id) is not Veil.LIFTED

    def _change(self) -> Change:
        return write_prediction.asked(
            account=self.account,
            event=self.event,
            role=self.role,
            recorded_at=self._desk.now(),
            text=self.editor.said,
            blind=self.is_blind,
        )
