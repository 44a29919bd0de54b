"""What the facilitator decides before others read a review. Each decision can be taken back, and taken anew."""

from typing import Any, TypeVar

from reviewtui.edits.naming import Change, edit
from reviewtui.edits.records import with_fields
from reviewtui.model.review import AccountId, QuotedLine, Record, Release, Review, Status

Subject = TypeVar("Subject", bound=Record)


@edit("let the {kind} {text} be shown")
def release(review: Review, *, kind: str, text: str) -> Review:
    """Let something that texts expose be shown to everybody, wherever it stands."""
    settings, one = review.settings, Release(kind=kind, text=text)
    return _with(review, releases=_with_one(settings.releases, one), held_back=_without(settings.held_back, one))


@edit("keep the {kind} {text} for readers inside")
def hold_back(review: Review, *, kind: str, text: str) -> Review:
    """Keep something that texts expose for the readers inside; others get the report without it."""
    settings, one = review.settings, Release(kind=kind, text=text)
    return _with(review, releases=_without(settings.releases, one), held_back=_with_one(settings.held_back, one))


@edit("decide on the {kind} {text} again")
def reopen_exposure(review: Review, *, kind: str, text: str) -> Review:
    """Let it be to decide again whether something that texts expose may be shown."""
    settings, one = review.settings, Release(kind=kind, text=text)
    return _with(review, releases=_without(settings.releases, one), held_back=_without(settings.held_back, one))


@edit("note the consent to {text}")
def note_consent(review: Review, *, account: AccountId, text: str) -> Review:
    """Note that whoever said a sentence agrees to be quoted with it."""
    settings, one = review.settings, QuotedLine(account=account, text=text)
    return _with(
        review,
        quotes_with_consent=_with_one(settings.quotes_with_consent, one),
        quotes_left_out=_without(settings.quotes_left_out, one),
    )


@edit("leave out {text}")
def leave_out(review: Review, *, account: AccountId, text: str) -> Review:
    """Note that whoever said a sentence would rather not be quoted with it: no report shows it."""
    settings, one = review.settings, QuotedLine(account=account, text=text)
    return _with(
        review,
        quotes_with_consent=_without(settings.quotes_with_consent, one),
        quotes_left_out=_with_one(settings.quotes_left_out, one),
    )


@edit("ask for the consent to {text} again")
def reopen_quote(review: Review, *, account: AccountId, text: str) -> Review:
    """Let it be to decide again whether a sentence may be quoted."""
    settings, one = review.settings, QuotedLine(account=account, text=text)
    return _with(
        review,
        quotes_with_consent=_without(settings.quotes_with_consent, one),
        quotes_left_out=_without(settings.quotes_left_out, one),
    )


@edit("mark the review as {status}")
def set_status(review: Review, *, status: Status) -> Review:
    """Set how far the review is on its way to its readers."""
    return with_fields(review, status=status)


def decided(subject: Release | QuotedLine, *, may_be_shown: bool | None) -> Change:
    """Return the change that decides on something.

    Args:
        subject: What texts expose, or a quote.
        may_be_shown: Whether readers may see it; `None`: it is to decide again.
    """
    if isinstance(subject, QuotedLine):
        quote = {None: reopen_quote, True: note_consent, False: leave_out}[may_be_shown]
        return quote.asked(account=subject.account, text=subject.text)
    exposure = {None: reopen_exposure, True: release, False: hold_back}[may_be_shown]
    return exposure.asked(kind=subject.kind, text=subject.text)


def _with(review: Review, **settings: Any) -> Review:
    return with_fields(review, settings=with_fields(review.settings, **settings))


def _with_one(there: tuple[Subject, ...], one: Subject) -> tuple[Subject, ...]:
    return tuple(dict.fromkeys([*there, one]))


def _without(there: tuple[Subject, ...], one: Subject) -> tuple[Subject, ...]:
    return tuple(other for other in there if other != one)
