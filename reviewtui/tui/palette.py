"""The palette: every action by name."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode

from reviewtui.tui.commands import Command, Where, first_key_of, in_reach, spelled
from reviewtui.tui.present.words import row

if TYPE_CHECKING:
    from reviewtui.tui.app import ReviewApp

_MOVES = ("step(", "page(", "scroll(", "end(", "role(", "side")


class CommandsInReach(Provider):
    """The commands that can be given where one is."""

    async def discover(self) -> Hits:
        """Give every command."""
        for one in self._commands():
            yield DiscoveryHit(self._shown(one), partial(self._run, one), text=one.text)

    async def search(self, query: str) -> Hits:
        """Give the commands that fit what was typed."""
        matcher = self.matcher(query)
        for one in self._commands():
            score = matcher.match(one.text)
            if score > 0:
                yield Hit(score, self._shown(one), partial(self._run, one), text=one.text)

    def _commands(self) -> Iterable[Command]:
        """Return every command but the palette's own, those that only move last."""
        found = [one for one in in_reach(self._where) if one.id != "palette"]
        return sorted(found, key=lambda one: one.action.startswith(_MOVES))

    def _shown(self, one: Command) -> Content:
        app: ReviewApp = self.app  # type: ignore[assignment]  # the only one that has a palette
        key = first_key_of(one, app.keymap_in_use())
        return row(one.text, (f"  {spelled(key) if app.in_ascii else key}", "$dim"))

    @property
    def _node(self) -> DOMNode:
        """What the actions of where one is are done by."""
        from reviewtui.tui.screens.review import ReviewScreen

        if isinstance(self.screen, ReviewScreen) and self.screen.stage_view is not None:
            return self.screen.stage_view
        return self.screen

    @property
    def _where(self) -> Where:
        where = getattr(self._node, "where", Where.EVERYWHERE)
        return where if isinstance(where, Where) else Where.EVERYWHERE

    async def _run(self, one: Command) -> None:
        node = self._node
        self.screen.set_focus(node if node is not self.screen else None)  # type: ignore[arg-type]  # a stage is a widget
        await self.app.run_action(one.action, node)
