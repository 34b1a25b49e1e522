"""The words that records of complaints may hold."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ComplaintKind(models.TextChoices):
    """What somebody writes about a service."""

    COMPLAINT = "complaint", _("Pengaduan")
    SUGGESTION = "suggestion", _("Saran")
    PRAISE = "praise", _("Pujian")


class ComplaintMeans(models.TextChoices):
    """By what way it came."""

    ONLINE = "online", _("Halaman ini")
    LAPOR = "lapor", _("SP4N-LAPOR!")


class ComplaintState(models.TextChoices):
    """How far it is."""

    RECEIVED = "received", _("Diterima")
    TRIAGED = "triaged", _("Dipilah")
    IN_PROGRESS = "in_progress", _("Diproses")
    ANSWERED = "answered", _("Dijawab")
    CLOSED = "closed", _("Selesai")
    DECLINED = "declined", _("Tidak dapat ditangani")


class ComplaintSeverity(models.TextChoices):
    """How grave a complaint is; the values are those of `core.rules.complaint_deadlines.Severity`."""

    MINOR = "minor", _("Ringan")
    NORMATIVE = "normative", _("Normatif")
    SERVICE = "service", _("Tidak berkadar pengawasan")
    OVERSIGHT = "oversight", _("Berkadar pengawasan")


class ComplaintElement(models.TextChoices):
    """Which unsur of the survey it is about; the values are those of `core.rules.satisfaction_index.ELEMENTS`."""

    REQUIREMENTS = "persyaratan", _("Persyaratan")
    PROCEDURE = "prosedur", _("Sistem, mekanisme, dan prosedur")
    TIME = "waktu", _("Waktu penyelesaian")
    COST = "biaya", _("Biaya atau tarif")
    PRODUCT = "produk", _("Produk layanan")
    COMPETENCE = "kompetensi", _("Kompetensi pelaksana")
    CONDUCT = "perilaku", _("Perilaku pelaksana")
    COMPLAINTS = "pengaduan", _("Penanganan pengaduan")
    FACILITIES = "sarana", _("Sarana dan prasarana")


class MessageKind(models.TextChoices):
    """Who says something about a complaint, and to whom."""

    REPLY = "reply", _("Jawaban")
    CITIZEN = "citizen", _("Tulisan pelapor")
    NOTE = "note", _("Catatan internal")


OPEN_STATES = (ComplaintState.RECEIVED, ComplaintState.TRIAGED, ComplaintState.IN_PROGRESS)
ENDED_STATES = (ComplaintState.ANSWERED, ComplaintState.CLOSED, ComplaintState.DECLINED)
