"""The roles that a review begins with, by who runs what is built."""

from collections.abc import Mapping
from typing import NamedTuple

from reviewtui.model.review import Group, OperatingModel


class FirstRole(NamedTuple):
    """A role as a new review has it."""

    name: str
    short_name: str
    groups: tuple[Group, ...]


FIRST_ROLES: Mapping[OperatingModel, tuple[FirstRole, ...]] = {
    OperatingModel.CENTRAL_OPERATIONS: (
        FirstRole("Delivery", "del", (Group.DELIVERY,)),
        FirstRole("Operations", "ops", (Group.OPERATIONS,)),
        FirstRole("Users", "use", (Group.USERS,)),
    ),
    OperatingModel.YOU_BUILD_IT: (
        FirstRole("Product team", "team", (Group.DELIVERY, Group.OPERATIONS)),
        FirstRole("Users", "use", (Group.USERS,)),
    ),
    OperatingModel.CUSTOM: (),
}
"""Who has to be asked under each operating model; a custom list begins empty."""
