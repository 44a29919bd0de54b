"""Addresses in a text: of mailboxes, of machines on a network, of hosts that only insiders reach, of telephones.

No pattern looks at any letter more than a bounded number of times.
"""

import re
from collections.abc import Iterator
from ipaddress import AddressValueError, IPv4Address, IPv6Address

from reviewtui.analysis.finds import ExposureKind, Find

_AT_HOST = re.compile(r"@([^\W_](?:[^\W_]|-){0,62}(?:\.[^\W_](?:[^\W_]|-){0,62}){1,8})")
_MAILBOX_BACKWARDS = re.compile(r"[\w.+%'’-]{1,64}")
_FILE_ENDINGS = frozenset(
    {"png", "jpg", "jpeg", "gif", "svg", "webp", "ico", "pdf", "js", "css", "json", "yaml", "yml"}
)

_BYTE = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_IPV4 = re.compile(
    rf"(?<![\w.])(?<![A-Za-z]-)({_BYTE}(?:\.{_BYTE}){{3}})(?:/\d{{1,2}})?(?!\w|\.\d|-[A-Za-z])", re.ASCII
)
_NO_ADDRESS_AFTER = re.compile(
    r"(?:versions?|ver\.?|v\.?|releases?|build|section|chapter|clause|chrom(?:e|ium)|edg[ea]?|safari|firefox|opera|webkit"
    r"|driver|firmware|agent|client|server)[ /:=v]{1,3}\Z|§ ?\Z",
    re.IGNORECASE,
)
_KNOWN_TO_ALL = frozenset({"8.8.8.8", "8.8.4.4", "1.1.1.1", "1.0.0.1", "9.9.9.9"})
_IPV6 = re.compile(r"(?<![\w:.])[0-9A-Fa-f:]{4,45}(?:/\d{1,3})?(?![\w:])", re.ASCII)
_MAC = re.compile(r"(?<![\w:-])[0-9A-Fa-f]{2}(?:([:-])[0-9A-Fa-f]{2})(?:\1[0-9A-Fa-f]{2}){4}(?![\w:-])", re.ASCII)

_HOST = re.compile(
    r"(?<![\w.-])[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9][A-Za-z0-9-]{0,62}){0,10}(?![\w-])", re.ASCII
)
_PRIVATE_ENDINGS = frozenset(
    {"internal", "local", "localdomain", "lan", "corp", "intranet", "private", "consul", "svc", "home.arpa"}
)
_PRIVATE_LABELS = frozenset({"internal", "intranet", "corp", "private", "lan"})
_PUBLIC_ENDING = re.compile(r"[a-z]{2}|com|net|org|info|cloud|app|dev|example|test|invalid")
_NAMED_BY_ADDRESS = re.compile(r"ip(?:-\d{1,3}){4}")
_IN_ADDRESS = re.compile(
    r"(?<=://)(?:[^\s/@]{1,128}@)?([A-Za-z0-9][A-Za-z0-9-]{0,62})(?![A-Za-z0-9-]|\.\w|:[^\s/@]{1,64}@|@)", re.ASCII
)
_SCHEMES = (
    "http", "https", "ws", "wss", "ssh", "ftp", "sftp", "ldap", "ldaps", "smb", "tcp", "udp", "grpc", "amqp", "amqps",
    "redis", "rediss", "postgres", "postgresql", "mysql", "mongodb", "kafka", "nats", "mqtt",
)  # fmt: skip

_ABROAD = re.compile(r"(?<![\w+])\+[1-9](?:[ ()./-]{0,2}\d){7,14}(?![\w])(?![.:]\d)", re.ASCII)
_THOUSANDS = re.compile(r"\+\d{1,3}(?:[ .]\d{3})+")
_IN_BRACKETS = re.compile(r"(?<![\w(])\(0?\d{2,5}\)[ -]?\d{3,4}[ -]?\d{3,5}(?!\w)", re.ASCII)
_CALLED = re.compile(
    r"\b(?:tel(?:ephone)?|phone|mobile|cell|fax|hotline|call(?:ed)?|rang|ring|dial(?:led)?)"
    r"(?:[ \t]?(?:no|number|on|at|:|\.)){0,2}"
    r"[ \t:.]{1,2}(\(?0?\d(?:[ ()./-]{0,2}\d){6,14})(?!\w)(?![.:]\d)",
    re.IGNORECASE | re.ASCII,
)
_A_DATE = re.compile(r"\d{4}-\d\d-\d\d.*|\d{1,2}[./]\d{1,2}[./]\d{4}.*")


