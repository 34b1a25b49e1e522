"""The one error of this package: what is wrong in the file, where, and what to do about it."""

from pembina.core.text import Text


class UnreadableFileError(Exception):
    """A file, or a column of it, cannot be used as it stands.

    Attributes
    ----------
    message, remedy : what is wrong, and what the person can do
    column : name of the column as written in the file, where one column is to blame
    row : row as the person counts it in the file, the first line being 1, where one row is to blame
    value : the offending cell as written
    option : the option of the command line that the remedy speaks of; a page has its own words for it
    """

    def __init__(
        self,
        message: Text,
        remedy: Text,
        *,
        column: str | None = None,
        row: int | None = None,
        value: str | None = None,
        option: str | None = None,
    ) -> None:
        super().__init__(f"{message} {remedy}")
        self.message = message
        self.remedy = remedy
        self.column = column
        self.row = row
        self.value = value
        self.option = option
