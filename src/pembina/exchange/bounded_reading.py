"""Read somebody's file in a bounded process, with the refusal of the reader coming back whole.

A file says itself how large it is, in the directory of its archive and in the addresses of its cells, and both can be
forged: five kilobytes that fill the first and the last cell of a sheet ask for half a terabyte. Counting while
inflating would cost 8 % of the reading (44 MB from a 4 MB workbook in 0.05 of 0.59 s) and would not see the latter. So
what is declared is refused early and kindly (`pembina.exchange.tables.workbook`), and whatever else happens, happens in
a process that ends at its limits: the server and the other visitors are protected from it, and at the command line the
memory of the computer.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

from pembina.core.text import Text
from pembina.exchange.bounded import SECONDS, within_limits
from pembina.exchange.tables import UnreadableFileError

Answer = TypeVar("Answer")


def read_within_limits(
    read: Callable[..., Answer], data: bytes | Path, *, seconds: float = SECONDS, **wishes: Any
) -> Answer:
    """Return ``read(data, **wishes)``.

    Parameters
    ----------
    read : a function of a module that needs no Django
    data : the content, or the path of a file
    seconds : wall-clock limit
    wishes : values that pickle

    Raises
    ------
    UnreadableFileError : as `read` raises it
    ComputationStoppedError, RuntimeError : see `pembina.exchange.bounded.within_limits`
    """
    found = within_limits(_tried, read, data, wishes, seconds=seconds)
    if isinstance(found, _Unreadable):
        raise UnreadableFileError(
            found.message, found.remedy, column=found.column, row=found.row, value=found.value, option=found.option
        )
    return cast(Answer, found)


@dataclass(frozen=True, slots=True)
class _Unreadable:
    """An `UnreadableFileError` on its way between processes."""

    message: Text
    remedy: Text
    column: str | None
    row: int | None
    value: str | None
    option: str | None


def _tried(read: Callable[..., Answer], data: bytes | Path, wishes: dict[str, Any]) -> Answer | _Unreadable:
    try:
        return read(data, **wishes)
    except UnreadableFileError as refused:
        told = (refused.column, refused.row, refused.value, refused.option)
        return _Unreadable(refused.message, refused.remedy, *told)
