"""What one says to another about their work, what the other answers, and who asked for it."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.models import Person
from pembina.domain.performance.enums import CoreValue
from pembina.domain.performance.feedback_enums import Capacity, RequestState, Rhythm, Tone
from pembina.domain.performance.models.goals import Goal

LONGEST_PART = 1_000


class FeedbackRequest(models.Model):
    """Somebody asks another for feedback on a matter. The same two have one that is open at a time."""

    asker = models.ForeignKey(
        Person, models.PROTECT, related_name="feedback_asked_for", verbose_name=_("Pegawai yang meminta")
    )
    asked = models.ForeignKey(
        Person, models.PROTECT, related_name="feedback_asked_of", verbose_name=_("Yang diminta pendapatnya")
    )
    matter = models.CharField(_("Tentang apa"), max_length=500)
    asked_at = models.DateTimeField(_("Diminta"))
    state = models.CharField(_("Keadaan"), max_length=8, choices=RequestState.choices, default=RequestState.OPEN.value)
    ended_at = models.DateTimeField(_("Selesai"), null=True, blank=True)
    word = models.CharField(_("Alasan tidak menjawab"), max_length=500, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Permintaan umpan balik")
        ordering = ("-asked_at", "-pk")
        constraints = [
            models.CheckConstraint(condition=~Q(matter=""), name="feedback_asked_about_something"),
            models.CheckConstraint(condition=~Q(asker=F("asked")), name="feedback_not_asked_of_oneself"),
            models.CheckConstraint(
                condition=Q(state=RequestState.OPEN, ended_at__isnull=True, word="")
                | Q(state=RequestState.ANSWERED, ended_at__isnull=False, word="")
                | Q(state=RequestState.DECLINED, ended_at__isnull=False) & ~Q(word=""),
                name="feedback_request_ends_with_its_word",
            ),
            models.UniqueConstraint(
                fields=["asker", "asked"], condition=Q(state=RequestState.OPEN), name="feedback_request_open_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asker_id} > {self.asked_id}, {self.asked_at:%Y-%m-%d}"

    @property
    def concerned_nip(self) -> str:
        """Return the NIP of who asked, whom the audit trail tells about it."""
        return self.asker.nip


class Feedback(models.Model):
    """One note: situation and behaviour, and where they were written impact and next step.

    The person reads it at once, with who wrote it, and may answer once. `follows` is an earlier note of the same two.
    Its words stand here and in `FeedbackEarlier` only: the audit trail knows that it was written, not what.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="feedback", verbose_name=_("Pegawai"))
    author = models.ForeignKey(Person, models.PROTECT, related_name="feedback_given", verbose_name=_("Penulis"))
    capacity = models.CharField(_("Sebagai"), max_length=11, choices=Capacity.choices)
    tone = models.CharField(_("Nada"), max_length=12, choices=Tone.choices)
    rhythm = models.CharField(_("Waktu"), max_length=10, choices=Rhythm.choices, default=Rhythm.INCIDENTAL.value)
    happened_on = models.DateField(_("Tanggal kejadian"))
    situation = models.TextField(_("Situasi"), max_length=LONGEST_PART)
    behaviour = models.TextField(_("Perilaku"), max_length=LONGEST_PART)
    impact = models.TextField(_("Dampak"), max_length=LONGEST_PART, blank=True)
    next_step = models.TextField(_("Langkah berikutnya"), max_length=LONGEST_PART, blank=True)
    value = models.CharField(_("Nilai BerAKHLAK"), max_length=13, choices=CoreValue.choices, blank=True)
    goal = models.ForeignKey(
        Goal, models.PROTECT, null=True, blank=True, related_name="feedback", verbose_name=_("RHK")
    )
    follows = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="followed_by", verbose_name=_("Lanjutan dari")
    )
    request = models.OneToOneField(
        FeedbackRequest, models.PROTECT, null=True, blank=True, related_name="note", verbose_name=_("Atas permintaan")
    )
    given_at = models.DateTimeField(_("Diberikan"))
    corrected_at = models.DateTimeField(_("Diperbaiki"), null=True, blank=True)
    answer = models.TextField(_("Tanggapan"), max_length=LONGEST_PART, blank=True)
    answered_at = models.DateTimeField(_("Ditanggapi"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Umpan balik berkelanjutan")
        ordering = ("-given_at", "-pk")
        indexes = [
            models.Index(fields=["person", "capacity", "given_at"], name="feedback_about_person"),
            models.Index(fields=["author", "given_at"], name="feedback_by_author"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(situation="") & ~Q(behaviour=""), name="feedback_says_something"),
            models.CheckConstraint(condition=~Q(person=F("author")), name="feedback_not_about_oneself"),
            models.CheckConstraint(condition=Q(capacity__in=Capacity.values), name="feedback_capacity_is_known"),
            models.CheckConstraint(condition=Q(tone__in=Tone.values), name="feedback_tone_is_known"),
            models.CheckConstraint(condition=Q(rhythm__in=Rhythm.values), name="feedback_rhythm_is_known"),
            models.CheckConstraint(condition=Q(value__in=["", *CoreValue.values]), name="feedback_value_is_known"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True) | ~Q(answer="") & Q(answered_at__isnull=False),
                name="feedback_answered_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(corrected_at__isnull=True) | Q(corrected_at__gte=F("given_at")),
                name="feedback_corrected_afterwards",
            ),
            models.CheckConstraint(
                condition=Q(follows__isnull=True) | ~Q(follows=F("id")), name="feedback_does_not_follow_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.author_id} > {self.person_id}, {self.given_at:%Y-%m-%d}"


class FeedbackEarlier(models.Model):
    """What a note said before its author corrected it; whoever reads the note reads this too."""

    note = models.ForeignKey(Feedback, models.PROTECT, related_name="earlier", verbose_name=_("Umpan balik"))
    tone = models.CharField(_("Nada"), max_length=12, choices=Tone.choices)
    situation = models.TextField(_("Situasi"), max_length=LONGEST_PART)
    behaviour = models.TextField(_("Perilaku"), max_length=LONGEST_PART)
    impact = models.TextField(_("Dampak"), max_length=LONGEST_PART, blank=True)
    next_step = models.TextField(_("Langkah berikutnya"), max_length=LONGEST_PART, blank=True)
    until = models.DateTimeField(_("Berlaku sampai"))

    class Meta:
        verbose_name = verbose_name_plural = _("Umpan balik sebelum diperbaiki")
        ordering = ("until", "pk")
        constraints = [models.CheckConstraint(condition=Q(tone__in=Tone.values), name="feedback_earlier_tone_is_known")]

    def __str__(self) -> str:
        return f"{self.note_id}, {self.until:%Y-%m-%d}"
