"""What citizens write about services, and what becomes of it. Who they are is kept apart, and for a time only."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.people.models import Unit
from pembina.domain.services.complaint_enums import (
    ENDED_STATES,
    OPEN_STATES,
    ComplaintElement,
    ComplaintKind,
    ComplaintMeans,
    ComplaintSeverity,
    ComplaintState,
    MessageKind,
)
from pembina.domain.services.complaint_lengths import LONGEST_TEXT, LONGEST_TITLE
from pembina.domain.services.models.catalogue import PublicService


class Complaint(models.Model):
    """A complaint, a suggestion or praise. Of the follow-up code only a keyed hash is kept.

    `due_on` is the last day for the answer, set at receipt by the rule that holds before triage and anew at triage;
    suggestions and praise have none. `answer_days` are the working days from receipt to the answer that stands and
    `in_time` whether it kept the deadline; they are emptied when whoever complained reopens it, which is possible once.
    A complaint from SP4N-LAPOR! is known by its `tracking_id`; one that ended there without the day of its answer has
    none here.
    """

    number = models.CharField(_("Nomor"), max_length=16, unique=True)
    code_hash = models.CharField(max_length=64, null=True, blank=True, unique=True, editable=False)
    kind = models.CharField(_("Jenis"), max_length=10, choices=ComplaintKind.choices)
    means = models.CharField(_("Kanal"), max_length=6, choices=ComplaintMeans.choices)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="complaints", verbose_name=_("Unit kerja"))
    service = models.ForeignKey(
        PublicService, models.PROTECT, null=True, blank=True, related_name="complaints", verbose_name=_("Layanan")
    )
    element = models.CharField(_("Unsur"), max_length=12, choices=ComplaintElement.choices, blank=True)
    title = models.CharField(_("Judul"), max_length=LONGEST_TITLE, blank=True)
    text = models.TextField(_("Isi"), max_length=LONGEST_TEXT)
    category = models.CharField(_("Kategori"), max_length=200, blank=True)
    tracking_id = models.CharField(_("ID pelacakan"), max_length=64, blank=True)
    received_at = models.DateTimeField(_("Diterima"))
    severity = models.CharField(_("Golongan"), max_length=10, choices=ComplaintSeverity.choices, blank=True)
    due_on = models.DateField(_("Dijawab paling lambat"), null=True, blank=True)
    state = models.CharField(
        _("Keadaan"), max_length=11, choices=ComplaintState.choices, default=ComplaintState.RECEIVED
    )
    handler = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="complaints", verbose_name=_("Petugas")
    )
    answered_at = models.DateTimeField(_("Dijawab"), null=True, blank=True)
    answer_days = models.PositiveSmallIntegerField(_("Lama jawaban"), null=True, blank=True)
    in_time = models.BooleanField(_("Tepat waktu"), null=True, blank=True)
    ended_at = models.DateTimeField(_("Berakhir"), null=True, blank=True)
    reopened_at = models.DateTimeField(_("Dibuka kembali"), null=True, blank=True)
    satisfied = models.BooleanField(_("Puas dengan jawabannya"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Pengaduan, saran, dan pujian")
        indexes = [
            models.Index(fields=["unit", "state", "due_on", "id"], name="complaint_queue"),
            models.Index(fields=["unit", "received_at"], name="complaint_by_unit"),
            models.Index(fields=["service", "received_at"], name="complaint_by_service"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["tracking_id"], condition=~Q(tracking_id=""), name="complaint_tracked_once"
            ),
            models.CheckConstraint(condition=~Q(number="") & ~Q(text=""), name="complaint_says_something"),
            models.CheckConstraint(condition=Q(kind__in=ComplaintKind.values), name="complaint_kind_is_known"),
            models.CheckConstraint(condition=Q(means__in=ComplaintMeans.values), name="complaint_means_is_known"),
            models.CheckConstraint(condition=Q(state__in=ComplaintState.values), name="complaint_state_is_known"),
            models.CheckConstraint(
                condition=Q(element__in=["", *ComplaintElement.values]), name="complaint_element_is_known"
            ),
            models.CheckConstraint(
                condition=Q(kind=ComplaintKind.COMPLAINT, due_on__isnull=False)
                | ~Q(kind=ComplaintKind.COMPLAINT) & Q(due_on__isnull=True, severity=""),
                name="complaint_alone_has_a_deadline",
            ),
            models.CheckConstraint(
                condition=Q(severity__in=["", *ComplaintSeverity.values]), name="complaint_severity_is_known"
            ),
            models.CheckConstraint(
                condition=Q(means=ComplaintMeans.LAPOR, code_hash__isnull=True) & ~Q(tracking_id="")
                | Q(means=ComplaintMeans.ONLINE, code_hash__isnull=False, tracking_id=""),
                name="complaint_followed_by_code_or_tracking",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answer_days__isnull=True, in_time__isnull=True)
                | Q(answered_at__gte=F("received_at"), answer_days__isnull=False)
                & (Q(kind=ComplaintKind.COMPLAINT, in_time__isnull=False) | Q(in_time__isnull=True)),
                name="complaint_answer_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(state__in=OPEN_STATES, ended_at__isnull=True, answered_at__isnull=True)
                | Q(state__in=ENDED_STATES, ended_at__isnull=False),
                name="complaint_ended_has_its_time",
            ),
            models.CheckConstraint(
                condition=~Q(state=ComplaintState.ANSWERED) | Q(answered_at__isnull=False),
                name="complaint_answered_has_its_time",
            ),
            models.CheckConstraint(
                condition=Q(satisfied__isnull=True) | Q(state__in=ENDED_STATES), name="complaint_judged_when_ended"
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES


class ComplaintContact(models.Model):
    """Who wrote, as far as they said. Opened by the officer who handles it only, each time with an event; deleted when
    its time is over.
    """

    complaint = models.OneToOneField(Complaint, models.PROTECT, related_name="contact", verbose_name=_("Pengaduan"))
    name = models.CharField(_("Nama"), max_length=120, blank=True)
    phone = models.CharField(_("Telepon"), max_length=30, blank=True)
    email = models.EmailField(_("Surel"), blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Kontak pelapor")
        constraints = [
            models.CheckConstraint(
                condition=~Q(name="") | ~Q(phone="") | ~Q(email=""), name="complaint_contact_says_something"
            ),
        ]

    def __str__(self) -> str:
        return str(self.complaint_id)


class ComplaintMessage(models.Model):
    """Something that was written about a complaint: a reply the citizen reads, the citizen's own, or a note within."""

    complaint = models.ForeignKey(Complaint, models.PROTECT, related_name="messages", verbose_name=_("Pengaduan"))
    kind = models.CharField(_("Jenis"), max_length=7, choices=MessageKind.choices)
    text = models.TextField(_("Isi"), max_length=LONGEST_TEXT)
    by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Oleh"))
    at = models.DateTimeField(_("Waktu"))

    class Meta:
        verbose_name = verbose_name_plural = _("Percakapan pengaduan")
        indexes = [models.Index(fields=["complaint", "at", "id"], name="complaint_messages")]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="complaint_message_says_something"),
            models.CheckConstraint(
                condition=Q(kind=MessageKind.CITIZEN, by__isnull=True)
                | Q(kind__in=[MessageKind.REPLY, MessageKind.NOTE], by__isnull=False),
                name="complaint_message_has_its_author",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.complaint_id} {self.at:%Y-%m-%d}"


class ComplaintStep(models.Model):
    """One turn in the course of a complaint, for the history that both sides read.

    `unit` is where it lies from then on; `by` is empty where whoever complained turned it. `reason` is said where it
    was declined, forwarded or reopened.
    """

    complaint = models.ForeignKey(Complaint, models.PROTECT, related_name="steps", verbose_name=_("Pengaduan"))
    state = models.CharField(_("Keadaan"), max_length=11, choices=ComplaintState.choices)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("Unit kerja"))
    reason = models.TextField(_("Alasan"), max_length=LONGEST_TEXT, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Oleh"))
    at = models.DateTimeField(_("Waktu"))

    class Meta:
        verbose_name = verbose_name_plural = _("Langkah pengaduan")
        indexes = [models.Index(fields=["complaint", "at", "id"], name="complaint_steps")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=ComplaintState.values), name="complaint_step_is_known"),
            models.CheckConstraint(
                condition=~Q(state=ComplaintState.DECLINED) | ~Q(reason=""), name="complaint_declined_with_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.complaint_id} {self.state}"
