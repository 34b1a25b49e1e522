"""The words that records of people may hold."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class UnitKind(models.TextChoices):
    """What a unit is in the organisation (PP 18/2016)."""

    GOVERNMENT = "government", _("Pemerintah daerah")
    SECRETARIAT = "secretariat", _("Sekretariat")
    INSPECTORATE = "inspectorate", _("Inspektorat")
    OFFICE = "office", _("Dinas")
    AGENCY = "agency", _("Badan")
    DIVISION = "division", _("Bidang/bagian")
    TECHNICAL_UNIT = "technical_unit", _("UPT")
    HOSPITAL = "hospital", _("RSUD")
    HEALTH_CENTRE = "health_centre", _("Puskesmas")
    SCHOOL = "school", _("Sekolah")
    DISTRICT = "district", _("Kecamatan")
    WARD = "ward", _("Kelurahan")


class Sector(models.TextChoices):
    """What a unit's work is about."""

    GENERAL = "general", _("Pemerintahan umum")
    HEALTH = "health", _("Kesehatan")
    EDUCATION = "education", _("Pendidikan")
    PERMITS = "permits", _("Perizinan")
    CIVIL_REGISTRY = "civil_registry", _("Kependudukan")
    PUBLIC_WORKS = "public_works", _("Pekerjaan umum")
    SOCIAL = "social", _("Sosial")
    TRANSPORT = "transport", _("Perhubungan")
    INFORMATION = "information", _("Komunikasi dan informatika")
    FINANCE = "finance", _("Keuangan")
    PLANNING = "planning", _("Perencanaan")
    STAFF = "staff", _("Kepegawaian")
    SUPERVISION = "supervision", _("Pengawasan")
    TERRITORY = "territory", _("Kewilayahan")


class TimeZone(models.TextChoices):
    """The three times of Indonesia."""

    WIB = "Asia/Jakarta", "WIB"
    WITA = "Asia/Makassar", "WITA"
    WIT = "Asia/Jayapura", "WIT"


class Status(models.TextChoices):
    """The two kinds of civil servant (UU 20/2023)."""

    PNS = "pns", "PNS"
    PPPK = "pppk", "PPPK"


class Sex(models.TextChoices):
    """As the number of a civil servant tells it."""

    MALE = "male", _("Laki-laki")
    FEMALE = "female", _("Perempuan")


class Education(models.TextChoices):
    """Highest completed level, with the codes of SIASN."""

    PRIMARY = "05", "SD"
    LOWER_SECONDARY = "10", "SMP"
    UPPER_SECONDARY = "15", "SMA/SMK"
    DIPLOMA_1 = "20", "D-I"
    DIPLOMA_2 = "25", "D-II"
    DIPLOMA_3 = "30", "D-III"
    DIPLOMA_4 = "35", "D-IV"
    BACHELOR = "40", "S-1"
    PROFESSION = "42", _("Profesi")
    MASTER = "45", "S-2"
    SPECIALIST = "47", _("Spesialis")
    SUBSPECIALIST = "49", _("Subspesialis")
    DOCTOR = "50", "S-3"


class LegalPosition(models.TextChoices):
    """Kedudukan hukum, with the codes of SIASN. It has two codes for a discharge, and both are kept as they came."""

    ACTIVE = "01", _("Aktif")
    UNPAID_LEAVE = "02", _("Cuti di luar tanggungan negara")
    STUDY = "03", _("Tugas belajar")
    SUSPENDED = "04", _("Pemberhentian sementara")
    UNPAID_LEAVE_EXTENDED = "13", _("Perpanjangan cuti di luar tanggungan negara")
    DISCIPLINED = "15", _("Dikenai hukuman disiplin")
    BEFORE_RETIREMENT = "20", _("Masa persiapan pensiun")
    INACTIVE = "52", _("Tidak aktif")
    DISMISSED = "66", _("Diberhentikan")
    DISCHARGED_77 = "77", _("Pemberhentian (kode 77)")
    DISCHARGED_88 = "88", _("Pemberhentian (kode 88)")
    BLOCKED = "92", _("Pemblokiran")
    REACHED_AGE = "98", _("Mencapai batas usia pensiun")
    RETIRED = "99", _("Pensiun")


class AssignmentKind(models.TextChoices):
    """A person holds one of each at a time."""

    MAIN = "main", _("Jabatan utama")
    ADDITIONAL = "additional", _("Tugas tambahan")


class PositionKind(models.TextChoices):
    """Jenis jabatan."""

    STRUCTURAL = "structural", _("Struktural")
    FUNCTIONAL = "functional", _("Fungsional")
    EXECUTIVE = "executive", _("Pelaksana")


class DelegationKind(models.TextChoices):
    """In what capacity somebody acts for another."""

    ACTING = "acting", _("Pelaksana tugas (Plt)")
    DAILY = "daily", _("Pelaksana harian (Plh)")
    TASK = "task", _("Penugasan")


class ImportKind(models.TextChoices):
    """What a file brings in."""

    STAFF = "staff", _("Pegawai")
    UNITS = "units", _("Unit kerja")


class ImportState(models.TextChoices):
    """How far a file has come. What may follow what stands in `intake.transitions`."""

    WAITING = "waiting", _("Menunggu")
    CHECKING = "checking", _("Sedang diperiksa")
    CHECKED = "checked", _("Siap diterapkan")
    APPLYING = "applying", _("Sedang diterapkan")
    APPLIED = "applied", _("Diterapkan")
    UNDOING = "undoing", _("Sedang diurungkan")
    UNDONE = "undone", _("Diurungkan")
    FAILED = "failed", _("Gagal")
    DISCARDED = "discarded", _("Dibatalkan")


class ChangeKind(models.TextChoices):
    """What an import does to one person or unit."""

    NEW = "new", _("Baru")
    CHANGED = "changed", _("Berubah")
    LEAVING = "leaving", _("Keluar dari daftar")


class AssignmentStep(models.TextChoices):
    """What an import does to the main assignment of a person."""

    NONE = "", _("Tetap")
    BEGIN = "begin", _("Mulai")
    SUCCEED = "succeed", _("Berganti")
    CORRECT = "correct", _("Diperbaiki")
    END = "end", _("Berakhir")


class ReportAbout(models.TextChoices):
    """What somebody says is wrong in the records of a person."""

    SUPERIOR = "superior", _("Atasan")
    UNIT = "unit", _("Unit kerja")
    POSITION = "position", _("Jabatan")
    NOT_MINE = "not_mine", _("Bukan bawahan saya")
    OTHER = "other", _("Data lain")


class ReportState(models.TextChoices):
    """How far a report of wrong data has come."""

    OPEN = "open", _("Menunggu")
    ACCEPTED = "accepted", _("Diterima")
    DECLINED = "declined", _("Ditolak")
    WITHDRAWN = "withdrawn", _("Ditarik")


class BulkKind(models.TextChoices):
    """What may be done to many people at once."""

    SUPERIOR = "superior", _("Ganti atasan")
    TRANSFER = "transfer", _("Pindahkan ke unit lain")
    END = "end", _("Akhiri jabatan")


class BulkState(models.TextChoices):
    """How far a change of many people has come."""

    DRAFT = "draft", _("Rancangan")
    DONE = "done", _("Diterapkan")
    UNDONE = "undone", _("Dibatalkan")
