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
from tests.journeys.facilitator import SIZES, Facilitator, at_the_keyboard, in_the_example
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


async def test_the_window_follows_through_the_report_section_by_section(tmp_path: Path) -> None:
    path = copy_example("payments-cache", tmp_path)
    async with in_the_example(tmp_path) as user, in_the_room(path, SIZES["80x24"]) as room:
        await user.press("6")
        await room.wait_until(lambda: "For two hours on a Thursday afternoon" in room.screen)
        await user.press(*["right"] * 4)
        section = user.app.screen.query_one("TextView").render_line(0).text.strip()
        await room.wait_until(lambda: room.screen.splitlines()[1].strip() == section[:40])
        await user.press("end")
        await room.wait_until(lambda: "more lines" not in room.screen)


async def test_the_window_follows_to_the_difference_and_the_insight_at_hand(tmp_path: Path) -> None:
    path = copy_example("payments-cache", tmp_path)
    async with in_the_example(tmp_path) as user, in_the_room(path, SIZES["80x24"]) as room:
        await user.press("4", "end")
        last = user.review.events[-1].title
        await room.wait_until(lambda: last in room.screen and "Where our pictures differ" in room.screen)
        await user.press("5", "left", "home")
        question = next(one for one in user.review.questions if not one.answer and not one.prepared)
        await room.wait_until(lambda: question.text[:40] in room.screen)


async def test_a_report_is_left_for_a_jump_and_found_again_where_it_was(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("6", *["right"] * 4)
        was = user.screen.splitlines()[5:15]
        await user.press("slash")
        await user.types("registry\n")
        user.sees("esc comes back")
        await user.press("escape")
        assert user.screen.splitlines()[5:15] == was


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
        user.sees("Ten people, rye and rolls", "key moment 1 of 6")
        user.does_not_see("private", "keys")
        await user.press("f9")
        user.sees("private")
        await user.press("w", "f9")
        user.sees("13:36 at the till")
        user.does_not_see("keys", "leave")
        await user.press("f9")
        user.sees("Who knew what, when", "leave")


async def test_the_role_at_hand_is_the_last_to_be_cut(tmp_path: Path) -> None:
    path = copy_example("records-breaker", tmp_path)
    async with at_the_keyboard(tmp_path, path, SIZES["80x24"]) as user:
        await user.press("3", "home", "n", "f9")
        user.sees("Blast, I said", "↓ 5 more")
        await user.press("f9")
        await user.press("right", "right", "f9")
        user.sees("partial, one search in eleven", "↓ 5 more")
        user.does_not_see("Blast, I said")


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
async def test_the_room_sees_the_end_of_what_is_being_written(tmp_path: Path, size: tuple[int, int]) -> None:
    async with in_the_example(tmp_path, size) as user:
        await user.press("3", "home", "enter")
        await user.types("\n".join(f"line {number} of many" for number in range(50)))
        assert user.app.session is not None
        async with in_the_room(user.app.session.path, size) as room:
            await room.wait_until(lambda: "line 49 of many" in room.screen)
            room.sees("↑ ")
            room.does_not_see("line 0 of many", "footer")
        await user.press("escape", "f9")
        user.sees("line 49 of many", "↑ ")
        await user.press("f9", "right", "left", "f9")
        user.sees("footer", "↓ ")
        user.does_not_see("line 49 of many")


async def test_of_two_accounts_the_end_of_the_first_is_shown_while_it_is_written(tmp_path: Path) -> None:
    async with in_the_example(tmp_path, SIZES["80x24"]) as user:
        await user.press("3", "home", "N")
        await user.types("\n".join(f"the second {number}" for number in range(30)))
        await user.press("escape", "left", "enter")
        await user.types("\n".join(f"the first {number}" for number in range(30)))
        await user.press("f9")
        user.sees("the first 29", "↑ ", "↓ 31 more")


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
