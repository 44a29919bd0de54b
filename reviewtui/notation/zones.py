"""Time zones as people write them: `UTC`, `+02:00`, `CEST`, `Europe/Berlin`."""

import re
from datetime import datetime
from typing import NamedTuple

from reviewtui.errors import UnknownZone
from reviewtui.model.moments import zone_named


class Abbreviation(NamedTuple):
    """What an abbreviation stands for."""

    offset: str
    """As `UTC+02:00`."""
    zone: str
    """A zone in which it is used for part of the year or all of it."""
    others: tuple[str, ...] = ()
    """Other zones in which people use the same letters for something else."""


# Abbreviations are not unique and no standard names them; these are the ones in the time zone database and in published
# timelines, each with the reading that is likelier there. What else the letters may mean is asked, not settled here.
ABBREVIATIONS: dict[str, Abbreviation] = {
    "UTC": Abbreviation("UTC", "UTC"),
    "GMT": Abbreviation("UTC", "UTC"),
    "WET": Abbreviation("UTC", "Europe/Lisbon"),
    "WEST": Abbreviation("UTC+01:00", "Europe/Lisbon"),
    "BST": Abbreviation("UTC+01:00", "Europe/London", ("Asia/Dhaka",)),
    "CET": Abbreviation("UTC+01:00", "Europe/Berlin"),
    "CEST": Abbreviation("UTC+02:00", "Europe/Berlin"),
    "MEZ": Abbreviation("UTC+01:00", "Europe/Berlin"),
    "MESZ": Abbreviation("UTC+02:00", "Europe/Berlin"),
    "EET": Abbreviation("UTC+02:00", "Europe/Helsinki"),
    "EEST": Abbreviation("UTC+03:00", "Europe/Helsinki"),
    "MSK": Abbreviation("UTC+03:00", "Europe/Moscow"),
    "IST": Abbreviation("UTC+05:30", "Asia/Kolkata", ("Europe/Dublin", "Asia/Jerusalem")),
    "SGT": Abbreviation("UTC+08:00", "Asia/Singapore"),
    "HKT": Abbreviation("UTC+08:00", "Asia/Hong_Kong"),
    "JST": Abbreviation("UTC+09:00", "Asia/Tokyo"),
    "KST": Abbreviation("UTC+09:00", "Asia/Seoul"),
    "AWST": Abbreviation("UTC+08:00", "Australia/Perth"),
    "ACST": Abbreviation("UTC+09:30", "Australia/Adelaide"),
    "ACDT": Abbreviation("UTC+10:30", "Australia/Adelaide"),
    "AEST": Abbreviation("UTC+10:00", "Australia/Sydney"),
    "AEDT": Abbreviation("UTC+11:00", "Australia/Sydney"),
    "NZST": Abbreviation("UTC+12:00", "Pacific/Auckland"),
    "NZDT": Abbreviation("UTC+13:00", "Pacific/Auckland"),
    "AST": Abbreviation("UTC-04:00", "America/Halifax", ("Asia/Riyadh",)),
    "ADT": Abbreviation("UTC-03:00", "America/Halifax"),
    "EST": Abbreviation("UTC-05:00", "America/New_York"),
    "EDT": Abbreviation("UTC-04:00", "America/New_York"),
    "ET": Abbreviation("", "America/New_York"),
    "CST": Abbreviation("UTC-06:00", "America/Chicago", ("Asia/Shanghai",)),
    "CDT": Abbreviation("UTC-05:00", "America/Chicago"),
    "CT": Abbreviation("", "America/Chicago"),
    "MST": Abbreviation("UTC-07:00", "America/Denver"),
    "MDT": Abbreviation("UTC-06:00", "America/Denver"),
    "MT": Abbreviation("", "America/Denver"),
    "PST": Abbreviation("UTC-08:00", "America/Los_Angeles"),
    "PDT": Abbreviation("UTC-07:00", "America/Los_Angeles"),
    "PT": Abbreviation("", "America/Los_Angeles"),
    "BRT": Abbreviation("UTC-03:00", "America/Sao_Paulo"),
    "ART": Abbreviation("UTC-03:00", "America/Argentina/Buenos_Aires"),
}

# Zones whose names people spell out, by the words before "time"; which of its two offsets holds, the day tells.
SPELLED_OUT: dict[str, str] = {
    "coordinated universal": "UTC",
    "greenwich mean": "UTC",
    "british": "Europe/London",
    "central european": "Europe/Berlin",
    "eastern european": "Europe/Helsinki",
    "indian": "Asia/Kolkata",
    "japan": "Asia/Tokyo",
    "eastern": "America/New_York",
    "central": "America/Chicago",
    "mountain": "America/Denver",
    "pacific": "America/Los_Angeles",
}

