"""Where reviews are kept: files of documents, written whole or not at all, by one process at a time.

The store knows nothing of what a review means; `reviewtui.codec` makes documents of a review and back.
"""

from reviewtui.store.comparing import Changes, changes
from reviewtui.store.durable import (
    FileMark,
    create_durably,
    leftovers_in,
    leftovers_of,
    make_folder,
    mark_at,
    read_bytes,
    write_durably,
)
from reviewtui.store.lock import Lock, holder_of, take_over, wanted_by
from reviewtui.store.place import place_file, read_place, write_place
from reviewtui.store.review_file import Content, ReviewFile, read_documents
from reviewtui.store.staged import ReviewTable, StagedStorage
from reviewtui.store.tables import Documents, parsed
from reviewtui.store.versions import HISTORY, Kind, Version, keep_copy, keep_original, moment_of, versions_of

__all__ = [
    "HISTORY",
    "Changes",
    "Content",
    "Documents",
    "FileMark",
    "Kind",
    "Lock",
    "ReviewFile",
    "ReviewTable",
    "StagedStorage",
    "Version",
    "changes",
    "create_durably",
    "holder_of",
    "keep_copy",
    "keep_original",
    "leftovers_in",
    "leftovers_of",
    "make_folder",
    "mark_at",
    "moment_of",
    "parsed",
    "place_file",
    "read_bytes",
    "read_documents",
    "read_place",
    "take_over",
    "versions_of",
    "wanted_by",
    "write_durably",
    "write_place",
]
