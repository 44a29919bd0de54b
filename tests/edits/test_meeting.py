from datetime import UTC, datetime, timedelta

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.edits.meeting import end_meeting, enter_stage, set_clock, start_meeting, status_at, staying
from reviewtui.edits.people import add_role, move_person, move_role, move_service, take_roles
from reviewtui.edits.plan import change_question, move_question, plan_meeting, prepare_question, remove_question
from reviewtui.model.lookups import Phase, phase_of
from reviewtui.model.review import (
    Meeting,
    PersonId,
    Question,
    QuestionId,
    Review,
    Role,
    RoleId,
    ServiceId,
    Stage,
    Status,
)
from tests.reviews import empty_review, review_of

NINE = datetime(2026, 11, 13, 9, 2, 37, tzinfo=UTC)
TEN = datetime(2026, 11, 13, 10, 5, tzinfo=UTC)
PLANNED = plan_meeting(empty_review(), minutes=90, agenda="who is here")
STARTED = start_meeting(PLANNED, at=NINE)


class TestTheClock:
    def test_a_start_sets_the_end_on_a_whole_minute_and_the_status(self) -> None:
        assert STARTED.meeting == Meeting(
            started=NINE, planned_minutes=90, planned_end=datetime(2026, 11, 13, 10, 32, tzinfo=UTC)
        )
        assert STARTED.status is Status.IN_REVIEW
        assert start_meeting(STARTED, at=TEN) is STARTED

    def test_an_end_makes_it_a_draft(self) -> None:
        ended = end_meeting(STARTED, at=TEN)
        assert (ended.meeting.ended, ended.status) == (TEN, Status.DRAFT)
        assert end_meeting(ended, at=NINE) is ended
        assert end_meeting(PLANNED, at=TEN) is PLANNED

    def test_it_can_be_corrected_and_the_status_follows_where_it_is_then(self) -> None:
        ended = end_meeting(STARTED, at=TEN)
        again = set_clock(ended, started=NINE, planned_end=TEN, ended=None, status=status_at(ended, Phase.UNDER_WAY))
        assert (phase_of(again.meeting), again.status) == (Phase.UNDER_WAY, Status.IN_REVIEW)
        back = set_clock(again, started=None, planned_end=TEN, ended=TEN, status=status_at(again, Phase.BEFORE))
        assert back.meeting == PLANNED.meeting
        assert back.status is Status.IN_PREPARATION

    def test_a_status_that_was_chosen_stays_where_it_is(self) -> None:
        chosen = msgspec.structs.replace(end_meeting(STARTED, at=TEN), status=Status.SHARED)
        assert status_at(chosen, Phase.HELD) is Status.SHARED


class TestUndo:
    def test_the_clock_and_the_status_that_it_set_stay(self) -> None:
        here = enter_stage(STARTED, stage=Stage.ACCOUNTS)
        back = staying(empty_review(), here)
        assert back.meeting == Meeting(started=NINE, planned_end=STARTED.meeting.planned_end)
        assert (back.status, back.stage, back.settings.agenda) == (Status.IN_REVIEW, Stage.ACCOUNTS, "")

    def test_a_status_that_was_chosen_is_taken_back(self) -> None:
        chosen = msgspec.structs.replace(STARTED, status=Status.SHARED)
        assert staying(STARTED, chosen).status is Status.IN_REVIEW

    @given(st.lists(st.sampled_from(["start", "end", "reopen", "plan", "title"]), max_size=8))
    def test_nothing_that_is_taken_back_moves_the_clock(self, done: list[str]) -> None:
        review, before = PLANNED, [PLANNED]
        for number, what in enumerate(done):
            review = _done(review, what, number)
            before.append(review)
        for earlier in reversed(before):
            back = staying(earlier, review)
            assert _clock(back) == _clock(review)
            assert back.title == earlier.title
            assert back.meeting.planned_minutes == earlier.meeting.planned_minutes


def _done(review: Review, what: str, number: int) -> Review:
    at = NINE + timedelta(minutes=number)
    match what:
        case "start":
            return start_meeting(review, at=at)
        case "end":
            return end_meeting(review, at=at)
        case "reopen":
            meeting = review.meeting
            phase = Phase.UNDER_WAY if meeting.started else Phase.BEFORE
            status = status_at(review, phase)
            return set_clock(
                review, started=meeting.started, planned_end=meeting.planned_end, ended=None, status=status
            )
        case "plan":
            return plan_meeting(review, minutes=number + 1, agenda=str(number))
        case _:
            return msgspec.structs.replace(review, title=str(number))


def _clock(review: Review) -> tuple[datetime | None, datetime | None, datetime | None, Status]:
    return review.meeting.started, review.meeting.planned_end, review.meeting.ended, review.status


class TestPlan:
    def test_questions_are_prepared_changed_moved_and_removed_and_others_stay(self) -> None:
        other = Question(id=QuestionId("open"), text="Who knew?")
        review = msgspec.structs.replace(empty_review(), questions=(other,))
        for name in ("a", "b"):
            review = prepare_question(review, question=Question(id=QuestionId(name), text=name))
        assert [(one.id, one.prepared) for one in review.questions] == [("open", False), ("a", True), ("b", True)]
        assert move_question(review, question=QuestionId("a"), by=-1) is review
        moved = move_question(review, question=QuestionId("b"), by=-1)
        assert [one.id for one in moved.questions] == ["open", "b", "a"]
        changed = change_question(moved, question=msgspec.structs.replace(moved.questions[1], text="[/] \x1b"))
        assert changed.questions[1].text == "[/] \x1b"
        assert [one.id for one in remove_question(changed, question=QuestionId("b")).questions] == ["open", "a"]
        assert remove_question(changed, question=QuestionId("none")) is changed

    def test_the_same_plan_is_nothing_new(self) -> None:
        assert plan_meeting(PLANNED, minutes=90, agenda="who is here") is PLANNED


class TestOrder:
    review = review_of(
        """
        service Checkout
        service Basket
        role Delivery, delivery
        role Users, users
        person Ana, Delivery
        person Mia, Users
        person Ben, Delivery
        """
    )

    def test_a_role_moves_at_the_table_and_keeps_its_colour(self) -> None:
        moved = move_role(self.review, role=RoleId("Users"), by=-1)
        assert [(role.name, role.colour) for role in moved.roles] == [("Users", 1), ("Delivery", 0)]
        assert move_role(moved, role=RoleId("Users"), by=-1) is moved

    def test_somebody_moves_among_those_of_their_role(self) -> None:
        moved = move_person(self.review, person=PersonId("Ben"), by=-1)
        assert [person.name for person in moved.people] == ["Ben", "Mia", "Ana"]
        assert move_person(self.review, person=PersonId("Mia"), by=1) is self.review
        assert move_person(self.review, person=PersonId("nobody"), by=1) is self.review

    def test_a_service_moves(self) -> None:
        moved = move_service(self.review, service=ServiceId("Checkout"), by=1)
        assert [service.name for service in moved.services] == ["Basket", "Checkout"]

    def test_roles_come_and_go_in_one_step(self) -> None:
        team = Role(id=RoleId("team"), name="Product team")
        taken = take_roles(self.review, roles=(team,), without=(RoleId("Delivery"),))
        assert [role.name for role in taken.roles] == ["Users", "Product team"]
        assert taken.roles[1].colour == 0
        assert add_role(taken, role=taken.roles[1]) is taken
