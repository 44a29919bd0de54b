"""What finds a row again when the same text is read again."""

from reviewtui.importers.registry import read_text
from reviewtui.model.reading import Reading

TEXT = "# Queue *outage* of 4 March 2026\n\n- 10:42 Alert\n- 10:42 Page\n- early: Users\n- 10:50 Calm\n  - below\n"


def keys(reading: Reading) -> list[tuple[str, str, str]]:
    return [(row.source.format, row.source.document, row.source.own_id) for row in reading.rows]


def test_a_row_is_known_by_its_format_its_document_and_its_time() -> None:
    assert keys(read_text(TEXT)) == [
        ("markdown", "Queue outage of 4 March 2026", own_id)
        for own_id in ("10:42 #1", "10:42 #2", "early #1", "10:50 #1")
    ]


def test_reading_again_gives_the_same_rows() -> None:
    assert read_text(TEXT) == read_text(TEXT)


def test_the_keys_stay_when_a_zone_a_day_or_a_title_is_corrected() -> None:
    before = keys(read_text(TEXT))
    assert keys(read_text(TEXT, zone="Asia/Tokyo")) == before
    assert keys(read_text(TEXT.replace("Page", "Bo is paged"))) == before
    assert keys(read_text(TEXT.replace("\n\n", "\n\nDate: 5 March 2026\nAll times in CET\n\n", 1))) == before
    assert keys(read_text(TEXT.replace("- 10:50", "- 10:47 Restart\n- 10:50"))) == [
        *before[:3],
        (*before[0][:2], "10:47 #1"),
        before[3],
    ]


def test_a_source_holds_what_was_read() -> None:
    last = read_text(TEXT).rows[-1]
    assert (last.source.title, last.source.detail) == (last.title, last.detail) == ("Calm", "- below")


def test_a_document_without_a_heading_goes_by_its_first_line_or_its_file() -> None:
    assert {key[:2] for key in keys(read_text("Queue outage\n\n10:42 Alert\n"))} == {("text", "Queue outage")}
    assert {key[:2] for key in keys(read_text("10:42 Alert\n", name="notes.txt"))} == {("text", "notes.txt")}
