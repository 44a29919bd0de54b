import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.model.review import Role, RoleId
from reviewtui.notation.roles import role_named, word_for
from tests.strategies import texts

ROLES = tuple(
    Role(id=RoleId(name), name=name, short_name=short)
    for name, short in (("Payments delivery", "del"), ("Operations", "ops"), ("Users", ""), ("Upstream users", ""))
)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("ops", "Operations"),
        ("OP", "Operations"),
        ("pay", "Payments delivery"),
        ("payments  delivery", "Payments delivery"),
        ("users", "Users"),
        ("us", "Users"),
        ("up", "Upstream users"),
        ("u", None),
        ("o", None),
        ("", None),
        ("sales", None),
    ],
)
def test_a_role_in_one_word(word: str, name: str | None) -> None:
    found = role_named(word, ROLES)
    assert (found and found.name) == name


def test_a_word_for_two_roles_stands_for_none() -> None:
    twins = (Role(id=RoleId("a"), name="Users"), Role(id=RoleId("b"), name="users"), Role(id=RoleId("c"), name="Usage"))
    assert role_named("users", twins) is None
    assert role_named("us", twins) is None
    assert [word_for(role, twins) for role in twins] == [None, None, "usage"]


@given(st.lists(st.tuples(texts, texts), max_size=4))
def test_what_is_written_for_a_role_stands_for_it(names: list[tuple[str, str]]) -> None:
    roles = [Role(id=RoleId(str(n)), name=name, short_name=short) for n, (name, short) in enumerate(names)]
    for role in roles:
        word = word_for(role, roles)
        assert word is None or role_named(word, roles) is role
