"""What a difference is, and what a pass that looks for differences is given."""

from collections.abc import Iterable
from typing import NamedTuple

from reviewtui.analysis.naming_lines import Asked, Naming
from reviewtui.analysis.telling import Telling, ToldLine, counting_accounts
from reviewtui.model.review import AccountId, DifferenceKind, EventId, Review, RoleId

CERTAIN = frozenset({DifferenceKind.UNAWARE, DifferenceKind.TIMING, DifferenceKind.IMPACT})
"""The kinds in which the accounts themselves differ."""


class Ground(NamedTuple):
    """A line that a difference rests on."""

    account: AccountId
    line: int
    """Its place in the account, from 1."""


class Difference(NamedTuple):
    """One way in which the pictures of one event differ."""

    kind: DifferenceKind
    event: EventId
    roles: tuple[RoleId, ...]
    """The roles whose pictures it is about, in the review's order."""
    sentence: str
    why: tuple[Ground, ...]
    """What it rests on; empty where it rests on silence."""

    @property
    def certain(self) -> bool:
        """Whether it is a statement; otherwise it is a question, and private until it is confirmed."""
        return self.kind in CERTAIN


class Everywhere:
    """What is asked of a review as a whole, found when it is first needed.

    Args:
        review: The review.
        before: What was found of an earlier form of it; what of that still holds is not found again.
    """

    def __init__(self, review: Review, before: "Everywhere | None" = None) -> None:
        self.review = review
        known = before.naming_so_far if before else None
        self.naming_so_far: Naming | None = Naming(counting_accounts(review), known) if known else None
        """The same as `naming`, if it has been needed."""

    @property
    def naming(self) -> Naming:
        """What each role said anywhere, and which of it another role names."""
        if self.naming_so_far is None:
            self.naming_so_far = Naming(counting_accounts(self.review))
        return self.naming_so_far

    @property
    def no_longer_known(self) -> frozenset[Asked]:
        """The lines of which it was known of the earlier form of the review whether another role names them."""
        return self.naming_so_far.no_longer_known if self.naming_so_far else frozenset()


class Scene(NamedTuple):
    """What a pass looks at: what was told of one event, and the review around it."""

    telling: Telling
    around: Everywhere

    @property
    def review(self) -> Review:
        """The review."""
        return self.around.review

    def difference(
        self, kind: DifferenceKind, roles: Iterable[RoleId], sentence: str, why: Iterable[ToldLine] = ()
    ) -> Difference:
        """Return a difference at this event, its roles in the review's order."""
        named = set(roles)
        in_order = tuple(role.id for role in self.review.roles if role.id in named)
        grounds = tuple(Ground(told.account.id, told.line.number) for told in why)
        return Difference(kind, self.telling.event.id, in_order, sentence, grounds)
