"""Going to a place from elsewhere, and coming back."""

from pathlib import Path

from reviewtui.model.place import Place
from reviewtui.model.review import Stage
from tests.journeys.facilitator import Facilitator, in_the_example


def standing(user: Facilitator) -> Place:
    """Return where the facilitator stands."""
    screen = user.app._review_screen()
    assert screen is not None
    assert screen.stage_view is not None
    return screen.stage_view.place


async def test_a_jump_leads_to_an_account_and_esc_back(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        account = next(one for one in user.review.accounts if one.event == user.review.events[3].id)
        there = Place(Stage.ACCOUNTS, account.event, account.role, account.id)
        await user.press("2", "home")
        before = standing(user)
        await user.app.jump(there)
        await user.settle()
        assert standing(user) == there
        await user.press("escape")
        assert standing(user) == before
        await user.press("escape")
        assert standing(user) == before


async def test_a_jump_leads_to_a_person_and_the_event_at_hand_stays(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        person = user.review.people[-1]
        await user.press("2", "end")
        last = standing(user).event
        await user.app.jump(Place(Stage.PEOPLE, record=person.id))
        await user.settle()
        assert standing(user) == Place(Stage.PEOPLE, record=person.id)
        await user.press("3")
        assert standing(user).event == last
        await user.press("escape")
        assert standing(user).stage is Stage.ACCOUNTS
