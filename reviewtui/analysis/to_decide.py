"""What the facilitator decides before a report goes to its readers. No sentence shows a secret whole."""

from collections.abc import Iterator

from reviewtui.analysis.exposures import Exposure, exposures
from reviewtui.analysis.finds import ExposureKind
from reviewtui.analysis.item import Decision, Item, ItemKind
from reviewtui.analysis.phrases import counted, quoted
from reviewtui.analysis.places import moment_words, place_words
from reviewtui.analysis.telling import tellings
from reviewtui.model.lookups import parked_questions
from reviewtui.model.place import Place
from reviewtui.model.review import ActionState, QuotedLine, Release, Review, Stage
from reviewtui.notation.labels import Label

_BY_SHOWING = "saying whether readers may see it, or by changing the text"
_BY_CONSENT = "asking whoever said it"
_BY_AN_OWNER = "naming an owner"
_BY_LOOKING = "taking it up as an open question, or removing it"
_BY_READERS = "saying which teams elsewhere it is for"


def exposed(review: Review) -> Iterator[Item]:
    """Yield each thing that texts expose, once, with every place where it stands."""
    found: dict[Release, list[Exposure]] = {}
    for exposure in exposures(review):
        found.setdefault(exposure.release, []).append(exposure)
    for release, there in found.items():
        decision = _decision(review, release)
        what = f"The {release.kind} {quoted(_shown(there[0]))}"
        sentence = f"{what} {decision}." if decision else f"{what} stands in {_where(review, there)}."
        places = tuple(dict.fromkeys(one.place for one in there))
        yield Item(release.kind, sentence, places, _BY_SHOWING, release, decision)


def _decision(review: Review, release: Release) -> Decision | None:
    if release in review.settings.releases:
        return Decision.SHOWN
    return Decision.INSIDE if release in review.settings.held_back else None


def _shown(exposure: Exposure) -> str:
    """Return what is exposed as it may stand in a list; of a secret no more than tells which it is."""
    if exposure.kind is not ExposureKind.SECRET:
        return exposure.text
    return f"{exposure.text[: min(4, len(exposure.text) // 4)]}…"


def _where(review: Review, there: list[Exposure]) -> str:
    others = len({(one.place, one.field) for one in there}) - 1
    first = place_words(review, there[0].place, there[0].field)
    return f"{first} and {counted(others)} more text{'' if others == 1 else 's'}" if others else first


def quotes(review: Review) -> Iterator[Item]:
    """Yield each sentence that somebody is quoted with."""
    seen: set[QuotedLine] = set()
    for telling in tellings(review):
        for one in telling.tellers:
            for told in one.labelled(Label.QUOTE):
                quote = QuotedLine(account=told.account.id, text=told.line.text)
                if told.line.text and quote not in seen:
                    seen.add(quote)
                    place = Place(Stage.ACCOUNTS, telling.event.id, one.role.id, told.account.id)
                    yield _quote(review, quote, one.role.name, place)


def _quote(review: Review, quote: QuotedLine, role: str, place: Place) -> Item:
    decision = None
    if quote in review.settings.quotes_with_consent:
        decision = Decision.CONSENT
    elif quote in review.settings.quotes_left_out:
        decision = Decision.LEFT_OUT
    said = f"{role} at {moment_words(review, place.event)}, {quoted(quote.text)}"
    sentence = f"{said}: {decision}." if decision else f"{said}: no consent is noted."
    return Item(ItemKind.QUOTE, sentence, (place,), _BY_CONSENT, quote, decision)


def without_owner(review: Review) -> Iterator[Item]:
    """Yield each action that was agreed and has no owner."""
    for action in review.actions:
        if action.state is ActionState.AGREED and action.text.strip() and not action.owner.strip():
            sentence = f"An agreed action has no owner: {quoted(action.text)}."
            yield Item(ItemKind.OWNER, sentence, (Place(Stage.LEARNING, record=action.id),), _BY_AN_OWNER)


def insights_for_nobody(review: Review) -> Iterator[Item]:
    """Yield each insight that is for nobody elsewhere."""
    for insight in review.insights:
        if insight.text.strip() and not insight.for_whom.strip():
            sentence = f"An insight is for nobody elsewhere yet: {quoted(insight.text)}."
            yield Item(ItemKind.READERS, sentence, (Place(Stage.LEARNING, record=insight.id),), _BY_READERS)


def parked(review: Review) -> Iterator[Item]:
    """Yield what was set aside and has not been looked at since."""
    for question in parked_questions(review):
        if question.text.strip() and not question.answer.strip():
            place = Place(Stage.LEARNING, question.event, record=question.id)
            yield Item(ItemKind.PARKED, f"Still parked: {quoted(question.text)}", (place,), _BY_LOOKING)
