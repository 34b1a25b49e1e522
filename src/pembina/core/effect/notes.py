"""What the engine says about its input: a note it goes on with, or a refusal with its remedy."""

from dataclasses import dataclass

from pembina.core.text import Text


@dataclass(frozen=True, slots=True)
class Note:
    """A typed warning: stable ``code`` for programs, one plain sentence for people."""

    code: str
    message: Text


class RefusedError(Exception):
    """The panel cannot answer the question.

    Attributes
    ----------
    code : stable name of the reason
    message, remedy : what is wrong, and what would make the panel answerable
    rows : positions (0-based) of the first offending rows of the input, possibly empty
    covariate : position of the covariate to blame; None if it is none of them
    """

    def __init__(self, code: str, message: Text, remedy: Text, rows: tuple[int, ...] = ()) -> None:
        super().__init__(f"{message} {remedy}")
        self.code = code
        self.message = message
        self.remedy = remedy
        self.rows = rows
        self.covariate: int | None = None
