"""The colours, by what they mean. A style names one of these and never a colour of its own."""

from textual.theme import Theme

DARK = "calm dark"
LIGHT = "calm light"
CONTRAST = "high contrast"

ROLE_COLOURS = 8


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
        "scrollbar": panel,
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
        roles=("#6cb2ff", "#f0a35e", "#74d19c", "#d79bf0", "#e8d06a", "#5fd3d3", "#f08fa8", "#b8c0cc"),
    ),
    _theme(
        LIGHT,
        dark=False,
        shades=("#f6f6f3", "#ecece7", "#dcdfe6"),
        text=("#1c2026", "#5a616c"),
        primary="#2f5fc4",
        amber="#8a5a00",
        violet="#6f3fb5",
        green="#2f6b1e",
        red="#b02a2a",
        roles=("#1f5fae", "#9a4d00", "#1c6e43", "#7d3c9e", "#6b5b00", "#0d6b6b", "#a8315a", "#4a525e"),
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
        roles=("#7cc4ff", "#ffb36b", "#7dffb2", "#e6b3ff", "#fff07a", "#7dffff", "#ff9fbb", "#ffffff"),
    ),
)
"""The themes there are, the first one unless another is set."""

MEANINGS: dict[str, str] = {**THEMES[0].variables}
"""What every style may name, as it stands in the first theme."""
