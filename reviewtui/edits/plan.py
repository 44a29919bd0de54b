"""Changes to the plan of the meeting: how long it is to be, its agenda, and the questions to bring."""

from reviewtui.edits.learning import change_question as change_question
from reviewtui.edits.learning import move_question as move_question
from reviewtui.edits.learning import remove_question as remove_question
from reviewtui.edits.naming import edit
from reviewtui.edits.records import adding, with_fields
from reviewtui.model.review import Question, Review


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
