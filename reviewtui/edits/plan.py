"""Changes to the plan of the meeting: how long it is to be, its agenda, and the questions to bring."""

from reviewtui.edits.learning import change_question as change_question
from reviewtui.edits.learning import move_question as move_question
from reviewtui.edits.learning import remove_question as remove_question
from reviewtui.edits.naming import edit
from reviewtui.edits.records import adding, replacing, with_fields
from reviewtui.model.lookups import question_of
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


@edit("park what is off the subject")
def park(review: Review, *, question: Question) -> Review:
    """Set something aside for later, which is private as long as it is not taken up."""
    return adding(review, "questions", with_fields(question, prepared=True, parked=True))


@edit("take up what was parked")
def take_up(review: Review, *, question: QuestionId) -> Review:
    """Make an open question of what was parked: it is for everybody from then on."""
    found = question_of(review, question)
    if found is None or not (found.prepared and found.parked):
        return review
    return replacing(review, "questions", with_fields(found, prepared=False, parked=False))
