import inspect
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pkgutil import iter_modules

import msgspec
import pytest

from reviewtui import edits
from reviewtui.edits.about import describe_review, new_review
from reviewtui.edits.accounts import name_teller, remove_account, write_account
from reviewtui.edits.differences import give_verdict, note_discussion, take_back_verdict
from reviewtui.edits.meeting import enter_stage, staying
from reviewtui.edits.naming import Change, Edit
from reviewtui.edits.people import (
    add_person,
    add_role,
    add_service,
    change_role,
    mark_person,
    mark_role,
    remove_person,
    remove_role,
)
from reviewtui.edits.reading import Fate, fates, take_rows
from reviewtui.edits.timeline import add_event, change_event, mark_discussed, mark_key_moment, move_event, remove_event
from reviewtui.model.lookups import attendance_of, event_of, role_of
from reviewtui.model.reading import ReadRow
from reviewtui.model.review import (
    AccountId,
    Attendance,
    DifferenceKind,
    Discussion,
    DiscussionId,
    Event,
    EventId,
    EventKind,
    OperatingModel,
    Person,
    PersonId,
    Review,
    ReviewId,
    ReviewKind,
    Role,
    RoleId,
    Service,
    ServiceId,
    Source,
    Stage,
    Veil,
    Verdict,
)
from reviewtui.notation.event import parse_event
from tests.reviews import NOW, empty_review, review_of

REVIEW = review_of(
    """
    service Checkout: Delivery
    role Delivery, delivery
    role Operations, operations
    person Ana, Delivery
    * 10:42 alert: error rate
      Delivery | noticed: today
      Operations | noticed: 10:44
    10:42 cache fills
    11:00 rollback
    """
)
E1, E2, E3 = EventId("e1"), EventId("e2"), EventId("e3")
DELIVERY = RoleId("Delivery")


def event(line: str, name: str = "new") -> Event:
    read = parse_event(line, date(2026, 11, 12), "UTC")
    return Event(id=EventId(name), when=read.when, kind=read.kind, title=read.title)


def titles(review: Review) -> list[str]:
    return [one.title for one in review.events]


def test_a_new_review_has_the_roles_that_its_operating_model_asks_for() -> None:
    def roles(model: OperatingModel) -> list[str]:
        review = new_review(
            id=ReviewId("r"),
            title="t",
            zone="UTC",
            operating_model=model,
            kind=ReviewKind.LIVE_INCIDENT,
            created_at=NOW,
            role_ids=(RoleId("a"), RoleId("b"), RoleId("c")),
        )
        return [role.name for role in review.roles]

    assert roles(OperatingModel.CENTRAL_OPERATIONS) == ["Delivery", "Operations", "Users"]
    assert roles(OperatingModel.YOU_BUILD_IT) == ["Product team", "Users"]
    assert roles(OperatingModel.CUSTOM) == []


class TestTimeline:
    def test_an_event_goes_where_its_time_puts_it_after_those_of_the_same_time(self) -> None:
        added = add_event(add_event(REVIEW, event=event("10:42 third")), event=event("sometime", "x"))
        assert titles(added) == ["error rate", "cache fills", "third", "rollback", "sometime"]

    def test_a_changed_time_moves_it(self) -> None:
        found = event_of(REVIEW, E3)
        assert found is not None
        changed = change_event(REVIEW, event=msgspec.structs.replace(found, when=event("09:00 x").when))
        assert titles(changed) == ["rollback", "error rate", "cache fills"]

    def test_only_events_of_one_time_change_places(self) -> None:
        assert titles(move_event(REVIEW, event=E1, by=1)) == ["cache fills", "error rate", "rollback"]
        assert move_event(REVIEW, event=E2, by=1) is REVIEW
        assert move_event(REVIEW, event=E1, by=-1) is REVIEW
        assert move_event(REVIEW, event=E3, by=1) is REVIEW

    def test_a_key_moment_is_marked_and_unmarked(self) -> None:
        once = mark_key_moment(REVIEW, event=E2)
        assert [one.key_moment for one in once.events] == [True, True, False]
        assert mark_key_moment(once, event=E2) == REVIEW

    def test_removing_takes_what_was_told_of_it_and_keeps_it_out(self) -> None:
        source = Source(format="text", document="d", own_id="1")
        sourced = change_event(REVIEW, event=msgspec.structs.replace(REVIEW.events[0], sources=(source,)))
        removed = remove_event(sourced, event=E1)
        assert titles(removed) == ["cache fills", "rollback"]
        assert removed.accounts == ()
        assert removed.set_aside == (source,)


