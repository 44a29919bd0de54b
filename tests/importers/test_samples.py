"""Published timelines: every row at its instant, and nothing else."""

import difflib
from datetime import UTC, datetime, timedelta, timezone

import pytest

from reviewtui.importers.registry import read_file
from reviewtui.model.reading import Reading, ZoneOrigin
from tests.importers.samples import DATA, SAMPLES, expected_path, what_is_read


def reading_of(sample: str) -> Reading:
    return read_file(f"{sample}.md", (DATA / f"{sample}.md").read_bytes())


@pytest.mark.parametrize("sample", SAMPLES)
def test_what_is_read_is_what_is_expected(sample: str) -> None:
    expected = expected_path(sample).read_text(encoding="utf-8").splitlines(keepends=True)
    found = what_is_read(sample).splitlines(keepends=True)
    difference = "".join(difflib.unified_diff(expected, found, f"{sample}.expected.json", "what is read"))
    assert not difference, f"{difference}\nif that is meant: python -m tests.importers.samples"


@pytest.mark.parametrize(
    ("sample", "count", "offset", "first", "last"),
    [
        ("markdown-headings-cest", 15, 2, datetime(2018, 4, 18, 12, 35), datetime(2018, 4, 19, 11, 58)),
        ("markdown-table-cet", 14, 1, datetime(2019, 11, 29, 12, 0), datetime(2019, 12, 5, 12, 0)),
        ("markdown-12-hour-bst", 17, 1, datetime(2025, 8, 12, 17, 0), datetime(2025, 8, 12, 21, 16)),
    ],
)
def test_every_row_is_found_and_at_its_time(
    sample: str, count: int, offset: int, first: datetime, last: datetime
) -> None:
    there = timezone(timedelta(hours=offset))
    reading = reading_of(sample)
    assert len(reading.rows) == count
    assert reading.rows[0].when.start == first.replace(tzinfo=there).astimezone(UTC)
    assert reading.rows[-1].when.start == last.replace(tzinfo=there).astimezone(UTC)
    assert [zone.origin for zone in reading.zones] == [ZoneOrigin.NAMED]
    assert reading.skipped == ()


def test_a_row_that_is_out_of_order_on_the_page_is_on_the_same_day() -> None:
    starts = [row.when.start for row in reading_of("markdown-headings-cest").rows]
    assert starts[3:5] == [datetime(2018, 4, 18, 12, 49, tzinfo=UTC), datetime(2018, 4, 18, 12, 43, tzinfo=UTC)]


def test_a_range_keeps_its_end() -> None:
    when = reading_of("markdown-headings-cest").rows[1].when
    assert when.end == datetime(2018, 4, 18, 11, 45, tzinfo=UTC)


def test_a_day_without_a_time_is_a_day() -> None:
    days = [row.when.day for row in reading_of("markdown-table-cet").rows if row.when.start is None]
    assert [day.isoformat() for day in days if day] == ["2019-12-03"]
