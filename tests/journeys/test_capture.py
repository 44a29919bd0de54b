"""Catching what is said while somebody talks, and filing it later."""

from pathlib import Path

from reviewtui.model.lookups import not_filed
from tests.hostile.reviews import HOSTILE
from tests.journeys.facilitator import in_the_example


async def test_a_line_is_kept_from_any_stage_and_the_next_follows_at_once(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("2", "home", "c")
        await user.types("ops 14:12 thought: the nightly job")
        user.sees("→ Operations · 14:12 Card payment success below 90 %", "thought")
        await user.types("\ndel: we heard of it at lunch")
        user.sees("→ Delivery · 13:31 v4.8 goes out", "narrative")
        await user.press("enter", "escape")
        told = {account.text for account in user.review.accounts}
        assert any(text.endswith("thought: the nightly job") for text in told)
        assert any(text.endswith("we heard of it at lunch") for text in told)
        await user.press("u", "u")
        assert not any("the nightly job" in account.text for account in user.review.accounts)


async def test_what_nobody_can_place_waits_and_is_filed_with_two_keys(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        (waiting,) = (one.text for one in not_filed(user.review))
        await user.press("3", "n", "c")
        await user.types("nobody knew of the cache")
        user.sees("→ not filed: nobody named · no event")
        await user.press("enter", "escape")
        await user.resize(80, 24)
        await user.press("c")
        await user.types("ops 03:15 far from all")
        user.sees("→ not filed: Operations · no event within ten minutes of 03:15 · narrative")
        await user.press("escape")
        user.sees("2 lines not filed")
        assert "not filed" in user.notice
        await user.press("C")
        user.sees("Caught, and not filed yet", "nobody knew of the cache", "1 Delivery")
        await user.press("down", "2", "enter")
        assert [one.text for one in not_filed(user.review)] == [waiting]
        filed = next(one for one in user.review.accounts if "nobody knew of the cache" in one.text)
        assert filed.event == user.review.events[1].id
        assert filed.role == user.review.roles[1].id


async def test_several_lines_are_filed_at_once_and_one_is_removed(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("3", "home", "c")
        await user.types("caught one\ncaught two\ncaught three\n")
        await user.press("escape", "C", "down", "down", "down", "delete", "a", "1", "right", "enter")
        assert not not_filed(user.review)
        told = next(account for account in user.review.accounts if "caught one\ncaught two" in account.text)
        assert told.event == user.review.events[1].id
        assert not any("caught three" in account.text for account in user.review.accounts)


async def test_a_line_that_was_left_is_found_again_and_a_blank_one_keeps_nothing(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        before = user.review.accounts
        await user.press("3", "c", "enter")
        await user.types("half a sen")
        await user.press("escape", "5", "c")
        user.sees("half a sen")
        assert user.review.accounts is before


async def test_a_role_and_a_label_are_completed(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("3", "home", "c")
        await user.types("op")
        await user.settle()
        await user.press("right")
        await user.types(" tho")
        await user.settle()
        await user.press("right")
        await user.types(" the job\n")
        assert any(account.text.endswith("thought: the job") for account in user.review.accounts)


async def test_any_text_can_be_caught_and_filed(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("3", "c")
        for text in HOSTILE:
            await user.pastes(text)
            await user.press("enter")
        await user.press("escape", "C", "a", "1", "enter")
        assert not not_filed(user.review)
