"""The plan of the meeting as rows: its clock, its agenda, and the questions to bring."""

from collections.abc import Iterator

from textual.content import Content

from reviewtui.analysis.phrases import event_name
from reviewtui.model.lookups import Phase, event_of, parked_questions, phase_of, prepared_questions
from reviewtui.model.review import Question, Review
from reviewtui.tui.present.meeting import clock_words
from reviewtui.tui.present.words import LABEL_WIDTH, hanging, row, said, said_line, shortened, stacked

CLOCK = "clock"
AGENDA = "agenda"
INVITATION = "invitation"
OPENING = "opening"
NO_QUESTIONS = "questions"
_THEN = {Phase.BEFORE: "; m starts it", Phase.UNDER_WAY: "", Phase.HELD: ""}
_LONGEST = 2000
"""Characters of a text that a row shows at most."""


def plan_rows(review: Review, width: int) -> list[tuple[str, Content]]:
    """Return the rows of the plan: `CLOCK`, `AGENDA`, `INVITATION`, `OPENING`, then one's own questions."""
    meeting = f"{clock_words(review.meeting, review.zone)}{_THEN[phase_of(review.meeting)]}"
    return [
        (CLOCK, _labelled("meeting", Content(meeting), width)),
        (AGENDA, _agenda(review, width)),
        (INVITATION, _labelled("invitation", Content("what to send to those who come: y"), width)),
        (OPENING, _labelled("opening", Content("purpose and ground rules, to read aloud: g"), width)),
        *_questions(review, width),
    ]


def _agenda(review: Review, width: int) -> Content:
    agenda = review.settings.agenda.strip()
    shown = (
        said(shortened(agenda, _LONGEST))
        if agenda
        else Content.styled("none yet; e writes it, and how long it takes", "$dim")
    )
    return _labelled("agenda", shown, width)


def _questions(review: Review, width: int) -> Iterator[tuple[str, Content]]:
    prepared = prepared_questions(review)
    for question in prepared:
        yield question.id, _question(review, question, width, "ask")
    if not prepared:
        none = Content.styled("nothing prepared; q writes a question that you alone see", "$dim")
        yield NO_QUESTIONS, _labelled("ask", none, width, "$private")
    for question in parked_questions(review):
        yield question.id, _question(review, question, width, "parked")


def _question(review: Review, question: Question, width: int, label: str) -> Content:
    event = event_of(review, question.event)
    at = said_line(f"  {shortened(event_name(event, review.zone), 120)}" if event else "", "$dim")
    return _labelled(label, row(said(shortened(question.text, _LONGEST), "$private"), at), width, "$private")


def _labelled(label: str, text: Content, width: int, style: str = "$dim") -> Content:
    return stacked(hanging(Content.styled(f"{label:<{LABEL_WIDTH}}", style), text, width))
