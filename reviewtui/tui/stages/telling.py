"""What can be done with an account that was told, and with the event that it is of."""

from reviewtui.analysis.points import Points
from reviewtui.edits.accounts import move_account, name_role, name_teller, remove_account
from reviewtui.edits.naming import Edit
from reviewtui.edits.timeline import mark_discussed
from reviewtui.edits.veil import lift_veil, put_back_veil
from reviewtui.model.lookups import account_of, event_of, people_in, role_of, veil_at
from reviewtui.model.review import Account, EventId, Veil
from reviewtui.tui.desk import Desk
from reviewtui.tui.dialogs.discuss import DiscussDialog
from reviewtui.tui.dialogs.pick_event import PickEventDialog
from reviewtui.tui.present.accounts import moved_words
from reviewtui.tui.stages.marking import EventsStage
from reviewtui.tui.widgets.prompt_line import PromptLine

_NONE_HERE = "there is no account here to move"


class TellingStage(EventsStage):
    """A stage in which one stands at an account of an event."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._points: Points | None = None

    @property
    def _account(self) -> Account | None:
        """The account that one stands at."""
        return None

    def _stand_by(self, account: Account) -> None:
        """Stand at an account."""

    def action_next_key_moment(self) -> None:
        """Move to the next key moment."""

    # --- what to ask --------------------------------------------------------------------------------------------------

    @property
    def _prompts(self) -> PromptLine:
        return self.query_one(PromptLine)

    def action_ask_another(self) -> None:
        """Show another question to ask; what is shown in the room never has it."""
        self._prompts.next()

    def action_hide_questions(self) -> None:
        """Hide the questions to ask, or show them again."""
        self._prompts.turn()
        if self._review:
            self.show(self._review, self.here)
        self.desk.say("questions to ask are shown" if self._prompts.is_wanted else "no questions to ask; Q shows them")

    # --- the event ---------------------------------------------------------------------------------------------------

    def action_go_on(self) -> None:
        """Mark the moment as discussed, and move to the next key moment."""
        if here := self.here:
            self.desk.ask(mark_discussed.asked(event=here))
            self.action_next_key_moment()

    def action_lift(self) -> None:
        """Lift the veil of the event: what was written blind of it is seen, and no undo takes that back."""
        self._set_veil(lift_veil, Veil.LIFTED, "the veil is lifted; b puts it back", "it is lifted; b puts it back")

    def action_put_back(self) -> None:
        """Put the veil of the event back."""
        self._set_veil(put_back_veil, Veil.ON, "the veil is back; r lifts it", "the veil is on; r lifts it")

    def _set_veil(self, change: Edit[...], veil: Veil, done: str, is_so: str) -> None:
        review, event = self._review, self._event
        if review is None or event is None:
            return
        before = veil_at(review, event.id)
        if before in {veil, Veil.OFF}:
            self.desk.say(is_so if before is veil else "this moment has no written answers to veil")
        elif veil_at(self.desk.go_at_once(change.asked(event=event.id)), event.id) is veil:
            self.desk.say(done)

    async def action_discuss(self) -> None:
        """Open the differences of the event, to say what the room makes of them."""
        found = self._points.at(self.here) if self._points and self.here else ()
        if self._review and self.here and found:
            await self.app.push_screen(DiscussDialog(self.desk, self._review, self.here, found))
        else:
            self.desk.say("no differences at this moment so far")

    # --- the account -------------------------------------------------------------------------------------------------

    def action_remove(self) -> None:
        """Remove the account that one stands at, which can be undone."""
        account = self._account
        if account is not None and account.role and account.event:
            self.desk.ask(remove_account.asked(account=account.id, role=account.role, event=account.event))

    def action_teller(self) -> None:
        """Say that the next person of the role told the account; after the last one, nobody in particular."""
        account = self._account
        if self._review is None or account is None or account.role is None:
            return
        people = [person.id for person in people_in(self._review, account.role)]
        if not people:
            self.desk.say("nobody is named for this role yet: 1 goes to the people, where p adds a person")
            return
        following = people.index(account.person) + 1 if account.person in people else 0
        person = people[following] if following < len(people) else None
        change = name_teller.asked(account=account.id, role=account.role, person=person)
        self.desk.ask(change, f"teller:{account.id}")

    async def action_move(self) -> None:
        """Choose another event that the account is of."""
        review, account = self._review, self._account
        role = role_of(review, account.role) if review and account else None
        if review is None or account is None or role is None:
            self.desk.say(_NONE_HERE)
            return

        def move(event: EventId | None) -> None:
            if event is None or event == account.event:
                return
            moved = self.desk.ask(move_account.asked(account=account.id, event=event, role=role.id))
            self.desk.say(moved_words(moved, event_of(moved, event)))

        await self.app.push_screen(PickEventDialog(f"Move what {role.name} told to", review, account.event), move)

    def action_hand(self, by: int) -> None:
        """Say that the role beside it told the account, and stand there."""
        review, account = self._review, self._account
        if review is None or account is None or account.event is None:
            self.desk.say(_NONE_HERE)
            return
        roles = [role.id for role in review.roles]
        place = roles.index(account.role) + by if account.role in roles else -1
        if not 0 <= place < len(roles):
            self.desk.say("there is no role beside it on that side")
            return
        change = name_role.asked(account=account.id, role=roles[place], event=account.event)
        if given := account_of(self.desk.ask(change, f"hand:{account.id}"), account.id):
            self._stand_by(given)
