"""Looking through a review before it is shared: deciding, going to where it stands, and coming back."""

from pathlib import Path

import pytest

from reviewtui.library import copy_example
from reviewtui.model.review import Review, Stage, Status
from reviewtui.session import create_session
from tests.journeys.facilitator import SIZES, at_the_keyboard
from tests.journeys.test_jumps import standing
from tests.report.whole_reviews import whole_review_of

TEXT = """
status draft with participants
service Records
facilitator Noor, Lending
role Delivery, delivery
role Operations, operations
role Users, users
person Priya Raman, Delivery
* 10:42 alert: 10.0.0.5 is down
  Delivery | harder: Priya had the key
  Operations | quote: "I wrote what the form asked"
  Users | we asked Priya
* 10:50 it ended
  Users | quiet
  Delivery | quiet
"""


def kept(folder: Path, text: str = TEXT) -> Path:
    session = create_session(folder / "x.review.json", whole_review_of(text))
    session.close()
    return session.path


def decided(review: Review) -> tuple[list[str], list[str], list[str], list[str]]:
    settings = review.settings
    return (
        [one.text for one in settings.releases],
        [one.text for one in settings.held_back],
        [one.text for one in settings.quotes_with_consent],
        [one.text for one in settings.quotes_left_out],
    )


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
async def test_each_thing_to_decide_is_decided_on_the_spot_and_can_be_taken_back(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with at_the_keyboard(tmp_path, kept(tmp_path), size) as user:
        await user.press("6")
        user.sees("3 to decide" if size[0] < 110 else "To decide  3")
        await user.press("tab")
        user.sees("The network address “10.0.0.5” stands in", "Known gaps  1", "no account by Operations of")
        await user.press("space")
        assert decided(user.review) == (["10.0.0.5"], [], [], [])
        user.sees("To decide  2", "Decided  1", "✓ The network address “10.0.0.5” may be")
        await user.press("delete")
        assert decided(user.review) == (["10.0.0.5"], ["Priya"], [], [])
        user.sees("– The name “Priya” stays with readers")
        await user.press("space")
        user.sees("Nothing to decide", "Decided  3")
        assert decided(user.review)[2] == ['"I wrote what the form asked"']
        await user.press("u", "u")
        assert decided(user.review) == (["10.0.0.5"], [], [], [])
        await user.press("ctrl+y", "ctrl+y", "end", "delete")
        assert decided(user.review) == (["10.0.0.5"], ["Priya"], [], ['"I wrote what the form asked"'])
        user.sees("is left out")
        await user.press("end", "delete")
        assert decided(user.review)[3] == []
        user.sees("To decide  1")
        assert decided(user.saved()) == decided(user.review)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
async def test_a_quote_that_is_left_out_leaves_the_text(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_keyboard(tmp_path, kept(tmp_path), size) as user:
        await user.press("6", "right", "right", "right")
        user.sees("“I wrote what the form asked” — ")
        await user.press("tab", "down", "down", "delete", "tab", "home", "right", "right", "right")
        user.sees("What happened")
        user.does_not_see("form asked” — ")


async def test_enter_goes_to_each_place_in_turn_and_esc_comes_back_to_the_same_item(tmp_path: Path) -> None:
    async with at_the_keyboard(tmp_path, kept(tmp_path), (80, 24)) as user:
        await user.press("6", "tab", "down")
        item = standing(user)
        assert item.record.endswith("Priya")
        for role in ("Delivery", "Users", "Delivery"):
            await user.press("enter")
            assert standing(user).stage is Stage.ACCOUNTS
            assert standing(user).role == role
            await user.press("escape")
            assert standing(user).record == item.record
            user.sees("The name “Priya” stands in")


async def test_what_was_changed_there_is_decided(tmp_path: Path) -> None:
    async with at_the_keyboard(tmp_path, kept(tmp_path)) as user:
        await user.press("6", "tab", "enter", "enter")
        user.sees("Event")
        await user.types("The database is down")
        await user.press("ctrl+s", "escape")
        assert standing(user).stage is Stage.REPORT
        user.sees("To decide  ", "The name “Priya”")


async def test_an_action_without_an_owner_leads_to_the_action(tmp_path: Path) -> None:
    async with at_the_keyboard(tmp_path, kept(tmp_path, f"{TEXT}action idea: x\naction agreed: show it")) as user:
        await user.press("6", "tab")
        await user.press("down", "down", "down", "space")
        assert user.notice == "decided by naming an owner"
        await user.press("enter")
        assert standing(user).stage is Stage.LEARNING
        assert standing(user).record == user.review.actions[1].id
        await user.press("escape")
        user.sees("An agreed action has no owner: “show it”.")


async def test_a_gap_leads_to_where_it_can_be_closed(tmp_path: Path) -> None:
    async with at_the_keyboard(tmp_path, copy_example("records-breaker", tmp_path)) as user:
        await user.press("6", "tab")
        user.sees("Nobody stood for those who use", "could not produce usage insights")
        await user.press("down", "space")
        assert user.notice == "a known gap, which needs no decision"
        await user.press("enter")
        assert standing(user).stage is Stage.PEOPLE
        await user.press("escape")
        assert "absent group" in standing(user).record


async def test_a_review_is_shared_and_made_a_draft_again(tmp_path: Path) -> None:
    async with at_the_keyboard(tmp_path, kept(tmp_path)) as user:
        await user.press("6")
        user.sees("A draft, for those who were in the room")
        await user.press("s")
        assert user.review.status is Status.SHARED
        assert user.notice == "for all readers inside; 1 quote without consent left out; 3 still to decide"
        user.does_not_see("A draft, for those who were in the room")
        await user.press("u")
        user.sees("A draft, for those who were in the room")
        await user.press("tab", "s", "s")
        user.sees("A draft, for those who were in the room")
        assert user.notice == "a draft, for those who were in the room"


async def test_with_nothing_to_decide_it_says_so(tmp_path: Path) -> None:
    text = "service Records\nfacilitator Noor, Lending\nrole D, delivery, operations, users"
    async with at_the_keyboard(tmp_path, kept(tmp_path, text), (80, 24)) as user:
        await user.press("6")
        user.sees("nothing to decide · tab shows them")
        await user.press("tab", "down", "space", "enter", "delete")
        user.sees("Nothing to decide")
        user.does_not_see("Known gaps", "Decided")


async def test_a_click_on_an_item_goes_to_the_list(tmp_path: Path) -> None:
    async with at_the_keyboard(tmp_path, kept(tmp_path)) as user:
        await user.press("6")
        await user.clicks("#readiness", (4, 4))
        await user.press("space")
        assert decided(user.review)[0] == ["Priya"]
