"""One change of many people: who was chosen, what is to happen, and what is needed to take it back."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.people.enums import BulkKind, BulkState
from pembina.domain.people.models.persons import Person
from pembina.domain.people.models.units import Unit


class BulkChange(models.Model):
    """The chosen people are kept here, so that no page has to carry thousands of them.

    ``chosen`` are numbers of persons. ``steps`` are what was done to each: the person, the assignment that ended with
    the last day it had before, and the one that began; both as they stood right after, for the undoing.
    """

    by = models.ForeignKey(User, models.PROTECT, related_name="bulk_changes", verbose_name=_("Oleh"))
    created_at = models.DateTimeField(_("Dimulai"))
    state = models.CharField(_("Keadaan"), max_length=6, choices=BulkState.choices, default=BulkState.DRAFT)
    kind = models.CharField(_("Perubahan"), max_length=8, choices=BulkKind.choices, blank=True)
    chosen = models.JSONField(default=list)
    superior = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Atasan baru")
    )
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Unit baru"))
    day = models.DateField(_("Tanggal"), null=True, blank=True)
    reason = models.CharField(_("Dasar"), max_length=200, blank=True)
    steps = models.JSONField(default=list, blank=True)
    done_at = models.DateTimeField(_("Diterapkan"), null=True, blank=True)
    undone_at = models.DateTimeField(_("Dibatalkan"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Perubahan massal")
        indexes = [models.Index(fields=["by", "-created_at"], name="bulk_change_of_user")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=BulkState.values), name="bulk_state_is_known"),
            models.CheckConstraint(condition=Q(kind__in=["", *BulkKind.values]), name="bulk_kind_is_known"),
            models.CheckConstraint(
                condition=Q(state=BulkState.DRAFT, done_at__isnull=True)
                | (~Q(state=BulkState.DRAFT) & ~Q(kind="") & Q(done_at__isnull=False, day__isnull=False)),
                name="bulk_done_is_told",
            ),
            models.CheckConstraint(
                condition=Q(state=BulkState.UNDONE, undone_at__isnull=False)
                | (~Q(state=BulkState.UNDONE) & Q(undone_at__isnull=True)),
                name="bulk_undone_is_told",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display() or self.get_state_display()}: {len(self.chosen)}"
