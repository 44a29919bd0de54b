"""What had a part in it, and what people did with what they had."""

from collections.abc import Iterable, Iterator

from reviewtui.model.review import Effect, Factor, FactorKind
from reviewtui.notation.labels import Label
from reviewtui.report.blocks import Block, Heading, Item, Paragraph, emphasised, words
from reviewtui.report.material import Material
from reviewtui.report.said import all_said, group
from reviewtui.report.when import seen_at

_EFFECTS = {
    Effect.CONTRIBUTED: "Contributed",
    Effect.MADE_IT_HARDER: "Made it harder",
    Effect.MADE_IT_EASIER: "Made it easier",
}
_DOINGS = {
    Label.IMPROVISED: "Improvised",
    Label.DID: "Done",
    Label.HELP: "Help that was asked for",
    Label.DATA: "Sources of data",
    Label.SERVICE: "What the service did",
}


def factors(material: Material) -> Iterator[Block]:
    """Yield the conditions that had a part, by what they did."""
    found = [factor for factor in material.review.factors if factor.text.strip()]
    if not found:
        return
    yield Heading(2, "Contributing factors")
    yield Paragraph(words("None of these is ", emphasised("the"), " cause. Each had a part, and they worked together."))
    for effect, name in _EFFECTS.items():
        of_effect = (
            factor for kind in FactorKind for factor in found if (factor.kind, factor.effect) == (kind, effect)
        )
        yield from group(name, (_factor(material, factor) for factor in of_effect))


def _factor(material: Material, factor: Factor) -> Item:
    raised = material.names(factor.roles)
    parts = (f"raised by {raised}" if raised else "", seen_at(material, factor.events))
    return Item(words(emphasised(f"{factor.kind}:"), f" {factor.text}{_in_brackets(parts)}"))


def _in_brackets(parts: Iterable[str]) -> str:
    said = "; ".join(part for part in parts if part)
    return f" ({said})" if said else ""


def doings(material: Material) -> Iterator[Block]:
    """Yield what people did, whom they asked, where they looked, and what they saw the service do."""
    found = [(name, all_said(material, label)) for label, name in _DOINGS.items()]
    if any(items for _, items in found):
        yield Heading(2, "What people did and used")
    for name, items in found:
        yield from group(name, items)
