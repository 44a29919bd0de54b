from pathlib import Path

import pytest

from reviewtui.model.lookups import event_of
from reviewtui.model.review import Stage
from reviewtui.session import create_session
from reviewtui.tui.stages.accounts import AccountsStage
from reviewtui.tui.widgets.account_cell import AccountCell
from reviewtui.tui.widgets.account_editor import AccountEditor
from tests.journeys.facilitator import SIZES, Facilitator, at_the_keyboard, in_the_example
from tests.reviews import empty_review, review_of

REVIEW = """
    role Delivery, delivery
    role Operations, operations
    role Users, users
    * 10:42 alert: error rate above 5 %
    11:00 rollback starts
"""


@pytest.fixture
def review(tmp_path: Path) -> Path:
    session = create_session(tmp_path / "outage.review.json", review_of(REVIEW))
    session.close()
    return session.path


def told(user: Facilitator) -> dict[tuple[str, str], str]:
    found = {}
    for account in user.review.accounts:
        event = event_of(user.review, account.event)
        assert event is not None
        found[event.title, str(account.role)] = account.text
    return found


async def test_one_more_roles_account_costs_its_text_and_tab(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "enter")
        await user.types("noticed: today\tnoticed: 10:44 pager\tthe page was blank\tnot us\t")
        await user.press("escape")
        assert told(user) == {
            ("error rate above 5 %", "Delivery"): "noticed: today",
            ("error rate above 5 %", "Operations"): "noticed: 10:44 pager",
            ("error rate above 5 %", "Users"): "the page was blank",
            ("rollback starts", "Delivery"): "not us",
        }
        assert user.saved() == user.review


async def test_the_others_stay_in_sight_while_one_writes(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "enter")
        await user.types("we saw it\tso did we")
        user.sees("we saw it", "so did we", "Delivery", "Operations", "Users")


async def test_differences_come_when_the_editor_closes(review: Path) -> None:
    sentence = "The alert reached Operations at 10:44 by pager; Delivery heard of it in this room."
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "enter")
        await user.types("noticed: today\tnoticed: 10:44 pager")
        user.does_not_see("≠")
        await user.press("ctrl+s")
        user.sees(f"≠ {sentence}", "? Only Delivery and Operations told this moment so far")


async def test_shift_tab_goes_back_over_the_border_of_an_event(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "down", "enter")
        await user.types("first")
        await user.press("shift+tab")
        await user.types("users of the event before")
        await user.press("escape")
        assert told(user) == {
            ("rollback starts", "Delivery"): "first",
            ("error rate above 5 %", "Users"): "users of the event before",
        }


async def test_what_is_typed_reaches_the_review_before_the_editor_closes(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "enter")
        await user.types("still typ")
        await user.wait_until(lambda: bool(user.review.accounts))
        assert told(user) == {("error rate above 5 %", "Delivery"): "still typ"}


async def test_opening_an_account_and_leaving_it_changes_nothing(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "enter")
        await user.types("one line")
        await user.press("escape")
        before = user.review
        await user.press("enter", "escape")
        assert user.review is before
        await user.press("enter")
        await user.types("another")
        await user.press("escape")
        assert told(user) == {("error rate above 5 %", "Delivery"): "one line\nanother"}


