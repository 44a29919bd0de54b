"""The room's window follows the facilitator's, and shows nothing that is not for the room."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
import pytest

from reviewtui.edits.timeline import change_event
from reviewtui.library import copy_example
from reviewtui.model.place import Place
from reviewtui.model.review import Account, AccountId, Review, Stage, Veil
from reviewtui.session import PlaceTeller, create_session, open_session
from reviewtui.settings import NO_PREFERENCES
from reviewtui.store import place_file
from reviewtui.tui.room_app import RoomApp
from tests.journeys.facilitator import SIZES, Facilitator, in_the_example
from tests.reviews import NOW, review_of


@asynccontextmanager
async def in_the_room(path: Path, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Facilitator]:
    """Open the room's window of a review."""
    app = RoomApp(path, NO_PREFERENCES)
    async with app.run_test(size=size, notifications=True) as pilot:
        yield Facilitator(app, pilot)  # type: ignore[arg-type]  # it is looked at, and nothing is pressed in it


def tell(path: Path, place: Place) -> None:
    """Have the facilitator stand somewhere."""
    teller = PlaceTeller()
    teller.tell(path, place)
    teller.close()


def stands_at(clock: str, room: Facilitator) -> bool:
    """Tell whether the window's timeline has its mark at a time."""
    return any(line.lstrip().startswith("▌") and clock in line for line in room.screen.splitlines())


async def test_the_window_follows_from_moment_to_moment(tmp_path: Path) -> None:
    path = copy_example("payments-cache", tmp_path)
    async with in_the_example(tmp_path) as user, in_the_room(path) as room:
        await user.press("3", "home", "n")
        moment = user.review.events[1]
        await room.wait_until(lambda: moment.title in room.screen)
        room.sees("Ten people, rye and rolls", "Loss looked different from each seat")
        await user.press("2")
        await room.wait_until(lambda: "First write-up" in room.screen)
        await user.press("1")
        await room.wait_until(lambda: "Who is here" in room.screen)


async def test_what_is_typed_reaches_the_window_with_the_save(tmp_path: Path) -> None:
    path = copy_example("payments-cache", tmp_path)
    async with in_the_example(tmp_path) as user, in_the_room(path) as room:
        await user.press("3", "n", "enter")
        await user.types("a word for the room")
        await user.press("escape")
        user.saved()
        await room.wait_until(lambda: "a word for the room" in room.screen)


async def test_the_window_outlives_the_program_and_a_file_that_breaks(tmp_path: Path) -> None:
    path = copy_example("payments-cache", tmp_path)
    whole = path.read_bytes()
    async with in_the_room(path) as room:
        async with in_the_example(tmp_path) as user:
            await user.press("2", "home")
            await room.wait_until(lambda: stands_at("13:31", room))
            await user.press("ctrl+q")
        assert stands_at("13:31", room)
        path.write_bytes(b"")
        await room.wait_until(lambda: "it is empty (0 bytes)" in room.screen)
        path.write_bytes(whole)
        await room.wait_until(lambda: stands_at("13:31", room))
        place_file(path).write_bytes(b"\xff not json")
        await room.wait_until(lambda: "13:31" in room.screen)


async def test_the_facilitator_sees_what_the_room_sees_and_goes_back(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("3", "n")
        user.sees("private")
        await user.press("f9")
        user.sees("Ten people, rye and rolls", "moment 1 of 6")
        user.does_not_see("private", "keys")
        await user.press("f9")
        user.sees("private")


HIDDEN = review_of("""
role Delivery, delivery, present
role Operations, operations, present
role Users, users, present
* 10:42 alert: error rate above 5 %
  Delivery | thought: said by delivery
           | data: a board that nobody else names
  Operations | thought: said by operations
  Users (blind) | thought: HIDDENONE
not filed | Operations | HIDDENTWO
prepared HIDDENTHREE
""")


def hidden() -> Review:
    """A review in which everything that the room may not see is marked."""
    event = msgspec.structs.replace(HIDDEN.events[0], veil=Veil.ON)
    caught = Account(id=AccountId("caught"), recorded_at=NOW, text="HIDDENFOUR")
    return msgspec.structs.replace(HIDDEN, events=(event,), accounts=(*HIDDEN.accounts, caught))


@pytest.mark.parametrize("size", [*SIZES.values(), (160, 45)], ids=str)
async def test_no_stage_shows_the_room_what_is_not_for_it(tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / "hidden.review.json"
    review = hidden()
    create_session(path, review).close()
    async with in_the_room(path, size) as room:
        for stage in Stage:
            tell(path, Place(stage, review.events[0].id))
            await room.wait_until(lambda stage=stage: place_of(room).stage is stage)  # type: ignore[misc]  # a default
            await room.settle()
            room.does_not_see("HIDDEN")
            room.does_not_see("so far", "two beliefs")


def place_of(room: Facilitator) -> Place:
    """The place that the window shows."""
    from reviewtui.tui.screens.room import RoomPage

    seen = room.app.screen_stack[0].query_one(RoomPage)._seen
    return seen[1] if seen else Place(Stage.PEOPLE)


async def test_of_a_written_answer_the_room_sees_that_there_is_one(tmp_path: Path) -> None:
    path = tmp_path / "hidden.review.json"
    create_session(path, hidden()).close()
    tell(path, Place(Stage.ACCOUNTS, HIDDEN.events[0].id))
    async with in_the_room(path) as room:
        await room.wait_until(lambda: "◐ written" in room.screen)
        session = open_session(path)
        try:
            event = msgspec.structs.replace(session.review.events[0], veil=Veil.LIFTED)
            session.apply(change_event.asked(event=event))
            session.save()
            await room.wait_until(lambda: "HIDDENONE" in room.screen)
        finally:
            session.abandon()
