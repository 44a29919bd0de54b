"""Saved versions as rows, and in words what is different between one and the present."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import islice
from typing import Any

from textual.content import Content

from reviewtui.analysis.changes import (
    Changes,
    RecordChange,
    What,
    changes_between,
    counts,
    moments_of,
    of_the_whole,
)
from reviewtui.model.lookups import accounts_in_sight, role_of
from reviewtui.model.moments import Moment, local
from reviewtui.model.review import Account, Discussion, Event, Person, Record, Review, Role, Service
from reviewtui.store import Kind, Version
from reviewtui.tui.present.timeline import moment_words
from reviewtui.tui.present.words import counted, hanging, row, said_line, stacked

NOUNS: Mapping[str, tuple[str, str]] = {
    "events": ("event", "events"),
    "accounts": ("account", "accounts"),
    "discussions": ("verdict on a difference", "verdicts on differences"),
    "factors": ("factor", "factors"),
    "insights": ("insight", "insights"),
    "actions": ("action", "actions"),
    "questions": ("question", "questions"),
    "services": ("service", "services"),
    "roles": ("role", "roles"),
    "people": ("person", "people"),
}
"""What one and several records of a kind are called."""

_KINDS = {
    Kind.SAVED: "",
    Kind.MINE: "as it was here",
    Kind.THEIRS: "written by something else",
    Kind.ORIGINAL: "in an earlier format",
}
_SIGNS = {
    What.ADDED: ("+", "bold $kept"),
    What.REMOVED: ("−", "bold $trouble"),
    What.CHANGED: ("~", "bold $key-moment"),
}
_FIELDS = {
    "operating_model": "operating model",
    "related_reviews": "related reviews",
    "set_aside": "what was set aside",
}
_MOST_LINES = 400
_MOST_ROWS_OF_A_TEXT = 3
_COMPARED_LINES = 200
_LABEL = 13


def when_words(at: datetime, zone: str) -> str:
    """Return when a version was saved: `Thu 12 Nov 10:42`."""
    there = local(at, zone)
    return f"{there:%a} {there.day} {there:%b} {there:%H:%M}"


def version_row(version: Version, zone: str, words: str, width: int) -> Content:
    """Return the row of a version: when it was saved, why it was kept, and what it brought."""
    when = when_words(version.at, zone)
    told = " · ".join(part for part in (_KINDS[version.kind], words) if part)
    return row(f"{when:<17}", said_line(told, "$dim", cells=width - 17))


def change_words(changes: Changes) -> str:
    """Return how many records were added, changed and removed, and what else is different."""
    by_table: dict[str, list[str]] = {}
    for (table, what), number in counts(changes).items():
        by_table.setdefault(table, []).append(f"{_SIGNS[what][0]}{number}")
    parts = [f"{' '.join(signs)} {_noun(table, signs)}" for table, signs in by_table.items()]
    parts += [_FIELDS.get(name, name) for name in changes.fields]
    parts += [f"order of {NOUNS[table][1]}" for table in changes.reordered]
    return ", ".join(parts)


def _noun(table: str, signs: list[str]) -> str:
    return NOUNS[table][0 if signs[-1][1:] == "1" else 1]


def holds_words(review: Review) -> str:
    """Return how much there is in a review."""
    there = {"events": review.events, "accounts": accounts_in_sight(review)}
    return " · ".join(counted(len(records), *NOUNS[table]) for table, records in there.items())


# --- compared with the present ----------------------------------------------------------------------------------------


def comparison(present: Review, other: Review, width: int) -> Content:
    """Return what going on with another state of the review would change, moment by moment."""
    changes = changes_between(present, other, present)
    if changes.are_none:
        return Content.styled("nothing: it is the same as the present", "$dim")
    lines = [*_wrapped(change_words(changes), "", width)]
    for event, found in moments_of(changes, present, other):
        title = row((moment_words(event.when, present.zone), "bold"), "  ", said_line(event.title))
        lines += [Content(""), title.truncate(width, ellipsis=True)]
        lines += _lines_of(found, present, other, width)
    if whole := [
        *_lines_of(of_the_whole(changes, present, other), present, other, width),
        *_own(changes, present, other, width),
    ]:
        lines += [Content(""), Content.styled("The review as a whole", "bold"), *whole]
    return stacked(_cut(lines))


def _cut(lines: list[Content]) -> list[Content]:
    if len(lines) <= _MOST_LINES:
        return lines
    return [*lines[:_MOST_LINES], Content.styled(f"and {len(lines) - _MOST_LINES} lines more", "$dim")]


def _own(changes: Changes, present: Review, other: Review, width: int) -> list[Content]:
    lines = []
    for name in changes.fields:
        lines += _now_and_then(_FIELDS.get(name, name), getattr(present, name), getattr(other, name), width)
    return lines


def _lines_of(found: Iterable[RecordChange], present: Review, other: Review, width: int) -> list[Content]:
    # No more than can be shown: what is compared is looked at closely, and that takes its time.
    one_by_one = (line for change in found for line in _change_lines(change, present, other, width))
    return list(islice(one_by_one, _MOST_LINES + 1))


def _change_lines(change: RecordChange, present: Review, other: Review, width: int) -> list[Content]:
    if isinstance(change.before, Account) and isinstance(change.after, Account):
        return _account_lines(change.before, change.after, present, other, width)
    if change.before is not None and change.after is not None:
        return _field_lines(change, width)
    if isinstance(change.record, Event):
        return [row(_sign(change.what), "the moment itself")]
    label = _label(change, present, other)
    words = "written, not yet told" if change.veiled else text_of(change.record)
    return hanging(row(_sign(change.what), label), _short(words, width), width)


def _sign(what: What) -> Content:
    sign, style = _SIGNS[what]
    return Content.styled(f"  {sign} ", style)


def _label(change: RecordChange, present: Review, other: Review) -> Content:
    """Return in one column what a record is: the role that told, or the kind of record."""
    if isinstance(change.record, Account):
        role = role_of(other, change.record.role) or role_of(present, change.record.role)
        name = role.name if role else "not filed"
    else:
        name = NOUNS[change.table][0] if change.table != "discussions" else "verdict"
    label = said_line(name, "$dim", cells=_LABEL - 1)
    return label.pad_right(_LABEL - label.cell_length)


def _account_lines(now: Account, then: Account, present: Review, other: Review, width: int) -> list[Content]:
    """Return the lines that would go and that would come, below the role that told."""
    head = _label(RecordChange("accounts", now, then), present, other)
    lines = [row(_sign(What.CHANGED), head)]
    for what, text in _line_changes(now.text, then.text):
        lines += hanging(row("  ", _sign(what)), _short(text, width), width)
    return lines if len(lines) > 1 else [row(_sign(What.CHANGED), head, "who told it, or where it is filed")]


def _line_changes(now: str, then: str) -> list[tuple[What, str]]:
    old, new = now.split("\n")[:_COMPARED_LINES], then.split("\n")[:_COMPARED_LINES]
    found: list[tuple[What, str]] = []
    for kind, begin, end, other_begin, other_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            found += [(What.REMOVED, line) for line in old[begin:end]]
            found += [(What.ADDED, line) for line in new[other_begin:other_end]]
    return found


def _field_lines(change: RecordChange, width: int) -> list[Content]:
    before, after = change.before, change.after
    noun = NOUNS[change.table][0]
    lines = []
    if isinstance(change.record, Event):
        noun = "the moment itself"
    for name in change.record.__struct_fields__:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            lines += _now_and_then(f"{noun}: {name.replace('_', ' ')}", old, new, width)
    return lines


def _now_and_then(label: str, now: Any, then: Any, width: int) -> list[Content]:
    lines = [row(_sign(What.CHANGED), said_line(label, "$dim", cells=width - 4))]
    for what, value in ((What.REMOVED, now), (What.ADDED, then)):
        if words := _spoken(value):
            lines += hanging(row("  ", _sign(what)), _short(words, width), width)
    return lines


def _spoken(value: Any) -> str:
    """Return a field's value in words; nothing of what has none of its own."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Moment):
        return moment_words(value, value.zone)
    return value if isinstance(value, str) else ""


def text_of(record: Record) -> str:
    """Return what a record says, or what it is called."""
    if isinstance(record, Role | Person | Service):
        return record.name
    if isinstance(record, Discussion):
        return f"{record.sentence} {record.verdict.value}"
    found = getattr(record, "text", "") or getattr(record, "title", "")
    return found if isinstance(found, str) else ""


def _short(text: str, width: int) -> Content:
    """Return as much of a text as stands in a few rows."""
    return said_line(text.replace("\n", " / "), cells=_MOST_ROWS_OF_A_TEXT * max(width - _LABEL - 6, 20))


def _wrapped(text: str, style: str, width: int) -> list[Content]:
    return list(said_line(text, style).wrap(width))
