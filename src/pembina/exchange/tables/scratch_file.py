"""Bytes behind a path for a reader that only knows paths; in memory where the system allows it, gone at once."""

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager


@contextmanager
def scratch_file(chunks: Iterable[bytes]) -> Iterator[str]:
    """Yield a path that holds the chunks until the block ends."""
    if hasattr(os, "memfd_create"):
        descriptor = os.memfd_create("pembina-table")
        with os.fdopen(descriptor, "wb") as memory:
            memory.writelines(chunks)
            memory.flush()
            yield f"/proc/self/fd/{descriptor}"
    else:  # systems without memfd: a private file, removed when the block ends
        with tempfile.NamedTemporaryFile(prefix="pembina-table-") as on_disk:
            on_disk.writelines(chunks)
            on_disk.flush()
            yield on_disk.name
