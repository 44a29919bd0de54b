"""Files that are no reviews: refused in one line that says what is wrong and where, and left byte for byte."""

import codecs
import os
from itertools import product
from pathlib import Path

import pytest

from reviewtui.errors import UnreadableFile
from reviewtui.store import ReviewFile, read_bytes, read_documents
from reviewtui.store.tables import fragments, joined
from tests.store.samples import SMALL

WHOLE = joined(fragments(SMALL).values())
TEXT = WHOLE.decode()

DAMAGED = {
    "0 bytes": (b"", "it is empty (0 bytes)"),
    "blanks": (b" \r\n\t\n", "it is empty but for blanks"),
    "NULs": (b"\0" * 4096, "it is empty but for blanks"),
    "a lone BOM": (codecs.BOM_UTF8, "it is empty (0 bytes)"),
    "null": (b"null\n", "it should hold tables, and holds nothing (null)"),
    "[]": (b"[]", "it should hold tables, and holds a list"),
    "a number": (b"42", "it should hold tables, and holds a number"),
    "prose": (b"dear all,\n", "it is not well-formed JSON: invalid character (line 1)"),
    "truncated": (WHOLE[:300], "it ends in the middle (line 17)"),
    "without its last byte": (WHOLE[:-2], "it ends in the middle (line 22)"),
    "a first half": (WHOLE[: WHOLE.index(b"{", 40)], "it ends in the middle (line 8)"),
    "trailing garbage": (WHOLE + b"}\n", "it is not well-formed JSON: trailing characters (line 23)"),
    "twice itself": (WHOLE + WHOLE, "it is not well-formed JSON: trailing characters (line 23)"),
    "a NUL tail": (WHOLE + b"\0" * 512, "it is not well-formed JSON: trailing characters (line 23)"),
    "a bit flipped": (WHOLE.replace(b'"events":', b'"events"z'), "it is not well-formed JSON: expected ':' (line 8)"),
    "a flipped letter": (WHOLE.replace(b"queue", b"qu\xe5ue"), "it is not written in UTF-8 (line 10)"),
    "a table's name flipped": (WHOLE.replace(b"events", b"\xe5vents"), "it is not written in UTF-8 (line 8)"),
    "cp1252": (TEXT.replace("📦", "").encode("cp1252"), "it is not written in UTF-8 (line 5)"),
    "UTF-16": (TEXT.encode("utf-16"), "it is written in UTF-16, not in UTF-8"),
    "UTF-16 without a BOM": (TEXT.encode("utf-16-le"), "it is written in UTF-16, not in UTF-8"),
    "a table twice": (b'{"a": {}, "b": {}, "a": {}}', "“a” stands twice in one place, as after a merge"),
    "a record twice": (b'{"a": {"1": {}, "1": {"x": 1}}}', "“1” stands twice in one place, as after a merge"),
    "a field twice": (b'{"a": {"1": {"x": 1, "x": 1}}}', "“x” stands twice in one place, as after a merge"),
    "a name twice, deep": (b'{"a": {"1": {"x": [{"y": 1, "\\u0079": 1}]}}}', "“y” stands twice in one place"),
    "a hostile name twice": (b'{"a": {"\\u001b[2J": {}, "\\u001b[2J": {}}}', "“␛[2J” stands twice"),
    "a long name twice": (b'{"%b": {}, "%b": {}}' % (b"x" * 99, b"x" * 99), "“" + "x" * 40 + "…” stands twice"),
    "a merge conflict": (
        WHOLE.replace(b'  "accounts"', b'<<<<<<< HEAD\n  "accounts"'),
        "it holds a merge conflict that nobody settled (line 21)",
    ),
    "NaN": (b'{"a": {"1": {"x": NaN}}}', "it is not well-formed JSON: invalid character (line 1)"),
    "Infinity": (b'{"a": {"1":\n{"x": -Infinity}}}', "it is not well-formed JSON: invalid character (line 2)"),
    "1e999": (b'{"a": {"1": {"x": 1e999}}}', "a value in “a” can't be read: Number out of range"),
    "5 000 digits": (b'{"a": {"1": {"x": %b}}}' % (b"9" * 5000), "a value in “a” can't be read: Integer value out"),
    "1 100 deep": (b'{"a": {"1": {"x": %b%b}}}' % (b"[" * 1100, b"]" * 1100), "it is nested too deeply"),
    "100 deep": (b'{"a": {"1": {"x": %b%b}}}' % (b"[" * 100, b"]" * 100), "it is nested too deeply"),
    "half a character": (b'{"a": {"1": {"x": "\\ud83d y"}}}', "it is not well-formed JSON: unexpected end of hex"),
    "a table that is a list": (b'{"a": {}, "b": [1, 2]}', "the table “b” is not an object but a list"),
    "a table that is null": (b'{"a": null}', "the table “a” is not an object but nothing (null)"),
    "a record that is a text": (b'{"a": {"1": {}, "2": "x"}}', "a record in “a” is not an object but a text"),
    "a record that is null": (b'{"a": {"1": null}}', "a record in “a” is not an object but nothing (null)"),
}


@pytest.mark.parametrize(("content", "why"), DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_refused_in_one_line_and_left_as_it_is(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "a.review.json"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile) as raised:
        ReviewFile.open(path)
    assert raised.value.why.startswith(why)
    assert str(raised.value).endswith("; left as it is")
    assert "\n" not in str(raised.value)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_no_part_of_a_file_passes_for_the_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.review.json"
    for length in range(len(WHOLE) - 1):
        path.write_bytes(WHOLE[:length])
        with pytest.raises(UnreadableFile):
            ReviewFile.open(path)


def test_a_flipped_bit_is_refused_or_changes_no_more_than_a_text(tmp_path: Path) -> None:
    path = tmp_path / "a.review.json"
    shape = {table: len(records) for table, records in SMALL.items()}
    for position, bit in product(range(len(WHOLE)), (1, 4, 32, 128)):
        path.write_bytes(WHOLE[:position] + bytes([WHOLE[position] ^ bit]) + WHOLE[position + 1 :])
        try:
            found = read_documents(path)
        except UnreadableFile:
            continue
        assert [len(records) for records in found.values()] == list(shape.values())


@pytest.mark.parametrize(
    "content",
    [
        codecs.BOM_UTF8 + WHOLE,
        WHOLE.replace(b"\n", b"\r\n"),
        WHOLE.rstrip(),
        WHOLE.replace(b"\n", b"").replace(b"  ", b""),
        TEXT.replace("ä", "\\u00e4").replace("📦", "\\ud83d\\udce6").encode(),
    ],
    ids=["a BOM", "CRLF", "no last newline", "compact", "escaped"],
)
def test_what_editors_do_to_a_file_changes_nothing(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.review.json"
    path.write_bytes(content)
    file = ReviewFile.open(path)
    assert file.read() == SMALL
    file.save({})
    assert path.read_bytes() == WHOLE


def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, why in (("", "it is a folder"), ("pipe", "it is a pipe or a device"), ("none", "there is no such file")):
        with pytest.raises(UnreadableFile, match=why):
            ReviewFile.open(tmp_path / name)


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * (2**20 + 1))
    assert len(read_bytes(path, 2**20 + 1)) == 2**20 + 1
    with pytest.raises(UnreadableFile, match="it is larger than 1 MB"):
        read_bytes(path, 2**20)
