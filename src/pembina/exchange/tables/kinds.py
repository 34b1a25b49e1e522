"""What a file is, decided by its content; its name is only used to speak about it."""

import io
import zipfile
from pathlib import Path
from typing import BinaryIO, Literal

from pembina.core.text import Text
from pembina.exchange.tables.unreadable import UnreadableFileError

Kind = Literal["text", "workbook", "parquet"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = {
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"%PDF": "PDF",
    b"\x1f\x8b": "gzip",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7-Zip",
    b"SQLite format 3": "SQLite",
}
_SAVE_AS = Text(
    id="Buka datanya di aplikasi lembar kerja lalu simpan sebagai CSV atau XLSX.",
    en="Open the data in a spreadsheet and save it as CSV or XLSX.",
)
_HEAD = 4096


def kind_of(data: bytes | Path, *, name: str) -> Kind:
    """Return how to read the file; refuse what holds no table, saying what it is."""
    with open_bytes(data) as stream:
        head = stream.read(_HEAD)
        if not head.strip():
            raise UnreadableFileError(
                Text(id=f"Berkas {name} kosong.", en=f"File {name} is empty."),
                Text(id="Pilih berkas yang berisi data.", en="Choose a file that holds data."),
            )
        if head.startswith(b"PAR1"):
            return "parquet"
        if head.startswith(b"PK\x03\x04"):
            return _kind_of_archive(stream, name)
        if head.startswith(_OLE):
            return _kind_of_compound(stream, name)
    _refuse_foreign(head, name)
    return "text"


def open_bytes(data: bytes | Path) -> BinaryIO:
    """Open the content for reading, whether it is at hand or in a file."""
    return io.BytesIO(data) if isinstance(data, bytes) else data.open("rb")


def _refuse_foreign(head: bytes, name: str) -> None:
    for magic, what in _FOREIGN.items():
        if head.startswith(magic):
            raise _not_a_table(name, what)
    start = head.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table")):
        raise _not_a_table(name, "HTML")
    if start.startswith(b"<?xml"):
        raise _not_a_table(name, "XML")
    if b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _not_a_table(name, None)


def _kind_of_archive(stream: BinaryIO, name: str) -> Kind:
    try:
        members = set(zipfile.ZipFile(stream).namelist())
    except zipfile.BadZipFile:
        raise UnreadableFileError(
            Text(id=f"Berkas {name} rusak atau terpotong.", en=f"File {name} is damaged or cut off."), _SAVE_AS
        ) from None
    if any(member.startswith("xl/workbook") for member in members) or "content.xml" in members:
        return "workbook"
    raise _not_a_table(name, "DOCX" if "word/document.xml" in members else "ZIP")


def _kind_of_compound(stream: BinaryIO, name: str) -> Kind:
    stream.seek(0)
    if "EncryptedPackage".encode("utf-16-le") in stream.read():
        raise UnreadableFileError(
            Text(id=f"Buku kerja {name} terkunci kata sandi.", en=f"Workbook {name} is locked with a password."),
            Text(
                id="Hapus kata sandinya (Simpan Sebagai, tanpa kata sandi) lalu coba lagi.",
                en="Remove the password (Save As, without one) and try again.",
            ),
        )
    return "workbook"


def _not_a_table(name: str, what: str | None) -> UnreadableFileError:
    return UnreadableFileError(
        Text(
            id=f"Isi berkas {name} bukan tabel" + (f", melainkan {what}." if what else "."),
            en=f"The content of file {name} is not a table" + (f" but {what}." if what else "."),
        ),
        _SAVE_AS,
    )
