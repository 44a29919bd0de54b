"""What a capture line will become, and what was caught and not filed yet."""

from textual.content import Content

from reviewtui.model.lookups import event_of, not_filed, role_of, veiled_accounts
from reviewtui.model.review import Account, Event, EventId, Review, RoleId
from reviewtui.notation.account import parse_account
from reviewtui.notation.capture import Captured
from reviewtui.notation.moment import clock_text
from reviewtui.tui.present.words import counted, row, said_line

_CLOCK = 8
_ROLE = 16
_MOST_ROLES = 9
_VEILED = "◐ written, not yet told"


def capture_meaning(review: Review, captured: Captured, width: int) -> Content:
    """Return in one line what a capture line will become: who told it, of which event, and what it states."""
    role, event = role_of(review, captured.role), event_of(review, captured.event)
    stated = next((line.label for line in parse_account(captured.text)), None)
    parts = [
        said_line(role.name, f"$role-{role.slot}") if role else Content("nobody named"),
        _event_words(review, event, 44) if event else _no_event(captured),
        Content(stated.value if stated else "narrative"),
    ]
    head = "→ " if role and event else "→ not filed: "
    return row((head, "$dim"), Content(" · ").join(parts).stylize_before("$dim")).truncate(width, ellipsis=True)


def _no_event(captured: Captured) -> Content:
    return said_line(captured.problem, "$key-moment") if captured.problem else Content("no event")


def _event_words(review: Review, event: Event, cells: int) -> Content:
    return row(clock_text(event.when, review.zone), " ", said_line(event.title, cells=cells))


def kept_words(review: Review, captured: Captured) -> str:
    """Return what to tell once a line is kept."""
    if captured.role is not None and captured.event is not None:
        return "kept; u takes it back"
    return f"kept, and not filed yet: {not_filed_words(review)}"


def not_filed_words(review: Review) -> str:
    """Return how much is not filed, and what files it; empty if nothing waits for it."""
    waiting = len(not_filed(review))
    return f"{counted(waiting, 'line')} not filed, C files {'it' if waiting == 1 else 'them'}" if waiting else ""


def waiting_rows(review: Review, chosen: frozenset[str], width: int) -> list[tuple[str, Content]]:
    """Return a row for each line that is not filed, by its id: whether it is chosen, what is known of it, its words."""
    veiled = veiled_accounts(review)
    return [
        (one.id, _waiting(review, one, _VEILED if one.id in veiled else one.text, width, is_chosen=one.id in chosen))
        for one in not_filed(review)
    ]


def _waiting(review: Review, account: Account, text: str, width: int, *, is_chosen: bool) -> Content:
    role, event = role_of(review, account.role), event_of(review, account.event)
    who = said_line(role.name, f"$role-{role.slot}", cells=_ROLE - 1) if role else Content.styled("who", "$dim")
    when = Content(clock_text(event.when, review.zone)) if event else Content.styled("when", "$dim")
    head = row("■ " if is_chosen else "□ ", _padded(who, _ROLE), _padded(when, _CLOCK))
    return row(head, said_line(text, cells=max(width - head.cell_length, 8)))


def _padded(content: Content, width: int) -> Content:
    return content.pad_right(max(width - content.cell_length, 0))


def filing_head(review: Review, here: EventId | None, width: int) -> Content:
    """Return which event lines are filed at, and which number stands for which role."""
    event = event_of(review, here)
    at = _event_words(review, event, width - 30) if event else Content("no event yet")
    roles = [
        row((f"{number} ", "bold"), said_line(role.name, f"$role-{role.slot}"))
        for number, role in enumerate(review.roles[:_MOST_ROLES], 1)
    ]
    lines = [row(("enter files at  ", "$dim"), at), Content("   ").join(roles)]
    return Content("\n").join(line.truncate(width, ellipsis=True) for line in lines)


def role_numbered(review: Review, number: int) -> RoleId | None:
    """Return the role that a number stands for, from 1; `None` if none does."""
    return review.roles[number - 1].id if 0 < number <= min(len(review.roles), _MOST_ROLES) else None
