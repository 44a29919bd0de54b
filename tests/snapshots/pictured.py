"""The program as a picture shows it: two screens that look alike give the same picture."""

from collections.abc import Iterable
from io import StringIO

from rich.console import Console
from rich.segment import Segment, Segments
from rich.style import Style
from textual._compositor import LayoutUpdate
from textual.color import Color
from textual.strip import Strip
from textual.theme import Theme

from reviewtui.tui.app import ReviewApp
from reviewtui.tui.themes import THEMES
from tests.tui.colours import contrast

READABLE = 4.5
"""The least contrast of text, by level AA of WCAG."""
_SHAPES = frozenset("▁▂▃▄▅▆▇█▉▊▋▌▍▎▏▔▀━─┆")
"""What is drawn and not read: bars, edges and lines."""


class Pictured(ReviewApp):
    """The program, whose pictures hold nothing that cannot be seen.

    A widget may give a blank the colour of its text or none, by which of its lines it had drawn before. A picture that
    kept that would be another one from one run to the next.
    """

    is_seen = False
    """Whether every frame is drawn; see `conftest.py`."""

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        """The screen, and those behind it.

        Args:
            title: Stands over the picture; the program's own if there is none.
            simplify: Changes nothing: what looks alike is one piece of the picture in any case.

        Returns:
            The picture as SVG.
        """
        width, height = self.size
        console = Console(
            width=width, height=height, file=StringIO(), force_terminal=True, color_system="truecolor", record=True
        )
        update = self.screen._compositor.render_update(full=True, screen_stack=self._background_screens)
        assert isinstance(update, LayoutUpdate)
        console.print(Segments(piece for line in update.strips for piece in _seen(line)))
        return console.export_svg(title=title or self.title)


def _seen(line: Iterable[Strip]) -> Iterable[Segment]:
    for text, style, _ in (segment for strip in line for segment in strip):
        drawn = style is not None and (style.underline or style.strike or style.reverse)
        yield Segment(text, style if text.strip() or style is None or drawn else Style(bgcolor=style.bgcolor))
    yield Segment.line()


def hard_to_read(app: ReviewApp) -> dict[str, float]:
    """Return the texts on the screen with too little contrast, in any theme, with the least that they have."""
    lines = app.screen._compositor.render_strips()
    shown = [widget.region for widget in app.screen.children if widget.visible]
    pieces = [
        piece
        for region in shown
        for line in lines[region.y : region.bottom]
        for piece in line.crop(*region.column_span)
    ]
    found = {text.strip(): _least(app.current_theme, style) for text, style, _ in pieces if style and _is_read(text)}
    return {text: round(measured, 2) for text, measured in found.items() if measured < READABLE}


def _is_read(text: str) -> bool:
    return bool(text.strip()) and not _SHAPES.issuperset(text.strip())


def _least(theme: Theme, style: Style) -> float:
    """Return the least contrast of a pair of colours, going by what they are called, in the themes that there are."""
    if style.color is None or style.bgcolor is None:
        return READABLE
    pair = [Color.from_rich_color(colour) for colour in (style.color, style.bgcolor)]
    names = [_names(theme, colour) for colour in pair]
    named = list(zip(*names, strict=False))
    return min(
        [contrast(*pair), *(contrast(*(_called(one, name) for name in both)) for one in THEMES for both in named)]
    )


def _names(theme: Theme, colour: Color) -> list[str]:
    """Return what a colour is called in a theme: nothing, if it is a blend."""
    surfaces = [name for name in ("background", "surface", "panel", "foreground") if _called(theme, name) == colour]
    return surfaces or [name for name in _MEANINGS if _called(theme, name) == colour]


_MEANINGS = ("dim", "here", "key-moment", "private", "kept", "trouble", *(f"role-{slot}" for slot in range(8)))


def _called(theme: Theme, name: str) -> Color:
    return Color.parse(theme.variables.get(name) or getattr(theme, name))
