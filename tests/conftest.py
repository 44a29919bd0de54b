"""What all tests share."""

import os
from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, settings

# The same examples on every machine in the suite; `HYPOTHESIS_PROFILE=search` looks for new ones.
settings.register_profile(
    "suite", max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("search", max_examples=5000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))


def pytest_xdist_auto_num_workers() -> int:
    """Return how many tests run at a time: more than there are processors, as many wait for a disk or a program."""
    return (os.cpu_count() or 2) * 3 // 2


@pytest.fixture(scope="session", autouse=True)
def _styles_are_parsed_once() -> Iterator[None]:
    """Parse each style sheet once in a theme, and not at every start of a program: nothing changes a rule later."""
    from textual.css.model import RuleSet
    from textual.css.stylesheet import Stylesheet

    parse = Stylesheet._parse_rules
    parsed: dict[tuple[object, ...], list[RuleSet]] = {}

    def parse_once(sheet: Stylesheet, *sources: Any, **more: Any) -> list[RuleSet]:
        named = (sources, tuple(more.items()), frozenset(sheet._variables.items()))
        if named not in parsed:
            parsed[named] = parse(sheet, *sources, **more)
        return parsed[named]

    with patch.object(Stylesheet, "_parse_rules", parse_once):
        yield


@pytest.fixture(scope="session", autouse=True)
def _what_nobody_sees_is_not_drawn() -> Iterator[None]:
    """Draw nothing where there is no terminal, but in an app that says `is_seen`: a third of all work was for nobody.

    Whoever asks what stands on a screen has it drawn by that.
    """
    from rich.console import RenderableType
    from textual._compositor import Compositor
    from textual._context import active_app

    draw = Compositor.render_update

    def draw_if_seen(compositor: Compositor, full: bool = False, **more: Any) -> RenderableType | None:
        app = active_app.get()
        if full or not app.is_headless or getattr(app, "is_seen", False):
            return draw(compositor, full, **more)
        compositor._dirty_regions.clear()
        return None

    with patch.object(Compositor, "render_update", draw_if_seen):
        yield
