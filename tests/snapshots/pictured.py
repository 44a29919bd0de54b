"""The program as a picture shows it: two screens that look alike give the same picture."""

from collections.abc import Iterable
from io import StringIO

from rich.console import Console
from rich.segment import Segment, Segments
from rich.style import Style
from textual._compositor import LayoutUpdate
from textual.strip import Strip

from reviewtui.tui.app import ReviewApp


class Pictured(ReviewApp):
    """The program, whose pictures hold nothing that cannot be seen.

    A widget may give a blank the colour of its text or none, by which of its lines it had drawn before. A picture that
    kept that would be another one from one run to the next.
    """

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
