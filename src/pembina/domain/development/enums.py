"""The words that records of development may hold."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PartnerKind(models.TextChoices):
    """What kind of institution teaches with the government."""

    UNIVERSITY = "university", _("Perguruan tinggi")
    TRAINING_INSTITUTION = "training_institution", _("Lembaga pelatihan")
    PRIVATE = "private", _("Swasta")
    AGENCY = "agency", _("Instansi pemerintah lain")
    OTHER = "other", _("Lainnya")


class VersionState(models.TextChoices):
    """How far a version of a curriculum has come; one is in force at a time."""

    DRAFT = "draft", _("Rancangan")
    IN_FORCE = "in_force", _("Berlaku")
    REPLACED = "replaced", _("Digantikan")


class ProgrammeState(models.TextChoices):
    """The steps of a programme, in their order; one that was dropped never ran."""

    DRAFT = "draft", _("Rancangan")
    APPROVED = "approved", _("Disetujui")
    RUNNING = "running", _("Berjalan")
    CLOSED = "closed", _("Selesai")
    DROPPED = "dropped", _("Dibatalkan")


class OutcomeFigure(models.TextChoices):
    """The figure of the ledger or of the survey that a programme is to move."""

    MEDIAN_TIME = "median_time", _("Waktu layanan (median)")
    P90_TIME = "p90_time", _("Waktu layanan (persentil 90)")
    SHARE_ON_TIME = "share_on_time", _("Bagian tepat waktu")
    SATISFACTION = "satisfaction", _("Indeks kepuasan masyarakat (SKM)")
    SATISFACTION_ELEMENT = "satisfaction_element", _("Satu unsur SKM")


class OutcomeDirection(models.TextChoices):
    """Where the figure is to go."""

    DOWN = "down", _("Turun")
    UP = "up", _("Naik")


class FundingSource(models.TextChoices):
    """Where the money comes from."""

    APBD = "apbd", _("APBD")
    APBN = "apbn", _("APBN")
    PARTNER = "partner", _("Mitra")
    GRANT = "grant", _("Hibah")
    NONE = "none", _("Tanpa biaya")


class EvaluationLevel(models.IntegerChoices):
    """The four levels at which training is judged (Kirkpatrick)."""

    REACTION = 1, _("1 · Reaksi")
    LEARNING = 2, _("2 · Pembelajaran")
    BEHAVIOUR = 3, _("3 · Perilaku di tempat kerja")
    RESULTS = 4, _("4 · Hasil bagi layanan")


class EquivalentUnit(models.TextChoices):
    """What hours are counted by where neither certificate nor length tells; the words of the rule."""

    ACTIVITY = "activity", _("Kegiatan")
    MEETING = "meeting", _("Pertemuan")
    DAY = "day", _("Hari")
    MONTH = "month", _("Bulan")


class CountedFrom(models.TextChoices):
    """What hours of the ledger were counted from; the words of the rule."""

    CERTIFICATE = "certificate", _("Sertifikat")
    DURATION = "duration", _("Lamanya")
    EQUIVALENT = "equivalent", _("Padanan")


class WaveOrder(models.TextChoices):
    """How it was decided which unit comes first."""

    RANDOM = "random", _("Urutan acak")
    REASONED = "reasoned", _("Urutan dengan alasan")


class Mode(models.TextChoices):
    """How people meet."""

    CLASSROOM = "classroom", _("Tatap muka")
    ONLINE = "online", _("Daring")
    BLENDED = "blended", _("Campuran")


class BatchState(models.TextChoices):
    """The steps of a batch."""

    PLANNED = "planned", _("Direncanakan")
    OPEN = "open", _("Pendaftaran dibuka")
    RUNNING = "running", _("Berlangsung")
    FINISHED = "finished", _("Selesai")
    CANCELLED = "cancelled", _("Dibatalkan")


class EnrolmentOrigin(models.TextChoices):
    """By whom somebody came into a batch."""

    REQUEST = "request", _("Permintaan sendiri")
    NOMINATION = "nomination", _("Usulan atasan")
    APPOINTMENT = "appointment", _("Penugasan kepegawaian")


class EnrolmentState(models.TextChoices):
    """Where somebody's place stands. Only `ENROLLED` takes a seat; `WAITING` is next in line for one."""

    REQUESTED = "requested", _("Menunggu persetujuan atasan")
    OFFERED = "offered", _("Menunggu jawaban pegawai")
    WAITING = "waiting", _("Daftar tunggu")
    ENROLLED = "enrolled", _("Terdaftar")
    REFUSED = "refused", _("Tidak disetujui")
    DECLINED = "declined", _("Tidak bersedia")
    LAPSED = "lapsed", _("Tidak dijawab")
    WITHDRAWN = "withdrawn", _("Mengundurkan diri")


class BulkEnrolmentState(models.TextChoices):
    """The steps of enrolling many at once; one that failed has changed nothing."""

    DRAFT = "draft", _("Rancangan")
    WAITING = "waiting", _("Menunggu giliran")
    RUNNING = "running", _("Sedang diterapkan")
    DONE = "done", _("Diterapkan")
    FAILED = "failed", _("Gagal")
    UNDONE = "undone", _("Diurungkan")


class SessionState(models.TextChoices):
    """A session is planned until it is called off; whether it is over, its hours tell."""

    PLANNED = "planned", _("Dijadwalkan")
    CANCELLED = "cancelled", _("Dibatalkan")


class AttendanceStatus(models.TextChoices):
    """What is on record of somebody and a session; without a record nobody knows."""

    PRESENT = "present", _("Hadir")
    EXCUSED = "excused", _("Izin")
    ABSENT = "absent", _("Tidak hadir")


class AttendanceMeans(models.TextChoices):
    """How it came on record."""

    CODE = "code", _("Kode sesi")
    LIST = "list", _("Daftar penyelenggara")
    PAPER = "paper", _("Daftar hadir kertas")


class CertificateState(models.TextChoices):
    """Whether a certificate holds."""

    VALID = "valid", _("Berlaku")
    REVOKED = "revoked", _("Dicabut")
    REPLACED = "replaced", _("Diganti")


class RecordSource(models.TextChoices):
    """Where hours in the ledger come from."""

    CERTIFICATE = "certificate", _("Sertifikat Pembina")
    IMPORT = "import", _("Impor riwayat")
    TYPED = "typed", _("Dicatat kepegawaian")
    OWN_REPORT = "own_report", _("Dilaporkan sendiri")


class RecordState(models.TextChoices):
    """Whether hours count; what somebody reports of themselves counts once it was verified."""

    REPORTED = "reported", _("Menunggu verifikasi")
    COUNTED = "counted", _("Dihitung")
    REFUSED = "refused", _("Ditolak")


class StudyState(models.TextChoices):
    """How a degree study stands."""

    RUNNING = "running", _("Berlangsung")
    GRADUATED = "graduated", _("Lulus")
    STOPPED = "stopped", _("Tidak selesai")


class TestMoment(models.TextChoices):
    """When a test is taken."""

    BEFORE = "pre", _("Pre-test")
    AFTER = "post", _("Post-test")
