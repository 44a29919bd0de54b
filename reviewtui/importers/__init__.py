"""What a timeline is read from: one module a format, and the registry that finds whose a file is.

An importer is given text, never a path. It answers two questions: *is this mine?* and *what is in it, and what was
doubtful?* It stops at no bad row. Clocks are read by `notation`; a format supplies the day and the zone.
"""