def row(line: str, own_id: str, detail: str = "") -> ReadRow:
    read = event(line)
    source = Source(format="text", document="Flood", own_id=own_id, title=read.title, detail=detail)
    return ReadRow(when=read.when, title=read.title, detail=detail, source=source, line=1)


class TestReading:
    rows = (row("09:00 first", "1"), row("09:30 second", "2"))
    ids = (EventId("n1"), EventId("n2"))

    def read(self, review: Review, rows: tuple[ReadRow, ...]) -> Review:
        return take_rows(review, rows=rows, ids=tuple(EventId(f"{id(rows)}{n}") for n in range(len(rows))))

    def test_rows_become_events_once(self) -> None:
        taken = self.read(REVIEW, self.rows)
        assert titles(taken)[:2] == ["first", "second"]
        assert fates(taken, self.rows) == (Fate.SAME, Fate.SAME)
        assert self.read(taken, self.rows) is taken

    def test_another_text_changes_what_nobody_has_changed_since(self) -> None:
        taken = self.read(REVIEW, self.rows)
        mine = change_event(taken, event=msgspec.structs.replace(taken.events[0], title="in my words"))
        again = (row("09:00 first, corrected", "1", "more"), row("09:30 second, corrected", "2"))
        assert fates(mine, again) == (Fate.CHANGED, Fate.CHANGED)
        changed = self.read(mine, again)
        assert titles(changed)[:2] == ["in my words", "second, corrected"]
        assert changed.events[0].detail == "more"
        assert fates(changed, again) == (Fate.SAME, Fate.SAME)

    def test_what_was_removed_stays_out_unless_it_is_chosen(self) -> None:
        taken = self.read(REVIEW, self.rows)
        removed = remove_event(taken, event=taken.events[0].id)
        assert fates(removed, self.rows) == (Fate.SET_ASIDE, Fate.SAME)
        chosen = self.read(removed, self.rows[:1])
        assert titles(chosen) == titles(taken)
        assert chosen.set_aside == ()

    def test_two_rows_of_one_source_are_one_event(self) -> None:
        assert len(self.read(empty_review(), (self.rows[0], self.rows[0])).events) == 1


class TestAccounts:
    def write(self, review: Review, text: str, account: str = "new") -> Review:
        return write_account(review, account=AccountId(account), event=E2, role=DELIVERY, recorded_at=NOW, text=text)

    def test_words_are_kept_as_they_were_said(self) -> None:
        said = "  noticed: 10:44\n\n[/] \x1b[2J 🔥 \r\n"
        assert self.write(REVIEW, said).accounts[-1].text == said

    def test_writing_again_changes_the_text_and_nothing_else(self) -> None:
        once = self.write(REVIEW, "one")
        twice = write_account(
            once, account=AccountId("new"), event=E1, role=RoleId("x"), recorded_at=NOW.replace(year=2030), text="two"
        )
        assert twice.accounts[-1] == msgspec.structs.replace(once.accounts[-1], text="two")

    def test_a_blank_account_is_none(self) -> None:
        assert self.write(REVIEW, " \n ") is REVIEW
        assert self.write(self.write(REVIEW, "one"), "") == REVIEW

    def test_the_zone_in_force_is_kept_with_it(self) -> None:
        berlin = msgspec.structs.replace(REVIEW, zone="Europe/Berlin")
        assert self.write(berlin, "x").accounts[-1].zone == "Europe/Berlin"

    def test_who_told_it(self) -> None:
        named = name_teller(REVIEW, account=AccountId("a1"), role=DELIVERY, person=PersonId("Ana"))
        assert named.accounts[0].person == "Ana"
        assert remove_person(named, person=PersonId("Ana")).accounts[0].person is None


