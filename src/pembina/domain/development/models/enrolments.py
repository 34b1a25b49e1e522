"""Who takes part, how they came in, and whether they were there."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.development.enums import (
    AttendanceMeans,
    AttendanceStatus,
    EnrolmentOrigin,
    EnrolmentState,
)
from pembina.domain.development.models.batches import Batch, Session
from pembina.domain.development.models.bulk_enrolments import BulkEnrolment
from pembina.domain.people.models import Person

ENDED_WITH_REASON = (EnrolmentState.REFUSED, EnrolmentState.DECLINED, EnrolmentState.LAPSED, EnrolmentState.WITHDRAWN)


class Enrolment(models.Model):
    """Somebody's place in a batch. `queued_at` orders the waiting list: when everything but a seat was there.

    `cover_reason` is why somebody goes although more of the unit are away than the batch allows.
    """

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="enrolments", verbose_name=_("Angkatan"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="enrolments", verbose_name=_("Pegawai"))
    origin = models.CharField(_("Asal"), max_length=11, choices=EnrolmentOrigin.choices)
    state = models.CharField(_("Keadaan"), max_length=9, choices=EnrolmentState.choices)
    made_at = models.DateTimeField(_("Dibuat"))
    approved_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Disetujui oleh")
    )
    approved_at = models.DateTimeField(_("Disetujui"), null=True, blank=True)
    answered_at = models.DateTimeField(_("Dijawab pegawai"), null=True, blank=True)
    queued_at = models.DateTimeField(_("Antre sejak"), null=True, blank=True)
    seated_at = models.DateTimeField(_("Mendapat kursi"), null=True, blank=True)
    ended_at = models.DateTimeField(_("Berakhir"), null=True, blank=True)
    bulk = models.ForeignKey(
        BulkEnrolment, models.PROTECT, null=True, blank=True, related_name="enrolments",
        verbose_name=_("Pendaftaran massal"),
    )  # fmt: skip
    reason = models.CharField(_("Alasan"), max_length=500, blank=True)
    wish = models.CharField(_("Harapan peserta"), max_length=500, blank=True)
    cover_reason = models.CharField(_("Alasan melebihi batas unit"), max_length=500, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Peserta")
        indexes = [
            models.Index(fields=["batch", "state", "queued_at", "id"], name="enrolment_in_line"),
            models.Index(fields=["person", "state"], name="enrolment_of_person"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["batch", "person"], name="enrolment_once_in_a_batch"),
            models.CheckConstraint(condition=Q(origin__in=EnrolmentOrigin.values), name="enrolment_origin_is_known"),
            models.CheckConstraint(condition=Q(state__in=EnrolmentState.values), name="enrolment_state_is_known"),
            models.CheckConstraint(
                condition=~Q(state=EnrolmentState.ENROLLED) | Q(seated_at__isnull=False), name="enrolment_seated_then"
            ),
            models.CheckConstraint(
                condition=~Q(state=EnrolmentState.WAITING) | Q(queued_at__isnull=False), name="enrolment_queued_then"
            ),
            models.CheckConstraint(
                condition=Q(state__in=ENDED_WITH_REASON, ended_at__isnull=False) & ~Q(reason="")
                | ~Q(state__in=ENDED_WITH_REASON) & Q(ended_at__isnull=True, reason=""),
                name="enrolment_ended_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.batch_id} {self.person_id}"

    @property
    def concerned_nip(self) -> str:
        """Return the NIP of the person, whom the audit trail tells about it."""
        return self.person.nip


class Attendance(models.Model):
    """What holds now about one participant and one session; how it came to that, `AttendanceNote` tells.

    `device_at` is the clock of the phone, `received_at` that of the server: on a dead line they lie apart. `shown_at`
    is when the room showed the code that was given, which neither of the two clocks can be wrong about.
    `key` is made by the device, so that a repeat changes nothing.
    """

    session = models.ForeignKey(Session, models.PROTECT, related_name="attendances", verbose_name=_("Sesi"))
    enrolment = models.ForeignKey(Enrolment, models.PROTECT, related_name="attendances", verbose_name=_("Peserta"))
    status = models.CharField(_("Kehadiran"), max_length=7, choices=AttendanceStatus.choices)
    means = models.CharField(_("Cara"), max_length=5, choices=AttendanceMeans.choices)
    device_at = models.DateTimeField(_("Jam perangkat"), null=True, blank=True)
    received_at = models.DateTimeField(_("Diterima"))
    shown_at = models.DateTimeField(_("Kode ditampilkan"), null=True, blank=True)
    key = models.UUIDField(null=True, blank=True, unique=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Kehadiran")
        constraints = [
            models.UniqueConstraint(fields=["session", "enrolment"], name="attendance_once_in_a_session"),
            models.CheckConstraint(
                condition=Q(status__in=AttendanceStatus.values) & Q(means__in=AttendanceMeans.values),
                name="attendance_words_are_known",
            ),
            models.CheckConstraint(
                condition=~Q(means=AttendanceMeans.CODE) | Q(status=AttendanceStatus.PRESENT),
                name="attendance_by_code_is_presence",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.enrolment_id} {self.status}"

    @property
    def concerned_nip(self) -> str:
        """Return the NIP of the person, whom the audit trail tells about it."""
        return self.enrolment.person.nip


class AttendanceNote(models.Model):
    """One line of the trace: what was noted when, by whom, and why where it corrects what stood before."""

    attendance = models.ForeignKey(Attendance, models.PROTECT, related_name="notes", verbose_name=_("Kehadiran"))
    before = models.CharField(_("Sebelumnya"), max_length=7, choices=AttendanceStatus.choices, blank=True)
    after = models.CharField(_("Menjadi"), max_length=7, choices=AttendanceStatus.choices)
    means = models.CharField(_("Cara"), max_length=5, choices=AttendanceMeans.choices)
    device_at = models.DateTimeField(_("Jam perangkat"), null=True, blank=True)
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Dicatat oleh"))
    noted_at = models.DateTimeField(_("Dicatat"))
    reason = models.CharField(_("Alasan"), max_length=500, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Riwayat kehadiran")
        ordering = ("-noted_at", "-pk")
        constraints = [
            models.CheckConstraint(condition=Q(before="") | ~Q(reason=""), name="attendance_corrected_with_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.attendance_id} {self.after}"
