"""Whose a file is, and what its bytes say."""

import pytest

from reviewtui.errors import SeveralFormats, UnknownFormat, UnknownZone, UnreadableFile, WrongUse
from reviewtui.importers.document import MOST_BYTES, MOST_LINES, Asked, Document
from reviewtui.importers.registry import FORMATS, Format, format_of, read_file, read_text
from reviewtui.model.reading import NOTHING_READ, Reading
from tests.importers.told import remarks, row, skips

LINES = "Outage 2026-03-04\n10:42 Café down\n"


def _nothing(document: Document, asked: Asked) -> Reading:
    return NOTHING_READ


@pytest.mark.parametrize(
    "text",
    [
        "# Outage\n",
        "Outage\n======\n",
        "a\n\n| Time | Event |\n|---|---|\n",
        "**10:42** alert",
        "```\n10:42\n```",
        "[10:42](https://x.example) alert",
    ],
)
def test_markdown_is_told_by_its_marks(text: str) -> None:
    assert format_of(Document("notes.txt", tuple(text.split("\n")))).name == "markdown"


@pytest.mark.parametrize("text", ["10:42 alert", "- 10:42 alert\n- 10:43 more", "Outage\n\n10:42\nalert", "> quoted"])
def test_a_text_without_them_is_plain(text: str) -> None:
    assert format_of(Document("notes.md", tuple(text.split("\n")))).name == "text"


@pytest.mark.parametrize(
    "text", ["", " \n\t\n", "null", "[]", '{"rows": []}', '[{"ts": "1"}]', "<?xml version='1.0'?>", "<html>"]
)
def test_what_is_no_text_for_people_is_nobodys(text: str) -> None:
    with pytest.raises(UnknownFormat):
        read_text(text)


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04\x14\x00\x00\x00\x08\x00queue", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"]
)
def test_what_is_no_text_at_all_is_nobodys(data: bytes) -> None:
    with pytest.raises(UnknownFormat):
        read_file("notes.md", data)


def test_every_text_has_one_owner_at_most() -> None:
    for text in ("10:42 alert", "# Outage", "", "null", "a | b"):
        document = Document("x", tuple(text.split("\n")))
        assert sum(1 for one in FORMATS if one.is_mine(document)) <= 1


def test_two_claims_on_one_file_are_an_error_and_not_a_guess() -> None:
    claims = tuple(Format(name, lambda document: True, _nothing) for name in ("one", "other"))
    with pytest.raises(SeveralFormats, match="one, other"):
        format_of(Document("x", ("10:42 alert",)), formats=claims)


def test_a_format_that_is_named_is_not_told_from_the_text() -> None:
    assert read_text(LINES, format_name="markdown").rows[0].source.format == "markdown"
    with pytest.raises(WrongUse, match="markdown, text"):
        read_text(LINES, format_name="slack")


@pytest.mark.parametrize("zone", ["Nowhere/Land", "../../etc/passwd"])
def test_a_zone_that_is_none_is_refused(zone: str) -> None:
    with pytest.raises(UnknownZone):
        read_text(LINES, zone=zone)
    with pytest.raises(UnknownZone):
        read_text(LINES, assumed_zone=zone)


@pytest.mark.parametrize(
    "data",
    [
        LINES.encode(),
        b"\xef\xbb\xbf" + LINES.encode(),
        b"\xff\xfe" + LINES.encode("utf-16-le"),
        b"\xfe\xff" + LINES.encode("utf-16-be"),
        LINES.encode().replace(b"\n", b"\r\n"),
        LINES.encode().replace(b"\n", b"\r"),
    ],
)
def test_unicode_is_read_however_it_is_encoded(data: bytes) -> None:
    reading = read_file("notes.txt", data)
    assert [row(one) for one in reading.rows] == ["2026-03-04 10:42 Café down"]
    assert (reading.rows[0].line, reading.doubts) == (2, ())


def test_what_is_not_unicode_is_read_as_windows_writes_it_and_says_so() -> None:
    reading = read_file("notes.txt", LINES.encode("cp1252"))
    assert reading.rows[0].title == "Café down"
    assert remarks(reading) == ["1: it is not UTF-8, and was read as Windows-1252"]


def test_a_file_that_was_cut_off_is_read_up_to_there() -> None:
    reading = read_file("notes.txt", "10:42 Caf\u00e9".encode()[:-1])
    assert remarks(reading)[0] == "1: it ends in the middle of a character"
    assert reading.rows[0].title == "Caf\ufffd"


def test_zero_bytes_at_the_end_are_left_out_and_said() -> None:
    reading = read_file("notes.txt", LINES.encode() + b"\0" * 100)
    assert [row(one) for one in reading.rows] == ["2026-03-04 10:42 Café down"]
    assert "1: the zero bytes at its end were left out" in remarks(reading)


def test_a_lone_surrogate_becomes_what_can_be_stored() -> None:
    assert read_text("10:42 a\ud800b").rows[0].title == "a\ufffdb"


def test_more_than_any_timeline_is_one_clear_error() -> None:
    with pytest.raises(UnreadableFile, match="20 MB"):
        read_file("huge.md", b"x" * (MOST_BYTES + 1))
    with pytest.raises(UnreadableFile, match="lines"):
        read_text("\n" * (MOST_LINES + 1))


def test_a_document_without_a_timeline_says_so() -> None:
    reading = read_text("# Review\n\nWe talked from 10:00 to 11:00.\n")
    assert (reading.rows, skips(reading)) == ((), ["1: no timeline was found in it"])


def test_the_file_and_the_line_are_told() -> None:
    one = read_file("folder/notes.txt", LINES.encode()).rows[0]
    assert (one.file, one.line) == ("folder/notes.txt", 2)
