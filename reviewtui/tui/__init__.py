"""The interface: screens that compose, listen and ask. What is shown comes down as values, what is wanted goes up."""

import os

# Textual takes what follows `esc` within a tenth of a second for a part of the same key, and gives it back as the text
# `^` and what was typed: quick hands leave a field with `esc` and go on. A terminal sends its own sequences at once.
os.environ.setdefault("ESCDELAY", "25")
