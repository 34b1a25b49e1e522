"""What citizens ask at a forum. No name is asked for and none is kept."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.services.enums import QuestionMeans, QuestionMoment, QuestionState
from pembina.domain.services.models.catalogue import PublicService
from pembina.domain.services.models.forums import LONGEST_TEXT, Forum

LONGEST_QUESTION = 1_000
HASH = 64


class ForumQuestion(models.Model):
    """One question. `origin` is a keyed hash of network address and day, kept only to slow a flood down."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="questions", verbose_name=_("Forum warga"))
    service = models.ForeignKey(
        PublicService, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Layanan")
    )
    text = models.TextField(_("Pertanyaan"), max_length=LONGEST_QUESTION)
    means = models.CharField(_("Cara masuk"), max_length=8, choices=QuestionMeans.choices)
    moment = models.CharField(_("Saat"), max_length=6, choices=QuestionMoment.choices)
    state = models.CharField(_("Keadaan"), max_length=8, choices=QuestionState.choices)
    reason = models.CharField(_("Alasan tidak ditayangkan"), max_length=500, blank=True)
    position = models.PositiveIntegerField(_("Urutan"))
    asked_at = models.DateTimeField(_("Ditanyakan"))
    origin = models.CharField(max_length=HASH, blank=True)
    answer = models.TextField(_("Jawaban"), max_length=LONGEST_TEXT, blank=True)
    answered_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Dijawab oleh")
    )
    answered_at = models.DateTimeField(_("Dijawab"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Pertanyaan warga")
        ordering = ("position", "pk")
        indexes = [models.Index(fields=["origin", "asked_at"], name="question_flood")]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="question_says_something"),
            models.CheckConstraint(condition=Q(means__in=QuestionMeans.values), name="question_means_is_known"),
            models.CheckConstraint(condition=Q(moment__in=QuestionMoment.values), name="question_moment_is_known"),
            models.CheckConstraint(condition=Q(state__in=QuestionState.values), name="question_state_is_known"),
            models.CheckConstraint(
                condition=Q(state=QuestionState.REFUSED) & ~Q(reason="")
                | ~Q(state=QuestionState.REFUSED) & Q(reason=""),
                name="question_refused_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_by__isnull=True, answered_at__isnull=True)
                | ~Q(answer="") & Q(answered_by__isnull=False, answered_at__isnull=False),
                name="question_answered_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.forum_id} #{self.position}"


class QuestionSupport(models.Model):
    """One device wants a question answered too. `device` is a keyed hash that differs from question to question."""

    question = models.ForeignKey(
        ForumQuestion, models.PROTECT, related_name="supports", verbose_name=_("Pertanyaan warga")
    )
    device = models.CharField(max_length=HASH)
    origin = models.CharField(max_length=HASH, blank=True)
    at = models.DateTimeField(_("Waktu"))

    class Meta:
        verbose_name = verbose_name_plural = _("Dukungan pertanyaan")
        indexes = [models.Index(fields=["origin", "at"], name="support_flood")]
        constraints = [
            models.UniqueConstraint(fields=["question", "device"], name="support_once_a_device"),
            models.CheckConstraint(condition=~Q(device=""), name="support_has_its_device"),
        ]

    def __str__(self) -> str:
        return f"{self.question_id}"
