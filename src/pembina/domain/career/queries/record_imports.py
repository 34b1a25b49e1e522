"""Files of service checks and medals that were brought in."""

from datetime import date

from django.db.models import QuerySet

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.career.models import RecordImport
from pembina.domain.career.permissions import medals_kept_by
from pembina.domain.people.permissions import reaches_everything


def record_imports_open_to(actor: User, *, on: date) -> QuerySet[RecordImport]:
    """Return the files brought in, the latest first: all for human resources of the whole government, else the own."""
    imports = RecordImport.objects.select_related("by").order_by("-at", "-pk")
    return imports if reaches_everything(actor, Permission.MANAGE_STAFF, on=on) else imports.filter(by=actor)


def kept_by_number(actor: User, *, on: date) -> dict[str, int | str]:
    """Return the persons whose history `actor` keeps, by NIP."""
    return dict(medals_kept_by(actor, on=on).values_list("nip", "pk"))
