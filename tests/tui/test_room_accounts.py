"""The accounts of a moment as the room sees them."""

import msgspec
import pytest

from reviewtui.model.place import Place
from reviewtui.model.review import Account, AccountId, Stage
from reviewtui.tui.present.room_accounts import side_by_side
from tests.reviews import NOW, review_of

REVIEW = review_of("""
    role Delivery, delivery
    10:42 alert: error rate above 5 %
""")
ABOVE = 3
"""Lines over what was told: the bar, the name and a blank."""


@pytest.mark.parametrize("height", range(1, 15))
@pytest.mark.parametrize("written", ["one", "two"])
def test_the_end_of_what_is_written_is_shown_in_any_height_and_fits_it(height: int, written: str) -> None:
    event, role = REVIEW.events[0].id, REVIEW.roles[0].id
    accounts = tuple(
        Account(
            id=AccountId(name),
            event=event,
            role=role,
            recorded_at=NOW,
            text="\n".join(f"{name} line {number}" for number in range(10)),
        )
        for name in ("one", "two")
    )
    review = msgspec.structs.replace(REVIEW, accounts=accounts)
    place = Place(Stage.ACCOUNTS, event, role, written, at_its_end=True)
    lines = side_by_side(review, REVIEW.events[0], 40, height + ABOVE, place)
    assert len(lines) <= max(height, 2) + ABOVE
    assert any(f"{written} line 9" in line.plain for line in lines)
