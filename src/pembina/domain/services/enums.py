"""The words that records of services may hold."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PromiseUnit(models.TextChoices):
    """In what a standard counts its promise; the values are those of `core.rules.service_time.TimeUnit`."""

    MINUTES = "minutes", _("Menit kerja")
    HOURS = "hours", _("Jam kerja")
    WORKING_DAYS = "working_days", _("Hari kerja")


class ClosedDayKind(models.TextChoices):
    """Why an office is closed; the values are those of `core.rules.service_time.HolidayKind`."""

    NATIONAL = "national", _("Hari libur nasional")
    COLLECTIVE_LEAVE = "collective_leave", _("Cuti bersama")
    LOCAL = "local", _("Libur setempat")


class Channel(models.TextChoices):
    """By what way a request came."""

    COUNTER = "counter", _("Loket")
    ONLINE = "online", _("Daring")
    PHONE = "phone", _("Telepon atau pesan")
    OUTREACH = "outreach", _("Layanan keliling")
    POST = "post", _("Surat")
    OTHER = "other", _("Lainnya")


class PauseReason(models.TextChoices):
    """For whom a request waits; the values are those of `core.rules.service_time.PauseReason`."""

    APPLICANT = "applicant", _("Menunggu pemohon")
    OTHER_OFFICE = "other_office", _("Menunggu instansi lain")
    OFFICE = "office", _("Ditunda oleh unit")


class Measure(models.TextChoices):
    """In what a service is measured; two of the values of `core.rules.service_time.Measure`."""

    WORKING_TIME = "working_time", _("Waktu kerja")
    WORKING_DAYS = "working_days", _("Hari kerja")


class RecountState(models.TextChoices):
    """Whether the tallies of a service hold."""

    COUNTED = "counted", _("Terhitung")
    WAITING = "waiting", _("Menunggu dihitung ulang")
    COUNTING = "counting", _("Sedang dihitung ulang")


class RequestStep(models.TextChoices):
    """What an import does to one request."""

    NEW = "new", _("Baru")
    CHANGED = "changed", _("Berubah")


class SurveyWeight(models.TextChoices):
    """How 1/9 is written in the index; the values are those of `core.rules.satisfaction_index.Weight`."""

    EXACT = "exact", _("1/9, tepat")
    THREE_DIGITS = "0.111", _("0,111, seperti laporan lama")
    TWO_DIGITS = "0.11", _("0,11, seperti laporan lama")


class ElementOrder(models.TextChoices):
    """Which element a unit prints as U8; the values are those of `exchange.survey_files.Order`."""

    REGULATION = "regulation", _("U8 pengaduan, U9 sarana (peraturan)")
    QUESTIONNAIRE = "questionnaire", _("U8 sarana, U9 pengaduan (banyak kuesioner)")


class SurveyMeans(models.TextChoices):
    """By what way an answer came."""

    QR = "qr", _("Kode QR")
    PAPER = "paper", _("Formulir kertas, diketik")
    IMPORT = "import", _("Formulir kertas, dari berkas")


class Sex(models.TextChoices):
    """Profile of a respondent, PermenPANRB 14/2017."""

    MALE = "male", _("Laki-laki")
    FEMALE = "female", _("Perempuan")


class AgeBand(models.TextChoices):
    """Profile of a respondent: never the year of birth."""

    UNDER_20 = "under_20", _("Di bawah 20 tahun")
    FROM_20 = "20_29", _("20–29 tahun")
    FROM_30 = "30_39", _("30–39 tahun")
    FROM_40 = "40_49", _("40–49 tahun")
    FROM_50 = "50_59", _("50–59 tahun")
    FROM_60 = "over_59", _("60 tahun ke atas")


class Education(models.TextChoices):
    """Profile of a respondent, PermenPANRB 14/2017."""

    PRIMARY = "primary", _("SD atau di bawahnya")
    LOWER_SECONDARY = "lower_secondary", _("SMP")
    UPPER_SECONDARY = "upper_secondary", _("SMA/SMK")
    DIPLOMA = "diploma", _("D1–D3")
    BACHELOR = "bachelor", _("D4/S1")
    MASTER = "master", _("S2")
    DOCTORATE = "doctorate", _("S3")


class Occupation(models.TextChoices):
    """Profile of a respondent, PermenPANRB 14/2017."""

    CIVIL_SERVANT = "civil_servant", _("PNS/ASN")
    MILITARY = "military", _("TNI")
    POLICE = "police", _("Polri")
    PRIVATE = "private", _("Pegawai swasta")
    ENTREPRENEUR = "entrepreneur", _("Wirausaha")
    OTHER = "other", _("Lainnya")


class Suspicion(models.TextChoices):
    """Why an officer should look at an answer before it counts for good. It counts until somebody decides."""

    SAME_DEVICE = "same_device", _("Banyak jawaban dari satu perangkat")
    SAME_ADDRESS = "same_address", _("Banyak jawaban dari satu jaringan")
    SAME_ANSWERS = "same_answers", _("Banyak jawaban serupa dalam beberapa menit")


class Verdict(models.TextChoices):
    """What an officer decided about an answer."""

    KEEP = "keep", _("Tetap dihitung")
    EXCLUDE = "exclude", _("Dikeluarkan")


class FollowUpState(models.TextChoices):
    """How far a plan after a survey has come."""

    PLANNED = "planned", _("Direncanakan")
    UNDERWAY = "underway", _("Berjalan")
    DONE = "done", _("Selesai")
    DROPPED = "dropped", _("Dibatalkan")


class ForumKind(models.TextChoices):
    """In what form citizens are heard."""

    OPEN_HOUSE = "open_house", _("Open house")
    CONSULTATION = "consultation", _("Forum konsultasi publik")
    DELIBERATION = "deliberation", _("Musyawarah")


class ForumState(models.TextChoices):
    """How far an event has come; the public sees it from the announcement on."""

    DRAFT = "draft", _("Rancangan")
    ANNOUNCED = "announced", _("Diumumkan")
    HELD = "held", _("Berlangsung")
    CLOSED = "closed", _("Selesai")
    CANCELLED = "cancelled", _("Dibatalkan")


class QuestionMeans(models.TextChoices):
    """By what way a question reached the forum."""

    PAGE = "page", _("Halaman publik")
    SPOKEN = "spoken", _("Lisan di tempat")
    PAPER = "paper", _("Kertas atau kotak saran")
    MESSAGE = "message", _("Telepon atau pesan")


class QuestionMoment(models.TextChoices):
    """When a question was asked."""

    BEFORE = "before", _("Sebelum acara")
    DURING = "during", _("Saat acara")


class QuestionState(models.TextChoices):
    """Whether a question is shown: one from the public page waits until somebody has read it."""

    WAITING = "waiting", _("Menunggu diperiksa")
    SHOWN = "shown", _("Ditayangkan")
    REFUSED = "refused", _("Tidak ditayangkan")


class CommitmentState(models.TextChoices):
    """What became of a promise. Being late is no state: it follows from the day."""

    OPEN = "open", _("Berjalan")
    DONE = "done", _("Selesai")
    DROPPED = "dropped", _("Dihentikan")


class CommitmentNoteKind(models.TextChoices):
    """What an entry in the history of a promise tells."""

    PROGRESS = "progress", _("Perkembangan")
    POSTPONED = "postponed", _("Tenggat mundur")
