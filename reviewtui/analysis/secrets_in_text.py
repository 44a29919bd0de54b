"""Secrets in a text: keys and tokens whose form is known, private keys, and what stands behind a word such as password.

A random string by itself is no secret here: commits, digests, order numbers and ids of traces look the same. No pattern
looks at any letter more than a bounded number of times.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from reviewtui.analysis.finds import ExposureKind, Find
from reviewtui.analysis.ordinary_words import SAYS_HOW_IT_IS

_FORMS = (
    r"A(?:KIA|SIA|BIA|CCA)[A-Z0-9]{16}(?![A-Za-z0-9])",
    r"gh[pousr]_[A-Za-z0-9]{30,}",
    r"github_pat_\w{22,}",
    r"gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent)-[\w-]{20,}",
    r"gl(?:sa|c)_[\w+/=-]{20,}",
    r"xox[abeoprs](?:\.xox[bp])?-[\w-]{10,}",
    r"xapp-\d-[\w-]{10,}",
    r"AIza[\w-]{35}",
    r"ya29\.[\w-]{20,}",
    r"[rs]k_(?:live|test)_[A-Za-z0-9]{10,}",
    r"whsec_[A-Za-z0-9+/=]{16,}",
    r"SG\.[\w-]{16,}\.[\w-]{16,}",
    r"npm_[A-Za-z0-9]{30,}",
    r"pypi-[\w-]{50,}",
    r"sk-(?:proj-|ant-)?[\w-]*[A-Za-z0-9]{20,}[\w-]*",
    r"hf_[A-Za-z0-9]{30,}",
    r"do[oprs]_v1_[a-f0-9]{40,}",
    r"hv[sbr]\.[\w-]{20,}",
    r"dapi[a-f0-9]{32}",
    r"shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}",
    r"lin_api_[A-Za-z0-9]{30,}",
    r"NRAK-[A-Z0-9]{20,}",
    r"sntrys_[\w+/=-]{30,}",
    r"AGE-SECRET-KEY-1[A-Z0-9]{50,}",
    r"\d{8,10}:AA[\w-]{32,}",
    r"eyJ[\w-]{8,}\.eyJ[\w-]{8,}(?:\.[\w-]*)?",
)
_KNOWN_FORM = re.compile(rf"(?<![\w-])(?:{'|'.join(_FORMS)})", re.ASCII)
_HOOK = re.compile(
    r"hooks\.slack\.com/(?:services|workflows)/[\w/-]{20,}|discord(?:app)?\.com/api/webhooks/\d+/[\w-]{20,}"
)
_PRIVATE_KEY = re.compile(r"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----")
_IN_ADDRESS = re.compile(r"(?<=://)[^\s/@:?#]{0,128}:([^\s/@?#]{1,256})(?=@)")
_SCHEME = re.compile(r"\b(?:bearer|basic)[ \t]+([A-Za-z0-9+/_.=~-]{10,})", re.IGNORECASE)
_USER = re.compile(r"(?<!\S)(?:-u|--user)[ =]([A-Za-z][^\s:]{0,63}:\S{1,128})")
_OPTION = re.compile(r"(?<!\S)--?(?:password|passwd|pass|token|secret|api-?key)[ \t=]+([^\s-]\S{3,255})", re.IGNORECASE)
_NAMED = re.compile(
    r"""
    (?P<name> pass(?:word|wd|phrase|code) | pwd | pin \b
            | (?:client|shared|app|webhook|signing)?[ _-]?secret(?:[ _-]?(?:access[ _-]?)?key)?
            | (?:api|access|private|encryption|signing|account|ssh|auth|session|service)[ _-]?(?:key|token)
            | token | credentials? | authorization )
    ["'`]?
    (?P<mark> [ \t]? (?: := | => | = | : ) [ \t]? | [ \t] (?: is | was | to ) [ \t] )
    (?: "(?P<double>[^"\n]{4,200})" | '(?P<single>[^'\n]{4,200})'
      | `(?P<code>[^`\n]{4,200})` | “(?P<curly>[^”\n]{4,200})”
      | (?P<bare> [^\s"'`,;<>“]{4,256}) )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_QUOTED = ("double", "single", "code", "curly")
