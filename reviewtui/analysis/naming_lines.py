"""Whether what one role said is named by another anywhere in the review."""

from collections import defaultdict

from reviewtui.analysis.telling import counting_accounts
from reviewtui.model.review import Review, RoleId
from reviewtui.notation.account import parse_account

ALIKE = 80
"""The token-set ratio, of 100, from which two lines count as naming the same thing."""

SaidByRole = dict[RoleId, tuple[str, ...]]


def said_by_role(review: Review) -> SaidByRole:
    """Return every line that each role said anywhere, filed or not, narrative included, ready to be compared."""
    said: defaultdict[RoleId, list[str]] = defaultdict(list)
    for account in counting_accounts(review):
        if account.role is not None:
            said[account.role] += (_comparable(line.text) for line in parse_account(account.text))
    return {role: tuple(lines) for role, lines in said.items()}


def _comparable(text: str) -> str:
    from rapidfuzz.utils import default_process

    return default_process(text)


def is_named_by_another(text: str, role: RoleId, said: SaidByRole) -> bool:
    """Tell whether any role but `role` has a line that names what `text` does."""
    from rapidfuzz.fuzz import token_set_ratio
    from rapidfuzz.process import extractOne

    query = _comparable(text)
    return any(
        extractOne(query, lines, scorer=token_set_ratio, processor=None, score_cutoff=ALIKE) is not None
        for other, lines in said.items()
        if other != role
    )
