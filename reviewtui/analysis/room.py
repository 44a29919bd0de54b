"""What the room may see of a review. This is the one place that decides it.

The room never sees what is private (the facilitator's notes, prepared questions, hints), what is veiled, what is not
filed yet, and what an importer read beside the events that were chosen.
"""

from collections.abc import Iterator

import msgspec

from reviewtui.analysis.difference import CERTAIN
from reviewtui.model.lookups import event_of, is_filed, is_told, is_veiled
from reviewtui.model.remembering import remembered
from reviewtui.model.review import (
    Account,
    AccountId,
    Discussion,
    Event,
    EventId,
    Notes,
    Review,
    RoleId,
    Settings,
    Source,
    Veil,
    Verdict,
)

_WRITTEN = "written"
"""What stands for the words of an answer that may not be seen: only that there is one."""


def seen_by_the_room(review: Review) -> Review:
    """Return a review without anything that the room may not see.

    Of veiled answers it tells that a role has written, and neither how many there are, nor by whom, nor what.
    """
    return msgspec.structs.replace(
        review,
        related_reviews=(),
        set_aside=(),
        settings=Settings(
            timing_threshold_minutes=review.settings.timing_threshold_minutes, agenda=review.settings.agenda
        ),
        notes=Notes(),
        events=_events(review.events),
        accounts=_accounts(review),
        discussions=tuple(_discussions(review)),
        questions=tuple(question for question in review.questions if not question.prepared),
    )


@remembered
def _events(events: tuple[Event, ...]) -> tuple[Event, ...]:
    return tuple(_event(event) for event in events)


def _event(event: Event) -> Event:
    documents = dict.fromkeys(source.document for source in event.sources)
    sources = tuple(Source(format="", document=document, own_id="") for document in documents)
    return event if event.sources == sources else msgspec.structs.replace(event, sources=sources)


def _accounts(review: Review) -> tuple[Account, ...]:
    veiled: dict[tuple[EventId | None, RoleId | None], Account] = {}
    seen: list[Account] = []
    for account in review.accounts:
        if not is_filed(account) or not is_told(account):
            continue
        if account.blind and is_veiled(event_of(review, account.event), account):
            veiled.setdefault((account.event, account.role), _written(review, account, len(veiled)))
        else:
            seen.append(account)
    return (*seen, *veiled.values())


def _discussions(review: Review) -> Iterator[Discussion]:
    """Yield what the room made of differences; of one that it judged to be none no more than that.

    A question that it has not taken up is the facilitator's alone. Where answers are veiled again, the words of a
    discussion could repeat them.
    """
    veiled = {event.id for event in review.events if event.veil is Veil.ON}
    for one in review.discussions:
        if one.verdict is not Verdict.NOT_A_DIFFERENCE:
            yield one if veiled.isdisjoint(one.events) else msgspec.structs.replace(one, sentence="", note="")
        elif one.kind in CERTAIN:
            yield msgspec.structs.replace(one, sentence="", note="")


def _written(review: Review, account: Account, number: int) -> Account:
    return Account(
        id=AccountId(f"{_WRITTEN}{number}"),
        event=account.event,
        role=account.role,
        blind=True,
        recorded_at=review.created_at,
        text=_WRITTEN,
    )
