"""Where a document says in which zone it tells its times: a heading, a column's head, a line (`All times in CEST`)."""

import re
from typing import NamedTuple

from reviewtui.notation.zones import WrittenZone, find_zone, scan_zone


class ZoneMark(NamedTuple):
    """A place that names a zone."""

    at: int
    """The place of its line."""
    zone: WrittenZone | None
    """`None`: letters that are no zone this program knows."""
    letters: str
    """As they are written."""


_OF_ALL_TIMES = re.compile(
    r"\b(?:all|these|the following|event)\b.{0,30}?\b(?:times?|dates?|hours?|timestamps?)\b"
    r"|\ball\b(?=.{0,20}\b(?:UTC|GMT)\b)|\btimestamps\b",
    re.IGNORECASE,
)
_OF_TIMES = re.compile(
    r"(?:\b(?:times|zeiten|uhrzeiten|zeitangaben)\b|^time\b)[^A-Za-z]{0,3}"
    r"(?:(?:are|in|is|shown|given|listed|all|local|as|using|use|sind)\b[ :(]{0,3}){0,4}",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\W{0,6}(?:time ?zone|zeitzone|tz|zone)\W{0,4}[:=|]", re.IGNORECASE)
_ONLY_A_ZONE = re.compile(
    r"[\W_]{0,6}(?:times?|in|are|is|all|[\W_]){0,6}([A-Za-z/_+:0-9-]{1,40})[\W_]{0,6}(?:times?)?[\W_]{0,4}"
)
_UNKNOWN = re.compile(
    r"\btimes?(?:tamps?)?(?: are| is| shown| given| listed| all)* (?:in|are) "
    r"(local(?: time)?|[A-Z][A-Za-z_]{1,20}/[A-Za-z_]{2,20}|[A-Z]{3,5})\b"
)
_FIXED = re.compile(r"(?:UTC|GMT) ?[+-]\d{1,2}")
_LONGEST = 240


def zone_in_name(at: int, name: str) -> ZoneMark | None:
    """Return the zone that the name of a section or a column gives."""
    return _mark(at, name) if len(name) < _LONGEST else None


def zone_line(at: int, text: str) -> ZoneMark | None:
    """Return the zone that a line gives for the times in the document, if that is what it speaks of."""
    bare = text.strip(" \t*_`")
    if len(bare) > _LONGEST:
        return None
    if found := (_LABEL.match(bare) or _OF_ALL_TIMES.search(bare)):
        return _mark(at, bare[found.end() : found.end() + 60]) or _mark(at, bare[: found.end()]) or _unknown(at, bare)
    if (found := _OF_TIMES.search(bare)) and scan_zone(bare, found.end()):
        return _mark(at, bare[found.end() :])
    only = _ONLY_A_ZONE.fullmatch(bare)
    return (_mark(at, bare) if only and len(bare) < 40 else None) or _unknown(at, bare)


def _mark(at: int, text: str) -> ZoneMark | None:
    zone = find_zone(text)
    if zone is None:
        return None
    # Letters beside which the offset stands, as in "CEST (UTC+2)", leave nothing to ask.
    offset = _FIXED.search(text)
    exact = find_zone(text[offset.start() :]) if offset else None
    if exact and exact.offset != zone.offset:
        exact = None if zone.offset and not zone.others else exact
    read = WrittenZone(zone.text, exact.offset, exact.zone) if exact else zone
    return ZoneMark(at, read, zone.text)


def _unknown(at: int, text: str) -> ZoneMark | None:
    found = _UNKNOWN.search(text)
    return ZoneMark(at, None, found[1]) if found else None
