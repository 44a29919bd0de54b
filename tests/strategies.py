"""What Hypothesis makes: hostile texts, moments, lines, reviews."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from reviewtui.model.moments import Moment, Precision
from reviewtui.notation.account import Line
from reviewtui.notation.labels import Label, label_of

HOSTILE_TEXTS = (
    "",
    "[/]",
    "[/var/log/x]",
    "[link=https://x]",
    "[ERROR] 100%",
    "[@click=app.quit]x[/]",
    "arr[i]",
    '[a="b',
    "a trailing backslash \\",
    "\x1b]52;c;aGk=\x07",
    "\x1b]8;;https://x\x1b\\link\x1b]8;;\x1b\\",
    "\x1b[2J",
    "\x1bc",
    "\x1b[6n",
    "\x1b",
    "\x9b31m \x9d",
    "NUL \x00 inside",
    "a lone\rreturn",
    "right \u202e to left",
    "isolate \u2066 x",
    "line \u2028 separator",
    "e" + "\u0301" * 50,
    "🏳️‍🌈 👩‍👩‍👧 🔥",
    "a\ud800b",
    "a|b",
    "---",
    "# Root cause: Bob",
    "<!-- hidden",
    "<img src=x onerror=alert(1)>",
    "![](https://x.example/p.png)",
    "[x](javascript:alert(1))",
    "@everyone closes #45",
    "=cmd|' /C calc'!A0",
    "10:42",
    "--:--",
    "alert:",
    "noticed:",
    "``` fence",
    "    indented",
    "1. one",
    "https://x.example/a_b_c",
)

texts = st.one_of(
    st.sampled_from(HOSTILE_TEXTS), st.text(max_size=60), st.text("0123456789:-~ +/.apmUTCZT", max_size=30)
)
"""Texts of any shape, those that look like times among them."""

lines_of_text = texts.map(lambda text: " ".join(text.split())).filter(lambda text: "\n" not in text)

_instants = st.datetimes(min_value=datetime(1971, 1, 1), max_value=datetime(2090, 1, 1)).map(
    lambda at: at.replace(tzinfo=UTC, fold=0)
)
_minutes = _instants.map(lambda at: at.replace(second=0, microsecond=0))
_precisions = st.sampled_from([Precision.EXACT, Precision.ABOUT])

zones = st.sampled_from(
    ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC+05:45"]
)

moments = st.one_of(
    st.just(Moment()),
    st.dates().map(lambda day: Moment(day=day, precision=Precision.DAY)),
    st.builds(
        lambda start, precision: Moment(start=start, precision=precision),
        st.one_of(_instants, _minutes),
        _precisions,
    ),
    st.builds(
        lambda start, length, precision: Moment(start=start, end=start + length, precision=precision),
        st.one_of(_instants, _minutes),
        st.one_of(
            st.integers(0, 60 * 24 * 4).map(lambda minutes: timedelta(minutes=minutes)),
            st.timedeltas(timedelta(), timedelta(days=4)),
        ),
        _precisions,
    ),
)
"""Moments of every precision, ranges over several days among them."""


def _narrates(text: str) -> bool:
    word, colon, _ = text.partition(":")
    return bool(text) and not (colon and label_of(word.strip()))


account_lines = st.lists(
    st.one_of(
        st.builds(lambda label, text: (label, text), st.sampled_from(list(Label)), lines_of_text),
        lines_of_text.filter(_narrates).map(lambda text: (None, text)),
    ),
    max_size=6,
).map(lambda pairs: tuple(Line(label, text, number) for number, (label, text) in enumerate(pairs, 1)))
"""Lines as they stand in an account."""
