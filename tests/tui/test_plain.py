from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from reviewtui.tui.plain import InAscii, in_ascii, shades_of, without_colour
from reviewtui.tui.themes import THEMES

SHADES = shades_of(THEMES[0])
BACK = Color.parse("#000000")


@given(st.text())
def test_whatever_is_shown_is_ascii_and_as_wide_as_it_was(text: str) -> None:
    (shown,) = InAscii().apply([Segment(text, Style())], BACK)
    assert shown.text.isascii()
    assert len(shown.text) == cell_len(text)


def test_letters_keep_their_likeness_and_signs_that_stand_together_differ() -> None:
    assert in_ascii("Zoë naïve “café” 漢") == 'Zoe naive "cafe" ??'
    assert len(set(in_ascii("●◐○★✓"))) == 5
    assert len(set(in_ascii("◆◇━┆"))) == 4


def test_without_colours_a_style_keeps_everything_else() -> None:
    style = Style(color="#7aa2f7", bgcolor=THEMES[0].panel, bold=True, underline=True, meta={"@click": "x"})
    plain = without_colour(style, SHADES)
    assert (plain.color, plain.bgcolor, plain.bold, plain.underline) == (None, None, True, True)
    assert plain.meta == {"@click": "x"}
    assert not plain.reverse


def test_text_that_steps_back_is_faint() -> None:
    assert without_colour(Style(color=THEMES[0].variables["dim"]), SHADES).dim
    assert not without_colour(Style(color=THEMES[0].foreground), SHADES).dim


def test_what_is_turned_twice_is_as_it_was() -> None:
    for theme in THEMES:
        turned = Style(bgcolor=theme.foreground)
        assert without_colour(turned, shades_of(theme)).reverse
        assert not without_colour(turned + Style(reverse=True), shades_of(theme)).reverse
