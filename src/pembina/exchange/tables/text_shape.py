"""Encoding and line ends of a text file, found in one pass over its bytes."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pembina.exchange.tables.kinds import open_bytes

_CHUNK = 1 << 22


@dataclass(frozen=True, slots=True)
class TextShape:
    """How a text file is written; `blank_lines` are counted from 1."""

    encoding: str
    old_mac_lines: bool
    blank_lines: NDArray[np.int64]

    @property
    def plain(self) -> bool:
        """Tell whether a reader of UTF-8 lines can read the file as it is."""
        return self.encoding in ("utf-8", "utf-8-sig") and not self.old_mac_lines


def text_shape(data: bytes | Path) -> TextShape:
    """Read the whole file once, by pieces, and describe it."""
    with open_bytes(data) as stream:
        start = stream.read(4)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return TextShape("utf-16", False, np.array([], dtype=np.int64))
    encoding = "utf-8-sig" if start.startswith(codecs.BOM_UTF8) else "utf-8"
    valid, lines = _scan(data)
    return TextShape(encoding if valid else "cp1252", lines == 0 and _has_returns(data), _blank_lines(data))


def utf8_pieces(data: bytes | Path, shape: TextShape) -> Iterator[bytes]:
    """Yield the file by pieces as UTF-8 with line feeds; a byte that Windows-1252 leaves open becomes a mark."""
    decoder = codecs.getincrementaldecoder(shape.encoding)("replace")
    for piece in pieces(data):
        text = decoder.decode(piece)
        yield (text.replace("\r", "\n") if shape.old_mac_lines else text).encode()


def pieces(data: bytes | Path) -> Iterator[bytes]:
    """Yield the bytes by pieces of a few megabytes."""
    with open_bytes(data) as stream:
        while piece := stream.read(_CHUNK):
            yield piece


def _scan(data: bytes | Path) -> tuple[bool, int]:
    decoder = codecs.getincrementaldecoder("utf-8")()
    lines = 0
    try:
        for piece in pieces(data):
            decoder.decode(piece)
            lines += piece.count(b"\n")
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False, sum(piece.count(b"\n") for piece in pieces(data))
    return True, lines


def _has_returns(data: bytes | Path) -> bool:
    return any(b"\r" in piece for piece in pieces(data))


def _blank_lines(data: bytes | Path) -> NDArray[np.int64]:
    found, line, carried = [], 0, False
    for piece in pieces(data):
        # A line is blank when its line feed follows another one; carriage returns do not count as content.
        octets = np.frombuffer(piece.replace(b"\r", b""), dtype=np.uint8)
        ends = np.flatnonzero(octets == 10)
        before = np.where(ends > 0, octets[np.maximum(ends - 1, 0)] == 10, carried)
        found.append(line + 1 + np.flatnonzero(before))
        line += ends.size
        carried = bool(octets.size and octets[-1] == 10)
    return np.concatenate(found).astype(np.int64) if found else np.array([], dtype=np.int64)
