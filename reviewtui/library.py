"""The reviews in a folder: what there is, which one is meant by a name, and the worked examples to begin with."""

from contextlib import suppress
from datetime import UTC, date, datetime
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

from reviewtui import codec
from reviewtui.analysis.still_open import StillOpen, still_open
from reviewtui.edits.about import new_review
from reviewtui.errors import AlreadyThere, NoSuchExample, NoSuchReview, SeveralReviews, UnreadableFile
from reviewtui.identity import new_id
from reviewtui.model.moments import day_of, local
from reviewtui.model.review import OperatingModel, Review, ReviewId, ReviewKind, RoleId, Stage
from reviewtui.paths import REVIEW_SUFFIX, name_of, review_file
from reviewtui.store import Lock, ReviewFile, create_durably, make_folder, read_bytes, read_documents, write_durably

FIRST_EXAMPLE = "payments-cache"
"""The worked example that a newcomer opens if none is named."""

_READ_OF_A_TITLE = 1000
_LONGEST_NAME = 60
_MOST_BYTES_OF_A_NAME = 180
"""A file's name may have 255 bytes, of which the ending, a number and the mark of a saved version need some."""


class Entry(NamedTuple):
    """One review in a folder."""

    name: str
    """Its file's name, without the ending."""
    path: Path
    id: ReviewId | None = None
    title: str = ""
    day: date | None = None
    """The day of its first event; until it has one, the day it was made."""
    stage: Stage | None = None
    open: StillOpen | None = None
    trouble: str = ""
    """Why it can't be opened; empty if it can."""


class Example(NamedTuple):
    """A worked example, as it is offered."""

    name: str
    title: str
    shows: str
    """What it is there to show, in one line."""


def read_review(path: Path) -> Review:
    """Return the review in the file at `path`.

    Raises:
        UnreadableFile: It can't be read, or is no review; it is left as it is.
    """
    return codec.from_documents(read_documents(path), path)


def review_files(folder: Path) -> tuple[Path, ...]:
    """Return the review files in `folder` by name; none if there is no such folder.

    Raises:
        UnreadableFile: The folder can't be read.
    """
    try:
        found = sorted(path for path in folder.iterdir() if path.name.endswith(REVIEW_SUFFIX))
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise UnreadableFile(folder, error.strerror or str(error)) from None
    return tuple(path for path in found if name_of(path) and not path.name.startswith("."))


def entries(folder: Path) -> tuple[Entry, ...]:
    """Return the reviews in `folder`, newest first; those that can't be opened come last, and say why."""
    found = (_entry(path) for path in review_files(folder))
    return tuple(sorted(found, key=lambda entry: (entry.day or date.min, entry.name), reverse=True))


def _entry(path: Path) -> Entry:
    try:
        review = read_review(path)
    except UnreadableFile as error:
        return Entry(name_of(path), path, trouble=error.why)
    return Entry(
        name=name_of(path),
        path=path,
        id=review.id,
        title=review.title,
        day=day_of_review(review),
        stage=review.stage,
        open=still_open(review),
    )


def day_of_review(review: Review) -> date:
    """Return the day a review is about: that of its first event; until it has one, the day it was made."""
    days = (day_of(event.when, review.zone) for event in review.events)
    return next((day for day in days if day is not None), local(review.created_at, review.zone).date())


def find(folder: Path, name: str) -> Path:
    """Return the file of the review that `name` means: its file's name, its id, or a part of its title that is unique.

    Raises:
        NoSuchReview: It means none.
        SeveralReviews: It means more than one.
    """
    files = review_files(folder)
    for path in files:
        if name in (name_of(path), path.name):
            return path
    found = entries(folder)
    meant = [entry for entry in found if entry.id == name]
    if not meant and (part := name.strip().casefold()):
        meant = [entry for entry in found if part in entry.title.casefold()]
    if not meant:
        raise NoSuchReview(name, folder)
    if len(meant) > 1:
        raise SeveralReviews(name, tuple(entry.name for entry in meant))
    return meant[0].path


