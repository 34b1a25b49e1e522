"""The catalogue of all tables in the terms of DCAT (W3C Data Catalog Vocabulary 3), as JSON-LD."""

from collections.abc import Callable, Iterable
from datetime import datetime

from pembina.core.text import Text
from pembina.exchange.open_data.shapes import OpenTable

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
FREQUENCY = "http://purl.org/cld/freq/"
MEDIA = {"csv": "text/csv", "json": "application/json"}
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
TABLE_SCHEMA = "https://specs.frictionlessdata.io/table-schema/"
Address = Callable[[str, str], str]
"""Of a table and one of page, csv, json, schema."""


def catalogue_of(
    tables: Iterable[OpenTable],
    *,
    home: str,
    publisher: str,
    licence: str,
    address: Address,
    modified: Callable[[OpenTable], datetime],
) -> dict[str, object]:
    """Return the catalogue; every address is absolute."""
    return {
        "@context": CONTEXT,
        "@id": home,
        "@type": "dcat:Catalog",
        "dct:title": [
            {"@language": "id", "@value": f"Data terbuka {publisher}"},
            {"@language": "en", "@value": f"Open data of {publisher}"},
        ],
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": publisher},
        "dct:language": ["id", "en"],
        "dct:license": {"@id": licence},
        "foaf:homepage": {"@id": home},
        "dcat:dataset": [_dataset(table, publisher, licence, address, modified(table)) for table in tables],
    }


def _dataset(table: OpenTable, publisher: str, licence: str, address: Address, modified: datetime) -> dict[str, object]:
    page = address(table.name, "page")
    return {
        "@id": page,
        "@type": "dcat:Dataset",
        "dct:identifier": table.name,
        "dct:title": _in_both(table.title),
        "dct:description": _in_both(table.description),
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": publisher},
        "dct:modified": {"@type": "xsd:dateTime", "@value": modified.isoformat(timespec="seconds")},
        "dct:accrualPeriodicity": {"@id": f"{FREQUENCY}{table.changes}"},
        "dct:license": {"@id": licence},
        "dcat:keyword": list(table.keywords),
        "dcat:landingPage": {"@id": page},
        "dcat:distribution": [_distribution(table, form, licence, address) for form in MEDIA],
    }


def _distribution(table: OpenTable, form: str, licence: str, address: Address) -> dict[str, object]:
    return {
        "@id": address(table.name, form),
        "@type": "dcat:Distribution",
        "dct:title": f"{table.name}.{form}",
        "dcat:accessURL": {"@id": address(table.name, "page")},
        "dcat:downloadURL": {"@id": address(table.name, form)},
        "dcat:mediaType": {"@id": f"{MEDIA_TYPES}{MEDIA[form]}"},
        "dct:license": {"@id": licence},
        "dct:conformsTo": [{"@id": address(table.name, "schema")}, {"@id": TABLE_SCHEMA}],
    }


def _in_both(text: Text) -> list[dict[str, str]]:
    return [{"@language": "id", "@value": text.id}, {"@language": "en", "@value": text.en}]
