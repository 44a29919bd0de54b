"""A role in one word, as it is typed while one listens: `ops`."""

from collections.abc import Iterable, Sequence

from reviewtui.model.lookups import short_name
from reviewtui.model.review import Role

FEWEST_LETTERS = 2
"""How many letters of a name stand for it, if no other begins with them."""
_TAKEN = frozenset(",>:?/")
"""What ends a role where one is written, and so stands in no word for one."""


def role_named(word: str, roles: Iterable[Role]) -> Role | None:
    """Return the role that a word stands for, in any case; `None` if there is none, or more than one.

    It is a short name, a name, or the beginning of one of either that no other role shares.
    """
    wanted = " ".join(word.split()).casefold()
    names = [(role, {_plain(short_name(role)), _plain(role.name)} - {""}) for role in roles]
    whole = [role for role, its in names if wanted in its]
    begun = [
        role for role, its in names if len(wanted) >= FEWEST_LETTERS and any(name.startswith(wanted) for name in its)
    ]
    found = whole or begun
    return found[0] if len(found) == 1 else None


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def word_for(role: Role, roles: Sequence[Role]) -> str | None:
    """Return what one types for a role: the inverse of `role_named`; `None` if no word stands for it alone."""
    candidates = (" ".join(name.split()) for name in (short_name(role), role.name))
    return next((word for word in candidates if not _TAKEN & set(word) and role_named(word, roles) is role), None)
