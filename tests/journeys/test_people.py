from pathlib import Path

import msgspec
import pytest

from reviewtui.model.review import Attendance, Duty, Group, Part, Person, PersonId, Role, RoleId
from reviewtui.session import create_session
from tests.journeys.facilitator import SIZES, at_the_keyboard, in_the_example
from tests.journeys.test_arrivals import kept
from tests.reviews import empty_review, review_of


@pytest.fixture
def review(tmp_path: Path) -> Path:
    session = create_session(tmp_path / "outage.review.json", empty_review())
    session.close()
    return session.path


async def test_the_table_is_set_from_nothing(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        user.sees("No services yet", "Nobody yet", "Nobody here builds the service", "Nobody facilitates yet")
        await user.press("s")
        await user.types("Checkout API\t")
        await user.press("right", "enter")
        await user.press("r")
        await user.types("Payments delivery\tpay\t")
        await user.press("space", "right", "space", "tab", "right", "enter")
        await user.press("p")
        await user.types("Ana Ruiz\n")
        await user.press("p")
        await user.types("Noor\t")
        await user.press("left", "tab", "right", "tab")
        await user.types("Platform\n")
        (service,), (role,), people = user.review.services, user.review.roles, user.review.people
        assert (service.name, service.part) == ("Checkout API", Part.INVOLVED)
        assert (role.name, role.short_name, role.groups) == (
            "Payments delivery",
            "pay",
            (Group.DELIVERY, Group.OPERATIONS),
        )
        assert [(person.name, person.role, person.duty, person.team) for person in people] == [
            ("Ana Ruiz", role.id, Duty.PARTICIPANT, ""),
            ("Noor", None, Duty.FACILITATOR, "Platform"),
        ]
        user.sees("Checkout API", "operates it  Payments delivery", "Ana Ruiz", "facilitator · Platform", "○ nobody")
        user.sees("Nobody here uses Checkout API. Without them no usage")
        user.does_not_see("Nobody facilitates yet", "Nobody here builds")
        assert user.saved() == user.review


async def test_attendance_is_one_key_and_costs_its_insight(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("1")
        user.does_not_see("Without them")
        await user.press(*["down"] * 6, "space", "space", "space")
        assert all(
            person.attendance is Attendance.ABSENT
            for person in user.review.people
            if person.role == user.review.roles[2].id
        )
        user.sees("Nobody here uses payment-router and shop-registry.", "usage insights")
        await user.press("u")
        user.does_not_see("Without them")


async def test_a_role_is_removed_with_what_it_told_and_comes_back(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        before = user.review.accounts
        await user.press("1", "delete")
        assert len(user.review.roles) == 2
        assert len(user.review.accounts) < len(before)
        await user.press("u")
        assert user.review.accounts == before


async def test_about_the_review(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("t", "home", "shift+end", "backspace")
        await user.types("Tills stood still\t")
        await user.press("right", "tab", "tab")
        await user.types("SEV2\t")
        await user.press("home", "shift+end", "backspace")
        await user.types("Nowhere/Land")
        user.sees("no such zone")
        await user.press("home", "shift+end", "backspace")
        await user.types("Europe/Berlin\tFor 40 minutes no till worked.")
        await user.press("escape")
        about = user.review
        assert (about.title, about.kind.value, about.severity, about.zone, about.summary) == (
            "Tills stood still",
            "chaos day",
            "SEV2",
            "Europe/Berlin",
            "For 40 minutes no till worked.",
        )
        user.sees("Tills stood still", "Europe/Berlin")
        await user.press("u")
        assert user.review.title == "Checkout outage"


async def test_the_other_side_and_removing_there(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("1", "left", "down", "delete")
        assert [service.name for service in user.review.services] == ["payment-router"]
        await user.press("up", "enter")
        user.sees("Service", "stood for by")
        await user.press("escape", "right", "enter")
        user.sees("Role", "stands for who")
        await user.press("escape")


async def test_another_model_offers_its_roles_and_takes_nothing_that_is_somebodys(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        user.sees("+ Central operations begins with Delivery, Operations", "and Users: R adds them.")
        await user.press("R", "p")
        await user.types("Hanna\n")
        await user.press("t", "tab", "tab", "right", "escape")
        assert user.notice == "you build it you run it begins with Product team: R takes that over"
        user.sees("and takes away Operations, which is empty.")
        await user.press("R")
        assert [(role.name, role.colour) for role in user.review.roles] == [
            ("Delivery", 0),
            ("Users", 2),
            ("Product team", 1),
        ]
        assert user.notice == "added Product team; u takes it back"
        user.does_not_see("begins with")
        await user.press("R")
        assert "stand for all" in user.notice
        await user.press("u")
        assert [role.name for role in user.review.roles] == ["Delivery", "Operations", "Users"]


async def test_a_gap_leads_to_the_form_of_who_closes_it(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("left", "down", "down", "enter")
        user.sees("A role: one team", "■ uses it")
        await user.types("Shops\n")
        assert [(role.name, role.groups) for role in user.review.roles] == [("Shops", (Group.USERS,))]
        await user.press("left", "enter")
        user.sees("Somebody who was asked", "● facilitator")
        await user.types("Noor\n")
        user.sees("Noor facilitates; their team is not said")
        await user.press("left", "enter")
        user.sees("Person", "here as")


async def test_a_gap_of_a_service_that_names_its_roles_is_closed_by_a_new_one(tmp_path: Path) -> None:
    named = review_of("service Checkout\nrole Delivery, delivery, operations")
    (service,), (role,) = named.services, named.roles
    named = msgspec.structs.replace(named, services=(msgspec.structs.replace(service, roles=(role.id,)),))
    async with at_the_keyboard(tmp_path, kept(tmp_path, named)) as user:
        await user.press("left", "down", "enter")
        await user.types("Shops\n")
        shops = user.review.roles[1].id
        assert user.review.services[0].roles == (role.id, shops)
        user.sees("uses it      Shops")
        await user.press("u")
        assert (user.review.services, user.review.roles) == (named.services, named.roles)


async def test_of_two_roles_that_are_called_the_same_a_person_stays_in_theirs(tmp_path: Path) -> None:
    roles = tuple(Role(id=RoleId(one), name="Shops", groups=(Group.USERS,)) for one in ("first", "other"))
    mette = Person(id=PersonId("mette"), name="Mette", role=RoleId("first"))
    path = kept(tmp_path, msgspec.structs.replace(empty_review(), roles=roles, people=(mette,)))
    async with at_the_keyboard(tmp_path, path) as user:
        await user.press("down", "enter")
        await user.types(" Avocet\t")
        await user.press("escape")
        assert user.review.people == (msgspec.structs.replace(mette, name="Mette Avocet"),)
        await user.press("enter", "tab", "right", "right", "escape")
        assert user.review.people[0].role is None


async def test_at_eighty_columns_what_is_still_to_do_is_said_beside_the_people(tmp_path: Path) -> None:
    async with at_the_keyboard(tmp_path, kept(tmp_path, review_of("role Users, users")), SIZES["80x24"]) as user:
        user.sees("Nobody by name yet: p adds who is asked", "Nobody facilitates yet", "Nobody here builds the service")
        await user.press("p")
        await user.types("Noor\n")
        user.does_not_see("Nobody by name yet")
        await user.press("right")
        user.sees("60 minutes planned; not started; m starts it")


async def test_at_eighty_columns_each_side_has_the_screen_and_gaps_are_counted(tmp_path: Path) -> None:
    async with in_the_example(tmp_path, SIZES["80x24"]) as user:
        await user.press("1")
        user.sees("Services ", "Plan", "Delivery (del)")
        user.does_not_see("payment-router", "agenda", "gap")
        await user.press(*["down"] * 6, "space", "space", "space")
        user.sees("Services ○ 1 gap")
        await user.press("left")
        user.sees("payment-router", "○ nobody (Users absent)", "Without them no usage")
        user.does_not_see("Delivery (del)")
        await user.press("left")
        user.sees("agenda", "Users first: when did you first")


async def test_who_is_only_invited_is_a_gap_once_the_meeting_has_begun_until_they_tell_something(
    tmp_path: Path,
) -> None:
    review = review_of("role Delivery, delivery, invited\nrole Ops, operations\nrole Users, users\n10:42 alert")
    session = create_session(tmp_path / "outage.review.json", review)
    session.close()
    async with at_the_keyboard(tmp_path, session.path) as user:
        await user.press("1")
        user.sees("Delivery", "invited")
        user.does_not_see("Nobody here builds")
        await user.press("m")
        user.sees("Nobody here builds")
        await user.press("3", "enter")
        await user.types("noticed: never")
        await user.press("escape", "1")
        user.does_not_see("Nobody here builds")


async def test_the_plan_is_written_and_its_questions_are_prepared(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("1", "q")
        await user.types("Users: [/] what did you see?")
        await user.press("tab")
        await user.types("no such thing")
        user.sees("no event has this")
        await user.press("home", "shift+end")
        await user.types("half hour")
        user.sees("15:21 An engineer recognises the half hour")
        await user.press("escape")
        *_, asked = user.review.questions
        assert (asked.text, asked.prepared) == ("Users: [/] what did you see?", True)
        assert asked.event == next(one.id for one in user.review.events if "recognises" in one.title)
        await user.press("K", "e")
        await user.types("4x")
        user.sees("a number of minutes")
        await user.press("backspace")
        await user.types("5\tone: \x1b[2J\ntwo 🔥")
        await user.press("escape")
        assert user.review.meeting.planned_minutes == 45
        assert user.review.settings.agenda.startswith("one: ")
        prepared = [question.id for question in user.review.questions if question.prepared]
        assert prepared.index(asked.id) == len(prepared) - 2
        await user.press("u", "u", "u")
        assert asked.id not in {question.id for question in user.review.questions}
        assert user.review.meeting.planned_minutes == 90


async def test_rows_are_moved_with_undo(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("1", "J", "J", "down", "K")
        assert [role.name for role in user.review.roles] == ["Operations", "Users", "Delivery"]
        await user.press("J")
        assert [person.name for person in user.review.people][:2] == ["Jonas Wren", "Amara Teal"]
        await user.press("left", "J")
        assert [service.name for service in user.review.services] == ["shop-registry", "payment-router"]
        await user.press("u", "u", "u", "u")
        assert [role.name for role in user.review.roles] == ["Delivery", "Operations", "Users"]
