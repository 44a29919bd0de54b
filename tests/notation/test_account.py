from datetime import time, timedelta

import pytest
from hypothesis import given

from reviewtui.model.review import Impact
from reviewtui.notation.account import (
    Line,
    NoticedKind,
    format_account,
    parse_account,
    parse_impact,
    parse_noticed,
)
from reviewtui.notation.labels import LABELS, Label, label_of
from tests.strategies import account_lines, texts


def test_labelled_lines_state_and_all_others_narrate() -> None:
    account = parse_account("noticed: 10:44 pager\nIt fired in the handover.\n\nTHOUGHT : the nightly job\nfoo: bar")
    assert account == (
        Line(Label.NOTICED, "10:44 pager", 1),
        Line(None, "It fired in the handover.", 2),
        Line(Label.THOUGHT, "the nightly job", 4),
        Line(None, "foo: bar", 5),
    )


@pytest.mark.parametrize("form", LABELS, ids=lambda form: form.label)
def test_every_label_has_an_example_that_is_one_and_a_short_form_of_its_own(form: object) -> None:
    assert form in LABELS
    label, shortest, _, example, _ = LABELS[LABELS.index(form)]
    assert parse_account(example)[0].label is label
    assert [other.label for other in LABELS if other.label.startswith(shortest)] == [label]
    assert label_of(shortest.upper()) is label
    assert label_of(shortest[:-1]) is not label or len(shortest) < 3


def test_the_table_has_every_label() -> None:
    assert {form.label for form in LABELS} == set(Label)


@pytest.mark.parametrize(
    "line", ["no: we had no idea", "he: said so", "re: your mail", "imp: which", "http://x", "note: later", "Q: why?"]
)
def test_words_that_only_look_like_labels_narrate(line: str) -> None:
    assert parse_account(line) == (Line(None, line, 1),)


@pytest.mark.parametrize(
    ("text", "kind", "through"),
    [
        ("10:44 pager", NoticedKind.AT, "pager"),
        ("~10:44, pager", NoticedKind.AT, "pager"),
        ("2026-11-13 told by mail", NoticedKind.AT, "told by mail"),
        ("+12m told by support", NoticedKind.LAG, "told by support"),
        ("-1h", NoticedKind.LAG, ""),
        ("never", NoticedKind.NEVER, ""),
        ("Never, nobody told us", NoticedKind.NEVER, "nobody told us"),
        ("today", NoticedKind.TODAY, ""),
        ("todays news", NoticedKind.NO_TIME, "todays news"),
        ("through the grapevine", NoticedKind.NO_TIME, "through the grapevine"),
        ("", NoticedKind.NO_TIME, ""),
    ],
)
def test_how_a_first_sign_is_told(text: str, kind: NoticedKind, through: str) -> None:
    noticed = parse_noticed(text)
    assert (noticed.kind, noticed.through) == (kind, through)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("+12m", 12), ("-1h", -60), ("+1h30m", 90), ("+ 2 hours by phone", 120), ("~+5m", 5), ("+12min x", 12)],
)
def test_a_lag_counts_from_the_event(text: str, minutes: int) -> None:
    assert parse_noticed(text).lag == timedelta(minutes=minutes)


def test_a_clock_in_a_sign_keeps_its_words() -> None:
    at = parse_noticed("~10:44 CET pager").at
    assert at is not None
    assert (at.start, at.text, at.about) == (time(10, 44), "~10:44 CET", True)


@pytest.mark.parametrize(
    ("text", "level", "words"),
    [
        ("partial, search only", Impact.PARTIAL, "search only"),
        ("TOTAL", Impact.TOTAL, ""),
        ("unknown", Impact.UNKNOWN, ""),
        ("partially gone", None, "partially gone"),
        ("search was slow", None, "search was slow"),
    ],
)
def test_an_impact_is_a_level_and_words(text: str, level: Impact | None, words: str) -> None:
    assert parse_impact(text) == (level, words)


@given(account_lines)
def test_reading_what_was_written_gives_the_same_lines(lines: tuple[Line, ...]) -> None:
    assert parse_account(format_account(lines)) == lines


@given(texts)
def test_no_text_makes_the_parsers_raise(text: str) -> None:
    for line in parse_account(text):
        assert line.text in text
    parse_noticed(text)
    parse_impact(text)
