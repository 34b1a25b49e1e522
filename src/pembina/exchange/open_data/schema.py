"""A table described for machines: the Table Schema and Data Package of Frictionless Standards."""

from collections.abc import Callable

from pembina.core.text import Text
from pembina.exchange.open_data.shapes import Column, OpenTable

Said = Callable[[Text], str]


def package_of(
    table: OpenTable, *, addresses: dict[str, str], licence: dict[str, str], said: Said
) -> dict[str, object]:
    """Return the data package of a table; `addresses` by format (csv, json) and of the page (``page``)."""
    return {
        "profile": "tabular-data-package",
        "name": table.name,
        "title": said(table.title),
        "description": said(table.description),
        "homepage": addresses["page"],
        "keywords": list(table.keywords),
        "licenses": [licence],
        "resources": [
            {
                "name": table.name,
                "path": addresses["csv"],
                "profile": "tabular-data-resource",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "dialect": {"delimiter": ",", "header": True},
                "schema": schema_of(table, said=said),
            }
        ],
    }


def schema_of(table: OpenTable, *, said: Said) -> dict[str, object]:
    """Return the schema alone."""
    return {
        "fields": [field_of(column, said) for column in table.columns],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }


def field_of(column: Column, said: Said) -> dict[str, object]:
    """Return one field; ``unit`` is ours, the standard has none."""
    field: dict[str, object] = {
        "name": column.name,
        "type": column.kind.value,
        "title": said(column.label),
        "description": said(column.definition),
    }
    if column.unit is not None:
        field["unit"] = said(column.unit)
    return field | ({"constraints": found} if (found := _constraints(column)) else {})


def _constraints(column: Column) -> dict[str, object]:
    found: dict[str, object] = {"required": True} if column.required else {}
    if column.among:
        found["enum"] = list(column.among)
    if column.least is not None:
        found["minimum"] = column.least
    if column.most is not None:
        found["maximum"] = column.most
    return found
