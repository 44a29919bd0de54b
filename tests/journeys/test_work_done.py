"""How much is done for a key: counted, never timed."""

from pathlib import Path

import pytest
from rich.text import Text
from textual.geometry import Region
from textual.strip import Strip

from reviewtui.analysis import telling
from reviewtui.model.review import Account
from reviewtui.notation.account import Line, parse_account
from reviewtui.tui.widgets.account_editor import AccountEditor
from reviewtui.tui.widgets.timeline import TimelineList
from tests.journeys.facilitator import in_the_example
from tests.journeys.seen import Seen
from tests.reviews import review_of


async def test_a_step_in_the_timeline_draws_the_two_rows_that_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []
    draw = TimelineList.render_lines

    def counted(self: TimelineList, crop: Region) -> list[Strip]:
        drawn.extend(crop.line_range)
        return draw(self, crop)

    async with in_the_example(tmp_path) as user:
        await user.press("2", "home")
        Seen(user.app)
        await user.settle()
        monkeypatch.setattr(TimelineList, "render_lines", counted)
        await user.press("down")
        assert sorted(drawn) == [1, 2]


async def test_a_timeline_stands_still_until_the_cursor_leaves_it_and_then_moves_by_some_rows(tmp_path: Path) -> None:
    async with in_the_example(tmp_path, (80, 16)) as user:
        await user.press("2", "home")
        user.sees("Thu 12 Nov 2026")
        tops = set()
        for _ in range(15):
            await user.press("down")
            tops.add(user.app.screen.query_one("TimelineStage TimelineList", TimelineList)._top)
        assert len(tops) < 4
        user.sees("First write-up")


async def test_a_letter_draws_the_line_that_it_is_typed_into_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    line = AccountEditor.get_line

    def counted(self: AccountEditor, line_index: int) -> Text:
        drawn.append(self.document.get_line(line_index))
        return line(self, line_index)

    async with in_the_example(tmp_path) as user:
        await user.press("3", "n", "right", "enter", "o")
        Seen(user.app)
        await user.settle()
        monkeypatch.setattr(AccountEditor, "get_line", counted)
        await user.press("n")
        assert set(drawn) == {"on"}


def test_what_was_told_of_one_event_reads_no_account_of_another(monkeypatch: pytest.MonkeyPatch) -> None:
    review = review_of("""
        role Delivery, delivery
        10:42 alert: error rate above 5 %
          Delivery | noticed: today
        10:50 rollback
          Delivery | harder: no log
    """)
    read: list[str] = []

    def counted(text: str) -> tuple[Line, ...]:
        read.append(text)
        return parse_account(text)

    monkeypatch.setattr(telling, "parse_account", counted)
    told = telling.telling_of(review, review.events[1].id)
    accounts: list[Account] = [one.account for role in told.roles for one in role.lines] if told else []
    assert [account.text for account in accounts] == ["harder: no log"] == read
