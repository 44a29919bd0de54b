"""What is done so that nothing is lost: the line above the stages, and what its key does."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.screen import ModalScreen

from reviewtui.errors import NewerSchema, NotSaved, ReviewtuiError, UnreadableFile
from reviewtui.paths import REVIEW_SUFFIX, name_of, place_for_review
from reviewtui.tui.commands import COMMANDS, keys_of

if TYPE_CHECKING:
    from reviewtui.model.review import Review
    from reviewtui.session import Session
    from reviewtui.session.live import Claim
    from reviewtui.tui.app import ReviewApp
    from reviewtui.tui.dialogs.choose_state import State

_SETTLE = next(command for command in COMMANDS if command.id == "settle")


class Safety:
    """Looks after the review that is open.

    Args:
        app: The app.
        keep: Has whatever was typed and not yet asked for asked for.
        show: Shows a review.
    """

    def __init__(self, app: "ReviewApp", keep: Callable[[], None], show: "Callable[[Review], None]") -> None:
        self._app = app
        self._keep = keep
        self._show = show

    def banner(self, session: "Session") -> str:
        """Return the line above the stages; empty if all is as it should be."""
        from reviewtui.tui.present.banner import banner_words

        return banner_words(session.standing, session.review.zone, keys_of(_SETTLE, self._app.keymap_in_use()))

    def notice(self, session: "Session") -> None:
        """Do what follows from what others have done: let go of the review, or take in what was saved elsewhere."""
        if session.wanted_by and not session.read_only:
            self._hand_over(session)
        if session.catch_up():
            self._show(session.review)

    def _hand_over(self, session: "Session") -> None:
        by = session.wanted_by
        self._keep()
        try:
            session.hand_over()
        except NotSaved as error:
            self._app.say(f"{error}; that is why it was not handed over")
            return
        while isinstance(self._app.screen, ModalScreen):
            self._app.pop_screen()
        self._app.say(f"saved, and taken over {by}")

    async def settle(self, session: "Session") -> None:
        """Do what the line above the stages offers."""
        standing = session.standing
        if standing.outside is not None and not standing.trouble:
            await self._choose(session)
        elif standing.read_only and standing.is_followed:
            self._app.run_worker(self._take_over(session), group="take over", exclusive=True)
        elif standing.trouble or standing.read_only:
            await self.save_elsewhere(session)
        else:
            self._app.say("all is saved, and nothing is open")

    # --- saving elsewhere ---------------------------------------------------------------------------------------------

    async def save_elsewhere(self, session: "Session") -> None:
        """Ask where to, save there, and go on there."""
        self._keep()
        name = f"{name_of(session.path)}{REVIEW_SUFFIX}"
        await self._ask_where(session, "Save the review in (a file or a folder)", str(Path("~", name)))

    async def _ask_where(self, session: "Session", question: str, answer: str) -> None:
        from reviewtui.tui.dialogs.ask_line import AskLineDialog

        async def answered(answer: str | None) -> None:
            if answer is not None:
                await self._save_there(session, answer)

        await self._app.push_screen(AskLineDialog(question, answer), answered)

    async def _save_there(self, session: "Session", answer: str) -> None:
        before = session.path
        place = place_for_review(answer, name_of(before)).absolute()
        try:
            session.save_elsewhere(place)
        except (ReviewtuiError, OSError, ValueError) as error:
            await self._ask_where(session, f"{error}. Save the review in", answer)
        else:
            self._app.say(f"saved, and goes on in {place}; {before.name} stays as it was")

    # --- what something else has written ------------------------------------------------------------------------------

    async def _choose(self, session: "Session") -> None:
        from reviewtui.tui.dialogs.choose_state import ChooseStateDialog

        self._keep()
        outside = session.standing.outside
        if outside is None:
            return

        def chosen(state: "State | None") -> None:
            if state is not None:
                self._go_on_with(session, state)

        await self._app.push_screen(ChooseStateDialog(session.review, outside), chosen)

    def _go_on_with(self, session: "Session", state: "State") -> None:
        from reviewtui.tui.dialogs.choose_state import State

        if state is State.MINE:
            session.keep_mine()
            self._app.say("goes on with what is here; what was on disk is among the saved versions, ctrl+r")
            return
        try:
            session.take_theirs()
        except ReviewtuiError as error:
            self._app.say(str(error))
            return
        self._show(session.review)
        self._app.say("goes on with what was on disk; u takes that back")

    # --- taking over --------------------------------------------------------------------------------------------------

    async def _take_over(self, session: "Session") -> None:
        self._app.say("asking the other program to save and let go…")
        try:
            claim = await asyncio.to_thread(session.claim)
        except ReviewtuiError as error:
            self._app.say(f"it was not let go of: {error}")
            return
        self._hold(session, claim)

    def _hold(self, session: "Session", claim: "Claim") -> None:
        if self._app.session is not session:
            claim.lock.release()
            return
        session.hold(claim)
        self._show(session.review)
        self._app.say("it is written here now")

    # --- versions and copies ------------------------------------------------------------------------------------------

    async def versions(self, session: "Session") -> None:
        """Show the saved versions."""
        from reviewtui.tui.screens.versions import VersionsScreen

        self._keep()
        await self._app.push_screen(VersionsScreen(self._app, session.path, session.review, session.unkept))

    async def offer_copies(self, path: Path, error: UnreadableFile, zone: str) -> None:
        """Say what is wrong with a file, and offer the copies of it from before."""
        from reviewtui.tui.dialogs.recover import RecoverDialog

        async def chosen(copy: Path | None) -> None:
            if copy is not None:
                await self._recover(path, copy)

        await self._app.push_screen(RecoverDialog(path, error.why, zone), chosen)

    async def _recover(self, path: Path, copy: Path) -> None:
        from reviewtui.library import recover

        try:
            recovered = recover(path, copy)
        except ReviewtuiError as error:
            self._app.say(str(error))
            return
        await self._app.open(recovered)
        self._app.say(f"opened as {recovered.name}; {path.name} stays as it is")


def is_damaged(path: Path, error: ReviewtuiError) -> bool:
    """Tell whether a file that can't be opened is there and is damaged: one of a later format is not."""
    return isinstance(error, UnreadableFile) and not isinstance(error, NewerSchema) and path.is_file()