async def test_a_second_account_of_one_role_and_who_told_it(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("down", "down", "down", "N")
        await user.types("it looked quiet from where I sat")
        await user.press("escape")
        user.sees("account 2 of 2", "it looked quiet from where")
        await user.press("p")
        user.sees("Amara Teal")
        assert user.review.accounts[-1].person is not None


async def test_undo_takes_back_what_one_editor_wrote_and_says_so(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "enter")
        await user.types("one\ttwo")
        await user.press("escape", "u")
        assert user.notice == "took back: record Operations' account of 10:42 error rate above 5 %"
        assert told(user) == {("error rate above 5 %", "Delivery"): "one"}
        await user.press("u", "ctrl+y", "ctrl+y")
        assert len(told(user)) == 2


async def test_in_an_editor_undo_is_for_what_is_typed_there(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "enter")
        await user.types("one\ntwo")
        editor = user.app.screen.query_one(AccountEditor)
        await user.press("ctrl+z")
        assert editor.said == "one\n"
        await user.press("ctrl+y", "x", "escape")
        assert told(user) == {("error rate above 5 %", "Delivery"): "one\ntwox"}
        await user.press("enter", "ctrl+z")
        assert user.notice == "nothing to take back of what is typed here"
        await user.press(*"more", "escape")
        assert told(user) == {("error rate above 5 %", "Delivery"): "one\ntwox\nmore"}


async def test_what_was_written_and_emptied_again_is_brought_back(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "enter")
        await user.types("the pager")
        user.app.screen.query_one(AccountsStage).submit()
        await user.press("ctrl+u", "escape")
        assert not told(user)
        await user.press("u")
        assert told(user) == {("error rate above 5 %", "Delivery"): "the pager"}


async def test_from_what_the_room_sees_one_comes_back_into_the_editor(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "enter")
        await user.types("the pager")
        await user.press("f9")
        user.sees("the pager")
        await user.press("f9")
        await user.types(" rang x")
        await user.press("escape")
        assert told(user) == {("error rate above 5 %", "Delivery"): "the pager rang x"}
        assert not user.review.events[0].discussed


async def test_what_was_told_of_one_step_is_over_with_the_next(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "x", "u")
        assert user.notice.startswith("took back")
        await user.press("x")
        assert not user.notice


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
async def test_the_end_of_a_long_account_stays_in_sight_when_it_has_been_written(
    review: Path, size: tuple[int, int]
) -> None:
    async with at_the_keyboard(review.parent, review, size) as user:
        await user.press("3", "enter")
        await user.types("\n".join(f"line number {number}" for number in range(40)))
        await user.press("escape")
        user.sees("line number 39")
        user.does_not_see("line number 0\n")
        await user.press("right", "left")
        user.sees("line number 0")
        user.does_not_see("line number 39")


async def test_the_cursor_goes_to_both_ends_of_an_account(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "enter")
        await user.types("one\ntwo\nthree")
        await user.press("up", "ctrl+home", "a", "ctrl+end", "z", "escape")
        assert told(user) == {("error rate above 5 %", "Delivery"): "aone\ntwo\nthreez"}


async def test_undo_crosses_the_borders_of_stages(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "enter")
        await user.types("one")
        await user.press("escape", "2", "asterisk", "1", "s")
        await user.types("Checkout")
        await user.press("escape", "6", "u", "u", "u")
        assert user.review.stage is Stage.REPORT
        assert (user.review.accounts, user.review.services) == ((), ())
        assert [event.key_moment for event in user.review.events] == [True, False]


async def test_going_to_another_stage_keeps_what_is_being_written(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "enter")
        await user.types("kept")
        await user.app.screen.action_stage("timeline")  # type: ignore[attr-defined]
        await user.settle()
        assert told(user) == {("error rate above 5 %", "Delivery"): "kept"}


async def test_rows_where_a_role_has_less_than_28_cells(tmp_path: Path) -> None:
    async with in_the_example(tmp_path, (80, 24)) as user:
        assert user.app.screen.query_one("#board").has_class("-rows")
        user.sees("Delivery", "Operations")
        await user.press("v")
        assert user.app.screen.query_one("#board").has_class("-columns")
        user.sees("Delivery", "Operations", "→ more of Users")
    async with in_the_example(tmp_path, (120, 36)) as user:
        assert user.app.screen.query_one("#board").has_class("-columns")


async def test_the_edges_say_which_roles_go_on_beyond_them(tmp_path: Path) -> None:
    async with in_the_example(tmp_path, (80, 24)) as user:
        await user.press("n")
        user.sees("↓ more of Users")
        user.does_not_see("↑ more of")
        await user.press("right", "right")
        user.sees("↑ more of 2 roles: Delivery, Operations")
        user.does_not_see("↓ more of")


MANY = [f"Team {letter}" for letter in "ABCDEFGHIJKL"]
LONG = " ".join(["we looked at the board and thought nothing of it"] * 9)
OF_MANY = "\n".join(
    [
        *(f"role {name}, delivery" for name in MANY),
        "10:42 alert: error rate above 5 %",
        *(f"  {name} | {LONG}" for name in MANY),
        *(f"  {name} | no, it was another board" for name in MANY),
    ]
)


@pytest.mark.parametrize("size", [(80, 24), (200, 60)], ids=str)
async def test_each_account_of_many_roles_comes_into_sight_whole(tmp_path: Path, size: tuple[int, int]) -> None:
    session = create_session(tmp_path / "many.review.json", review_of(OF_MANY))
    session.close()
    async with at_the_keyboard(tmp_path, session.path, size) as user:
        await user.press("3")
        await user.wait_until(lambda: "↓ more of " in user.screen)
        user.sees(" roles: ")
        await user.press("right", "v")
        user.sees("→ more of ", "Team A", "› account 2 of 2")
        await user.press("left")
        for name in MANY:
            user.sees(name, "› account 1 of 2")
            await user.press("right")
            user.sees(name, "› account 2 of 2", "no, it was another board")
            for cell in user.app.screen.query(AccountCell):
                seen = cell.region.intersection(user.app.screen.query_one("#cells").region)
                assert seen.width in {0, cell.region.width}
            await user.press("right")
        user.sees("← more of ")
        user.does_not_see("→ more of ")
        await user.press("v", *["left"] * 23)
        user.sees("Team A", "› account 1 of 2")


async def test_an_empty_review_says_what_to_press(tmp_path: Path) -> None:
    session = create_session(tmp_path / "empty.review.json", empty_review())
    session.close()
    async with at_the_keyboard(tmp_path, session.path) as user:
        await user.press("3")
        user.sees("No moments yet")
        await user.press("enter", "N", "asterisk", "delete", "p", "down", "right", "n", "v")
        user.sees("No moments yet")


async def test_keys_typed_in_one_burst_all_arrive_where_they_belong(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3")
        await user.press("enter", *"abc", "tab", *"def", "escape", "2", "e", *"10:50", "space", *"x1", "enter")
        assert told(user) == {
            ("error rate above 5 %", "Delivery"): "abc",
            ("error rate above 5 %", "Operations"): "def",
        }
        assert [event.title for event in user.review.events] == ["error rate above 5 %", "x1", "rollback starts"]


async def test_a_hand_faster_than_the_screen_still_writes_where_it_is(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        await user.press("3", "home", *["enter", "tab", "escape", "down"] * 4)
        await user.press("enter", *"fast", "escape")
        assert [one.text.endswith("fast") for one in user.review.accounts].count(True) == 1
        assert user.app.focused is user.app.screen.query_one(AccountsStage)


async def test_the_role_that_one_stands_at_is_lit_as_soon_as_the_review_is_open(tmp_path: Path) -> None:
    async with in_the_example(tmp_path) as user:
        assert [cell.has_class("-here") for cell in user.app.screen.query(AccountCell)] == [True, False, False]


@pytest.mark.parametrize("turned", [[], ["v"]], ids=["first", "other"])
@pytest.mark.parametrize("size", [*SIZES.values(), (60, 18)], ids=str)
async def test_the_line_that_is_being_written_stays_in_sight(
    tmp_path: Path, size: tuple[int, int], turned: list[str]
) -> None:
    async with in_the_example(tmp_path, size) as user:
        await user.press("n", *turned, "right", "right", "enter")
        for number in range(1, 20):
            await user.types(f"line {number}")
            user.sees(f"line {number}", "→ narrative")
            await user.press("enter")
        editor, cells = user.app.screen.query_one(AccountEditor), user.app.screen.query_one("#cells")
        assert editor.region.intersection(cells.region).contains_point(editor.cursor_screen_offset)


async def test_a_dialog_may_open_right_behind_an_editor_that_closes(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3")
        for _ in range(3):
            await user.press("enter", "x", "escape", "question_mark")
            user.sees("Accounts", "Write what the role tells")
            await user.press("escape")


async def test_what_a_line_is_understood_as_stands_beside_it_and_moves_nothing(review: Path) -> None:
    async with at_the_keyboard(review.parent, review) as user:
        await user.press("3", "enter")
        await user.types("we were there\nnot: +2m pager\nimpa: partial\nhar: the cache logs nothing")
        editor = user.app.screen.query_one(AccountEditor)
        shown = [editor.render_line(number).text.rstrip() for number in range(5)]
        assert shown == ["we were there", "not: +2m pager       sign", "impa: partial      impact", *shown[3:]]
        assert shown[3:] == ["har: the cache logs", "nothing          surprise"]
        user.sees("→ surprise · a surprise t")
        for keys, words in ((["up", "up"], "→ impact · partial"), (["up"], "→ sign · 10:44 · pager")):
            await user.press(*keys)
            user.sees(words)
        await user.press("escape")
        assert told(user).popitem()[1].startswith("we were there\nnot: +2m pager\nimpa: partial\nhar:")


TWO = """
    role Delivery, delivery
    role Operations, operations
    person Ana, Delivery
    person Zoe, Delivery
    10:42 alert: error rate above 5 %
      Delivery | it was red
      Delivery | it was green
      Operations | it was off
"""


@pytest.mark.parametrize("turned", [[], ["v"]], ids=["first", "other"])
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
async def test_each_of_several_accounts_is_written_where_it_stands_under_its_teller(
    tmp_path: Path, size: tuple[int, int], turned: list[str]
) -> None:
    session = create_session(tmp_path / "two.review.json", review_of(TWO))
    session.close()
    async with at_the_keyboard(tmp_path, session.path, size) as user:
        await user.press("3", *turned, "p", "right", "p", "p", "left", "enter")
        await user.types("so I rang")

        def in_order(*texts: str) -> None:
            user.sees(*texts)
            places = [user.screen.index(text) for text in texts]
            assert places == sorted(places), user.screen

        in_order("› Ana", "it was red", "so I rang", "→ narrative", "Zoe", "it was green")
        user.sees("it was off")
        await user.press("escape", "right", "enter")
        await user.types("as ever")
        in_order("Ana", "so I rang", "› Zoe", "it was green", "as ever", "→ narrative")
        await user.press("escape", "N")
        await user.types("who knows")
        in_order("› account 3 of 3", "who knows", "→ narrative")
        await user.press("escape")
        assert [(str(one.person), one.text) for one in user.review.accounts if one.role == "Delivery"] == [
            ("Ana", "it was red\nso I rang"),
            ("Zoe", "it was green\nas ever"),
            ("None", "who knows"),
        ]
