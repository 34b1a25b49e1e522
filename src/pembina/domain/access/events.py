"""One event of the audit trail, as it is kept.

Ours instead of django-auditlog's own table: what people ask the trail (who, whom, which operation, when) stands in
columns with an index of their own, so that an answer costs the same with a thousand events and with millions. Nothing
an event points to can be deleted under it.
"""

from typing import Any

from auditlog.models import AbstractLogEntry, LogEntryManager
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# Where a record says whom it concerns; a model for which this is another place has the property `concerned_nip`.
LEADS_TO_A_NIP = ("concerned_nip", "nip", "username", "person", "user")


def concerned_nip(subject: object) -> str:
    """Return the NIP of the person whom `subject` is about, empty where it is about nobody."""
    for name in LEADS_TO_A_NIP:
        found = getattr(subject, name, None)
        if isinstance(found, str):
            return found
        if found is not None:
            return concerned_nip(found)
    return ""


class AuditEvents(LogEntryManager):  # type: ignore[misc]
    """Writes for django-auditlog, which is the net under the operations, whom a record concerns too."""

    def log_create(self, instance: models.Model, force_log: bool = False, **fields: Any) -> Any:
        """Write one event on `instance` (the signature is django-auditlog's)."""
        fields.setdefault("concerns", concerned_nip(instance))
        return super().log_create(instance, force_log=force_log, **fields)


class AuditEvent(AbstractLogEntry):  # type: ignore[misc]
    """Who did what to which record, when and why. Never changed and never removed (`append_only`)."""

    Action = AbstractLogEntry.Action

    operation = models.CharField(_("Perbuatan"), max_length=60, blank=True)
    concerns = models.CharField(_("Menyangkut NIP"), max_length=150, blank=True)
    acting_as = models.CharField(_("Sebagai"), max_length=100, blank=True)
    why = models.TextField(_("Alasan"), blank=True)

    content_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+", db_index=False)
    object_pk = models.CharField(max_length=255)
    object_id = models.BigIntegerField(null=True)
    action = models.PositiveSmallIntegerField(choices=Action.choices)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name=_("Pelaku")
    )
    timestamp = models.DateTimeField(_("Waktu"), default=timezone.now)
    # Of django-auditlog; without its index, since nobody asks for it.
    cid = models.CharField(max_length=255, blank=True, null=True)  # noqa: DJ001

    objects = AuditEvents()

    class Meta:
        verbose_name = verbose_name_plural = _("Peristiwa")
        indexes = [
            models.Index(fields=["timestamp", "id"], name="event_by_time"),
            models.Index(fields=["operation", "timestamp", "id"], name="event_by_operation"),
            models.Index(fields=["actor", "timestamp", "id"], name="event_by_actor"),
            models.Index(fields=["concerns", "timestamp", "id"], name="event_by_person"),
            models.Index(fields=["content_type", "object_id", "timestamp"], name="event_by_record"),
        ]

    def __str__(self) -> str:
        return f"{self.timestamp:%Y-%m-%d %H:%M} {self.operation} {self.object_repr}"
