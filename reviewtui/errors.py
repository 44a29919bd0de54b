"""What stops an operation: one small class a cause, its message made here.

What is wrong with a person's *data* is never an exception but a value (a finding, a problem with its place).
These are caught in two places only: the interface's app, and the command line, where `exit_status` is returned.
"""


class ReviewtuiError(Exception):
    """An operation can't go on. `str()` is one line for a person; `exit_status` is what a command returns."""

    exit_status = 2


class WrongUse(ReviewtuiError):
    """The words of a command, or of a settings file, ask for something that can't be."""


class NoTerminal(ReviewtuiError):
    """Something interactive was asked for where there is no terminal."""

    def __init__(self, command: str) -> None:
        super().__init__(f"“{command}” needs a terminal, and this is a pipe or a job without one")


class NoSuchReview(ReviewtuiError):
    """No review has this name, id or part of a title."""

    def __init__(self, name: str, folder: object) -> None:
        super().__init__(f"no review “{name}” in {folder}")


class SeveralReviews(ReviewtuiError):
    """A part of a title fits more than one review; `names` are those it fits."""

    def __init__(self, name: str, names: tuple[str, ...]) -> None:
        super().__init__(f"“{name}” could be any of {', '.join(names)}")
        self.names = names


class NoSuchExample(ReviewtuiError):
    """No worked example has this name; `names` are those there are."""

    def __init__(self, name: str, names: tuple[str, ...]) -> None:
        super().__init__(f"no worked example “{name}”: there is {', '.join(names)}")


class UnreadableFile(ReviewtuiError):
    """A file can't be read, or is not what it was taken for; the file itself is left as it is."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path
        self.why = why


class NewerSchema(UnreadableFile):
    """A review was written by a later version of this program."""

    def __init__(self, path: object, found: int, known: int) -> None:
        super().__init__(path, f"written by a later reviewtui (format {found}, this one knows {known}); left as it is")


class NotSaved(ReviewtuiError):
    """Something could not be written, or not confirmed; what is on disk is whole: the old state, or the new one."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"not saved to {path}: {why}")
        self.path = path
        self.why = why


class ChangedOnDisk(NotSaved):
    """Something else has written the file since it was read or saved, and would be overwritten."""

    def __init__(self, path: object) -> None:
        super().__init__(path, "something else has changed it on disk")


class HeldByAnother(ReviewtuiError):
    """Another process has the review open for writing."""

    exit_status = 3

    def __init__(self, path: object, holder: str) -> None:
        super().__init__(f"{path} is open elsewhere: {holder}")
        self.holder = holder


class ReadOnly(ReviewtuiError):
    """A change was asked for on a review that was opened to be read."""

    exit_status = 3

    def __init__(self, why: str) -> None:
        super().__init__(f"read-only: {why}")


class AlreadyThere(ReviewtuiError):
    """A new file would stand where there is one already."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path} is already there")
        self.path = path


class UnknownZone(ReviewtuiError):
    """A time zone that is neither an IANA name (`Europe/Berlin`) nor an offset (`UTC+02:00`)."""

    def __init__(self, zone: str) -> None:
        super().__init__(f"“{zone}” is no time zone; write one as Europe/Berlin or UTC+02:00")


class UnknownFormat(ReviewtuiError):
    """No importer takes a file for its own."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: no known kind of timeline is in it")


class SeveralFormats(ReviewtuiError):
    """More than one importer takes a file for its own, which is never settled by a guess."""

    def __init__(self, name: str, formats: tuple[str, ...]) -> None:
        super().__init__(f"{name} could be any of {', '.join(formats)}: say which with --format")


class OpenQuestion(ReviewtuiError):
    """Something in a file can't be known, and a command never asks."""
