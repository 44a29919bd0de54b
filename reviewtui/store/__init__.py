"""Where reviews are kept: files of documents, written whole or not at all, by one process at a time.

The store knows nothing of what a review means; `reviewtui.codec` makes documents of a review and back.
"""

from reviewtui.store.durable import create_durably, make_folder, read_bytes, write_durably
from reviewtui.store.lock import Lock
from reviewtui.store.review_file import HISTORY, ReviewFile, keep_original, read_documents
from reviewtui.store.staged import ReviewTable, StagedStorage
from reviewtui.store.tables import Documents

__all__ = [
    "HISTORY",
    "Documents",
    "Lock",
    "ReviewFile",
    "ReviewTable",
    "StagedStorage",
    "create_durably",
    "keep_original",
    "make_folder",
    "read_bytes",
    "read_documents",
    "write_durably",
]
