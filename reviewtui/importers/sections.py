"""What the sections of a document are for, told by their names: which hold a timeline, and which never do."""

import re
from enum import StrEnum
from typing import NamedTuple


class Purpose(StrEnum):
    """What a section is for."""

    TIMELINE = "timeline"
    """It says so itself."""
    MILESTONES = "milestones"
    """A few moments, each named before its time."""
    OTHER = "other"
    """Its name doesn't tell: a line that begins with a time is a row there too."""
    ASIDE = "aside"
    """It speaks of times that are told elsewhere: a summary, an impact."""
    CLOSED = "closed"
    """No row of a timeline stands here, whatever begins with a time: action items, lessons, people."""


class Section(NamedTuple):
    """A part of a document, from its heading to the next of the same rank."""

    purpose: Purpose
    name: str = ""
    level: int = 0
    at: int = -1
    """The place of its heading among the lines; -1 for what stands before the first."""
    within: tuple[int, ...] = ()
    """The places of the headings it stands under, its own first."""


_TIMELINE = (
    r"\btime ?lines?\b|chronolog|\b(?:sequence|course|order|log) of events|\bevent log\b|zeitleiste|zeitachse"
    r"|zeitlicher (?:ab|ver)lauf|\bablauf\b|tijdlijn|cronolog|linha do tempo|l[ií]nea de tiempo"
    r"|时间线|時間線|タイムライン|타임라인"
)
_MILESTONES = r"\b(?:key|important) (?:events|times|moments|dates|timestamps)\b|\bmilestones\b"
_CLOSED = (
    r"\baction items?\b|^actions?$|\b(?:review|planned|immediate|future|preventive|corrective) actions?\b"
    r"|\bfollow[- ]?ups?\b|\bnext steps\b|\bto[- ]?dos?\b|^tasks?\b|\bremediation|\bcorrective\b|prevent"
    r"|\blessons?\b|\blearn(?:ed|t|ings?)?\b|\b(?:went|go|going) (?:so )?(?:well|wrong|right|poorly|badly)\b"
    r"|\bluck|\bimprov|\brecommend|\battendees\b|\bparticipants\b|\bauthors?\b|\breviewers?\b|\breferences?\b"
    r"|\blinks?\b|\bresources\b|\bappendix\b|\bglossary\b|\battachments?\b|\brevision|\bchange ?log\b"
    r"|maßnahmen|aufgaben|teilnehmer"
)
_ASIDE = (
    r"\bsummary\b|\boverview\b|\btl;?dr\b|\babstract\b|\bsynopsis\b|\bimpact\b|\bcauses?\b|\banalysis\b"
    r"|\bcontributing\b|\bbackground\b|\bmetrics\b|\bstat(?:istic)?s\b|\bmetadata\b|\blogs?\b|\bevidence\b"
    r"|\bseverity\b|zusammenfassung|\bursache|auswirkung"
)
_PURPOSES = tuple(
    (purpose, re.compile(words, re.IGNORECASE))
    for purpose, words in (
        (Purpose.TIMELINE, _TIMELINE),
        (Purpose.MILESTONES, _MILESTONES),
        (Purpose.CLOSED, _CLOSED),
        (Purpose.ASIDE, _ASIDE),
    )
)
_LONGEST_NAME = 80
# What a line that is no heading may say to end a timeline: the whole of it, so that "Logs show:" does not.
_NAME_ALONE = re.compile(
    r"(?:(?:incident|immediate|executive|short[- ]term|long[- ]term|review|planned) )?"
    r"(?:action items?|actions|follow[- ]?ups?(?: actions| items)?|next steps|to[- ]?dos?|remediations?|prevention"
    r"|(?:preventive|corrective) \w+|summary|impact|root causes?|causes?|(?:root )?cause analysis|contributing factors"
    r"|lessons(?: learn(?:ed|t))?|(?:what )?went (?:well|wrong)|what (?:went|could) .{0,40}|where we got lucky"
    r"|attendees|participants|background|maßnahmen|zusammenfassung|ursache)",
    re.IGNORECASE,
)
_MOST_WORDS = 8


def purpose_of(name: str) -> Purpose | None:
    """Return what a section of this name is for, or `None` if its name doesn't tell."""
    if len(name) > _LONGEST_NAME:
        return None
    return next((purpose for purpose, words in _PURPOSES if words.search(name)), None)


def names_section(line: str) -> Purpose | None:
    """Return what a line that is no heading opens if it is a section's name, or `None` if it is none."""
    purpose = purpose_of(line)
    if purpose in (Purpose.TIMELINE, Purpose.MILESTONES):
        return purpose if len(line.split()) <= _MOST_WORDS else None
    return purpose if _NAME_ALONE.fullmatch(line) else None
