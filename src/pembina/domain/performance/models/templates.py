"""Content for plans of a kind of position, made by human resources, and each time it was given to many people."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.performance.enums import PlanForm


class GoalTemplate(models.Model):
    """Results with their indicators for whoever holds such a position; `content` is what `template_content` keeps."""

    title = models.CharField(_("Judul templat"), max_length=200)
    position = models.CharField(_("Kata dalam jabatan"), max_length=200, blank=True)
    form = models.CharField(_("Bentuk"), max_length=3, choices=PlanForm.choices)
    content = models.JSONField(_("Isi"), default=list)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Dibuat oleh"))
    made_at = models.DateTimeField(_("Dibuat"))
    retired_at = models.DateTimeField(_("Tidak dipakai lagi sejak"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Templat SKP")
        ordering = ("title", "pk")
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="goal_template_is_named"),
            models.CheckConstraint(condition=Q(form__in=PlanForm.values), name="goal_template_form_is_known"),
        ]

    def __str__(self) -> str:
        return self.title


class TemplateUse(models.Model):
    """One time a template was given to many people: how many got a draft, how many had a plan already.

    `waiting` are the numbers of the positions that are still to come.
    """

    template = models.ForeignKey(GoalTemplate, models.PROTECT, related_name="uses", verbose_name=_("Templat SKP"))
    year = models.PositiveSmallIntegerField(_("Tahun"))
    waiting = models.JSONField(_("Masih menunggu"), default=list)
    made = models.PositiveIntegerField(_("Rancangan dibuat"), default=0)
    skipped = models.PositiveIntegerField(_("Dilewati"), default=0)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Dibagikan oleh"))
    made_at = models.DateTimeField(_("Dibagikan"))
    undone_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Diurungkan oleh")
    )
    undone_at = models.DateTimeField(_("Diurungkan"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Pembagian templat SKP")
        ordering = ("-made_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(undone_by__isnull=True, undone_at__isnull=True)
                | Q(undone_by__isnull=False, undone_at__isnull=False),
                name="template_use_undone_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return f"{self.template} {self.year}"
