"""Names for new records."""

from collections.abc import Callable

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 10


def new_id(choose: Callable[[str], str] | None = None) -> str:
    """Return ten random characters of `0-9a-z` without `i l o u`: about 50 bits, and no words to read into them.

    Args:
        choose: Gives one character of a text; by default the system's source of randomness.
    """
    if choose is None:
        import secrets

        choose = secrets.choice
    return "".join(choose(ALPHABET) for _ in range(LENGTH))
