"""Tables of open data as pages show them."""

from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.urls import reverse
from django.utils.translation import gettext as _

from pembina.exchange.open_data import TABLES
from pembina.exchange.open_data.metadata import REGULATION, activity_of, indicator_of, variable_of
from pembina.exchange.open_data.shapes import HIDDEN, OpenTable, Row, Value
from pembina.web.components.formatting import MISSING, in_language
from pembina.web.portal.addresses import path_of

ROWS_SHOWN = 5
LONGEST_CELL = 80


@dataclass(frozen=True, slots=True)
class TableCard:
    """One table in the list."""

    title: str
    about: str
    address: str
    csv: str
    json: str


@dataclass(frozen=True, slots=True)
class TablePage:
    """One table: first rows as text, where the rest can be had, and its metadata."""

    name: str
    title: str
    about: str
    trail: list[tuple[str, str]]
    head: list[str]
    rows: list[list[str]]
    csv: str
    json: str
    schema: str
    regulation: str
    activity: list[tuple[str, str]]
    variables: list[dict[str, str]]
    indicators: list[list[tuple[str, str]]]


def present_tables() -> list[TableCard]:
    """Return all tables."""
    return [
        TableCard(
            in_language(table.title),
            in_language(table.description),
            path_of(table.name, "page"),
            path_of(table.name, "csv"),
            path_of(table.name, "json"),
        )
        for table in TABLES.values()
    ]


def present_table(table: OpenTable, *, at: datetime, government: str) -> TablePage:
    """Return the page of one table."""
    return TablePage(
        name=table.name,
        title=in_language(table.title),
        about=in_language(table.description),
        trail=[(_("Data terbuka"), reverse("portal:tables"))],
        head=table.names,
        rows=[_cells(table, row) for row in islice(table.rows(at), ROWS_SHOWN)],
        csv=path_of(table.name, "csv"),
        json=path_of(table.name, "json"),
        schema=path_of(table.name, "schema"),
        regulation=REGULATION,
        activity=activity_of(table, government=government, said=in_language),
        variables=[variable_of(column, in_language) for column in table.columns],
        indicators=[indicator_of(indicator, in_language) for indicator in table.indicators],
    )


def _cells(table: OpenTable, row: Row) -> list[str]:
    hidden = set(str(row.get(HIDDEN) or "").split())
    return [_("disembunyikan") if name in hidden else _text(row[name]) for name in table.names]


def _text(value: Value) -> str:
    """Return a cell as the file holds it, cut where it is long."""
    text = MISSING if value is None else str(value)
    return text if len(text) <= LONGEST_CELL else f"{text[: LONGEST_CELL - 1]}…"
