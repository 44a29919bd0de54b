"""Services as rows, who stands for each, and below them what nobody stands for and what that costs."""

from collections.abc import Iterator

from textual.content import Content

from reviewtui.analysis.operating import Offer, offer_of_roles
from reviewtui.analysis.phrases import capitalised, joined
from reviewtui.analysis.representation import (
    COST_OF_ABSENCE,
    Cover,
    External,
    Facilitation,
    Proxy,
    facilitation,
    gaps,
    proxy_of,
    representation,
)
from reviewtui.model.lookups import Phase, attendance_of, phase_of
from reviewtui.model.review import Group, Review, Role, Service
from reviewtui.tui.present.people import GROUP_WORDS
from reviewtui.tui.present.words import hanging, row, said_line, shortened, stacked

GAP = "gap:"
FACILITATOR = "facilitator:"
OFFER = "offer"
_GROUP = 13
_LONGEST = 60
"""Characters of a name that a row shows at most."""
_DOES = {Group.DELIVERY: "builds", Group.OPERATIONS: "operates", Group.USERS: "uses"}
_EXTERNAL = {
    External.YES: "facilitates, from outside the teams involved.",
    External.NO: "facilitates and is from a team involved; an external one sees more.",
    External.NOT_SAID: "facilitates; their team is not said, so it is open whether they are external.",
}


def service_rows(review: Review, width: int) -> list[tuple[str, Content]]:
    """Return the rows of the side that says whose knowledge is here.

    A row for each service by its id, with who builds, operates and uses it. Then what there is to see to: by `GAP` and
    the group a group that nobody stands for, by `FACILITATOR` and their id who facilitates, and by `OFFER` the roles
    that the operating model asks for.
    """
    covers = representation(review)
    rows: list[tuple[str, Content]] = [
        (service.id, _service(review, service, [one for one in covers if one.service is service], width))
        for service in review.services
    ]
    return [*rows, *_gap_rows(review, width), *_facilitator_rows(review, width), *_offer_rows(review, width)]


def gap_count(review: Review) -> int:
    """Return how many groups nobody stands for."""
    return len({gap.group for gap in gaps(review)})


def gap_lines(review: Review, width: int) -> list[Content]:
    """Return what is missing by itself: the groups that nobody stands for, and what is to see to of who facilitates."""
    rows = [*_gap_rows(review, width), *_facilitator_rows(review, width, only_open=True)]
    return [content for _, content in rows]


def _service(review: Review, service: Service, covers: list[Cover], width: int) -> Content:
    name = row(said_line(service.name, "bold", cells=width - 16), (f"  {service.part.value}", "$dim"))
    return stacked([name, *(line for cover in covers for line in _cover(review, cover, width))])


def _cover(review: Review, cover: Cover, width: int) -> list[Content]:
    head = Content.styled(f"  {GROUP_WORDS[cover.group]:<{_GROUP}}", "$dim")
    there = Content(", ").join(_standing(review, role) for role in cover.roles)
    away = joined(f"{shortened(role.name, _LONGEST)} {attendance_of(review, role).value}" for role in cover.absent)
    gone = said_line(f" ({away})" if away else "", "$dim")
    return hanging(head, row(there if cover.roles else Content.styled("○ nobody", "$key-moment"), gone), width)


def _standing(review: Review, role: Role) -> Content:
    proxy = proxy_of(review, role)
    name = said_line(shortened(role.name, _LONGEST), f"$role-{role.slot}")
    return name if proxy is Proxy.NOT else row(name, (f" ({proxy.value})", "$dim"))


def _gap_rows(review: Review, width: int) -> Iterator[tuple[str, Content]]:
    found = gaps(review)
    sign = Content.styled("○ ", "$key-moment")
    for group in dict.fromkeys(gap.group for gap in found):
        named = said_line(joined(_named(gap.service) for gap in found if gap.group is group), "bold")
        words = row(f"Nobody here {_DOES[group]} ", named, f". Without them no {COST_OF_ABSENCE[group]}.")
        yield f"{GAP}{group.value}", stacked(hanging(sign, words, width))


def _named(service: Service | None) -> str:
    return shortened(service.name, _LONGEST) if service else "the service"


def _facilitator_rows(review: Review, width: int, *, only_open: bool = False) -> Iterator[tuple[str, Content]]:
    found = facilitation(review)
    if not found:
        words = Content("Nobody facilitates yet: someone from outside the teams involved.")
        yield FACILITATOR, stacked(hanging(Content.styled("○ ", "$key-moment"), words, width))
    for one in found:
        is_fine = one.is_there and one.external is External.YES
        if is_fine and only_open:
            continue
        sign = Content.styled("● ", "$kept") if is_fine else Content.styled("○ ", "$key-moment")
        words = row(said_line(shortened(one.person.name, _LONGEST), "bold"), " ", _facilitates(review, one))
        yield f"{FACILITATOR}{one.person.id}", stacked(hanging(sign, words, width))


def _facilitates(review: Review, one: Facilitation) -> str:
    if one.is_there:
        return _EXTERNAL[one.external]
    is_to_come = phase_of(review.meeting) is Phase.BEFORE
    return f"is asked to facilitate and {'will not be there' if is_to_come else 'is not here'}."


def _offer_rows(review: Review, width: int) -> Iterator[tuple[str, Content]]:
    if offer := offer_of_roles(review):
        words = Content(f"{capitalised(review.operating_model.value)} begins with {offer_words(offer)}")
        yield OFFER, stacked(hanging(Content.styled("+ ", "$here"), words, width))


def offer_words(offer: Offer) -> str:
    """Return which roles are offered, and which would go for them."""
    adds = f"{joined(role.name for role in offer.roles)}: R adds {'it' if len(offer.roles) == 1 else 'them'}"
    gone = joined(role.name for role in offer.without)
    verb = "which is empty" if len(offer.without) == 1 else "which are empty"
    return f"{adds}, and takes away {gone}, {verb}." if gone else f"{adds}."
