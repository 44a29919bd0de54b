"""What a review comes to, and how each kind of it is written: one table, from which help and hints are made."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """The four kinds of what a review comes to."""

    FACTOR = "factor"
    INSIGHT = "insight"
    ACTION = "action"
    QUESTION = "question"


class LineForm(NamedTuple):
    """A way to write one of a kind."""

    example: str
    means: str


FORMS: Mapping[Kind, tuple[LineForm, ...]] = {
    Kind.FACTOR: (
        LineForm("technical: the cache has no logging", "a condition in what was built"),
        LineForm("human, easier: two people were in the office", "one among people, and what it did"),
    ),
    Kind.INSIGHT: (
        LineForm("usage: callers tell when, not only what", "what was learned: usage, engineering, operational"),
        LineForm("engineering, del > ops: caches fill at once", "who said it, and to whom it was new"),
        LineForm("usage: callers tell when // support teams", "and who elsewhere should hear it"),
    ),
    Kind.ACTION: (
        LineForm("add logging @Payments delivery by 2026-12-01", "an idea for action, its owner, its day"),
        LineForm("agreed: add logging by +2w", "idea, soaking, agreed, elsewhere, declined, done"),
        LineForm("declined: no rollouts // it waits longer then", "and the reason"),
    ),
    Kind.QUESTION: (
        LineForm("who went elsewhere between two waves?", "an open question"),
        LineForm("use? who went elsewhere // nobody", "which role asks, and the answer"),
    ),
}
