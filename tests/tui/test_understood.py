"""What a line is understood as is told while it is typed."""

import pytest
from hypothesis import given

from reviewtui.notation.labels import LABELS
from reviewtui.tui.present.understood import stated, understood
from tests.reviews import review_of
from tests.strategies import texts

REVIEW = review_of("10:42 alert: error rate above 5 %\n--:-- somebody restarts a node")
ALERT = next(event for event in REVIEW.events if event.when.start)
NODE = next(event for event in REVIEW.events if not event.when.start)


def told(line: str) -> str:
    return understood(line, ALERT, "Europe/Berlin", "UTC").plain


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("we were in the handover", "→ narrative"),
        ("imp: partial", "→ improvised: or impact:?"),
        ("Surprised: no log", "→ harder: or easier:?"),
        ("sign: 10:44", "→ noticed:?"),
        ("dashboard: red", "→ no label “dashboard:”"),
        ("10:44: the pager", "→ narrative"),
        ("not: 11:44 pager", "→ sign · 10:44 · pager"),
        ("noticed: ~11:50 told by support", "→ sign · ~10:50 · told by support"),
        ("noticed: +12m", "→ sign · 10:54"),
        ("noticed: 2026-11-14 09:10 mail", "→ sign · 08:10 on 14 Nov · mail"),
        ("noticed: never", "→ sign · never"),
        ("NOTICED: today", "→ sign · today, in this room"),
        ("noticed: pager", "→ sign · no time: 10:44, +12m, never, today · pager"),
        ("noticed:", "→ sign · when and how the first sign of this came"),
        ("impa: partial, search only", "→ impact · partial · search only"),
        ("impact: some of it", "→ impact · no level: none, degraded, partial, total, unknown · some of it"),
        ("har: no log", "→ surprise · a surprise that made it harder"),
        ("tho: the nightly job", "→ thought · what was believed to be going on"),
        ("  ", ""),
    ],
)
def test_a_line(line: str, expected: str) -> None:
    assert told(line) == expected


def test_a_sign_of_what_nobody_knows_the_time_of_is_placed_nowhere() -> None:
    assert "nobody knows" in understood("noticed: +12m mail", NODE, "UTC", "UTC").plain


def test_each_label_has_its_word() -> None:
    words = [stated(form.example) for form in LABELS]
    assert words[:5] == ["sign", "expected", "thought", "surprise", "surprise"]
    assert all(words)


@given(texts)
def test_any_text_is_told_in_one_line(text: str) -> None:
    assert "\n" not in told(text)
    assert "\x1b" not in told(text)
    assert isinstance(stated(text), str)
