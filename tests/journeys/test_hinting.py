"""A quiet mark says that there are words to think about; a key shows them, to the facilitator alone."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from itertools import cycle, islice
from pathlib import Path

import pytest

from reviewtui.analysis.findable import Findable
from reviewtui.analysis.worded import texts_of
from reviewtui.model.place import Place
from reviewtui.model.review import Review, Stage
from reviewtui.report import report_text
from reviewtui.session import create_session
from reviewtui.settings import Preferences
from reviewtui.tui import hinting
from reviewtui.tui.hinting import QUIET
from reviewtui.tui.widgets.foot_line import FootLine
from tests.hostile.reviews import HOSTILE
from tests.hostile.test_display import is_safe
from tests.journeys.facilitator import SIZES, Facilitator, at_the_keyboard
from tests.reviews import review_of

REVIEW = """
    role Operations, operations
    * 10:42 alert: error rate above 5 %
      Operations | We forgot the cache.
    11:00 rollback starts
    factor technical: the cache holds no key // Operations
"""
BLAMING = "Operations failed to check the cache"
OWN = '[[hint]]\nseen = ["cowboy"]\nask = "Which path was there?"\ngroup = "ours"\n'


@asynccontextmanager
async def with_the_review(
    folder: Path,
    size: tuple[int, int] = (120, 36),
    review: Review | None = None,
    preferences: Preferences | None = None,
    own: Path | None = None,
) -> AsyncIterator[Facilitator]:
    session = create_session(folder / "outage.review.json", review or review_of(REVIEW))
    session.close()
    async with at_the_keyboard(folder, session.path, size, preferences, own) as user:
        yield user


class Clock:
    """Seconds that pass when a test says so."""

    now = 1e9


async def looks(user: Facilitator, after: float) -> str:
    """Let so many seconds pass, and return what is marked in the last line."""
    words = user.app.screen_stack[1].words  # type: ignore[attr-defined]
    words.clock = lambda: Clock.now
    Clock.now += after
    words.look()
    await user.settle()
    return next(iter(user.app.screen.query(FootLine))).marked


async def test_the_mark_waits_until_nobody_types_and_a_key_shows_what_to_ask(tmp_path: Path) -> None:
    async with with_the_review(tmp_path) as user:
        await user.press("3", "down", "enter")
        assert await looks(user, 0) == ""
        await user.types("Delivery didn't notice the alert")
        await user.wait_until(lambda: user.review.accounts[-1].text.endswith("the alert"))
        assert await looks(user, QUIET / 2) == ""
        assert await looks(user, QUIET) == "f2 words 1"
        await user.press("f2")
        user.sees("didn't notice", "ask ", "What was visible", "private")
        await user.press("escape")
        await user.types(" at ten")
        await user.press("escape")
        assert user.review.accounts[-1].text == "Delivery didn't notice the alert at ten"


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
async def test_a_line_that_is_typed_is_hinted_at_and_stays(tmp_path: Path, size: tuple[int, int]) -> None:
    async with with_the_review(tmp_path, size) as user:
        await user.press("3", "f")
        await user.types(BLAMING)
        await looks(user, 0)
        assert await looks(user, QUIET) == "f2 words 1"
        user.sees("f2 words 1")
        await user.press("f2")
        user.sees("At hand", "instead ", "What did they do instead")
        user.does_not_see("Elsewhere")
        await user.press("f2", "enter")
        assert user.review.factors[-1].text == BLAMING


async def test_a_phrase_is_dismissed_and_brought_back_and_undo_takes_that_back(tmp_path: Path) -> None:
    async with with_the_review(tmp_path) as user:
        await user.press("3")
        assert await looks(user, 0) == "f2 words 1"
        await user.press("f2")
        user.sees("We forgot the cache.", "What was there to prompt the step?")
        await user.press("x")
        user.sees("1 phrase dismissed")
        await user.press("escape")
        assert user.review.settings.hints_dismissed == ("forgot",)
        assert await looks(user, 0) == ""
        await user.press("u")
        assert await looks(user, 0) == "f2 words 1"
        await user.press("f2", "X")
        user.sees("Dismissed for this review")
        await user.press("b")
        user.sees("We forgot the cache.")


async def test_from_elsewhere_one_goes_to_where_the_words_stand(tmp_path: Path) -> None:
    async with with_the_review(tmp_path) as user:
        await user.press("5", "f2")
        user.sees("Elsewhere in this review", "Operations, 10:42")
        await user.press("enter")
        stage = user.app.screen.stage_view  # type: ignore[attr-defined]
        told = user.review.accounts[0]
        assert stage.place == Place(Stage.ACCOUNTS, told.event, told.role, told.id)
        await user.press("escape")
        assert user.app.screen.stage_view.stage is Stage.LEARNING  # type: ignore[attr-defined]


async def test_neither_the_room_nor_the_report_has_them(tmp_path: Path) -> None:
    async with with_the_review(tmp_path) as user:
        await user.press("3")
        await looks(user, 0)
        await user.press("f9")
        user.app.screen_stack[1].words.look()  # type: ignore[attr-defined]
        await user.settle()
        await user.press("f2")
        user.does_not_see("f2", "words 1", "prompt the step")
        assert "prompt the step" not in report_text(user.review)


async def test_they_can_be_switched_off_for_good(tmp_path: Path) -> None:
    async with with_the_review(tmp_path, preferences=Preferences(hints="off")) as user:
        await user.press("3")
        assert await looks(user, 0) == ""
        await user.press("f2")
        assert "switched off" in user.notice


async def test_an_organisations_own_phrases_count_and_a_broken_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "wording.toml").write_text(OWN)
    async with with_the_review(tmp_path, own=tmp_path) as user:
        await user.press("1", "t")
        await user.types(", cowboy")
        await user.press("escape", "f2")
        user.sees("Which path was there?")
    (tmp_path / "again").mkdir()
    (tmp_path / "wording.toml").write_text("[[hint")
    async with with_the_review(tmp_path / "again", own=tmp_path) as user:
        await user.press("3", "f2")
        user.sees("your own phrases are left out", "prompt the step")


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
async def test_every_text_can_be_hinted_at(tmp_path: Path, size: tuple[int, int]) -> None:
    texts = [f"{' '.join(text.split())} obviously we forgot" for text in [*HOSTILE, "long" * 200]]
    told = "".join(f"\n  Operations | {text}" for text in texts)
    review = review_of("role Operations, operations\n* 10:42 alert: x" + told)
    async with with_the_review(tmp_path, size, review) as user:
        await user.press("3", "f2")
        user.sees("obviously")
        for _ in HOSTILE:
            is_safe(user)
            await user.press("down")


async def test_however_much_there_is_to_look_at_the_words_at_hand_are_there_and_can_be_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = 0
    many = 2_000_000

    def of_many(review: Review) -> Iterator[Findable]:
        nonlocal looked
        left = False
        for text in islice(cycle(texts_of(review)), many):
            looked += 1
            if not left and "looking elsewhere in this review" in user.screen:
                user.sees("We forgot the cache.")
                user.send("escape")
                left = True
            yield text

    monkeypatch.setattr(hinting, "texts_of", of_many)
    async with with_the_review(tmp_path) as user:
        await user.press("3", "f2")
        user.does_not_see("Words to think about")
        assert 0 < looked < many
