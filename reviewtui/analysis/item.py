"""A line of the list that a review is looked through by before it is shared."""

from enum import StrEnum
from typing import NamedTuple

from reviewtui.model.place import Place
from reviewtui.model.review import QuotedLine, Release


class ItemKind(StrEnum):
    """What a line is about, beside what texts expose: secrets, addresses, names."""

    QUOTE = "quote"
    OWNER = "owner"
    READERS = "readers"
    PARKED = "parked"
    ABSENT = "absent group"
    FACILITATOR = "facilitator"
    PROXY = "proxy"
    NOT_ASKED = "not asked"
    VEILED = "veiled"
    NOT_FILED = "not filed"
    QUESTION = "open question"


class Decision(StrEnum):
    """What was decided of something that readers may have no business with."""

    SHOWN = "may be shown to everybody"
    INSIDE = "stays with readers inside"
    CONSENT = "may be quoted"
    LEFT_OUT = "is left out"


class Item(NamedTuple):
    """Something to decide, something decided, or a gap that the report states."""

    kind: str
    """Of `ExposureKind` or `ItemKind`."""
    sentence: str
    places: tuple[Place, ...]
    """Where it can be looked at and changed; never empty."""
    decided_by: str = ""
    """What decides it; empty for a gap."""
    subject: Release | QuotedLine | None = None
    """What can be decided on the spot, if that is possible."""
    decision: Decision | None = None

    @property
    def may_be_shown(self) -> bool | None:
        """What was decided of it; `None`: nothing yet."""
        return None if self.decision is None else self.decision in {Decision.SHOWN, Decision.CONSENT}

    @property
    def key(self) -> str:
        """What it is recognised by when the list is made anew; two items may have the same."""
        if isinstance(self.subject, QuotedLine):
            return f"{self.kind}:{self.subject.account}:{self.subject.text}"
        if isinstance(self.subject, Release):
            return f"{self.kind}:{self.subject.text}"
        return f"{self.kind}:{self.places[0].record or self.sentence}"
