"""The editor of one account, in the column of its role."""

from rich.style import Style
from rich.text import Text

from reviewtui.notation.account import parse_account
from reviewtui.plaintext import displayable
from reviewtui.tui.widgets.text_editor import TextEditor, from_editor

_PLACEHOLDER = "in their words; noticed: 10:44 pager, thought: …"
_FORETOLD = "what they expect; expected: the breaker to open"
_UNDERSTOOD = Style(bold=True)


class AccountEditor(TextEditor):
    """A short editor of what a role told; a label that is understood stands out while it is typed.

    Where there is a text it opens on a new line below it, which is no part of it until something is typed there.

    Args:
        text: What was told so far.
        foretold: Whether it is what they expect.
    """

    def __init__(self, text: str, *, foretold: bool = False) -> None:
        self._begun = bool(text.strip())
        super().__init__(f"{text}\n" if self._begun else text, placeholder=_FORETOLD if foretold else _PLACEHOLDER)

    @property
    def said(self) -> str:
        """What is told by now."""
        return super().said.removesuffix("\n") if self._begun else super().said

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is shown, with its label made bold."""
        line = super().get_line(line_index)
        source = from_editor(self.document.get_line(line_index))
        parsed = parse_account(source)
        if parsed and parsed[0].label is not None:
            line.stylize(_UNDERSTOOD, 0, displayable(source).index(":") + 1)
        return line
