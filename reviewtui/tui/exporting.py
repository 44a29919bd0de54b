"""A text is written to a file that is asked for."""

from collections.abc import Callable
from typing import Any

from textual.app import App

from reviewtui.errors import NotSaved
from reviewtui.library import write_export
from reviewtui.paths import is_a_file, typed_path
from reviewtui.tui.desk import Desk
from reviewtui.tui.dialogs.ask_line import AskLineDialog


async def export(app: App[Any], desk: Desk, question: str, name: str, text: Callable[[], str]) -> None:
    """Ask where to, write a text there, and tell where that is.

    Args:
        app: What the question is shown in.
        desk: What tells of it.
        question: What is asked.
        name: The name of the file, if no other is given.
        text: Gives what is written.
    """

    def write(answer: str | None) -> None:
        if answer is None:
            return
        path = typed_path(answer)
        try:
            write_export(path, text())
        except NotSaved as error:
            desk.say(str(error))
        else:
            desk.say(f"exported to {path.absolute()}")

    await app.push_screen(AskLineDialog(question, name, _is_there), write)


def _is_there(answer: str) -> str:
    """Say so if an answer is the path of a file that is there: nothing brings back what an export replaces."""
    return "this file is there already: enter replaces it" if is_a_file(typed_path(answer.strip())) else ""
