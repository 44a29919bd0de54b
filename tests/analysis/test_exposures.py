"""What is found in the texts of a report before they are shared, and what is not."""

import re
import time
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given

from reviewtui.analysis.exposures import Exposure, _without_names, exposures, finds_in
from reviewtui.analysis.finds import ExposureKind
from reviewtui.model.place import Place
from reviewtui.model.review import Attendance, EventId, Notes, Review, Settings, Source, Stage, Veil
from reviewtui.report import report_text
from tests.analysis.labelled import Sample, people, samples
from tests.report.every_field import FULL, with_texts
from tests.report.whole_reviews import whole_review_of
from tests.strategies import texts

SECTIONS = sorted({sample.section for sample in samples()})


def found_in(sample: Sample) -> tuple[tuple[str, str], ...]:
    return tuple((kind.value, sample.text[start:end]) for kind, start, end in finds_in(sample.text, people()))


@pytest.mark.parametrize("section", SECTIONS)
def test_all_that_is_labelled_is_found(section: str) -> None:
    marked = [(sample.text, one) for sample in samples() if sample.section == section for one in sample.found]
    missed = [(text, one) for text, one in marked if not any(one in found_in(s) for s in samples() if s.text == text)]
    assert missed == []
    assert len(marked) >= 5


@pytest.mark.parametrize("section", SECTIONS)
def test_nothing_else_is_found(section: str) -> None:
    here = [sample for sample in samples() if sample.section == section]
    too_much = [(sample.text, one) for sample in here for one in found_in(sample) if one not in sample.found]
    assert too_much == []
    assert sum(not sample.found for sample in here) >= 9


def test_the_words_of_the_program_and_of_a_review_expose_nothing() -> None:
    assert exposures(msgspec.structs.replace(FULL, people=())) == ()
    assert finds_in(report_text(FULL)) == ()


@given(texts)
def test_finds_are_in_order_apart_and_within_the_text(text: str) -> None:
    found = finds_in(text, (text, *people()))
    assert all(0 <= start < end <= len(text) for _, start, end in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


@given(texts)
def test_what_stands_around_an_address_hides_it_only_by_growing_into_it(text: str) -> None:
    found = finds_in(f"{text} \n ops@larkspur.example \n {text}")
    assert any(kind in {ExposureKind.EMAIL, ExposureKind.SECRET} for kind, _, _ in found)


UNITS = """
a 1 . : @ a. a@ a- 1. 10.0.0. a: :// ://a: password: password= token~is~ -----BEGIN~PRIVATE~KEY----- eyJaaaaaaaa.
eyJaaaaaaaa- sk- sk-proj-a- Will~ Will.~ O' +1~ (030)~ call~1 0: fe80: a@b. @a.a -u~a: Bearer~ :: ip-1- secret Priya~ ~
hooks.slack.com/services/ 1-1. 00: tel:1~ 李明 é
"""
"""Texts that are hostile when they are repeated; ~ is a space."""


def cost(text: str) -> float:
    """Processor time, without what is remembered of a text."""
    finds_in.cache_clear()
    _without_names.cache_clear()
    before = time.process_time()
    finds_in(text, people())
    return time.process_time() - before


def grows_faster_than_its_length(unit: str) -> bool:
    """Four times the length may take ten times the time, which leaves room for noise and none for a square."""
    short, long = (unit * (length // len(unit)) for length in (4_000, 16_000))
    return all(cost(long) > 10 * max(cost(short), 0.005) for _ in range(3))


def test_no_text_takes_longer_than_its_length() -> None:
    units = [unit.replace("~", " ") for unit in UNITS.split()]
    assert [unit for unit in units if grows_faster_than_its_length(unit)] == []


# --- of a review -----------------------------------------------------------------------------------------------------

TEXT = """
role Delivery, delivery
role Users, users
person Priya Raman, Delivery
* 10:42 alert: 10.0.0.5 is down
  Delivery | harder: Priya had the key
           | data: https://grafana.internal/x
"""


def of(found: Exposure) -> tuple[str, str, Place, str]:
    return found.kind.value, found.text, found.place, found.field


def test_each_exposure_has_a_place_and_stands_there() -> None:
    review = whole_review_of(TEXT)
    event, account = review.events[0].id, review.accounts[0]
    assert account.role
    there = Place(Stage.ACCOUNTS, event, account.role, account.id)
    assert [of(one) for one in exposures(review)] == [
        ("network address", "10.0.0.5", Place(Stage.TIMELINE, event), "title"),
        ("name", "Priya", there, "text"),
        ("private host", "grafana.internal", there, "text"),
    ]
    for one in exposures(review)[1:]:
        assert account.text[one.start : one.end] == one.text


def test_people_may_be_named_where_they_are_listed() -> None:
    review = whole_review_of("role Delivery, delivery\nperson Priya Raman, Delivery\naction agreed, Priya: show it")
    assert exposures(review) == ()
    mailed = whole_review_of("role Delivery, delivery\nperson priya@larkspur.example, Delivery")
    assert [(one.kind, one.text) for one in exposures(mailed)] == [(ExposureKind.EMAIL, "priya@larkspur.example")]


def test_every_text_of_a_report_is_looked_at() -> None:
    """A mark in any field that comes out in the report is found, with a field and a place to change it."""

    def marked(field: str, _old: str) -> str:
        name = field.replace(".", "-").replace("_", "-").lower()
        return f"{name}@larkspur.example"

    review = with_texts(FULL, marked)
    found = {one.text for one in exposures(review)}
    shown = report_text(review).replace("\\", "")
    carried = set(re.findall(r"[a-z-]+@larkspur\.example", shown))
    assert len(carried) > 20
    assert carried - found == set()


def test_what_no_report_shows_is_not_looked_at() -> None:
    address = "ops@larkspur.example"
    review = whole_review_of(
        f"""
role Delivery, delivery
role Users, users
10:42 it began
  Delivery (blind) | {address}
  Users | {address}
not filed | Delivery | {address}
prepared {address} // {address}
"""
    )
    source = Source(format=address, document=address, own_id=address)
    delivery, users = review.roles
    hidden = msgspec.structs.replace(
        review,
        notes=Notes(text=address),
        settings=Settings(agenda=address),
        set_aside=(source,),
        roles=(delivery, msgspec.structs.replace(users, attendance=Attendance.ABSENT)),
    )
    assert exposures(hidden) == ()
    assert len(exposures(_lifted(hidden, hidden.events[0].id))) == 1
    assert len(exposures(review)) == 1


def _lifted(review: Review, event: EventId) -> Review:
    events = (msgspec.structs.replace(one, veil=Veil.LIFTED) for one in review.events if one.id == event)
    return msgspec.structs.replace(review, events=tuple(events))
