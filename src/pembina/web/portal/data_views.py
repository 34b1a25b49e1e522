"""Open data: every table with its metadata, to read and to take along."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from pembina.exchange.open_data import TABLES, table_named
from pembina.exchange.open_data.catalogue import catalogue_of
from pembina.exchange.open_data.metadata import metadata_of
from pembina.exchange.open_data.schema import package_of
from pembina.exchange.open_data.shapes import OpenTable
from pembina.exchange.open_data.writing import table_csv, table_json
from pembina.web.access import open_to_all
from pembina.web.components.formatting import in_language
from pembina.web.portal.addresses import address_in, addresses_of, home_of
from pembina.web.portal.present_data import present_table, present_tables
from pembina.web.portal.versions import Version, version_of_table

CSV, JSON, JSON_LD = "text/csv; charset=utf-8", "application/json; charset=utf-8", "application/ld+json; charset=utf-8"

# Whoever builds a page on these data reads them from another site.
FROM_ANYWHERE = {"Access-Control-Allow-Origin": "*"}


@open_to_all
@require_safe
def tables(request: HttpRequest) -> HttpResponse:
    """List the tables."""
    return render(request, "portal/tables.html", {"tables": present_tables(), "licence": licence()})


@open_to_all
@require_safe
def table(request: HttpRequest, name: str) -> HttpResponse:
    """Show one table: its first rows, and the metadata of Peraturan BPS 5/2020."""
    found = _table(name)
    at = timezone.now()
    context = {
        "table": present_table(found, at=at, government=settings.PEMBINA_GOVERNMENT_NAME),
        "version": version_of_table(found, at=at),
        "licence": licence(),
    }
    return render(request, "portal/table.html", context)


@open_to_all
@require_safe
def download(request: HttpRequest, name: str, form: str) -> HttpResponseBase:
    """Give a whole table; nothing is computed for whoever has this version already."""
    found, at = _table(name), timezone.now()
    version = version_of_table(found, at=at)
    etag, since = version.etag_of(form, get_language() or "id"), version.since.timestamp()
    unchanged = get_conditional_response(request, etag=etag, last_modified=int(since))
    if unchanged is not None:
        return unchanged
    headers = {
        "ETag": etag,
        "Last-Modified": http_date(since),
        "Cache-Control": "public, no-cache",
        "Content-Disposition": f'attachment; filename="{name}.{form}"',
    }
    lines = table_csv(found, found.rows(at)) if form == "csv" else _json(request, found, version, at)
    content_type = CSV if form == "csv" else JSON
    return StreamingHttpResponse(lines, content_type=content_type, headers=headers | FROM_ANYWHERE)


def _json(request: HttpRequest, found: OpenTable, version: Version, at: datetime) -> Iterator[bytes]:
    about = _package(request, found) | {
        "version": version.state,
        "computed": at.isoformat(timespec="seconds"),
        "metadata": metadata_of(found, government=settings.PEMBINA_GOVERNMENT_NAME, said=in_language),
    }
    return table_json(found, found.rows(at), about=about)


@open_to_all
@require_safe
def schema(request: HttpRequest, name: str) -> HttpResponse:
    """Describe a table for machines."""
    return _data(_package(request, _table(name)))


@open_to_all
@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    """Describe all tables in the terms of DCAT."""
    at = timezone.now()
    told = catalogue_of(
        TABLES.values(),
        home=home_of(request),
        publisher=settings.PEMBINA_GOVERNMENT_NAME,
        licence=settings.PEMBINA_DATA_LICENCE_URL,
        address=address_in(request),
        modified=lambda each: version_of_table(each, at=at).since,
    )
    return _data(told, content_type=JSON_LD)


def licence() -> dict[str, str]:
    """Return under what the data may be used, as the government has decided it."""
    return {"name": settings.PEMBINA_DATA_LICENCE, "path": settings.PEMBINA_DATA_LICENCE_URL}


def _package(request: HttpRequest, found: OpenTable) -> dict[str, object]:
    return package_of(found, addresses=addresses_of(found, request), licence=licence(), said=in_language)


def _data(told: dict[str, object], content_type: str = JSON) -> HttpResponse:
    written = {"ensure_ascii": False, "indent": 1}
    return JsonResponse(told, content_type=content_type, json_dumps_params=written, headers=FROM_ANYWHERE)


def _table(name: str) -> OpenTable:
    found = table_named(name)
    if found is None:
        raise Http404
    return found
