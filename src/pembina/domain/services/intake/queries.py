"""Questions about imports of requests, each with the scope of whoever asks."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.enums import ImportState
from pembina.domain.people.intake.rows import RowFinding, Severity
from pembina.domain.services.intake.promises import zones_of
from pembina.domain.services.intake.refusals import ImportOutOfReachError
from pembina.domain.services.intake.rows import KnownService
from pembina.domain.services.models import PublicService, RequestImport
from pembina.domain.services.queries.catalogue import services_reached_by

UNDECIDED = (ImportState.WAITING, ImportState.CHECKING, ImportState.CHECKED)


def services_to_record(actor: User, *, on: date) -> QuerySet[PublicService]:
    """Return the services whose requests `actor` may bring in, closed ones too: files tell of the past."""
    return services_reached_by(actor, Permission.RECORD_SERVICE, on=on).select_related("unit").order_by("code")


def known_services(services: QuerySet[PublicService]) -> tuple[KnownService, ...]:
    """Return services as a file may name them."""
    told = list(services)
    zones = zones_of([service.pk for service in told])
    return tuple(KnownService(each.pk, each.code, each.name, zones[each.pk]) for each in told)


def request_imports_seen_by(actor: User, *, on: date) -> QuerySet[RequestImport]:
    """Return the imports all of whose services one reaches today, whoever made them; the latest first.

    What is not matched to services yet is seen by its maker alone, as long as the permission is held at all.
    """
    if not actor.may(Permission.RECORD_SERVICE):
        return RequestImport.objects.none()
    through = RequestImport.services.through.objects.filter(requestimport=OuterRef("pk"))
    reached = services_reached_by(actor, Permission.RECORD_SERVICE, on=on).values("pk")
    beyond = through.exclude(publicservice__in=reached)
    seen = (Q(by=actor) | Exists(through)) & ~Exists(beyond)
    return RequestImport.objects.filter(seen).select_related("by").order_by("-created_at", "-pk")


def require_reach(batch: RequestImport, *, by: User, on: date) -> None:
    """Raise ``ImportOutOfReachError`` unless `by` may decide about an import today, whatever was so when it began."""
    if not request_imports_seen_by(by, on=on).filter(pk=batch.pk).exists():
        raise ImportOutOfReachError


def same_request_import(actor: User, *, file_sha256: str, on: date) -> RequestImport | None:
    """Return the import that `actor` has begun with the same file, still reaches and has not decided about."""
    begun = request_imports_seen_by(actor, on=on).filter(by=actor, state__in=UNDECIDED)
    return begun.filter(file_sha256=file_sha256).first()


def copy_is_needed(batch: RequestImport) -> bool:
    """Say whether another import stands on the same copy of a file."""
    others = RequestImport.objects.filter(kept_file=batch.kept_file).exclude(pk=batch.pk)
    return others.exclude(state=ImportState.DISCARDED).exists()


def findings_of(batch: RequestImport) -> Iterator[RowFinding]:
    """Yield what was found in a file, row by row."""
    for found in batch.findings.order_by("row", "id").iterator(chunk_size=2_000):
        severity = Severity(found.severity)
        yield RowFinding(found.row, found.column, found.value, found.code, severity, found.reason, found.remedy)
