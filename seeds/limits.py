"""Every limit of the readers, in one place."""

from __future__ import annotations

DOCUMENT_BYTES = 5 * 1024 * 1024
"""Largest document of its own: a .txt, .md or .html file, or one line of a .jsonl file."""

COLLECTION_BYTES = 2 * 1024**3
"""Largest .jsonl file. It is read as a stream: memory holds one line at a time."""

COLLECTION_LINES = 2_000_000
"""Most lines read of one .jsonl file; what follows is refused, what came before is kept."""

FRONT_MATTER_BYTES = 64 * 1024
"""Largest front matter of a .md file; more is no front matter but a mistake."""

PARAGRAPHS = 20_000
"""Most paragraphs of one article in a .jsonl line."""

FOLDER_DEPTH = 64
"""Deepest folder below the one that was named."""

COMBINING_RUN = 30
"""Most combining marks in a row that are kept (as in the Stream-Safe Text Format of UAX #15):
ordering a run of marks takes quadratic time, and no writing system needs more."""

CONTROL_SHARE = 0.02
"""Share of control characters from which on a file counts as binary."""

BROKEN_SHARE = 0.1
"""Share of broken sequences among all beyond ASCII up to which a file still counts as UTF-8."""
