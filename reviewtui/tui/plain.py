"""Drawing for a terminal without colours, and for one that shows nothing but ASCII: the last step before the screen."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from rich.cells import cell_len
from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme

_STANDS_OUT = 0.19
"""How much lighter or darker than what lies furthest back a background is that means something, like a selection."""
_SIGNS = str.maketrans(
    {
        **dict(zip("●◐○★✓≠◆◇■□▌█▀", "@%o*+#Xx#_||=", strict=True)),
        **dict(zip("›‹→←↑↓⌫", "><><^v<", strict=True)),
        **dict(zip("…·•–—−×±≈“”„‘’«»", '~-*---x~~"""\'\'<>', strict=True)),
        **dict(zip("─━│┃┆┊╌╍═║▔", "-=||::--=|-", strict=True)),
        **dict.fromkeys("▁▂▃▄▅▆▇▉▊▋▍▎▏", " "),
        **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╰╯╔╗╚╝┏┓┗┛", "+"),
    }
)
"""A sign of ASCII for each that the program draws; those that stand near each other stay unlike."""


@lru_cache(4096)
def in_ascii(text: str) -> str:
    """Return text in ASCII, as many cells wide: letters without their accents, `?` for what has no likeness."""
    return text if text.isascii() else "".join(map(_in_ascii, text.translate(_SIGNS)))


def _in_ascii(letter: str) -> str:
    if letter.isascii():
        return letter
    cells = cell_len(letter)
    plain = normalize("NFKD", letter).encode("ascii", "ignore").decode()
    return plain if plain.isprintable() and len(plain) == cells else "?" * cells


class InAscii(LineFilter):
    """Draws every cell in ASCII."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """Return the segments with their texts in ASCII."""
        return [
            segment if segment.control else Segment(_as_wide(in_ascii(segment.text), segment), segment.style)
            for segment in segments
        ]


def _as_wide(text: str, segment: Segment) -> str:
    """Return a text as wide as a segment: letters that grow together count for less than each of them."""
    cells = segment.cell_length
    return text if len(text) == cells else text[:cells].ljust(cells)


class Shades(NamedTuple):
    """What of a theme stays without colours."""

    back: RichColor
    """What lies furthest back."""
    dim: RichColor
    """The colour of text that steps back."""


def shades_of(theme: Theme) -> Shades:
    """Return what of a theme stays without colours."""
    back, dim = (Color.parse(colour).rich_color for colour in (theme.background or "#000000", theme.variables["dim"]))
    return Shades(back, dim)


class WithoutColour(LineFilter):
    """Draws without colours: a background that stands out turns light and dark around, text that steps back is faint.

    Args:
        shades: Gives what of the theme in use stays.
    """

    def __init__(self, shades: Callable[[], Shades]) -> None:
        super().__init__()
        self._shades = shades

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """Return the segments without colours."""
        shades = self._shades()
        return [
            segment
            if segment.control or segment.style is None
            else Segment(segment.text, without_colour(segment.style, shades))
            for segment in segments
        ]


@lru_cache(1024)
def without_colour(style: Style, shades: Shades) -> Style:
    """Return a style with everything but its colours."""
    turned = _stands_out(style.bgcolor, shades.back)
    return Style(
        bold=style.bold,
        dim=bool(style.dim) or (style.color == shades.dim and not turned),
        italic=style.italic,
        underline=style.underline,
        strike=style.strike,
        reverse=turned is not bool(style.reverse),
        meta=style.meta,
        link=style.link,
    )


def _stands_out(colour: RichColor | None, back: RichColor) -> bool:
    if colour is None or colour.is_default:
        return False
    brightness, behind = (Color.from_rich_color(one).brightness for one in (colour, back))
    return abs(brightness - behind) >= _STANDS_OUT
