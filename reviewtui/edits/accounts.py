"""Changes to what the roles told."""

from datetime import datetime

from reviewtui.edits.naming import edit
from reviewtui.edits.records import replacing, with_fields, with_table, without_record
from reviewtui.edits.veil import with_fitting_veil
from reviewtui.model.lookups import account_of
from reviewtui.model.review import Account, AccountId, EventId, PersonId, Review, RoleId, Via


@edit("record {role's} account of {event}")
def write_account(
    review: Review,
    *,
    account: AccountId,
    event: EventId,
    role: RoleId,
    recorded_at: datetime,
    text: str,
    person: PersonId | None = None,
) -> Review:
    """Keep what a role told of an event, in its words: a new account, or another text for one that is there.

    An account whose text becomes blank is gone; nothing was told.

    Args:
        review: The review.
        account: The account's id, new or known.
        event: The event it is of.
        role: The role that told it.
        recorded_at: When it was told, in UTC; kept from the first time it was written.
        text: What was told, in the notation of accounts.
        person: Who of the role told it, if that is said.
    """
    there = account_of(review, account)
    if not text.strip():
        return with_table(review, "accounts", without_record(review.accounts, account))
    if there is not None:
        return replacing(review, "accounts", with_fields(there, text=text))
    told = Account(
        id=account, event=event, role=role, person=person, zone=review.zone, recorded_at=recorded_at, text=text
    )
    return with_table(review, "accounts", (*review.accounts, told))


@edit("record {role's} prediction of {event}")
def write_prediction(
    review: Review, *, account: AccountId, event: EventId, role: RoleId, recorded_at: datetime, text: str, blind: bool
) -> Review:
    """Keep what a role said before an experiment that it expects: as `write_account`, marked as a prediction.

    Args:
        review: The review.
        account: The account's id, new or known.
        event: The experiment.
        role: The role that expects it.
        recorded_at: When it was said, in UTC; kept from the first time it was written.
        text: What it expects, in the notation of accounts.
        blind: Whether it is given without sight of what others expect; then it is veiled.
    """
    told = write_account(review, account=account, event=event, role=role, recorded_at=recorded_at, text=text)
    written = account_of(told, account)
    if written is not None and account_of(review, account) is None:
        foretold = with_fields(written, prediction=True, blind=blind, via=Via.FORM if blind else Via.ROOM)
        told = replacing(told, "accounts", foretold)
    return with_fitting_veil(told, event) if blind else told


@edit("say who told {role's} account")
def name_teller(review: Review, *, account: AccountId, role: RoleId, person: PersonId | None) -> Review:  # noqa: ARG001 - the role names the edit
    """Set which person of a role told an account."""
    there = account_of(review, account)
    return replacing(review, "accounts", with_fields(there, person=person)) if there else review


@edit("remove {role's} account of {event}")
def remove_account(review: Review, *, account: AccountId, role: RoleId, event: EventId) -> Review:  # noqa: ARG001 - they name the edit
    """Remove an account."""
    return with_table(review, "accounts", without_record(review.accounts, account))
