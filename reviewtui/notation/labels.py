"""The labels of an account's lines: one table, from which the parser, the help and the forms are made."""

from enum import StrEnum
from typing import NamedTuple


class Label(StrEnum):
    """What a line of an account states."""

    NOTICED = "noticed"
    EXPECTED = "expected"
    THOUGHT = "thought"
    HARDER = "harder"
    EASIER = "easier"
    DATA = "data"
    DID = "did"
    IMPROVISED = "improvised"
    HELP = "help"
    SERVICE = "service"
    QUOTE = "quote"
    IMPACT = "impact"
    REPUTATION = "reputation"
    BECAUSE = "because"
    NORMALLY = "normally"


class LabelForm(NamedTuple):
    """How a label is written, and what it means."""

    label: Label
    shortest: str
    """The shortest beginning that stands for it; any longer beginning does too."""
    means: str
    example: str
    reads: str = ""
    """What a line with it is, in a word, where that is not the label."""


LABELS: tuple[LabelForm, ...] = (
    LabelForm(Label.NOTICED, "not", "when and how the first sign of this came", "noticed: 10:44 pager", "sign"),
    LabelForm(Label.EXPECTED, "exp", "what was expected at that moment", "expected: the breaker to open"),
    LabelForm(Label.THOUGHT, "tho", "what was believed to be going on", "thought: the nightly job again"),
    LabelForm(Label.HARDER, "har", "a surprise that made it harder", "harder: the cache logs nothing", "surprise"),
    LabelForm(Label.EASIER, "eas", "a surprise that made it easier", "easier: two were in the office", "surprise"),
    LabelForm(Label.DATA, "dat", "a source of data, used or known to exist", "data: Grafana checkout board"),
    LabelForm(Label.DID, "did", "an action taken", "did: rolled back to v2.3.0", "action"),
    LabelForm(Label.IMPROVISED, "impr", "an improvised action", "improvised: restarted pods by hand", "action"),
    LabelForm(Label.HELP, "hel", "a request for help, reached or not", "help: asked the DBA, no answer for 20 min"),
    LabelForm(Label.SERVICE, "ser", "a behaviour of the service", "service: returned 200 with an empty basket"),
    LabelForm(Label.QUOTE, "quo", "a sentence worth keeping word for word", 'quote: "I had no idea that existed"'),
    LabelForm(Label.IMPACT, "impa", "what users lost, and how much of it", "impact: partial, search only"),
    LabelForm(Label.REPUTATION, "rep", "what it did to trust", "reputation: two clinics asked for a call"),
    LabelForm(Label.BECAUSE, "bec", "why it was built that way", "because: the cache saved a slow call"),
    LabelForm(Label.NORMALLY, "nor", "how it is really operated", "normally: we restart it on Mondays"),
)

_FORMS = {form.label: form for form in LABELS}


def form_of(label: Label) -> LabelForm:
    """Return how a label is written, and what it means."""
    return _FORMS[label]


def word_of(label: Label) -> str:
    """Return in a word what a line with a label is."""
    return form_of(label).reads or label.value


def label_of(word: str) -> Label | None:
    """Return the label that `word` stands for, whole or shortened, in any case; `None` if it stands for none."""
    folded = word.casefold()
    for form in LABELS:
        if len(folded) >= len(form.shortest) and form.label.startswith(folded):
            return form.label
    return None


def labels_near(word: str) -> tuple[Label, ...]:
    """Return the labels that `word`, which stands for none, may have been meant for, in any case.

    They begin with it, or lines with them are what it begins with: of `surprised`, the two for surprises.
    """
    folded = word.casefold()
    return tuple(
        form.label for form in LABELS if form.label.startswith(folded) or (form.reads and folded.startswith(form.reads))
    )
