"""Questions about imports, for those who may bring files in."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q, QuerySet

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.enums import ImportKind, ImportState
from pembina.domain.people.intake.rows import RowFinding, Severity
from pembina.domain.people.models import ImportBatch

UNDECIDED = (ImportState.WAITING, ImportState.CHECKING, ImportState.CHECKED)
UNFINISHED = (*UNDECIDED, ImportState.APPLYING, ImportState.UNDOING)


def imports_seen_by(actor: User) -> QuerySet[ImportBatch]:
    """Return the imports `actor` may see, the latest first: all of them, since a file reaches the whole government."""
    if not actor.may(Permission.IMPORT_STAFF):
        return ImportBatch.objects.none()
    return ImportBatch.objects.select_related("by").order_by("-created_at", "-pk")


def unfinished_imports(actor: User) -> QuerySet[ImportBatch]:
    """Return what is on its way and can change something: who applies first makes the others look again."""
    nothing = Q(state=ImportState.CHECKED, numbers__new=0, numbers__changed=0, numbers__leaving=0)
    return imports_seen_by(actor).filter(state__in=UNFINISHED).exclude(nothing)


def same_import(
    actor: User, *, file_sha256: str, kept_sha256: str, kind: ImportKind, on: date, complete: bool
) -> ImportBatch | None:
    """Return the import that `actor` has begun with the same file and the same wishes, and not decided about."""
    begun = imports_seen_by(actor).filter(by=actor, state__in=UNDECIDED, kind=kind, on=on, complete=complete)
    return begun.filter(file_sha256=file_sha256, kept_sha256=kept_sha256).first()


def copy_is_needed(batch: ImportBatch) -> bool:
    """Say whether another import stands on the same copy of a file."""
    others = ImportBatch.objects.filter(kept_file=batch.kept_file).exclude(pk=batch.pk)
    return others.exclude(state=ImportState.DISCARDED).exists()


def findings_of(batch: ImportBatch) -> Iterator[RowFinding]:
    """Yield what was found in a file, row by row, as its reader said it."""
    for found in batch.findings.order_by("row", "id").iterator(chunk_size=2_000):
        severity = Severity(found.severity)
        yield RowFinding(found.row, found.column, found.value, found.code, severity, found.reason, found.remedy)
