"""What is off the subject is set aside, and taken up."""

from reviewtui.edits.learning import move_question
from reviewtui.edits.plan import park, prepare_question, take_up
from reviewtui.model.lookups import parked_questions, prepared_questions
from reviewtui.model.review import Question, QuestionId
from tests.reviews import empty_review

P1, P2, Q1 = (Question(id=QuestionId(name), text=name) for name in ("p1", "p2", "q1"))


def test_it_is_private_and_no_part_of_what_was_prepared() -> None:
    review = park(prepare_question(empty_review(), question=Q1), question=P1)
    assert [one.id for one in parked_questions(review)] == ["p1"]
    assert [one.id for one in prepared_questions(review)] == ["q1"]
    assert all(one.prepared for one in review.questions)


def test_taken_up_it_is_an_open_question_like_any_other() -> None:
    review = park(empty_review(), question=P1)
    assert take_up(review, question=P1.id).questions == (P1,)


def test_only_what_is_parked_can_be_taken_up() -> None:
    review = prepare_question(empty_review(), question=Q1)
    assert take_up(review, question=Q1.id) is review
    assert take_up(review, question=P1.id) is review


def test_it_moves_among_what_is_parked() -> None:
    review = park(prepare_question(park(empty_review(), question=P1), question=Q1), question=P2)
    assert [one.id for one in move_question(review, question=P2.id, by=-1).questions] == ["p2", "q1", "p1"]
    assert move_question(review, question=Q1.id, by=1) is review
