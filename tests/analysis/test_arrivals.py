from datetime import timedelta

import msgspec

from reviewtui.analysis.arrivals import arrives_as, awaited
from reviewtui.model.review import Attendance, Meeting, Person, PersonId
from tests.reviews import NOW, review_of

REVIEW = review_of(
    """
    role Users, users, invited
    role Delivery, delivery, invited
    role Vendor, absent
    role Support, present
    person Ana, Delivery
    person Ben, Delivery, absent
    person Cleo, Delivery, in writing
    person Dov, Delivery, late
    """
)


def test_who_is_not_here_is_awaited_and_a_role_without_names_by_its_own() -> None:
    noor = Person(id=PersonId("Noor"), name="Noor")
    review = msgspec.structs.replace(REVIEW, people=(*REVIEW.people, noor))
    assert [(one.id, one.name, one.role and one.role.name, one.attendance) for one in awaited(review)] == [
        ("Users", "Users", "Users", Attendance.INVITED),
        ("Ben", "Ben", "Delivery", Attendance.ABSENT),
        ("Cleo", "Cleo", "Delivery", Attendance.IN_WRITING),
        ("Vendor", "Vendor", "Vendor", Attendance.ABSENT),
        ("Noor", "Noor", None, Attendance.INVITED),
    ]


def test_who_comes_once_the_telling_has_begun_is_late() -> None:
    def with_meeting(meeting: Meeting) -> Attendance:
        told = review_of("role Users, users\n10:42 alert: x\n  Users | it was slow")
        return arrives_as(msgspec.structs.replace(told, meeting=meeting))

    assert with_meeting(Meeting()) is Attendance.PRESENT
    assert with_meeting(Meeting(started=NOW)) is Attendance.LATE
    assert with_meeting(Meeting(started=NOW + timedelta(minutes=1))) is Attendance.PRESENT
    assert with_meeting(Meeting(started=NOW, ended=NOW)) is Attendance.PRESENT
