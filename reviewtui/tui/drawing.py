"""How a screen is drawn when a part of it has changed.

Textual draws every widget between the uppermost and the lowest change, whole, also what lies hidden behind others. A
key that changes a row above and a word at the foot costs it the screen in between. Here a widget is asked for what is
seen of it and has changed, and for nothing else; what comes out is the same. It stands upon the insides of Textual's
compositor (textual/_compositor.py), which is why the bounds of that dependency are narrow.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from textual._compositor import ChopsUpdate, Compositor, CompositorMap, ReflowResult
from textual.geometry import Region, Size
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.strip import Strip


class ChangesOnly(Compositor):
    """Draws of a screen what has changed in it."""

    def __init__(self) -> None:
        super().__init__()
        self._laid_out: CompositorMap = {}
        """Where each widget was when all was laid out last."""

    def reflow(self, parent: Widget, size: Size) -> ReflowResult:
        """Lay all out, and have what has moved drawn anew.

        Textual looks for what has moved since it looked where all is; by then it may have found the new places already.
        """
        self._full_map = self._laid_out
        result = super().reflow(parent, size)
        self._laid_out = self._full_map
        return result

    def render_partial_update(self) -> ChopsUpdate | None:
        """Return what is to be drawn, or nothing if nothing has changed."""
        screen = self.size.region
        spans = list(self._regions_to_spans(region.intersection(screen) for region in self._dirty_regions))
        self._dirty_regions.clear()
        if not spans:
            return None
        chops = self._changed_chops(spans)
        return ChopsUpdate(cast("Sequence[Mapping[int, Strip]]", chops), spans, [line[1:] for line in self.cuts])

    def _changed_chops(self, spans: Sequence[tuple[int, int, int]]) -> list[dict[int, "Strip | None"]]:
        """Return, for each line of the screen, what stands between two cuts by where that begins, if it has changed."""
        cuts = self.cuts
        chops: list[dict[int, Strip | None]] = [dict.fromkeys(line[:-1]) for line in cuts]
        wanted: dict[int, set[int]] = {}
        for y, left, right in spans:
            among = wanted.setdefault(y, set())
            among.update(cut for cut, end in pairwise(cuts[y]) if cut < right and end > left)
        # What lies in front comes first, and has every place that it covers.
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            left, right = seen.column_span
            lines = [
                y
                for y, among in wanted.items()
                if seen.y <= y < seen.bottom and any(left <= cut < right for cut in among)
            ]
            if not lines:
                continue
            top = lines[0]
            strips = widget.render_lines(Region(left - region.x, top - region.y, seen.width, lines[-1] + 1 - top))
            for y in lines:
                within = [cut for cut in cuts[y] if left <= cut <= right]
                parts = strips[y - top].divide([cut - left for cut in within[1:]])
                missing = wanted[y]
                for cut, part in zip(within, parts, strict=False):
                    if cut in missing:
                        chops[y][cut] = part
                        missing.discard(cut)
                if not missing:
                    del wanted[y]
            if not wanted:
                break
        return chops
