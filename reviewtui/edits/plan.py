"""Changes to the plan of the meeting: how long it is to be, its agenda, and the questions to bring."""

from reviewtui.edits.naming import edit
from reviewtui.edits.records import adding, moved, replacing, with_fields, with_table, without_record
from reviewtui.model.review import Question, QuestionId, Review


@edit("plan the meeting")
def plan_meeting(review: Review, *, minutes: int, agenda: str) -> Review:
    """Set how long the meeting is to be and what it is to go through; its clock is left as it is."""
    return with_fields(
        review,
        meeting=with_fields(review.meeting, planned_minutes=minutes),
        settings=with_fields(review.settings, agenda=agenda),
    )


@edit("prepare a question")
def prepare_question(review: Review, *, question: Question) -> Review:
    """Add a question of the facilitator's own, which is private; one just added takes its new form."""
    return adding(review, "questions", with_fields(question, prepared=True))


@edit("change a prepared question")
def change_question(review: Review, *, question: Question) -> Review:
    """Put `question` in the place of the one with its id."""
    return replacing(review, "questions", question)


@edit("remove a prepared question")
def remove_question(review: Review, *, question: QuestionId) -> Review:
    """Remove a question."""
    return with_table(review, "questions", without_record(review.questions, question))


@edit("move a prepared question")
def move_question(review: Review, *, question: QuestionId, by: int) -> Review:
    """Move a prepared question among its like: before the one above it (-1), or behind the one below it (1)."""
    questions = moved(review.questions, question, by, lambda one: one.prepared)
    return with_table(review, "questions", questions)
