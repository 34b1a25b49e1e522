"""The copy of an imported file that stays: only the columns that were read, every row where it was.

An export of SIASN holds NIK, religion, address, marital state and tax number, none of which may be held here
(UU 27/2022). So the file as it came is never written to disk: it is read in memory, and what is kept is a workbook with
the columns that Pembina reads, its rows under their original numbers, so that a finding in row 812 is found in row 812.
The hash of the original proves which file it was; the hash of the copy names it and proves that it is unchanged.
Pages and the command line keep files through the same function.
"""

import hashlib
import os
import secrets
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from pembina.core.text import Text
from pembina.exchange.staff.text_sheet import Row, text_sheet
from pembina.exchange.staff.workbook import guarded
from pembina.exchange.tables.rows import Rows

FOLDER = "imports"
SHEET = "Salinan"


class KeptFileError(Exception):
    """The copy cannot be given; `message` and `remedy` are for the person who asked."""

    def __init__(self, message: Text, remedy: Text) -> None:
        super().__init__(f"{message} {remedy}")
        self.message, self.remedy = message, remedy


@dataclass(frozen=True, slots=True)
class KeptFile:
    """Where the copy lies, below the data directory, and the hash of its content."""

    path: str
    sha256: str


def copy_without(table: Rows, *, keep: Collection[str]) -> bytes:
    """Return a workbook of the columns `keep` of a file; the same file gives the same bytes.

    Cells are text, guarded as in every list that is given out; the readers take that apostrophe off again.
    """
    names = [name for name in table.columns if name in keep]
    return text_sheet(_numbered(table, names), sheet=SHEET, width=len(names))


def _numbered(table: Rows, names: list[str]) -> Iterator[Row]:
    """Yield the header right above the first row, and each row under its number in the original."""
    rows = table.take(names)
    first = next(rows)
    yield first[0] - 1, names
    for number, cells in chain([first], rows):
        yield number, [guarded(cell) if cell else None for cell in cells]


def keep(content: bytes, *, home: Path, ending: str = "xlsx") -> KeptFile:
    """Write a copy below the data directory, readable by its owner only. The same content is kept once."""
    sha256 = hashlib.sha256(content).hexdigest()
    folder = home / FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"{sha256}.{ending}"
    if not path.exists():
        _write_whole(path, content)
    return KeptFile(f"{FOLDER}/{path.name}", sha256)


def _write_whole(path: Path, content: bytes) -> None:
    """Let the file appear complete or not at all."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def kept_content(kept: KeptFile, *, home: Path) -> bytes:
    """Return a copy after comparing it with its hash; raises `KeptFileError` where it is gone or was changed."""
    try:
        content = (home / kept.path).read_bytes()
    except OSError:
        raise KeptFileError(*_GONE) from None
    if hashlib.sha256(content).hexdigest() != kept.sha256:
        raise KeptFileError(*_CHANGED)
    return content


def forget(kept: KeptFile, *, home: Path) -> None:
    """Remove a copy that nothing refers to any more."""
    (home / kept.path).unlink(missing_ok=True)


_GONE = (
    Text(id="Salinan berkas ini tidak ada lagi di server.", en="The copy of this file is no longer on the server."),
    Text(
        id="Minta pengelola sistem memulihkannya dari cadangan, atau unggah lagi berkas asalnya.",
        en="Ask whoever runs the system to restore it from a backup, or upload the original again.",
    ),
)
_CHANGED = (
    Text(
        id="Salinan berkas ini tidak sama lagi dengan yang dicatat saat diunggah.",
        en="The copy of this file is no longer what was recorded when it was uploaded.",
    ),
    Text(
        id="Beri tahu pengelola sistem; salinan itu tidak dipakai dan tidak diberikan.",
        en="Tell whoever runs the system; the copy is neither used nor given.",
    ),
)
