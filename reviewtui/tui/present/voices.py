"""Who has spoken of how many moments, as rows for the facilitator alone."""

from textual.content import Content

from reviewtui.analysis.phrases import event_name
from reviewtui.analysis.voices import Voice, Voices
from reviewtui.model.review import Review
from reviewtui.tui.present.words import counted, row, said_line, shortened, stacked

_MOST_NAME = 28
_NARROWEST_NAME = 14
_COUNT = 12
_LONGEST = 400


def spoken_words(found: Voices) -> str:
    """Return how many moments anybody has spoken of, and what counts."""
    if not found.discussed:
        return "Nobody has spoken of a moment yet; what was written beforehand is not speech."
    return f"{counted(found.discussed, 'moment')} talked about; what was written beforehand is not speech."


def voice_rows(review: Review, found: Voices, width: int) -> list[tuple[str, Content]]:
    """Return a row for each role, by its id, with a line for each of its people.

    Args:
        review: The review.
        found: Who has spoken.
        width: The cells there are.
    """
    rows: dict[str, list[Content]] = {}
    for voice in found.voices:
        rows.setdefault(voice.role.id, []).append(_line(review, voice, found.discussed, width))
    return [(role, stacked(lines)) for role, lines in rows.items()]


def _line(review: Review, voice: Voice, discussed: int, width: int) -> Content:
    column = min(_MOST_NAME, max(width // 3, _NARROWEST_NAME))
    if voice.person is None:
        name = said_line(shortened(voice.role.name, _LONGEST), f"bold $role-{voice.role.slot}", cells=column)
    else:
        name = row("  ", said_line(shortened(voice.person.name, _LONGEST), cells=column - 2))
    of = f"{voice.spoken} of {discussed}" if voice.spoken else "not yet"
    head = row(name.pad_right(column + 2 - name.cell_length), f"{of:<{_COUNT}}")
    return row(head, said_line(_last(review, voice), "$dim", cells=max(width - head.cell_length, 1)))


def _last(review: Review, voice: Voice) -> str:
    """Return what was spoken of last."""
    return f"last of {shortened(event_name(voice.last_event, review.zone), _LONGEST)}" if voice.last_event else ""
