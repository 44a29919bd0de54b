from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.model.review import ActionState, Effect, FactorKind, Lens, Role, RoleId
from reviewtui.notation.lines import (
    EFFECT_WORDS,
    KIND_WORDS,
    LENS_WORDS,
    STATE_WORDS,
    ActionLine,
    FactorLine,
    InsightLine,
    QuestionLine,
    format_action,
    format_factor,
    format_insight,
    format_question,
    parse_action,
    parse_factor,
    parse_insight,
    parse_question,
)
from tests.strategies import lines_of_text, texts

TODAY = date(2026, 11, 13)
DELIVERY, OPERATIONS, USERS = RoleId("d"), RoleId("o"), RoleId("u")
ROLES = (
    Role(id=DELIVERY, name="Payments delivery", short_name="del"),
    Role(id=OPERATIONS, name="Operations", short_name="ops"),
    Role(id=USERS, name="Users"),
)

# In what is added to a line, and in an owner, the mark that begins it can't be told from another of its kind.
asides = lines_of_text.filter(lambda text: f" {text} ".count(" // ") == 0)
owners = asides.filter(lambda text: " @" not in f" {text}")
tricky = st.builds(
    "".join,
    st.lists(
        st.sampled_from(
            [
                "human: ",
                "a",
                " by Friday",
                " @Ana",
                " // x",
                " //",
                "done: ",
                "usage, ops: ",
                "ops? ",
                "? ",
                "@",
                " by -",
            ]
        ),
        max_size=5,
    ),
).map(lambda text: " ".join(text.split()))
lines = st.one_of(lines_of_text, tricky).filter(bool)
role_ids = st.lists(st.sampled_from([role.id for role in ROLES]), unique=True, max_size=3).map(tuple)


class TestFactors:
    @pytest.mark.parametrize(
        ("line", "factor"),
        [
            (
                "technical: in-memory cache has no logging",
                FactorLine(FactorKind.TECHNICAL, Effect.CONTRIBUTED, "in-memory cache has no logging"),
            ),
            (
                "human, easier: two people happened to be in the office",
                FactorLine(FactorKind.HUMAN, Effect.MADE_IT_EASIER, "two people happened to be in the office"),
            ),
            ("Harder : no log", FactorLine(FactorKind.TECHNICAL, Effect.MADE_IT_HARDER, "no log")),
            ("no log", FactorLine(FactorKind.TECHNICAL, Effect.CONTRIBUTED, "no log")),
            ("the log: none", FactorLine(FactorKind.TECHNICAL, Effect.CONTRIBUTED, "the log: none")),
            ("human, tall: x", FactorLine(FactorKind.TECHNICAL, Effect.CONTRIBUTED, "human, tall: x")),
            ("human, technical: x", FactorLine(FactorKind.TECHNICAL, Effect.CONTRIBUTED, "human, technical: x")),
        ],
    )
    def test_in_one_line(self, line: str, factor: FactorLine) -> None:
        assert parse_factor(line) == factor

    @given(st.sampled_from(FactorKind), st.sampled_from(Effect), lines)
    def test_reading_what_was_written(self, kind: FactorKind, effect: Effect, text: str) -> None:
        assert parse_factor(format_factor(kind, effect, text)) == FactorLine(kind, effect, text)


class TestInsights:
    @pytest.mark.parametrize(
        ("line", "insight"),
        [
            ("usage: callers tell when", InsightLine("callers tell when", Lens.USAGE)),
            (
                "eng, del > ops, use: caches fill // Payouts: try it",
                InsightLine("caches fill", Lens.ENGINEERING, (DELIVERY,), (OPERATIONS, USERS), "Payouts: try it"),
            ),
            ("Ops > pay: we restart it", InsightLine("we restart it", Lens.OPERATIONAL, (), (DELIVERY,))),
            ("callers tell when: at once", InsightLine("callers tell when: at once")),
            (
                "usage, sales: callers",
                InsightLine("usage, sales: callers", problems=("no role “sales”: the line is kept whole",)),
            ),
        ],
    )
    def test_in_one_line(self, line: str, insight: InsightLine) -> None:
        assert parse_insight(line, ROLES) == insight

    @given(lines, st.sampled_from(Lens), role_ids, role_ids, asides)
    def test_reading_what_was_written(
        self, text: str, lens: Lens, said_by: tuple[RoleId, ...], new_to: tuple[RoleId, ...], for_whom: str
    ) -> None:
        insight = InsightLine(text, lens, said_by, new_to, for_whom)
        assert parse_insight(format_insight(insight, ROLES), ROLES) == insight

    def test_a_role_that_no_word_stands_for_is_left_out_and_the_rest_is_written(self) -> None:
        roles = (Role(id=USERS, name="a, b: c", short_name="[/]?"), Role(id=DELIVERY, name=""))
        insight = InsightLine("x", Lens.USAGE, (USERS,), (DELIVERY,), "y")
        assert format_insight(insight, roles) == "usage: x // y"


