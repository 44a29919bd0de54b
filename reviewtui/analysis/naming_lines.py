"""Whether what one role said is named by another anywhere in the review."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from reviewtui.model.review import Account, RoleId
from reviewtui.notation.account import parse_account

ALIKE = 80
"""The token-set ratio, of 100, from which two lines count as naming the same thing."""

Asked = tuple[RoleId, str]
"""A role, and what it said, ready to be compared."""


_Said = Mapping[RoleId, Counter[str]]
"""How often each role said each line."""


class Naming:
    """What each role said anywhere, filed or not, narrative included; and what of it another role names.

    To compare a line with all others takes long where there are many. An answer is kept with the line that it rests on,
    and holds for a later form of the review as long as that line is there, or as long as no new one names it.

    Args:
        accounts: The accounts that count.
        before: The naming of an earlier form of the review.
    """

    def __init__(self, accounts: Iterable[Account], before: "Naming | None" = None) -> None:
        counting = (account for account in accounts if account.role is not None)
        self.accounts: Mapping[int, Account] = {id(account): account for account in counting}
        earlier = before.accounts if before else {}
        come = [account for place, account in self.accounts.items() if place not in earlier]
        gone = [account for place, account in earlier.items() if place not in self.accounts]
        self.said: _Said = _changed(before.said if before else {}, come, gone)
        """What the roles said."""
        self.named_by: dict[Asked, str | None] = before.still_named_by(self.said, come) if before else {}
        """By what was asked, the line that names it; `None`: no line does."""
        self.no_longer_known: frozenset[Asked] = (
            frozenset(before.named_by.keys() - self.named_by.keys()) if before else frozenset()
        )
        """What was known of the earlier form of the review and has to be found anew."""

    def is_named_by_another(self, asked: Asked) -> bool:
        """Tell whether any role but the one that said it has a line that names the same."""
        if asked not in self.named_by:
            self.named_by[asked] = _naming_line(asked, self.said)
        return self.named_by[asked] is not None

    def still_named_by(self, said: _Said, come: Collection[Account]) -> dict[Asked, str | None]:
        """Return the answers that hold where `said` is what the roles said, of which `come` is new."""
        new = _changed({}, come, ())
        return {asked: line for asked, line in self.named_by.items() if _holds(asked, line, said, new)}


def asked_of(role: RoleId, text: str) -> Asked:
    """Return what is asked of a line that a role said."""
    return role, _comparable(text)


def _comparable(text: str) -> str:
    from rapidfuzz.utils import default_process

    return default_process(text)


@lru_cache(maxsize=65536)
def _comparable_lines(text: str) -> tuple[str, ...]:
    return tuple(_comparable(line.text) for line in parse_account(text))


def _changed(said: _Said, come: Collection[Account], gone: Collection[Account]) -> _Said:
    """Return what the roles said with some accounts more and some less; the same object if there are none."""
    if not come and not gone:
        return said
    lines: defaultdict[RoleId, Counter[str]] = defaultdict(Counter)
    lines.update({role: Counter(there) for role, there in said.items()})
    for account in come:
        if account.role is not None:
            lines[account.role].update(_comparable_lines(account.text))
    for account in gone:
        if account.role is not None:
            lines[account.role].subtract(_comparable_lines(account.text))
    return {role: +there if gone else there for role, there in lines.items()}


def _holds(asked: Asked, line: str | None, said: _Said, new: _Said) -> bool:
    """Tell whether what was found of a line still holds: it is named by a line that is there, or by none of the new."""
    if line is None:
        return _naming_line(asked, new) is None
    return any(line in there for role, there in said.items() if role != asked[0])


def _naming_line(asked: Asked, said: _Said) -> str | None:
    """Return a line of another role that names what is asked for, ready to be compared; `None` if there is none."""
    from rapidfuzz.fuzz import token_set_ratio
    from rapidfuzz.process import extractOne

    role, query = asked
    for other, lines in said.items():
        if other != role:
            found = extractOne(query, lines.keys(), scorer=token_set_ratio, processor=None, score_cutoff=ALIKE)
            if found is not None:
                return str(found[0])
    return None
