"""What is read aloud before the telling begins: what the meeting is for, and its ground rules."""

import msgspec


class Spoken(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence to read aloud: a `[[purpose]]` or a `[[rule]]` of `data/ground_rules.toml`."""

    say: str
    more: str = ""
    """What it means in the room."""


class Opening(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that is read aloud: `data/ground_rules.toml`."""

    purpose: tuple[Spoken, ...] = ()
    rule: tuple[Spoken, ...] = ()

    @property
    def parts(self) -> tuple[Spoken, ...]:
        """All of it, in the order in which it is read."""
        return self.purpose + self.rule


def with_own(opening: Opening, own: Opening) -> Opening:
    """Return an opening with what an organisation has of its own, of either kind, in place of what was there."""
    return Opening(own.purpose or opening.purpose, own.rule or opening.rule)


def opening_text(opening: Opening) -> str:
    """Return the opening as text to paste: what it is for, then the rules as a list."""
    purpose = (f"{_in_one(one)}\n" for one in opening.purpose)
    rules = "".join(f"- {_in_one(one)}\n" for one in opening.rule)
    return "\n".join(part for part in ("".join(purpose), rules) if part)


def _in_one(one: Spoken) -> str:
    return " ".join(f"{one.say} {one.more}".split())
