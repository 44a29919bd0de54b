"""No sentence of the program's own says what a facilitator would be asked to say otherwise."""

import re

import msgspec
import pytest

from reviewtui.model.review import ActionState, Attendance, Effect, EventKind, FactorKind, ReviewKind, Status, Verdict
from reviewtui.report import report_text
from tests.report.every_field import FULL, with_texts
from tests.report.whole_reviews import whole_review_of

# Every expression that LANGUAGE's hints look for, the soft ones included.
HINTED = (
    r"should have|ought to|could have|would have|if only|needed to|done differently",
    r"why did|why didn|who did|who approved|whose fault|fault|blame|responsible",
    r"fail|forg[eo]t|didn.t|did not|miss(?:ed|ing)\b|overlook|ignor|violat|complian|neglect",
    r"careless|sloppy|lazy|laziness|negligen|incompeten|errant",
    r"human error|operator error|user error|pilot error|mistake|wrong decision|bad call",
    r"accident|fat.finger|should|obvious|clearly|of course|\bjust\b|simply|only had to",
    r"root cause|the cause was|caused|five whys|5 whys|lack of|careful|attention|try harder",
    r"prevent|never again|happen again|bad deploy|bad code|bad config|too slow|too late|took too long",
    r"confus|lucky",
)


def of_every_kind() -> list[str]:
    """Reports that between them hold every sentence the program can make, around words of no meaning."""
    full = with_texts(FULL, lambda _field, _old: "ordinary")
    reports = [report_text(msgspec.structs.replace(full, status=status)) for status in Status]
    reports += [report_text(msgspec.structs.replace(full, kind=kind)) for kind in ReviewKind]
    for attendance in Attendance:
        people = tuple(msgspec.structs.replace(one, attendance=attendance) for one in full.people)
        reports.append(report_text(msgspec.structs.replace(full, people=people)))
    reports += [report_text(whole_review_of(text)) for text in _small_ones()]
    return reports


def _small_ones() -> list[str]:
    return [
        "",
        "question : ordinary? // ordinary",
        "role R\n10:42 ordinary\n  R | impact: total",
        "role R\n* 10:42 ordinary\n  R | noticed: never\n    | noticed: today",
        "\n".join(f"* 10:42 {kind}: ordinary" for kind in EventKind),
        "\n".join(f"action {state}: ordinary // ordinary" for state in ActionState),
        "\n".join(f"factor {kind}, {effect}: ordinary" for kind in FactorKind for effect in Effect),
        *(
            "role R\nrole S\n* 10:42 ordinary\n  R | noticed: never\n  S | noticed: 10:50\n"
            f"verdict {verdict}, unaware, R, S{note}"
            for verdict in Verdict
            for note in ("", ": ordinary")
        ),
    ]


@pytest.mark.parametrize("hinted", HINTED)
def test_no_hint_would_be_given_on_a_report(hinted: str) -> None:
    for text in of_every_kind():
        assert re.search(rf"\b(?:{hinted})", text, re.IGNORECASE) is None


def test_no_factor_is_the_cause() -> None:
    assert "None of these is *the* cause." in report_text(FULL)