def addresses_in(text: str) -> Iterator[Find]:
    """Yield the addresses in a text; times, versions, digests, ports and numbers of orders are none."""
    yield from _mailboxes(text)
    yield from _on_a_network(text)
    yield from _hosts(text)
    yield from _telephones(text)


def _mailboxes(text: str) -> Iterator[Find]:
    for found in _AT_HOST.finditer(text):
        backwards = _MAILBOX_BACKWARDS.match(text[max(found.start() - 64, 0) : found.start()][::-1])
        mailbox = backwards[0][::-1].lstrip(".'’-") if backwards else ""
        ending = found[1].rpartition(".")[2].casefold()
        start = found.start() - len(mailbox)
        if mailbox not in {"", "git"} and _may_end_a_host(ending) and not text.startswith("://", max(start - 3, 0)):
            yield Find(ExposureKind.EMAIL, start, found.end())


def _may_end_a_host(ending: str) -> bool:
    return ending not in _FILE_ENDINGS and (ending.startswith("xn--") or (len(ending) > 1 and ending.isalpha()))


# --- on a network ----------------------------------------------------------------------------------------------------


def _on_a_network(text: str) -> Iterator[Find]:
    for found in _IPV4.finditer(text):
        if _is_ipv4(found[1]) and not _NO_ADDRESS_AFTER.search(text[max(found.start() - 14, 0) : found.start()]):
            yield Find(ExposureKind.NETWORK, *found.span())
    for found in _IPV6.finditer(text):
        if _is_ipv6(found[0].partition("/")[0]):
            yield Find(ExposureKind.NETWORK, *found.span())
    for found in _MAC.finditer(text):
        yield Find(ExposureKind.NETWORK, *found.span())


def _is_ipv4(text: str) -> bool:
    """Tell whether four numbers are the address of a machine, rather than a mask, a version, or this very machine."""
    if text in _KNOWN_TO_ALL:
        return False
    first = IPv4Address(text).packed[0]
    return first not in {0, 127} and first < 240


def _is_ipv6(text: str) -> bool:
    """Tell whether it is an address, and neither this very machine nor what `::` means between words."""
    groups = [group for group in text.split(":") if group]
    if len(groups) < 2 or not any(character.isdigit() for character in text):
        return False
    if len(groups) == 2 and len(groups[0]) < 3:
        return False
    try:
        IPv6Address(text)
    except AddressValueError:
        return False
    return True


# --- hosts -----------------------------------------------------------------------------------------------------------


def _hosts(text: str) -> Iterator[Find]:
    for found in _HOST.finditer(text):
        if _is_private(found[0].casefold()) and not _is_in_a_path(text, found.start()):
            yield Find(ExposureKind.HOST, *found.span())
    for found in _IN_ADDRESS.finditer(text):
        scheme = text[max(found.start() - 16, 0) : found.start() - 3].casefold()
        if scheme.endswith(_SCHEMES) and found[1].casefold() != "localhost" and not found[1].isdigit():
            yield Find(ExposureKind.HOST, *found.span(1))


def _is_private(host: str) -> bool:
    labels = host.split(".")
    if _NAMED_BY_ADDRESS.fullmatch(labels[0]):
        return True
    if len(labels) < 2:
        return False
    if labels[-1] in _PRIVATE_ENDINGS or ".".join(labels[-2:]) in _PRIVATE_ENDINGS:
        return True
    return bool(_PUBLIC_ENDING.fullmatch(labels[-1])) and not _PRIVATE_LABELS.isdisjoint(labels[:-1])


def _is_in_a_path(text: str, start: int) -> bool:
    """Tell whether what begins here is the name of a file in a folder, and not what follows `//`."""
    return text[start - 1 : start] == "/" and text[max(start - 2, 0) : start] != "//"


# --- telephones ------------------------------------------------------------------------------------------------------


def _telephones(text: str) -> Iterator[Find]:
    for found in _ABROAD.finditer(text):
        if not _THOUSANDS.fullmatch(found[0]):
            yield Find(ExposureKind.PHONE, *found.span())
    for found in _IN_BRACKETS.finditer(text):
        yield Find(ExposureKind.PHONE, *found.span())
    for found in _CALLED.finditer(text):
        if not _A_DATE.fullmatch(found[1]):
            yield Find(ExposureKind.PHONE, *found.span(1))
