"""The colours: each can be read where it stands, and the roles' are told apart by every eye."""

from itertools import combinations

import pytest
from textual.color import Color
from textual.theme import Theme

from reviewtui.tui.themes import ROLE_COLOURS, THEMES
from tests.tui.colours import EYES, contrast, distance, seen_by

READABLE = 4.5
"""The least contrast of text, by level AA of WCAG."""
LEAST_FOR_SIGNS = 3.0
"""The least contrast of what is no text, like a scroll bar."""
APART = 10.0
"""The least distance of two roles: one that nobody needs to look at twice, side by side."""
ROLES = tuple(f"role-{slot}" for slot in range(ROLE_COLOURS))
SURFACES = ("background", "surface", "panel")
TEXTS = ("foreground", "dim", "here", "key-moment", "private", "kept", "trouble", *ROLES)
TURNED = (("background", "foreground"), ("background", "here"), ("background", "key-moment"))
"""Text in the colour of a surface: the cursor beside a field, the stage one is in, a warning."""

by_theme = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)


def colour(theme: Theme, name: str) -> Color:
    return Color.parse(theme.variables.get(name) or getattr(theme, name))


def selected(theme: Theme, surface: str) -> Color:
    """Return what a selection in a field looks like on a surface."""
    name, share = theme.variables["input-selection-background"].split()
    return colour(theme, surface).blend(Color.parse(name), int(share.rstrip("%")) / 100)


@by_theme
def test_every_text_can_be_read_on_every_surface(theme: Theme) -> None:
    found = {
        (text, surface): contrast(colour(theme, text), colour(theme, surface)) for text in TEXTS for surface in SURFACES
    }
    found |= {pair: contrast(*(colour(theme, name) for name in pair)) for pair in TURNED}
    assert not {pair: round(measured, 2) for pair, measured in found.items() if measured < READABLE}


@by_theme
def test_what_is_selected_can_be_read(theme: Theme) -> None:
    assert all(contrast(colour(theme, "foreground"), selected(theme, surface)) >= READABLE for surface in SURFACES)


@by_theme
def test_a_scroll_bar_stands_out_from_what_it_is_on(theme: Theme) -> None:
    bars, behind = ("scrollbar", "scrollbar-hover", "scrollbar-active"), (*SURFACES, "scrollbar-background")
    found = {(bar, on): contrast(colour(theme, bar), colour(theme, on)) for bar in bars for on in behind}
    assert not {pair: round(measured, 2) for pair, measured in found.items() if measured < LEAST_FOR_SIGNS}


@by_theme
@pytest.mark.parametrize("eye", EYES)
def test_every_eye_tells_the_roles_apart(theme: Theme, eye: str) -> None:
    seen = {role: seen_by(eye, colour(theme, role)) for role in ROLES}
    pairs = {pair: distance(*(seen[role] for role in pair)) for pair in combinations(ROLES, 2)}
    assert not {pair: round(measured, 1) for pair, measured in pairs.items() if measured < APART}


def test_distance_is_as_it_was_published() -> None:
    published = [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, -1.3802, -84.2814), (50.0, 0.0, -82.7485), 1.0),
        ((50.0, 2.5, 0.0), (50.0, 0.0, -2.5), 4.3065),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ]
    for one, other, measured in published:
        assert distance(one, other) == pytest.approx(measured, abs=5e-5)


def test_contrast_runs_from_one_to_twenty_one() -> None:
    assert contrast(Color.parse("#ffffff"), Color.parse("#000000")) == pytest.approx(21)
    assert contrast(Color.parse("#808080"), Color.parse("#808080")) == 1
