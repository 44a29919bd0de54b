import msgspec
import pytest

from reviewtui.analysis.operating import offer_of_roles
from reviewtui.edits.about import new_review
from reviewtui.model.review import OperatingModel, Review, ReviewId, ReviewKind, RoleId
from tests.reviews import NOW, review_of

CENTRAL, YOURS, CUSTOM = OperatingModel


def begun(model: OperatingModel) -> Review:
    return new_review(
        id=ReviewId("r"),
        title="t",
        zone="UTC",
        operating_model=model,
        kind=ReviewKind.LIVE_INCIDENT,
        created_at=NOW,
        role_ids=(RoleId("a"), RoleId("b"), RoleId("c")),
    )


def offered(review: Review, model: OperatingModel) -> tuple[list[str], list[str]] | None:
    offer = offer_of_roles(msgspec.structs.replace(review, operating_model=model))
    return offer and ([role.name for role in offer.roles], [role.name for role in offer.without])


@pytest.mark.parametrize(
    ("before", "after", "offer"),
    [
        (CENTRAL, CENTRAL, None),
        (CENTRAL, YOURS, (["Product team"], ["Delivery", "Operations"])),
        (YOURS, CENTRAL, (["Delivery", "Operations"], ["Product team"])),
        (CUSTOM, CENTRAL, (["Delivery", "Operations", "Users"], [])),
        (CUSTOM, YOURS, (["Product team", "Users"], [])),
        (CENTRAL, CUSTOM, None),
    ],
)
def test_another_model_offers_what_it_begins_with(
    before: OperatingModel, after: OperatingModel, offer: tuple[list[str], list[str]] | None
) -> None:
    assert offered(begun(before), after) == offer


def test_a_role_of_any_name_that_stands_for_the_same_is_enough() -> None:
    for text in ("role Payments, delivery, operations", "role Payments, delivery\nrole On call, operations"):
        review = review_of(f"{text}\nrole Shops, users\nrole Tills, users")
        assert offered(review, YOURS) is None
        assert offered(review, CENTRAL) is None


def test_a_role_that_somebody_has_put_anything_into_is_never_offered_to_go() -> None:
    review = begun(CENTRAL)
    with_person = msgspec.structs.replace(review, people=review_of("person Ana, a").people)
    assert offered(with_person, YOURS) == (["Product team"], ["Operations"])
    with_service = msgspec.structs.replace(review, services=review_of("service Checkout: b").services)
    assert offered(with_service, YOURS) == (["Product team"], ["Delivery"])
    both = msgspec.structs.replace(with_person, services=with_service.services)
    assert offered(both, YOURS) is None
