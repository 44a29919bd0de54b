"""What a terminal shows once it has had everything that was sent to it, and what it should show."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console
from textual._compositor import Compositor, CompositorUpdate, LayoutUpdate
from textual._context import visible_screen_stack
from textual._styles_cache import StylesCache
from textual.app import App
from textual.cache import LRUCache
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget, _RenderCache
from textual.widgets import OptionList, TextArea

from reviewtui.tui.widgets.account_editor import AccountEditor
from reviewtui.tui.widgets.drawn import Drawn
from reviewtui.tui.widgets.text_editor import TextEditor
from reviewtui.tui.widgets.timeline import TimelineList

_TOKEN = re.compile(
    r"\x1b\[(?P<y>\d+);(?P<x>\d+)H|\x1b\[(?P<style>[\d;]*)m|\x1b\]8;.*?\x1b\\|(?P<break>\n)|(?P<text>.)"
)
_BEHIND = re.compile(r"48;2;\d+;\d+;\d+")
_MARKS_BLANKS = re.compile(r"^(?:[1-35]\b;)*[479]\b")
"""Underlined, reversed or struck through: rich gives these before the colours."""
_CONSOLE = Console(color_system="truecolor", force_terminal=True, legacy_windows=False)


class Spot(NamedTuple):
    """One cell of a terminal."""

    letter: str
    """What stands in it, with what is combined with that; nothing in the second cell of a wide letter."""
    style: str
    """The numbers of how it is drawn; of a blank, those of what is behind it."""


NEVER_DRAWN = Spot("?", "never drawn")


class Sheet:
    """The cells of a terminal. It obeys what a screen is drawn with, and no more."""

    def __init__(self, size: Size) -> None:
        self.lines = [[NEVER_DRAWN] * size.width for _ in range(size.height)]

    def draw(self, update: CompositorUpdate) -> None:
        """Take what is sent to a terminal."""
        x = y = 0
        style = ""
        for token in _TOKEN.finditer(update.render_segments(_CONSOLE)):
            if token["x"]:
                x, y = int(token["x"]) - 1, int(token["y"]) - 1
            elif token["style"] is not None:
                style = "" if token["style"] == "0" else token["style"]
            elif token["text"]:
                x += self._put(x, y, token["text"], style)

    def _put(self, x: int, y: int, letter: str, style: str) -> int:
        """Put a letter, and return how many cells it takes."""
        width = cell_len(letter)
        line = self.lines[y] if y < len(self.lines) else []
        if x + width > len(line):
            return width
        if letter == " " and not _MARKS_BLANKS.search(style):
            style = "".join(_BEHIND.findall(style))
        if not width:
            # A mark that nothing is before belongs to no letter.
            before = max((at for at in range(x) if line[at].letter), default=None)
            if before is not None and line[before].letter != " ":
                line[before] = Spot(line[before].letter + letter, line[before].style)
            return 0
        # What is drawn over half of a wide letter leaves nothing of the other half.
        if x > 0 and not line[x].letter:
            line[x - 1] = Spot(" ", line[x - 1].style)
        if x + width < len(line) and not line[x + width].letter:
            line[x + width] = Spot(" ", line[x + width].style)
        line[x : x + width] = [Spot(letter, style), *[Spot("", style)] * (width - 1)]
        return width

    def otherwise_than(self, other: "Sheet") -> str:
        """Return the lines that are not as in another one, with what stands in either; empty if all are."""
        return "\n".join(
            f"{y}: {_text(mine)!r}\n is {_parts(mine, theirs)}\n not {_parts(theirs, mine)}"
            for y, (mine, theirs) in enumerate(zip(self.lines, other.lines, strict=True))
            if mine != theirs
        )


def _text(line: Iterable[Spot]) -> str:
    return "".join(spot.letter for spot in line).rstrip()


def _parts(line: list[Spot], other: list[Spot]) -> list[tuple[int, Spot]]:
    return [(x, spot) for x, (spot, its) in enumerate(zip(line, other, strict=True)) if spot != its][:12]


class Seen:
    """The terminal of an app, from now on."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._display = app._display
        self.sheet = Sheet(app.size)
        app.is_seen = True  # type: ignore[attr-defined]
        app._display = self._take  # type: ignore[method-assign, assignment]
        app.screen.refresh()

    def _take(self, screen: Screen[object], update: object) -> None:
        self._display(screen, update)  # type: ignore[arg-type]
        if update is not None and not self._app._batch_count:
            assert isinstance(update, CompositorUpdate)
            if self._app.size != self._size:
                self.sheet = Sheet(self._app.size)
            self.sheet.draw(update)

    @property
    def _size(self) -> Size:
        return Size(len(self.sheet.lines[0]), len(self.sheet.lines))

    @property
    def is_up_to_date(self) -> bool:
        """Whether nothing waits to be drawn."""
        screens = self._screens
        # Textual has a screen that lies below another drawn with that, and leaves what it waited for as it is.
        waiting = (widget for screen in screens for widget in _widgets(screen) if widget not in screens[1:])
        return not any(
            screen._layout_required
            or screen._scroll_required
            or screen._dirty_widgets
            or screen._callbacks
            or screen._compositor._dirty_regions
            for screen in screens
        ) and not any(widget._repaint_required or widget.message_queue_size for widget in waiting)

    @property
    def _screens(self) -> list[Screen[object]]:
        """The screen that is on top, and those that shine through."""
        top, *below = reversed(self._app.screen_stack)
        seen = [top]
        while seen[-1].styles.background.a < 1:
            seen.append(below.pop(0))
        return seen

    @property
    def stale(self) -> str:
        """What the terminal shows otherwise than if all of it were drawn anew; empty if there is nothing."""
        app = self._app
        below = list(app._background_screens)
        drawn = Sheet(self._size)
        with _nothing_drawn_before(self._screens):
            visible_screen_stack.set(below)
            compositor = app.screen._compositor
            chops = Compositor._render_chops(compositor, compositor.size.region, lambda _: True)
            drawn.draw(LayoutUpdate([chop.values() for chop in chops], compositor.size.region))
        return self.sheet.otherwise_than(drawn)


def _widgets(screen: Screen[object]) -> list[Widget]:
    return [widget for widget in screen._compositor.widgets if widget.is_attached]


@contextmanager
def _nothing_drawn_before(screens: Iterable[Screen[object]]) -> Iterator[None]:
    """Have all widgets without what they know of earlier drawings, and then with all of it as it was."""
    kept = []
    for widget in {widget for screen in screens for widget in (screen, *_widgets(screen))}:
        without = _without_earlier_drawings(widget)
        kept.append((widget, {name: vars(widget).get(name) for name in without}))
        vars(widget).update(without)
    try:
        yield
    finally:
        for widget, before in kept:
            vars(widget).update(before)


def _without_earlier_drawings(widget: Widget) -> dict[str, object]:
    """Return what is to be in a widget's attributes for it to draw everything anew."""
    without: dict[str, object] = {
        "_styles_cache": StylesCache(),
        "_rich_style_cache": {},
        "_dirty_regions": {widget.size.region},
        "_render_cache": _RenderCache(Size(), []),
    }
    if isinstance(widget, TextArea):
        without["_line_cache"] = LRUCache(1024)
    if isinstance(widget, OptionList):
        without["_option_render_cache"] = LRUCache(1024)
    if isinstance(widget, TextEditor):
        without["_styled"] = None
    if isinstance(widget, AccountEditor):
        without |= {"_drawn": {}, "_shown": {}}
    if isinstance(widget, TimelineList):
        without["_strips"] = {}
    if isinstance(widget, Drawn):
        without["_drawn"] = None
    return without
