"""What the engine says about its input: a note it goes on with, or a refusal with its remedy."""

from dataclasses import dataclass, field

from pembina.core.text import Text


@dataclass(frozen=True, slots=True)
class Note:
    """A typed warning: stable ``code`` for programs, one plain sentence for people."""

    code: str
    message: Text


@dataclass(frozen=True, slots=True)
class RefusedError(Exception):
    """The panel cannot answer the question; ``remedy`` says what would make it answerable."""

    code: str
    message: Text
    remedy: Text
    rows: tuple[int, ...] = field(default=())

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}"
