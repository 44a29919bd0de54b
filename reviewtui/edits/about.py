"""A new review, and what it says of itself."""

from collections.abc import Iterable
from datetime import datetime

from reviewtui.edits.naming import edit
from reviewtui.edits.records import with_fields
from reviewtui.model.first_roles import FIRST_ROLES
from reviewtui.model.review import OperatingModel, Review, ReviewId, ReviewKind, Role, RoleId, Status


def new_review(
    *,
    id: ReviewId,  # noqa: A002 - it is the id of DOMAIN's records
    title: str,
    zone: str,
    operating_model: OperatingModel,
    kind: ReviewKind,
    created_at: datetime,
    role_ids: Iterable[RoleId],
) -> Review:
    """Return an empty review with the roles that its operating model asks for.

    Args:
        id: Its id.
        title: Its title.
        zone: The zone in which its times are shown.
        operating_model: Who runs what is built; decides which roles it begins with.
        kind: What it looks back on.
        created_at: Now, in UTC.
        role_ids: Ids for its first roles, at least three.
    """
    roles = tuple(
        Role(id=role_id, name=name, short_name=short, groups=groups, colour=colour)
        for colour, (role_id, (name, short, groups)) in enumerate(
            zip(role_ids, FIRST_ROLES[operating_model], strict=False)
        )
    )
    return Review(
        id=id,
        title=title,
        kind=kind,
        operating_model=operating_model,
        zone=zone,
        created_at=created_at,
        roles=roles,
    )


@edit("describe the review")
def describe_review(
    review: Review,
    *,
    title: str,
    kind: ReviewKind,
    status: Status,
    operating_model: OperatingModel,
    severity: str,
    zone: str,
    summary: str,
) -> Review:
    """Set what the review says of itself; a blank title leaves the one it has."""
    return with_fields(
        review,
        title=title.strip() or review.title,
        kind=kind,
        status=status,
        operating_model=operating_model,
        severity=severity,
        zone=zone,
        summary=summary,
    )
