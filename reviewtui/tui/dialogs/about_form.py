"""The form of what a review says of itself."""

from collections.abc import Mapping

from reviewtui.edits.about import describe_review
from reviewtui.edits.naming import Change
from reviewtui.model.review import OperatingModel, Review, ReviewKind, Status
from reviewtui.notation.zones import is_zone
from reviewtui.tui.dialogs.fields import ChoiceField, LongField, TextField, Values, text_in, words_in, words_of
from reviewtui.tui.dialogs.record_form import RecordForm


def about_form(review: Review) -> RecordForm:
    """Return the form of what the review says of itself."""

    def change(values: Values) -> Change:
        zone = text_in(values, "zone").strip()
        return describe_review.asked(
            title=text_in(values, "title"),
            kind=ReviewKind(words_in(values, "kind")[0]),
            status=Status(words_in(values, "status")[0]),
            operating_model=OperatingModel(words_in(values, "model")[0]),
            severity=text_in(values, "severity"),
            zone=zone if is_zone(zone) else review.zone,
            summary=text_in(values, "summary"),
        )

    return RecordForm(
        title="About this review",
        fields=(
            TextField("title", "title", review.title),
            ChoiceField("kind", "looks back on", words_of(ReviewKind), review.kind.value),
            ChoiceField("model", "who runs it", words_of(OperatingModel), review.operating_model.value),
            TextField("severity", "severity", review.severity, "as you name it: SEV2, high, …"),
            TextField("zone", "times in", review.zone, "Europe/Berlin, UTC, UTC+02:00"),
            LongField("summary", "summary", review.summary, "What happened, in at most three sentences", rows=6),
            ChoiceField("status", "status", words_of(Status), review.status.value),
        ),
        change=change,
        hints=lambda values: zone_hint(text_in(values, "zone")),
    )


def zone_hint(zone: str) -> Mapping[str, str]:
    """Return what to say below a field for a zone: nothing of one that there is."""
    return {} if is_zone(zone.strip()) else {"zone": "no such zone; write one as Europe/Berlin or UTC+02:00"}
