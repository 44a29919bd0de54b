"""Reviews with all that can come of one, written as text: the words of `tests.reviews`, and these.

title Cards declined                  kind chaos day, and likewise severity, summary, status
link Ticket https://desk.example/1    involved Registry: a service like `service`, but only involved

What is written after an event belongs to it, and what stands after // is the rest of it:

detail Six minutes.                   evidence Board https://boards.example/1
by Priya                              the last account is hers
consent                               to the quotes of the last account
verdict left open, timing, Delivery, Users: so said the room
factor technical, made it harder, Delivery: it logs nothing
insight usage, Users > Delivery: callers tell when // support teams
action agreed, Payments, 2026-12-01: add logging // the reason; it comes from the last insight
question Users: who went elsewhere? // the answer
prepared ask Users first
"""

from datetime import date

import msgspec

from reviewtui.analysis.difference import Difference
from reviewtui.analysis.differences import differences
from reviewtui.model.review import (
    Action,
    ActionId,
    ActionState,
    DifferenceKind,
    Discussion,
    DiscussionId,
    Effect,
    EventId,
    Factor,
    FactorId,
    FactorKind,
    Insight,
    InsightId,
    Lens,
    Part,
    PersonId,
    Question,
    QuestionId,
    QuotedLine,
    Review,
    ReviewKind,
    RoleId,
    Status,
    Verdict,
)
from reviewtui.notation.account import parse_account
from reviewtui.notation.evidence import parse_links
from reviewtui.notation.labels import Label
from tests.reviews import Reader


def whole_review_of(text: str) -> Review:
    """The review that a text block describes, as the module's docstring has it."""
    return WholeReader().whole(text)


class WholeReader(Reader):
    def whole(self, text: str) -> Review:
        review = super().whole(text)
        found = differences(review)
        discussions = (msgspec.structs.replace(one, sentence=_sentence(one, found)) for one in review.discussions)
        return msgspec.structs.replace(review, discussions=tuple(discussions))

    def change(self, **fields: object) -> None:
        self.review = msgspec.structs.replace(self.review, **fields)

    def change_event(self, **fields: object) -> None:
        here = self.event
        changed = (msgspec.structs.replace(one, **fields) if one.id == here else one for one in self.review.events)
        self.change(events=tuple(changed))

    @property
    def here(self) -> tuple[EventId, ...]:
        return (self.event,) if self.event else ()

    def read_title(self, rest: str) -> None:
        self.change(title=rest)

    def read_kind(self, rest: str) -> None:
        self.change(kind=ReviewKind(rest))

    def read_severity(self, rest: str) -> None:
        self.change(severity=rest)

    def read_summary(self, rest: str) -> None:
        self.change(summary=rest)

    def read_status(self, rest: str) -> None:
        self.change(status=Status(rest))

    def read_link(self, rest: str) -> None:
        self.change(links=(*self.review.links, *parse_links(rest)))

    def read_involved(self, rest: str) -> None:
        self.read_service(rest)
        *others, last = self.review.services
        self.change(services=(*others, msgspec.structs.replace(last, part=Part.INVOLVED)))

    def read_detail(self, rest: str) -> None:
        self.change_event(detail=rest)

    def read_evidence(self, rest: str) -> None:
        (event,) = (one for one in self.review.events if one.id == self.event)
        self.change_event(evidence=(*event.evidence, *parse_links(rest)))

    def read_by(self, rest: str) -> None:
        *others, last = self.review.accounts
        self.change(accounts=(*others, msgspec.structs.replace(last, person=PersonId(rest))))

    def read_consent(self, _: str) -> None:
        account = self.review.accounts[-1]
        quotes = (line.text for line in parse_account(account.text) if line.label is Label.QUOTE)
        agreed = (QuotedLine(account=account.id, text=text) for text in quotes)
        consent = (*self.review.settings.quotes_with_consent, *agreed)
        self.change(settings=msgspec.structs.replace(self.review.settings, quotes_with_consent=consent))

    def read_verdict(self, rest: str) -> None:
        about, _, note = rest.partition(":")
        verdict, kind, *roles = _parts(about)
        discussion = Discussion(
            id=DiscussionId(f"d{len(self.review.discussions) + 1}"),
            kind=DifferenceKind(kind),
            events=self.here,
            roles=tuple(role.id for role in self.review.roles if role.name in roles),
            sentence="",
            verdict=Verdict(verdict),
            note=note.strip(),
        )
        self.add("discussions", discussion)

    def read_factor(self, rest: str) -> None:
        about, _, text = rest.partition(":")
        kind, effect, *roles = _parts(about)
        factor = Factor(
            id=FactorId(f"f{len(self.review.factors) + 1}"),
            kind=FactorKind(kind),
            effect=Effect(effect),
            text=text.strip(),
            events=self.here,
            roles=tuple(map(RoleId, roles)),
        )
        self.add("factors", factor)

    def read_insight(self, rest: str) -> None:
        about, _, text = rest.partition(":")
        said, _, new_to = about.partition(">")
        lens, *said_by = _parts(said)
        insight = Insight(
            id=InsightId(f"i{len(self.review.insights) + 1}"),
            text=_before(text),
            lens=Lens(lens),
            said_by=tuple(map(RoleId, said_by)),
            new_to=tuple(map(RoleId, _parts(new_to))),
            for_whom=_after(text),
            events=self.here,
        )
        self.add("insights", insight)

    def read_action(self, rest: str) -> None:
        about, _, text = rest.partition(":")
        state, owner, due, *_ = (*_parts(about), "", "")
        action = Action(
            id=ActionId(f"c{len(self.review.actions) + 1}"),
            text=_before(text),
            owner=owner,
            due=date.fromisoformat(due) if due else None,
            state=ActionState(state),
            reason=_after(text),
            insights=tuple(insight.id for insight in self.review.insights[-1:]),
        )
        self.add("actions", action)

    def read_question(self, rest: str) -> None:
        role, _, text = rest.partition(":")
        self.ask(RoleId(role) if role else None, _before(text), _after(text))

    def read_prepared(self, rest: str) -> None:
        self.ask(None, _before(rest), _after(rest), prepared=True)

    def ask(self, role: RoleId | None, text: str, answer: str, *, prepared: bool = False) -> None:
        question = Question(
            id=QuestionId(f"q{len(self.review.questions) + 1}"),
            text=text,
            asked_by=role,
            event=self.event,
            answer=answer,
            prepared=prepared,
        )
        self.add("questions", question)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _before(text: str) -> str:
    return text.partition("//")[0].strip()


def _after(text: str) -> str:
    return text.partition("//")[2].strip()


def _sentence(discussion: Discussion, found: tuple[Difference, ...]) -> str:
    """What the room was asked."""
    key = (discussion.kind, discussion.events, discussion.roles)
    return next((one.sentence for one in found if (one.kind, (one.event,), one.roles) == key), "")
