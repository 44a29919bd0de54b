"""Somebody arrives: they are marked, and told where the review stands."""

from collections.abc import Callable
from typing import Any

from textual.app import App

from reviewtui.analysis.arrivals import newcomer
from reviewtui.model.place import CATCHING_UP, Place
from reviewtui.model.review import Review
from reviewtui.tui.desk import Desk
from reviewtui.tui.dialogs.arrival import ArrivalDialog, Arrived
from reviewtui.tui.dialogs.catch_up import CatchUpDialog
from reviewtui.tui.present.arrivals import arrived_words, catch_up_title


async def welcome(app: App[Any], desk: Desk, review_now: Callable[[], Review], place: Place) -> None:
    """Ask who has arrived, and show them the five lines.

    Args:
        app: What the dialogs are shown in.
        desk: Where changes are asked for.
        review_now: Gives the review as it is by then.
        place: Where one stands.
    """

    async def catch_up(arrived: Arrived | None) -> None:
        who = newcomer(review_now(), *arrived) if arrived is not None else None
        if who is None:
            return

        def say(_: None) -> None:
            if words := arrived_words(who):
                desk.say(words)

        there = Place(place.stage, place.event, who.role.id if who.role else None, CATCHING_UP)
        await app.push_screen(CatchUpDialog(review_now(), there, catch_up_title(who)), say)

    await app.push_screen(ArrivalDialog(desk, review_now(), place), catch_up)
