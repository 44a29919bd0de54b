"""What is wrong with a file that is no review file, in words for a person."""

import codecs
import re

from reviewtui.plaintext import displayable_line

_BLANKS = b" \t\r\n\0"
_CONFLICT = re.compile(rb"^<{7} ", re.MULTILINE)
_AT_BYTE = re.compile(r"(?:JSON is malformed: )?(.*) \(byte (\d+)\)")
_WRONG_SHAPE = re.compile(r"Expected `object`, got `(\w+)`( - at )?")
_KINDS = {
    "array": "a list",
    "str": "a text",
    "int": "a number",
    "float": "a number",
    "bool": "a yes or no",
    "null": "nothing (null)",
}
_TRUNCATED = "Input data was truncated"
_SHOWN_OF_A_NAME = 40


class Unfit(ValueError):
    """A text that is no tables, or tables that can't be a text; `str()` says why in plain words."""


def named(name: str) -> str:
    """Return the name of something in a file as it is shown: bounded, and in quotation marks."""
    shown = displayable_line(name)
    return f"“{shown[:_SHOWN_OF_A_NAME]}…”" if len(shown) > _SHOWN_OF_A_NAME else f"“{shown}”"


def what_is_wrong(text: bytes, error: Exception) -> str:
    """Return why `text` could not be read as tables, given the error that reading it raised."""
    # What is no text says more than what the decoder made of it, in whichever table that was.
    if not_text := _emptiness(text) or _encoding(text):
        return not_text
    return str(error) if isinstance(error, Unfit) else _conflict(text) or _syntax(text, error)


def trouble_in_table(name: str, error: Exception) -> str:
    """Return what is wrong in the table `name`, given the error that decoding it raised."""
    if shape := _WRONG_SHAPE.match(str(error)):
        what, of_a_record = shape.groups()
        place = f"a record in {named(name)}" if of_a_record else f"the table {named(name)}"
        return f"{place} is not an object but {_KINDS.get(what, what)}"
    return f"a value in {named(name)} can't be read: {str(error).partition(' - at ')[0]}"


def _emptiness(text: bytes) -> str:
    if not text:
        return "it is empty (0 bytes)"
    return "" if text.strip(_BLANKS) else "it is empty but for blanks"


def _encoding(text: bytes) -> str:
    if text.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in text[:2]:
        return "it is written in UTF-16, not in UTF-8"
    try:
        text.decode()
    except UnicodeDecodeError as error:
        return f"it is not written in UTF-8 ({_place(text, error.start)})"
    return ""


def _conflict(text: bytes) -> str:
    found = _CONFLICT.search(text)
    return f"it holds a merge conflict that nobody settled ({_place(text, found.start())})" if found else ""


def _syntax(text: bytes, error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    if str(error) == _TRUNCATED:
        return f"it ends in the middle ({_place(text, len(text))})"
    if shape := _WRONG_SHAPE.match(str(error)):
        return f"it should hold tables, and holds {_KINDS.get(shape[1], shape[1])}"
    if found := _AT_BYTE.fullmatch(str(error)):
        return f"it is not well-formed JSON: {found[1]} ({_place(text, int(found[2]))})"
    return f"it is not well-formed JSON: {error}"


def _place(text: bytes, position: int) -> str:
    lines_before = text.count(b"\n", 0, position)
    return f"line {lines_before + 1}"