class TestActions:
    @pytest.mark.parametrize(
        ("line", "action"),
        [
            (
                "Add logging to the cache @Payments delivery by 2026-12-01",
                ActionLine("Add logging to the cache", owner="Payments delivery", due=date(2026, 12, 1)),
            ),
            ("log it by Friday @Ana", ActionLine("log it", owner="Ana", due=date(2026, 11, 20), problems=("today",))),
            ("agreed: log it by +2w", ActionLine("log it", ActionState.AGREED, due=date(2026, 11, 27))),
            (
                "meet @noon and drive by car @Ana",
                ActionLine("meet @noon and drive by car", owner="Ana", problems=("car",)),
            ),
            (
                "declined: no rollouts on Thursdays // it waits longer then",
                ActionLine("no rollouts on Thursdays", ActionState.DECLINED, reason="it waits longer then"),
            ),
            ("mail a@b.example", ActionLine("mail a@b.example")),
            ("log it by 31 February", ActionLine("log it by 31 February", problems=("no day in",))),
            ("log it by 2026-11-01", ActionLine("log it", due=date(2026, 11, 1), problems=("past",))),
            ("read https://x.example", ActionLine("read https://x.example")),
        ],
    )
    def test_in_one_line(self, line: str, action: ActionLine) -> None:
        read = parse_action(line, TODAY)
        assert read._replace(problems=()) == action._replace(problems=())
        assert len(read.problems) == len(action.problems)
        assert all(word in problem for word, problem in zip(action.problems, read.problems, strict=True))

    @given(lines, st.sampled_from(ActionState), owners, st.none() | st.dates(), asides)
    def test_reading_what_was_written(
        self, text: str, state: ActionState, owner: str, due: date | None, reason: str
    ) -> None:
        action = ActionLine(text, state, owner, due, reason)
        assert parse_action(format_action(action, TODAY), TODAY)._replace(problems=()) == action


class TestQuestions:
    @pytest.mark.parametrize(
        ("line", "question"),
        [
            ("who went elsewhere?", QuestionLine("who went elsewhere?")),
            ("use? who went elsewhere?", QuestionLine("who went elsewhere?", USERS, says_who=True)),
            ("Ops? what kept it // chance", QuestionLine("what kept it", OPERATIONS, says_who=True, answer="chance")),
            ("? ops? is it", QuestionLine("ops? is it", says_who=True)),
            ("why? because", QuestionLine("why? because")),
            ("ops?", QuestionLine("ops?")),
        ],
    )
    def test_in_one_line(self, line: str, question: QuestionLine) -> None:
        assert parse_question(line, ROLES) == question

    @given(lines, st.none() | st.sampled_from([role.id for role in ROLES]), asides)
    def test_reading_what_was_written(self, text: str, asked_by: RoleId | None, answer: str) -> None:
        question = QuestionLine(text, asked_by, bool(asked_by), answer)
        again = parse_question(format_question(question, ROLES), ROLES)
        assert (again.text, again.asked_by, again.answer) == (text, asked_by, answer)


@given(texts)
def test_no_text_makes_a_parser_raise_or_lose_its_words(text: str) -> None:
    whole = " ".join(text.split("\n"))
    reads = (
        parse_factor(text).text,
        parse_insight(text, ROLES).text,
        parse_action(text, TODAY).text,
        parse_question(text, ROLES).text,
    )
    assert all(read in whole for read in reads)


def test_every_word_stands_for_one_thing() -> None:
    for table, values in (
        (KIND_WORDS, FactorKind),
        (EFFECT_WORDS, Effect),
        (LENS_WORDS, Lens),
        (STATE_WORDS, ActionState),
    ):
        words = [word for its in table.values() for word in its]
        assert len(words) == len(set(words))
        assert set(table) == set(values)
