"""Questions, the tests made of them, what participants answered, and grades that a partner gave."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.development.enums import TestMoment
from pembina.domain.development.models.batches import Batch
from pembina.domain.development.models.curricula import Curriculum
from pembina.domain.development.models.enrolments import Enrolment

BEST = 100
# A hand-in that was on its way when the test closed still counts.
GRACE = timedelta(minutes=5)


class Question(models.Model):
    """One question of the bank of a curriculum, with exactly one right answer. Once asked it is retired, not edited."""

    curriculum = models.ForeignKey(Curriculum, models.PROTECT, related_name="questions", verbose_name=_("Kurikulum"))
    topic = models.CharField(_("Pokok bahasan"), max_length=200, blank=True)
    text = models.TextField(_("Pertanyaan"), max_length=2_000)
    explanation = models.TextField(_("Penjelasan"), max_length=2_000, blank=True)
    retired_at = models.DateTimeField(_("Tidak dipakai sejak"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Soal")
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="question_asks_something")]

    def __str__(self) -> str:
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"


class Choice(models.Model):
    """One answer that may be chosen."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="choices", verbose_name=_("Soal"))
    position = models.PositiveSmallIntegerField(_("Urutan"))
    text = models.CharField(_("Jawaban"), max_length=500)
    is_right = models.BooleanField(_("Benar"), default=False)

    class Meta:
        verbose_name = verbose_name_plural = _("Pilihan jawaban")
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(fields=["question", "position"], name="choice_position_once"),
            models.UniqueConstraint(fields=["question"], condition=Q(is_right=True), name="choice_right_once"),
            models.CheckConstraint(condition=~Q(text=""), name="choice_says_something"),
        ]

    def __str__(self) -> str:
        return self.text


class LearningTest(models.Model):
    """A test of a batch, before or after; the same questions in both make the gain comparable."""

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="tests", verbose_name=_("Angkatan"))
    moment = models.CharField(_("Jenis"), max_length=4, choices=TestMoment.choices)
    opens_at = models.DateTimeField(_("Dibuka"))
    closes_at = models.DateTimeField(_("Ditutup"))
    questions = models.ManyToManyField(Question, through="TestQuestion", related_name="tests", verbose_name=_("Soal"))

    class Meta:
        verbose_name = verbose_name_plural = _("Tes")
        constraints = [
            models.UniqueConstraint(fields=["batch", "moment"], name="test_once_each_moment"),
            models.CheckConstraint(condition=Q(moment__in=TestMoment.values), name="test_moment_is_known"),
            models.CheckConstraint(condition=Q(closes_at__gt=F("opens_at")), name="test_closes_after_opening"),
        ]

    def __str__(self) -> str:
        return f"{self.batch_id} {self.moment}"


class TestQuestion(models.Model):
    """A question in a test, at its place."""

    test = models.ForeignKey(LearningTest, models.CASCADE, related_name="asked", verbose_name=_("Tes"))
    question = models.ForeignKey(Question, models.PROTECT, related_name="asked", verbose_name=_("Soal"))
    position = models.PositiveSmallIntegerField(_("Urutan"))

    class Meta:
        verbose_name = verbose_name_plural = _("Soal tes")
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(fields=["test", "question"], name="question_once_in_a_test"),
            models.UniqueConstraint(fields=["test", "position"], name="test_position_once"),
        ]

    def __str__(self) -> str:
        return f"{self.test_id} #{self.position}"


class TestAttempt(models.Model):
    """What one participant answered in one test, once; `score` is the share of right answers times 100."""

    test = models.ForeignKey(LearningTest, models.PROTECT, related_name="attempts", verbose_name=_("Tes"))
    enrolment = models.ForeignKey(Enrolment, models.PROTECT, related_name="attempts", verbose_name=_("Peserta"))
    score = models.DecimalField(_("Nilai"), max_digits=5, decimal_places=2)
    handed_in_at = models.DateTimeField(_("Dikumpulkan"))

    class Meta:
        verbose_name = verbose_name_plural = _("Pengerjaan tes")
        constraints = [
            models.UniqueConstraint(fields=["test", "enrolment"], name="attempt_once"),
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=BEST), name="attempt_score_is_a_score"),
        ]

    def __str__(self) -> str:
        return f"{self.test_id} {self.enrolment_id}"


class TestAnswer(models.Model):
    """One answer; a question left empty has none."""

    attempt = models.ForeignKey(TestAttempt, models.CASCADE, related_name="answers", verbose_name=_("Pengerjaan tes"))
    question = models.ForeignKey(Question, models.PROTECT, related_name="answers", verbose_name=_("Soal"))
    choice = models.ForeignKey(Choice, models.PROTECT, related_name="answers", verbose_name=_("Pilihan jawaban"))

    class Meta:
        verbose_name = verbose_name_plural = _("Jawaban tes")
        constraints = [models.UniqueConstraint(fields=["attempt", "question"], name="answer_once")]

    def __str__(self) -> str:
        return f"{self.attempt_id} {self.question_id}"


class Grade(models.Model):
    """A grade of 0-100 that the organiser or the partner gave; where there is one it decides instead of the test."""

    enrolment = models.OneToOneField(Enrolment, models.PROTECT, related_name="grade", verbose_name=_("Peserta"))
    score = models.DecimalField(_("Nilai"), max_digits=5, decimal_places=2)
    note = models.CharField(_("Catatan"), max_length=500, blank=True)
    given_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Diberi oleh"))
    given_at = models.DateTimeField(_("Diberi"))

    class Meta:
        verbose_name = verbose_name_plural = _("Nilai")
        constraints = [
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=BEST), name="grade_is_a_score"),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment_id} {self.score}"

    @property
    def concerned_nip(self) -> str:
        """Return the NIP of the person, whom the audit trail tells about it."""
        return self.enrolment.person.nip
