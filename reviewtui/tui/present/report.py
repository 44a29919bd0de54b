"""The report's text, line by line, with its structure made easy to see."""

import re

from textual.content import Content

from reviewtui.tui.present.words import said

_HEADING = re.compile(r"#{1,6} ")
_RULE = re.compile(r"\|?[ :|-]+\|?")


def report_lines(markdown: str, width: int) -> list[Content]:
    """Return Markdown wrapped to `width` cells as it will be exported: nothing is rendered, headings stand out."""
    return [line for text in markdown.split("\n") for line in _wrapped(text, width)]


def _wrapped(text: str, width: int) -> list[Content]:
    if not text:
        return [Content("")]
    return said(text, _style(text)).wrap(width)


def _style(text: str) -> str:
    if is_heading(text):
        return "bold $here" if text.startswith(("# ", "## ")) else "bold"
    return "$dim" if text.startswith("|") and _RULE.fullmatch(text) else ""


def is_heading(text: str) -> bool:
    """Tell whether a line of Markdown is a heading."""
    return bool(_HEADING.match(text))