class TestPeople:
    def test_a_new_role_takes_the_first_free_colour(self) -> None:
        role = Role(id=RoleId("x"), name="Vendor")
        assert [one.colour for one in add_role(REVIEW, role=role).roles] == [0, 1, 2]
        without = remove_role(REVIEW, role=DELIVERY)
        assert [one.colour for one in add_role(without, role=role).roles] == [1, 0]

    def test_removing_a_role_takes_its_people_and_accounts(self) -> None:
        removed = remove_role(REVIEW, role=DELIVERY)
        assert [role.name for role in removed.roles] == ["Operations"]
        assert removed.people == ()
        assert [account.role for account in removed.accounts] == ["Operations"]
        assert removed.services[0].roles == ()

    def test_marking_a_role_marks_its_people(self) -> None:
        marked = mark_role(REVIEW, role=DELIVERY, attendance=Attendance.LATE)
        role = role_of(marked, DELIVERY)
        assert role is not None
        assert marked.people[0].attendance is Attendance.LATE
        assert attendance_of(marked, role) is Attendance.LATE

    def test_people_and_services_come_at_the_end(self) -> None:
        added = add_person(REVIEW, person=Person(id=PersonId("Ben"), name="Ben"))
        assert [person.name for person in added.people] == ["Ana", "Ben"]
        more = add_service(REVIEW, service=Service(id=ServiceId("Basket"), name="Basket"))
        assert [service.name for service in more.services] == ["Checkout", "Basket"]


def verdict(sentence: str, given: Verdict, id_: str = "new") -> Change:
    return give_verdict.asked(
        discussion=DiscussionId(id_),
        kind=DifferenceKind.UNAWARE,
        event=E1,
        roles=(DELIVERY, RoleId("Operations")),
        sentence=sentence,
        verdict=given,
    )


class TestDifferences:
    discussed = verdict("as it stood", Verdict.LEFT_OPEN).make_on(REVIEW)

    def test_a_verdict_keeps_the_sentence_it_was_given_on(self) -> None:
        (made,) = self.discussed.discussions
        assert made == Discussion(
            id=DiscussionId("new"),
            kind=DifferenceKind.UNAWARE,
            events=(E1,),
            roles=(DELIVERY, RoleId("Operations")),
            sentence="as it stood",
            verdict=Verdict.LEFT_OPEN,
        )

    def test_another_verdict_is_on_the_sentence_of_now_and_keeps_the_note(self) -> None:
        noted = note_discussion(self.discussed, discussion=DiscussionId("new"), event=E1, note="nothing leads there")
        (made,) = verdict("as it stands", Verdict.CONFIRMED, "other").make_on(noted).discussions
        assert (made.id, made.sentence, made.verdict) == ("new", "as it stands", Verdict.CONFIRMED)
        assert made.note == "nothing leads there"

    def test_a_note_keeps_the_sentence_of_the_verdict(self) -> None:
        noted = note_discussion(self.discussed, discussion=DiscussionId("new"), event=E1, note="so they said")
        assert [(one.sentence, one.note) for one in noted.discussions] == [("as it stood", "so they said")]

    def test_a_verdict_is_taken_back(self) -> None:
        assert take_back_verdict(self.discussed, discussion=DiscussionId("new"), event=E1) == REVIEW

    def test_the_same_verdict_on_the_same_sentence_changes_nothing(self) -> None:
        assert verdict("as it stood", Verdict.LEFT_OPEN).make_on(self.discussed) is self.discussed


def test_where_one_stands_and_lifted_veils_stay_when_an_earlier_review_comes_back() -> None:
    veiled = msgspec.structs.replace(
        REVIEW, events=tuple(msgspec.structs.replace(one, veil=Veil.ON) for one in REVIEW.events)
    )
    lifted = msgspec.structs.replace(
        veiled, events=(msgspec.structs.replace(veiled.events[0], veil=Veil.LIFTED), *veiled.events[1:])
    )
    here = enter_stage(lifted, stage=Stage.REPORT)
    back = staying(veiled, here)
    assert back.stage is Stage.REPORT
    assert [one.veil for one in back.events] == [Veil.LIFTED, Veil.ON, Veil.ON]
    assert staying(here, here) is here