_PLACEHOLDER = re.compile(r"[*•.xX_-]+|[<\[{$%(].*|your.*|\W+", re.IGNORECASE | re.DOTALL)
_A_NUMBER = re.compile(r"v?\d+(?:[.:,/-]\d+)*(?:[a-z%]{0,4}|[.+-][\w.+-]*)|[A-Z]{1,10}-\d+", re.IGNORECASE)


def secrets_in(text: str) -> Iterator[Find]:
    """Yield the secrets in a text; what is a placeholder for one is none."""
    for start, end in (*_whole_matches(text), *_private_keys(text), *_behind_a_word(text)):
        yield Find(ExposureKind.SECRET, start, end)


def _whole_matches(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_KNOWN_FORM, _HOOK):
        for found in pattern.finditer(text):
            yield found.span()
    for found in _IN_ADDRESS.finditer(text):
        if not _PLACEHOLDER.fullmatch(found[1]):
            yield found.span()
    for found in _USER.finditer(text):
        if not _A_NUMBER.fullmatch(password := found[1].partition(":")[2]) and not _PLACEHOLDER.fullmatch(password):
            yield found.span(1)


def _private_keys(text: str) -> Iterator[tuple[int, int]]:
    """Yield from the line that begins a key to the line that ends it, or if none does to the end of the text."""
    end = 0
    for found in _PRIVATE_KEY.finditer(text):
        if found.start() >= end:
            last = text.find("-----END", found.end())
            line_end = text.find("\n", last) if last >= 0 else -1
            end = line_end if line_end >= 0 else len(text)
            yield found.start(), end


def _behind_a_word(text: str) -> Iterator[tuple[int, int]]:
    for found in _SCHEME.finditer(text):
        if _is_random(found[1]):
            yield found.span(1)
    for found in _OPTION.finditer(text):
        if not _PLACEHOLDER.fullmatch(found[1]):
            yield found.span(1)
    for found in _NAMED.finditer(text):
        kind = next(one for one in (*_QUOTED, "bare") if found[one] is not None)
        value = found[kind].rstrip(".)]}:") if kind == "bare" else found[kind]
        name, mark = found["name"].casefold(), found["mark"].strip().casefold()
        if _is_secret(name, mark, value, kind, _rest(text, found.end())):
            yield found.start(kind), found.start(kind) + len(value)


def _rest(text: str, start: int) -> str:
    """Return what stands behind a value on its line, as far as it matters: whether anything does."""
    return text[start : start + 8].partition("\n")[0].strip(" \t.,;)")


def _is_secret(name: str, mark: str, value: str, kind: str, rest: str) -> bool:
    """Tell whether what stands behind a word such as password is one, and not what became of it."""
    word = value.casefold()
    is_password = name.startswith(("pass", "pwd", "pin"))
    if len(value) < 4 or _PLACEHOLDER.fullmatch(value) or word in SAYS_HOW_IT_IS:
        return False
    if value.isdecimal():
        return is_password and mark in {":", "=", "is", "was"} and len(value) <= 12
    if _A_NUMBER.fullmatch(value):
        return False
    if mark in {"is", "was", "to"}:
        return _is_random(value)
    if kind != "bare" and " " in value:
        return is_password and _is_random(value)
    if _is_random(value) or kind != "bare" or (mark == "=" and len(value) >= 6):
        return True
    return is_password and not rest and word.isalpha()


def _is_random(value: str) -> bool:
    """Tell whether letters are mixed with digits or capitals as no word mixes them."""
    has_letter, has_digit = any(map(str.isalpha, value)), any(map(str.isdigit, value))
    mixed = any(a.islower() and b.isupper() for a, b in pairwise(value))
    return len(value) >= 6 and has_letter and (has_digit or (mixed and len(value) >= 8))
