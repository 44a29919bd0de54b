"""What the operating model asks for and the table does not have yet."""

from typing import NamedTuple

from reviewtui.model.first_roles import FIRST_ROLES, FirstRole
from reviewtui.model.lookups import people_in
from reviewtui.model.review import Review, Role, RoleId


class Offer(NamedTuple):
    """Roles that would suit the operating model better than those there are."""

    roles: tuple[FirstRole, ...]
    """Roles to add."""
    without: tuple[Role, ...]
    """Roles to take away: another model began with them, and nothing is theirs yet."""


def offer_of_roles(review: Review) -> Offer | None:
    """Return what roles the operating model asks for; `None` if the roles there are stand for all of its groups.

    Nothing that anybody has put in is ever offered to go.
    """
    left_over = tuple(role for role in review.roles if _is_left_over(review, role))
    stood_for = {group for role in review.roles if role not in left_over for group in role.groups}
    wanted = tuple(first for first in FIRST_ROLES[review.operating_model] if not stood_for.issuperset(first.groups))
    return Offer(wanted, left_over) if wanted else None


def _is_left_over(review: Review, role: Role) -> bool:
    """Tell whether a role is one that another model began with, as it was then, and nothing is its own."""
    as_begun = FirstRole(role.name, role.short_name, role.groups)
    begun = {first for firsts in FIRST_ROLES.values() for first in firsts} - set(FIRST_ROLES[review.operating_model])
    return as_begun in begun and not people_in(review, role.id) and role.id not in _named_anywhere(review)


def _named_anywhere(review: Review) -> frozenset[RoleId]:
    """Return the roles that something else in the review names."""
    several = (
        *(service.roles for service in review.services),
        *(discussion.roles for discussion in review.discussions),
        *(factor.roles for factor in review.factors),
        *(insight.said_by + insight.new_to for insight in review.insights),
    )
    single = (*(account.role for account in review.accounts), *(question.asked_by for question in review.questions))
    return frozenset(role for roles in several for role in roles) | frozenset(role for role in single if role)
