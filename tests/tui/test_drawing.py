"""What has moved is drawn anew, whenever Textual looks for where it is."""

from asyncio import sleep

from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Static

from reviewtui.tui.drawing import ChangesOnly
from tests.journeys.seen import Seen


class Page(Screen[None]):
    """Two lines, one below the other, and one that is hidden."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = ChangesOnly()

    def compose(self) -> ComposeResult:
        """Make them."""
        with Vertical():
            yield Static("above", id="above")
            yield Static("below", id="below")
            hidden = Static("hidden", id="hidden")
            hidden.display = False
            yield hidden


class OnePage(App[None]):
    """The page, and nothing else."""

    def get_default_screen(self) -> Page:
        """Return it."""
        return Page()


async def test_what_grows_moves_what_is_below_it_though_that_was_looked_for_before_it_was_laid_out() -> None:
    app = OnePage()
    async with app.run_test(size=(30, 12)) as pilot:
        seen = Seen(app)
        await pilot.pause()
        assert not seen.stale
        above, below, hidden = (app.screen.query_one(name) for name in ("#above", "#below", "#hidden"))
        above.styles.height = 2
        while not app.screen._layout_required:
            await sleep(0)
        # What is hidden is to be drawn, and so Textual looks for everything anew when it is asked for anything.
        app.screen._compositor.update_widgets({hidden})
        assert below.region.y == 2
        await pilot.pause()
        assert not seen.stale
