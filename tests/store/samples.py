"""Documents as a review might have them; the store does not know that they are."""

from hypothesis import strategies as st

from reviewtui.store.tables import Documents, fragments, joined

SMALL: Documents = {
    "review": {"r1": {"schema": 1, "title": "Paketlabel zu spät 📦"}},
    "events": {
        "e2": {"title": "queue grows", "when": {"start": "2026-11-12T14:02:00Z", "precision": "exact"}},
        "e1": {"title": "alert: label-service", "evidence": []},
    },
    "accounts": {},
}


def numbered(number: int, size: int = 1) -> Documents:
    """Return documents that differ by their number, with `size` events of about 100 bytes."""
    events = {f"e{index}": {"title": f"event {index} of {number}", "detail": "x" * 40} for index in range(size)}
    return {"review": {"r1": {"schema": 1, "number": number}}, "events": events}


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)
records = st.dictionaries(st.text(), values, max_size=4)
tables = st.dictionaries(st.text(), records, max_size=4)
documents_of_any_kind = st.dictionaries(st.text(), tables, max_size=4)


def content(documents: Documents) -> bytes:
    """Return documents as they stand in a file."""
    return joined(fragments(documents).values())
