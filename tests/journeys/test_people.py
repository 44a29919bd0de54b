from pathlib import Path

import pytest

from reviewtui.model.review import Attendance, Duty, Group, Part
from reviewtui.session import create_session
from tests.journeys.facilitator import at_the_keyboard, in_the_example
from tests.reviews import empty_review


@pytest.fixture
def review(tmp_path: Path) -> Path:
    session = create_session(tmp_path / "outage.review.json", empty_review())
    session.close()
    return session.path


async def test_the_table_is_set_from_nothing(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        user.sees("No services yet", "Nobody yet", "Nobody here builds this incident", "Nobody facilitates yet")
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
        user.sees("Nobody here uses Checkout API. Without them no", "usage insights")
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
        user.sees("Nobody here uses payment-router, shop-registry.", "usage insights")
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
        await user.press("enter")
        user.sees("Service", "stood for by")
        await user.press("escape", "right", "enter")
        user.sees("Role", "stands for who")
        await user.press("escape")
