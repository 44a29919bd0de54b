"""Text as it may be stored, and text as it may be shown.

Everything that is typed or read from a file is kept as it is and shown as text. The two exceptions are decided here,
and nowhere else: what no file can hold, and what a terminal would obey instead of show.
"""

import re

_UNSTORABLE = re.compile("[\ud800-\udfff\ufdd0-\ufdef]")

# C0 and DEL have pictures in Unicode. The others have none and are shown as the replacement character:
# C1, the separators that break a line, and what changes the direction of the text around it.
_PICTURES = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
_NO_PICTURE = (
    *range(0x80, 0xA0),
    0x061C,
    *(0x200E, 0x200F),
    *(0x2028, 0x2029),
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    *range(0xD800, 0xE000),
    0xFEFF,
)
_VISIBLE = {**_PICTURES, **dict.fromkeys(_NO_PICTURE, 0xFFFD)}
_VISIBLE_LINE = _VISIBLE
_VISIBLE_TEXT = {code: shown for code, shown in _VISIBLE.items() if code not in (0x09, 0x0A)}


def storable(text: str) -> str:
    """Return `text` with lone surrogates and U+FDD0…U+FDEF as U+FFFD.

    The first can't be written as UTF-8. The others are noncharacters, which Unicode sets aside for use inside a program
    (The Unicode Standard, 23.7): an editor of this program stands them in for line separators.
    """
    return _UNSTORABLE.sub("\ufffd", text)


def displayable(text: str) -> str:
    """Return `text` with every character that a terminal would obey made visible; newline and tab are kept.

    Each character becomes exactly one, so that positions in the text stay what they are.
    """
    return text.translate(_VISIBLE_TEXT)


def displayable_line(text: str) -> str:
    """Return `text` as `displayable` does, for a place of one line: newline and tab become visible too."""
    return text.translate(_VISIBLE_LINE)