NOTHING_HAPPENS: tuple[Change, ...] = (
    describe_review.asked(
        title=" ",
        kind=REVIEW.kind,
        status=REVIEW.status,
        operating_model=REVIEW.operating_model,
        severity="",
        zone="UTC",
        summary="",
    ),
    change_role.asked(role=REVIEW.roles[0]),
    change_role.asked(role=Role(id=RoleId("nobody"), name="x")),
    mark_person.asked(person=PersonId("Ana"), attendance=Attendance.PRESENT),
    mark_person.asked(person=PersonId("nobody"), attendance=Attendance.PRESENT),
    mark_role.asked(role=RoleId("nobody"), attendance=Attendance.PRESENT),
    remove_role.asked(role=RoleId("nobody")),
    remove_person.asked(person=PersonId("nobody")),
    change_event.asked(event=REVIEW.events[0]),
    remove_event.asked(event=EventId("nowhere")),
    mark_key_moment.asked(event=EventId("nowhere")),
    mark_discussed.asked(event=EventId("nowhere")),
    mark_discussed.asked(event=E1, discussed=False),
    move_event.asked(event=EventId("nowhere"), by=1),
    take_rows.asked(rows=(), ids=()),
    remove_account.asked(account=AccountId("none"), role=DELIVERY, event=E1),
    name_teller.asked(account=AccountId("none"), role=DELIVERY, person=None),
    note_discussion.asked(discussion=DiscussionId("none"), event=E1, note="x"),
    take_back_verdict.asked(discussion=DiscussionId("none"), event=E1),
    enter_stage.asked(stage=REVIEW.stage),
)


@pytest.mark.parametrize("change", NOTHING_HAPPENS, ids=lambda change: change.name_on(REVIEW))
def test_the_same_object_means_that_nothing_happened(change: Change) -> None:
    assert change.make_on(REVIEW) is REVIEW


@pytest.mark.parametrize(
    ("change", "name"),
    [
        (
            write_account.asked(account=AccountId("a"), event=E1, role=DELIVERY, recorded_at=NOW, text="x"),
            "record Delivery's account of 10:42 error rate",
        ),
        (verdict("x", Verdict.CONFIRMED), "mark a difference at 10:42 error rate as confirmed"),
        (
            take_back_verdict.asked(discussion=DiscussionId("x"), event=E1),
            "take back the verdict on a difference at 10:42 error rate",
        ),
        (take_rows.asked(rows=(row("09:00 x", "1"),), ids=(EventId("a"),)), "read 1 event"),
        (mark_key_moment.asked(event=E3), "mark 11:00 rollback as a key moment"),
        (mark_person.asked(person=PersonId("Ana"), attendance=Attendance.IN_WRITING), "mark Ana as in writing"),
        (add_event.asked(event=event("10:50 page")), "add 10:50 page"),
        (remove_role.asked(role=DELIVERY), "remove the role Delivery and what it told"),
        (remove_role.asked(role=RoleId("gone")), "remove the role what is not there any more and what it told"),
    ],
)
def test_an_edit_has_a_name_that_a_person_understands(change: Change, name: str) -> None:
    assert change.name_on(REVIEW) == name


def every_edit() -> list[Edit[...]]:
    modules = (import_module(f"{edits.__name__}.{found.name}") for found in iter_modules(edits.__path__))
    found = (value for module in modules for value in vars(module).values() if isinstance(value, Edit))
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("one", every_edit(), ids=lambda one: one.__name__)
def test_every_edit_takes_the_review_first_and_keywords_after(one: Callable[..., Review]) -> None:
    review, *others = inspect.signature(one).parameters.values()
    assert review.name == "review"
    assert all(other.kind is inspect.Parameter.KEYWORD_ONLY for other in others)


def test_kinds_of_events_are_all_known_to_the_notation() -> None:
    assert event("10:42 experiment: index away").kind is EventKind.EXPERIMENT
