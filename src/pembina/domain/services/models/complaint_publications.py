"""Answers to complaints that an office made public, in its own words."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.services.complaint_lengths import LONGEST_TEXT
from pembina.domain.services.models.complaints import Complaint


class ComplaintPublication(models.Model):
    """A question and its answer as an officer worded them for everybody, until withdrawn.

    They are texts of the office: neither number, code nor contact stands in them, and no public page leads from them
    to the complaint. One of a complaint is public at a time; those withdrawn stay on record.
    """

    complaint = models.ForeignKey(Complaint, models.PROTECT, related_name="publications", verbose_name=_("Pengaduan"))
    question = models.TextField(_("Yang ditanyakan"), max_length=LONGEST_TEXT)
    answer = models.TextField(_("Jawaban kantor"), max_length=LONGEST_TEXT)
    published_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Diterbitkan oleh"))
    published_at = models.DateTimeField(_("Diterbitkan"))
    withdrawn_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Ditarik oleh")
    )
    withdrawn_at = models.DateTimeField(_("Ditarik"), null=True, blank=True)
    withdrawn_reason = models.TextField(_("Alasan ditarik"), max_length=LONGEST_TEXT, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Jawaban terbuka")
        indexes = [
            models.Index(
                fields=["-published_at", "-id"], condition=Q(withdrawn_at__isnull=True), name="public_answer_latest"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["complaint"], condition=Q(withdrawn_at__isnull=True), name="publication_once_at_a_time"
            ),
            models.CheckConstraint(condition=~Q(question="") & ~Q(answer=""), name="publication_says_something"),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True, withdrawn_reason="")
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawn_reason=""),
                name="publication_withdrawn_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.complaint_id} {self.published_at:%Y-%m-%d}"
