"""Plain text as headings, lists and paragraphs. The template writes the words, so whatever is in them stays text."""

import re
from dataclasses import dataclass
from enum import StrEnum

HEADING = re.compile(r"#{1,3}\s+(?P<text>.+)")
BULLET = re.compile(r"[-*•]\s+(?P<text>.+)")
NUMBERED = re.compile(r"\d{1,3}[.)]\s+(?P<text>.+)")


class Shape(StrEnum):
    """What a block is; the template has a branch for each."""

    HEADING = "heading"
    BULLETS = "bullets"
    NUMBERS = "numbers"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading or paragraph (one line), or a list (a line for each item)."""

    shape: Shape
    lines: tuple[str, ...]


MARKS = ((Shape.HEADING, HEADING), (Shape.BULLETS, BULLET), (Shape.NUMBERS, NUMBERED))
LISTS = (Shape.BULLETS, Shape.NUMBERS)


def blocks(text: str) -> list[Block]:
    """Return the blocks of a text: ``# heading``, ``- item``, ``1. item``; an empty line ends a paragraph."""
    found: list[tuple[Shape, list[str]]] = []
    is_new = True
    for line in map(str.strip, text.splitlines()):
        if not line:
            is_new = True
            continue
        shape, words = _read(line)
        if found and found[-1][0] is shape and _goes_on(shape, is_new):
            found[-1][1].append(words)
        else:
            found.append((shape, [words]))
        is_new = False
    return [_block(shape, lines) for shape, lines in found]


def _read(line: str) -> tuple[Shape, str]:
    for shape, mark in MARKS:
        if told := mark.fullmatch(line):
            return shape, told["text"]
    return Shape.PARAGRAPH, line


def _goes_on(shape: Shape, is_new: bool) -> bool:
    return shape in LISTS or (shape is Shape.PARAGRAPH and not is_new)


def _block(shape: Shape, lines: list[str]) -> Block:
    return Block(shape, tuple(lines) if shape in LISTS else (" ".join(lines),))
