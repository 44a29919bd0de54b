"""The line above a stage for what holds for the review as a whole."""

from textual.widgets import Static

from reviewtui.tui.present.words import said_line


class Banner(Static):
    """Says that a review may only be read, or is not saved where it should be; while all is well there is no such line.

    Args:
        text: What it says; empty if there is nothing to say.
    """

    def __init__(self, text: str) -> None:
        super().__init__(said_line(text), id="banner", markup=False)
        self._text = text
        self.display = bool(text)

    def show(self, text: str) -> None:
        """Say something else."""
        # To lay out the whole screen anew costs more than a key may, and this is asked for whenever something is saved.
        if text != self._text:
            self._text = text
            self.update(said_line(text))
            self.display = bool(text)
