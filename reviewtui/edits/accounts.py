"""Changes to what the roles told."""

from datetime import datetime

from reviewtui.edits.naming import edit
from reviewtui.edits.records import replacing, with_fields, with_table, without_record
from reviewtui.edits.veil import with_fitting_veil, with_veils_of
from reviewtui.model.lookups import account_of, accounts_at, event_of, is_filed, person_of, role_of
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


@edit("keep what was caught")
def capture_account(
    review: Review,
    *,
    account: AccountId,
    event: EventId | None,
    role: RoleId | None,
    recorded_at: datetime,
    text: str,
) -> Review:
    """Keep a line that was caught while somebody spoke: of an event and by a role, as far as either is known.

    It is filed once it has both. A line that is filed joins the account that the role told of the event last, if that
    was told in the room; so what is caught line by line reads as one account. Nothing is kept of a blank line.

    Args:
        review: The review.
        account: An id for a new account.
        event: The event it is of; `None`: not known yet.
        role: The role that told it; `None`: not known yet.
        recorded_at: When it was told, in UTC.
        text: What was told, in the notation of accounts.
    """
    if not text.strip():
        return review
    told = Account(id=account, event=event, role=role, zone=review.zone, recorded_at=recorded_at, text=text)
    return _joined(review, told) if is_filed(told) else with_table(review, "accounts", (*review.accounts, told))


@edit("file what was caught")
def file_accounts(
    review: Review, *, accounts: tuple[AccountId, ...], event: EventId | None, role: RoleId | None
) -> Review:
    """File lines that were caught: each gets the event and the role, where they are given; others keep theirs.

    Args:
        review: The review.
        accounts: The lines that are to be filed, in the order in which they join what is there.
        event: The event they are of; `None`: each keeps its own.
        role: The role that told them; `None`: each keeps its own.
    """
    for id_ in accounts:
        if (there := account_of(review, id_)) is None:
            continue
        filed = with_fields(there, event=event or there.event, role=role or there.role)
        if is_filed(filed):
            review = _joined(with_table(review, "accounts", without_record(review.accounts, id_)), filed)
        else:
            review = replacing(review, "accounts", filed)
    return review


@edit("remove what was caught")
def drop_caught(review: Review, *, accounts: tuple[AccountId, ...]) -> Review:
    """Remove lines that were caught and are not filed; what is filed stays."""
    kept = (one for one in review.accounts if one.id not in accounts or is_filed(one))
    return with_table(review, "accounts", kept)


@edit("move {role's} account to {event}")
def move_account(review: Review, *, account: AccountId, event: EventId, role: RoleId) -> Review:  # noqa: ARG001 - the role names the edit
    """Move an account to another event, where it stays one of its own; what may not be seen is not seen there."""
    there = account_of(review, account)
    if there is None or event_of(review, event) is None or there.event == event:
        return review
    return with_veils_of(review, replacing(review, "accounts", with_fields(there, event=event)))


@edit("say that {role} told an account of {event}")
def name_role(review: Review, *, account: AccountId, role: RoleId, event: EventId) -> Review:  # noqa: ARG001 - the event names the edit
    """Set which role told an account; a person of another role did not."""
    there = account_of(review, account)
    if there is None or role_of(review, role) is None:
        return review
    person = person_of(review, there.person)
    fitting = person.id if person and person.role == role else None
    return replacing(review, "accounts", with_fields(there, role=role, person=fitting))


def _joined(review: Review, told: Account) -> Review:
    """Return a review in which what was told stands below what its role told of its event in the room before.

    What was written blind stays an account of its own, under the veil.
    """
    if told.event is None or not _takes_more(told):
        beside = with_table(review, "accounts", (*review.accounts, told))
        return with_fitting_veil(beside, told.event) if told.blind and told.event else beside
    before = [one for one in accounts_at(review, told.event, told.role) if _takes_more(one)]
    if not before:
        return with_table(review, "accounts", (*review.accounts, told))
    last = before[-1]
    return replacing(review, "accounts", with_fields(last, text=f"{last.text.rstrip()}\n{told.text}"))


def _takes_more(account: Account) -> bool:
    return account.via is Via.ROOM and not account.blind and not account.prediction and account.person is None
