"""In which zone each row tells its time, and what can't be known about it.

The order is: the row's own letters, the zone that the document names, the zone that was given, the review's. Letters
that don't fit the season, or that mean two zones there, are a question, and a zone that was given is its answer.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import NamedTuple

from reviewtui.importers.candidates import Candidate, Outline
from reviewtui.importers.document import Asked
from reviewtui.importers.zone_marks import ZoneMark
from reviewtui.model.moments import zone_named
from reviewtui.model.reading import ZoneOrigin
from reviewtui.notation.zones import WrittenZone, in_season


class RowZone(NamedTuple):
    """The zone that a row's clocks are read in."""

    letters: str
    """As the document has it, or the name of the zone that was given or assumed."""
    read_as: str
    """An IANA name, or an offset."""
    origin: ZoneOrigin
    question: str = ""
    """What can't be known of it."""
    likelier: str = ""
    """What it was taken for, if that is a question."""
    is_from_rows: bool = False
    """Whether only other rows name it."""


class ZoneFinder:
    """What a document says of zones, to be asked row by row."""

    def __init__(self, outline: Outline, rows: Sequence[Candidate], asked: Asked) -> None:
        self.asked = asked
        self.of_sections = {section.at: mark for mark, section in outline.zones if section}
        self.lines = [mark for mark, section in outline.zones if section is None]
        self.places = [mark.at for mark in self.lines]
        self.on_rows = Counter(zone for row in rows if (zone := _letters_of(row)))

    def zone_of(self, row: Candidate, day: date | None) -> RowZone:
        """Return the zone that a row's clock is read in, if it is on `day`."""
        letters = _letters_of(row)
        if letters is None and (mark := self._named_for(row)):
            if mark.zone is None:
                return self._unknown(mark)
            letters = mark.zone
        if letters is None:
            return self._from_other_rows(row, day)
        return self._settled(letters, row, day)

    def _named_for(self, row: Candidate) -> ZoneMark | None:
        """Return the nearest place above a row that names a zone, or else the first that does."""
        if row.zone:
            return row.zone
        above = [self.of_sections[at] for at in row.section.within if at in self.of_sections][:1]
        if place := bisect_right(self.places, row.at):
            above.append(self.lines[place - 1])
        if above:
            return max(above, key=lambda mark: mark.at)
        return next(iter(self.lines), None) or next(iter(self.of_sections.values()), None)

    def _from_other_rows(self, row: Candidate, day: date | None) -> RowZone:
        if not self.on_rows or self.asked.zone:
            return self._not_named()
        letters = self.on_rows.most_common(1)[0][0]
        settled = self._settled(letters, row, day)
        if len({zone.read_as for zone in self.on_rows}) == 1:
            return settled._replace(is_from_rows=True)
        question = "some rows name one zone, some another, and some none: in which are those?"
        return settled._replace(question=question, likelier=settled.read_as)

    def _not_named(self) -> RowZone:
        if self.asked.zone:
            return RowZone(self.asked.zone, self.asked.zone, ZoneOrigin.GIVEN)
        return RowZone(self.asked.assumed_zone, self.asked.assumed_zone, ZoneOrigin.ASSUMED)

    def _unknown(self, mark: ZoneMark) -> RowZone:
        taken = self._not_named()
        if taken.origin is ZoneOrigin.GIVEN:
            return taken
        question = f"“{mark.letters}” is no zone that is known here: in which are these times?"
        return taken._replace(question=question, likelier=taken.read_as)

    def _settled(self, letters: WrittenZone, row: Candidate, day: date | None) -> RowZone:
        """Return what letters mean on a day: a question only where neither the season nor the place settles it."""
        as_read = RowZone(letters.text, letters.read_as, ZoneOrigin.NAMED)
        if day is None or not letters.offset or letters.offset == letters.zone:
            return as_read
        clock = datetime.combine(day, (row.head and row.head.written and row.head.written.start) or time(12))
        fits = in_season(letters, clock)
        others = [zone for zone in letters.others if _letters_there(zone, clock) == letters.text]
        if fits and not others:
            return as_read
        if self.asked.zone:
            return RowZone(self.asked.zone, self.asked.zone, ZoneOrigin.GIVEN)
        if _letters_there(self.asked.assumed_zone, clock) == letters.text:
            return as_read._replace(read_as=self.asked.assumed_zone)
        several = f"“{letters.text}” may be {' or '.join((letters.zone, *letters.others))}: which is it?"
        if fits:
            return as_read._replace(question=several, likelier=letters.zone)
        unfit = f"clocks in {letters.zone} do not show “{letters.text}” on {day.isoformat()}"
        question = f"{unfit}; {several}" if letters.others else f"{unfit}: in which zone are these times?"
        return as_read._replace(read_as=letters.zone, question=question, likelier=letters.zone)


def _letters_of(row: Candidate) -> WrittenZone | None:
    return row.head.written.zone if row.head and row.head.written else None


def _letters_there(zone: str, clock: datetime) -> str | None:
    return clock.replace(tzinfo=zone_named(zone)).tzname()
