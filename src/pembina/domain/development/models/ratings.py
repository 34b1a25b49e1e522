"""How people rate what a training changed: behaviour at work months later, and knowledge, skill and attitude."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.development.follow_up_enums import RatingMoment, Side
from pembina.domain.development.models.curricula import CompetenceUnit
from pembina.domain.development.models.enrolments import Enrolment

LOWEST, HIGHEST = 1, 5
ASPECTS = ("knowledge", "skill", "attitude")


def _score(name: str) -> Q:
    return Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__gte": LOWEST, f"{name}__lte": HIGHEST})


class BehaviourStatement(models.Model):
    """How the behaviour that a competence unit aims at is worded; without one the title of the unit speaks."""

    unit = models.OneToOneField(
        CompetenceUnit, models.CASCADE, related_name="behaviour", verbose_name=_("Unit kompetensi")
    )
    text = models.CharField(_("Pernyataan perilaku"), max_length=300)

    class Meta:
        verbose_name = verbose_name_plural = _("Pernyataan perilaku")
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="behaviour_says_what")]

    def __str__(self) -> str:
        return self.text


class BehaviourCheck(models.Model):
    """One side's look at behaviour after one training; `is_late` where the window had closed."""

    enrolment = models.ForeignKey(Enrolment, models.PROTECT, related_name="behaviour_checks", verbose_name=_("Peserta"))
    side = models.CharField(_("Pihak"), max_length=8, choices=Side.choices)
    evidence = models.CharField(_("Bukti"), max_length=1_000, blank=True)
    link = models.URLField(_("Tautan bukti"), blank=True)
    is_late = models.BooleanField(_("Terlambat"), default=False)
    handed_in_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Diisi oleh"))
    handed_in_at = models.DateTimeField(_("Diisi"))

    class Meta:
        verbose_name = verbose_name_plural = _("Pemeriksaan perilaku")
        constraints = [
            models.UniqueConstraint(fields=["enrolment", "side"], name="behaviour_check_once_a_side"),
            models.CheckConstraint(condition=Q(side__in=Side.values), name="behaviour_check_side_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment_id} {self.side}"

    @property
    def concerned_nip(self) -> str:
        """Return the NIP of the person, whom the audit trail tells about it."""
        return self.enrolment.person.nip


class BehaviourRating(models.Model):
    """One statement in such a look; without a score the rater could not judge it."""

    check_of = models.ForeignKey(
        BehaviourCheck, models.CASCADE, related_name="ratings", verbose_name=_("Pemeriksaan perilaku")
    )
    unit = models.ForeignKey(
        CompetenceUnit, models.PROTECT, related_name="behaviour_ratings", verbose_name=_("Unit kompetensi")
    )
    score = models.PositiveSmallIntegerField(_("Nilai"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Nilai perilaku")
        constraints = [
            models.UniqueConstraint(fields=["check_of", "unit"], name="behaviour_rated_once"),
            models.CheckConstraint(condition=_score("score"), name="behaviour_score_is_on_the_scale"),
        ]

    def __str__(self) -> str:
        return f"{self.check_of_id} {self.unit_id}"


class CompetenceRating(models.Model):
    """Knowledge, skill and attitude of one participant by one side, before or after; what nobody can judge is empty."""

    enrolment = models.ForeignKey(
        Enrolment, models.PROTECT, related_name="competence_ratings", verbose_name=_("Peserta")
    )
    moment = models.CharField(_("Saat"), max_length=6, choices=RatingMoment.choices)
    side = models.CharField(_("Pihak"), max_length=8, choices=Side.choices)
    knowledge = models.PositiveSmallIntegerField(_("Pengetahuan"), null=True, blank=True)
    skill = models.PositiveSmallIntegerField(_("Keterampilan"), null=True, blank=True)
    attitude = models.PositiveSmallIntegerField(_("Sikap"), null=True, blank=True)
    note = models.CharField(_("Catatan"), max_length=1_000, blank=True)
    is_late = models.BooleanField(_("Terlambat"), default=False)
    rated_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Dinilai oleh"))
    rated_at = models.DateTimeField(_("Dinilai"))

    class Meta:
        verbose_name = verbose_name_plural = _("Penilaian pengetahuan, keterampilan, dan sikap")
        constraints = [
            models.UniqueConstraint(fields=["enrolment", "moment", "side"], name="competence_rated_once"),
            models.CheckConstraint(
                condition=Q(moment__in=RatingMoment.values) & Q(side__in=Side.values), name="competence_words_are_known"
            ),
            models.CheckConstraint(
                condition=_score("knowledge") & _score("skill") & _score("attitude"),
                name="competence_scores_are_on_the_scale",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment_id} {self.moment} {self.side}"

    @property
    def concerned_nip(self) -> str:
        """Return the NIP of the person, whom the audit trail tells about it."""
        return self.enrolment.person.nip