_OFFSET = r"(?:UTC|GMT)[ ]?[+-]\d{1,2}(?::?\d{2})?(?!\d)"
_NAME = r"[A-Z][A-Za-z_]{1,20}(?:/[A-Z][A-Za-z_+-]{1,20}){1,2}"
_LETTERS = "|".join(sorted((*ABBREVIATIONS, "utc", "gmt"), key=len, reverse=True))
_WORDS = rf"(?i:{'|'.join(SPELLED_OUT)})(?: (?i:standard|daylight|summer))? [Tt]ime(?![A-Za-z])"
_ZONE_HERE = re.compile(rf"\(?({_OFFSET}|{_WORDS}|{_NAME}|(?:{_LETTERS})(?![A-Za-z0-9]))\)?")
_BARE_OFFSET = re.compile(r"([+-])(\d{2}):?(\d{2})(?![\d:])")
_OFFSET_PARTS = re.compile(r"(?:UTC|GMT)[ ]?([+-])(\d{1,2}):?(\d{2})?")
_NAMED_IN_PROSE = re.compile(rf"(?<![A-Za-z0-9/_-])({_OFFSET}|{_WORDS}|{_NAME}|(?:{_LETTERS})(?![A-Za-z0-9/_-]))")


class WrittenZone(NamedTuple):
    """A zone as somebody wrote it."""

    text: str
    """The letters themselves."""
    offset: str
    """The offset that the letters state, as `UTC+02:00`; empty where they state none (`PT`, `Europe/Berlin`)."""
    zone: str
    """The zone they belong to; an offset is its own zone."""
    others: tuple[str, ...] = ()
    """Zones in which the same letters mean something else."""

    @property
    def read_as(self) -> str:
        """The zone that times beside it are read in: what the letters state, else the place they name."""
        return self.offset or self.zone


def _fixed(sign: str, hours: str, minutes: str | None) -> str | None:
    name = f"UTC{sign}{int(hours):02}:{minutes or '00'}"
    return name if int(hours) < 15 and int(minutes or 0) < 60 else None


def _understood(text: str) -> WrittenZone | None:
    if known := ABBREVIATIONS.get(text) or ABBREVIATIONS.get(text.upper()):
        return WrittenZone(text, known.offset, known.zone, known.others)
    for words, place in SPELLED_OUT.items():
        if text.casefold().startswith(f"{words} "):
            return WrittenZone(text, "", place)
    if parts := _OFFSET_PARTS.fullmatch(text):
        fixed = _fixed(parts[1], parts[2], parts[3])
        return WrittenZone(text, fixed, fixed) if fixed else None
    return WrittenZone(text, "", text) if is_zone(text) else None


def scan_zone(text: str, at: int = 0) -> tuple[WrittenZone, int] | None:
    """Return the zone that is written at `at` in `text`, and where it ends; `None` if there is none."""
    if (found := _ZONE_HERE.match(text, at)) and (zone := _understood(found[1])):
        return zone, found.end()
    if text.startswith("Z", at) and not text[at + 1 : at + 2].isalnum():
        return WrittenZone("Z", "UTC", "UTC"), at + 1
    return None


def scan_offset(text: str, at: int) -> tuple[WrittenZone, int] | None:
    """Return the bare offset (`+02:00`, `-0500`) that is written at `at` in `text`, and where it ends."""
    if (found := _BARE_OFFSET.match(text, at)) and (fixed := _fixed(*found.groups())):
        return WrittenZone(found[0], fixed, fixed), found.end()
    return None


def find_zone(text: str) -> WrittenZone | None:
    """Return the first zone that is named anywhere in `text`."""
    for found in _NAMED_IN_PROSE.finditer(text):
        if zone := _understood(found[1]):
            return zone
    return None


def in_season(zone: WrittenZone, clock: datetime) -> bool:
    """Tell whether the letters fit the time of year: `CEST` does not in January.

    Args:
        zone: The letters.
        clock: A time on the clocks of that place, without a zone.
    """
    if not zone.offset or zone.offset == zone.zone:
        return True
    place = clock.replace(tzinfo=zone_named(zone.zone)).utcoffset()
    return place == clock.replace(tzinfo=zone_named(zone.offset)).utcoffset()


def is_zone(name: str) -> bool:
    """Tell whether `name` is a zone that a review can be shown in."""
    try:
        zone_named(name)
    except UnknownZone:
        return False
    return True
