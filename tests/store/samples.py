"""Documents as a review might have them; the store does not know that they are."""

from reviewtui.store.tables import Documents

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