def free_path(folder: Path, title: str) -> Path:
    """Return the path of a review of this title in `folder`, with a number where the plain name is taken."""
    slug = _slug(title) or "review"
    taken = {name_of(path).casefold() for path in review_files(folder)}
    names = (slug if number == 1 else f"{slug}-{number}" for number in range(1, len(taken) + 2))
    return review_file(folder, next(name for name in names if name.casefold() not in taken))


def _slug(title: str) -> str:
    from slugify import slugify

    slug = slugify(
        title[:_READ_OF_A_TITLE], max_length=_LONGEST_NAME, word_boundary=True, save_order=True, allow_unicode=True
    )
    return slug.encode()[:_MOST_BYTES_OF_A_NAME].decode(errors="ignore")


def examples() -> tuple[str, ...]:
    """Return the names of the worked examples in the order in which they are offered, the first one first."""
    return tuple(_shows())


def worked_examples() -> tuple[Example, ...]:
    """Return the worked examples with their titles and what each shows, in the order in which they are offered."""
    return tuple(Example(name, example_title(name), shows) for name, shows in _shows().items())


def _shows() -> dict[str, str]:
    import tomllib

    return tomllib.loads((_demos() / "examples.toml").read_text(encoding="utf-8"))


def example_title(name: str) -> str:
    """Return the title of a worked example.

    Raises:
        NoSuchExample: There is none of this name.
    """
    with resources.as_file(_example(name)) as path:
        return read_review(path).title


def copy_example(name: str, folder: Path) -> Path:
    """Copy a worked example into `folder` and return its path; one that is there already is left as it is.

    Raises:
        NoSuchExample: There is none of this name.
        UnreadableFile: The folder can't be read.
        NotSaved: It could not be written.
    """
    example = _example(name)
    path = review_file(folder, name)
    if path not in review_files(folder):
        make_folder(folder)
        # Another program may have copied it meanwhile.
        with suppress(AlreadyThere):
            create_durably(path, example.read_bytes())
    return path


def _example(name: str) -> Traversable:
    if name not in examples():
        raise NoSuchExample(name, examples())
    return _demos() / f"{name}{REVIEW_SUFFIX}"


def create_review(
    folder: Path,
    *,
    title: str,
    zone: str,
    operating_model: OperatingModel = OperatingModel.CENTRAL_OPERATIONS,
    kind: ReviewKind = ReviewKind.LIVE_INCIDENT,
    now: datetime | None = None,
) -> Path:
    """Make the file of a new review in `folder`, and return its path.

    Args:
        folder: Where reviews are kept; made if it is not there.
        title: The review's title; its file is named after it.
        zone: The zone in which its times are shown.
        operating_model: Who runs what is built.
        kind: What it looks back on.
        now: When it is made, in UTC; by default the machine's time.

    Raises:
        NotSaved: It could not be written.
        ReadOnly: Nothing can be written there.
    """
    review = new_review(
        id=ReviewId(new_id()),
        title=title,
        zone=zone,
        operating_model=operating_model,
        kind=kind,
        created_at=now or datetime.now(UTC),
        role_ids=(RoleId(new_id()) for _ in range(3)),
    )
    make_folder(folder)
    path = free_path(folder, title)
    with Lock.acquire(path):
        ReviewFile.create(path, codec.to_documents(review))
    return path


def recover(path: Path, copy: Path) -> Path:
    """Make a new review beside the damaged one at `path` out of a copy from before, and return its file.

    Raises:
        UnreadableFile: The copy can't be read.
        NotSaved: It could not be written.
    """
    data = read_bytes(copy)
    for ending in ("", *(f"-{number}" for number in range(2, 1000))):
        recovered = review_file(path.parent, f"{name_of(path)}-recovered{ending}")
        with suppress(AlreadyThere):
            create_durably(recovered, data)
            return recovered
    raise AlreadyThere(recovered)


def read_source(path: Path) -> bytes:
    """Return what is in a file that a timeline is to be read from.

    Raises:
        UnreadableFile: It can't be read.
    """
    return read_bytes(path)


def write_export(path: Path, text: str) -> None:
    """Write a text to share at `path`: whole, or not at all; an older one there is replaced.

    Raises:
        NotSaved: It could not be written.
    """
    write_durably(path, text.encode())


def _demos() -> Traversable:
    return resources.files("reviewtui") / "demos"
