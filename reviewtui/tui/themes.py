"""The colours, by what they mean. A style names one of these and never a colour of its own."""

from textual.color import Color
from textual.theme import Theme

DARK = "calm dark"
LIGHT = "calm light"
CONTRAST = "high contrast"

ROLE_COLOURS = 8

_BAR = 0.8
"""How far a scroll bar is from the surface it is on to text that steps back: seen where it is looked for."""


def _theme(
    name: str,
    *,
    dark: bool,
    shades: tuple[str, str, str],
    text: tuple[str, str],
    primary: str,
    amber: str,
    violet: str,
    green: str,
    red: str,
    roles: tuple[str, ...],
) -> Theme:
    """Return a theme.

    Args:
        name: What it is called.
        dark: Whether its surfaces are darker than its text.
        shades: The surfaces, from what lies furthest back to what has the focus.
        text: Text, and text that steps back.
        primary: Where one stands.
        amber: A key moment, a difference.
        violet: What is private.
        green: What is kept or confirmed.
        red: What needs to be seen to.
        roles: A colour for each role slot.
    """
    back, surface, panel = shades
    full, dim = text
    bar = Color.parse(surface).blend(Color.parse(dim), _BAR).hex
    meanings = {"dim": dim, "key-moment": amber, "private": violet, "kept": green, "trouble": red, "here": primary}
    meanings |= {f"role-{slot}": colour for slot, colour in enumerate(roles)}
    cursor = {
        "block-cursor-background": full,
        "block-cursor-foreground": back,
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": panel,
        "block-cursor-blurred-foreground": full,
        "block-cursor-blurred-text-style": "none",
        "input-cursor-background": full,
        "input-cursor-foreground": back,
        "input-selection-background": f"{primary} 40%",
        "border": primary,
        "border-blurred": panel,
        "block-hover-background": panel,
        "bar": bar,
        "scrollbar": bar,
        "scrollbar-hover": dim,
        "scrollbar-active": primary,
        "scrollbar-background": surface,
        "scrollbar-background-hover": surface,
        "scrollbar-background-active": surface,
        "scrollbar-corner-color": surface,
    }
    return Theme(
        name=name,
        primary=primary,
        secondary=primary,
        accent=amber,
        warning=amber,
        error=red,
        success=green,
        foreground=full,
        background=back,
        surface=surface,
        panel=panel,
        dark=dark,
        variables=meanings | cursor,
    )


THEMES = (
    _theme(
        DARK,
        dark=True,
        shades=("#14161b", "#1b1e25", "#262b36"),
        text=("#e4e6eb", "#8f96a3"),
        primary="#7aa2f7",
        amber="#e0af68",
        violet="#b494f0",
        green="#8fc477",
        red="#f28a8a",
        roles=("#6cafff", "#d29e28", "#beefaf", "#ae86b2", "#fae14f", "#34f3fb", "#f85f7c", "#b0b8b0"),
    ),
    _theme(
        LIGHT,
        dark=False,
        shades=("#f6f6f3", "#ecece7", "#dcdfe6"),
        text=("#1c2026", "#5a616c"),
        primary="#2a58b8",
        amber="#825400",
        violet="#6f3fb5",
        green="#2f6b1e",
        red="#b02a2a",
        roles=("#113eab", "#631104", "#145035", "#3d2851", "#7a4d09", "#076a81", "#b2004e", "#5d6262"),
    ),
    _theme(
        CONTRAST,
        dark=True,
        shades=("#000000", "#0c0c0c", "#2a2a2a"),
        text=("#ffffff", "#c8c8c8"),
        primary="#8ab8ff",
        amber="#ffd166",
        violet="#d6b8ff",
        green="#9df07a",
        red="#ff9a9a",
        roles=("#b0adff", "#e0bd2c", "#b9ba8b", "#ffdbfe", "#f2ff6c", "#0fd6cb", "#ff95b9", "#ebffef"),
    ),
)
"""The themes there are, the first one unless another is set."""

MEANINGS: dict[str, str] = {**THEMES[0].variables}
"""What every style may name, as it stands in the first theme."""
