"""What a table of open data is: its columns, its rows, and the metadata of Peraturan BPS 5/2020."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pembina.core.text import Text

Value = str | int | float | bool | None
Row = Mapping[str, Value]
HIDDEN = "disembunyikan"


class Kind(StrEnum):
    """The type of a column; the values are those of the Frictionless Table Schema."""

    TEXT = "string"
    WHOLE = "integer"
    NUMBER = "number"
    DAY = "date"
    MONTH = "yearmonth"


@dataclass(frozen=True, slots=True)
class Column:
    """One variable (MS-Var): name, what it means, its type and unit, what values it may have."""

    name: str
    label: Text
    definition: Text
    kind: Kind = Kind.TEXT
    unit: Text | None = None
    required: bool = False
    among: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator (MS-Ind) that stands in a table."""

    column: str
    name: Text
    definition: Text
    reading: Text
    formula: Text
    measure: Text
    unit: Text
    built_from: tuple[str, ...]
    classified_by: Text


@dataclass(frozen=True, slots=True)
class Activity:
    """The statistical activity (MS-Keg) that a table comes from, as far as this software knows it."""

    title: Text
    way: Text
    background: Text
    purpose: Text
    frequency: Text
    coverage: Text
    collected_by: Text
    quality: Text
    article: str


@dataclass(frozen=True, slots=True)
class OpenTable:
    """One table.

    Attributes
    ----------
    key : columns that tell one row from all others
    rows : yields the rows as of a moment, some at a time, never all held
    state : what changes whenever the rows do, at a fraction of the cost of the rows
    changes : how often it is renewed, by the vocabulary of Dublin Core (a frequency)
    """

    name: str
    title: Text
    description: Text
    keywords: tuple[str, ...]
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[datetime], Iterator[Row]]
    state: Callable[[datetime], str]
    changes: str
    activity: Activity
    indicators: tuple[Indicator, ...] = ()

    @property
    def names(self) -> list[str]:
        """Return the names of the columns in their order."""
        return [column.name for column in self.columns]


HIDDEN_COLUMN = Column(
    HIDDEN,
    Text(id="Yang disembunyikan", en="What is hidden"),
    Text(
        id="Nama kolom pada baris ini yang sengaja dikosongkan karena berisi kurang dari lima, atau agar sel "
        "seperti itu "
        "tidak dapat dihitung; dipisahkan spasi.",
        en="Names of the columns of this row that are left empty because they hold fewer than five, or so that such a "
        "cell cannot be computed; separated by spaces.",
    ),
)


def with_hidden(row: dict[str, Value], hidden: list[str]) -> Row:
    """Return a row with the named columns emptied and named."""
    return row | dict.fromkeys(hidden) | {HIDDEN: " ".join(hidden) or None}
