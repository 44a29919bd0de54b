"""What has changed between two states of a file: told by the texts, and the same as by reading both."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reviewtui.store import Changes, Documents, changes
from reviewtui.store.tables import fragments
from tests.store.samples import SMALL, content, documents_of_any_kind, numbered, records, tables

Table = dict[str, dict[str, Any]]


def brought_on(before: Documents, found: Changes) -> dict[str, list[tuple[str, Any]]]:
    """Return the records of a later state in their order, by what has changed since `before`."""
    later = {name: list(table.items()) for name, table in before.items()}
    for name, (at, gone, come) in found.splices.items():
        later[name][at : at + gone] = come.items()
    return later


def in_their_order(documents: Documents) -> dict[str, list[tuple[str, Any]]]:
    return {name: list(table.items()) for name, table in documents.items()}


@st.composite
def edited(draw: st.DrawFn) -> tuple[Documents, Documents]:
    """Draw documents, and the same with some records of them changed, gone, come or set elsewhere."""
    before = draw(documents_of_any_kind.filter(bool))
    after: dict[str, Table] = {}
    for name, table in before.items():
        kept = [(id_, draw(records) if draw(st.booleans()) else record) for id_, record in table.items()]
        kept = [one for one in kept if draw(st.integers(0, 5))]
        come = draw(tables) if draw(st.booleans()) else {}
        at = draw(st.integers(0, len(kept)))
        after[name] = dict([*kept[:at], *come.items(), *kept[at:]])
    return before, after


@example(({"{": {"": {}, "0": {}}}, {"{": {"0": {}}}))
@example(({'a": {': {"1": {}, "2": {}}, "b\\": {}}, {'a": {': {"2": {}}, "b\\": {'\n    "': {"": "\n  }"}}}))
@given(edited())
def test_by_what_has_changed_one_comes_to_the_later_state(both: tuple[Documents, Documents]) -> None:
    before, after = both
    found = changes(fragments(before), content(after))
    assert found is not None
    assert found.texts == fragments(after)
    assert brought_on(before, found) == in_their_order(after)


@given(documents_of_any_kind, documents_of_any_kind)
def test_of_any_two_states_either_that_or_nothing_is_told(before: Documents, after: Documents) -> None:
    found = changes(fragments(before), content(after))
    assert (found is not None) == (before.keys() == after.keys() and bool(before))
    assert found is None or brought_on(before, found) == in_their_order(after)


def test_one_record_of_many_is_told_and_no_other() -> None:
    before = numbered(1, 1000)
    events = {**before["events"], "e500": {"title": "a word more"}}
    found = changes(fragments(before), content({**before, "events": events}))
    assert found is not None
    at, gone, come = found.splices["events"]
    assert found.splices.keys() == {"events"}
    assert gone == len(come) <= 2
    assert at + list(come).index("e500") == 500


WHOLE = content(SMALL)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}\n",
        b"{\n}\n",
        WHOLE[:-1],
        WHOLE[:200],
        WHOLE + b"\n",
        b"\xef\xbb\xbf" + WHOLE,
        WHOLE.replace(b"\n", b"\r\n"),
        WHOLE.replace(b'"events"', b'"review"'),
        WHOLE.replace(b'      "title": "queue grows"', b'      "title": "a",\n      "title": "queue grows"'),
        WHOLE.replace(b'"title": "queue grows"', b'"title":  "queue grows"'),
        WHOLE.replace(b"queue", b"qu\xe5ue"),
        WHOLE.replace(b"  },\n", b"  }\n", 1),
        WHOLE.replace(b'"accounts": {}', b'"accounts": []'),
    ],
)
def test_what_is_not_as_this_program_writes_it_is_left_to_whoever_reads_all_of_it(data: bytes) -> None:
    assert data != WHOLE
    assert changes(fragments(SMALL), data) is None
