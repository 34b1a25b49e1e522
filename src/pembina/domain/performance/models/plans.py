"""A plan of performance (SKP): what is expected of one person in one position, in one year."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.people.models import Assignment, Person
from pembina.domain.performance.enums import CoreValue, NoteKind, PlanForm, PlanState
from pembina.domain.performance.models.templates import TemplateUse

LONGEST_TEXT = 2000
IN_FORCE = (PlanState.AGREED, PlanState.REPLACED)
WAITING = (PlanState.DRAFT, PlanState.PROPOSED, PlanState.RETURNED)


class PerformancePlan(models.Model):
    """One plan. It belongs to an assignment, so whoever moves to another post or another superior makes a new one.

    `rater` is the official who agrees (pejabat penilai kinerja), as known when the plan was proposed; None before, or
    while nobody leads. A plan that develops within the year is a new version that `replaces` the agreed one; the old
    one keeps its words. `agreed_by` is who agreed: the rater, or whoever stood in.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="plans", verbose_name=_("Pegawai"))
    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="plans", verbose_name=_("Jabatan"))
    year = models.PositiveSmallIntegerField(_("Tahun"))
    starts_on = models.DateField(_("Berlaku sejak"))
    ends_on = models.DateField(_("Sampai dengan"))
    form = models.CharField(_("Bentuk"), max_length=3, choices=PlanForm.choices)
    version = models.PositiveSmallIntegerField(_("Versi"), default=1)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name=_("Menggantikan")
    )
    state = models.CharField(_("Keadaan"), max_length=8, choices=PlanState.choices, default=PlanState.DRAFT.value)
    rater = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="plans_to_agree", verbose_name=_("Pejabat penilai")
    )
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Dibuat oleh"))
    made_at = models.DateTimeField(_("Dibuat"))
    proposed_at = models.DateTimeField(_("Diajukan"), null=True, blank=True)
    agreed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Ditetapkan oleh")
    )
    agreed_at = models.DateTimeField(_("Ditetapkan"), null=True, blank=True)
    comment = models.TextField(_("Catatan penilai"), max_length=LONGEST_TEXT, blank=True)
    given = models.ForeignKey(
        TemplateUse, models.PROTECT, null=True, blank=True, related_name="plans", verbose_name=_("Dari templat")
    )

    class Meta:
        verbose_name = verbose_name_plural = _("Sasaran kinerja pegawai (SKP)")
        indexes = [models.Index(fields=["year", "state", "person"], name="plan_of_year_by_state")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=PlanState.values), name="plan_state_is_known"),
            models.CheckConstraint(condition=Q(form__in=PlanForm.values), name="plan_form_is_known"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="plan_ends_after_start"),
            models.CheckConstraint(
                condition=Q(starts_on__year=F("year"), ends_on__year=F("year")), name="plan_within_its_year"
            ),
            models.CheckConstraint(
                condition=Q(state__in=IN_FORCE, agreed_by__isnull=False, agreed_at__isnull=False)
                | ~Q(state__in=IN_FORCE) & Q(agreed_by__isnull=True, agreed_at__isnull=True),
                name="plan_agreed_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(state__in=(PlanState.DRAFT, PlanState.DROPPED)) | Q(proposed_at__isnull=False),
                name="plan_proposed_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(version=1, replaces__isnull=True) | Q(version__gt=1, replaces__isnull=False),
                name="plan_version_replaces_one",
            ),
            models.UniqueConstraint(
                fields=["assignment", "year"], condition=Q(state=PlanState.AGREED), name="plan_in_force_once"
            ),
            models.UniqueConstraint(
                fields=["assignment", "year"], condition=Q(state__in=WAITING), name="plan_in_the_making_once"
            ),
        ]

    def __str__(self) -> str:
        return f"SKP {self.year}, {self.person}"


class PlanNote(models.Model):
    """One line of the appendix (A.1.8): a resource, how and when it is accounted for, or a consequence."""

    plan = models.ForeignKey(PerformancePlan, models.CASCADE, related_name="notes", verbose_name=_("SKP"))
    kind = models.CharField(_("Bagian"), max_length=14, choices=NoteKind.choices)
    position = models.PositiveSmallIntegerField(_("Urutan"))
    words = models.CharField(_("Isi"), max_length=500)

    class Meta:
        verbose_name = verbose_name_plural = _("Lampiran SKP")
        ordering = ("kind", "position")
        constraints = [
            models.UniqueConstraint(fields=["plan", "kind", "position"], name="plan_note_in_one_place"),
            models.CheckConstraint(condition=Q(kind__in=NoteKind.values), name="plan_note_kind_is_known"),
            models.CheckConstraint(condition=~Q(words=""), name="plan_note_says_something"),
        ]

    def __str__(self) -> str:
        return self.words


class BehaviourExpectation(models.Model):
    """What the leader expects in particular of one value (ekspektasi khusus pimpinan); none is needed."""

    plan = models.ForeignKey(PerformancePlan, models.CASCADE, related_name="expectations", verbose_name=_("SKP"))
    value = models.CharField(_("Nilai BerAKHLAK"), max_length=13, choices=CoreValue.choices)
    words = models.CharField(_("Ekspektasi khusus pimpinan"), max_length=500)

    class Meta:
        verbose_name = verbose_name_plural = _("Ekspektasi perilaku")
        constraints = [
            models.UniqueConstraint(fields=["plan", "value"], name="behaviour_expected_once"),
            models.CheckConstraint(condition=Q(value__in=CoreValue.values), name="behaviour_value_is_known"),
            models.CheckConstraint(condition=~Q(words=""), name="behaviour_expectation_says_something"),
        ]

    def __str__(self) -> str:
        return self.words
