"""Words that tell what a line is: a time in words, a duration, a blank in a template, a sentence that goes on."""

import re

_BEFORE_PART = (
    r"(?:very|quite|in the|during the|around|approx\w{0,8}|some ?time|shortly|soon|just|the|next|same|previous|that) "
)
_PART = (
    r"early|late|later|mid|morning|noon|midday|lunch ?time|lunch|afternoon|evening|night|overnight|midnight|day"
    r"|unknown|unclear|unsure|tb[dc]|n/a|time|before|after|earlier|previously|afterwards?|meanwhile"
    r"|t ?[+-] ?\d{1,4}(?:[:.]\d{2})? ?[a-z]{0,7}|t0"
)
_AFTER_PART = (
    r"in|on|of|the|that|this|day|morning|evening|afternoon|night|next|time|before|after|same|week|shift|hours?|minutes?"
    r"|later|earlier|unknown|incident|outage|deploy(?:ment)?|lunch|onwards?"
)
TIME_IN_WORDS = re.compile(
    rf"[*_`\[(]{{0,4}}((?:{_BEFORE_PART}){{0,2}}(?:{_PART})(?![a-z])(?:[ -](?:{_AFTER_PART})(?![a-z])){{0,3}})"
    r"[*_`\])]{0,4}",
    re.IGNORECASE,
)
"""Words that stand where a row's time would: `early`, `later that day`, `T+5 min`."""

_DURATION = re.compile(
    r"[ \t*_`(-]{0,6}(?:(?:total|overall|mean|average|incident|outage|user[- ]facing) ){0,3}"
    r"(?:durations?|down ?time|elapsed|tt[rdm]|mtt[a-z]|length|lasted|took|dauer|time (?:to|until|till|of) "
    r"(?:repair|resol|detect|recover|restor|mitigat|acknowledg|fix|respon|engage|identif|discover)\w{0,8})\b",
    re.IGNORECASE,
)
_BLANK_TIME = re.compile(
    r"(?:h{1,2}:mm(?::ss)?|yyyy[-/.]mm[-/.]dd|dd[-/.]mm[-/.]y{2,4}|mm[-/.]dd[-/.]y{2,4}|<time>|\[time\]|\{time\}"
    r"|t[+-][xyzn]{1,2}\b)",
    re.IGNORECASE,
)
_BLANK = re.compile(
    r"[\s*_`-]*(?:|\.{2,}|…|\?+|tb[dc]|todo|xxx?|n/a|<[^<>]{1,80}>|\[[^\[\]]{1,80}\]|\{[^{}]{1,80}\})[\s*_`.]*",
    re.IGNORECASE,
)
_LONGEST_BLANK = 200
_NARRATES = re.compile(
    r"(?:was|is|were|are|has|had|have|would|will|could|seems?|seemed|marks?|marked|became|when|where|which|and|or|to)\b"
)
_DOUBT = re.compile(r"\?|\b(?:maybe|approx\w*|about|around|circa|roughly|not sure|estimated?|perhaps)\b", re.IGNORECASE)


def is_duration(text: str) -> bool:
    """Tell the words for how long something took: `time to repair`."""
    return _DURATION.match(text) is not None


def is_blank(text: str) -> bool:
    """Tell words that were never filled in: `<description>`, `…`, nothing."""
    return len(text) < _LONGEST_BLANK and _BLANK.fullmatch(text) is not None


def is_blank_time(text: str) -> bool:
    """Tell a time that was never filled in: `HH:MM`."""
    return bool(_BLANK_TIME.match(text) or _BLANK_TIME.match(text.lstrip(" \t*_`<[({\\")))


def narrates(rest: str) -> bool:
    """Tell words with which a sentence goes on after a time: `10:30 was the worst of it`."""
    return _NARRATES.match(rest) is not None


def is_doubt(remark: str) -> bool:
    """Tell a remark that the time beside it is not exact: `maybe earlier?`."""
    return _DOUBT.search(remark) is not None
